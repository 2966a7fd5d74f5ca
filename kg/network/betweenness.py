"""Betweenness: how many of the shortest chains of citations lead through a thing.

Freeman (1977), "A set of measures of centrality based on betweenness", Sociometry 40; counted as in Brandes (2001), "A
faster algorithm for betweenness centrality", Journal of Mathematical Sociology 25, from a sample of the sources as in
Brandes, Pich (2007), "Centrality estimation in large networks", International Journal of Bifurcation and Chaos 17.
Many sources go at once, a column each, so that a step of the search is one product of matrices.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from kg.errors import NetworkError
from kg.model import Kind
from kg.network.elements import Network, node
from kg.network.simple import BODIES, Numbers, Simple, simple

if TYPE_CHECKING:
    from scipy.sparse import csr_array

SAMPLE = 200
SEED = 1
_AT_ONCE = 40

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Between:
    """The share (0 to 1) of all pairs of other things whose shortest chains lead through a thing, as far as they do."""

    identity: str
    label: str
    kind: Kind
    date: str | None
    betweenness: float
    iri: str


def betweenness(network: Network, sample: int = SAMPLE, seed: int = SEED) -> list[Between]:
    """Betweenness of every node that is no body, greatest first, along the direction of citations.

    From at most `sample` documents that cite, drawn by `seed`: exact, and that of `networkx.betweenness_centrality`,
    if there are no more of them. Raises NetworkError for a sample of less than 1.
    """
    if sample < 1:
        raise NetworkError(f"a sample has at least one document, not {sample}")
    links = simple(network, without=BODIES)
    values = _betweenness(links, sample, seed).tolist()
    rows = [
        Between(this.identity, this.label, this.kind, this.date, value, this.iri)
        for this, value in zip((node(network, iri) for iri in links.keys), values, strict=True)
    ]
    return sorted(rows, key=lambda row: (-round(row.betweenness, 12), row.identity))


def _betweenness(links: Simple, sample: int, seed: int) -> Values:
    sources = sorted(set(links.citing.tolist()))
    # A draw by digests is the same on every machine and for every version of Python.
    drawn = sorted(sources, key=lambda source: sha256(f"{seed} {links.keys[source]}".encode()).digest())
    chosen = sorted(drawn[:sample])
    total: Values = np.zeros(links.size)
    if links.size < 3 or not chosen:
        return total
    matrix = links.matrix()
    for start in range(0, len(chosen), _AT_ONCE):
        total += _dependencies(matrix, np.array(chosen[start : start + _AT_ONCE]))
    pairs = (links.size - 1) * (links.size - 2)
    return total * (len(sources) / len(chosen) / pairs)


def _dependencies(matrix: csr_array, sources: Numbers) -> Values:
    """For each thing the shares of shortest chains from all sources that lead through it, summed over their ends."""
    columns = np.arange(len(sources))
    ways: Values = np.zeros((matrix.shape[0], len(sources)))
    ways[sources, columns] = 1
    fronts = [ways.copy()]  # by distance, the number of shortest ways to what lies so far off
    while fronts[-1].any():
        citing = np.flatnonzero(fronts[-1].any(axis=1))
        front = matrix[citing].T @ fronts[-1][citing]
        front[ways > 0] = 0
        ways += front
        fronts.append(front)
    through: Values = np.zeros_like(ways)
    for nearer, front in zip(fronts[-2::-1], fronts[:0:-1], strict=True):
        shares = np.divide(1 + through, ways, out=np.zeros_like(ways), where=front > 0)
        citing = np.flatnonzero(nearer.any(axis=1))
        through[citing] += nearer[citing] * (matrix[citing] @ shares)
    through[sources, columns] = 0
    total: Values = through.sum(axis=1)
    return total
