"""The citation network: graph -> networkx, chains through it, measures on it.

Every function takes the network that `build` gives (a `networkx.MultiDiGraph`, so all of networkx applies) and returns
a list of frozen dataclasses; `pandas.DataFrame(rows)` makes a table of them.
"""

from kg.network.build import build
from kg.network.chains import Ancestor, Chain, Step, ancestors, chains, shortest_chains
from kg.network.elements import Edge, Network, Node, Passage, edges, find, neighbourhood, node, nodes
from kg.network.measures import Degree, Rank, degrees, pagerank

__all__ = [
    "Ancestor",
    "Chain",
    "Degree",
    "Edge",
    "Network",
    "Node",
    "Passage",
    "Rank",
    "Step",
    "ancestors",
    "build",
    "chains",
    "degrees",
    "edges",
    "find",
    "neighbourhood",
    "node",
    "nodes",
    "pagerank",
    "shortest_chains",
]
