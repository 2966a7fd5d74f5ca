"""Where everything stands: years along x (oldest left), lanes along y, what has no date in a column of its own.

The layout is plain arithmetic on boxes, the same for the same input. Time is stretched where much happened: a place
along x is half the date and half the rank, so that one early charter does not squeeze sixty resolutions into a corner.
Within a lane boxes fill rows from the top and never touch; a box goes on in the row of what it follows, if there is
room, so that a chain runs along one row. The width is chosen so that the whole shows as large as can be in a window of
1040 by 700 pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.view.timeline import Scale, Tick, scale, ticks

WINDOW = (1040.0, 700.0)
GAP = 16.0
CAPTION = 30.0
LANE_GAP = 22.0
NARROWEST = 480.0
EDGE = 52.0
"""Room at both ends of the time line, so that a label of some length fits under the first mark and the last."""
MOST_UNDATED = 0.42
"""The part of the width that the column of what has no date may take: the time line tells more."""
LEAST_UNDATED = 0.33
"""The part of that part that it takes at least: its labels keep their size when the whole is shown smaller."""

_ROUNDS = 16


@dataclass(frozen=True, slots=True)
class Box:
    """A node to be placed: `radius` of its mark, `width` and `height` of the label under it, all in pixels.

    `lane` is the number of its lane; `time` a year with fraction, or None; `pull` the date its neighbours have on the
    average, or None; `first` puts it into the uppermost rows of its lane; `follows` is the key of the box whose row it
    should go on in, or None.
    """

    key: str
    lane: int
    time: float | None
    radius: float
    width: float
    height: float
    pull: float | None = None
    first: bool = False
    follows: str | None = None

    @property
    def full_width(self) -> float:
        """The room that mark and label need along x."""
        return max(self.width, 2 * self.radius)

    @property
    def full_height(self) -> float:
        """The room that mark and label need along y."""
        return 2 * self.radius + self.height


@dataclass(frozen=True, slots=True)
class Place:
    """The centre of a node's mark."""

    key: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Lane:
    """A band across the time line, from `top` to `bottom`; `number` is that of the boxes that stand in it."""

    number: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Layout:
    """All places, in the order of the boxes, and the frame around them: from (0, 0) to (width, height).

    What has no date stands between x = 0 and `undated`; the time line begins there. `undated` is 0 if all have dates,
    and the whole width if none has.
    """

    places: tuple[Place, ...]
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    undated: float
    width: float
    height: float


Row = list[tuple[Box, float]]
"""Boxes that stand side by side, each with the x of its mark."""


def layout(boxes: Sequence[Box], gap: float = GAP) -> Layout:
    """Places for all boxes; lanes go from top to bottom by their number, empty ones are left out.

    A wider layout is a lower one: the width is halved in on until the whole has the shape of the window.
    """
    narrow, wide = NARROWEST, NARROWEST + sum(box.full_width + gap for box in boxes)
    best = _at_width(boxes, narrow, gap)
    for _ in range(_ROUNDS):
        width = (narrow + wide) / 2
        found = _at_width(boxes, width, gap)
        best = max(best, found, key=_shown_at)
        if found.width / found.height < WINDOW[0] / WINDOW[1]:
            narrow = width
        else:
            wide = width
    return best


