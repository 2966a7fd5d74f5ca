"""Open sets: "other resolutions relevant to South-South cooperation", "all relevant instruments".

A plural of acts counts as a set when a quantifier stands before it or a limit behind it; other plurals only with a
quantifier that is complete in itself ("all relevant instruments"), since "international instruments" is no citation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from kg.languages import any_of, load
from kg.model import Document, Kind, Mention, Span

NAME = "opensets"
EXAMPLES = (
    (
        "60/212 and other resolutions relevant to South-South cooperation,",
        ("other resolutions relevant to South-South cooperation",),
    ),
    ("and the decisions taken at that session;", ("decisions taken at that session",)),
    ("all relevant instruments and laws", ("all relevant instruments",)),
    ("enshrined in international instruments", ()),
)
# A description ends with its clause; more than this is no longer a name.
_LONGEST, _REACH = 90, 30


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The heads, found by automaton, and what may stand on either side of one."""

    heads: AhoCorasick
    acts: int
    before: re.Pattern[str]
    strictly_before: re.Pattern[str]
    limit: re.Pattern[str]
    ends: re.Pattern[str]


@cache
def _patterns(code: str) -> _Patterns:
    words, grammar = load(code).opensets, load(code).grammar
    limits = rf"(?: {grammar.of_the} [A-Z][^,;.\n]{{2,60}}?)? (?:{any_of(words.limits)})\b[^,;.\n]{{0,{_LONGEST}}}"
    return _Patterns(
        heads=AhoCorasick([f" {head}" for head in (*words.acts, *words.others)]),
        acts=len(words.acts),
        before=re.compile(rf"\b(?:{any_of(words.quantifiers)})$"),
        strictly_before=re.compile(rf"\b(?:{any_of(words.strict)})$"),
        limit=re.compile(limits),
        ends=re.compile(rf" (?:{any_of(grammar.set_ends)}) "),
    )


def find(document: Document) -> Iterator[Mention]:
    """The open sets that a document cites: no identity, a description in its own words."""
    patterns, text = _patterns(document.language), document.text
    back = tuple(f" {word}" for word in load(document.language).opensets.back)
    for index, start, end in patterns.heads.find_matches_as_indexes(text):
        if text[end : end + 1].isalnum() or text.endswith(back, 0, start):
            continue
        span = _act(text, start, end, patterns) if index < patterns.acts else _other(text, start, end, patterns)
        if span and not text.endswith(back, 0, span.start - 1):
            yield Mention(Kind.OPENSET, span, NAME)


def _act(text: str, start: int, end: int, patterns: _Patterns) -> Span | None:
    """Resolutions or decisions: a quantifier before the head, or a limit behind it, and no number."""
    quantifier = patterns.before.search(text, max(0, start - _REACH), start)
    limit = patterns.limit.match(text, end)
    if not (quantifier or limit) or text[end : end + 2].strip().isdigit():
        return None
    first = quantifier.start() if quantifier else start + 1
    return Span(first, end + len(_trimmed(limit[0], patterns)) if limit else end)


def _other(text: str, start: int, end: int, patterns: _Patterns) -> Span | None:
    """Other plurals: only with a quantifier that is complete in itself."""
    strict = patterns.strictly_before.search(text, max(0, start - _REACH), start)
    return Span(strict.start(), end) if strict else None


def _trimmed(text: str, patterns: _Patterns) -> str:
    """The description without a new clause: "decisions taken at that session | and requests"."""
    return patterns.ends.split(text)[0].rstrip()
