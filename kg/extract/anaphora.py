"""Words that point back to resolutions and decisions named before: "in accordance with those resolutions"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.languages import load
from kg.model import Document, Kind, Mention, Span

NAME = "anaphora"
EXAMPLES = (("in accordance with those resolutions and", ("those resolutions",)),)


@cache
def _pattern(code: str) -> re.Pattern[str]:
    language = load(code)
    many, one = ("|".join(map(re.escape, words)) for words in (language.anaphora_many, language.anaphora_one))
    return re.compile(rf"\b(?:(?P<many>{many})|(?P<one>{one}))\b")


def find(document: Document) -> Iterator[Mention]:
    """The mentions that point back; `number` says to how many: "many" or "one"."""
    decision = load(document.language).references.decision
    for match in _pattern(document.language).finditer(document.text):
        kind = Kind.DECISION if match[0].endswith(decision) else Kind.RESOLUTION
        yield Mention(kind, Span(*match.span()), NAME, number=match.lastgroup)
