"""What the page knows besides the drawing: nodes, lines, citations and passages, as values that become JSON.

Nodes, lines and passages are numbered by their place in the sorted lists, so that the page carries no IRI twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from kg.network import Edge, Network, Node, Passage, edges, nodes
from kg.view.layout import Lane, Layout, Tick
from kg.view.legend import FAMILIES, KINDS, Family, KindStyle, RelationStyle, ordered

# The only place a page links to. Nothing that could end an attribute or leave the host.
_OFFICIAL = re.compile(r"https://undocs\.org/[A-Za-z0-9][A-Za-z0-9/().,_%~+-]*")


@dataclass(frozen=True, slots=True)
class PageNode:
    """A node as the panel and the search show it. `link` is the address of the official document, or None."""

    identity: str
    name: str
    kind: str
    organ: str | None
    date: str | None
    times_cited: int
    read: bool
    link: str | None


@dataclass(frozen=True, slots=True)
class PageCitation:
    """A citation in the panel. `mark` is where the quoted words stand in the text of passage `where`, in UTF-16 units.

    `mark` is None where the words cannot be found there; `where`, `footnote` and `called_in` are numbers of passages:
    a citation in a footnote says where the note is called, one that bears a footnote's mark shows the note;
    `order` is the place among all citations, in the order of the texts.
    """

    line: int
    order: int
    where: int | None
    quote: str
    mark: tuple[int, int] | None
    footnote: int | None
    called_in: tuple[int, ...]
    date: str | None
    part: str | None
    method: str | None
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Line:
    """What is drawn as one line: all citations of one thing by one document under one relation."""

    citing: int
    cited: int
    relation: str
    count: int
    rank: int


@dataclass(frozen=True, slots=True)
class PassageText:
    """The label and text of a paragraph or footnote."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class PageData:
    """Everything the page's script reads."""

    title: str
    focus: int | None
    nodes: tuple[PageNode, ...]
    lines: tuple[Line, ...]
    citations: tuple[PageCitation, ...]
    passages: tuple[PassageText, ...]
    kinds: tuple[KindStyle, ...]
    relations: tuple[RelationStyle, ...]
    families: tuple[Family, ...]
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    width: float
    height: float


def page_data(network: Network, layout: Layout, *, title: str, focus: str | None) -> PageData:
    """The data of a page; `focus` is the key of a node of the network or None."""
    listed = nodes(network)
    number = {each.iri: position for position, each in enumerate(listed)}
    order = {edge.iri: position for position, edge in enumerate(edges(network))}
    citations = sorted(edges(network), key=lambda edge: (_ends(edge), order[edge.iri]))
    passages = _Passages()
    return PageData(
        title=title,
        focus=number[focus] if focus else None,
        nodes=tuple(_node(each) for each in listed),
        lines=_lines(citations, number),
        citations=tuple(_citations(citations, order, passages)),
        passages=tuple(PassageText(each.label, each.text) for each in passages.numbers),
        kinds=tuple(style for style in KINDS if any(each.kind is style.kind for each in listed)),
        relations=tuple(ordered({edge.relation for edge in citations})),
        families=FAMILIES,
        lanes=layout.lanes,
        ticks=layout.ticks,
        width=layout.width,
        height=layout.height,
    )


class _Passages:
    """Numbers for passages, in the order in which they are first needed."""

    def __init__(self) -> None:
        self.numbers: dict[Passage, int] = {}

    def number(self, passage: Passage) -> int:
        return self.numbers.setdefault(passage, len(self.numbers))


def _ends(edge: Edge) -> tuple[str, str, str]:
    return edge.citing, edge.cited, edge.relation


def _lines(citations: list[Edge], number: dict[str, int]) -> tuple[Line, ...]:
    """One line for each citing, cited and relation; `rank` tells parallel lines apart."""
    found: list[Line] = []
    for (citing, cited, relation), members in groupby(citations, key=_ends):
        ends = (number[citing], number[cited])
        rank = found[-1].rank + 1 if found and (found[-1].citing, found[-1].cited) == ends else 0
        found.append(Line(*ends, relation, sum(1 for _ in members), rank))
    return tuple(found)


def _citations(citations: list[Edge], order: dict[str, int], passages: _Passages) -> Iterator[PageCitation]:
    for line, (_, members) in enumerate(groupby(citations, key=_ends)):
        for edge in members:
            yield _citation(edge, line, order[edge.iri], passages)


def _citation(edge: Edge, line: int, order: int, passages: _Passages) -> PageCitation:
    in_note = edge.footnote is not None and edge.footnote == edge.where
    return PageCitation(
        line=line,
        order=order,
        where=passages.number(edge.where) if edge.where else None,
        quote=edge.quote,
        mark=_mark(edge),
        footnote=passages.number(edge.footnote) if edge.footnote and not in_note else None,
        called_in=tuple(map(passages.number, edge.called_in)) if in_note else (),
        date=edge.date,
        part=edge.part,
        method=edge.method,
        confidence=edge.confidence,
    )


def _mark(edge: Edge) -> tuple[int, int] | None:
    """Where the quoted words stand: by the offsets if the graph has both, else the first place that has the words."""
    if not edge.where or not edge.quote:
        return None
    text = edge.where.text
    start = (edge.start or 0) - edge.where.start if edge.where.start is not None else -1
    if start < 0 or not text.startswith(edge.quote, start):
        start = text.find(edge.quote)
    return (_units(text[:start]), _units(text[: start + len(edge.quote)])) if start >= 0 else None


def _units(text: str) -> int:
    """The length in UTF-16 code units, which is how JavaScript counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _node(node: Node) -> PageNode:
    return PageNode(
        identity=node.identity,
        name=node.label,
        kind=str(node.kind),
        organ=node.organ,
        date=node.date,
        times_cited=node.times_cited,
        read=node.read,
        link=node.iri if _OFFICIAL.fullmatch(node.iri) else None,
    )
