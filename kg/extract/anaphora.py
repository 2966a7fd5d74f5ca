"""Words that point back: "in accordance with those resolutions", and "Ibid." at the head of a footnote."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.extract.parts import part_after
from kg.languages import load
from kg.model import Document, Kind, Mention, Span

NAME = "anaphora"
EXAMPLES = (("in accordance with those resolutions and", ("those resolutions",)),)
MANY, ONE, IBID, ELSEWHERE = "many", "one", "ibid", "ibid elsewhere"
"""`Mention.number` of words that point to all acts of the last list, the last one, the last note's source, or a
volume beside that source ("Ibid., Fourth Year")."""


@cache
def _automaton(code: str) -> tuple[AhoCorasick, int]:
    """The phrases, and how many of them point to many acts; those come first."""
    language = load(code)
    phrases = [*language.anaphora_many, *language.anaphora_one]
    return AhoCorasick(phrases, matchkind=MatchKind.LeftmostLongest), len(language.anaphora_many)


def find(document: Document) -> Iterator[Mention]:
    """The mentions that point back."""
    text, decision = document.text, load(document.language).references.decision
    automaton, many = _automaton(document.language)
    for index, start, end in automaton.find_matches_as_indexes(text):
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            kind = Kind.DECISION if text.endswith(decision, start, end) else Kind.RESOLUTION
            yield Mention(kind, Span(start, end), NAME, number=MANY if index < many else ONE)
    yield from _ibid(document)


def _ibid(document: Document) -> Iterator[Mention]:
    """The notes that begin with "Ibid.", with the part that follows ("Ibid., chap. II")."""
    language = load(document.language)
    for note in document.footnotes:
        start = note.span.start
        form = next((form for form in language.references.ibid if document.text.startswith(form, start)), None)
        if form:
            after = part_after(document.text, start + len(form), language)
            rest = document.text[after[1] if after else start + len(form) : note.span.end].strip(" ,.;")
            number = ELSEWHERE if rest and not after else IBID
            span = Span(start, start + len(form))
            yield Mention(Kind.DOCUMENT, span, NAME, number=number, part=after[0] if after else None)
