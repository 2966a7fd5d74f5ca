"""Degrees, PageRank, HITS, cores and betweenness, against hand counts and against networkx."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import assume, given

from kg.errors import NetworkError
from kg.model import Kind
from kg.network import Network, betweenness, cores, degrees, hits, hubs, pagerank
from tests.network.networks import citation, linked, network_of, networks, plain, text


def test_degrees(network: Network) -> None:
    table = {row.identity: (row.times_cited, row.cited_by, row.citations, row.cites) for row in degrees(network)}
    assert table["A/RES/62/209"] == (0, 0, 5, 4)
    assert table["A/RES/57/263"] == (2, 1, 2, 2)
    assert table["A/RES/33/134"] == (2, 2, 0, 0)
    assert degrees(network)[0].identity == "A/RES/33/134"


@given(networks())
def test_pagerank_is_that_of_networkx(network: Network) -> None:
    expected = nx.pagerank(plain(network), tol=1e-12, max_iter=1000)
    assert {row.iri: row.rank for row in pagerank(network)} == pytest.approx(expected, abs=1e-8)


def test_pagerank_of_the_graph(network: Network) -> None:
    found = pagerank(network)
    assert sum(row.rank for row in found) == pytest.approx(1)
    assert found[0].identity == "A/RES/33/134"


def test_without_damping_all_are_equal(network: Network) -> None:
    assert {round(row.rank, 9) for row in pagerank(network, damping=0)} == {round(1 / len(network), 9)}


@pytest.mark.parametrize("damping", [-0.1, 1, 2])
def test_damping_out_of_range(network: Network, damping: float) -> None:
    with pytest.raises(NetworkError, match="between 0 and 1"):
        pagerank(network, damping)


@given(networks())
def test_hits_are_those_of_networkx(network: Network) -> None:
    graph = plain(network)
    assume(_one_leads(graph))
    hubs_, authorities = nx.hits(graph, tol=1e-14, max_iter=5000)
    found = hits(network)
    assert {row.iri: row.authority for row in found} == pytest.approx(authorities, abs=1e-6)
    assert {row.iri: row.hub for row in found} == pytest.approx(hubs_, abs=1e-6)


def _one_leads(graph: nx.DiGraph[str]) -> bool:
    """Whether one direction has the greatest eigenvalue by far: else any mixture of them is right."""
    import numpy as np

    if not graph.number_of_edges():
        return False
    matrix = nx.to_numpy_array(graph)
    first, second, *_ = [*np.linalg.svd(matrix, compute_uv=False), 0.0]
    return bool(second < 0.95 * first)


def test_hits_where_nothing_cites() -> None:
    assert [(row.authority, row.hub) for row in hits(linked(2, []))] == [(0, 0), (0, 0)]


@given(networks())
def test_cores_are_those_of_networkx(network: Network) -> None:
    expected = nx.core_number(nx.Graph(plain(network)))
    assert {row.iri: row.core for row in cores(network)} == expected


def test_a_triangle_is_the_inner_core() -> None:
    table = {row.identity: (row.core, row.links) for row in cores(linked(4, [(2, 1), (3, 1), (3, 2), (4, 3)]))}
    assert table == {"A/RES/41/1": (2, 2), "A/RES/42/1": (2, 2), "A/RES/43/1": (2, 3), "A/RES/44/1": (1, 1)}


@given(networks())
def test_betweenness_is_that_of_networkx(network: Network) -> None:
    expected = nx.betweenness_centrality(plain(network))
    assert {row.iri: row.betweenness for row in betweenness(network)} == pytest.approx(expected)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_betweenness_by_sampling_is_scaled(seed: int) -> None:
    # On a circle every source gives as much as every other, but leads through others: the sum is exact.
    circle = linked(9, [(n, n % 9 + 1) for n in range(1, 10)])
    whole, sampled = (sum(row.betweenness for row in betweenness(circle, sample, seed)) for sample in (9, 2))
    assert sampled == pytest.approx(whole)
    assert sampled > 0


def test_betweenness_of_many_sources_goes_in_several_turns() -> None:
    line = linked(100, [(n + 1, n) for n in range(1, 100)])
    assert {row.iri: row.betweenness for row in betweenness(line, 1000)} == pytest.approx(
        nx.betweenness_centrality(plain(line))
    )


def test_a_sample_of_nothing() -> None:
    with pytest.raises(NetworkError, match="at least one"):
        betweenness(linked(2, []), 0)


def test_bodies_take_no_part() -> None:
    one, other = text("A/RES/62/209", "2007-12-19"), text("secretary-general", kind=Kind.BODY)
    network = network_of([one, other], [citation(one, other, 1)])
    for measure in (hits, cores, betweenness):
        assert [row.identity for row in measure(network)] == ["A/RES/62/209"]


@pytest.mark.parametrize(("share", "least", "expected"), [(0.1, 2, [1, 2]), (0.7, 2, [1]), (0.1, 3, [1]), (1, 4, [])])
def test_hubs(share: float, least: int, expected: list[int]) -> None:
    network = linked(4, [(2, 1), (3, 1), (4, 1), (3, 2), (4, 2), (4, 3)])
    found = hubs(network, share, least)
    assert [row.identity for row in found] == [f"A/RES/{40 + number}/1" for number in expected]
    assert [row.share for row in found] == pytest.approx([{1: 1, 2: 2 / 3}[number] for number in expected])


def test_an_empty_network_has_empty_tables() -> None:
    for measure in (degrees, pagerank, hits, cores, betweenness, hubs):
        assert measure(Network()) == []


def test_rows_make_a_table(network: Network) -> None:
    pandas = pytest.importorskip("pandas")
    assert list(pandas.DataFrame(degrees(network)).columns)[:2] == ["identity", "label"]
