"""Where everything stands: years along x (oldest left), lanes along y, what has no date in lanes of its own below.

The layout is plain arithmetic on boxes, the same for the same input. Time is stretched where much happened: a place
along x is half the date and half the rank, so that one early charter does not squeeze sixty resolutions into a corner.
Within a lane boxes fill rows from the top and never touch. The width is chosen so that the whole shows as large as can
be in a window of 1040 by 700 pixels.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

WINDOW = (1040.0, 700.0)
GAP = 16.0
CAPTION = 30.0
LANE_GAP = 22.0
TICK_GAP = 64.0
_STEPS = (50, 20, 10, 5, 1)
_WIDTHS = tuple(480 * 1.05**power for power in range(66))


@dataclass(frozen=True, slots=True)
class Box:
    """A node to be placed: `radius` of its mark, `width` and `height` of the label under it, all in pixels.

    `time` is a year with fraction, or None; `pull` is the date its neighbours have on the average, or None.
    """

    key: str
    lane: str
    time: float | None
    radius: float
    width: float
    height: float
    pull: float | None = None

    @property
    def full_width(self) -> float:
        """The room that mark and label need along x."""
        return max(self.width, 2 * self.radius)


@dataclass(frozen=True, slots=True)
class Place:
    """The centre of a node's mark, and the number of the row in its lane."""

    key: str
    x: float
    y: float
    row: int


@dataclass(frozen=True, slots=True)
class Lane:
    """A band across the page, from `top` to `bottom`; `dated` says whether x means time in it."""

    caption: str
    top: float
    bottom: float
    dated: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """The place along x where a year begins."""

    year: int
    x: float


@dataclass(frozen=True, slots=True)
class Layout:
    """All places, in the order of the boxes, and the frame around them: from (0, 0) to (width, height)."""

    places: tuple[Place, ...]
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Scale:
    """Dates to places along x: `times` and `xs` are the dated boxes in their order."""

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


def layout(boxes: Sequence[Box], lanes: Mapping[str, str]) -> Layout:
    """Places for all boxes. `lanes` go from top to bottom; boxes name one each.

    The boxes of a lane that have dates stand on the time line; those that have none stand below all time lines, in a
    lane of their own, whose caption is the value in `lanes`.
    """
    candidates = (_at_width(boxes, lanes, width) for width in _WIDTHS)
    return max(candidates, key=lambda each: min(WINDOW[0] / each.width, WINDOW[1] / each.height))


def _at_width(boxes: Sequence[Box], lanes: Mapping[str, str], width: float) -> Layout:
    dated = sorted((box for box in boxes if box.time is not None), key=lambda box: (box.time, box.key))
    margin = max((box.full_width for box in boxes), default=0.0) / 2
    inner = max(width - 2 * margin, 0.0)
    scale = _scale([box.time or 0.0 for box in dated], margin, inner)
    where = {box.key: x for box, x in zip(dated, scale.xs, strict=True)}
    places: dict[str, Place] = {}
    bands: list[Lane] = []
    top = CAPTION
    for caption, members in _bands(boxes, lanes):
        is_dated = members[0].time is not None
        rows = _packed(members, where) if is_dated else _grid(members, width)
        bottom = _stack(rows, top + CAPTION, places)
        bands.append(Lane(caption, top, bottom, is_dated))
        top = bottom + LANE_GAP
    right = max((places[box.key].x + box.full_width / 2 for box in boxes), default=width)
    ticks = tuple(_ticks(scale)) if any(lane.dated for lane in bands) else ()
    return Layout(tuple(places[box.key] for box in boxes), tuple(bands), ticks, max(width, right), top)


def _bands(boxes: Sequence[Box], lanes: Mapping[str, str]) -> list[tuple[str, list[Box]]]:
    """The lanes that hold something: all dated ones, then all without dates."""
    found = []
    for dated in (True, False):
        for lane, undated in lanes.items():
            members = [box for box in boxes if box.lane == lane and (box.time is not None) == dated]
            if members:
                found.append((lane if dated else undated, members))
    return found


def _scale(times: Sequence[float], margin: float, inner: float) -> _Scale:
    """Half date, half rank; rank alone where all dates are equal."""
    last = len(times) - 1
    if last < 1:
        return _Scale(tuple(times), (margin + inner / 2,) * len(times))
    span = times[-1] - times[0]
    xs = []
    for rank, time in enumerate(times):
        by_rank = rank / last
        by_date = (time - times[0]) / span if span else by_rank
        xs.append(margin + inner * (by_rank + by_date) / 2)
    return _Scale(tuple(times), tuple(xs))


def _packed(members: Sequence[Box], where: dict[str, float]) -> list[list[tuple[Box, float]]]:
    """Rows filled from the left: each box goes to the first row where it touches nothing."""
    rows: list[list[tuple[Box, float]]] = []
    ends: list[float] = []
    for box in sorted(members, key=lambda box: (where[box.key], box.key)):
        x = where[box.key]
        left = x - box.full_width / 2
        row = next((number for number, end in enumerate(ends) if end + GAP <= left), len(rows))
        if row == len(rows):
            rows.append([])
            ends.append(0.0)
        rows[row].append((box, x))
        ends[row] = x + box.full_width / 2
    return rows


def _grid(members: Sequence[Box], width: float) -> list[list[tuple[Box, float]]]:
    """Even columns over the whole width, filled downwards; what is cited by older documents stands further left."""
    column = max(box.full_width for box in members) + GAP
    most = max(1, int(width // column))
    height = -(-len(members) // most)
    columns = -(-len(members) // height)
    step = max(width / columns, column)
    rows: list[list[tuple[Box, float]]] = [[] for _ in range(height)]
    ordered = sorted(members, key=lambda box: (box.pull is None, box.pull or 0.0, box.key))
    for index, box in enumerate(ordered):
        rows[index % height].append((box, step * (index // height + 0.5)))
    return rows


def _stack(rows: Sequence[Sequence[tuple[Box, float]]], top: float, places: dict[str, Place]) -> float:
    """Put the rows one under the other, the marks of a row on one line; gives the lower edge."""
    for number, row in enumerate(rows):
        radius = max(box.radius for box, _ in row)
        for box, x in row:
            places[box.key] = Place(box.key, round(x, 1), round(top + radius, 1), number)
        top += 2 * radius + max(box.height for box, _ in row) + GAP
    return top


def _ticks(scale: _Scale) -> list[Tick]:
    """Years that begin within the time line, round ones first, no two too close to be read."""
    first, last = int(scale.times[0]) + 1, int(scale.times[-1])
    chosen: dict[int, float] = {}
    for step in _STEPS:
        for year in range(-(-first // step) * step, last + 1, step):
            x = scale.at(year)
            if all(abs(x - other) >= TICK_GAP for other in chosen.values()):
                chosen[year] = x
    return [Tick(year, round(x, 1)) for year, x in sorted(chosen.items())]
