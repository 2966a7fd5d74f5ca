"""Dates as texts print them ("19 December 2007"), as ISO 8601 dates."""

from __future__ import annotations

import re
from functools import cache

from kg.languages.words import Language, load


@cache
def _pattern(code: str) -> re.Pattern[str]:
    months = "|".join(load(code).months)
    return re.compile(rf"(\d{{1,2}}) ({months}),? (\d{{4}})")


def find_dates(text: str, language: Language) -> list[str]:
    """The dates in a text, in order."""
    return [_iso(match, language) for match in _pattern(language.code).finditer(text)]


def date_at(text: str, start: int, language: Language) -> tuple[str, int] | None:
    """The date that begins at `start`, with the offset where it ends; None if none begins there."""
    match = _pattern(language.code).match(text, start)
    return (_iso(match, language), match.end()) if match else None


def _iso(match: re.Match[str], language: Language) -> str:
    return f"{match[3]}-{language.months.index(match[2]) + 1:02}-{int(match[1]):02}"
