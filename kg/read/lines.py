"""The printed lines of a laid-out page, without its furniture: page numbers, running heads, bar codes, job numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.languages import Language
from kg.read.strand import Strand, strand

RULE = re.compile(r"_{3,}|-{8,}|[—–─]{3,}|(?:_ ){3,}_?")
_ENDS = re.compile(r"(?<=[\n\f\v\u2028\u2029])|(?<=\r)(?!\n)")
_JOB = r"\d{2}-\d{5}(?: \([A-Z]\))?(?: +[\d*/]+)*"
FURNITURE = re.compile(
    rf"[-–]\s*\d{{1,3}}\s*[-–]|\d{{1,3}}/\d{{1,3}}(?: +{_JOB})?|Page \d{{1,3}}(?: of \d{{1,3}})?|/?(?:\.{{3}}|…)"
    rf"|(?:{_JOB} +)?\*\d{{6,}}\*(?: +{_JOB})?|{_JOB}|Please recycle.*"
)
_LONE_NUMBER = re.compile(r"[\d⁰¹²³⁴-⁹]{1,3}")
_SYMBOL = r"[A-Z]+(?:/[A-Z0-9().-]+)+(?: \(\d{4}\))?"
_RUNNING_HEAD = re.compile(_SYMBOL)
# a symbol at one side of the page with something else at the other
_RIGHT = re.compile(rf"\S(?:\s{{2,}}|\t+)({_SYMBOL})\s*$")
_LEFT = re.compile(rf"\s*({_SYMBOL})(?:\s{{3,}}|\t+)(\S.*)$")
# no printed line is wider; what is wider is a paragraph on one line, which has no columns
_WIDEST = 300


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its words, its page, what stood before it there, and whether it is one of two columns."""

    words: Strand
    page: int
    indented: bool
    page_start: bool
    blank_before: bool
    column: bool = False

    @property
    def text(self) -> str:
        return self.words.text

    @property
    def lone_number(self) -> bool:
        """A number by itself: a page number, or a footnote's mark set on a line of its own."""
        return _LONE_NUMBER.fullmatch(self.words.text) is not None


def lines(text: str, language: Language) -> list[Line]:
    """The printed lines of a text, page furniture left out; lone numbers are kept, for they may be footnote marks."""
    found: list[Line] = []
    seen: set[str] = set()
    page, fresh, blank = 0, True, True
    for raw, start in _raw_lines(text):
        blank = blank or raw.isspace()
        columns = [] if raw.isspace() else _columns(raw, start, language, seen)
        for words in columns:
            if not _is_furniture(words.text, seen):
                found.append(Line(words, page, raw[:1].isspace(), fresh, blank, len(columns) > 1))
                fresh = blank = False
        if raw.endswith("\f"):
            page, fresh = page + 1, True
    return found


def _raw_lines(text: str) -> Iterator[tuple[str, int]]:
    at = 0
    for raw in _ENDS.split(text):
        yield raw, at
        at += len(raw)


def _columns(raw: str, start: int, language: Language, seen: set[str]) -> list[Strand]:
    """A line as it stands; parted where two columns meet ("General Assembly     Distr.: General"); nothing if it is a
    running head, the document's symbol beside its title."""
    words = strand(raw, start).strip()
    found = _meeting_columns(raw, language) if len(raw) < _WIDEST else None
    if not words.text or found is None:
        return [words] if words.text else []
    symbol, at = found
    if symbol in seen:
        return []
    return [strand(raw[:at], start).strip(), strand(raw[at:], start + at).strip()]


def _meeting_columns(raw: str, language: Language) -> tuple[str, int] | None:
    """The symbol (or "Distr.") at one side of a line with two columns, and where the right column begins."""
    bare = raw.strip()
    if "  " not in bare and "\t" not in bare:
        return None
    match = re.search(rf"\S(?:\s{{2,}}|\t+)({re.escape(language.structure.distribution)})", raw)
    match = match or _RIGHT.search(raw)
    if match:
        return match[1], match.start(1)
    match = _LEFT.match(raw)
    return (match[1], match.start(2)) if match else None


def _is_furniture(text: str, seen: set[str]) -> bool:
    if FURNITURE.fullmatch(text):
        return True
    if _RUNNING_HEAD.fullmatch(text) is None:
        return False
    repeated = text in seen
    seen.add(text)
    return repeated
