"""PageRank: what carries weight because what carries weight cites it.

Page, Brin, Motwani, Winograd (1999), "The PageRank citation ranking: bringing order to the web", Stanford InfoLab.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.errors import NetworkError
from kg.model import Kind
from kg.network.elements import Network, node
from kg.network.simple import Simple, simple

DAMPING = 0.85
_TOLERANCE = 1e-10
_MAX_ROUNDS = 500


@dataclass(frozen=True, slots=True)
class Rank:
    """The PageRank of a thing; all ranks add up to 1."""

    identity: str
    label: str
    kind: Kind
    date: str | None
    rank: float
    iri: str


def pagerank(network: Network, damping: float = DAMPING) -> list[Rank]:
    """PageRank of every node, highest first; a document passes its rank on to each thing it cites in equal shares.

    Rank that ends in a node which cites nothing is spread over all, as in `networkx.pagerank`. Parallel citations count
    once, citations of itself not at all. Raises NetworkError if the damping does not lie between 0 and 1.
    """
    if not 0 <= damping < 1:
        raise NetworkError(f"the damping of PageRank lies between 0 and 1, not {damping}")
    links = simple(network)
    rows = [
        Rank(this.identity, this.label, this.kind, this.date, rank, this.iri)
        for this, rank in zip((node(network, iri) for iri in links.keys), _ranks(links, damping).tolist(), strict=True)
    ]
    # Equal ranks may differ in the last bits: round before ties are broken by name.
    return sorted(rows, key=lambda row: (-round(row.rank, 12), row.identity))


def _ranks(links: Simple, damping: float) -> NDArray[np.float64]:
    """Power iteration until the ranks change by less than the tolerance."""
    size = links.size
    out = np.bincount(links.citing, minlength=size)
    ranks: NDArray[np.float64] = np.full(size, 1 / size if size else 0.0)
    for _ in range(_MAX_ROUNDS if size else 0):
        shares = np.bincount(links.cited, weights=ranks[links.citing] / out[links.citing], minlength=size)
        lost = ranks[out == 0].sum()
        renewed: NDArray[np.float64] = damping * (shares + lost / size) + (1 - damping) / size
        if np.abs(renewed - ranks).sum() < _TOLERANCE:
            return renewed
        ranks = renewed
    return ranks
