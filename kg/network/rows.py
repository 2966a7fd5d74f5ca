"""One way to ask: SELECT rows as plain strings over the union of the named graphs, whatever holds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import pyoxigraph
from rdflib import Dataset, Graph
from rdflib.query import ResultRow

from kg.store import Store, Table

Source: TypeAlias = Store | pyoxigraph.Store | Graph
Row: TypeAlias = tuple[str | None, ...]


def rows(source: Source, query: str) -> Iterator[Row]:
    """The rows of a SELECT, one string a variable: the IRI or the lexical form, None where unbound."""
    if isinstance(source, Graph):
        return _from_rdflib(source, query)
    if isinstance(source, pyoxigraph.Store):
        return _strings(source.query(query, use_default_graph_as_union=True))
    answer = source.ask(query)
    return _strings(answer.rows if isinstance(answer, Table) else ())


def _strings(solutions: object) -> Iterator[Row]:
    if isinstance(solutions, Iterable):
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
