"""What a document says about itself: symbol, adopting organ, title, date, session, meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg import symbols
from kg.languages import Language, find_dates
from kg.model import Kind
from kg.read.structure import CLOSING, COVER, FORMULA, TITLE, Labelled, formula_organ, title_of

_MEETING = re.compile(r"(\d{1,4}(?:st|nd|rd|th)(?: \([a-z]+\))?(?: \w+)? )")
_SYMBOL_LINE = re.compile(r"[A-Z]+(?:/[A-Z]+)*/(?:RES|DEC|Res|Dec)[/.][^\s]+(?: ?\(\d{4}\))?")


@dataclass(frozen=True, slots=True)
class Identity:
    """What identifies a document, each part None where the text does not say it."""

    symbol: str | None
    organ: str | None
    title: str | None
    date: str | None
    session: str | None
    meeting: str | None


def identify(labelled: Sequence[Labelled], language: Language) -> Identity:
    """Read the identity off the cover, the title line, the enacting formula and the closing lines."""
    texts = {
        zone: [item.block.words.text for item in labelled if item.label == zone]
        for zone in (COVER, TITLE, FORMULA, CLOSING)
    }
    organ = next((slug for text in texts[FORMULA] if (slug := formula_organ(text, language))), None)
    number, title = next((found for text in texts[TITLE] if (found := title_of(text))), (None, None))
    head = [*texts[COVER], *texts[TITLE]]
    kind, number = _numbered(head, number, language)
    symbol = _printed(texts[COVER]) or _built(organ, kind, number)
    return Identity(
        symbol=str(symbol) if symbol else None,
        organ=(symbol.organ if symbol else None) or organ,
        title=title,
        date=_date([*texts[CLOSING], *head], language),
        session=symbol.session if symbol else None,
        meeting=_meeting(texts[CLOSING], language),
    )


def _numbered(head: Sequence[str], number: str | None, language: Language) -> tuple[Kind, str | None]:
    """The number in the title line, or in a heading of its own: "Resolution 242 (1967)"."""
    structure = language.structure
    for words, kind in ((structure.titled, Kind.RESOLUTION), (structure.decision_title, Kind.DECISION)):
        pattern = re.compile(rf"(?:{'|'.join(words)}) (\d[\d/]*(?: [A-Z])?(?: ?\([A-Z\d-]+\))?)(?=\s|$)")
        for text in head:
            if match := pattern.match(text):
                return kind, number or match[1]
    return Kind.RESOLUTION, number


def _printed(cover: Sequence[str]) -> symbols.Symbol | None:
    for text in cover:
        if _SYMBOL_LINE.fullmatch(text) and (symbol := symbols.try_parse(text)):
            return symbol
    return None


def _built(organ: str | None, kind: Kind, number: str | None) -> symbols.Symbol | None:
    return symbols.numbered(organ, kind, number) if organ and number else None


def _date(texts: Sequence[str], language: Language) -> str | None:
    for text in texts:
        if found := find_dates(text, language):
            return found[0]
    return None


def _meeting(closing: Sequence[str], language: Language) -> str | None:
    pattern = re.compile(_MEETING.pattern + language.structure.meeting)
    return next((match[1].strip() for text in closing if (match := pattern.search(text))), None)
