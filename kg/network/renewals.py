"""Series that renew themselves: year after year a text on one matter, each recalling those before it.

A series is told by three things: the same kind of text of the same organ, the same title (years and other numbers in it
do not matter; the agenda item stands in for it where there is none, as in the Security Council), and citations that tie
it together. A cited text of which neither is known belongs to a series if it stands in one enumeration with others of
it; that is then said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TypeAlias

import networkx as nx

from kg.model import Kind
from kg.network.elements import Edge, Network, Node, edges, find, node, nodes
from kg.symbols import try_parse

LEAST = 3

_Matter: TypeAlias = tuple[Kind, str, str]
"""Kind, organ, and title or agenda item without numbers; "" for an unknown one."""

_DROPPED = re.compile(r"\b(?:\d+(?:st|nd|rd|th)?|[ivxl]+)\b|[^\w\s]")
_ONE_ENUMERATION = 80  # characters from the beginning of one name to that of the next, a date between them
_DAYS = 365.25


@dataclass(frozen=True, slots=True)
class Series:
    """A series by the title of its youngest text: how many texts, from which to which, and the years between two."""

    title: str
    organ: str
    size: int
    first: str
    last: str
    first_date: str
    last_date: str
    years_between: float
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Renewed:
    """A text of a series, its title (or agenda item) as `label`.

    `recalls_previous` says whether it cites the one before it, None that it was not read. `assumed` says that its title
    is unknown, and that it stands in one enumeration with others of the series.
    """

    identity: str
    label: str
    date: str
    recalls_previous: bool | None
    assumed: bool
    iri: str


def renewals(network: Network, least: int = LEAST) -> list[Series]:
    """All series of at least `least` dated texts, longest first; `members` are their IRIs, oldest first."""
    found = [_series(group) for group in _groups(network) if len(group) >= least]
    return sorted(found, key=lambda each: (-each.size, each.title, each.first))


def renewed(network: Network, name: str) -> list[Renewed]:
    """The series that an instrument belongs to, oldest text first; [] if it belongs to none.

    Raises NetworkError if the node is unknown.
    """
    iri = find(network, name)
    group = next((group for group in _groups(network) if iri in {each.iri for each in group}), [])
    return [_renewed(network, previous, this) for previous, this in zip([None, *group], group, strict=False)]


def _groups(network: Network) -> list[list[Node]]:
    """The texts of each series, oldest first."""
    matters = {each.iri: matter for each in nodes(network) if each.date and (matter := _matter(each))}
    ties: nx.Graph[str] = nx.Graph()
    for citing, cited in network.edges():
        matter = matters.get(citing)
        if citing != cited and matter is not None and matter[2] and matter == matters.get(cited):
            ties.add_edge(citing, cited)
    groups = [set(group) for group in nx.connected_components(ties)]
    for iri, number in _assumed(network, matters, groups).items():
        groups[number].add(iri)
    dated = ([node(network, iri) for iri in group] for group in groups)
    return sorted((sorted(group, key=_when) for group in dated), key=lambda group: _when(group[0]))


def _when(this: Node) -> tuple[str, str]:
    return this.date or "", this.iri


def _matter(this: Node) -> _Matter | None:
    """What a text is about; None for what has no symbol."""
    symbol = try_parse(this.identity)
    if symbol is None or this.kind is Kind.BODY:
        return None
    return this.kind, symbol.organ or "", " ".join(_DROPPED.sub(" ", this.title.casefold()).split())


def _assumed(network: Network, matters: Mapping[str, _Matter], groups: Sequence[set[str]]) -> dict[str, int]:
    """The texts without a known title that are enumerated with others of a series, and the number of the series."""
    group_of = {iri: number for number, group in enumerate(groups) for iri in group}
    votes: Counter[tuple[str, int]] = Counter()
    for citing, citations in groupby(edges(network), key=lambda edge: edge.citing):
        if citing in group_of:
            mates, untitled = groups[group_of[citing]], (*matters[citing][:2], "")
            fit = [(edge, edge.cited in mates or matters.get(edge.cited) == untitled) for edge in citations]
            for enumerated in _enumerations(fit):
                if enumerated & mates:
                    votes.update((cited, group_of[citing]) for cited in enumerated - mates)
    return dict(sorted(sorted(votes, reverse=True), key=votes.__getitem__))  # the most votes come last and stay


def _enumerations(citations: Iterable[tuple[Edge, bool]]) -> Iterator[set[str]]:
    """What the citations cite that fit and follow one another closely in one paragraph."""
    run: set[str] = set()
    last: Edge | None = None
    for edge, fits in citations:
        if last is None or not fits or not _close(last, edge):
            yield run
            run = set()
        last = edge if fits else None
        run |= {edge.cited} if fits else set()
    yield run


def _close(one: Edge, other: Edge) -> bool:
    if one.start is None or other.start is None or one.place() != other.place():
        return False
    return other.start - one.start <= _ONE_ENUMERATION


def _series(group: Sequence[Node]) -> Series:
    titles = [each.title for each in group if each.title]
    first, last = group[0], group[-1]
    matter = _matter(last)
    return Series(
        title=titles[-1],
        organ=next((each.organ for each in reversed(group) if each.organ), matter[1] if matter else ""),
        size=len(group),
        first=first.identity,
        last=last.identity,
        first_date=first.date or "",
        last_date=last.date or "",
        years_between=round((_day(last) - _day(first)) / _DAYS / (len(group) - 1), 2),
        members=tuple(each.iri for each in group),
    )


def _day(this: Node) -> int:
    """The date as a number of days; the middle of the year where only that is known."""
    text = this.date or ""
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        return date(this.year or 1, 7, 1).toordinal()


def _renewed(network: Network, previous: Node | None, this: Node) -> Renewed:
    return Renewed(
        identity=this.identity,
        label=this.title,
        date=this.date or "",
        recalls_previous=(previous is not None and previous.iri in network.succ[this.iri]) if this.read else None,
        assumed=not this.title,
        iri=this.iri,
    )
