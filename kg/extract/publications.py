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


_NUMBER = r"[A-Z]{1,2}\.\d{2}\.[IVXLC]+(?:\.[A-Z]{1,4})?\.\d{1,3}(?:[-–]\d{1,3})?"
_REST = r"(?: and corrigend(?:um|a))?(?:[^()\n]{0,60}\))?"


@cache
def _pattern(code: str) -> re.Pattern[str]:
    """The Sales number and the rest of its brackets. It begins with a literal, which makes the search fast."""
    words = load(code).references
    return re.compile(rf"(?P<sales>{re.escape(words.sales)} ?(?P<number>{_NUMBER})){_REST}")


def find(document: Document) -> Iterator[Mention]:
    """The publications of a document, each with its part ("chap. I")."""
    language, text = load(document.language), document.text
    lead = f"({language.references.publication}, "
    for match in _pattern(language.code).finditer(text):
        start = match.start() - (len(lead) if text.endswith(lead, 0, match.start()) else 0)
        symbol = try_parse(f"{language.references.sales} {match['number']}")
        after = part_after(text, match.end(), language)
        yield Mention(
            Kind.PUBLICATION,
            Span(*match.span("sales")),
            NAME,
            target=str(symbol) if symbol else None,
            number=match["number"],
            part=after[0] if after else None,
            extent=Span(start, after[1] if after else match.end()),
        )
