"""Co-citation and bibliographic coupling, against sets counted by hand."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import NetworkError
from kg.model import Kind
from kg.network import Network, co_cited, coupled, similar
from tests.network.networks import citation, linked, network_of, networks, plain, text


def expected(network: Network, *, citing: bool, least: int) -> dict[tuple[str, str], tuple[int, float]]:
    graph = plain(network)
    around = {iri: set(graph.pred[iri] if citing else graph.succ[iri]) for iri in graph}
    pairs = {(a, b): len(around[a] & around[b]) for a, b in combinations(sorted(graph), 2)}
    return {
        (a, b): (common, common / (len(around[a]) * len(around[b])) ** 0.5)
        for (a, b), common in pairs.items()
        if common >= least
    }


@given(networks(), st.integers(1, 3), st.integers(1, 9))
def test_pairs_are_those_of_the_sets(network: Network, least: int, rows_at_once: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(similar, "_ROWS_AT_ONCE", rows_at_once)
        for measure, citing in ((co_cited, True), (coupled, False)):
            found = measure(network, least=least)
            wanted = expected(network, citing=citing, least=least)
            assert {(row.first_iri, row.second_iri): row.common for row in found} == {
                pair: common for pair, (common, _) in wanted.items()
            }
            assert {(row.first_iri, row.second_iri): row.strength for row in found} == pytest.approx(
                {pair: strength for pair, (_, strength) in wanted.items()}
            )
            ranks = [(-row.common, -round(row.strength, 9), row.first_iri, row.second_iri) for row in found]
            assert ranks == sorted(ranks)


@given(networks(), st.integers(1, 4))
def test_the_first_pairs_only(network: Network, at_most: int) -> None:
    assert coupled(network, least=1, at_most=at_most) == coupled(network, least=1)[:at_most]


def test_one_thing_with_all_others() -> None:
    network = linked(5, [(4, 1), (4, 2), (4, 3), (5, 1), (5, 2)])
    found = co_cited(network, "A/RES/42/1", least=1)
    assert [(row.first, row.second, row.common) for row in found] == [
        ("A/RES/42/1", "A/RES/41/1", 2),
        ("A/RES/42/1", "A/RES/43/1", 1),
    ]
    assert found[0].strength == 1
    assert found[1].strength == pytest.approx(2**-0.5)


def test_unusable_wishes() -> None:
    body = text("general-assembly", kind=Kind.BODY)
    one = text("A/RES/62/209")
    network = network_of([one, body], [citation(one, body, 1)])
    with pytest.raises(NetworkError, match="bodies are not compared"):
        co_cited(network, "general-assembly")
    with pytest.raises(NetworkError, match="no node"):
        coupled(network, "A/RES/1/1")
    for least, at_most in ((0, 1), (1, 0)):
        with pytest.raises(NetworkError, match="at least 1"):
            coupled(network, least=least, at_most=at_most)


def test_nothing_has_nothing_in_common() -> None:
    assert co_cited(Network()) == coupled(linked(3, [])) == []
