"""Puts what was read into the store, so that every graph is whole at every moment and follows from its sources alone.

New graphs are loaded in bulk: Oxigraph takes one load in whole or not at all. A graph that is there is brought up to
date by the difference, in one transaction: after a change of the software most quads are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pyoxigraph import NamedNode, Quad

from kg.build.ledger import Ledger
from kg.build.outcome import Read, Source, Unchanged
from kg.store import OxigraphStore
from kg.store.faults import store_faults
from kg.symbols.iri import BASE
from kg.triples import reused
from kg.triples.terms import iri, string

ALTERNATE_OF = "http://www.w3.org/ns/prov#alternateOf"
"""PROV-O: another source of the same document."""

_GRAPHS = f"{BASE}graph/"
_SOURCE = "urn:sha256:"
_DERIVED, _ALTERNATE = NamedNode(reused.WAS_DERIVED_FROM), NamedNode(ALTERNATE_OF)


class Writer:
    """Keeps a store and its ledger in step.

    `wanted` are the sources that must be read again for graphs to be right, `added` counts the graphs that are new.
    """

    def __init__(self, store: OxigraphStore, ledger: Ledger) -> None:
        self._store = store
        self._ledger = ledger
        self.wanted: set[str] = set()
        self.added = 0

    def compare(self) -> set[str]:
        """The graphs whose sources are others in the store than in the ledger; those sources are to be read again.

        So it is after a crash, or where another program wrote to the store.
        """
        held = self._held()
        known: dict[str, list[Source]] = {}
        for source in self._ledger.all_sources():
            if source.graph:
                known.setdefault(source.graph, []).append(source)
        doubtful = {graph for graph, sources in known.items() if held.get(graph) != _digests(sources)}
        with self._ledger.transaction():
            for graph in sorted(doubtful):
                self._ledger.distrust(graph)
        return doubtful

    def write(self, outcomes: Sequence[Read | Unchanged], touched: Iterable[str] = ()) -> None:
        """Take note of files that were read or have not changed, and bring the graphs they touch up to date."""
        changed, texts = set(touched), {}
        with self._ledger.transaction():
            for outcome in outcomes:
                if isinstance(outcome, Unchanged):
                    changed |= self._unchanged(outcome)
                else:
                    changed |= self._ledger.record(outcome.path, outcome.source)
                    texts[outcome.source.graph, outcome.source.key] = outcome.quads
            self._settle(changed, texts)

    def prune(self, gone: Iterable[bytes]) -> None:
        """Forget files that are gone, and remove the graphs that no source is left of."""
        with self._ledger.transaction():
            self._settle({graph for path in gone for graph in self._ledger.forget(path)}, {})
            for graph in self._store.graphs():
                if graph.startswith(_GRAPHS) and not self._ledger.sources(graph):
                    self._store.remove_graph(graph)

    def _unchanged(self, outcome: Unchanged) -> set[str]:
        if self._ledger.source(outcome.key) is None:  # dropped meanwhile, for the file that held it has changed
            self.wanted.add(outcome.key)
        return self._ledger.place(outcome.path, outcome.key)

    def _settle(self, graphs: set[str], texts: dict[tuple[str | None, str], bytes]) -> None:
        """Make graphs what their sources say: `texts` are the quads just read, by graph and source."""
        new, replaced = [], False
        for graph in sorted(graphs):
            sources = self._ledger.sources(graph)
            if not sources:
                self._store.remove_graph(graph)
                replaced = True
                continue
            text = texts.get((graph, sources[0].key)) or self._standing(graph, sources[0])
            if text is None:
                self.wanted.add(sources[0].key)
                continue
            quads = text + _alternates(graph, sources)
            if not self._store.has_graph(graph):
                new.append(quads)
            elif self._exchange(graph, quads):
                replaced = True
        if new:
            self._store.load_nquads(b"".join(new))
            self.added += len(new)
        if replaced:
            self._store.flush()  # a load in bulk is on disk at once, a transaction is not

    def _standing(self, graph: str, source: Source) -> bytes | None:
        """The quads of a graph as they stand, without its other sources, if they were read from this one."""
        if not source.software or self._derived(graph) != {source.digest}:
            return None
        own = f"<{_SOURCE}{source.digest}> "
        lines = (line for line in self._lines(graph) if line.startswith(own) or not line.startswith(f"<{_SOURCE}"))
        return "".join(f"{line}\n" for line in lines).encode()

    def _exchange(self, graph: str, quads: bytes) -> bool:
        """Make a graph that is there consist of these quads, in one transaction; whether anything had to change."""
        before, after = set(self._lines(graph)), set(quads.decode().splitlines())
        name, end = iri(graph), len(f" {iri(graph)} .")
        steps = (("DELETE", before - after), ("INSERT", after - before))
        update = " ;\n".join(
            f"{verb} DATA {{ GRAPH {name} {{\n" + "".join(f"{line[:-end]} .\n" for line in sorted(lines)) + "} }"
            for verb, lines in steps
            if lines
        )
        if update:
            with store_faults(self._store.source):
                self._store.inner.update(update)
        return bool(update)

    def _lines(self, graph: str) -> list[str]:
        return [f"{quad} ." for quad in self._quads(None, graph)]

    def _derived(self, graph: str) -> set[str]:
        return {_digest(quad.object) for quad in self._quads(_DERIVED, graph)}

    def _quads(self, predicate: NamedNode | None, graph: str | None) -> list[Quad]:
        with store_faults(self._store.source):
            found = self._store.inner.quads_for_pattern(None, predicate, None, NamedNode(graph) if graph else None)
            return list(found)

    def _held(self) -> dict[str, tuple[str, frozenset[str]]]:
        """What the store says of each graph: the digest of its source, and those of the other sources."""
        others: dict[str, set[str]] = {}
        for quad in self._quads(_ALTERNATE, None):
            others.setdefault(_graph(quad), set()).add(_digest(quad.subject))
        derived = {_graph(quad): _digest(quad.object) for quad in self._quads(_DERIVED, None)}
        return {graph: (digest, frozenset(others.get(graph, ()))) for graph, digest in derived.items()}


def _digests(sources: list[Source]) -> tuple[str, frozenset[str]]:
    first = min(sources, key=lambda source: source.rank)
    return first.digest, frozenset(source.digest for source in sources) - {first.digest}


def _alternates(graph: str, sources: list[Source]) -> bytes:
    """The quads that name the sources of a document beside the one that its graph was taken from."""
    first, name = sources[0], iri(graph)
    lines = []
    for other in {source.digest: source for source in sources if source.digest != first.digest}.values():
        node = iri(f"{_SOURCE}{other.digest}")
        lines.append(f"{node} <{reused.TYPE}> <{reused.ENTITY}> {name} .\n")
        lines.append(f"{node} <{reused.IN_LANGUAGE}> {string(other.language)} {name} .\n")
        lines.append(f"{node} <{ALTERNATE_OF}> {iri(_SOURCE + first.digest)} {name} .\n")
    return "".join(lines).encode()


def _graph(quad: Quad) -> str:
    return quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""


def _digest(term: object) -> str:
    return term.value.removeprefix(_SOURCE) if isinstance(term, NamedNode) else ""
