"""Citations by year as bars: the measures of an SVG picture that a template draws."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from kg.serve.instrument import Year

WIDTH, HEIGHT = 560, 200
_LEFT, _BOTTOM, _TOP = 44, 24, 10
_WIDEST_BAR = 44.0
_LABEL_ROOM = 52
_STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Bar:
    """A year: the bar of all citing documents, and at its foot the part of those that reaffirm."""

    year: int
    documents: int
    reaffirm: int
    x: float
    width: float
    top: float
    height: float
    firm_top: float
    firm_height: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis: where, and what stands there."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars between two axes, in the units of a picture of `WIDTH` by `HEIGHT`."""

    bars: tuple[Bar, ...]
    years: tuple[Tick, ...]
    counts: tuple[Tick, ...]
    left: float = _LEFT
    floor: float = HEIGHT - _BOTTOM
    width: int = WIDTH
    height: int = HEIGHT


def chart(years: Sequence[Year]) -> Chart | None:
    """The chart of some years, from the first to the last with gaps where there is none; None without years."""
    if not years:
        return None
    first, last = min(each.year for each in years), max(each.year for each in years)
    slot = (WIDTH - _LEFT) / (last - first + 1)
    highest = max(each.documents for each in years)
    scale = (HEIGHT - _BOTTOM - _TOP) / highest
    bars = tuple(_bar(each, first, slot, scale) for each in sorted(years, key=lambda each: each.year))
    counts = tuple(Tick(round(_floor() - count * scale, 1), f"{count:,}") for count in _counts(highest))
    return Chart(bars, tuple(_years(first, last, slot)), counts)


def _bar(year: Year, first: int, slot: float, scale: float) -> Bar:
    height, firm = year.documents * scale, year.reaffirm * scale
    width = min(slot * 0.8, _WIDEST_BAR)
    return Bar(
        year=year.year,
        documents=year.documents,
        reaffirm=year.reaffirm,
        x=round(_LEFT + (year.year - first + 0.5) * slot - width / 2, 1),
        width=round(width, 1),
        top=round(_floor() - height, 1),
        height=round(height, 1),
        firm_top=round(_floor() - firm, 1),
        firm_height=round(firm, 1),
    )


def _floor() -> float:
    return HEIGHT - _BOTTOM


def _years(first: int, last: int, slot: float) -> Iterator[Tick]:
    """Labels that do not touch: every year, or every second, fifth, tenth …"""
    step = _nice(ceil(_LABEL_ROOM / slot))
    for year in range(first, last + 1):
        if year % step == 0:
            yield Tick(round(_LEFT + (year - first + 0.5) * slot, 1), str(year))


def _counts(highest: int) -> Iterator[int]:
    step = _nice(max(1, highest // 3))
    yield from range(step, highest + 1, step)


def _nice(least: int) -> int:
    """The least of 1, 2, 5, 10, 20 … that is not below a number."""
    power = 1
    while True:
        for step in _STEPS:
            if step * power >= least:
                return step * power
        power *= 10
