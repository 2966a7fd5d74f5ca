"""What the citation network is made of: nodes (documents, instruments, bodies) and edges (citations).

The network is a `networkx.MultiDiGraph`. A node's key is its IRI, an edge's key the IRI of the citation, and the
attributes of both are the other fields of `Node` and `Edge`, so `network.nodes[iri]["date"]` works as in any networkx
graph; `node`, `nodes` and `edges` give the same with types.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx

from kg.errors import NetworkError, QueryError
from kg.model import Kind
from kg.query.parameters import Type, convert
from kg.symbols import Scheme

if TYPE_CHECKING:
    Network: TypeAlias = nx.MultiDiGraph[str]
else:
    Network = nx.MultiDiGraph

MAX_SUGGESTIONS = 3


@dataclass(frozen=True, slots=True)
class Node:
    """A document, instrument or body of the network.

    `identity` is the canonical symbol or the slug; `label` the title or name, "" if the graph has none; `organ` the
    name of the adopting body; `date` an ISO date, perhaps only a year; `times_cited` counts citations in the whole
    graph the network was built from; `read` says whether the text was read or the thing is only known as cited.
    `agenda` is the title of the agenda item, "" if unknown. `subjects` are the names of the concepts a document is
    filed under, `languages` the codes of the texts read of it.
    """

    iri: str
    identity: str
    label: str
    kind: Kind
    organ: str | None
    date: str | None
    times_cited: int
    read: bool
    agenda: str = ""
    subjects: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The title or name, else the agenda item, which is what resolutions of the Security Council go by."""
        return self.label or self.agenda

    @property
    def year(self) -> int | None:
        """The year of the date, or None."""
        return int(self.date[:4]) if self.date and self.date[:4].isdecimal() else None


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or a footnote: its label (`PP3`, `OP10(a)`, `FN6`) and its text.

    `start` is where the text starts in the document. `text` is "" and `start` None where the graph does not hold them.
    """

    label: str
    text: str
    start: int | None


@dataclass(frozen=True, slots=True)
class Edge:
    """A citation: `citing` cites `cited` under `relation`, by the words `quote` at the passage `where`.

    `start` is the offset of the words in the document's text. `footnote` is the note that holds the words or hangs on
    them; `called_in` are the paragraphs that bear the note's mark. `date` is the printed date, `part` a part of the
    cited thing ("annex II").
    """

    iri: str
    citing: str
    cited: str
    relation: str
    where: Passage | None
    quote: str
    start: int | None
    footnote: Passage | None
    called_in: tuple[Passage, ...]
    date: str | None
    part: str | None
    method: str | None
    confidence: float | None

    def place(self) -> str:
        """The label of the paragraph or footnote that holds the words, "" if unknown."""
        return self.where.label if self.where else ""


_NODE_ATTRIBUTES = tuple(field.name for field in fields(Node) if field.name != "iri")
_EDGE_ATTRIBUTES = tuple(field.name for field in fields(Edge) if field.name not in {"iri", "citing", "cited"})


def add_node(network: Network, node: Node) -> None:
    """Put a node into the network, its fields as attributes."""
    network.add_node(node.iri, **{name: getattr(node, name) for name in _NODE_ATTRIBUTES})


def add_edge(network: Network, edge: Edge) -> None:
    """Put a citation into the network, its fields as attributes. Both ends must be there."""
    attributes = {name: getattr(edge, name) for name in _EDGE_ATTRIBUTES}
    network.add_edge(edge.citing, edge.cited, key=edge.iri, **attributes)


def node(network: Network, iri: str) -> Node:
    """The node with this key."""
    attributes = network.nodes[iri]
    return Node(iri, *(attributes[name] for name in _NODE_ATTRIBUTES))


def nodes(network: Network) -> list[Node]:
    """All nodes, by identity."""
    return sorted((node(network, iri) for iri in network), key=lambda each: (each.identity, each.iri))


def edges(network: Network) -> list[Edge]:
    """All citations, by citing document and then in the order of its text."""
    return sorted(_edges(network), key=lambda each: (each.citing, each.start or 0, each.iri))


def _edges(network: Network) -> Iterator[Edge]:
    for citing, cited, iri, attributes in network.edges(keys=True, data=True):
        yield Edge(str(iri), citing, cited, *(attributes[name] for name in _EDGE_ATTRIBUTES))


def find(network: Network, name: str) -> str:
    """The key of the node with this IRI, printed number ("62/209"), name, identity or label (case does not matter).

    What `kg query` understands goes first, so that a name means the same everywhere. Raises NetworkError with the
    nearest names if there is none, or with the choices if a label names several.
    """
    if name in network:
        return name
    if (known := by_name(name)) in network:
        return known
    wanted = name.strip().casefold()
    names = [(each.iri, each.identity, each.label) for each in nodes(network)]
    for found in ([iri for iri, identity, _ in names if identity.casefold() == wanted], _labelled(names, wanted)):
        if len(found) == 1:
            return found[0]
        if found:
            raise NetworkError(f"{name!r} names several nodes: {', '.join(found)}")
    raise NetworkError(f"no node {name!r} in the network{_suggestion(wanted, names)}")


def by_name(name: str) -> str:
    """The IRI of what a symbol, a printed number or a name means to people, as `kg query` takes it; "" if nothing."""
    try:
        return convert(Type.SYMBOL, name, Scheme()).value
    except QueryError:
        return ""


def _labelled(names: list[tuple[str, str, str]], wanted: str) -> list[str]:
    return [iri for iri, _, label in names if label and label.casefold() == wanted]


def _suggestion(wanted: str, names: list[tuple[str, str, str]]) -> str:
    candidates = {text.casefold(): text for _, identity, label in names for text in (label, identity) if text}
    near = get_close_matches(wanted, list(candidates), n=MAX_SUGGESTIONS, cutoff=0.5)
    return f"; did you mean {', '.join(candidates[key] for key in near)}?" if near else ""


def neighbourhood(network: Network, name: str, depth: int = 1) -> Network:
    """The part of the network within `depth` citations of a node, in either direction, with all citations among it.

    Bodies are reached but not passed through: nearly everything names the General Assembly. Raises NetworkError if the
    node is unknown.
    """
    start = find(network, name)
    reach = last = {start}
    for _ in range(depth):
        passed = [iri for iri in last if iri == start or network.nodes[iri]["kind"] is not Kind.BODY]
        last = {other for iri in passed for other in nx.all_neighbors(network, iri)} - reach
        reach = reach | last
    part = Network()
    for iri in network:
        if iri in reach:
            add_node(part, node(network, iri))
    for edge in edges(network):
        if edge.citing in reach and edge.cited in reach:
            add_edge(part, edge)
    return part
