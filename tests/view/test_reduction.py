"""Lines that a longer chain replaces."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.view.reduction import reduced

YEARS = (1990.0, 2000.0, 2010.0, None)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], set()),
        ([(2, 1), (1, 0), (2, 0)], {(2, 1), (1, 0)}),
        ([(2, 0), (1, 0)], {(2, 0), (1, 0)}),
        ([(0, 2)], set()),  # cites what is younger
        ([(2, 3), (3, 0)], set()),  # no date
    ],
)
def test_reduced(pairs: list[tuple[int, int]], expected: set[tuple[int, int]]) -> None:
    assert reduced(pairs, YEARS) == expected


@given(st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=40))
def test_it_is_the_transitive_reduction(pairs: set[tuple[int, int]]) -> None:
    dated = {(a, b) for a, b in pairs if b < a}
    expected = nx.transitive_reduction(nx.DiGraph(sorted(dated))) if dated else nx.DiGraph()
    assert reduced(pairs, [float(number) for number in range(10)]) == set(expected.edges)
