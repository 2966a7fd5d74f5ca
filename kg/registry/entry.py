"""One line of a registry: what is known of an instrument without its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kg.errors import RegistryError
from kg.symbols import Symbol, try_parse

COLUMNS = ("symbol", "date", "title", "label", "sources")

_SOURCE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_BETWEEN = "+"


@dataclass(frozen=True, slots=True)
class Registered:
    """An instrument by its canonical symbol, with its ISO date of adoption and its English title, as far as known.

    `label` is a short name from the record of a vote, for what has no known title ("TERRITORIES, BRITISH").
    `sources` are names that the head of the registry explains, sorted.
    """

    symbol: str
    date: str | None = None
    title: str | None = None
    label: str | None = None
    sources: tuple[str, ...] = ()

    @property
    def parsed(self) -> Symbol:
        """The symbol with its parts: session, number, year."""
        return Symbol.parse(self.symbol)

    @property
    def organ(self) -> str | None:
        """The gazetteer slug of the adopting body."""
        return self.parsed.organ

    @property
    def name(self) -> str | None:
        """The title, or else the label."""
        return self.title or self.label


def read_line(line: str) -> Registered:
    """The entry that a line of a checked registry is."""
    symbol, day, title, label, sources = line.split("\t")
    return Registered(symbol, day or None, title or None, label or None, tuple(sources.split(_BETWEEN)))


def check_line(line: str) -> Registered:
    """The entry that a line is; RegistryError if it is none."""
    if (count := line.count("\t") + 1) != len(COLUMNS):
        raise RegistryError(f"{count} columns, not {len(COLUMNS)}")
    entry = read_line(line)
    if fault := _fault(entry):
        raise RegistryError(fault)
    return entry


def write_line(entry: Registered) -> str:
    """The line of an entry, without a line end. White space within a title becomes single spaces."""
    title, label = (" ".join((each or "").split()) for each in (entry.title, entry.label))
    return "\t".join((entry.symbol, entry.date or "", title, label, _BETWEEN.join(entry.sources)))


def _fault(entry: Registered) -> str | None:
    symbol = try_parse(entry.symbol)
    if symbol is None or symbol.text != entry.symbol:
        return f"no canonical symbol: {entry.symbol[:60]!r}"
    if entry.date is not None and not _is_day(entry.date):
        return f"no date: {entry.date[:60]!r}"
    if not all(map(_SOURCE.fullmatch, entry.sources)):
        return f"no names of sources: {_BETWEEN.join(entry.sources)[:60]!r}"
    return None


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
