"""Which speech act governs a place in the text.

The verb that opens a paragraph governs it; a later verb of the same mood takes over from where it stands ("Recognizes
…, and requests"); a connective right before a citation overrules both ("in accordance with its resolution 57/263").
Footnotes take the relation of the words that bear their mark. Rules: gold annotation guidelines, "Relation".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from kg.languages import Language, load
from kg.model import Document, Paragraph, Relation

_NUMBERING = re.compile(r"(?:\d{1,3}\s?\.\s+|\((?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)\s+)?")
_OPENING_REACH, _MOST_ADVERBS = 40, 3
_CLAUSE_ENDS = frozenset(",;:")
_WORD_BEFORE = re.compile(r"\s*([\w-]+|[,;:])")  # for text that is read from its end
_PARTICIPLE, _PRESENT = "participle", "present"
_ZONES = ("PP", "OP")  # where sub-paragraphs go on under the verb of the paragraph they belong to


@dataclass(frozen=True, slots=True)
class _Form:
    """One form of a verb: its mood, its relation (None for a light verb, whose noun decides), whether it takes over."""

    mood: str
    relation: Relation | None
    takes_over: bool = True


_Hit = tuple[int, int, _Form]
"""A form in a text, as code points [start, end)."""


@cache
def _automaton(code: str) -> tuple[AhoCorasick, tuple[_Form, ...]]:
    language = load(code)
    forms: dict[str, _Form] = {}
    for verb in language.verbs:
        forms.setdefault(verb.participle, _Form(_PARTICIPLE, verb.relation))
        forms.setdefault(verb.present, _Form(_PRESENT, verb.relation))
    for phrase, relation in language.openings.items():
        forms[phrase] = _Form(_PARTICIPLE, relation, takes_over=False)
    for participle, present in language.light_verbs:
        forms[participle], forms[present] = _Form(_PARTICIPLE, None), _Form(_PRESENT, None)
    both = {case + form[1:]: value for form, value in forms.items() for case in (form[0], form[0].lower())}
    automaton = AhoCorasick(list(both), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)
    return automaton, tuple(both.values())


@dataclass(frozen=True, slots=True)
class Scopes:
    """The places where a relation begins, in order; each holds until the next."""

    starts: tuple[int, ...]
    relations: tuple[Relation, ...]

    def at(self, offset: int) -> Relation:
        """The relation in force at an offset of the text."""
        index = bisect_right(self.starts, offset) - 1
        return self.relations[index] if index >= 0 else Relation.MENTIONS


def scopes(document: Document) -> Scopes:
    """The relations in force over the paragraphs of a document."""
    language, text = load(document.language), document.text
    hits = _hits(text, document.language)
    starts, relations = [], []
    inherited: dict[str, Relation] = {}
    at = 0
    for paragraph in document.paragraphs:
        first, end = paragraph.span
        while at < len(hits) and hits[at][0] < first:
            at += 1
        begin = at
        while at < len(hits) and hits[at][0] < end:
            at += 1
        if at > begin or paragraph.label.startswith(_ZONES):
            found = _paragraph(text, paragraph, hits[begin:at], inherited, language)
        else:
            found = [(first, Relation.MENTIONS)]
        for start, relation in found:
            starts.append(start)
            relations.append(relation)
    for note in document.footnotes:
        starts.append(note.span.start)
        relations.append(Relation.MENTIONS)
    return Scopes(tuple(starts), tuple(relations))


def _hits(text: str, code: str) -> list[_Hit]:
    """The forms of verbs in a text that are whole words."""
    automaton, forms = _automaton(code)
    return [
        (start, end, forms[index])
        for index, start, end in automaton.find_matches_as_indexes(text)
        if not (text[end : end + 1].isalnum() or text[start - 1 : start].isalnum() or text[start - 1 : start] == "-")
    ]


def _paragraph(
    text: str, paragraph: Paragraph, hits: Sequence[_Hit], inherited: dict[str, Relation], language: Language
) -> list[tuple[int, Relation]]:
    """The scopes of one paragraph: what opens it, or what it inherits from the one it belongs to; then takeovers."""
    opening = _opening(text, paragraph, hits, language) if hits else None
    parent = paragraph.label.partition("(")[0]
    zone_inherits = parent.startswith(_ZONES)
    if opening:
        relation, mood, past = opening[1], opening[0].mood, opening[2] + 1
    else:
        relation = inherited.get(parent, Relation.MENTIONS) if zone_inherits else Relation.MENTIONS
        mood, past = _PARTICIPLE if parent.startswith("PP") else _PRESENT, 0
    found = [(paragraph.span.start, relation)]
    if opening or zone_inherits:
        for start, end, form in hits:
            if start >= past and form.mood == mood and form.takes_over and _takes_over(text, start, language):
                relation = form.relation or _light(text, end, language)
                found.append((start, relation))
    if paragraph.label == parent:
        inherited[parent] = relation
    return found


def _opening(
    text: str, paragraph: Paragraph, hits: Sequence[_Hit], language: Language
) -> tuple[_Form, Relation, int] | None:
    """The verb that opens a paragraph, past its number and adverbs ("Also strongly recommends")."""
    numbering = _NUMBERING.match(text, paragraph.span.start)
    first = numbering.end() if numbering else paragraph.span.start
    if not text[first : first + 1].isupper():
        return None
    for start, end, form in hits:
        if start > first + _OPENING_REACH:
            return None
        between = text[first:start]
        if not between or (_CLAUSE_ENDS.isdisjoint(between) and len(between.split()) <= _MOST_ADVERBS):
            return form, form.relation or _light(text, end, language), start
    return None


def _takes_over(text: str, start: int, language: Language) -> bool:
    if not text[start].islower():
        return False
    match = _WORD_BEFORE.match(text[max(0, start - 30) : start][::-1])
    return match is not None and match[1][::-1] in language.takeover_before


def _light(text: str, end: int, language: Language) -> Relation:
    """The relation of a light verb, by the first telling noun in the next words ("Expressing its deep concern")."""
    for word in re.findall(r"[a-z]+", text[end : end + 60])[:6]:
        if word in language.light_nouns:
            return language.light_nouns[word]
    return language.light_default
