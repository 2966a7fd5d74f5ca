"""What a document says about itself: symbol, adopting organ, title, date, session, meeting."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg import symbols
from kg.languages import Language, find_dates
from kg.model import Kind
from kg.read.openings import openings
from kg.read.structure import CLOSING, COVER, FORMULA, TITLE, Labelled, title_of

_MEETING = r"(\d{1,4}(?:st|nd|rd|th)(?: \([a-z]+\))?)(?: \w+)? "
# "A/RES/75/290 A" is a part of a resolution, "A/RES/75/101 A-B" the whole of one
_SYMBOL_LINE = re.compile(
    r"(?P<base>[A-Z]+(?:/[A-Z]+)*/(?:(?:RES|DEC|Res|Dec)[/.]|PRST/)[^\s]*?\d(?: ?\([A-Z\d-]+\))?)"
    r"(?P<letter> ?[A-Z])?(?P<more>(?: ?[-–,] ?| and | to )[A-Z])*"
)
# Only the Security Council has always numbered its acts through and put the year in brackets.
_COUNCIL_NUMBER = re.compile(r"\d+ ?\(\d{4}\)")


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
    head = [*texts[COVER], *texts[TITLE]]
    titled, title = _titled(texts[TITLE], language)
    kind, number = _numbered(head, titled, language)
    organ = _organ(texts[FORMULA], number, language)
    symbol = _printed(texts[COVER]) or (symbols.numbered(organ, kind, number) if organ and number else None)
    return Identity(
        symbol=str(symbol) if symbol else None,
        organ=(symbol.organ if symbol else None) or organ,
        title=title,
        date=_date([*texts[CLOSING], *filter(_says_adopted(language), head), *head], language),
        session=symbol.session if symbol else None,
        meeting=_meeting(texts[CLOSING], language),
    )


def _titled(titles: Sequence[str], language: Language) -> tuple[str | None, str | None]:
    """The number and the title of the title line; "54 (1948). Resolution of 15 July 1948" has no title."""
    number, title = next((found for text in titles if (found := title_of(text))), (None, None))
    structure = language.structure
    if title and title.startswith(tuple(f"{word} {language.references.of} " for word in structure.titled)):
        title = None
    return number, title


def _organ(formulas: Sequence[str], number: str | None, language: Language) -> str | None:
    known = openings(language.code)
    named = next((slug for text in formulas if (slug := known.organ(text))), None)
    if named is None and number and _COUNCIL_NUMBER.fullmatch(number):
        return "security-council"
    return named


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
    """The symbol printed on the cover."""
    for text in cover:
        match = _SYMBOL_LINE.fullmatch(text)
        if match is None:
            continue
        letter = "" if match["more"] else (match["letter"] or "")
        if symbol := symbols.try_parse(match["base"] + letter):
            return symbol
    return None


def _says_adopted(language: Language) -> Callable[[str], bool]:
    """Whether a line says when a text was adopted: other dates of a cover may be those of its distribution."""
    return lambda text: text.startswith(language.structure.adopted)


def _date(texts: Sequence[str], language: Language) -> str | None:
    return next((found[0] for text in texts if (found := find_dates(text, language))), None)


def _meeting(closing: Sequence[str], language: Language) -> str | None:
    pattern = re.compile(_MEETING + language.structure.meeting)
    return next((match[1] for text in closing if (match := pattern.search(text))), None)
