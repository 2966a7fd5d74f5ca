"""The network of a part of a store: the same as that part of the network of the whole store."""

from __future__ import annotations

from itertools import permutations

import pytest

from kg.errors import NetworkError
from kg.network import (
    Network,
    around,
    between,
    build,
    chains,
    dated_chains,
    edges,
    neighbourhood,
    nodes,
    shortest_chains,
)
from kg.pipeline import put, reading, sample_store
from kg.store import OxigraphStore, open_store
from kg.triples import reused
from tests.builds.files import text, write

CITED = {9: "70/7 and 70/8", 8: "70/5, 70/6 and 70/7", 7: "70/5", 6: "70/5 and 60/1", 5: "60/1", 4: "55/2", 3: "70/4"}
"""Resolutions of the seventieth session, and what each recalls."""


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> OxigraphStore:
    """A store of these resolutions, two families that only bodies join."""
    folder, store = tmp_path_factory.mktemp("session"), open_store()
    for number, cited in CITED.items():
        write(folder, {f"{number}.txt": text(number, cited)})
        put(store, reading(folder / f"{number}.txt"))
    return store


@pytest.fixture(scope="module", params=["session", "sample"])
def whole(request: pytest.FixtureRequest, session: OxigraphStore) -> tuple[OxigraphStore, Network]:
    """A store, and its network."""
    asked = session if request.param == "session" else sample_store()
    return asked, build(asked)


@pytest.mark.parametrize("depth", [0, 1, 2])
def test_around_is_the_neighbourhood_in_the_whole_network(whole: tuple[OxigraphStore, Network], depth: int) -> None:
    asked, network = whole
    for iri in network:
        part, expected = around(asked, iri, depth), neighbourhood(network, iri, depth)
        assert nodes(part) == nodes(expected)
        assert edges(part) == edges(expected)
        assert list(part) == list(expected)


@pytest.mark.parametrize("longest", [None, 1, 2, 3])
def test_between_holds_all_the_chains_of_the_whole_network(session: OxigraphStore, longest: int | None) -> None:
    network, found = build(session), 0
    for citing, cited in permutations(network, 2):
        part = between(session, citing, cited, longest)
        if longest is None:
            expected = shortest_chains(network, citing, cited)
            assert shortest_chains(part, citing, cited) == expected
        else:
            expected = chains(network, citing, cited, longest)
            assert chains(part, citing, cited, longest) == expected
            assert dated_chains(part, citing, cited, longest) == dated_chains(network, citing, cited, longest)
        found += bool(expected)
    assert found > 10


def test_a_thing_that_is_only_linked_to_is_none_of_the_network() -> None:
    """As bodies are in the atlas, which leaves out the citations of them."""
    asked = sample_store()
    body = "https://w3id.org/instrument-kg/id/body/secretary-general"
    asked.inner.update(
        f"DELETE {{ GRAPH ?g {{ ?c ?p ?o }} }} WHERE {{ GRAPH ?g {{ ?c <{reused.CITED_ENTITY}> <{body}> ; ?p ?o }} }}"
    )
    assert body not in around(asked, "62/209")
    assert nodes(around(asked, "62/209")) == nodes(neighbourhood(build(asked), "62/209"))
    with pytest.raises(NetworkError, match="no node 'Secretary-General'"):
        around(asked, "Secretary-General")


@pytest.mark.parametrize(
    ("name", "message"),
    [("A/RES/62/210", "did you mean A/RES/62/209"), ("South-South", "did you mean South-South cooperation")],
)
def test_unknown_names_are_answered_with_the_nearest(name: str, message: str) -> None:
    with pytest.raises(NetworkError, match=message):
        around(sample_store(), name)
    with pytest.raises(NetworkError, match=message):
        between(sample_store(), "62/209", name)
