"""The measures of the chart."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kg.serve.chart import HEIGHT, WIDTH, chart
from kg.serve.instrument import Year


def test_no_years_no_chart() -> None:
    assert chart(()) is None


def test_one_year() -> None:
    found = chart([Year(2007, 4, 1)])
    assert found is not None
    (bar,) = found.bars
    assert (bar.height, bar.firm_height * 4, bar.top + bar.height) == (bar.firm_height * 4, bar.height, found.floor)
    assert [tick.text for tick in found.years] == ["2007"]
    assert [tick.text for tick in found.counts] == ["1", "2", "3", "4"]


COUNTS = st.integers(1, 5000)
YEARS = st.dictionaries(st.integers(1946, 2030), st.tuples(COUNTS, COUNTS).map(sorted), min_size=1)


@given(YEARS)
def test_everything_is_within_the_picture_and_no_labels_touch(years: dict[int, list[int]]) -> None:
    found = chart([Year(year, most, firm) for year, (firm, most) in years.items()])
    assert found is not None
    assert [bar.year for bar in found.bars] == sorted(years)
    assert all(found.left <= bar.x and bar.x + bar.width <= WIDTH + 0.1 for bar in found.bars)
    assert all(0 <= bar.top <= bar.firm_top <= found.floor <= HEIGHT for bar in found.bars)
    assert all(after.x - before.x >= before.width - 0.2 for before, after in pairwise(found.bars))
    assert all(after.at - before.at >= 50 for before, after in pairwise(found.years))
    assert len(found.counts) <= 6
