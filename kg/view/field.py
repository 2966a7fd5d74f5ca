"""What is known of a network as a whole before it is drawn: its communities, its main path, its hubs.

The measures are those of `kg.network`; here they become numbers for the nodes of a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.network import Network, Node

MOST_COMMUNITIES = 7  # colours that colour-blind people can tell apart; what is left shares a grey
SMALLEST_COMMUNITY = 3


@dataclass(frozen=True, slots=True)
class Community:
    """Nodes that cite each other more than others: a name and the number of its members.

    `rest` marks the one that is made of all nodes in no community of their own.
    """

    caption: str
    size: int
    rest: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """The communities by size; the community of each node, by IRI; the main path as pairs (citing, cited); hubs."""

    communities: tuple[Community, ...]
    community_of: dict[str, int]
    path: tuple[tuple[str, str], ...]
    hubs: tuple[str, ...]


def field(network: Network, listed: Sequence[Node]) -> Field:
    """What `kg.network` says of a network whose nodes are `listed`."""
    groups = [(caption, members) for caption, members in _communities(network) if len(members) >= SMALLEST_COMMUNITY]
    groups = groups[:MOST_COMMUNITIES]
    number = {iri: position for position, (_, members) in enumerate(groups) for iri in members}
    rest = [each.iri for each in listed if each.iri not in number]
    named = [Community(caption, len(members)) for caption, members in groups]
    if rest:
        named.append(Community("Small communities", len(rest), rest=True))
    return Field(
        communities=tuple(named),
        community_of=number | dict.fromkeys(rest, len(groups)),
        path=tuple(_main_path(network)),
        hubs=tuple(_hubs(network)),
    )


# TEMPORARY until kg.network has them
def _communities(network):  # type: ignore[no-untyped-def]
    import networkx as nx
    from kg.network import node
    found = nx.community.louvain_communities(nx.Graph(network), seed=1)
    out = []
    for each in found:
        top = sorted((node(network, i) for i in each), key=lambda n: (-n.times_cited, n.identity))
        out.append((", ".join((t.label or t.identity)[:40] for t in top[:2]), sorted(each)))
    return sorted(out, key=lambda p: (-len(p[1]), p[1]))


def _main_path(network):  # type: ignore[no-untyped-def]
    import networkx as nx
    from kg.network import node
    dag = nx.DiGraph()
    for a, b in network.edges():
        x, y = node(network, a), node(network, b)
        if x.date and y.date and x.date > y.date:
            dag.add_edge(a, b)
    if not dag: return []
    order = list(nx.topological_sort(dag))
    up = {}; down = {}
    for u in order: up[u] = sum(up[p] for p in dag.pred[u]) or 1
    for u in reversed(order): down[u] = sum(down[p] for p in dag.succ[u]) or 1
    best = {u: (0, None) for u in order}
    for u in reversed(order):
        for v in sorted(dag.succ[u]):
            s = best[v][0] + up[u] * down[v]
            if s > best[u][0]: best[u] = (s, v)
    u = max(sorted(order), key=lambda k: best[k][0])
    out = []
    while best[u][1]:
        out.append((u, best[u][1])); u = best[u][1]
    return out


def _hubs(network):  # type: ignore[no-untyped-def]
    from kg.network import nodes
    read = sum(n.read for n in nodes(network))
    return [n.iri for n in nodes(network) if len(network.pred[n.iri]) > max(5, 0.2 * read)]