def _shown_at(found: Layout) -> float:
    """How large the whole layout shows in the window."""
    return min(WINDOW[0] / found.width, WINDOW[1] / found.height)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What a layout is put on: its width, the gap between boxes.

    Captions and years keep their size on the screen, so they need more room on a sheet that is shown smaller.
    """

    width: float
    gap: float

    @property
    def shrink(self) -> float:
        return max(1.0, self.width / WINDOW[0])

    @property
    def strip(self) -> float:
        return CAPTION * self.shrink

    @property
    def tall(self) -> float:
        return self.width * WINDOW[1] / WINDOW[0] - 2 * self.strip


def _at_width(boxes: Sequence[Box], width: float, gap: float) -> Layout:
    sheet = _Sheet(width, gap)
    dated = sorted((box for box in boxes if box.time is not None), key=lambda box: (box.time, box.key))
    undated = [box for box in boxes if box.time is None]
    places: dict[str, Place] = {}
    most = width * MOST_UNDATED if dated else width
    edge = _column(undated, most, sheet, places)
    line = _timeline(dated, edge, max(width, edge), sheet)
    lanes = _lanes(dated, line, sheet, places)
    right = max((places[box.key].x + box.full_width / 2 for box in boxes), default=0.0) + gap
    lowest = max((places[box.key].y + box.radius + box.height for box in boxes), default=CAPTION)
    bottom = max([lowest + gap, *(lane.bottom for lane in lanes)])
    if lanes:
        lanes[-1] = Lane(lanes[-1].number, lanes[-1].top, bottom)
    full = max(width, right)
    found = tuple(places[box.key] for box in boxes)
    return Layout(found, tuple(lanes), tuple(ticks(line)) if dated else (), edge if dated else full, full, bottom)


def _column(members: Sequence[Box], most: float, sheet: _Sheet, places: dict[str, Place]) -> float:
    """Place what has no date in a grid, lane after lane; gives the right edge, 0 if there is nothing.

    The grid is as narrow as it can be without growing taller than the sheet, and at `most` so wide. What is cited by
    older documents stands before what is cited by younger ones.
    """
    if not members:
        return 0.0
    gap = sheet.gap
    column = max(box.full_width for box in members) + gap
    ordered = sorted(members, key=lambda box: (box.lane, box.pull is None, box.pull or 0.0, box.key))
    across = 1
    while across < min(int(most / column), len(members)) and _height(_cut(ordered, across), gap) > sheet.tall:
        across += 1
    column = max(column, LEAST_UNDATED * most / across)
    rows = [[(box, column * (index + 0.5)) for index, box in enumerate(row)] for row in _cut(ordered, across)]
    _stack(rows, 2 * sheet.strip, gap, places)
    return column * across + gap


def _cut(members: Sequence[Box], across: int) -> list[Sequence[Box]]:
    return [members[start : start + across] for start in range(0, len(members), across)]


def _height(rows: Sequence[Sequence[Box]], gap: float) -> float:
    return sum(max(box.full_height for box in row) + gap for row in rows)


def _timeline(dated: Sequence[Box], left: float, right: float, sheet: _Sheet) -> Scale:
    widest = max((box.full_width for box in dated), default=0.0)
    margin = max(EDGE * sheet.shrink, widest / 2) + (GAP if left else 0.0)
    return scale([box.time or 0.0 for box in dated], left + margin, max(right - left - 2 * margin, 0.0))


def _lanes(dated: Sequence[Box], line: Scale, sheet: _Sheet, places: dict[str, Place]) -> list[Lane]:
    where = {box.key: x for box, x in zip(dated, line.xs, strict=True)}
    lanes: list[Lane] = []
    top = sheet.strip
    for number in sorted({box.lane for box in dated}):
        members = [box for box in dated if box.lane == number]
        ahead = _packed([box for box in members if box.first], where, sheet.gap)
        rows = ahead + _packed([box for box in members if not box.first], where, sheet.gap)
        bottom = _stack(rows, top + sheet.strip, sheet.gap, places)
        lanes.append(Lane(number, top, bottom))
        top = bottom + LANE_GAP
    return lanes


def _packed(members: Sequence[Box], where: dict[str, float], gap: float) -> list[Row]:
    """Rows filled from the left: each box goes on in the row it follows, or in the first where it touches nothing."""
    rows: list[Row] = []
    ends: list[float] = []
    row_of: dict[str | None, int] = {}
    for box in members:
        x = where[box.key]
        free = x - box.full_width / 2 - gap
        row = row_of.get(box.follows, -1)
        if row < 0 or ends[row] > free or rows[row][-1][0].key != box.follows:
            row = next((number for number, end in enumerate(ends) if end <= free), len(rows))
        if row == len(rows):
            rows.append([])
            ends.append(0.0)
        row_of[box.key] = row
        rows[row].append((box, x))
        ends[row] = x + box.full_width / 2
    return rows


def _stack(rows: Sequence[Row], top: float, gap: float, places: dict[str, Place]) -> float:
    """Put the rows one under the other, the marks of a row on one line; gives the lower edge."""
    for row in rows:
        radius = max(box.radius for box, _ in row)
        for box, x in row:
            places[box.key] = Place(box.key, round(x, 1), round(top + radius, 1))
        top += 2 * radius + max(box.height for box, _ in row) + gap
    return top
