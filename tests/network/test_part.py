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
    find,
    neighbourhood,
    nodes,
    reached,
    shortest_chains,
)
from kg.pipeline import put, reading, sample_store
from kg.store import OxigraphStore, open_store
from kg.symbols.iri import BASE
from kg.triples import reused, vocabulary
from tests.builds.files import text, write

UN = "https://undocs.org/"
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


def test_a_name_means_the_same_in_a_part_as_in_the_whole(session: OxigraphStore) -> None:
    """A title of several documents is refused; a name that `kg query` knows is that, whatever else is called so."""
    session.inner.update(
        "INSERT DATA { GRAPH <urn:g> { <https://undocs.org/A/RES/70/5> "
        f"<{reused.PREF_LABEL}> 'Secretary-General' }} }}"
    )
    network, body = build(session), f"{BASE}id/body/secretary-general"
    assert find(network, "Secretary-General") == body
    assert find(around(session, "Secretary-General"), "Secretary-General") == body
    expected = shortest_chains(network, "70/7", "Secretary-General")
    assert shortest_chains(between(session, "70/7", "Secretary-General"), "70/7", "Secretary-General") == expected
    session.inner.update("DROP GRAPH <urn:g>")
    with pytest.raises(NetworkError, match="names several nodes"):
        around(session, "Small islands")
    with pytest.raises(NetworkError, match="names several nodes"):
        between(session, "70/9", "Small islands")


def test_texts_without_passages_are_read_all_the_same(session: OxigraphStore) -> None:
    """As in the atlas, which holds no texts."""
    bare = open_store()
    lines = (line for line in session.dump() if f"<{vocabulary.PARAGRAPH_LABEL}>" not in line)
    bare.load_nquads(lines)
    network = build(bare)
    assert network.nodes[f"{UN}A/RES/70/4"]["read"]
    assert nodes(around(bare, "70/4", 2)) == nodes(neighbourhood(network, "70/4", 2))


def test_a_citation_of_no_kind_has_its_ends(session: OxigraphStore) -> None:
    bare = open_store()
    bare.load_nquads(line for line in session.dump() if f"<{vocabulary.CITATION_KIND}>" not in line)
    assert set(around(bare, "70/9")) == set(neighbourhood(build(bare), "70/9"))


def test_of_too_many_things_the_most_linked_are_kept(session: OxigraphStore) -> None:
    iri = f"{UN}A/RES/70/9"
    everything, whole = reached(session, iri, 2)
    assert whole
    assert reached(session, iri, 2, len(everything)) == (everything, True)
    some, whole = reached(session, iri, 2, 4)
    assert (len(some), whole) == (4, False)
    assert {iri, f"{UN}A/RES/70/7", f"{UN}A/RES/70/8"} < some  # the nearest; bodies come last
    assert reached(session, iri, 2, 4) == (some, False)


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
