"""What the graph says of a cited instrument or body: enough to show it by itself, and no more.

Class, identifier or name, date, and for a body its kind and its direct parents. What else the gazetteer knows stays in
the gazetteer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.gazetteer import Entry, Gazetteer
from kg.model import Kind
from kg.symbols import Scheme, Symbol, fits, try_parse
from kg.triples import reused, vocabulary
from kg.triples.terms import iri, is_day, moment, string, words

_CLASSES = {
    Kind.RESOLUTION: reused.RESOLUTION,
    Kind.DECISION: reused.DECISION,
    Kind.DOCUMENT: reused.DOCUMENT,
    Kind.PUBLICATION: vocabulary.PUBLICATION,
    Kind.TREATY: reused.TREATY,
    Kind.INSTRUMENT: vocabulary.NAMED_INSTRUMENT,
}

_UNDO_CLASSES = {
    "charter": reused.CHARTER,
    "constitution": reused.CONSTITUTION,
    "convention": reused.CONVENTION,
    "protocol": reused.PROTOCOL,
    "treaty": reused.TREATY,
}

_POST, _STATE = "post", "state"
"""Categories of the gazetteer that have classes of their own; all other bodies are organizations."""

_GAZETTEER_LANGUAGE = "en"


@dataclass(slots=True)
class _Thing:
    """What the citations of one document say of one thing."""

    target: str
    kind: Kind
    entry: Entry | None
    label: str | None = None
    dates: set[str] = field(default_factory=set)


class Things:
    """The cited things of one document, gathered first and written once."""

    def __init__(self, scheme: Scheme, gazetteer: Gazetteer, language: str) -> None:
        self._scheme = scheme
        self._gazetteer = gazetteer
        self._language = language
        self._iris: dict[tuple[str, Kind], str] = {}
        self._things: dict[tuple[str, Kind], _Thing] = {}

    def add(self, target: str, kind: Kind, label: str | None = None, date: str | None = None) -> str:
        """Note that a thing is cited, by its canonical identity; its IRI in brackets."""
        entry = self._entry(target, kind)
        if entry is not None:
            kind = entry.kind
        thing = self._things.setdefault((target, kind), _Thing(target, kind, entry))
        thing.label = thing.label or label
        if date:
            thing.dates.add(date)
        return self._iri(target, kind)

    def triples(self) -> Iterator[str]:
        """What the graph says of all things added."""
        for thing in self._things.values():
            yield from self._describe(thing)

    def _iri(self, target: str, kind: Kind) -> str:
        key = (target, kind)
        if key not in self._iris:
            self._iris[key] = iri(self._scheme.thing(target, kind))
        return self._iris[key]

    def _entry(self, target: str, kind: Kind) -> Entry | None:
        """The gazetteer's entry; it knows treaties from other instruments, but a body is never an instrument."""
        entry = self._gazetteer.entry(target) if target in self._gazetteer else None
        return entry if entry and (entry.kind is Kind.BODY) == (kind is Kind.BODY) else None

    def _describe(self, thing: _Thing) -> Iterator[str]:
        node, entry = self._iri(thing.target, thing.kind), thing.entry
        if entry is None:
            yield from self._unlisted(node, thing)
        else:
            yield from self._listed(node, entry)
            for parent in map(self._gazetteer.entry, entry.parents):
                above = self._iri(parent.slug, Kind.BODY)
                yield f"{node} <{_link_to_parent(entry, parent)}> {above}"
                yield from self._listed(above, parent)

    def _listed(self, node: str, entry: Entry) -> Iterator[str]:
        """What the gazetteer says: class, kind of body, name, date."""
        for each in _classes(entry.kind, entry.category):
            yield f"{node} <{reused.TYPE}> <{each}>"
        concept = vocabulary.BODY_CONCEPTS.get(entry.category) if entry.category != _POST else None
        if concept:
            yield f"{node} <{reused.CLASSIFICATION}> <{concept}>"
        yield f"{node} <{reused.PREF_LABEL}> {words(entry.label, _GAZETTEER_LANGUAGE)}"
        if entry.date:
            yield f"{node} <{reused.DATE_DOCUMENT}> {moment(entry.date)}"

    def _unlisted(self, node: str, thing: _Thing) -> Iterator[str]:
        """What the text says: a symbol or a name, and a date that is to be trusted."""
        for each in _classes(thing.kind, None):
            yield f"{node} <{reused.TYPE}> <{each}>"
        symbol = try_parse(thing.target) if thing.kind is not Kind.BODY else None
        if symbol is not None:
            yield f"{node} <{reused.IDENTIFIER}> {string(symbol.text)}"
        if thing.label or symbol is None:
            yield f"{node} <{reused.PREF_LABEL}> {words(thing.label or thing.target, self._language)}"
        date = _agreed_date(thing.dates, symbol)
        if date:
            yield f"{node} <{reused.DATE_DOCUMENT}> {moment(date)}"


def _link_to_parent(entry: Entry, parent: Entry) -> str:
    """ORG has bodies within bodies and posts within bodies; what is under a post reports to it."""
    if parent.category == _POST:
        return reused.REPORTS_TO
    return reused.POST_IN if entry.category == _POST else reused.SUB_ORGANIZATION_OF


def _agreed_date(dates: set[str], symbol: Symbol | None) -> str | None:
    """The date printed beside every citation, unless the session of the symbol shows that it is misprinted."""
    if len(dates) != 1 or not is_day(date := min(dates)):
        return None
    return None if symbol is not None and fits(symbol, date) is False else date


def _classes(kind: Kind, category: str | None) -> Iterator[str]:
    """The general class, stated beside the special one so that no reasoner is needed."""
    if kind is Kind.BODY:
        yield reused.POST if category == _POST else reused.ORGANIZATION
        if category == _STATE:
            yield vocabulary.STATE
        return
    yield reused.LEGAL_RESOURCE
    yield _CLASSES[kind]
    special = vocabulary.INSTRUMENT_CLASSES.get(category or "") or _UNDO_CLASSES.get(category or "")
    if special:
        yield special
