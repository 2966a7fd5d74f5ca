"""New facts into a registry, by one rule: what a document records of itself goes before what others say of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.registry.entry import Registered
from kg.registry.registry import Registry
from kg.symbols import fits

RECORD = "record"
"""The source of what a document's own record says."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sources disagree on a field of an instrument; `kept` is what the registry says from now on."""

    symbol: str
    field: str
    kept: str
    other: str
    sources: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.symbol}: {self.field} {self.kept}, not {self.other} ({', '.join(self.sources)})"


@dataclass(frozen=True, slots=True)
class Refreshed:
    """The entries of a refreshed registry, what was disputed, and how many entries are new or have changed."""

    entries: tuple[Registered, ...]
    conflicts: tuple[Conflict, ...]
    added: int
    changed: int


def refresh(registry: Registry, records: Iterable[Registered]) -> Refreshed:
    """A registry with the documents' own records in it.

    A record is better evidence than what others print or list, so its date and title replace theirs; a field that it
    lacks stays. Of two records, one of which may be in the registry already, the first is believed. A date outside
    the session or year that the symbol names is never believed. Each date or title of a record that is not believed,
    and each date that a record replaces, is a conflict; other titles differ too often to be told.
    """
    before = {entry.symbol: entry for entry in registry}
    after, conflicts = dict(before), list[Conflict]()
    for told in records:
        record = told
        known = after.get(record.symbol, Registered(record.symbol))
        if record.date and fits(record.parsed, record.date) is False:
            conflicts.append(Conflict(record.symbol, "date", known.date or "unknown", record.date, record.sources))
            record = replace(told, date=None)
        first, second = (known, record) if RECORD in known.sources else (record, known)
        conflicts += _differences(first, second, ("date", "title") if second is record else ("date",))
        after[record.symbol] = _merged(first, second)
    changed = sum(1 for symbol, entry in before.items() if after[symbol] != entry)
    return Refreshed(tuple(after.values()), tuple(sorted(conflicts, key=str)), len(after) - len(before), changed)


def _merged(first: Registered, second: Registered) -> Registered:
    title = first.title or second.title
    label = None if title else first.label or second.label
    sources = tuple(sorted({*first.sources, *second.sources}))
    return Registered(first.symbol, first.date or second.date, title, label, sources)


def _differences(kept: Registered, other: Registered, fields: Iterable[str]) -> Iterator[Conflict]:
    for field in fields:
        one, two = getattr(kept, field), getattr(other, field)
        if one and two and _plain(one) != _plain(two):
            yield Conflict(kept.symbol, field, one, two, other.sources)


def _plain(value: str) -> str:
    return " ".join(value.casefold().split())
