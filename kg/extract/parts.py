"""Parts of a cited instrument, before it ("paragraph 6 of …") and after it (", chap. I, resolution 1, annex I")."""

from __future__ import annotations

import re
from functools import cache

from kg.languages import Language, any_of, load

_LABEL = r"(?:[IVXLC]{1,6}|[A-Z]|\d{1,3}(?!/))(?:\.[A-Z\d]{1,3})?(?: ?\([a-z\d]{1,3}\))?"


@cache
def _labels(code: str) -> str:
    words = load(code).references
    return rf"{_LABEL}(?:(?:, | {words.conjunction} | {words.to} |[-–]){_LABEL})*"


@cache
def _after(code: str) -> re.Pattern[str]:
    """One part or several; "and" stands only between two of them, else it leads to another instrument's part."""
    language = load(code)
    acts = any_of((*language.references.resolution, *language.references.decision))
    word = rf"(?!(?:{acts})(?! \d{{1,3}}\b(?![/(-]| \()))(?:{any_of(language.parts_after)})(?![a-z])"
    part = rf"{word}(?: {_labels(code)}(?![\w/]))?"
    # An act inside an annex is the act of whoever wrote the annex, and no citation of its own.
    annexes = "|".join(f"(?<={language.grammar.annex}{number})" for number in ("", " I", " II"))
    foreign = rf"(?:{annexes}), (?:{acts}) \d+/\d+"
    return re.compile(rf",? {part}(?:,? (?:{language.references.conjunction} )?{part})*(?:{foreign})?")


@cache
def _before(code: str) -> re.Pattern[str]:
    language = load(code)
    grammar, joints = language.grammar, f"{language.grammar.of}|{language.references.to}"
    tail = rf",? (?:{joints})(?: {grammar.in_annex} (?:{joints}))? (?:(?:{any_of(grammar.articles)}) )?$"
    return re.compile(rf"\b({any_of(language.parts_before)})(?: ({_labels(code)}))?{tail}")


@cache
def _words(code: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(load(code).parts_abbreviated)})\b")


def _abbreviated(part: str, language: Language) -> str:
    """The part as footnotes print it: "paragraphs 121 to 136" is "paras. 121 to 136"."""
    return _words(language.code).sub(lambda match: language.parts_abbreviated[match[0]], part)


def part_after(text: str, end: int, language: Language) -> tuple[str, int] | None:
    """The part named right after an instrument that ends at `end`, and where its words end."""
    if text[end : end + 1] not in (",", " "):
        return None
    match = _after(language.code).match(text, end)
    return (_abbreviated(match[0].lstrip(", "), language), match.end()) if match else None


def part_before(text: str, start: int, language: Language) -> str | None:
    """The part named right before an instrument that starts at `start` ("paragraph 6 of" gives "para. 6")."""
    window = text[max(0, start - 80) : start]
    match = _before(language.code).search(window)
    if not match:
        return None
    return _abbreviated(f"{match[1]} {match[2]}" if match[2] else match[1], language)
