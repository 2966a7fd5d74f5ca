"""Errors of the record: citations that cannot be as they are printed, or were read wrongly.

Four questions, each asked only where the answer is known: is the cited text older than the citing one; does the date
printed beside it lie in the session (or year) that the symbol names (`kg.symbols.fits`); is it the day of adoption; is
there such a number. For the last two the registry (`kg.registry`) has to know it from something else than citations.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from kg.network.dated import older
from kg.network.elements import Edge, Network, Node, edges, nodes
from kg.registry import Registered, Registry, load
from kg.symbols import Symbol, fits, try_parse

_HEARSAY = frozenset({"cited", "quoted"})
_WHOLE = 0.99
"""The share of the numbers up to the highest from which on a run counts as known whole."""

_Run: TypeAlias = tuple[str, str]
_Things: TypeAlias = dict[str, tuple[Node, Symbol | None]]


class ErrorKind(StrEnum):
    """What is wrong."""

    YOUNGER = "cites something younger"
    SESSION = "date outside the session"
    DATE = "not the date of adoption"
    NUMBER = "no such number"


@dataclass(frozen=True, slots=True)
class Fault:
    """A citation with an error: who cites what, where, in which words, and what speaks against it.

    A document that bears a wrong date itself is said to cite itself in no words. `citation` is an IRI.
    """

    error: ErrorKind
    citing: str
    where: str
    quote: str
    cited: str
    printed: str | None
    known: str
    citation: str


def faults(network: Network, registry: Registry | None = None) -> list[Fault]:
    """All errors of the record, by kind of error, then by citing document in the order of its text.

    `registry` is the packaged one (or the one set) unless given.
    """
    record = _Record(registry or load())
    things = {each.iri: (each, try_parse(each.identity)) for each in nodes(network)}
    found = _misdated(things)
    found += [fault for edge in edges(network) for fault in _faults(edge, things, record)]
    found.sort(key=lambda fault: fault.citing)
    first: dict[tuple[str, ...], Fault] = {}
    for fault in found:  # a document that names one thing ten times is wrong once
        first.setdefault((fault.error, fault.citing, fault.cited, fault.printed or ""), fault)
    return sorted(first.values(), key=lambda fault: list(ErrorKind).index(fault.error))


def _misdated(things: _Things) -> list[Fault]:
    """Documents whose own date lies outside their session: what makes them seem to cite younger ones."""
    return [
        Fault(ErrorKind.SESSION, each.identity, "", "", each.identity, each.date, _session(symbol), each.iri)
        for each, symbol in things.values()
        if each.read and each.date and symbol is not None and fits(symbol, each.date) is False
    ]


def _faults(edge: Edge, things: _Things, record: _Record) -> Iterator[Fault]:
    (citing, _), (cited, symbol) = things[edge.citing], things[edge.cited]
    if older(citing.date, cited.date):
        yield _fault(ErrorKind.YOUNGER, edge, citing, cited, f"{citing.date} cites {cited.date}")
    if symbol is None:
        return
    if edge.date is not None and fits(symbol, edge.date) is False:
        yield _fault(ErrorKind.SESSION, edge, citing, cited, _session(symbol))
    elif edge.date is not None and (day := record.day(cited.identity)) and day != edge.date:
        yield _fault(ErrorKind.DATE, edge, citing, cited, f"adopted {day}")
    if (highest := record.beyond(symbol, citing.date)) is not None:
        yield _fault(ErrorKind.NUMBER, edge, citing, cited, f"the last is {highest}")


def _session(symbol: Symbol) -> str:
    return f"session or year {symbol.session or symbol.year}"


def _fault(error: ErrorKind, edge: Edge, citing: Node, cited: Node, known: str) -> Fault:
    return Fault(error, citing.identity, edge.place(), edge.quote, cited.identity, edge.date, known, edge.iri)


class _Record:
    """What the registry knows of its own, not from citations alone."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._numbers: defaultdict[_Run, set[int]] = defaultdict(set)
        self._latest: defaultdict[_Run, str] = defaultdict(str)
        for entry in registry:
            symbol = entry.parsed
            if symbol.number is not None and not _hearsay(entry):
                self._numbers[_run(symbol)].add(symbol.number)
                self._latest[_run(symbol)] = max(self._latest[_run(symbol)], entry.date or "")
        youngest: defaultdict[str, str] = defaultdict(str)
        for (series, _), day in self._latest.items():
            youngest[series] = max(youngest[series], day)
        self._open = {run for run, day in self._latest.items() if day == youngest[run[0]]}

    def day(self, symbol: str) -> str | None:
        """The day of adoption."""
        entry = self._registry.entry(symbol)
        return entry.date if entry and entry.date and not _hearsay(entry) else None

    def beyond(self, symbol: Symbol, citing_date: str | None) -> int | None:
        """The last number of a run that is known whole, if the symbol's lies behind it; None if nothing can be said.

        The youngest run of a series may have gone on after the registry was made: it speaks of older documents only.
        """
        run = _run(symbol)
        known = self._numbers.get(run)
        if symbol.number is None or not known or symbol.number <= (highest := max(known)):
            return None
        if len(known) < _WHOLE * highest or (run in self._open and (citing_date or "9999") > self._latest[run]):
            return None
        return highest


def _hearsay(entry: Registered) -> bool:
    return _HEARSAY.issuperset(entry.sources)


def _run(symbol: Symbol) -> _Run:
    """What numbers are counted in: a session, a year, or the whole series where that stands behind the number."""
    return symbol.series, "" if "(" in symbol.text else symbol.session or str(symbol.year)
