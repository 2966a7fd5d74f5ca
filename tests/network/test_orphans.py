"""What is orphaned without one instrument: the greatest set in which each thing hangs on the rest alone."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import NetworkError
from kg.model import Kind
from kg.network import Loss, Network, orphans
from tests.network.networks import citation, linked, network_of, networks, plain, text


def lost(start: str, holders: Mapping[str, set[str]]) -> set[str]:
    """What has no holder left, again and again until nothing changes."""
    gone = {start}
    while more := {each for each, held in holders.items() if each not in gone and held and held <= gone}:
        gone |= more
    return gone - {start}


@given(networks(), st.data())
def test_losses_are_those_of_the_definition(network: Network, data: st.DataObject) -> None:
    graph = plain(network)
    start = data.draw(st.sampled_from(sorted(graph)))
    found = orphans(network, start)
    uncited = {row.iri for row in found if row.loss is Loss.UNCITED}
    baseless = {row.iri for row in found if row.loss is Loss.BASELESS}
    assert uncited == lost(start, {iri: set(graph.pred[iri]) for iri in graph})
    assert baseless == lost(start, {iri: set(graph.succ[iri]) for iri in graph})


def test_depth_and_order() -> None:
    # 4 cites 3 alone, 3 cites 2 and 1, and 2 cites 1; 5 cites 1 too.
    found = orphans(linked(5, [(4, 3), (3, 2), (2, 1), (3, 1), (5, 1)]), "A/RES/43/1")
    assert [(row.identity, row.loss.value, row.depth) for row in found] == [
        ("A/RES/42/1", "cited by nothing else", 1),
        ("A/RES/44/1", "cites nothing else", 1),
    ]


def test_bodies_are_no_basis() -> None:
    one, other = text("A/RES/62/209", "2007-12-19"), text("A/RES/33/134", "1978-12-19")
    body = text("secretary-general", kind=Kind.BODY)
    found = orphans(network_of([one, other, body], [citation(one, other, 1), citation(one, body, 2)]), "33/134")
    assert [(row.identity, row.loss) for row in found] == [("A/RES/62/209", Loss.BASELESS)]
    assert orphans(network_of([one, body], [citation(one, body, 1)]), "62/209") == []


def test_an_unknown_instrument() -> None:
    with pytest.raises(NetworkError, match="no node"):
        orphans(linked(2, []), "A/RES/1/1")
