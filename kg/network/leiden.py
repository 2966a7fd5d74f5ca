"""The Leiden method: communities within which more links run than chance would have it, each connected in itself.

Traag, Waltman, van Eck (2019), "From Louvain to Leiden: guaranteeing well-connected communities", Scientific Reports 9,
on the modularity of Newman, Girvan (2004) with the resolution of Reichardt, Bornholdt (2006). Where the paper draws
lots (the order of nodes, the merges of the refinement) this takes the order of the nodes and the best merge, so that
the same links always give the same communities, on every machine.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

Neighbours: TypeAlias = list[dict[int, int]]
"""For each node the weight of its links to others; each link stands at both ends, none leads to itself."""


@dataclass(slots=True)
class _Level:
    """A network of nodes that may stand for many; `degrees` count links within a node too, `total` is their sum."""

    neighbours: Neighbours
    degrees: list[int]
    total: int
    resolution: float

    def gain(self, weight: int, degree: int, others: int) -> float:
        """What joining a community of so great a degree by links of such weight is worth, times the sum of degrees."""
        return weight * self.total - self.resolution * degree * others


def leiden(neighbours: Neighbours, resolution: float = 1.0) -> list[int]:
    """The community of each node, numbered by the first node of each; links of all weights 1 or more."""
    degrees = [sum(each.values()) for each in neighbours]
    level = _Level(neighbours, degrees, sum(degrees), resolution)
    place = list(range(len(neighbours)))  # of each node, the node of this level that stands for it
    community = list(range(len(neighbours)))
    while True:
        community = _move(level, community)
        if len(set(community)) == len(community):
            return _numbered([community[each] for each in place])
        parts = _numbered(_refine(level, community))
        whole = dict(zip(parts, community, strict=True))
        level = _merged(level, parts)
        place = [parts[each] for each in place]
        community = _numbered([whole[part] for part in range(len(level.degrees))])


def _move(level: _Level, start: Sequence[int]) -> list[int]:
    """Move nodes to the community that gains most, until none gains; a node that was moved stirs its neighbours."""
    community = list(start)
    size = len(community)
    degree_of = [0] * size
    members = [0] * size
    for node, own in enumerate(community):
        degree_of[own] += level.degrees[node]
        members[own] += 1
    empty = [each for each in range(size - 1, -1, -1) if not members[each]]
    queue, waiting = deque(range(size)), [True] * size
    while queue:
        node = queue.popleft()
        waiting[node] = False
        own, degree = community[node], level.degrees[node]
        degree_of[own] -= degree
        members[own] -= 1
        best = _best(level, node, community, degree_of, own)
        if best is None:  # better alone
            best = own if not members[own] else empty.pop()
        degree_of[best] += degree
        members[best] += 1
        if best != own:
            community[node] = best
            if not members[own]:
                empty.append(own)
            for other in level.neighbours[node]:
                if not waiting[other] and community[other] != best:
                    waiting[other] = True
                    queue.append(other)
    return community


def _best(level: _Level, node: int, community: Sequence[int], degree_of: Sequence[int], own: int) -> int | None:
    """The community around a node that gains most: its own if none gains more, None if every one would lose."""
    weights = _weights(level.neighbours[node], community)
    total, share = level.total, level.resolution * level.degrees[node]
    best, most = own, weights.get(own, 0) * total - share * degree_of[own]
    for other, weight in weights.items():
        gain = weight * total - share * degree_of[other]  # `level.gain`, where most of the time goes
        if gain > most or (gain == most and best != own and other < best):
            best, most = other, gain
    return best if most >= 0 else None


def _weights(neighbours: dict[int, int], community: Sequence[int]) -> dict[int, int]:
    """The weight of links to each community around."""
    weights: dict[int, int] = {}
    for other, weight in neighbours.items():
        there = community[other]
        weights[there] = weights.get(there, 0) + weight
    return weights


def _refine(level: _Level, community: Sequence[int]) -> list[int]:
    """Cut each community into parts that are well connected to the rest of it and in themselves."""
    size = len(community)
    whole = [0] * size
    for node, own in enumerate(community):
        whole[own] += level.degrees[node]
    inside = [
        {other: weight for other, weight in level.neighbours[node].items() if community[other] == community[node]}
        for node in range(size)
    ]
    part, alone = list(range(size)), [True] * size
    degree_of, outward = list(level.degrees), [sum(each.values()) for each in inside]
    for node in range(size):
        own = community[node]
        degree = level.degrees[node]
        if not alone[node] or level.gain(outward[node], degree, whole[own] - degree) < 0:
            continue
        best, most = node, 0.0
        weights = _weights(inside[node], part)
        for other, weight in weights.items():
            gain = level.gain(weight, degree, degree_of[other])
            connected = level.gain(outward[other], degree_of[other], whole[own] - degree_of[other]) >= 0
            if connected and (gain > most or (gain == most > 0 and other < best)):
                best, most = other, gain
        if best != node:
            part[node] = best
            alone[node] = alone[best] = False
            degree_of[best] += degree
            outward[best] += outward[node] - 2 * weights[best]
    return part


def _merged(level: _Level, parts: Sequence[int]) -> _Level:
    """The network with a node for each part."""
    count = max(parts) + 1
    neighbours: list[defaultdict[int, int]] = [defaultdict(int) for _ in range(count)]
    degrees = [0] * count
    for node, part in enumerate(parts):
        degrees[part] += level.degrees[node]
        for other, weight in level.neighbours[node].items():
            if parts[other] != part:
                neighbours[part][parts[other]] += weight
    return _Level([dict(each) for each in neighbours], degrees, level.total, level.resolution)


def _numbered(names: Sequence[int]) -> list[int]:
    """The same names as 0, 1, 2 … in the order in which they come first."""
    numbers: dict[int, int] = {}
    return [numbers.setdefault(name, len(numbers)) for name in names]
