"""Cores: the part of the network in which everything has at least k links to the rest of that part.

Seidman (1983), "Network structure and minimum degree", Social Networks 5; found as in Batagelj, Zaveršnik (2003), "An
O(m) algorithm for cores decomposition of networks", arXiv:cs/0310049.
"""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx

from kg.model import Kind
from kg.network.elements import Network, node
from kg.network.simple import BODIES, simple


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
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(links.size))
    graph.add_edges_from(zip(links.citing.tolist(), links.cited.tolist(), strict=True))
    rows = [
        Core(this.identity, this.label, this.kind, this.date, core, len(graph.adj[number]), this.iri)
        for number, core in nx.core_number(graph).items()
        for this in [node(network, links.keys[number])]
    ]
    return sorted(rows, key=lambda row: (-row.core, -row.links, row.identity))
