"""Degrees and PageRank, against hand counts and against networkx."""

from __future__ import annotations

import networkx as nx
import pytest
from networkx.algorithms.link_analysis import pagerank_alg

from kg.errors import NetworkError
from kg.network import Network, degrees, node, pagerank


def test_degrees(network: Network) -> None:
    table = {row.identity: (row.times_cited, row.cited_by, row.citations, row.cites) for row in degrees(network)}
    assert table["A/RES/62/209"] == (0, 0, 5, 4)
    assert table["A/RES/57/263"] == (2, 1, 2, 2)
    assert table["A/RES/33/134"] == (2, 2, 0, 0)
    assert degrees(network)[0].identity == "A/RES/33/134"


def test_pagerank_is_that_of_networkx(network: Network) -> None:
    # The public function needs SciPy; its plain Python twin is the reference here.
    expected = pagerank_alg._pagerank_python(nx.DiGraph(network), tol=1e-12)  # type: ignore[attr-defined]
    by_identity = {node(network, iri).identity: rank for iri, rank in expected.items()}
    found = pagerank(network)
    assert {row.identity: row.rank for row in found} == pytest.approx(by_identity, abs=1e-9)
    assert sum(row.rank for row in found) == pytest.approx(1)
    assert found[0].identity == "A/RES/33/134"


def test_without_damping_all_are_equal(network: Network) -> None:
    assert {round(row.rank, 9) for row in pagerank(network, damping=0)} == {round(1 / len(network), 9)}


def test_an_empty_network_has_empty_tables() -> None:
    assert degrees(Network()) == []
    assert pagerank(Network()) == []


@pytest.mark.parametrize("damping", [-0.1, 1, 2])
def test_damping_out_of_range(network: Network, damping: float) -> None:
    with pytest.raises(NetworkError, match="between 0 and 1"):
        pagerank(network, damping)


def test_rows_make_a_table(network: Network) -> None:
    pandas = pytest.importorskip("pandas")
    assert list(pandas.DataFrame(degrees(network)).columns)[:2] == ["identity", "label"]
