"""A store brought to a server, graph by graph: what the server has already is not sent again.

A push that was cut off, at any moment, is continued by the same call.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg.store.marks import ON_ITS_WAY, digest, exchange, marks, values
from kg.store.oxigraph import OxigraphStore
from kg.store.remote import RemoteStore

_MOST_GRAPHS = 100
_MOST_CHARACTERS = 8 << 20

Watch = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Pushed:
    """What came of a push: graphs sent, with their quads; graphs that were there already; graphs of former pushes
    that are gone from the store, and whether they were removed from the server too.
    """

    sent: int
    quads: int
    kept: int
    gone: int
    pruned: bool


@dataclass(frozen=True, slots=True)
class _Graph:
    name: str
    triples: list[str]
    mark: str


def push(source: OxigraphStore, target: RemoteStore, *, prune: bool = False, watch: Watch | None = None) -> Pushed:
    """Bring every named graph of a store to a server, each whole, in the place of what the server had of it.

    With `prune`, graphs of former pushes that the store no longer has are removed; others are never touched. `watch` is
    told how many graphs are done with each batch. StoreError if either fails: what was sent stays, and counts.
    """
    names = source.graphs()
    sent = quads = 0
    for batch in _batches(source, names):
        wanting = _send(target, batch)
        sent += len(wanting)
        quads += sum(len(graph.triples) for graph in wanting)
        if watch is not None:
            watch(len(batch))
    gone = sorted(set(target.pushed()) - set(names))
    if prune:
        _remove(target, gone)
    return Pushed(sent, quads, len(names) - sent, len(gone), prune)


def _batches(source: OxigraphStore, names: Iterable[str]) -> Iterator[list[_Graph]]:
    """The graphs of a store, so many at a time as are asked about at once and fit into memory."""
    batch: list[_Graph] = []
    size = 0
    for name in names:
        triples = source.triples(name)
        batch.append(_Graph(name, triples, digest(triples)))
        size += sum(map(len, triples))
        if len(batch) >= _MOST_GRAPHS or size >= _MOST_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _send(target: RemoteStore, batch: list[_Graph]) -> list[_Graph]:
    """Send those graphs of a batch that the server does not have as they are; which these are."""
    names = [graph.name for graph in batch]
    marked, sizes = marks(target, names), _sizes(target, names)
    wanting = [
        graph
        for graph in batch
        if marked.get(graph.name) != {graph.mark} or sizes.get(graph.name) != len(graph.triples)
    ]
    underway = {graph.name: ON_ITS_WAY for graph in wanting}
    exchange(target, {name: marked.get(name, ()) for name in underway}, underway)
    for graph in wanting:
        target.put_graph(graph.name, graph.triples)
    exchange(target, {name: [mark] for name, mark in underway.items()}, {graph.name: graph.mark for graph in wanting})
    return wanting


def _sizes(target: RemoteStore, names: Iterable[str]) -> dict[str, int]:
    """The number of triples of graphs on a server: another program may have changed or dropped them."""
    pattern = f"{values(names)} GRAPH ?graph {{ ?s ?p ?o }}"
    found = target.rows(f"SELECT ?graph (COUNT(*) AS ?count) WHERE {{ {pattern} }} GROUP BY ?graph")
    return {
        graph.value: int(count.value)
        for graph, count in found
        if isinstance(graph, NamedNode) and isinstance(count, Literal)
    }


def _remove(target: RemoteStore, names: list[str]) -> None:
    """Remove graphs, then their marks: cut off in between, the next push removes the rest."""
    for first in range(0, len(names), _MOST_GRAPHS):
        some = names[first : first + _MOST_GRAPHS]
        for name in some:
            target.remove_graph(name)
        exchange(target, marks(target, some), {})
