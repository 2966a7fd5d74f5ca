"""Measures on the citation network: degrees and PageRank."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.errors import NetworkError
from kg.model import Kind
from kg.network.elements import Network, nodes

DAMPING = 0.85
_TOLERANCE = 1e-10
_MAX_ROUNDS = 500


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


@dataclass(frozen=True, slots=True)
class Rank:
    """The PageRank of a thing; all ranks add up to 1."""

    identity: str
    label: str
    kind: Kind
    date: str | None
    rank: float


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
        )
        for each in nodes(network)
    ]
    return sorted(table, key=lambda row: (-row.cited_by, -row.times_cited, row.identity))


def pagerank(network: Network, damping: float = DAMPING) -> list[Rank]:
    """PageRank of every node, highest first; a document passes its rank on to each thing it cites in equal shares.

    Page, Brin, Motwani, Winograd (1999), "The PageRank citation ranking"; rank that ends in a node which cites nothing
    is spread over all, as in `networkx.pagerank` (which needs SciPy). Parallel citations count once.
    Raises NetworkError if the damping does not lie between 0 and 1.
    """
    if not 0 <= damping < 1:
        raise NetworkError(f"the damping of PageRank lies between 0 and 1, not {damping}")
    table = nodes(network)
    position = {each.iri: index for index, each in enumerate(table)}
    pairs = sorted({(position[a], position[b]) for a, b in network.edges()})
    ranks = _ranks(len(table), pairs, damping)
    rows = [Rank(n.identity, n.label, n.kind, n.date, float(rank)) for n, rank in zip(table, ranks, strict=True)]
    # Equal ranks may differ in the last bits: round before ties are broken by name.
    return sorted(rows, key=lambda row: (-round(row.rank, 12), row.identity))


def _ranks(size: int, pairs: list[tuple[int, int]], damping: float) -> NDArray[np.float64]:
    """Power iteration until the ranks change by less than the tolerance."""
    citing, cited = (np.array(column, dtype=np.int64) for column in (zip(*pairs, strict=True) if pairs else ([], [])))
    out = np.bincount(citing, minlength=size)
    ranks: NDArray[np.float64] = np.full(size, 1 / size if size else 0.0)
    for _ in range(_MAX_ROUNDS):
        shares = np.bincount(cited, weights=ranks[citing] / out[citing], minlength=size)
        lost = ranks[out == 0].sum()
        renewed = damping * (shares + lost / size) + (1 - damping) / size if size else ranks
        if np.abs(renewed - ranks).sum() < _TOLERANCE:
            return renewed
        ranks = renewed
    return ranks
