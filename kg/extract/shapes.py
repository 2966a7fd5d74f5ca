"""Names that no gazetteer holds, known by their shape: "the Kampala Declaration on …", "the Samoa Pathway".

A capitalised head ("Declaration", "Plan of Action", "Committee") with capitalised words before it, or a preposition and
capitalised words behind it, is a name. A head alone is none: it may point back (extract/shortnames.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.languages import Language, load
from kg.model import Document, Kind, Mention, Span
from kg.symbols import slug

NAME = "shapes"
EXAMPLES = (
    ("Recalling the Kampala Declaration on Cities and Development, adopted", ("Kampala Declaration on Cities and Development",)),
    ("the Samoa Pathway and", ("Samoa Pathway",)),
    ("the Declaration and", ()),
)
_KINDS = {"instrument": Kind.INSTRUMENT, "treaty": Kind.TREATY, "body": Kind.BODY}
_BEFORE = re.compile(r"(?:(?:[A-Z0-9][\w’'-]*)(?: (?:and|of the|of|for|on) (?=[A-Z])| ))+$")
_LONGEST, _REACH = 220, 90
_SENTENCE_START = re.compile(r"(?:^|[\n“\"(]|\d\. |\) )$")


@cache
def _heads(code: str) -> tuple[AhoCorasick, tuple[Kind, ...]]:
    shapes = load(code).shapes
    words = [(head, _KINDS[key]) for key, heads in shapes.items() for head in heads if head[0].isupper()]
    return AhoCorasick([head for head, _ in words], matchkind=MatchKind.LeftmostLongest), tuple(k for _, k in words)


@cache
def _after(code: str) -> re.Pattern[str]:
    """The rest of a name: linking words, each time leading to a capitalised word ("on Cities and Development")."""
    inside = "|".join(load(code).names.inside)
    word = r"[A-Z][\w’'-]*"
    return re.compile(rf"(?:(?: (?:{inside})){{0,3}} {word}(?:, (?={word}[^\n.;]{{0,60}} and ))?)*")


def find(document: Document) -> Iterator[Mention]:
    """The names in a document that have the shape of one, whether or not a gazetteer knows them."""
    language, text = load(document.language), document.text
    automaton, kinds = _heads(document.language)
    past = 0
    for index, start, end in automaton.find_matches_as_indexes(text):
        if start < past or not _is_word(text, start, end):
            continue
        first = _first(text, start, max(past, start - _REACH), language)
        last = _last(text, end, language)
        if first == start and last == end:
            continue
        name = text[first:last]
        past = last
        yield Mention(kinds[index], Span(first, last), NAME, target=slug(name), label=name)


def _is_word(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum() or text[start - 1 : start] == "-")


def _first(text: str, start: int, floor: int, language: Language) -> int:
    """Where the capitalised words before a head begin; a sentence's first word is none of them."""
    match = _BEFORE.search(text, floor, start)
    if not match:
        return start
    first = match.start()
    while first < start and _opens(text, first, language):
        blank = text.find(" ", first, start)
        first = start if blank < 0 else blank + 1
    while first < start and text[first].islower():
        first = text.find(" ", first, start) + 1 or start
    return first


def _opens(text: str, first: int, language: Language) -> bool:
    """Whether the word at `first` is capitalised only because it opens a sentence or is an article."""
    word = text[first : text.find(" ", first)]
    return _SENTENCE_START.search(text[max(0, first - 4) : first]) is not None or word in ("The", "Its", "A", "An")


def _last(text: str, end: int, language: Language) -> int:
    match = _after(language.code).match(text, end, min(len(text), end + _LONGEST))
    return match.end() if match else end
