"""Telling the footnotes of a laid-out page from its text.

A page keeps its notes at its foot, below a line of underscores, in the middle of a paragraph that runs on overleaf;
transcribed volumes keep them at the end of the text with no line above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import groupby

from kg.languages import Language
from kg.read.lines import RULE, Line
from kg.read.paragraphs import CLOSED, NUMBERED_OR_ITEM, joined
from kg.read.strand import Strand

_NOTE = re.compile(r"(?P<mark>[\d⁰¹²³⁴-⁹]{1,3}|\*{1,3})/?(?:\s+|(?=[A-Z“\"‘(]))(?=[A-Z“\"‘(]|https?:)")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# a number after a word or punctuation, where a footnote's mark may stand
_NUMBER = re.compile(r"(?<=[\w.,;:)\]”’\"]) ?(?<!\d)(\d{1,3})(?=[\s.,;:)]|$)")
_SYMBOL_FIRST = re.compile(r"[A-Z]+/[A-Z\d]")


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote as printed: its mark and its words."""

    mark: str
    words: Strand


@dataclass(slots=True)
class _Sorting:
    """What was sorted so far: the text's own lines, and the notes as groups of lines."""

    body: list[Line] = field(default_factory=list)
    notes: list[list[Line]] = field(default_factory=list)
    in_notes: bool = False
    block: int = 0

    def open_block(self) -> None:
        self.in_notes, self.block = True, len(self.notes)

    def keep(self, line: Line) -> None:
        """A line of the text; after notes it stands as at the top of a page, where a paragraph may run on."""
        self.body.append(replace(line, page_start=True) if self.in_notes else line)
        self.in_notes = False

    def last_mark(self) -> str | None:
        """The mark of the last note of this block."""
        return _mark(self.notes[-1]) if len(self.notes) > self.block else None


def separate(page_lines: Sequence[Line], language: Language) -> tuple[list[Line], list[Note]]:
    """The lines of the text itself, and its footnotes, both in order."""
    paged = any(line.page for line in page_lines)
    unruled = _unruled_blocks(page_lines, language)
    sorting = _Sorting()
    for at, line in enumerate(page_lines):
        following = page_lines[at + 1] if at + 1 < len(page_lines) else None
        if RULE.fullmatch(line.text):
            sorting.open_block()
            continue
        if at in unruled:
            sorting.open_block()
        if sorting.in_notes and _starts_note(line, following, sorting.last_mark()):
            sorting.notes.append([line])
        elif sorting.in_notes and sorting.last_mark() and _continues_note(line, sorting.notes[-1], paged):
            sorting.notes[-1].append(line)
        elif not _is_page_number(line, following):
            sorting.keep(line)
    return sorting.body, [_note(group) for group in sorting.notes]


def _is_page_number(line: Line, following: Line | None) -> bool:
    if not line.lone_number:
        return False
    at_edge = following is None or following.page != line.page or following.blank_before
    return at_edge or line.blank_before or line.page_start


def _starts_note(line: Line, following: Line | None, last: str | None) -> bool:
    """Whether a line of a block of notes begins one: its mark follows the last mark, by itself or with the words."""
    if line.lone_number:
        mark = line.text
        if following is None or following.page != line.page or not following.text[0].isupper():
            return False
    else:
        match = _NOTE.match(line.text)
        if match is None:
            return False
        mark = match["mark"]
    value, before = _value(mark), _value(last) if last else None
    return value is None or before is None or value == before + 1


def _continues_note(line: Line, note: Sequence[Line], paged: bool) -> bool:
    """A note runs on to the end of its page, or, where pages cannot be told, until it is complete and something
    follows that looks like the page's own text."""
    if line.page != note[-1].page or (line.lone_number and line.blank_before):
        return False
    if paged:
        return True
    if line.blank_before:
        return False
    complete = note[-1].text.endswith((".", ")", "”"))
    fresh = line.indented or line.text[0].islower() or NUMBERED_OR_ITEM.match(line.text) is not None
    return not (complete and fresh)


def _unruled_blocks(page_lines: Sequence[Line], language: Language) -> set[int]:
    """Where blocks of notes begin that have no rule above them: at the foot of a page or at the end of the text."""
    starts: set[int] = set()
    at = 0
    for _, group in groupby(page_lines, key=lambda line: line.page):
        page = list(group)
        if not any(RULE.fullmatch(line.text) for line in page):
            found = _unruled_block(page, language)
            if found is not None:
                starts.add(at + found)
        at += len(page)
    return starts


def _unruled_block(page: Sequence[Line], language: Language) -> int | None:
    """The first line of a page's notes: from it on nothing looks like text, and it is called or plainly a note."""
    own = max((at for at, line in enumerate(page) if NUMBERED_OR_ITEM.match(line.text)), default=0)
    numbers: set[str] = set()
    for at, line in enumerate(page):
        parted = at == 0 or line.blank_before or CLOSED.search(page[at - 1].text) is not None
        if at > own and parted and _looks_like_note(line, numbers, language):
            return at
        numbers.update(_NUMBER.findall(line.text))
    return None


def _looks_like_note(line: Line, numbers: Set[str], language: Language) -> bool:
    """Whether a line reads like a note, or has the mark of one that stands as a number in the text above it."""
    match = _NOTE.match(line.text)
    if match is None or _value(match["mark"]) is None:
        return False
    rest = line.text[match.end() :]
    if rest.startswith(language.months):
        return False
    references = language.references
    if rest.startswith((*references.see, *references.ibid, references.official_records)) or _SYMBOL_FIRST.match(rest):
        return True
    return match["mark"].translate(_SUPERSCRIPTS) in numbers


def _value(mark: str) -> int | None:
    return int(mark.translate(_SUPERSCRIPTS)) if mark[0] != "*" else None


def _mark(group: Sequence[Line]) -> str:
    if group[0].lone_number:
        return group[0].text.translate(_SUPERSCRIPTS)
    match = _NOTE.match(group[0].text)
    assert match is not None, "a note group starts with a mark"
    return match["mark"].translate(_SUPERSCRIPTS)


def _note(group: Sequence[Line]) -> Note:
    if group[0].lone_number:
        return Note(_mark(group), joined(group[1:]))
    match = _NOTE.match(group[0].text)
    assert match is not None, "a note group starts with a mark"
    return Note(_mark(group), joined(group).slice(match.end()).strip())
