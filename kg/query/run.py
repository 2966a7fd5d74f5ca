"""Asking: a query of the catalogue with its values, or a query that somebody wrote."""

from __future__ import annotations

from collections.abc import Mapping

from kg.errors import QueryError
from kg.query.catalogue import Query, did_you_mean
from kg.query.header import LIMIT, REQUIRED, Parameter
from kg.query.parameters import Value, convert
from kg.query.results import Result, collect
from kg.store import Store
from kg.symbols import Scheme
from kg.triples import reused

_SCHEME = Scheme()
_PREFIXES = "".join(f"PREFIX {prefix}: <{namespace}> " for prefix, namespace in reused.PREFIXES)


def run(
    store: Store, query: Query, values: Mapping[str, str], *, max_rows: int | None = None, scheme: Scheme = _SCHEME
) -> Result:
    """What the store answers to a query of the catalogue; at most `max_rows` rows, if given.

    `values` holds what a person typed for each parameter by name. QueryError for a value that is missing, unknown or of
    the wrong type; StoreError if the store fails.
    """
    return collect(store.ask(bind(query, values, scheme)), max_rows)


def ask(store: Store, text: str, *, max_rows: int | None = None) -> Result:
    """What the store answers to SPARQL that somebody wrote; the usual prefixes need not be declared.

    QueryError if it is no query, does not parse, or would reach anything but the store's own graphs.
    """
    from kg.query.safety import check  # rdflib: heavy, and the catalogue does without

    graphs = check(text)
    unknown = next((graph for graph in graphs if not store.has_graph(graph)), None)
    if unknown is not None:
        raise QueryError(f"FROM names a graph that the store does not hold: {unknown}")
    return collect(store.ask(_PREFIXES + text, union=not graphs), max_rows)


def bind(query: Query, values: Mapping[str, str], scheme: Scheme = _SCHEME) -> str:
    """The text of a query with its values in their places, as any SPARQL 1.1 server takes it.

    Values never enter as text: each becomes an RDF term first, and Oxigraph writes the term.
    Raises QueryError as `run` does.
    """
    terms = _terms(query, values, scheme)
    pieces: list[str] = []
    end = 0
    for place in query.places:
        term = terms[place.name]
        pieces += query.text[end : place.start], term.value if place.name == LIMIT else str(term)
        end = place.end
    return "".join([*pieces, query.text[end:]])


def _terms(query: Query, values: Mapping[str, str], scheme: Scheme) -> dict[str, Value]:
    names = [parameter.name for parameter in query.parameters]
    for name in values:
        if name not in names:
            takes = f"; it takes {', '.join(names)}" if names else "; it takes none"
            hint = did_you_mean(name, names) or takes
            raise QueryError(f"no parameter {name!r}{hint}", source=query.name)
    return {parameter.name: _term(query, parameter, values, scheme) for parameter in query.parameters}


def _term(query: Query, parameter: Parameter, values: Mapping[str, str], scheme: Scheme) -> Value:
    given = values.get(parameter.name, parameter.default)
    if given is None:
        example = f"{parameter.name}={parameter.example}"
        raise QueryError(f"{parameter.name} is {REQUIRED} ({parameter.meaning}), e.g. {example}", source=query.name)
    try:
        return convert(parameter.type, given.strip(), scheme)
    except QueryError as error:
        raise QueryError(error.message, source=query.name, place=parameter.name) from error
