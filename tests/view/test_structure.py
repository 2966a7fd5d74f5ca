"""Communities, main path and hubs, as the page shows them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kg.model import Kind
from kg.network import Network, Node, nodes
from kg.network.elements import add_node
from kg.view.structure import MOST_COMMUNITIES, Community, structure

from .conftest import cite


def test_two_families_and_what_is_in_neither(families: Network) -> None:
    found = structure(families, nodes(families))
    assert found.communities == (
        Community("Rivers", 13),
        Community("Elephants", 12),
        Community("Bodies, and what stands apart", 1, rest=True),
    )
    of = {each.iri: found.communities[found.community_of[each.iri]].caption for each in nodes(families)}
    assert {of[each.iri] for each in nodes(families) if each.label == "Rivers"} == {"Rivers"}
    assert of["urn:secretary-general"] == "Bodies, and what stands apart"
    assert set(found.hubs) == {"urn:charter-of-the-united-nations", "urn:secretary-general"}


def test_the_main_path_is_one_way_from_the_oldest_on(families: Network) -> None:
    path = structure(families, nodes(families)).path
    assert len(path) >= 11
    assert all(older[0] == younger[1] for older, younger in pairwise(path))


def test_a_single_text_has_no_communities(star: Network) -> None:
    found = structure(star, nodes(star))
    assert [each.rest for each in found.communities] == [True]
    assert set(found.community_of.values()) == {0}


def test_an_empty_network_has_no_structure() -> None:
    found = structure(Network(), [])
    assert (found.communities, found.community_of, found.path, found.hubs) == ((), {}, (), ())


def test_there_are_no_more_communities_than_colours() -> None:
    network = Network()
    for family in range(12):
        iris = [f"urn:{family}-{number}" for number in range(4 + family)]
        for number, iri in enumerate(iris):
            this = Node(iri, iri, "", Kind.RESOLUTION, None, str(2000 + number), 1, True)
            add_node(network, replace(this, label="A plan", kind=Kind.INSTRUMENT) if not number else this)
        for number, iri in enumerate(iris):
            for older in iris[:number]:
                cite(network, iri, older, "recalls", None, "", number)
    found = structure(network, nodes(network))
    assert len(found.communities) == MOST_COMMUNITIES + 1
    assert [each.size for each in found.communities[:-1]] == sorted((15 - n for n in range(7)), reverse=True)
    assert found.communities[0].caption == "A plan"
    assert found.communities[-1].caption == "What stands apart"


def test_what_is_known_by_a_name_stands_in_a_caption_by_its_name() -> None:
    network = Network()
    for family, size in (("a", 8), ("b", 6)):
        for number in range(size):
            iri = f"urn:{family}{number}"
            this = Node(iri, f"{family}{number}", "", Kind.RESOLUTION, None, str(2000 + number), 1, True)
            plan = replace(this, label="A plan", kind=Kind.INSTRUMENT)
            add_node(network, plan if iri == "urn:a1" else this)
            for older in range(number):
                cite(network, iri, f"urn:{family}{older}", "recalls", None, "", number)
    found = structure(network, nodes(network))
    assert [each.caption for each in found.communities] == ["a0, A plan", "b0, b1"]
