"""The citation network as GraphML and as GEXF: citations of one relation between the same two things are one edge.

Sources: GraphML (Brandes et al., GraphML Progress Report, 2001), written by networkx; GEXF 1.3 (gexf.net), written
here, for networkx gives the file the date of the day and attributes that the format's grammar does not have.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO

from lxml import etree

from kg.export.elements import Gathered, shown
from kg.export.parts import Part
from kg.export.xml import clean
from kg.network import Node

if TYPE_CHECKING:
    from networkx import MultiDiGraph

_NAMESPACE = "http://gexf.net/1.3"
_PLACES = 40
"""Paragraphs that an edge names; no document cites one thing under one relation in more."""

Value = str | int | bool
Attributes = dict[str, Value]

_NODE_TYPES = {
    "identity": "string",
    "title": "string",
    "kind": "string",
    "organ": "string",
    "date": "string",
    "year": "integer",
    "times_cited": "integer",
    "read": "boolean",
}
_EDGE_TYPES = {"relation": "string", "places": "string", "date": "string", "year": "integer"}


@dataclass(slots=True)
class _Edges:
    """Citations counted by their ends and relation, and the paragraphs that hold them."""

    counts: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    places: dict[tuple[str, str, str], dict[str, None]] = field(default_factory=dict)


def graphml(parts: Iterable[Part], out: BinaryIO) -> None:
    """GraphML. All nodes and edges are held while it is written."""
    import networkx as nx

    nodes, edges = _gather(parts)
    graph: MultiDiGraph[str] = nx.MultiDiGraph()
    for node in nodes:
        graph.add_node(node.iri, label=clean(shown(node)), **_of_node(node))
    dated = {node.iri: node for node in nodes}
    for (citing, cited, relation), weight, places in _sorted(edges):
        graph.add_edge(citing, cited, key=relation, weight=weight, **_of_edge(dated[citing], relation, places))
    nx.write_graphml_lxml(graph, out, prettyprint=True, named_key_ids=True)


def gexf(parts: Iterable[Part], out: BinaryIO) -> None:
    """GEXF 1.3, as Gephi opens it. Years are attributes; dates also put nodes and edges on Gephi's time line."""
    nodes, edges = _gather(parts)
    dated = {node.iri: node for node in nodes}
    with etree.xmlfile(out, encoding="utf-8") as file:
        file.write_declaration()
        with file.element("gexf", {"version": "1.3"}, nsmap={None: _NAMESPACE}):
            _line(file, etree.Element("meta"))
            settings = {"defaultedgetype": "directed", "mode": "dynamic", "timeformat": "date", "idtype": "string"}
            with file.element("graph", settings):
                _line(file, _declared("node", _NODE_TYPES))
                _line(file, _declared("edge", _EDGE_TYPES))
                with file.element("nodes", {"count": str(len(nodes))}):
                    for node in nodes:
                        _line(file, _node(node))
                with file.element("edges", {"count": str(len(edges.counts))}):
                    for number, (ends, weight, places) in enumerate(_sorted(edges)):
                        _line(file, _edge(number, ends, weight, _of_edge(dated[ends[0]], ends[2], places)))
    out.write(b"\n")


def _gather(parts: Iterable[Part]) -> tuple[list[Node], _Edges]:
    gathered, edges = Gathered(), _Edges()
    for part in parts:
        for each in gathered.add(part):
            if each.cited is not None:
                ends = (each.citing, each.cited, each.relation)
                edges.counts[ends] += 1
                edges.places.setdefault(ends, {})[each.paragraph] = None
    return list(gathered.nodes()), edges


def _sorted(edges: _Edges) -> Iterator[tuple[tuple[str, str, str], int, str]]:
    for ends in sorted(edges.counts):
        yield ends, edges.counts[ends], " ".join(list(edges.places[ends])[:_PLACES])


def _of_node(node: Node) -> Attributes:
    found: dict[str, Value | None] = {
        "identity": clean(node.identity),
        "title": clean(node.label) or None,
        "kind": node.kind.value,
        "organ": clean(node.organ) if node.organ else None,
        "date": node.date,
        "year": node.year,
        "times_cited": node.times_cited,
        "read": node.read,
    }
    return {name: value for name, value in found.items() if value is not None}


def _of_edge(citing: Node, relation: str, places: str) -> Attributes:
    dated: Attributes = {} if citing.date is None else {"date": citing.date}
    if citing.year is not None:
        dated["year"] = citing.year
    return {"relation": clean(relation), "places": clean(places)} | dated


def _declared(kind: str, types: dict[str, str]) -> etree._Element:
    declared = etree.Element("attributes", {"class": kind, "mode": "static"})
    for name, value_type in types.items():
        etree.SubElement(declared, "attribute", {"id": name, "title": name, "type": value_type})
    return declared


def _node(node: Node) -> etree._Element:
    element = etree.Element("node", {"id": clean(node.iri), "label": _token(shown(node)), **_start(node.date)})
    _values(element, _of_node(node))
    return element


def _edge(number: int, ends: tuple[str, str, str], weight: int, attributes: Attributes) -> etree._Element:
    citing, cited, relation = map(clean, ends)
    named = {"id": str(number), "source": citing, "target": cited, "label": _token(relation)}
    date = attributes.get("date")
    counted = {"kind": _token(relation), "weight": str(weight), **_start(str(date) if date else None)}
    element = etree.Element("edge", named | counted)
    _values(element, attributes)
    return element


def _values(element: etree._Element, attributes: Attributes) -> None:
    values = etree.SubElement(element, "attvalues")
    for name, value in attributes.items():
        text = str(value).lower() if isinstance(value, bool) else str(value)
        etree.SubElement(values, "attvalue", {"for": name, "value": text})


def _start(date: str | None) -> dict[str, str]:
    """When something begins to be there: a day, the first one where only the month or the year is known."""
    return {"start": date + "-01-01"[len(date) - 4 :]} if date and len(date) in (4, 7, 10) else {}


def _token(text: str) -> str:
    return " ".join(clean(text).split())


def _line(file: etree._IncrementalFileWriter, element: etree._Element) -> None:
    file.write("\n")
    file.write(element)
