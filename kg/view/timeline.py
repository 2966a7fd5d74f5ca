"""The time line: dates to places along x, and the years that are written over it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

TICK_GAP = 64.0
_STEPS = (50, 20, 10, 5, 1)


@dataclass(frozen=True, slots=True)
class Tick:
    """The place along x where a year begins."""

    year: int
    x: float


@dataclass(frozen=True, slots=True)
class Scale:
    """Dates to places along x: `times` and `xs` are those of the dated boxes, in their order."""

    times: tuple[float, ...]
    xs: tuple[float, ...]

    def at(self, time: float) -> float:
        """The place of any date between the first and the last, between the boxes before and after it."""
        after = bisect_right(self.times, time)
        if after in {0, len(self.times)}:
            return self.xs[min(after, len(self.xs) - 1)]
        before, ahead = self.times[after - 1], self.times[after]
        share = (time - before) / (ahead - before)
        return self.xs[after - 1] + share * (self.xs[after] - self.xs[after - 1])


def year(iso: str | None) -> float | None:
    """An ISO date as a year with fraction; a year alone stands in its middle; None for what is no date."""
    if not iso or not iso[:4].isdecimal():
        return None
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return int(iso[:4]) + 0.5
    return round(day.year + (day.timetuple().tm_yday - 1) / 366, 4)


def scale(times: Sequence[float], left: float, width: float) -> Scale:
    """Half date, half rank; rank alone where all dates are equal. `times` are sorted."""
    last = len(times) - 1
    if last < 1:
        return Scale(tuple(times), (left + width / 2,) * len(times))
    span = times[-1] - times[0]
    xs = []
    for rank, time in enumerate(times):
        by_rank = rank / last
        by_date = (time - times[0]) / span if span else by_rank
        xs.append(left + width * (by_rank + by_date) / 2)
    return Scale(tuple(times), tuple(xs))


def ticks(line: Scale) -> Iterator[Tick]:
    """Years that begin within the time line, round ones first, no two too close to be read; from left to right."""
    if not line.times:
        return
    first, last = int(line.times[0]) + 1, int(line.times[-1])
    chosen: dict[int, float] = {}
    for step in _STEPS:
        for when in range(-(-first // step) * step, last + 1, step):
            x = line.at(when)
            if all(abs(x - other) >= TICK_GAP for other in chosen.values()):
                chosen[when] = x
    yield from (Tick(when, round(x, 1)) for when, x in sorted(chosen.items()))
