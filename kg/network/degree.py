"""Degrees: how often a thing is cited and cites."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Kind
from kg.network.elements import Network, nodes


@dataclass(frozen=True, slots=True)
class Degree:
    """How often a thing is cited and cites: citations counted one by one, and distinct things at the other end."""

    identity: str
    label: str
    kind: Kind
    date: str | None
    times_cited: int
    cited_by: int
    citations: int
    cites: int
    iri: str


def degrees(network: Network) -> list[Degree]:
    """In and out degrees of every node within this network, most cited first."""
    table = [
        Degree(
            identity=each.identity,
            label=each.label,
            kind=each.kind,
            date=each.date,
            times_cited=network.in_degree(each.iri),
            cited_by=len(network.pred[each.iri]),
            citations=network.out_degree(each.iri),
            cites=len(network.succ[each.iri]),
            iri=each.iri,
        )
        for each in nodes(network)
    ]
    return sorted(table, key=lambda row: (-row.cited_by, -row.times_cited, row.identity))
