"""The registry's graph of a store: titles and dates of what the store names and nobody has read."""

from __future__ import annotations

from pyoxigraph import Literal

from kg.registry import Registry
from kg.store.answers import Statements, Table
from kg.store.interface import Store
from kg.triples import reused
from kg.triples.registry import registry_graph, registry_quads

_NAMED = f"SELECT DISTINCT ?symbol WHERE {{ ?thing <{reused.IDENTIFIER}> ?symbol }}"
_READ = (
    f"SELECT DISTINCT ?symbol WHERE {{ ?graph <{reused.PRIMARY_TOPIC}> ?thing . ?thing <{reused.IDENTIFIER}> ?symbol }}"
)


def register(store: Store, registry: Registry | None = None) -> int:
    """Bring the registry's graph of a store up to date, and say how many quads it holds.

    It follows from what the other graphs name and from the registry (by default the installed one), so it is to be
    called when those have changed; a graph that is right already is left alone. StoreError if the store fails.
    """
    graph = registry_graph()
    quads = registry_quads(unread(store), registry)
    if quads == _held(store, graph):
        return len(quads)
    if quads:
        store.replace_graph(graph, quads)
    else:
        store.remove_graph(graph)
    return len(quads)


def unread(store: Store) -> set[str]:
    """The symbols of what a store names and holds no text of."""
    return _symbols(store, _NAMED) - _symbols(store, _READ)


def _symbols(store: Store, query: str) -> set[str]:
    answer = store.ask(query)
    assert isinstance(answer, Table)
    return {term.value for (term,) in answer.rows if isinstance(term, Literal)}


def _held(store: Store, graph: str) -> list[str]:
    answer = store.ask(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}", union=False)
    assert isinstance(answer, Statements)
    return sorted(f"{triple} <{graph}> ." for triple in answer.triples)
