"""What the rest of the program asks of a store. A SPARQL 1.1 server can stand behind it as well as a local one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from kg.store.answers import Answer


class Store(Protocol):
    """Named graphs that can be asked and written to. Every method raises StoreError where the store fails."""

    def ask(self, query: str, *, union: bool = True) -> Answer:
        """The answer to a SPARQL query; QueryError if it does not parse or cannot be evaluated.

        With `union` the default graph is the union of all graphs, where a triple may come once for every graph that
        holds it. Without, it is what the query's FROM clauses say.
        """
        ...

    def load_nquads(self, quads: bytes | Iterable[str]) -> None:
        """Add quads, fast: N-Quads as bytes or as lines. Not atomic: a fault may leave those before it."""
        ...

    def replace_graph(self, graph: str, nquads: Iterable[str]) -> None:
        """Put these quads in the place of all that a named graph held, all or nothing.

        StoreError if a quad belongs to another graph.
        """
        ...

    def remove_graph(self, graph: str) -> None:
        """Remove a named graph with its quads, if it is there."""
        ...

    def graphs(self) -> tuple[str, ...]:
        """The IRIs of the named graphs, sorted."""
        ...

    def has_graph(self, graph: str) -> bool:
        """Whether there is such a named graph."""
        ...

    def dump(self) -> Iterator[str]:
        """All quads as N-Quads lines without line ends: graph by graph in the order of their IRIs, each sorted."""
        ...

    def __len__(self) -> int:
        """The number of quads."""
        ...
