"""The main path, against the enumeration of all ways from a young end to an old one."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given

from kg.errors import NetworkError
from kg.network import Method, Network, main_path, node
from kg.network.dated import backward, older
from tests.network.networks import linked, networks, plain

Way = list[tuple[str, str]]


def ways(graph: nx.DiGraph[str]) -> list[Way]:
    """Every way from something that nothing cites to something that cites nothing."""
    young = [iri for iri in graph if not graph.pred[iri] and graph.succ[iri]]
    old = [iri for iri in graph if not graph.succ[iri]]
    return [list(pairwise(path)) for one in young for other in old for path in nx.all_simple_paths(graph, one, other)]


def links(network: Network, method: str, key_routes: int = 1) -> set[tuple[str, str]]:
    return {(row.citing_iri, row.cited_iri) for row in main_path(network, method, key_routes)}


@given(networks(6, back=True))
def test_shares_are_those_of_all_ways(network: Network) -> None:
    all_ways = ways(plain(network))
    counts = Counter(link for way in all_ways for link in way)
    for row in main_path(network, Method.KEY_ROUTE, 1000):
        assert row.share == pytest.approx(counts[row.citing_iri, row.cited_iri] / len(all_ways))
    assert links(network, "key-route", 1000) == set(counts)


@given(networks(6, back=True))
def test_the_global_path_has_the_greatest_sum(network: Network) -> None:
    all_ways = ways(plain(network))
    counts = Counter(link for way in all_ways for link in way)
    found = links(network, "global")
    if all_ways:
        assert found in [set(way) for way in all_ways]
    assert sum(counts[link] for link in found) == max(
        (sum(counts[link] for link in way) for way in all_ways), default=0
    )


@given(networks(6, back=True))
def test_the_key_route_is_the_best_way_through_the_heaviest_link(network: Network) -> None:
    all_ways = ways(plain(network))
    counts = Counter(link for way in all_ways for link in way)
    found = links(network, "key-route")
    heaviest = min(counts, key=lambda link: (-counts[link], link), default=None)
    best = max((sum(counts[link] for link in way) for way in all_ways if heaviest in way), default=0)
    assert sum(counts[link] for link in found) == best
    assert heaviest is None or heaviest in found


@given(networks(6, back=True))
def test_the_local_path_goes_on_by_what_weighs_most(network: Network) -> None:
    counts = Counter(link for way in ways(plain(network)) for link in way)
    found = links(network, "local")
    assert bool(found) == bool(counts)
    for citing, cited in found:
        most = max(count for link, count in counts.items() if link[1] == cited)
        assert counts[citing, cited] == most
        onward = {link for link in found if link[1] == citing}
        assert bool(onward) == any(link[1] == citing for link in counts)


# 5 cites 4 and 3, both cite 2, and 2 cites 1: two ways, both through the link from 2 to 1.
DIAMOND = [(5, 4), (5, 3), (4, 2), (3, 2), (2, 1)]


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ("key-route", [(41, 42, 1.0), (42, 43, 0.5), (43, 45, 0.5)]),
        ("global", [(41, 42, 1.0), (42, 43, 0.5), (43, 45, 0.5)]),
        ("local", [(41, 42, 1.0), (42, 43, 0.5), (42, 44, 0.5), (43, 45, 0.5), (44, 45, 0.5)]),
    ],
)
def test_a_diamond(method: str, expected: list[tuple[int, int, float]]) -> None:
    found = main_path(linked(5, DIAMOND), method)
    assert [(int(row.cited[6:8]), int(row.citing[6:8]), row.share) for row in found] == expected


def test_counts_beyond_what_a_float_holds() -> None:
    # Each year cites the four before it, which makes some 10 to the 310 ways after 1,100 years; the shares stay exact.
    size = 1100
    chain = linked(size, [(n, n - back) for n in range(2, size + 1) for back in (1, 2, 3, 4) if n > back])
    found = main_path(chain, "global")
    assert len(found) > size / 2
    assert all(0 < row.share <= 1 for row in found)


def test_what_leads_forward_is_dropped() -> None:
    assert main_path(linked(3, [(1, 2), (2, 3)])) == []
    assert main_path(linked(3, [(3, 2), (2, 1)], undated=[2])) == []
    assert main_path(Network()) == []


@pytest.mark.parametrize(
    ("method", "key_routes", "message"), [("best", 1, "key-route, global, local"), ("local", 0, "one")]
)
def test_unusable_wishes(method: str, key_routes: int, message: str) -> None:
    with pytest.raises(NetworkError, match=message):
        main_path(linked(2, [(2, 1)]), method, key_routes)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2006-12-19", "2007-12-19", True),
        ("2007-12-18", "2007-12-19", True),
        ("2007-12-19", "2007-12-19", False),
        ("2007", "2007-12-19", False),
        ("2007-01-01", "2007", False),
        ("2006", "2007-12-19", True),
        ("2006-12-31", "2007", True),
        (None, "2007", False),
        ("2007", None, False),
        ("2008", "2007-12-19", False),
    ],
)
def test_older(first: str | None, second: str | None, expected: bool) -> None:
    assert older(first, second) is expected


@given(networks())
def test_no_circle_is_left(network: Network) -> None:
    kept = backward(network)
    assert nx.is_directed_acyclic_graph(nx.DiGraph((a, b) for a, olders in kept.items() for b in olders))
    dates = [node(network, iri).date or "" for iri in kept]
    assert dates == sorted(dates)
