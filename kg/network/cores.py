"""Cores: the part of the network in which everything has at least k links to the rest of that part.

Seidman (1983), "Network structure and minimum degree", Social Networks 5; found by taking away what has least links, as
in Batagelj, Zaveršnik (2003), "An O(m) algorithm for cores decomposition of networks", arXiv:cs/0310049, but all that
can go at once together.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kg.model import Kind
from kg.network.elements import Network, node
from kg.network.simple import BODIES, Numbers, Simple, simple


@dataclass(frozen=True, slots=True)
class Core:
    """The greatest `core` (k) that a thing belongs to, and how many things it is linked to in either direction."""

    identity: str
    label: str
    kind: Kind
    date: str | None
    core: int
    links: int
    iri: str


def cores(network: Network) -> list[Core]:
    """The core number of every node that is no body, innermost first; the direction of citations does not matter."""
    links = simple(network, without=BODIES)
    numbers, degrees = _cores(links)
    rows = [
        Core(this.identity, this.label, this.kind, this.date, core, degree, this.iri)
        for this, core, degree in zip(
            (node(network, iri) for iri in links.keys), numbers.tolist(), degrees.tolist(), strict=True
        )
    ]
    return sorted(rows, key=lambda row: (-row.core, -row.links, row.identity))


def _cores(links: Simple) -> tuple[Numbers, Numbers]:
    """The core number and the number of neighbours of each thing."""
    matrix = links.matrix()
    around = (matrix + matrix.T).tocsr()  # what cites each other has one entry each way, of 2
    degrees = np.diff(around.indptr).astype(np.int64)
    left, numbers = degrees.copy(), np.zeros(links.size, dtype=np.int64)
    there = np.ones(links.size, dtype=np.bool_)
    core = 0
    while there.any():
        core = max(core, int(left[there].min()))
        while len(going := np.flatnonzero(there & (left <= core))):
            numbers[going], there[going] = core, False
            left -= np.bincount(around[going].indices, minlength=links.size)
    return numbers, degrees
