"""Finding footnote marks in running text and telling them from other numbers.

Plain text has lost the superscript: a mark is glued to a word ("Cooperation4") or to punctuation ("Countries,1"), set
apart after it ("Summit, 3") or after a bare word ("the reports 21 of"), or written with a stroke ("Rights, 1/"). What
tells marks from numbers is their order: first calls follow the order of the notes; a mark that was called before may be
called again (the older editorial practice).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.read.notes import Note
from kg.read.openings import Openings
from kg.read.strand import Strand, join

_SUPERSCRIPT = re.compile(r" ?([⁰¹²³⁴-⁹]{1,3})")
_GLUED = re.compile(
    r"(?:(?<=[a-z]{3})|(?<=[A-Za-z”’)\"][,.;:])|(?<=[”’)\"])|(?<=\s[,;])|(?<=\b\d{4}[,;]))(\d{1,3})(?=[\s,.;:)]|$)"
)
_APART = re.compile(r"(?<=[A-Za-z”’)\"0-9\] ][,.;:]) (\d{1,3})(?=\s|$)")
_BARE = re.compile(r"(?<=[\w)”’]) (\d{1,3})(?=[\s,.;:]|$)")
_STROKE = re.compile(r" ?(?<![\d/])(\d{1,3})/(?=[\s,.;:)]|$)")
_STAR = re.compile(r"(?<=[\w,.;:)”])(\*{1,3})(?=\s|$)")
_PLAIN_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# How much a candidate looks like a mark by itself: surely, probably, or only because a note is waiting for its call.
_SURE, _LIKELY, _POSSIBLE = 6, 3, 1


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number that may be a mark: the block it stands in, its place there, and how much it looks like one."""

    block: int
    start: int
    end: int
    mark: str
    weight: int


@dataclass(frozen=True, slots=True)
class Marked:
    """A block without its marks; where they stood, each with the index of the note it calls; and the zone of the
    document that the block belongs to, where the format names it."""

    words: Strand
    calls: tuple[tuple[int, int], ...] = ()
    zone: str | None = None


def take_out(blocks: Sequence[Strand], notes: Sequence[Note], stroke: bool, openings: Openings) -> list[Marked]:
    """Each block with its footnote marks taken out and kept as (offset, index of the note).

    `stroke` says that the text writes marks as "1/", as documents typed before 1995 do.
    """
    known = {note.mark for note in notes}
    if not known:
        return [Marked(block) for block in blocks]
    found = [c for number, block in enumerate(blocks) for c in _candidates(number, block.text, known, stroke, openings)]
    by_block: dict[int, list[tuple[Candidate, int]]] = {}
    for candidate, note in _calls(found, notes):
        by_block.setdefault(candidate.block, []).append((candidate, note))
    return [_without(block, by_block.get(number, [])) for number, block in enumerate(blocks)]


def _candidates(number: int, text: str, known: set[str], stroke: bool, openings: Openings) -> list[Candidate]:
    """The numbers of a block that may be marks of these notes, each once, by the pattern that makes it most likely."""
    kinds = ((_STROKE, _SURE),) if stroke else ((_GLUED, _SURE), (_APART, _LIKELY), (_BARE, _POSSIBLE))
    found: dict[int, Candidate] = {}
    for pattern, weight in ((_SUPERSCRIPT, _SURE), *kinds, (_STAR, _SURE)):
        for match in pattern.finditer(text):
            mark = match[1].translate(_PLAIN_DIGITS)
            if mark not in known or match.start(1) in found:
                continue
            if weight == _SURE or not _counts(text, match, openings):
                found[match.start(1)] = Candidate(number, match.start(), match.end(), mark, weight)
    return sorted(found.values(), key=lambda candidate: candidate.start)


