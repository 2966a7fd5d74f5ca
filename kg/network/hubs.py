"""Hubs: what so many documents cite that it says little about any of them, such as the Charter."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Kind
from kg.network.elements import Network, node

SHARE = 0.1
LEAST = 10


@dataclass(frozen=True, slots=True)
class Hub:
    """A thing that `cited_by` documents cite, a `share` (0 to 1) of all documents that cite anything."""

    identity: str
    label: str
    kind: Kind
    date: str | None
    cited_by: int
    share: float
    iri: str


def hubs(network: Network, share: float = SHARE, least: int = LEAST) -> list[Hub]:
    """What at least `share` of the documents that cite anything cite, and at least `least` of them; most cited first.

    Bodies are among them. In a network where fewer than `least` documents cite there are none.
    """
    citing = sum(1 for iri in network if network.succ[iri])
    enough = max(share * citing, least)
    found = [_hub(network, iri, citing) for iri in network if len(network.pred[iri]) >= enough]
    return sorted(found, key=lambda hub: (-hub.cited_by, hub.identity, hub.iri))


def _hub(network: Network, iri: str, citing: int) -> Hub:
    this, cited_by = node(network, iri), len(network.pred[iri])
    return Hub(this.identity, this.label, this.kind, this.date, cited_by, cited_by / citing, iri)
