"""Glyphs on a page -> rows of print: which glyphs stand on one line, where words part, and what is raised.

What tells is geometry alone: a blank is a gap between glyphs, a footnote mark is small and stands above the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from kg.read.glyphs import Glyph

# All in ems. Within a word gaps stay below 0.15 even where a line is spaced out; between words they are 0.2 and more,
# but after slanted letters, where a blank that is drawn counts if it leaves any room.
_WORD_GAP, _DRAWN_GAP = 0.17, 0.08
# A numbered paragraph sets its number off by up to 2; what is further apart belongs to another column.
_COLUMN_GAP = 4.0
_SAME_LINE = 0.12
_LOWEST_SUBSCRIPT, _HIGHEST_MARK, _SMALLER = -0.35, 0.65, 0.86
_HANG_GAP = 0.9
_LONGEST_RAISED = 8
_NUMBER = re.compile(r"\(?[\w/]{1,7}[.)]|[–•*-]")
_MARK = r"(?:\d{1,3}|\*{1,3}|[a-z])"
_MARKS = re.compile(rf"{_MARK}(?:\s*,\s*{_MARK})*")


@dataclass(frozen=True, slots=True)
class Raised:
    """Characters set small above the line: a footnote mark, if there is a note that bears it."""

    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of print in one column: its words, and its place on the page (points from the lower left corner).

    `hang` is where the words begin behind a number that is set off, `head` the width of the first word.
    """

    page: int
    base: float
    left: float
    right: float
    size: float
    hang: float
    head: float
    pieces: tuple[str | Raised, ...]

    @property
    def text(self) -> str:
        """The words without what is raised."""
        return "".join(piece for piece in self.pieces if isinstance(piece, str)).strip()

    @property
    def mark(self) -> str | None:
        """The footnote mark that the row begins with, or None."""
        first = next((piece for piece in self.pieces if not isinstance(piece, str) or piece.strip()), None)
        return first.text if isinstance(first, Raised) and len(marks(first.text)) == 1 else None


def marks(raised: str) -> tuple[str, ...]:
    """The footnote marks in raised characters ("3", "2, 3", "*"); none if they are something else ("st")."""
    return tuple(re.findall(_MARK, raised)) if _MARKS.fullmatch(raised.strip()) else ()


@dataclass(slots=True)
class _Run:
    """Glyphs drawn one after the other in one size on one baseline."""

    glyphs: list[Glyph]
    raised: bool = False

    @property
    def size(self) -> float:
        return self.glyphs[0].size

    @property
    def base(self) -> float:
        return self.glyphs[0].base

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs).strip()


@dataclass(slots=True)
class _Line:
    """The runs on one baseline, over the whole width of the page."""

    base: float
    size: float
    runs: list[_Run] = field(default_factory=list)

    def touches(self, run: _Run) -> bool:
        reach = 2 * self.size
        left = min(other.glyphs[0].left for other in self.runs)
        right = max(other.glyphs[-1].right for other in self.runs)
        return run.glyphs[-1].right > left - reach and run.glyphs[0].left < right + reach


def rows(glyphs: Sequence[Glyph], page: int) -> list[Row]:
    """The rows of a page from its top to its foot; on one height from left to right."""
    lines: list[_Line] = []
    for run in sorted(_runs(glyphs), key=lambda run: -run.size):
        _place(run, lines)
    found = [row for line in lines for row in _split(line, page)]
    return sorted(found, key=lambda row: (-row.base, row.left))


def _runs(glyphs: Iterable[Glyph]) -> Iterator[_Run]:
    current: list[Glyph] = []
    for glyph in glyphs:
        if current and not _runs_on(current[-1], glyph):
            yield _Run(current)
            current = []
        current.append(glyph)
    if current:
        yield _Run(current)


def _runs_on(last: Glyph, glyph: Glyph) -> bool:
    return (
        abs(glyph.base - last.base) < 0.05 * last.size
        and abs(glyph.size - last.size) < 0.05 * last.size
        and -last.size < glyph.left - last.right < _COLUMN_GAP * last.size
    )


