"""What would be orphaned if one instrument were set aside.

Two losses spread from it, step by step: what nothing else cites, and what cites nothing else. A thing is lost if every
one of its links leads to something lost; where no citations go in a circle, these are the things that the instrument
dominates (Lengauer, Tarjan (1979), "A fast algorithm for finding dominators in a flowgraph", ACM TOPLAS 1).
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.model import Kind
from kg.network.elements import Network, find, node


class Loss(StrEnum):
    """What a thing would lose: every document that cites it, or everything that it cites."""

    UNCITED = "cited by nothing else"
    BASELESS = "cites nothing else"


@dataclass(frozen=True, slots=True)
class Orphan:
    """Something that hangs on the instrument set aside alone, `depth` citations away from it."""

    identity: str
    label: str
    kind: Kind
    date: str | None
    loss: Loss
    depth: int
    iri: str


def orphans(network: Network, name: str) -> list[Orphan]:
    """What would no longer be cited, and what would have nothing left that it cites, without one instrument.

    By loss, then depth, then date. Bodies are neither lost nor a basis. What stands in the network only as cited is
    not said to be without basis, for what it cites is unknown. Raises NetworkError if the node is unknown.
    """
    start = find(network, name)
    losses = {
        Loss.UNCITED: _lost(start, network.succ, lambda iri: len(network.pred[iri].keys() - {iri})),
        Loss.BASELESS: _lost(start, network.pred, lambda iri: len(_basis(network, iri))),
    }
    rows = [
        Orphan(this.identity, this.label, this.kind, this.date, loss, depth, this.iri)
        for loss, depths in losses.items()
        for this, depth in ((node(network, iri), depth) for iri, depth in depths.items() if iri != start)
        if this.kind is not Kind.BODY
    ]
    return sorted(rows, key=lambda row: (row.loss is Loss.BASELESS, row.depth, row.date or "9999", row.identity))


def _lost(start: str, onward: Mapping[str, Iterable[str]], holds: Callable[[str], int]) -> dict[str, int]:
    """What is lost with the start and how far off; `holds` is the number of things of which a thing needs one."""
    depths = {start: 0}
    needed: dict[str, int] = {}
    fallen: Counter[str] = Counter()
    queue = deque([start])
    while queue:
        each = queue.popleft()
        for other in onward[each]:
            fallen[other] += other != each
            if other not in needed:
                needed[other] = holds(other)
            if other not in depths and fallen[other] == needed[other]:
                depths[other] = depths[each] + 1
                queue.append(other)
    return depths


def _basis(network: Network, iri: str) -> list[str]:
    return [cited for cited in network.succ[iri] if cited != iri and network.nodes[cited]["kind"] != Kind.BODY]
