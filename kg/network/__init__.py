"""The citation network: graph -> networkx, chains through it, measures on it.

Every measure takes the network that `build` gives (a `networkx.MultiDiGraph`, so all of networkx applies) or a part of
it (`select`, `neighbourhood`), and returns a list of frozen dataclasses: `pandas.DataFrame(rows)` makes a table. Of a
large store, `around` and `between` build only the part that is asked for.
"""

from kg.network.ages import Age, AgeYear, age_profile, ages
from kg.network.betweenness import Between, betweenness
from kg.network.build import build
from kg.network.chains import Ancestor, Chain, Step, ancestors, chains, dated_chains, shortest_chains
from kg.network.communities import Community, communities, field_of
from kg.network.cores import Core, cores
from kg.network.degree import Degree, degrees
from kg.network.elements import Edge, Network, Node, Passage, edges, find, neighbourhood, node, nodes
from kg.network.hits import Standing, hits
from kg.network.hubs import Hub, hubs
from kg.network.mainpath import Method, PathLink, main_path
from kg.network.orphans import Loss, Orphan, orphans
from kg.network.pagerank import Rank, pagerank
from kg.network.part import around, between, induced, linked, reached
from kg.network.record import ErrorKind, Fault, faults
from kg.network.records import Record, as_csv, as_json
from kg.network.renewals import Renewed, Series, renewals, renewed
from kg.network.select import Choice, select
from kg.network.similar import Pair, co_cited, coupled

__all__ = [
    "Age",
    "AgeYear",
    "Ancestor",
    "Between",
    "Chain",
    "Choice",
    "Community",
    "Core",
    "Degree",
    "Edge",
    "ErrorKind",
    "Fault",
    "Hub",
    "Loss",
    "Method",
    "Network",
    "Node",
    "Orphan",
    "Pair",
    "Passage",
    "PathLink",
    "Rank",
    "Record",
    "Renewed",
    "Series",
    "Standing",
    "Step",
    "age_profile",
    "ages",
    "ancestors",
    "around",
    "as_csv",
    "as_json",
    "between",
    "betweenness",
    "build",
    "chains",
    "co_cited",
    "communities",
    "cores",
    "coupled",
    "dated_chains",
    "degrees",
    "edges",
    "faults",
    "field_of",
    "find",
    "hits",
    "hubs",
    "induced",
    "linked",
    "main_path",
    "neighbourhood",
    "node",
    "nodes",
    "orphans",
    "pagerank",
    "reached",
    "renewals",
    "renewed",
    "select",
    "shortest_chains",
]
