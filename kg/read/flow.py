"""The rows of a text -> its paragraphs, by indent, leading and size of type, over page ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.read.layout import Layout
from kg.read.paragraphs import CLOSED, NUMBERED_OR_ITEM
from kg.read.rows import Row

# In ems, but for the leading, which is a multiple of the page's own.
_INDENT, _LEVEL, _SLACK = 0.8, 0.25, 1.0
_WIDE_LEADING = 1.25
_SOLID, _FEW = 0.9, 0.15
_OTHER_SIZE = 0.08


@dataclass(frozen=True, slots=True)
class _Measure:
    """The text's column and its leading, in points: what a row is measured against."""

    left: float
    right: float
    leading: dict[int, float]
    size: float


def paragraphs(layout: Layout) -> Iterator[list[Row]]:
    """The rows of each paragraph, in order."""
    measure = _measure(layout)
    current: list[Row] = []
    for row in layout.body:
        if current and _parts(current, row, measure):
            yield current
            current = []
        current.append(row)
    if current:
        yield current


def _measure(layout: Layout) -> _Measure:
    """The commonest left edge, the right edge that all but a few rows keep, and the leading of each page."""
    own = [row for row in layout.body if abs(row.size - layout.size) < _OTHER_SIZE * layout.size]
    lefts = Counter(round(row.left) for row in own)
    rights = sorted(row.right for row in own)
    gaps: dict[int, list[float]] = {}
    for above, row in pairwise(own):
        if above.page == row.page and above.base - row.base > _SOLID * row.size:
            gaps.setdefault(row.page, []).append(above.base - row.base)
    return _Measure(
        left=min(lefts, key=lambda left: (-lefts[left], left), default=0.0),
        right=rights[-1 - len(rights) // 20] if rights else 0.0,
        leading={page: _leading(found) for page, found in gaps.items()},
        size=layout.size,
    )


def _leading(gaps: Sequence[float]) -> float:
    """The smallest distance that more than a few rows of a page keep, to half a point."""
    steps = Counter(round(2 * gap) / 2 for gap in gaps)
    kept = [step for step, count in steps.items() if count >= _FEW * len(gaps)]
    return min(kept or steps)


def _parts(current: Sequence[Row], row: Row, measure: _Measure) -> bool:
    """Whether a row begins a paragraph."""
    before = current[-1]
    if abs(row.size - before.size) > _OTHER_SIZE * before.size:
        return True
    if row.page != before.page:
        return _parts_overleaf(current, row, measure)
    leading = measure.leading.get(row.page, 1.2 * measure.size) * max(1.0, row.size / measure.size)
    if before.base - row.base > _WIDE_LEADING * leading or before.base <= row.base:
        return True
    return _parts_by_place(current, row, measure)


def _parts_by_place(current: Sequence[Row], row: Row, measure: _Measure) -> bool:
    before, em = current[-1], row.size
    if _is_centred(before, row, measure):
        return False
    step = row.left - before.left
    if len(current) == 1 and abs(row.left - before.hang) < _LEVEL * em and before.hang > before.left:
        return False
    if step > _INDENT * em:
        return True
    if step < -_INDENT * em:
        return len(current) > 1
    if NUMBERED_OR_ITEM.match(row.text) and CLOSED.search(before.text):
        return True
    return _had_room(before, row, measure) and not row.text[:1].islower()


def _parts_overleaf(current: Sequence[Row], row: Row, measure: _Measure) -> bool:
    """At the top of a page: a row runs on if it stands where the paragraph's next row would stand."""
    before, em = current[-1], row.size
    if row.text[:1].islower():
        return False
    closed = CLOSED.search(before.text) is not None
    if closed and NUMBERED_OR_ITEM.match(row.text):
        return True
    if not closed and not _had_room(before, row, measure):
        return False
    expected = [current[-1].left] if len(current) > 1 else [before.hang, measure.left]
    if min(abs(row.left - left) for left in expected) > _INDENT * em:
        return True
    indents = current[0].left > expected[0] + _INDENT * em or current[0].left > measure.left + _INDENT * em
    return _had_room(before, row, measure) or (closed and not indents)


def _is_centred(before: Row, row: Row, measure: _Measure) -> bool:
    """Whether two rows are centred, one below the other, and not merely both at the right edge."""
    middles = abs((before.left + before.right) - (row.left + row.right)) / 2
    inside = before.left > measure.left + measure.size and row.left > measure.left + measure.size
    return inside and middles < _LEVEL * row.size and abs(row.right - before.right) > _LEVEL * row.size


def _had_room(before: Row, row: Row, measure: _Measure) -> bool:
    """Whether the first word of a row would have fitted on the row before, in the type of the text.

    Headings are set in a narrower column, so nothing is said of larger type.
    """
    if row.size > (1 + _OTHER_SIZE) * measure.size:
        return False
    return before.right + row.head + _SLACK * row.size < measure.right
