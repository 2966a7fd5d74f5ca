"""Which speech act governs a place in the text.

The verb that opens a paragraph governs it; a later verb of the same mood takes over from where it stands ("Recognizes
…, and requests"); a connective right before a citation overrules both ("in accordance with its resolution 57/263").
Footnotes take the relation of the words that bear their mark. Rules: gold annotation guidelines, "Relation".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.languages import Language, load
from kg.model import Document, Paragraph, Relation

_NUMBERING = re.compile(r"(?:\d{1,3}\s?\.\s+|\((?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)\s+)?")
_OPENING_REACH = 40
_WORD_BEFORE = re.compile(r"([\w-]+|[,;:])\s*$")
_PINPOINT = re.compile(r"^(?:\d{1,3}(?:-[a-z])?(?:\([a-z]{1,2}\))*|(?:\([a-z]{1,2}\))+|[ivxlc]+|[a-z])[,.]?$")
_LONGEST_CONNECTIVE, _CONNECTIVE_REACH = 6, 90
_PARTICIPLE, _PRESENT = "participle", "present"


@dataclass(frozen=True, slots=True)
class _Form:
    """One form of a verb: its mood, its relation (None for a light verb, whose noun decides), whether it takes over."""

    mood: str
    relation: Relation | None
    takes_over: bool = True


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
    return AhoCorasick(list(both), matchkind=MatchKind.LeftmostLongest), tuple(both.values())


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
    language = load(document.language)
    automaton, forms = _automaton(document.language)
    hits = [(start, end, forms[index]) for index, start, end in automaton.find_matches_as_indexes(document.text)]
    starts, relations = [], []
    inherited: dict[str, Relation] = {}
    at = 0
    for paragraph in document.paragraphs:
        begin = at
        while begin < len(hits) and hits[begin][0] < paragraph.span.start:
            begin += 1
        at = begin
        while at < len(hits) and hits[at][0] < paragraph.span.end:
            at += 1
        for start, relation in _paragraph(document.text, paragraph, hits[begin:at], inherited, language):
            starts.append(start)
            relations.append(relation)
    for note in document.footnotes:
        starts.append(note.span.start)
        relations.append(Relation.MENTIONS)
    return Scopes(tuple(starts), tuple(relations))


def _paragraph(
    text: str,
    paragraph: Paragraph,
    hits: list[tuple[int, int, _Form]],
    inherited: dict[str, Relation],
    language: Language,
) -> Iterator[tuple[int, Relation]]:
    """The scopes of one paragraph: what opens it, or what it inherits from the one it belongs to; then takeovers."""
    hits = [hit for hit in hits if _is_word(text, hit[0], hit[1])]
    opening = _opening(text, paragraph, hits, language)
    parent = paragraph.label.split("(")[0]
    zone_inherits = paragraph.label.startswith(("PP", "OP"))
    relation = (
        opening[1] if opening else inherited.get(parent, Relation.MENTIONS) if zone_inherits else Relation.MENTIONS
    )
    yield paragraph.span.start, relation
    mood = opening[0].mood if opening else _PARTICIPLE if parent.startswith("PP") else _PRESENT
    if opening or zone_inherits:
        for start, end, form in hits:
            if (
                (not opening or start > opening[2])
                and form.takes_over
                and form.mood == mood
                and _takes_over(text, start, language)
            ):
                relation = form.relation or _light(text, end, language)
                yield start, relation
    if paragraph.label == parent:
        inherited[parent] = relation


def _is_word(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[start - 1 : start] == "-" or text[end : end + 1].isalnum())


def _opening(
    text: str, paragraph: Paragraph, hits: list[tuple[int, int, _Form]], language: Language
) -> tuple[_Form, Relation, int] | None:
    """The verb that opens a paragraph, past its number and adverbs ("Also strongly recommends")."""
    numbering = _NUMBERING.match(text, paragraph.span.start)
    first = numbering.end() if numbering else paragraph.span.start
    for start, end, form in hits:
        if start > first + _OPENING_REACH:
            return None
        between = text[first:start].split()
        if (
            len(between) <= 3
            and not any(mark in text[first:start] for mark in ",;:")
            and text[first : first + 1].isupper()
        ):
            return form, form.relation or _light(text, end, language), start
    return None


def _takes_over(text: str, start: int, language: Language) -> bool:
    match = _WORD_BEFORE.search(text, max(0, start - 30), start)
    return match is not None and match[1] in language.takeover_before and text[start].islower()


def _light(text: str, end: int, language: Language) -> Relation:
    """The relation of a light verb, by the first telling noun in the next words ("Expressing its deep concern")."""
    for word in re.findall(r"[a-z]+", text[end : end + 60])[:6]:
        if word in language.light_nouns:
            return language.light_nouns[word]
    return language.light_default


@cache
def _last_words(code: str) -> frozenset[str]:
    """The words in which connectives end: a look at one word spares most of the comparisons."""
    return frozenset(phrase.rsplit(" ", 1)[-1] for phrase in load(code).connectives)


def connective(text: str, start: int, language: Language) -> Relation | None:
    """The relation of the connective right before a citation that starts at `start`, or None."""
    floor = max(text.rfind("\n", 0, start) + 1, start - _CONNECTIVE_REACH)
    last, between = _last_words(language.code), language.connective_between
    end = start
    while end > floor:
        end -= text[end - 1] == " "
        begin = max(text.rfind(" ", floor, end) + 1, floor)
        word = text[begin:end].lower()
        if word in last and (relation := _ending(text[floor:end].lower(), language)):
            return relation
        if word not in between and not _PINPOINT.match(word):
            return None
        end = begin
    return None


def _ending(text: str, language: Language) -> Relation | None:
    """The relation of the longest connective that some words end in."""
    words = text.split(" ")
    for size in range(min(_LONGEST_CONNECTIVE, len(words)), 0, -1):
        if relation := language.connectives.get(" ".join(words[-size:])):
            return relation
    return None
