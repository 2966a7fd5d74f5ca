"""Conferences by the reports that footnotes cite: "Report of the World Summit …, Copenhagen, 6–12 March 1995 (…)".

The form of the note says where the name ends: before the place and the dates. So the name is found whole, whatever
words it holds ("… United Nations Decade for Women: Equality, Development and Peace, Nairobi, 15–26 July 1985").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg import gazetteer
from kg.languages import load
from kg.model import Document, Kind, Mention, Span
from kg.symbols import slug

NAME = "conferences"
EXAMPLES = (
    (
        "Report of the World Summit for Social Development, Copenhagen, 6–12 March 1995 (United Nations publication,",
        ("World Summit for Social Development",),
    ),
)


@cache
def _pattern(code: str) -> re.Pattern[str]:
    language = load(code)
    lead = "|".join(map(re.escape, language.statements.printed))
    months = "|".join(language.months)
    town = r"[A-Z][\w’'.-]+(?: (?:de|da|do|del|la|of|the|[A-Z][\w’'.-]+)){0,4}"
    place = rf"{town}(?:, {town})?"
    days = rf"\d{{1,2}}(?:[-–]\d{{1,2}})? (?:{months})"
    article = language.grammar.articles[0]
    return re.compile(rf"(?:{lead}) {article} (?P<name>[A-Z][^()\n]{{8,240}}?), {place}, {days}")


def find(document: Document) -> Iterator[Mention]:
    """The conferences whose reports a document cites in that form."""
    known = gazetteer.load(document.language)
    for match in _pattern(document.language).finditer(document.text):
        name = " ".join(match["name"].split())
        entry = known.by_name(name)
        target, label = (entry.slug, entry.label) if entry else (slug(name), name)
        yield Mention(Kind.BODY, Span(*match.span("name")), NAME, target=target, label=label)
