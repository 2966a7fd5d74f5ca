"""The registry's graph of a store: it follows from what the other graphs name, and is written only when it changes."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from kg.registry import Registered, Registry, head_of, text
from kg.store import OxigraphStore, open_store
from kg.store.register import register, unread
from kg.triples import reused
from kg.triples.registry import registry_graph, registry_quads

GRAPH = "https://w3id.org/instrument-kg/graph/A/RES/62/209"
REGISTRY = Registry(
    text(
        [
            Registered("A/RES/33/134", "1978-12-19", "Rivers", None, ("cited",)),
            Registered("A/RES/60/1", "2005-09-16", None, None, ("cited",)),
            Registered("A/RES/62/209", "2007-12-19", "South-South cooperation", None, ("cited",)),
        ],
        head_of({"cited": "dates that others print"}),
    ).encode()
)
OTHER = Registry(text([Registered("A/RES/33/134", None, "Seas", None, ("cited",))], REGISTRY.head).encode())


def graph_of(number: str, *cited: str) -> list[str]:
    """A document's graph, as far as registering looks at it."""
    graph = f"https://w3id.org/instrument-kg/graph/{number}"
    lines = [f"<{graph}> <{reused.PRIMARY_TOPIC}> <https://undocs.org/{number}>"]
    lines += [f'<https://undocs.org/{each}> <{reused.IDENTIFIER}> "{each}"' for each in (number, *cited)]
    return [f"{line} <{graph}> ." for line in lines]


def store_of(*documents: Iterable[str]) -> OxigraphStore:
    store = open_store()
    for lines in documents:
        store.load_nquads(lines)
    return store


def registered(store: OxigraphStore) -> list[str]:
    return [line for line in store.dump() if line.endswith(f" <{registry_graph()}> .")]


def test_what_is_cited_and_was_not_read() -> None:
    store = store_of(graph_of("A/RES/62/209", "A/RES/33/134", "A/RES/1/1"), graph_of("A/RES/33/134", "A/RES/62/209"))
    assert unread(store) == {"A/RES/1/1"}


@pytest.mark.parametrize(
    ("cited", "known"),
    [
        ((), ()),
        (("A/RES/1/1",), ()),
        (("A/RES/33/134",), ("A/RES/33/134",)),
        (("A/RES/33/134", "A/RES/60/1"), ("A/RES/33/134", "A/RES/60/1")),
    ],
)
def test_the_graph_follows_from_what_is_named(cited: tuple[str, ...], known: tuple[str, ...]) -> None:
    store = store_of(graph_of("A/RES/62/209", *cited))
    count = register(store, REGISTRY)
    assert registered(store) == registry_quads(known, REGISTRY)
    assert count == len(registered(store))


def test_whatever_stood_there_before_it_is_the_same() -> None:
    """Documents come and go, the registry changes, and another program spoils the graph."""
    document = graph_of("A/RES/62/209", "A/RES/33/134", "A/RES/60/1")
    store = store_of(document)
    register(store, REGISTRY)
    expected = list(store.dump())
    store.load_nquads(graph_of("A/RES/33/134", "A/RES/1/1"))
    register(store, REGISTRY)
    assert not any("Rivers" in line for line in registered(store)), "it was read: its own graph has its title"
    store.remove_graph("https://w3id.org/instrument-kg/graph/A/RES/33/134")
    register(store, OTHER)
    assert any("Seas" in line for line in registered(store))
    store.load_nquads([f"<urn:x> <urn:y> <urn:z> <{registry_graph()}> ."])
    register(store, REGISTRY)
    assert list(store.dump()) == expected


def test_it_goes_when_nothing_is_known_any_more() -> None:
    store = store_of(graph_of("A/RES/62/209", "A/RES/33/134"))
    register(store, REGISTRY)
    store.remove_graph(GRAPH)
    assert register(store, REGISTRY) == 0
    assert store.graphs() == ()


def test_a_graph_that_is_right_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    store = store_of(graph_of("A/RES/62/209", "A/RES/33/134"))
    count = register(store, REGISTRY)
    for name in ("replace_graph", "remove_graph", "load_nquads"):
        monkeypatch.setattr(store, name, None)
    assert register(store, REGISTRY) == count
