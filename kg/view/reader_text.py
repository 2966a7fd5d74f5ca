"""A text in pieces: plain words, words that cite, and the marks of footnotes, in the order in which they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.view.reader_data import Cite, Passage


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a passage. `cites` are the numbers of the citations that hold them, the narrowest first; `mark` is the
    mark of a footnote that stands there in the place of words.
    """

    text: str
    cites: tuple[int, ...] = ()
    mark: str | None = None


def by_passage(passages: Sequence[Passage], cites: Sequence[Cite]) -> dict[str, list[int]]:
    """The numbers of the citations that start in each passage, by its label and start ("OP1@372")."""
    ordered = sorted(passages, key=lambda passage: passage.start)
    starts = [passage.start for passage in ordered]
    held: defaultdict[str, list[int]] = defaultdict(list)
    for number, cite in enumerate(cites):
        index = bisect_right(starts, cite.start) - 1
        if index >= 0 and cite.start < ordered[index].end:
            held[key(ordered[index])].append(number)
    return dict(held)


def key(passage: Passage) -> str:
    """What tells a passage from others of its document: labels may come again, as ANNEX does."""
    return f"{passage.label}@{passage.start}"


def pieces(passage: Passage, cites: Mapping[int, Cite], marks: Iterable[tuple[int, str]]) -> list[Piece]:
    """The pieces of a passage: `cites` are its citations by number, `marks` all marks with their offsets.

    Joined, the texts of the pieces are the text of the passage.
    """
    inside = [(cite.start, min(cite.end, passage.end), number) for number, cite in cites.items()]
    # A mark at the end of a passage belongs to it; one at its start belongs to what stands before.
    called = sorted((offset, mark) for offset, mark in marks if passage.start < offset <= passage.end)
    edges = {passage.start, passage.end, *(offset for offset, _ in called)}
    edges.update(edge for start, end, _ in inside for edge in (start, end))
    return list(_cut(passage, sorted(edges), inside, called))


def _cut(
    passage: Passage, edges: list[int], inside: list[tuple[int, int, int]], called: list[tuple[int, str]]
) -> Iterator[Piece]:
    for start, end in pairwise(edges):
        over = sorted((e - s, number) for s, e, number in inside if s <= start and end <= e)
        yield Piece(passage.text[start - passage.start : end - passage.start], tuple(number for _, number in over))
        yield from (Piece("", mark=mark) for offset, mark in called if offset == end)
