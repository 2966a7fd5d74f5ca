"""Publications by their Sales number: "United Nations publication, Sales No. E.78.II.A.11 and corrigendum"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.parts import part_after
from kg.languages import load
from kg.model import Document, Kind, Mention, Span
from kg.symbols import try_parse

NAME = "publications"
EXAMPLES = (
    (
        "(United Nations publication, Sales No. E.78.II.A.11 and corrigendum), chap. I.",
        ("Sales No. E.78.II.A.11",),
    ),
)


@cache
def _pattern(code: str) -> re.Pattern[str]:
    """The Sales number, with the words before it that belong to the reference."""
    words = load(code).references
    number = r"[A-Z]{1,2}\.\d{2}\.[IVXLC]+(?:\.[A-Z]{1,4})?\.\d{1,3}(?:[-–]\d{1,3})?"
    lead = rf"\({re.escape(words.publication)},? (?:and )?"
    tail = r"(?: and corrigend(?:um|a))?(?:[^()\n]{0,60}\))?"
    return re.compile(rf"(?:{lead})?(?P<sales>{re.escape(words.sales)} ?(?P<number>{number}))(?P<tail>{tail})")


def find(document: Document) -> Iterator[Mention]:
    """The publications of a document, each with its part ("chap. I")."""
    language = load(document.language)
    for match in _pattern(language.code).finditer(document.text):
        symbol = try_parse(f"Sales No. {match['number']}")
        after = part_after(document.text, match.end(), language)
        yield Mention(
            Kind.PUBLICATION,
            Span(*match.span("sales")),
            NAME,
            target=str(symbol) if symbol else None,
            number=match["number"],
            part=after[0] if after else None,
            extent=Span(match.start(), after[1] if after else match.end()),
        )
