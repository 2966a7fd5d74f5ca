"""Names that no gazetteer holds, known by their shape: "the Kampala Declaration on …", "the Samoa Pathway".

A capitalised head ("Declaration", "Plan of Action", "Committee") with capitalised words before it, or a preposition and
capitalised words behind it, is a name. A head alone is none: it may point back (extract/shortnames.py). Holders of
mandates are named on in lower case ("Special Rapporteur on the right to food").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.languages import any_of, load
from kg.model import Document, Kind, Mention, Span

NAME = "shapes"
EXAMPLES = (
    (
        "Recalling the Kampala Declaration on Cities and Development, adopted",
        ("Kampala Declaration on Cities and Development",),
    ),
    ("the Samoa Pathway and", ("Samoa Pathway",)),
    ("the report of the Special Rapporteur on the right to food, and", ("Special Rapporteur on the right to food",)),
    ("at the second World Assembly on Ageing Conference", ("second World Assembly on Ageing Conference",)),
    ("the Declaration and", ()),
    ("resolution 8/2 of 20 December 2019 and Conference decision 8/1", ()),
)
_KINDS = {"instrument": Kind.INSTRUMENT, "treaty": Kind.TREATY, "body": Kind.BODY}
_NUMERAL = re.compile(r"[IVXLC]+")
_SENTENCE_START = re.compile(r"(?:^|[\n“\"(]|[.)] )$")
_LONGEST, _REACH = 220, 90


@cache
def _heads(code: str) -> tuple[AhoCorasick, tuple[Kind, ...]]:
    shapes = load(code).shapes
    words = [(head, _KINDS[key]) for key, heads in shapes.items() for head in heads if head[0].isupper()]
    return AhoCorasick([head for head, _ in words], matchkind=MatchKind.LeftmostLongest), tuple(k for _, k in words)


@cache
def _rest(code: str, kind: Kind) -> re.Pattern[str]:
    """The rest of a name: linking words, each time leading to capitalised words ("on Cities and Development").

    "and" with an article leads to another name ("the Framework and the Agenda"), and so it ends this one.
    """
    language = load(code)
    names, conjunction = language.names, language.references.conjunction
    inside = any_of(names.inside if kind == Kind.BODY else names.inside + names.inside_instruments)
    words = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
    listed = rf"{words}(?:(?:, {words})+,? {conjunction} {words})?"
    another = rf"(?! {conjunction} (?:{any_of((*language.grammar.articles, language.grammar.of))}) )"
    return re.compile(rf"(?! {conjunction} )(?:{another}(?: (?:{inside})){{1,3}} {listed})*")


@cache
def _mandate(code: str) -> re.Pattern[str]:
    """The rest of a mandate's name in lower case, up to punctuation or a word that begins something else."""
    language = load(code)
    verbs = {form.split()[0].lower() for verb in language.verbs for form in (verb.participle, verb.present)}
    ends = "|".join(map(re.escape, [*language.names.mandate_ends, *(f"and {verb}" for verb in sorted(verbs))]))
    leads, article = any_of(language.names.mandate_leads), language.grammar.articles[0]
    return re.compile(rf" (?:{leads}) (?:{article} )?(?!{article} )\w(?:(?! (?:{ends})\b)[^,;.:\n]){{2,160}}")


@dataclass(frozen=True, slots=True)
class _Words:
    """Words before a head: those that join, those that are no part of a name, those that only open a sentence."""

    linking: frozenset[str]
    strange: frozenset[str]
    openers: frozenset[str]
    articles: frozenset[str]


@cache
def _words(code: str) -> _Words:
    language = load(code)
    verbs = {form.split()[0] for verb in language.verbs for form in (verb.participle, verb.present)}
    return _Words(
        linking=frozenset(language.grammar.linking),
        strange=frozenset(language.months),
        openers=frozenset(language.names.openers) | verbs,
        articles=frozenset(language.grammar.articles),
    )


def find(document: Document) -> Iterator[Mention]:
    """The names in a document that have the shape of one, whether or not a gazetteer knows them."""
    text, code = document.text, document.language
    automaton, kinds = _heads(code)
    words = _words(code)
    past = 0
    for index, start, end in automaton.find_matches_as_indexes(text):
        if start < past or not _is_word(text, start, end):
            continue
        kind = kinds[index]
        first, last = _first(text, start, max(past, start - _REACH), words), _last(text, end, kind, code)
        if first == start and last == end:
            continue
        first = _with_ordinal(text, first, code) if kind == Kind.BODY else first
        past = last
        yield Mention(kind, Span(first, last), NAME, label=text[first].upper() + text[first + 1 : last])


def _is_word(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum() or text[start - 1 : start] == "-")


def _first(text: str, start: int, floor: int, words: _Words) -> int:
    """Where the capitalised words before a head begin; a word that only opens the sentence is none of them."""
    first = at = start
    floor = max(text.rfind("\n", floor, start) + 1, floor)
    while at > floor and text[at - 1] == " ":
        begin = text.rfind(" ", floor, at - 1) + 1 or floor
        word = text[begin : at - 1]
        if _belongs(word, words):
            if word.isdigit() and at != first:
                break  # the year of a date: "of 20 December 2019 and Conference decision 8/1"
            first = begin
        elif word not in words.linking:
            break
        at = begin
    while first < start and _only_opens(text, first, words):
        first = text.find(" ", first, start) + 1 or start
        first = _past_linking(text, first, start)
    return first


def _belongs(word: str, words: _Words) -> bool:
    """Whether a word before a head is part of the name: capitalised, not closed by punctuation, no month; or a year."""
    if word[:1].isupper():
        closed = not (word[-1:].isalnum() or word.endswith(("’", "'")))
        return not (closed or word in words.strange or _NUMERAL.fullmatch(word))
    return len(word) == 4 and word.isdigit()


def _past_linking(text: str, first: int, start: int) -> int:
    while first < start and text[first].islower():
        first = text.find(" ", first, start) + 1 or start
    return first


def _only_opens(text: str, first: int, words: _Words) -> bool:
    """Whether the word at `first` is capitalised only because it opens a sentence, or is an article."""
    word = text[first : text.find(" ", first)]
    if word not in words.openers:
        return False
    return word.lower() in words.articles or _SENTENCE_START.search(text[max(0, first - 3) : first]) is not None


def _last(text: str, end: int, kind: Kind, code: str) -> int:
    match = _rest(code, kind).match(text, end, min(len(text), end + _LONGEST))
    last = match.end() if match else end
    if text.endswith(load(code).names.mandates, 0, end):
        mandate = _mandate(code).match(text, end, min(len(text), end + _LONGEST))
        return max(last, mandate.end()) if mandate else last
    return last


def _with_ordinal(text: str, first: int, code: str) -> int:
    word = text[max(0, first - 14) : first].rstrip(" ").rsplit(" ", 1)[-1]
    return first - len(word) - 1 if word in load(code).names.ordinals else first
