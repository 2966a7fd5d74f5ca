"""From the lines of a laid-out page to paragraphs and notes.

A page has furniture (page numbers, running heads, job numbers), breaks words and paragraphs at its edge, and keeps its
footnotes in a block below a rule, in the middle of a paragraph that runs on overleaf.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.languages import Language
from kg.read.strand import Strand, join, strand

_RULE = re.compile(r"_{3,}|-{8,}|—{3,}")
_NOTE = re.compile(r"(?P<mark>\d{1,3}|\*{1,3})(?P<slash>/)?\s+(?=[A-Z“\"‘(]|http)")
_FURNITURE = re.compile(
    r"-?\s*\d{1,3}(?:/\d{1,3})?\s*-?|Page \d{1,3}|/?\.{3}|\*\d{6,}\*|\d{2}-\d{5}(?: \(E\))?(?: +[\d*]+)*|Please recycle.*"
)
_PARAGRAPH = re.compile(r"\d{1,3}\.\s+[“\"A-Z]|\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)\s")
_CLOSED = re.compile(r"[.;:,!?”\"’)*\]] ?(?:\d{1,3}/?)?$")
_WORD = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its words, and what stood before it on the page."""

    words: Strand
    indented: bool
    page_start: bool
    blank_before: bool


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote as printed: its mark and its words."""

    mark: str
    words: Strand


def lines(text: str) -> list[Line]:
    """The printed lines of a text, page furniture left out."""
    found: list[Line] = []
    at, blank, page = 0, True, True
    seen: set[str] = set()
    for raw in re.split(r"(?<=[\n\f])", text):
        start, at = at, at + len(raw)
        words = strand(raw, start).strip()
        if not words.text:
            page, blank = page or "\f" in raw, True
            continue
        head = "\f" in raw[: len(raw) - len(raw.lstrip())]
        if not _is_furniture(words.text, seen):
            found.append(Line(words, raw[:1].isspace(), page or head, blank))
            blank = page = False
        page = page or raw.endswith("\f")
    return found


def _is_furniture(text: str, seen: set[str]) -> bool:
    if _FURNITURE.fullmatch(text):
        return True
    running_head = re.fullmatch(r"[A-Z]+(?:/[A-Z0-9().-]+)+", text) is not None
    repeated = running_head and text in seen
    seen.add(text)
    return repeated


def separate(page_lines: Sequence[Line]) -> tuple[list[list[Line]], list[Note]]:
    """Paragraphs (as groups of lines) and footnotes of the printed lines, in order."""
    body: list[list[Line]] = []
    notes: list[list[Line]] = []
    in_notes = False
    for line in page_lines:
        text = line.words.text
        if _RULE.fullmatch(text):
            in_notes = True
        elif in_notes and _starts_note(line, notes):
            notes.append([line])
        elif in_notes and notes and _continues_note(line, notes[-1]):
            notes[-1].append(line)
        else:
            body.append([replace(line, page_start=True) if in_notes else line])
            in_notes = False
    return body, [_note(group) for group in notes]


def _starts_note(line: Line, notes: Sequence[Sequence[Line]]) -> bool:
    match = _NOTE.match(line.words.text)
    if not match or not match["mark"].isdigit() or not notes:
        return match is not None
    before = _NOTE.match(notes[-1][0].words.text)
    expected = int(before["mark"]) + 1 if before and before["mark"].isdigit() else None
    return expected is None or int(match["mark"]) == expected


def _continues_note(line: Line, note: Sequence[Line]) -> bool:
    """A note runs on until it is complete and something follows that looks like the page's own text."""
    if line.blank_before:
        return False
    complete = note[-1].words.text.endswith((".", ")", "”"))
    text = line.words.text
    fresh = line.page_start or line.indented or text[0].islower() or _PARAGRAPH.match(text) is not None
    return not (complete and fresh)


def _note(group: Sequence[Line]) -> Note:
    words = joined(group)
    match = _NOTE.match(words.text)
    if match is None:
        raise AssertionError("a note group starts with a mark")
    return Note(match["mark"], words.slice(match.end()))


def paragraphs(groups: Sequence[Sequence[Line]], language: Language) -> Iterator[Strand]:
    """Lines gathered into paragraphs: a blank line parts them unless the sentence plainly runs on."""
    openings = frozenset(form.split()[0] for verb in language.verbs for form in (verb.participle, verb.present))
    current: list[Line] = []
    for group in groups:
        for line in group:
            if current and _parts(current[-1], line, openings):
                yield joined(current)
                current = []
            current.append(line)
    if current:
        yield joined(current)


def _parts(before: Line, line: Line, openings: frozenset[str]) -> bool:
    closed = _CLOSED.search(before.words.text) is not None
    text = line.words.text
    if line.blank_before or line.page_start:
        return closed or not text[0].islower()
    if not closed:
        return False
    first = _WORD.match(text)
    opens = first is not None and first.group() in openings and before.words.text.endswith((",", ";", ":"))
    return opens or _PARAGRAPH.match(text) is not None


def joined(group: Sequence[Line]) -> Strand:
    """The lines as one strand; a hyphen at a line's end is kept, and no blank follows it.

    United Nations texts are set ragged right: a hyphen at a line's end belongs to the word ("South-" / "South").
    """
    pieces: list[Strand] = []
    for line in group:
        if (pieces and not pieces[-1].text.endswith("-")) or (pieces and pieces[-1].text.endswith(" -")):
            pieces.append(Strand(" "))
        pieces.append(line.words)
    return join(pieces)
