"""Nodes of the network -> boxes for the layout: which lane, which date, how large."""

from __future__ import annotations

from datetime import date
from math import sqrt

from kg.model import Kind
from kg.network import Network, Node, nodes
from kg.view.labels import height, labels, width
from kg.view.layout import Box, Layout, layout

RESOLUTIONS, REPORTS, PLANS = "Resolutions and decisions", "Reports and publications", "Plans, declarations, treaties"
READ, BODIES = "Texts that were read", "Bodies"
LANES = {
    RESOLUTIONS: "Undated resolutions and decisions",
    REPORTS: "Undated reports and publications",
    PLANS: "Undated plans, declarations, treaties",
    # What was read stands next to what has no date, so that few lines cross the time line.
    READ: "Undated texts that were read",
    BODIES: BODIES,
}
_LANE_OF = {
    Kind.RESOLUTION: RESOLUTIONS,
    Kind.DECISION: RESOLUTIONS,
    Kind.DOCUMENT: REPORTS,
    Kind.PUBLICATION: REPORTS,
    Kind.BODY: BODIES,
}
_SMALLEST, _LARGEST, _SMALLEST_READ = 9.0, 26.0, 15.0


def arrange(network: Network) -> Layout:
    """The layout of all nodes, its places in the order of `nodes(network)`; keys are IRIs."""
    times = {each.iri: time(each.date) for each in nodes(network)}
    texts = labels(nodes(network))
    return layout([_box(network, each, times, texts[each.iri]) for each in nodes(network)], LANES)


def radius(node: Node) -> float:
    """The radius of a node's mark in pixels: its area grows with the number of citations."""
    grown = _SMALLEST + 3.5 * sqrt(max(0, node.times_cited - 1))
    return round(min(_LARGEST, max(grown, _SMALLEST_READ if node.read else _SMALLEST)), 1)


def time(iso: str | None) -> float | None:
    """An ISO date as a year with fraction; a year alone stands in its middle; None for what is no date."""
    if not iso or not iso[:4].isdecimal():
        return None
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return int(iso[:4]) + 0.5
    return round(day.year + (day.timetuple().tm_yday - 1) / 366, 4)


def _box(network: Network, node: Node, times: dict[str, float | None], text: str) -> Box:
    near = [when for each in sorted(network.pred[node.iri]) if (when := times[each]) is not None]
    return Box(
        key=node.iri,
        lane=READ if node.read else _LANE_OF.get(node.kind, PLANS),
        time=times[node.iri],
        radius=radius(node),
        width=width(text),
        height=height(text),
        pull=sum(near) / len(near) if near else None,
    )
