"""The catalogue of queries: the list, a form for each, its answer as a table and as a download."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from kg import query
from kg.errors import QueryError
from kg.model import Kind, Relation
from kg.query import Parameter, Query, Type
from kg.query.header import LIMIT
from kg.query.parameters import ANY_KIND, ANY_RELATION
from kg.serve.answer import asked
from kg.serve.forms import CSV, HTML, JSON
from kg.serve.refusal import RefusalError
from kg.serve.site import site_of

_DOWNLOADS = {"csv": CSV, "json": JSON}
_FORMAT = "format"
_INPUTS = {Type.INTEGER: "number", Type.DATE: "date"}
_CHOICES = {
    Type.RELATION: (ANY_RELATION, *(relation.value for relation in Relation)),
    Type.KIND: (ANY_KIND, *(kind.value for kind in Kind)),
}


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form: the parameter, what stands in it, and how it is filled in."""

    parameter: Parameter
    value: str
    input: str
    choices: tuple[str, ...]

    @property
    def is_symbol(self) -> bool:
        """Whether symbols and names are suggested."""
        return self.parameter.type is Type.SYMBOL


def catalogue(request: Request) -> Response:
    """All queries with what they ask."""
    return site_of(request).page("queries.html", queries=list(query.load()))


async def one(request: Request) -> Response:
    """The form of a query and, if it has been filled in, the answer."""
    site = site_of(request)
    chosen = _query(request.path_params["name"])
    given = {name: value for name, value in request.query_params.items() if name != _FORMAT and value.strip()}
    form = request.query_params.get(_FORMAT)
    if form is not None:
        return await _download(request, chosen, given, form)
    result, fault = None, None
    if given or all(each.default is not None for each in chosen.parameters):
        try:
            result = (await site.pool.run(asked, chosen.name, given, HTML, site.settings.bounds)).result
        except QueryError as error:
            fault = str(error.message)
        except RefusalError as error:
            fault, status = error.message, error.status
            return _page(request, chosen, given, None, fault, status)
    return _page(request, chosen, given, result, fault, 400 if fault else 200)


async def _download(request: Request, chosen: Query, given: dict[str, str], form: str) -> Response:
    site = site_of(request)
    if form not in _DOWNLOADS:
        raise RefusalError(400, f"a download is one of {', '.join(_DOWNLOADS)}")
    answer = await site.pool.run(asked, chosen.name, given, _DOWNLOADS[form], site.settings.bounds)
    disposition = f'attachment; filename="{chosen.name}.{form}"'
    return Response(answer.text, media_type=answer.media_type, headers={"Content-Disposition": disposition})


def _page(
    request: Request, chosen: Query, given: dict[str, str], result: query.Result | None, fault: str | None, status: int
) -> Response:
    site = site_of(request)
    return site.page(
        "query.html",
        status=status,
        query=chosen,
        fields=[_field(each, given) for each in chosen.parameters],
        example=urlencode({each.name: each.example for each in chosen.parameters if each.default is None}),
        result=result,
        rows=site.rows(result) if result else [],
        full=bool(result) and _limit(chosen, given) == len(result.rows if result else ()),
        fault=fault,
        downloads={name: urlencode({**given, _FORMAT: name}) for name in _DOWNLOADS},
        sparql=_sparql(chosen, given) if result else chosen.text,
    )


def _limit(chosen: Query, given: dict[str, str]) -> int | None:
    """The number of rows that was asked for, of a query that takes one."""
    parameter = next((each for each in chosen.parameters if each.name == LIMIT), None)
    value = given.get(LIMIT, parameter.default) if parameter else None
    return int(value) if value else None


def _query(name: str) -> Query:
    try:
        return query.load().get(name)
    except QueryError as error:
        raise RefusalError(404, error.message) from error


def _sparql(chosen: Query, given: dict[str, str]) -> str:
    return query.bind(chosen, given)


def _field(parameter: Parameter, given: dict[str, str]) -> Field:
    value = given.get(parameter.name, parameter.default or "")
    return Field(parameter, value, _INPUTS.get(parameter.type, "text"), _CHOICES.get(parameter.type, ()))
