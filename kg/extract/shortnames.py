"""Short names that point back to a full one: "the Special Unit", "the Assembly", "the annexed Declaration".

What they name is decided in linking, by what the document named before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick

from kg.languages import any_of, load
from kg.model import Document, Kind, Mention, Span

NAME = "short names"
EXAMPLES = (
    ("encourages the Special Unit to explore", ("Special Unit",)),
    ("for the proposed conference, with a view to the Assembly’s taking", ("conference", "Assembly")),
)

_LONGEST_WORD = 40


@cache
def _pointing(code: str) -> AhoCorasick:
    words = {*load(code).names.pointing, *(word.capitalize() for word in load(code).names.pointing)}
    return AhoCorasick([f"{lead}{word} " for word in sorted(words) for lead in (" ", "\n")])


@cache
def _name(code: str) -> re.Pattern[str]:
    """What may follow a pointing word: a name, perhaps with an adjective before it; or a form in lower case.

    "the intergovernmental conference" is another than "the proposed conference": before those no other word stands.
    """
    word = r"[A-Z][A-Za-z-]+|\d{4}"
    run = rf"(?:{word})(?:(?: (?:{any_of(load(code).grammar.linking)}))? (?:{word})){{0,4}}"
    no, lower = any_of(load(code).grammar.not_short), any_of(load(code).names.lower)
    pointing = any_of(load(code).names.pointing)
    capital = rf"(?:(?!(?:{no}) )[a-z-]+ )?(?P<capital>{run})"
    return re.compile(rf"{capital}|(?:(?:{pointing}) )?(?P<lower>{lower})\b")


def find(document: Document) -> Iterator[Mention]:
    """The words that may be short names; most are not, and linking drops those that nothing before explains."""
    text, name, telling = document.text, _name(document.language), _telling(document.language)
    lower = _first_words(document.language)
    for _, _, end in _pointing(document.language).find_matches_as_indexes(text):
        if not text[end : end + 1].isupper():  # most words by far: look before asking the pattern
            blank = text.find(" ", end, end + _LONGEST_WORD)
            if text[blank + 1 : blank + 2].islower() and not text.startswith(lower, end):
                continue
        match = name.match(text, end)
        if match and not telling.isdisjoint(match[str(match.lastgroup)].split()):
            yield Mention(Kind.BODY, Span(*match.span(str(match.lastgroup))), NAME)


@cache
def _first_words(code: str) -> tuple[str, ...]:
    """How a short name in lower case, or a year, may begin, a second pointing word included."""
    names = load(code).names
    return (*names.lower, *(f"{word} " for word in names.pointing), *"0123456789")


@cache
def _telling(code: str) -> frozenset[str]:
    """Words of which a short name holds one: the heads of names, and what a language lists."""
    language = load(code)
    heads = {word for words in language.shapes.values() for head in words for word in head.split()}
    plurals = {f"{word}s" for word in heads}
    listed = {word for phrase in (*language.names.lower, *language.names.defaults) for word in phrase.split()}
    return frozenset(heads | plurals | listed) - set(language.names.inside)
