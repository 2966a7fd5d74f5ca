"""One way to ask: SELECT rows as plain strings, from rdflib or from pyoxigraph, over the union of the named graphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import pyoxigraph
from rdflib import Dataset, Graph
from rdflib.query import ResultRow

Source: TypeAlias = Graph | pyoxigraph.Store
Row: TypeAlias = tuple[str | None, ...]


def rows(source: Source, query: str) -> Iterator[Row]:
    """The rows of a SELECT, one string a variable: the IRI or the lexical form, None where unbound."""
    return _from_oxigraph(source, query) if isinstance(source, pyoxigraph.Store) else _from_rdflib(source, query)


def _from_oxigraph(store: pyoxigraph.Store, query: str) -> Iterator[Row]:
    solutions = store.query(query, use_default_graph_as_union=True)
    if not isinstance(solutions, pyoxigraph.QuerySolutions):
        raise TypeError("only SELECT gives rows")
    for solution in solutions:
        yield tuple(_text(term) for term in solution)


def _text(term: object) -> str | None:
    if isinstance(term, pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal):
        return term.value
    return None


def _from_rdflib(graph: Graph, query: str) -> Iterator[Row]:
    # A Dataset asks its default graph alone unless told otherwise: look at the same store through one that is told.
    whole = Dataset(store=graph.store, default_union=True) if isinstance(graph, Dataset) else graph
    for row in whole.query(query):
        if isinstance(row, ResultRow):
            yield tuple(None if term is None else str(term) for term in row)
