"""The rows of all pages -> the rows of the text itself and the notes below it; page furniture is left out by its place.

Places after the United Nations' own templates (letter and A4): running heads stand in the top margin of the second and
later pages, page and job numbers in the bottom margin, both smaller than the text; the cover has a second column for
distribution and date; notes stand at the foot of a page below a short rule, smaller than the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.read.glyphs import Rule, Sheet
from kg.read.lines import FURNITURE, RULE
from kg.read.rows import Raised, Row, rows

# Points from the edge of the page: text begins below 80 and ends above 55.
_HEAD, _FOOT, _EDGE = 64.0, 51.0, 95.0
# Shares of the page's height and width.
_COVER_FOOT, _COVER_RIGHT, _LONGEST_RULE = 0.6, 0.55, 0.35
# A note is set at 0.85 of the text; differences below this are no difference.
_NOTE_SIZE = 0.93
_SYMBOL = re.compile(r"[A-Z]+/[A-Z\d]\S*(?: \([A-Z\d]+\))?")
_PAGE_NUMBER = re.compile(r"\d{1,4}")
_PLAIN_MARK = re.compile(r"\s*(\d{1,3}|\*{1,3})(?:/|\s)\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class FootRows:
    """The rows of one note, its mark, and the page it stands on; None for the end of one begun a page before."""

    mark: str | None
    page: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The rows of the text in reading order, the notes in order, and the size of type of the text."""

    body: tuple[Row, ...]
    notes: tuple[FootRows, ...]
    size: float


@dataclass(frozen=True, slots=True)
class _Page:
    """The rows of a page, and what of its drawing matters: its height and width, and the rules on it."""

    rows: list[Row]
    width: float
    height: float
    rules: tuple[Rule, ...]


def lay_out(sheets: Iterable[Sheet]) -> tuple[Layout, bool]:
    """The layout of a document from its pages, and whether any page bears a picture."""
    pages, pictured = [], False
    for number, sheet in enumerate(sheets):
        pages.append(_Page(rows(sheet.glyphs, number), sheet.width, sheet.height, sheet.rules))
        pictured = pictured or sheet.has_image
    size = _commonest_size(pages)
    heads = _repeated(pages)
    body: list[Row] = []
    notes: list[FootRows] = []
    for page in pages:
        kept = [row for row in page.rows if not _is_furniture(row, page, size, heads)]
        foot = _foot(kept, page, size)
        found = _notes(kept[foot:]) if foot < len(kept) else []
        if found and found[0].mark is None and not notes:
            foot, found = len(kept), []
        body += [row for row in kept[:foot] if not RULE.fullmatch(row.text)]
        notes += found
    return Layout(tuple(body), _joined(notes), size), pictured


