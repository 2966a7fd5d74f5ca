"""What the page draws: nodes, lines, lanes and legend, as values that become JSON.

The format, which the modules of `web/` read (`web/types.d.ts` has it as types):

`<script id="data">` holds one JSON object with the fields of `PageData`. A node is the number of its place in `nodes`,
a line that of its place in `lines`; both are sorted (identity; citing, cited, relation), so no IRI stands in it twice.
`nodes` and `lines` come as an object of lists, one for each field of `PageNode` and `Line` (`{"identity": [...],
"name": [...], ...}`); everything else is as the dataclasses say, tuples as lists. Lengths are pixels at scale 1.

    title         the heading
    focus         the node to open at, or null
    tight         whether labels have no room of their own: they show as far as there is any
    nodes         see PageNode
    lines         see Line
    arrangements  ways to place the nodes, the first is the one to open with, see PageArrangement
    communities   {caption, size, rest} by number; `rest` is the one made of what belongs to none
    path          the main path: [citing, cited], ...
    hubs          nodes that nearly everything cites, to be folded away
    kinds         {kind, caption, shape}: what the legend shows, in its order
    relations     {relation, caption, family, dashes}
    families      {name, caption}: relations of one colour

Colours are not in it: `web/theme.css` has them (`--kind-*`, `--community-*`, `--family-*`), light and dark.

`<script id="texts">` holds what the panel quotes: base64 of the gzip of a JSON object with the fields of
`page_texts.PageTexts`, rows as lists by field. It is most of a page, and nothing needs it before the first click.

`<script id="drawing">` is for vis-network alone: nodes and edges as pyvis gives them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from kg.network import Edge, Network, Node, edges, nodes
from kg.view.address import Link, address, official
from kg.view.arrange import arrangements, is_tight, radius
from kg.view.labels import labels
from kg.view.layout import Lane
from kg.view.legend import FAMILIES, KINDS, Family, KindStyle, RelationStyle, ordered
from kg.view.reduction import reduced
from kg.view.structure import Community, Structure, structure
from kg.view.timeline import Tick, year


@dataclass(frozen=True, slots=True)
class Links:
    """Where the links of a node lead: a page about it, one of its neighbourhood, one with its text if it was read."""

    page: Link | None = None
    around: Link | None = None
    reader: Link | None = None


@dataclass(frozen=True, slots=True)
class PageNode:
    """A node as it is drawn, searched and described.

    `label` are the lines to write under it, `radius` that of its mark, `community` a number. `link` is the address of
    the official document; `around`, `page` and `reader` are other pages, see `Links`; each is None where there is none.
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
    reader: str | None


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


def page_data(network: Network, *, title: str, focus: str | None, links: Links | None = None) -> PageData:
    """The data of a page; `focus` is the key of a node of the network or None."""
    listed = nodes(network)
    known = structure(network, listed)
    texts = labels(listed)
    number = {each.iri: position for position, each in enumerate(listed)}
    found = drawn_lines(edges(network))
    return PageData(
        title=title,
        focus=number[focus] if focus else None,
        tight=is_tight(listed),
        nodes=tuple(_node(each, texts[each.iri], known, links or Links(), tight=is_tight(listed)) for each in listed),
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
    network: Network, listed: Sequence[Node], known: Structure, texts: dict[str, str]
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


def _node(node: Node, label: str, known: Structure, links: Links, *, tight: bool) -> PageNode:
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
        link=official(node),
        around=address(links.around, node),
        page=address(links.page, node),
        reader=address(links.reader, node) if node.read else None,
    )
