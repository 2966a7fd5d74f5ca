"""Finds names in a text: one linear Aho-Corasick pass, longest name first, whole words only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from kg.gazetteer.entry import Entry
from kg.gazetteer.spelling import variants

_WORD = re.compile(r"\w+")
_HYPHENS = ("-", "‑")
_REACH = 40


class NameHit(NamedTuple):
    """A full name in a text, as code points [start, end), and the entry it means.

    A tuple and not a dataclass: a text has thousands, and making it costs a third.
    """

    start: int
    end: int
    entry: Entry


class Matcher:
    """Searches a text for names in all their spellings.

    `acronyms` are matched as they are written, and not where they are part of a symbol ("UNEP/EA.4") or of a longer
    acronym ("UN-Water").
    """

    def __init__(
        self, names: Mapping[str, Entry], joint: Mapping[str, tuple[Entry, ...]], acronyms: Mapping[str, Entry]
    ) -> None:
        single = {name: (entry,) for name, entry in names.items()}
        self._table = {form: found for name, found in {**joint, **single}.items() for form in variants(name)}
        self._first_acronym = len(self._table)
        self._table.update({name: (entry,) for name, entry in acronyms.items()})
        self._entries = list(self._table.values())
        self._automaton = AhoCorasick(
            list(self._table), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA
        )

    def find(self, text: str) -> Iterator[NameHit]:
        """The names from left to right, without overlaps, the longest of those that begin together."""
        entries, first_acronym, length = self._entries, self._first_acronym, len(text)
        for pattern, start, end in self._automaton.find_matches_as_indexes(text):
            if (start and text[start - 1].isalnum()) or (end < length and text[end].isalnum()):
                yield from self._inside(text, start, end)
            elif pattern < first_acronym or _stands_alone(text, start, end):
                for entry in entries[pattern]:
                    yield NameHit(start, end, entry)

    def _inside(self, text: str, start: int, end: int) -> Iterator[NameHit]:
        """The names within a match that begins or ends in the middle of a word, by whole words."""
        words = [word.span() for word in _WORD.finditer(text, start, end) if _is_whole(text, *word.span())]
        while words:
            first = words[0][0]
            last = next((stop for _, stop in reversed(words) if text[first:stop] in self._table), None)
            if last is not None:
                for entry in self._table[text[first:last]]:
                    yield NameHit(first, last, entry)
            words = [word for word in words[1:] if last is None or word[0] >= last]


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether an acronym is one: no part of a symbol (a slash beside it, a digit in it) or of a longer acronym."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if before[-1:] in _HYPHENS and before[:1].isupper():
        return False
    if after[:1] in _HYPHENS and after[1:].isupper():
        return False
    if "/" in (before[-1:], after[:1]):
        return not any(char.isdigit() for char in _token(text, start, end))
    return True


def _token(text: str, start: int, end: int) -> str:
    """The run of characters without space around a span, cut at a length that no symbol reaches."""
    left = text[max(0, start - _REACH) : start].split(" ")[-1]
    return left + text[start : end + _REACH].split(" ")[0]
