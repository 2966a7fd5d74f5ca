"""Chains and ancestors, checked by hand and against plain definitions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import NetworkError
from kg.model import Kind
from kg.network import Chain, Edge, Network, Node, ancestors, chains, dated_chains, shortest_chains
from kg.network.elements import add_edge, add_node


def test_shortest_chain(network: Network) -> None:
    (chain,) = shortest_chains(network, "A/RES/62/209", "A/RES/33/134")
    assert chain.identities == ("A/RES/62/209", "A/RES/57/263", "A/RES/33/134")
    assert [(step.relations, step.places) for step in chain.steps] == [
        (("reaffirms",), ("PP1",)),
        (("recalls",), ("PP1",)),
    ]
    assert (chain.steps[1].citing_date, chain.steps[1].cited_date) == ("2002-12-20", "1978-12-19")
    assert chain.dated


def test_all_chains_shortest_first(network: Network) -> None:
    found = chains(network, "A/RES/62/209", "A/RES/33/134")
    assert [chain.identities[1:-1] for chain in found] == [("A/RES/57/263",), ("A/RES/57/263", "A/RES/50/119")]


@pytest.mark.parametrize(("longest", "at_most", "expected"), [(1, 10, 0), (2, 10, 1), (3, 10, 2), (3, 1, 1)])
def test_bounds(network: Network, longest: int, at_most: int, expected: int) -> None:
    assert len(chains(network, "A/RES/62/209", "A/RES/33/134", longest, at_most)) == expected


def test_no_way_is_no_error(network: Network) -> None:
    assert shortest_chains(network, "A/RES/33/134", "A/RES/62/209") == []
    assert chains(network, "A/DEC/62/518", "A/RES/62/209") == []


def test_a_chain_to_something_undated_is_not_dated(network: Network) -> None:
    (chain,) = shortest_chains(network, "A/RES/62/209", "A/58/683")
    assert not chain.dated


@pytest.mark.parametrize(
    ("citing", "cited", "message"),
    [
        ("A/RES/62/209", "A/RES/1/1", "no node"),
        ("nothing", "A/RES/62/209", "no node"),
        ("A/58/683", "A/58/683", "twice"),
    ],
)
def test_unusable_ends(network: Network, citing: str, cited: str, message: str) -> None:
    for find_chains in (shortest_chains, chains):
        with pytest.raises(NetworkError, match=message):
            find_chains(network, citing, cited)


def test_a_chain_needs_a_length(network: Network) -> None:
    with pytest.raises(NetworkError, match="at least one"):
        chains(network, "A/RES/62/209", "A/RES/33/134", longest=0)


def test_ancestors_by_depth_then_oldest(network: Network) -> None:
    found = ancestors(network, "A/RES/62/209")
    assert [(each.identity, each.depth) for each in found] == [
        ("A/RES/57/263", 1),
        ("A/58/683", 1),
        ("buenos-aires-plan-of-action", 1),
        ("A/RES/33/134", 2),
        ("A/RES/50/119", 2),
    ]
    assert found[3].through == ("A/RES/57/263",)
    assert [each.identity for each in ancestors(network, "A/RES/62/209", depth=1)] == [e.identity for e in found[:3]]


@st.composite
def networks(draw: st.DrawFn) -> Network:
    size = draw(st.integers(2, 7))
    pairs = draw(st.lists(st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)), max_size=20))
    network = Network()
    for number in range(size):
        date = draw(st.sampled_from([None, "1978", "1994-12-19", "2007-12-19"]))
        add_node(network, Node(f"urn:{number}", str(number), "", Kind.RESOLUTION, None, date, 0, True))
    for number, (a, b) in enumerate(pairs):
        add_edge(
            network, Edge(f"urn:e{number}", f"urn:{a}", f"urn:{b}", "recalls", None, "", None, None, (), *[None] * 4)
        )
    return network


@given(networks())
def test_chains_are_chains(network: Network) -> None:
    found = chains(network, "0", "1", longest=3)
    assert len({chain.identities for chain in found}) == len(found)
    assert [len(chain.steps) for chain in found] == sorted(len(chain.steps) for chain in found)
    for chain in found:
        assert chain.identities[0] == "0"
        assert chain.identities[-1] == "1"
        assert len(set(chain.identities)) == len(chain.identities)
        assert all(network.has_edge(f"urn:{step.citing}", f"urn:{step.cited}") for step in chain.steps)
    least = min((len(chain.steps) for chain in found), default=0)
    if found:
        assert [c for c in found if len(c.steps) == least] == shortest_chains(network, "0", "1")


@given(networks())
def test_dated_chains_are_the_chains_that_are_dated(network: Network) -> None:
    longest = len(network)
    expected = [chain for chain in chains(network, "0", "1", longest) if _goes_back(chain)]
    assert dated_chains(network, "0", "1", longest) == expected
    assert all(chain.dated for chain in expected)


def _goes_back(chain: Chain) -> bool:
    """Whether every step leads to something surely older, by the less exact of both dates."""
    dates = [(step.cited_date or "", step.citing_date or "") for step in chain.steps]
    return all(old and new and old[: len(new)] < new[: len(old)] for old, new in dates)


def test_dated_chains(network: Network) -> None:
    assert len(dated_chains(network, "A/RES/62/209", "A/RES/33/134")) == 2
    assert dated_chains(network, "A/RES/62/209", "A/58/683") == []
    assert len(dated_chains(network, "A/RES/62/209", "A/RES/33/134", at_most=1)) == 1
    with pytest.raises(NetworkError, match="twice"):
        dated_chains(network, "A/RES/62/209", "A/RES/62/209")


@given(networks())
def test_ancestors_are_what_chains_reach(network: Network) -> None:
    reached = {each.identity: each.depth for each in ancestors(network, "0")}
    for other in range(1, len(network)):
        found = shortest_chains(network, "0", str(other))
        assert reached.get(str(other)) == (len(found[0].steps) if found else None)
