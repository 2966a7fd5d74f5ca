"""HITS: documents that cite what is authoritative, and what such documents cite.

Kleinberg (1999), "Authoritative sources in a hyperlinked environment", Journal of the ACM 46.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.model import Kind
from kg.network.elements import Network, node
from kg.network.simple import BODIES, Simple, simple

_TOLERANCE = 1e-12
_MAX_ROUNDS = 1000


@dataclass(frozen=True, slots=True)
class Standing:
    """How much of an `authority` a thing is (cited by good hubs) and how much of a `hub` (it cites good authorities).

    The authorities of all things add up to 1, and so do the hubs.
    """

    identity: str
    label: str
    kind: Kind
    date: str | None
    authority: float
    hub: float
    iri: str


def hits(network: Network) -> list[Standing]:
    """Authority and hub of every node that is no body, greatest authority first; all 0 where nothing cites anything.

    The figures of `networkx.hits`. Parallel citations count once, citations of itself not at all.
    """
    links = simple(network, without=BODIES)
    authorities, hubs = _standings(links)
    rows = [
        Standing(this.identity, this.label, this.kind, this.date, authority, hub, this.iri)
        for this, authority, hub in zip((node(network, iri) for iri in links.keys), authorities, hubs, strict=True)
    ]
    return sorted(rows, key=lambda row: (-round(row.authority, 12), -round(row.hub, 12), row.identity))


def _standings(links: Simple) -> tuple[list[float], list[float]]:
    """Power iteration from equal authorities until they change by less than the tolerance."""
    if not len(links.citing):
        return [0.0] * links.size, [0.0] * links.size
    matrix = links.matrix()
    back = matrix.T.tocsr()
    authorities: NDArray[np.float64] = np.full(links.size, 1 / links.size)
    for _ in range(_MAX_ROUNDS):
        renewed = back @ (matrix @ authorities)
        renewed /= renewed.sum()
        change = np.abs(renewed - authorities).sum()
        authorities = renewed
        if change < _TOLERANCE:
            break
    hubs = matrix @ authorities
    return authorities.tolist(), (hubs / hubs.sum()).tolist()
