"""The store on Oxigraph, in memory or on disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, RdfFormat

from kg.errors import StoreError
from kg.store.answers import Answer, Row, Statements, Table, Verdict
from kg.store.faults import query_faults, store_faults
from kg.store.lines import line_file
from kg.store.quads import triples_of

if TYPE_CHECKING:
    from rdflib import Dataset

_MARK = "CURRENT"
"""The file that every RocksDB folder has: how a store is told from another folder."""


def open_store(path: Path | None = None, *, read_only: bool = False) -> OxigraphStore:
    """The store in a folder, made if it is not there; in memory without a path.

    With `read_only` nothing is made or changed, and another process may be writing. StoreError if the folder holds
    something else, is in use, or cannot be read or written.
    """
    if path is None:
        return OxigraphStore(pyoxigraph.Store(), "memory")
    source = str(path)
    _check_folder(path, read_only)
    with store_faults(source):
        inner = pyoxigraph.Store.read_only(source) if read_only else pyoxigraph.Store(source)
    return OxigraphStore(inner, source)


def _check_folder(path: Path, read_only: bool) -> None:
    """Refuse what Oxigraph would fill with its files or fail on in its own words."""
    source = str(path)
    with store_faults(source):
        if path.exists() and not path.is_dir():
            raise StoreError("not a folder", source=source)
        filled = path.is_dir() and any(path.iterdir())
        if filled and not (path / _MARK).is_file():
            raise StoreError("the folder holds other files, not a store", source=source)
        if read_only and not filled:
            raise StoreError("no store there", source=source)


class OxigraphStore:
    """`kg.store.Store` on a `pyoxigraph.Store`, which `inner` gives to those who need the engine itself."""

    def __init__(self, inner: pyoxigraph.Store, source: str) -> None:
        self.inner = inner
        self.source = source

    @property
    def dataset(self) -> Dataset:
        """rdflib's API over the same quads; its default graph is the union of all."""
        from oxrdflib import OxigraphStore as RdflibStore  # rdflib: heavy, and few need it
        from rdflib import Dataset

        return Dataset(store=RdflibStore(store=self.inner), default_union=True)

    def ask(self, query: str, *, union: bool = True) -> Answer:
        with query_faults(self.source):
            found = self.inner.query(query, use_default_graph_as_union=union)
        if isinstance(found, pyoxigraph.QuerySolutions):
            return Table(tuple(variable.value for variable in found.variables), self._rows(found))
        if isinstance(found, pyoxigraph.QueryBoolean):
            return Verdict(bool(found))
        return Statements(self._triples(found))

    def load_nquads(self, quads: bytes | Iterable[str]) -> None:
        with store_faults(self.source):
            source = quads if isinstance(quads, bytes) else line_file(quads)
            self.inner.bulk_load(source, format=RdfFormat.N_QUADS)

    def replace_graph(self, graph: str, nquads: Iterable[str]) -> None:
        with store_faults(self.source):
            name = NamedNode(graph)
            # One update is one transaction: a reader, or a crash, sees the old graph or the new one.
            filling = "".join(f"{triple} .\n" for triple in triples_of(graph, nquads, self.source))
            self.inner.update(f"DROP SILENT GRAPH {name} ;\nINSERT DATA {{ GRAPH {name} {{\n{filling}}} }}")

    def remove_graph(self, graph: str) -> None:
        with store_faults(self.source):
            self.inner.remove_graph(NamedNode(graph))

    def graphs(self) -> tuple[str, ...]:
        with store_faults(self.source):
            return tuple(sorted(name.value for name in self.inner.named_graphs()))

    def has_graph(self, graph: str) -> bool:
        with store_faults(self.source):
            return self.inner.contains_named_graph(NamedNode(graph))

    def dump(self) -> Iterator[str]:
        yield from (f"{triple} ." for triple in self.triples(None))
        for graph in self.graphs():
            name = NamedNode(graph)
            yield from sorted(f"{triple} {name} ." for triple in self.triples(graph))

    def flush(self) -> None:
        """Write to disk what is still in memory; readers of a folder see it from then on."""
        with store_faults(self.source):
            self.inner.flush()

    def optimize(self) -> None:
        """Merge what several bulk loads left side by side on disk; seconds for a million quads, after which asking is
        at its quickest. Nothing of it is seen from outside, nor lost if it is cut short.
        """
        with store_faults(self.source):
            self.inner.optimize()

    def __len__(self) -> int:
        with store_faults(self.source):
            return len(self.inner)

    def triples(self, graph: str | None) -> list[str]:
        """The triples of a named graph, or of the default graph, as N-Triples without the dot, sorted."""
        with store_faults(self.source):
            name = NamedNode(graph) if graph is not None else DefaultGraph()
            text = self.inner.dump(format=RdfFormat.N_TRIPLES, from_graph=name) or b""
        return sorted(line.removesuffix(" .") for line in text.decode().split("\n")[:-1])

    def _rows(self, solutions: pyoxigraph.QuerySolutions) -> Iterator[Row]:
        with query_faults(self.source):
            for solution in solutions:
                yield tuple(solution)

    def _triples(self, found: pyoxigraph.QueryTriples) -> Iterator[pyoxigraph.Triple]:
        with query_faults(self.source):
            yield from found
