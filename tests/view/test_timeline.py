"""Dates as places: years with fractions, and which years are written over the time line."""

from __future__ import annotations

import pytest

from kg.view.timeline import TICK_GAP, scale, ticks, year


@pytest.mark.parametrize(
    ("iso", "expected"),
    [
        ("1978-01-01", 1978.0),
        ("1978-12-31", 1978.9945),
        ("1978", 1978.5),
        ("1978-12", 1978.5),
        ("1978-99-99", 1978.5),
        (None, None),
        ("", None),
        ("undated", None),
    ],
)
def test_year(iso: str | None, expected: float | None) -> None:
    assert year(iso) == expected


def test_half_date_half_rank() -> None:
    assert scale([2000.0, 2001.0, 2010.0], 0, 100).xs == (0.0, 30.0, 100.0)
    assert scale([2000.0, 2000.0, 2000.0], 0, 100).xs == (0.0, 50.0, 100.0)
    assert scale([2000.0], 0, 100).xs == (50.0,)
    assert scale([], 0, 100).xs == ()


@pytest.mark.parametrize(
    ("times", "width", "expected"),
    [
        ([], 1000, []),
        ([1999.5, 1999.6], 1000, []),
        ([1999.5, 2010.5], 1e6, [*range(2000, 2011)]),
        ([1999.5, 2010.5], 4 * TICK_GAP, [2000, 2005, 2010]),
        ([1945.0, 2020.5], 2 * TICK_GAP, [1950, 2000]),
    ],
)
def test_round_years_first(times: list[float], width: float, expected: list[int]) -> None:
    assert [tick.year for tick in ticks(scale(times, 0, width))] == expected
