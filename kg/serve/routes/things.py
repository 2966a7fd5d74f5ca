"""The pages of one thing: the instrument page, its text, the graph around it, and what can be downloaded of it."""

from __future__ import annotations

import io
import re
from urllib.parse import unquote

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from kg import export
from kg.errors import QueryError
from kg.model import Kind
from kg.serve import drawn
from kg.serve.addresses import iri_of, official
from kg.serve.bounds import Bounds
from kg.serve.chart import chart
from kg.serve.guards import policy_of
from kg.serve.instrument import instrument
from kg.serve.refusal import RefusalError, too_large
from kg.serve.site import Site, site_of
from kg.serve.things import Thing
from kg.store import OxigraphStore

_DEPTHS = ("1", "2", "3")
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9.-]+")


class UnknownThingError(Exception):
    """A thing that the graph does not hold; `iri` if the name means something all the same."""

    def __init__(self, name: str, iri: str | None, reason: str) -> None:
        super().__init__(reason)
        self.name, self.iri, self.reason = name, iri, reason


async def instrument_page(request: Request) -> Response:
    """What the graph says of one thing."""
    site, thing = site_of(request), _thing(request)
    address = site.addresses.instrument(thing.iri)
    if request.path_params["name"] != _plain(address, site):
        return RedirectResponse(address, 307)
    found = await site.pool.run(instrument, thing.iri, thing.kind is Kind.BODY)
    forms = list(export.FORMATS.values()) if thing.read else []
    return site.page("instrument.html", thing=thing, found=found, chart=chart(found.years), forms=forms)


async def reader(request: Request) -> Response:
    """The text of a document."""
    site, thing = site_of(request), _thing(request)
    if not thing.text:
        raise UnknownThingError(thing.identity, thing.iri, f"this graph does not hold the text of {thing.identity}")
    return _own_policy(await site.pool.run(drawn.reader, thing.iri, site.addresses))


async def graph(request: Request) -> Response:
    """The citations around a thing as a picture."""
    site, thing = site_of(request), _thing(request)
    depth = request.query_params.get("depth", "1")
    if depth not in _DEPTHS:
        raise RefusalError(400, f"depth is one of {', '.join(_DEPTHS)}")
    return _own_policy(await site.pool.run(drawn.graph, thing.iri, int(depth), site.addresses))


async def download(request: Request) -> Response:
    """A document in one of the forms of `kg export`."""
    site, thing = site_of(request), _thing(request)
    form = export.FORMATS.get(request.query_params.get("form", "turtle"))
    if form is None:
        raise RefusalError(400, f"a form is one of {', '.join(export.FORMATS)}")
    if not thing.read:
        raise UnknownThingError(thing.identity, thing.iri, f"{thing.identity} was not read into this graph")
    text = await site.pool.run(exported, thing.iri, form.name, site.settings.bounds)
    name = _NOT_IN_A_NAME.sub("_", thing.identity).strip("_") or "document"
    disposition = f'attachment; filename="{name}{form.suffix}"'
    return Response(text, media_type=form.media_type, headers={"Content-Disposition": disposition})


def exported(store: OxigraphStore, iri: str, form: str, bounds: Bounds) -> bytes:
    """A document in a form, in a worker. RefusalError if it is larger than an answer may be."""
    out = io.BytesIO()
    export.FORMATS[form].write(export.of_document(store, iri), out)
    if out.tell() > bounds.answer_bytes:
        raise too_large(bounds.answer_bytes)
    return out.getvalue()


def _thing(request: Request) -> Thing:
    """The thing that the path names. UnknownThingError if the graph has none of that name."""
    site, name = site_of(request), request.path_params["name"]
    try:
        iri = iri_of(name)
    except QueryError as error:
        raise UnknownThingError(name, None, error.message) from error
    thing = site.index.get(iri)
    if thing is None:
        raise UnknownThingError(name, iri, f"this graph knows nothing of {name}")
    return thing


def _plain(address: str, site: Site) -> str:
    return unquote(address.removeprefix(f"{site.addresses.root}/instrument/"))


def _own_policy(page: str) -> HTMLResponse:
    return HTMLResponse(page, headers={"Content-Security-Policy": policy_of(page)})


def unknown_page(request: Request, error: Exception) -> Response:
    """404, with what is spelt alike."""
    assert isinstance(error, UnknownThingError)
    site = site_of(request)
    known = site.index.get(error.iri) if error.iri else None
    return site.page(
        "unknown.html",
        status=404,
        reason=error.reason,
        known=known,
        official=official(error.iri) if error.iri else None,
        alike=[each for each in site.index.alike(error.name) if each is not known],
    )
