"""One way to ask: SELECT rows as plain strings over the union of the named graphs, whatever holds them."""

from __future__ import annotations

from collections import defaultdict
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


def statements(source: Source, term: str) -> Iterator[tuple[str, str]]:
    """Subject and value of every statement under a property; the same one again for each graph that holds it.

    A SELECT of one pattern is answered many times faster than one that looks up each property of each subject.
    """
    for subject, value in rows(source, f"SELECT ?subject ?value WHERE {{ ?subject <{term}> ?value }}"):
        if subject is not None and value is not None:
            yield subject, value


def least(source: Source, term: str) -> dict[str, str]:
    """The value of a property by subject; of several the first by spelling."""
    found: dict[str, str] = {}
    for subject, value in statements(source, term):
        if subject not in found or value < found[subject]:
            found[subject] = value
    return found


def several(source: Source, term: str) -> dict[str, tuple[str, ...]]:
    """All values of a property by subject, sorted."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for subject, value in statements(source, term):
        found[subject].add(value)
    return {subject: tuple(sorted(values)) for subject, values in found.items()}


def _strings(solutions: object) -> Iterator[Row]:
    if isinstance(solutions, Iterable):
        for solution in solutions:
            yield tuple([getattr(term, "value", None) for term in solution])  # a triple term or nothing has no value


def _from_rdflib(graph: Graph, query: str) -> Iterator[Row]:
    # A Dataset asks its default graph alone unless told otherwise: look at the same store through one that is told.
    whole = Dataset(store=graph.store, default_union=True) if isinstance(graph, Dataset) else graph
    for row in whole.query(query):
        if isinstance(row, ResultRow):
            yield tuple(None if term is None else str(term) for term in row)