def _counts(text: str, match: re.Match[str], openings: Openings) -> bool:
    """Whether a number set apart is part of the sentence: "22 December", "paragraph 3", "by 9 votes"."""
    before = text[max(0, match.start() - 20) : match.start()] + " "
    after = text[match.end() : match.end() + 12].lstrip()
    return after.startswith(openings.months) or openings.takes_number(before)


def _calls(found: Sequence[Candidate], notes: Sequence[Note]) -> Iterator[tuple[Candidate, int]]:
    """Each call with the index of its note: the heaviest chain of first calls, what still calls a note that was left
    out (notes printed out of order), and the sure ones that call again."""
    first = _heaviest_chain(found, notes)
    _call_out_of_order(first, found, notes)
    called: dict[str, int] = {}
    for at, candidate in enumerate(found):
        if at in first:
            called[candidate.mark] = first[at]
            yield candidate, first[at]
        elif candidate.weight == _SURE and candidate.mark in called:
            yield candidate, called[candidate.mark]


def _call_out_of_order(first: dict[int, int], found: Sequence[Candidate], notes: Sequence[Note]) -> None:
    done = set(first.values())
    waiting = {note.mark: index for index, note in enumerate(notes) if index not in done}
    for at, candidate in enumerate(found):
        if at not in first and candidate.weight >= _LIKELY and candidate.mark in waiting:
            first[at] = waiting.pop(candidate.mark)


def _heaviest_chain(found: Sequence[Candidate], notes: Sequence[Note]) -> dict[int, int]:
    """The heaviest chain of (candidate, note) pairs in which both rise, as candidate index -> note index.

    Patience sorting with weights: `ends` holds, for rising note indices, the best chain that ends there.
    """
    places: dict[str, list[int]] = {}
    for index, note in enumerate(notes):
        places.setdefault(note.mark, []).append(index)
    ends: list[tuple[int, int, int]] = []  # note index, weight of the chain, number of its last pair
    pairs: list[tuple[int, int, int]] = []  # candidate, note, number of the pair before it
    for at, candidate in enumerate(found):
        for index in reversed(places[candidate.mark]):
            _extend(ends, pairs, at, index, candidate.weight)
    chosen: dict[int, int] = {}
    number = ends[-1][2] if ends else -1
    while number >= 0:
        at, index, number = pairs[number]
        chosen[at] = index
    return chosen


def _extend(
    ends: list[tuple[int, int, int]], pairs: list[tuple[int, int, int]], at: int, index: int, weight: int
) -> None:
    place = bisect_left(ends, (index, -1, -1))
    total, before = (ends[place - 1][1] + weight, ends[place - 1][2]) if place else (weight, -1)
    if place < len(ends) and ends[place][0] == index and ends[place][1] >= total:
        return
    pairs.append((at, index, before))
    stop = place
    while stop < len(ends) and ends[stop][1] <= total:
        stop += 1
    ends[place:stop] = [(index, total, len(pairs) - 1)]


def missing(blocks: Sequence[Strand], notes: Sequence[Note]) -> tuple[str, ...]:
    """The marks that the text plainly calls, counting on from the last note, although there is no such note."""
    expected = max((int(note.mark) for note in notes if note.mark.isdigit()), default=0) + 1
    found: list[str] = []
    for block in blocks:
        for match in sorted(
            (*_GLUED.finditer(block.text), *_SUPERSCRIPT.finditer(block.text)), key=lambda m: m.start()
        ):
            if int(match[1].translate(_PLAIN_DIGITS)) == expected:
                found.append(str(expected))
                expected += 1
    return tuple(found)


def _without(block: Strand, calls: Sequence[tuple[Candidate, int]]) -> Marked:
    pieces: list[Strand] = []
    places: list[tuple[int, int]] = []
    at = length = 0
    for candidate, note in calls:
        piece = block.slice(at, candidate.start)
        pieces.append(piece)
        length += len(piece.text)
        places.append((length, note))
        at = candidate.end
    pieces.append(block.slice(at))
    return Marked(join(pieces), tuple(places))
