"""Open sets: "other resolutions relevant to South-South cooperation", "all relevant instruments".

A plural of acts counts as a set when a quantifier stands before it or a limit behind it; other plurals only with a
quantifier that is complete in itself ("all relevant instruments"), since "international instruments" is no citation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.languages import load
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
_LONGEST = 90


@cache
def _pattern(code: str) -> re.Pattern[str]:
    words = load(code).opensets
    return re.compile(
        rf"\b(?:(?P<strict>{_any(words.strict)}) (?:{_any(words.others)})"
        rf"|(?P<quantifier>{_any(words.quantifiers)}) (?:{_any(words.acts)})(?! \d)(?P<tail>{_tail(words.limits)})?"
        rf"|(?P<acts>{_any(words.acts)})(?P<limit>{_tail(words.limits)}))(?![\w-])"
    )


def _any(phrases: Sequence[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


def _tail(limits: Sequence[str]) -> str:
    return rf"(?: of the [A-Z][^,;.\n]{{2,60}}?)? (?:{_any(limits)})\b[^,;.\n]{{0,{_LONGEST}}}"


def find(document: Document) -> Iterator[Mention]:
    """The open sets that a document cites: no identity, a description in its own words."""
    words = load(document.language).opensets
    for match in _pattern(document.language).finditer(document.text):
        before = document.text[max(0, match.start() - 20) : match.start()].rstrip().rsplit(" ", 1)[-1]
        if before not in words.back:
            yield Mention(Kind.OPENSET, Span(match.start(), match.start() + len(_trimmed(match[0]))), NAME)


def _trimmed(text: str) -> str:
    """The description without a new clause that begins with "and": "decisions taken at that session and requests"."""
    return re.split(r" (?:and|which|that the|in order|with a view|as well as|including) ", text)[0].rstrip()
