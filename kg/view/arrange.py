"""Nodes of the network -> boxes for the layout: which lane, which date, how large; by communities or by kinds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from kg.model import Kind
from kg.network import Network, Node
from kg.view.labels import height, width
from kg.view.layout import GAP, Box, Layout, layout
from kg.view.structure import Structure
from kg.view.timeline import year

MOST_LABELLED = 60
"""Up to so many nodes every label has room under its mark; above that labels show as far as there is room."""

KIND_LANES = (
    "Texts that were read",
    "Resolutions and decisions",
    "Reports and publications",
    "Plans, declarations, treaties",
    "Bodies",
)
_LANE_OF = {
    Kind.RESOLUTION: 1,
    Kind.DECISION: 1,
    Kind.DOCUMENT: 2,
    Kind.PUBLICATION: 2,
    Kind.TREATY: 3,
    Kind.INSTRUMENT: 3,
    Kind.BODY: 4,
}
_SMALLEST, _LARGEST, _SMALLEST_READ = 9.0, 26.0, 15.0
_TIGHT_SMALLEST, _TIGHT_LARGEST, _TIGHT_GAP = 4.5, 14.0, 6.0


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A layout of all nodes, in their order, with the captions of its lanes by their number."""

    name: str
    caption: str
    lanes: tuple[str, ...]
    layout: Layout


def arrangements(
    network: Network, listed: Sequence[Node], known: Structure, texts: Mapping[str, str]
) -> list[Arrangement]:
    """The ways to arrange the nodes, the one that tells most first; `texts` are the labels by IRI.

    Communities come first where there are several; else there is a lane for each kind.
    """
    by_kind = {each.iri: 0 if each.read else _LANE_OF.get(each.kind, 3) for each in listed}
    kinds = Arrangement("kinds", "Kinds", KIND_LANES, _laid_out(network, listed, by_kind, texts, known))
    if len(known.communities) < 2:
        return [kinds]
    captions = tuple(each.caption for each in known.communities)
    lanes = _laid_out(network, listed, known.community_of, texts, known)
    return [Arrangement("communities", "Communities", captions, lanes), kinds]


def radius(node: Node, *, tight: bool = False) -> float:
    """The radius of a node's mark in pixels: its area grows with the number of citations; smaller in a tight layout."""
    smallest, largest = (_TIGHT_SMALLEST, _TIGHT_LARGEST) if tight else (_SMALLEST, _LARGEST)
    grown = smallest + (1.0 if tight else 3.5) * sqrt(max(0, node.times_cited - 1))
    least = _SMALLEST_READ if node.read and not tight else smallest
    return round(min(largest, max(grown, least)), 1)


def is_tight(listed: Sequence[Node]) -> bool:
    """Whether there are so many nodes that the layout has no room for every label."""
    return len(listed) > MOST_LABELLED


def _laid_out(
    network: Network, listed: Sequence[Node], lanes: Mapping[str, int], texts: Mapping[str, str], known: Structure
) -> Layout:
    times = {each.iri: year(each.date) for each in listed}
    on_path = {iri for pair in known.path for iri in pair}
    tight = is_tight(listed)
    undated = sum(when is None for when in times.values())
    boxes = [
        Box(
            key=each.iri,
            lane=lanes[each.iri],
            time=times[each.iri],
            radius=radius(each, tight=tight),
            **_room(texts[each.iri], tight=tight and (times[each.iri] is not None or undated > MOST_LABELLED)),
            pull=_pull(network, each.iri, times),
            first=each.iri in on_path,
            follows=_followed(network, each.iri, times, lanes),
        )
        for each in listed
    ]
    return layout(boxes, _TIGHT_GAP if tight else GAP)


def _room(text: str, *, tight: bool) -> dict[str, float]:
    return {"width": 0.0 if tight else width(text), "height": 0.0 if tight else height(text)}


def _pull(network: Network, iri: str, times: Mapping[str, float | None]) -> float | None:
    """The mean date of what cites a thing."""
    near = [when for each in network.pred[iri] if (when := times[each]) is not None]
    return sum(sorted(near)) / len(near) if near else None


def _followed(network: Network, iri: str, times: Mapping[str, float | None], lanes: Mapping[str, int]) -> str | None:
    """The youngest thing that a text cites in its own lane."""
    here = times[iri]
    if here is None:
        return None
    older = [
        (when, each)
        for each in network.succ[iri]
        if lanes[each] == lanes[iri] and (when := times[each]) is not None and when < here
    ]
    return max(older)[1] if older else None
