"""N-Quads taken apart: the triples of one graph, and runs of quads of the same graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, islice

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat

from kg.errors import StoreError
from kg.store.lines import line_file


def triples_of(graph: str, nquads: Iterable[str], source: str) -> Iterator[str]:
    """The triples of quads that all belong to a graph, as N-Triples without the dot.

    StoreError, which names the store `source`, if one of them does not.
    """
    name = NamedNode(graph)
    for quad in pyoxigraph.parse(line_file(nquads), format=RdfFormat.N_QUADS):
        if quad.graph_name != name:
            raise StoreError(f"a quad of graph {quad.graph_name} cannot stand in {name}", source=source)
        yield str(quad.triple)


def runs(nquads: bytes | Iterable[str], longest: int) -> Iterator[tuple[NamedNode | DefaultGraph, list[str]]]:
    """Quads in their order, in runs of at most `longest` that belong to one graph: its name and their triples."""
    source = nquads if isinstance(nquads, bytes) else line_file(nquads)
    quads: Iterator[Quad] = pyoxigraph.parse(source, format=RdfFormat.N_QUADS)
    for graph, run in groupby(quads, key=lambda quad: quad.graph_name):
        assert isinstance(graph, NamedNode | DefaultGraph)  # N-Quads of this project name no graph by a blank node
        while some := [str(quad.triple) for quad in islice(run, longest)]:
            yield graph, some
