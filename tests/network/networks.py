"""Networks made by hand or by chance, for the tests of the measures."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx
from hypothesis import strategies as st

from kg.model import Kind
from kg.network import Edge, Network, Node
from kg.network.elements import add_edge, add_node

UN = "https://undocs.org/"


def text(
    symbol: str, date: str | None = None, title: str = "", *, kind: Kind = Kind.RESOLUTION, read: bool = True
) -> Node:
    """A document by its symbol."""
    return Node(UN + symbol, symbol, title, kind, None, date, 0, read)


def citation(citing: Node, cited: Node, number: int, relation: str = "recalls", date: str | None = None) -> Edge:
    """A citation, `number` characters into the text."""
    iri = f"{citing.iri}#cite-{number}"
    return Edge(iri, citing.iri, cited.iri, relation, None, cited.identity, number, None, (), date, None, None, None)


def network_of(nodes: Iterable[Node], citations: Iterable[Edge]) -> Network:
    """The network of these."""
    network = Network()
    for node in nodes:
        add_node(network, node)
    for edge in citations:
        add_edge(network, edge)
    return network


def linked(size: int, links: Iterable[tuple[int, int]], *, undated: Iterable[int] = ()) -> Network:
    """Resolutions 1 to `size`, each a year younger than the one before, with these links, in the order given."""
    without = set(undated)
    texts = [text(f"A/RES/{n + 40}/1", None if n in without else f"{1985 + n}-12-01") for n in range(1, size + 1)]
    return network_of(texts, [citation(texts[a - 1], texts[b - 1], n) for n, (a, b) in enumerate(links)])


def plain(network: Network) -> nx.DiGraph[str]:
    """The same links without parallels and without what cites itself, as networkx takes them."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(network)
    graph.add_edges_from((citing, cited) for citing, cited in network.edges() if citing != cited)
    return graph


@st.composite
def networks(draw: st.DrawFn, largest: int = 8, *, back: bool = False) -> Network:
    """Any small network, with parallel citations, and with circles unless all citations go `back` in time."""
    size = draw(st.integers(1, largest))
    ends = st.tuples(st.integers(1, size), st.integers(1, size))
    if back:
        ends = ends.filter(lambda pair: pair[0] > pair[1])
    links = draw(st.lists(ends, max_size=3 * size)) if size > 1 else []
    return linked(size, links)