def _place(run: _Run, lines: list[_Line]) -> None:
    """Put a run on the line it stands on, or above or below by less than a line; else it begins a line."""
    level = [line for line in lines if abs(run.base - line.base) <= _SAME_LINE * max(run.size, 0.6 * line.size)]
    if level:
        min(level, key=lambda line: abs(run.base - line.base)).runs.append(run)
        return
    near = [line for line in lines if _attaches(run, line)]
    if near:
        line = min(near, key=lambda line: abs(run.base - line.base))
        run.raised = run.base > line.base
        line.runs.append(run)
        return
    lines.append(_Line(run.base, run.size, [run]))


def _attaches(run: _Run, line: _Line) -> bool:
    rise = (run.base - line.base) / line.size
    small = run.size <= _SMALLER * line.size and len(run.text) <= _LONGEST_RAISED
    return small and _LOWEST_SUBSCRIPT < rise < _HIGHEST_MARK and line.touches(run)


class _Placed(NamedTuple):
    """A glyph on its line: whether it is raised, and whether a blank was drawn before it."""

    glyph: Glyph
    raised: bool
    spaced: bool

    @property
    def left(self) -> float:
        return self.glyph.left

    @property
    def right(self) -> float:
        return self.glyph.right


def _split(line: _Line, page: int) -> Iterator[Row]:
    """The rows of a line: parted where a gap shows that another column begins."""
    current: list[_Placed] = []
    for item in _in_order(line):
        if current and item.left - current[-1].right > _COLUMN_GAP * line.size:
            yield _row(current, line, page)
            current = []
        current.append(item)
    if current:
        yield _row(current, line, page)


def _in_order(line: _Line) -> Iterator[_Placed]:
    drawn = sorted(((glyph, run.raised) for run in line.runs for glyph in run.glyphs), key=lambda item: item[0].left)
    spaced = False
    for glyph, raised in drawn:
        if glyph.text.isspace():
            spaced = True
        else:
            yield _Placed(glyph, raised, spaced)
            spaced = False


def _row(placed: Sequence[_Placed], line: _Line, page: int) -> Row:
    words = list(_words(placed))
    first = words[0]
    plain = [item.glyph.size for item in placed if not item.raised] or [placed[0].glyph.size]
    number = "".join(item.glyph.text for item in first)
    set_off = (
        len(words) > 1 and _NUMBER.fullmatch(number) and words[1][0].left - first[-1].right > _HANG_GAP * line.size
    )
    return Row(
        page=page,
        base=line.base,
        left=placed[0].left,
        right=placed[-1].right,
        size=max(plain, key=lambda size: (plain.count(size), size)),
        hang=words[1][0].left if set_off else placed[0].left,
        head=first[-1].right - first[0].left,
        pieces=tuple(_pieces(words)),
    )


def _words(placed: Iterable[_Placed]) -> Iterator[list[_Placed]]:
    word: list[_Placed] = []
    for item in placed:
        if word and _parts(word[-1], item):
            yield word
            word = []
        word.append(item)
    yield word


def _parts(before: _Placed, item: _Placed) -> bool:
    """Whether a word ends between two glyphs: there is a gap, or a blank drawn with some room."""
    gap = (item.left - before.right) / max(item.glyph.size, before.glyph.size)
    return gap > (_DRAWN_GAP if item.spaced else _WORD_GAP)


def _pieces(words: Iterable[Sequence[_Placed]]) -> Iterator[str | Raised]:
    """The words as text with single blanks, what is raised kept apart."""
    items = [
        (item.raised, item.glyph.text, number > 0 and at == 0)
        for number, word in enumerate(words)
        for at, item in enumerate(word)
    ]
    for raised, group in groupby(items, key=lambda item: item[0]):
        text = "".join(f" {character}" if begins else character for _, character, begins in group)
        yield Raised(text.strip()) if raised else text
