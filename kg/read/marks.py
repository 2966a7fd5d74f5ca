"""Finding footnote marks in running text and telling them from other numbers.

Plain text has lost the superscript: a mark is glued to a word ("Cooperation4"), to punctuation ("Countries,1"), set
apart ("Summit, 3") or written with a stroke ("Rights, 1/"). What tells marks from numbers is their order: the first
calls count upward through the notes that exist; an earlier mark may be called again (the older editorial practice).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.read.lines import Note
from kg.read.strand import Strand, join

_GLUED = re.compile(r"(?:(?<=[a-z]{3})|(?<=[A-Za-z”’)\"][,.;:])|(?<=[”’)\"]))(\d{1,3})(?=[\s,.;:)]|$)")
_APART = re.compile(r"(?<=[A-Za-z”’)\"0-9][,.;:]) (\d{1,3})(?=[\s]|$)")
_STROKE = re.compile(r" ?(?<![\d/])(\d{1,3})/(?=[\s,.;:)]|$)")
# How much a mark left out of the count weighs against a chain, and how many may be left out at once.
_GAP, _REACH = 0.5, 30
_STAR = re.compile(r"(?<=[\w,.;:)”])(\*{1,3})(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number that may be a mark: the block it stands in, its place there, and whether it looks like one by itself."""

    block: int
    start: int
    end: int
    mark: str
    strong: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """A block without its marks, where they stood, and the zone of the document where the format names it."""

    words: Strand
    calls: tuple[tuple[int, str], ...] = ()
    zone: str | None = None


def take_out(blocks: Sequence[Strand], notes: Sequence[Note], stroke: bool) -> list[Marked]:
    """Each block with its footnote marks taken out and kept as (offset, mark)."""
    known = {note.mark for note in notes}
    found = [c for number, block in enumerate(blocks) for c in _candidates(number, block.text, known, stroke)]
    chosen = _calls(found)
    by_block: dict[int, list[Candidate]] = {}
    for candidate in chosen:
        by_block.setdefault(candidate.block, []).append(candidate)
    return [_without(block, by_block.get(number, [])) for number, block in enumerate(blocks)]


def _candidates(number: int, text: str, known: set[str], stroke: bool) -> list[Candidate]:
    patterns = ((_STROKE, True),) if stroke else ((_GLUED, True), (_APART, False))
    found = [
        Candidate(number, match.start(), match.end(), match[1], strong)
        for pattern, strong in (*patterns, (_STAR, True))
        for match in pattern.finditer(text)
        if match[1] in known
    ]
    return sorted(found, key=lambda c: c.start)


def _calls(found: Sequence[Candidate]) -> list[Candidate]:
    """The best rising chain of first calls, and the strong candidates that call an earlier mark again."""
    numbered = [c for c in found if c.mark.isdigit()]
    chain = _rising(numbered)
    chosen = set(chain)
    highest, kept = 0, [c for c in found if not c.mark.isdigit()]
    for candidate in numbered:
        value = int(candidate.mark)
        if candidate in chosen:
            highest = value
            kept.append(candidate)
        elif candidate.strong and value <= highest:
            kept.append(candidate)
    return sorted(kept, key=lambda c: (c.block, c.start))


def _rising(found: Sequence[Candidate]) -> list[Candidate]:
    """The heaviest strictly rising chain; marks that look like marks weigh more, and gaps in the count weigh against."""
    best: dict[int, tuple[float, int]] = {}
    previous: list[int] = []
    for index, candidate in enumerate(found):
        value = int(candidate.mark)
        score, before = -_GAP * (value - 1), -1
        for lower in range(max(1, value - _REACH), value):
            reached = best.get(lower)
            if reached and reached[0] - _GAP * (value - lower - 1) > score:
                score, before = reached[0] - _GAP * (value - lower - 1), reached[1]
        score += 3.0 if candidate.strong else 1.0
        previous.append(before)
        if value not in best or score > best[value][0]:
            best[value] = (score, index)
    chain: list[Candidate] = []
    at = max(best.values(), default=(0.0, -1))[1]
    while at >= 0:
        chain.append(found[at])
        at = previous[at]
    return chain[::-1]


def _without(block: Strand, candidates: Sequence[Candidate]) -> Marked:
    pieces: list[Strand] = []
    calls: list[tuple[int, str]] = []
    at = length = 0
    for candidate in candidates:
        piece = block.slice(at, candidate.start)
        pieces.append(piece)
        length += len(piece.text)
        calls.append((length, candidate.mark))
        at = candidate.end
    pieces.append(block.slice(at))
    return Marked(join(pieces), tuple(calls))
