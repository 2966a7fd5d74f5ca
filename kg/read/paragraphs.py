"""Gathering printed lines into paragraphs, over line ends, blank lines and page breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.read.lines import Line
from kg.read.openings import Openings
from kg.read.strand import Strand, join

NUMBERED_OR_ITEM = re.compile(r"(?:\d{1,3}\s?\.|[Iil]\.)\s+[“\"A-Z]|\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)\s")
CLOSED = re.compile(r"[.;:,!?”\"’)*\]] ?(?:[\d⁰¹²³⁴-⁹]{1,3}/?)?$")
_ENDED = re.compile(r"[.;:!?]”? ?(?:[\d⁰¹²³⁴-⁹]{1,3}/?)?$")
_PAUSED = re.compile(r"[,;:] ?(?:[\d⁰¹²³⁴-⁹]{1,3}/?)?$")
# What share of the widest line a line fills that ends because the page does, not because the paragraph does.
_FULL = 0.6


def paragraphs(lines: Sequence[Line], openings: Openings) -> Iterator[Strand]:
    """The paragraphs of the text's own lines, in order."""
    widest = max((len(line.text) for line in lines), default=0)
    current: list[Line] = []
    for at, line in enumerate(lines):
        following = lines[at + 1].text if at + 1 < len(lines) else ""
        if current and _parts(current[-1], line, following, openings, widest):
            yield joined(current)
            current = []
        current.append(line)
    if current:
        yield joined(current)


def _parts(before: Line, line: Line, following: str, openings: Openings, widest: int) -> bool:
    """Whether a new paragraph begins with this line."""
    if before.column or line.column or _is_formula(line.text, following, openings):
        return True
    if _is_formula(before.text, line.text, openings):
        return True
    closed = CLOSED.search(before.text) is not None
    if NUMBERED_OR_ITEM.match(line.text) and (line.page_start or line.blank_before):
        return True
    if line.page_start:
        return _parts_at_page(before, line, closed, openings, widest)
    if line.blank_before:
        return _ENDED.search(before.text) is not None or not line.text[0].islower()
    return closed and (
        NUMBERED_OR_ITEM.match(line.text) is not None
        or (_PAUSED.search(before.text) is not None and openings.plain(line.text))
    )


def _parts_at_page(before: Line, line: Line, closed: bool, openings: Openings, widest: int) -> bool:
    """At the top of a page a paragraph runs on if the last line was full and no sentence or clause ended with it."""
    if line.text[0].islower():
        return False
    if _ENDED.search(before.text) or len(before.text) < _FULL * widest:
        return True
    return closed and _opens(line.text, openings)


def _is_formula(text: str, following: str, openings: Openings) -> bool:
    """Whether a line is an enacting formula: with its comma, or right before a verb that it governs."""
    if openings.formula_with_comma(text):
        return True
    return openings.organ(text) is not None and (_opens(following, openings) or openings.maybe_operative(following))


def _opens(text: str, openings: Openings) -> bool:
    return openings.preambular(text) or openings.operative(text) or NUMBERED_OR_ITEM.match(text) is not None


def joined(group: Sequence[Line]) -> Strand:
    """The lines as one strand; a hyphen at a line's end is kept, and no blank follows it.

    United Nations texts are set ragged right: a hyphen at a line's end belongs to the word ("South-" / "South").
    """
    pieces: list[Strand] = []
    for line in group:
        if pieces and (not pieces[-1].text.endswith("-") or pieces[-1].text.endswith(" -")):
            pieces.append(Strand(" "))
        pieces.append(line.words)
    return join(pieces)
