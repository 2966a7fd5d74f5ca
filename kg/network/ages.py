"""Ages of citations: how long instruments stay cited.

Burton, Kebler (1960), "The half-life of some scientific and technical literatures", American Documentation 11; Price
(1965), "Networks of scientific papers", Science 149. An age is a difference of years; citations of something younger,
and those with an unknown date at either end, have none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from kg.model import Kind
from kg.network.elements import Network, Node, nodes


@dataclass(frozen=True, slots=True)
class Age:
    """How long an instrument stays cited: the dates of the first and last document that cites it, and its age then.

    `cited_by` counts documents with a date; ages are in years.
    """

    identity: str
    label: str
    kind: Kind
    date: str | None
    cited_by: int
    first_cited: str
    last_cited: str
    median_age: float
    longest_age: int
    iri: str


@dataclass(frozen=True, slots=True)
class AgeYear:
    """How much is cited at one age: `citations` (a document and what it cites count once), their share of all.

    `up_to` is the share of all citations at this age or less; where it passes 0.5 lies the half-life. `alive` is the
    share of those instruments that are old enough in this network which anything cites at this age.
    """

    age: int
    citations: int
    share: float
    up_to: float
    alive: float


def ages(network: Network) -> list[Age]:
    """How long each cited instrument stays cited, longest first."""
    citing: defaultdict[str, list[Node]] = defaultdict(list)
    cited: dict[str, Node] = {}
    for younger, older in _pairs(network):
        citing[older.iri].append(younger)
        cited[older.iri] = older
    rows = [_age(each, citing[iri]) for iri, each in cited.items()]
    return sorted(rows, key=lambda row: (-row.longest_age, -row.cited_by, row.identity))


def age_profile(network: Network) -> list[AgeYear]:
    """How much is cited at each age from 0 to the oldest, in years."""
    pairs = [(younger.year or 0, older.year or 0, older.iri) for younger, older in _pairs(network)]
    counts = Counter(younger - older for younger, older, _ in pairs)
    cited_at = Counter(age for age, _ in {(younger - older, iri) for younger, older, iri in pairs})
    last = max((younger for younger, _, _ in pairs), default=0)
    oldest = Counter(last - year for year in {iri: older for _, older, iri in pairs}.values())
    rows, below = [], 0
    for age in range(max(counts, default=-1) + 1):
        below += counts[age]
        old_enough = sum(count for each, count in oldest.items() if each >= age)
        rows.append(AgeYear(age, counts[age], counts[age] / len(pairs), below / len(pairs), cited_at[age] / old_enough))
    return rows


def _pairs(network: Network) -> Iterator[tuple[Node, Node]]:
    """A document and what it cites, of which both years are known and the cited one is not later."""
    dated = {each.iri: each for each in nodes(network) if each.year is not None}
    for iri, younger in dated.items():
        for cited in network.adj[iri]:
            older = dated.get(cited)
            if older is not None and cited != iri and (older.year or 0) <= (younger.year or 0):
                yield younger, older


def _age(this: Node, citing: list[Node]) -> Age:
    found = [(each.year or 0) - (this.year or 0) for each in citing]
    dates = sorted(each.date or "" for each in citing)
    return Age(
        identity=this.identity,
        label=this.label,
        kind=this.kind,
        date=this.date,
        cited_by=len(citing),
        first_cited=dates[0],
        last_cited=dates[-1],
        median_age=float(median(found)),
        longest_age=max(found),
        iri=this.iri,
    )
