"""Sessions of the organs: numbers, numerals, words, and the dates between which a session could adopt something.

A date printed beside a citation must lie in the session that the symbol names; where the two disagree, the number, the
date or the attribution to the organ is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.symbols.roman import from_roman
from kg.symbols.series import grammar
from kg.symbols.symbol import Symbol

DATA = Path(__file__).with_name("sessions.tsv")
GENERAL_ASSEMBLY = "general-assembly"
ECOSOC = "economic-and-social-council"

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_PRINTED = re.compile(r"(?P<special>(?:E?S-)?)(?P<session>\d+|[IVXLC]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Session:
    """One session of one organ. `closes` is None while it goes on; `first` and `last` are running numbers, if known."""

    organ: str
    name: str
    ordinal: str | None
    opens: str
    closes: str | None
    first: int | None
    last: int | None
    basis: str

    def __contains__(self, date: str) -> bool:
        return self.opens <= date and (self.closes is None or date <= self.closes)


def fits(symbol: Symbol, date: str) -> bool | None:
    """Whether what a symbol names can have been adopted on an ISO date; None if nothing is known either way.

    General Assembly: the window of the session. Security Council: the year in the symbol. Economic and Social Council
    since 1978: that year or the second half of the year before, when its session opens. Human Rights Council and older
    Economic and Social Council sessions: windows around the known dates of adoption. Documents carry other dates
    than that of their session, so they give None.
    """
    if not _DATE.fullmatch(date) or grammar().by_name[symbol.series].numbered is None:
        return None
    if symbol.year is not None:
        opens = f"{symbol.year - 1}-07-01" if symbol.organ == ECOSOC else f"{symbol.year}-01-01"
        return opens <= date <= f"{symbol.year}-12-31"
    session = session_of(symbol)
    return date in session if session is not None else None


def runs(symbol: Symbol) -> bool | None:
    """Whether a running number can belong to the session that a symbol names; None if the organ does not number so.

    The numbers of sessions I to XXX of the General Assembly run through: 668 is no number of session XXI, whose
    resolutions begin behind those of session XX.
    """
    session = session_of(symbol)
    if session is None or symbol.number is None or not session.first or not session.last:
        return None
    numbering = _numbering(session.organ)
    at = numbering.index(session)
    before = numbering[at - 1].last if at else 0
    after = numbering[at + 1].first if at + 1 < len(numbering) else None
    return (before or 0) < symbol.number and (after is None or symbol.number < after)


def session_of(symbol: Symbol) -> Session | None:
    """The session that a symbol names, if its organ's sessions are known."""
    name = session_name(symbol.session or "")
    return _sessions().get((symbol.organ or "", name or ""))


def session_name(printed: str) -> str | None:
    """A session as `sessions.tsv` names it: "XXV" -> "25", "S-VI" -> "S-6", "62" -> "62"; None if it is none."""
    match = _PRINTED.fullmatch(printed)
    if match is None:
        return None
    digits = match["session"]
    number = int(digits) if digits.isdecimal() else from_roman(digits)
    return f"{match['special'].upper()}{number}" if number else None


def session_of_ordinal(words: str) -> str | None:
    """The General Assembly session of "sixty-second" (any case): "62"."""
    return _ordinals().get(words.lower().replace(" ", "-"))


def ordinal(session: int) -> str | None:
    """The English ordinal of a General Assembly session: 62 -> "sixty-second"."""
    found = _sessions().get((GENERAL_ASSEMBLY, str(session)))
    return found.ordinal if found is not None else None


def session_of_number(organ: str, number: int) -> str | None:
    """The session or year in which an organ gave a running number: ("security-council", 1325) -> "2000".

    None where the organ does not number through or the number lies between what two sessions are known to have used.
    """
    holders = [one.name for one in _numbering(organ) if one.first and one.last and one.first <= number <= one.last]
    return holders[0] if len(holders) == 1 else None


@cache
def _sessions() -> Mapping[tuple[str, str], Session]:
    return {(one.organ, one.name): one for one in _read()}


@cache
def _ordinals() -> Mapping[str, str]:
    return {one.ordinal: one.name for one in _sessions().values() if one.ordinal}


@cache
def _numbering(organ: str) -> tuple[Session, ...]:
    return tuple(one for one in _sessions().values() if one.organ == organ and one.first)


def _read() -> Iterator[Session]:
    lines = DATA.read_text(encoding="utf-8").splitlines()
    _header, *rows = (line.split("\t") for line in lines if not line.startswith("#"))
    for organ, name, words, opens, closes, first, last, basis in rows:
        numbers = (int(first) if first else None, int(last) if last else None)
        yield Session(organ, name, words or None, opens, closes or None, *numbers, basis)
