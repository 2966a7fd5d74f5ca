"""What the page draws: nodes, lines, lanes and legend, as values that become JSON.

Nodes and lines are numbered by their place in the sorted lists, so that the page carries no IRI twice. The paragraphs
that the panel shows are in `page_texts`: they are most of a page and nothing needs them before the first click.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from kg.network import Edge, Network, Node, edges, nodes
from kg.view.arrange import arrangements, is_tight, radius
from kg.view.field import Community, Field, field
from kg.view.labels import labels
from kg.view.layout import Lane
from kg.view.legend import FAMILIES, KINDS, Family, KindStyle, RelationStyle, ordered
from kg.view.reduction import reduced
from kg.view.timeline import Tick, year

# The only place a page links to by itself. Nothing that could end an attribute or leave the host.
_OFFICIAL = re.compile(r"https://undocs\.org/[A-Za-z0-9][A-Za-z0-9/().,_%~+-]*")

Address = Callable[[Node], str | None]
"""Where the pages of an application show a node; None for a node that it has no page for."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """The pages of an application around this one: a node's neighbourhood, its instrument page or text.

    Both give a path on the same server, which begins with one `/`; anything else is left out of the page.
    """

    neighbourhood: Address = lambda node: None
    instrument: Address = lambda node: None


@dataclass(frozen=True, slots=True)
class PageNode:
    """A node as it is drawn, searched and described.

    `community` is a number; `link` the address of the official document, or None; `around` and `page` are those of the
    application, see `Addresses`.
    """

    identity: str
    name: str
    label: str
    kind: str
    organ: str | None
    date: str | None
    times_cited: int
    read: bool
    radius: float
    community: int
    link: str | None
    around: str | None
    page: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """What is drawn as one line: all citations of one thing by one document under one relation.

    `rank` tells parallel lines apart; `telling` says that no longer chain replaces the line.
    """

    citing: int
    cited: int
    relation: str
    count: int
    rank: int
    telling: bool


@dataclass(frozen=True, slots=True)
class PageLane:
    """A lane with its caption."""

    caption: str
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PageArrangement:
    """Where everything stands: `xs` and `ys` in the order of the nodes, lanes, years; see `layout.Layout`."""

    name: str
    caption: str
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    lanes: tuple[PageLane, ...]
    ticks: tuple[Tick, ...]
    undated: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PageData:
    """Everything the page draws. `path` are the steps of the main path, `hubs` what can be folded away, as numbers."""

    title: str
    focus: int | None
    tight: bool
    nodes: tuple[PageNode, ...]
    lines: tuple[Line, ...]
    arrangements: tuple[PageArrangement, ...]
    communities: tuple[Community, ...]
    path: tuple[tuple[int, int], ...]
    hubs: tuple[int, ...]
    kinds: tuple[KindStyle, ...]
    relations: tuple[RelationStyle, ...]
    families: tuple[Family, ...]


def page_data(network: Network, *, title: str, focus: str | None, addresses: Addresses | None = None) -> PageData:
    """The data of a page; `focus` is the key of a node of the network or None."""
    listed = nodes(network)
    known = field(network, listed)
    texts = labels(listed)
    number = {each.iri: position for position, each in enumerate(listed)}
    found = drawn_lines(edges(network))
    where = addresses or Addresses()
    return PageData(
        title=title,
        focus=number[focus] if focus else None,
        tight=is_tight(listed),
        nodes=tuple(_node(each, texts[each.iri], known, where, tight=is_tight(listed)) for each in listed),
        lines=_lines(found, number, [year(each.date) for each in listed]),
        arrangements=_arrangements(network, listed, known, texts),
        communities=known.communities,
        path=tuple((number[citing], number[cited]) for citing, cited in known.path),
        hubs=tuple(sorted(number[iri] for iri in known.hubs)),
        kinds=tuple(style for style in KINDS if any(each.kind is style.kind for each in listed)),
        relations=tuple(ordered({relation for _, _, relation in found})),
        families=FAMILIES,
    )


def drawn_lines(citations: Sequence[Edge]) -> dict[tuple[str, str, str], list[Edge]]:
    """The citations of each line (citing, cited, relation), lines in their order, citations in that of the text."""
    ends = attrgetter("citing", "cited", "relation")
    return {key: list(members) for key, members in groupby(sorted(citations, key=ends), key=ends)}


def _lines(
    found: dict[tuple[str, str, str], list[Edge]], number: dict[str, int], times: Sequence[float | None]
) -> tuple[Line, ...]:
    kept = reduced(((number[citing], number[cited]) for citing, cited, _ in found), times)
    lines: list[Line] = []
    for (citing, cited, relation), members in found.items():
        ends = (number[citing], number[cited])
        rank = lines[-1].rank + 1 if lines and (lines[-1].citing, lines[-1].cited) == ends else 0
        lines.append(Line(*ends, relation, len(members), rank, ends in kept))
    return tuple(lines)


def _arrangements(
    network: Network, listed: Sequence[Node], known: Field, texts: dict[str, str]
) -> tuple[PageArrangement, ...]:
    return tuple(
        PageArrangement(
            name=each.name,
            caption=each.caption,
            xs=tuple(place.x for place in each.layout.places),
            ys=tuple(place.y for place in each.layout.places),
            lanes=tuple(_lane(lane, each.lanes) for lane in each.layout.lanes),
            ticks=each.layout.ticks,
            undated=each.layout.undated,
            width=each.layout.width,
            height=each.layout.height,
        )
        for each in arrangements(network, listed, known, texts)
    )


def _lane(lane: Lane, captions: Sequence[str]) -> PageLane:
    return PageLane(captions[lane.number], lane.top, lane.bottom)


def _node(node: Node, label: str, known: Field, addresses: Addresses, *, tight: bool) -> PageNode:
    return PageNode(
        identity=node.identity,
        name=node.label,
        label=label,
        kind=str(node.kind),
        organ=node.organ,
        date=node.date,
        times_cited=node.times_cited,
        read=node.read,
        radius=radius(node, tight=tight),
        community=known.community_of[node.iri],
        link=node.iri if _OFFICIAL.fullmatch(node.iri) else None,
        around=_local(addresses.neighbourhood(node)),
        page=_local(addresses.instrument(node)),
    )


def _local(path: str | None) -> str | None:
    """A path on the server that the page came from, or None."""
    return path if path and re.fullmatch(r"/(?![/\\])[^\s\\]*", path) else None