def _commonest_size(pages: Sequence[_Page]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for row in page.rows:
            sizes[round(row.size, 1)] += len(row.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=10.0)


def _repeated(pages: Sequence[_Page]) -> frozenset[str]:
    """What stands at the top of more than one page, or below all else, but for its digits."""
    seen: Counter[str] = Counter()
    for page in pages[1:]:
        lowest = min((row.base for row in page.rows), default=0.0)
        edge = [row for row in page.rows if row.base > page.height - _EDGE or row.base < lowest + 0.5 * row.size]
        seen.update({_masked(row) for row in edge if row.mark is None})
    return frozenset(text for text, count in seen.items() if count > 1)


def _masked(row: Row) -> str:
    """What is compared of a row, with the height it stands at: it repeats there, or it is no running head."""
    return f"{round(row.base)} " + re.sub(r"\d+", "0", row.text)


def _at_edge(row: Row, page: _Page) -> bool:
    return row.base > page.height - _EDGE or row.base < _EDGE


def _is_furniture(row: Row, page: _Page, size: float, heads: frozenset[str]) -> bool:
    """Page and job numbers, bar codes, running heads, and the right column of the cover but for the symbol."""
    if row.page == 0 and row.base > _COVER_FOOT * page.height and row.left > _COVER_RIGHT * page.width:
        return _SYMBOL.fullmatch(row.text) is None
    if not _at_edge(row, page) or RULE.fullmatch(row.text) or (row.mark is not None and row.text):
        return False
    if row.base < _FOOT and row.size < 0.95 * size:
        return True
    if FURNITURE.fullmatch(row.text) or _PAGE_NUMBER.fullmatch(row.text):
        return True
    if row.page == 0:
        return False
    at_head = row.base > page.height - _EDGE
    small_head = row.base > page.height - _HEAD and row.size < 0.95 * size
    return small_head or (at_head and _SYMBOL.fullmatch(row.text) is not None) or _masked(row) in heads


def _foot(kept: Sequence[Row], page: _Page, size: float) -> int:
    """The first row of the notes at the foot of a page; the number of its rows if there are none."""
    for at, row in enumerate(kept):
        if RULE.fullmatch(row.text) and _are_notes(kept[at + 1 :], size):
            return at + 1
    small = len(kept)
    while small and kept[small - 1].size < _NOTE_SIZE * size:
        small -= 1
    ruled = any(_rules_off(rule, kept, small, page) for rule in page.rules)
    while small < len(kept) and not ruled and kept[small].mark is None:
        small += 1
    return small


def _are_notes(below: Sequence[Row], size: float) -> bool:
    """Whether the rows below a typed rule are notes: smaller than the text, or the first begins with a mark."""
    if not below or any(row.size > 1.02 * size for row in below):
        return False
    begins = below[0].mark is not None or _PLAIN_MARK.match(below[0].text) is not None
    return begins or all(row.size < _NOTE_SIZE * size for row in below)


def _rules_off(rule: Rule, kept: Sequence[Row], small: int, page: _Page) -> bool:
    """Whether a drawn line parts the small rows at the foot from the text."""
    if small == len(kept) or rule.right - rule.left > _LONGEST_RULE * page.width:
        return False
    above = kept[small - 1].base if small else page.height
    return kept[small].base < rule.base < above


def _notes(foot: Sequence[Row]) -> list[FootRows]:
    """The notes in the rows below the rule. Where no mark is raised, a number that counts on begins a note."""
    raised = any(row.mark for row in foot)
    groups: list[tuple[str | None, list[Row]]] = []
    for row in foot:
        mark = row.mark if raised else _plain_mark(row, groups[-1][0] if groups else None)
        if mark is not None:
            groups.append((mark, [row]))
        elif groups:
            groups[-1][1].append(row)
        else:
            groups.append((None, [row]))
    return [FootRows(mark, group[0].page, tuple(group)) for mark, group in groups]


def _plain_mark(row: Row, last: str | None) -> str | None:
    match = _PLAIN_MARK.match(row.text)
    if match is None:
        return None
    mark = match[1]
    counts_on = last is None or not last.isdigit() or not mark.isdigit() or int(mark) == int(last) + 1
    return mark if counts_on else None


def _joined(notes: Sequence[FootRows]) -> tuple[FootRows, ...]:
    """The notes, each with its end that stands on the next page."""
    whole: list[FootRows] = []
    for note in notes:
        if note.mark is None and whole:
            whole[-1] = FootRows(whole[-1].mark, whole[-1].page, whole[-1].rows + note.rows)
        else:
            whole.append(note)
    return tuple(whole)


def pieces_of(note: FootRows) -> list[tuple[str | Raised, ...]]:
    """The pieces of a note, row by row, without its mark."""
    first = note.rows[0]
    if first.mark:
        at = next(at for at, piece in enumerate(first.pieces) if isinstance(piece, Raised))
        head = first.pieces[at + 1 :]
    else:
        head = (_PLAIN_MARK.sub("", first.text, count=1),)
    return [head, *(row.pieces for row in note.rows[1:])]
