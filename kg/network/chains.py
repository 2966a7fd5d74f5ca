"""Citation chains: how one instrument leads to another, and everything that stands behind one, back in time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

import networkx as nx

from kg.errors import NetworkError
from kg.model import Kind
from kg.network.dated import backward
from kg.network.elements import Network, find, node

MAX_CHAINS = 1000
_UNDATED = "9999"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a chain: the relations under which `citing` cites `cited` and the places where it does.

    `citing` and `cited` are identities, the dates ISO dates or None.
    """

    citing: str
    cited: str
    citing_date: str | None
    cited_date: str | None
    relations: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """A way from a citing document to something it cites, directly or through others."""

    steps: tuple[Step, ...]

    @property
    def identities(self) -> tuple[str, ...]:
        """What stands on the way, both ends included."""
        return (*(step.citing for step in self.steps), self.steps[-1].cited)

    @property
    def dated(self) -> bool:
        """Whether all dates are known and no step goes forward in time."""
        return all(step.citing_date and step.cited_date and step.cited_date <= step.citing_date for step in self.steps)


@dataclass(frozen=True, slots=True)
class Ancestor:
    """Something that a document rests on, `depth` citations back; `through` are the documents that lead to it."""

    identity: str
    label: str
    kind: Kind
    date: str | None
    depth: int
    through: tuple[str, ...]


def shortest_chains(network: Network, citing: str, cited: str) -> list[Chain]:
    """All shortest chains from `citing` to `cited` (IRIs, identities or labels), oldest way first; [] if there is none.

    Raises NetworkError if a node is unknown or both are the same.
    """
    start, end = _ends(network, citing, cited)
    if not nx.has_path(network, start, end):
        return []
    # A MultiDiGraph would give a path once for each parallel citation.
    return _chains(network, nx.all_shortest_paths(nx.DiGraph(network), start, end))


def chains(network: Network, citing: str, cited: str, longest: int = 4, at_most: int = MAX_CHAINS) -> list[Chain]:
    """All chains of at most `longest` citations from `citing` to `cited`, shortest first, then oldest way first.

    Their number grows without bound with `longest`, so the search stops after `at_most` chains.
    Raises NetworkError if a node is unknown or both are the same, or `longest` is less than 1.
    """
    return _all(network, network.edges(), _ends(network, citing, cited), longest, at_most)


def dated_chains(network: Network, citing: str, cited: str, longest: int = 4, at_most: int = MAX_CHAINS) -> list[Chain]:
    """Those of `chains` whose every step is known to lead to something older, which are a story told in time.

    The others are not searched at all, so that `at_most` is a number of dated chains. Raises NetworkError as `chains`.
    """
    back = ((younger, older) for younger, olders in backward(network).items() for older in olders)
    return _all(network, back, _ends(network, citing, cited), longest, at_most)


def ancestors(network: Network, name: str, depth: int | None = None) -> list[Ancestor]:
    """Everything a document cites, what that cites, and so on back: by depth, then oldest first.

    `depth` bounds the number of citations back. Bodies are left out: they are no link back in time.
    Raises NetworkError if the node is unknown.
    """
    start = find(network, name)
    depths = nx.single_source_shortest_path_length(network, start, cutoff=depth)
    found = [_ancestor(network, iri, depths) for iri in depths if iri != start]
    return sorted(
        (each for each in found if each.kind is not Kind.BODY),
        key=lambda each: (each.depth, each.date or _UNDATED, each.identity),
    )


def _ends(network: Network, citing: str, cited: str) -> tuple[str, str]:
    start, end = find(network, citing), find(network, cited)
    if start == end:
        raise NetworkError(f"a chain needs two different ends, not {citing!r} twice")
    return start, end


def _all(
    network: Network, links: Iterable[tuple[str, str]], ends: tuple[str, str], longest: int, at_most: int
) -> list[Chain]:
    if longest < 1:
        raise NetworkError(f"a chain has at least one citation, not {longest}")
    graph: nx.DiGraph[str] = nx.DiGraph(links)
    start, end = ends
    if start not in graph or end not in graph or not nx.has_path(graph, start, end):
        return []
    # What lies on any way from start to end: keeps the search for paths out of dead ends.
    between = graph.subgraph((nx.descendants(graph, start) | {start}) & (nx.ancestors(graph, end) | {end}))
    return _chains(network, islice(nx.all_simple_paths(between, start, end, cutoff=longest), at_most))


def _chains(network: Network, paths: Iterable[list[str]]) -> list[Chain]:
    found = [Chain(tuple(_step(network, a, b) for a, b in pairwise(path))) for path in paths]
    return sorted(found, key=lambda chain: (len(chain.steps), tuple(_dates(chain)), chain.identities))


def _dates(chain: Chain) -> Iterator[str]:
    return (step.cited_date or _UNDATED for step in chain.steps)


def _step(network: Network, citing: str, cited: str) -> Step:
    a, b = node(network, citing), node(network, cited)
    citations = sorted(network[citing][cited].values(), key=lambda each: each["start"] or 0)
    places = [each["where"].label for each in citations if each["where"]]
    relations = [str(each["relation"]) for each in citations]
    return Step(a.identity, b.identity, a.date, b.date, tuple(dict.fromkeys(relations)), tuple(dict.fromkeys(places)))


def _ancestor(network: Network, iri: str, depths: dict[str, int]) -> Ancestor:
    this = node(network, iri)
    through = {each for each in network.predecessors(iri) if depths.get(each) == depths[iri] - 1}
    identities = sorted(node(network, each).identity for each in through)
    return Ancestor(this.identity, this.label, this.kind, this.date, depths[iri], tuple(identities))
