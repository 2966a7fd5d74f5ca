"""What a server remembers of a push: for every graph that was sent a digest of its triples, in a graph of its own.

A mark is written when its graph is whole on the server, so a push that was cut off continues where it stood. While a
graph is on its way its mark says so.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.symbols.iri import BASE
from kg.triples.terms import iri, string

if TYPE_CHECKING:
    from kg.store.remote import RemoteStore

MARKS = f"{BASE}pushed"
"""The graph of the marks."""
ON_ITS_WAY = "on its way"

_VERSION = "<http://www.w3.org/2002/07/owl#versionInfo>"
MARKED = f"GRAPH <{MARKS}> {{ ?graph {_VERSION} ?mark }}"
"""The pattern that marked graphs match."""


def digest(triples: Iterable[str]) -> str:
    """The mark of a graph: the SHA-256 of its triples, sorted, as N-Triples lines."""
    found = hashlib.sha256()
    for triple in sorted(triples):
        found.update(f"{triple}\n".encode())
    return f"sha256:{found.hexdigest()}"


def marks(store: RemoteStore, graphs: Iterable[str]) -> dict[str, set[str]]:
    """The marks that a server has of these graphs: one each, unless two pushes met."""
    found: dict[str, set[str]] = defaultdict(set)
    for graph, mark in store.rows(f"SELECT ?graph ?mark WHERE {{ {values(graphs)} {MARKED} }}"):
        if isinstance(graph, NamedNode) and isinstance(mark, Literal):
            found[graph.value].add(mark.value)
    return dict(found)


def exchange(store: RemoteStore, old: Mapping[str, Iterable[str]], new: Mapping[str, str]) -> None:
    """Put new marks in the place of old ones."""
    before = "".join(f"{_statement(graph, mark)}\n" for graph, each in old.items() for mark in sorted(each))
    after = "".join(f"{_statement(graph, mark)}\n" for graph, mark in new.items())
    steps = (("DELETE", before), ("INSERT", after))
    update = " ;\n".join(f"{verb} DATA {{ GRAPH <{MARKS}> {{\n{text}}} }}" for verb, text in steps if text)
    if update:
        store.update(update)


def values(graphs: Iterable[str]) -> str:
    """The binding of ?graph to some graphs."""
    return f"VALUES ?graph {{ {' '.join(str(NamedNode(graph)) for graph in graphs)} }}"


def _statement(graph: str, mark: str) -> str:
    return f"{iri(graph)} {_VERSION} {string(mark)} ."
