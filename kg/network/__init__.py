"""The citation network: graph -> networkx, chains through it, measures on it.

Every function takes the network that `build` gives (a `networkx.MultiDiGraph`, so all of networkx applies) and returns
a list of frozen dataclasses; `pandas.DataFrame(rows)` makes a table of them.
"""

from kg.network.build import build
from kg.network.chains import Ancestor, Chain, Step, ancestors, chains, shortest_chains
from kg.network.communities import Community, communities
from kg.network.elements import Edge, Network, Node, Passage, edges, find, neighbourhood, node, nodes
from kg.network.hubs import Hub, hubs
from kg.network.mainpath import Method, PathLink, main_path
from kg.network.measures import Degree, Rank, degrees, pagerank

__all__ = [
    "Ancestor",
    "Chain",
    "Community",
    "Degree",
    "Edge",
    "Hub",
    "Method",
    "Network",
    "Node",
    "Passage",
    "PathLink",
    "Rank",
    "Step",
    "ancestors",
    "build",
    "chains",
    "communities",
    "degrees",
    "edges",
    "find",
    "hubs",
    "main_path",
    "neighbourhood",
    "node",
    "nodes",
    "pagerank",
    "shortest_chains",
]
