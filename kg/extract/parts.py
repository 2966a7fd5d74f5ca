"""Parts of a cited instrument, before it ("paragraph 6 of …") and after it (", chap. I, resolution 1, annex I")."""

from __future__ import annotations

import re
from functools import cache

from kg.languages import Language, any_of, load

_LABEL = r"(?:[IVXLC]{1,6}|[A-Z]|\d{1,3}(?!/))(?:\.[A-Z\d]{1,3})?(?: ?\([a-z\d]{1,3}\))?"
_LABELS = rf"{_LABEL}(?:(?:, | and | to | or |[-–]){_LABEL})*"


@cache
def _after(code: str) -> re.Pattern[str]:
    language = load(code)
    acts = any_of((*language.references.resolution, *language.references.decision))
    lead = rf",? (?:{language.references.conjunction} )?(?!(?:{acts}) \d+(?:/| \())"
    part = rf"{lead}(?:{any_of(language.parts_after)})(?![a-z])(?: {_LABELS}(?![\w/]))?"
    # An act inside an annex is the act of whoever wrote the annex, and no citation of its own.
    annexes = "|".join(f"(?<={language.grammar.annex}{number})" for number in ("", " I", " II"))
    foreign = rf"(?:{annexes}), (?:{acts}) \d+/\d+"
    return re.compile(rf"(?:{part})+(?:{foreign})?")


@cache
def _before(code: str) -> re.Pattern[str]:
    language = load(code)
    grammar, joints = language.grammar, f"{language.grammar.of}|{language.references.to}"
    tail = rf",? (?:{joints})(?: {grammar.in_annex} (?:{joints}))? (?:(?:{any_of(grammar.articles)}) )?$"
    return re.compile(rf"\b({any_of(language.parts_before)})(?: ({_LABELS}))?{tail}")


def part_after(text: str, end: int, language: Language) -> tuple[str, int] | None:
    """The part named right after an instrument that ends at `end`, and where its words end."""
    if text[end : end + 1] not in (",", " "):
        return None
    match = _after(language.code).match(text, end)
    return (match[0].lstrip(", "), match.end()) if match else None


def part_before(text: str, start: int, language: Language) -> str | None:
    """The part named right before an instrument that starts at `start` ("paragraph 6 of" gives "para. 6")."""
    window = text[max(0, start - 80) : start]
    match = _before(language.code).search(window)
    if not match:
        return None
    word = language.parts_abbreviated.get(match[1], match[1])
    return f"{word} {match[2]}" if match[2] else word
