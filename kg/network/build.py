"""The graph -> the citation network.

One SELECT for each kind of row (things, passages, citations), each over the union of the named graphs and each of them
linear in the data; a single SELECT for all three would repeat a paragraph's text with every citation in it.
The shape of the RDF is that of `ontology/examples/valid/citation.ttl`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.model import Kind
from kg.network.elements import Edge, Network, Node, Passage, add_edge, add_node
from kg.network.rows import Row, Source, rows

_PREFIXES = """
PREFIX kg: <https://w3id.org/instrument-kg/ns#>
PREFIX eli: <http://data.europa.eu/eli/ontology#>
PREFIX cito: <http://purl.org/spar/cito/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
"""

_THINGS = f"""{_PREFIXES}
SELECT ?thing ?property ?value (LANG(?value) AS ?language) WHERE {{
  {{ SELECT DISTINCT ?thing WHERE {{
    {{ ?citation cito:hasCitedEntity ?thing }} UNION {{ ?citation cito:hasCitingEntity ?thing }}
    UNION {{ ?document eli:passed_by ?thing }} UNION {{ ?passage dcterms:isPartOf ?thing }} }} }}
  VALUES ?property {{ rdf:type dcterms:identifier dcterms:title skos:prefLabel eli:date_document eli:passed_by }}
  ?thing ?property ?value
}}"""

_PASSAGES = f"""{_PREFIXES}
SELECT ?passage ?document ?label ?text ?start ?caller WHERE {{
  ?passage dcterms:isPartOf ?document ; kg:paragraphLabel ?label .
  OPTIONAL {{ ?passage kg:text ?text }}
  OPTIONAL {{ ?passage kg:start ?start }}
  OPTIONAL {{ ?passage kg:calledIn ?caller }}
}}"""

_CITATIONS = f"""{_PREFIXES}
SELECT ?citation ?citing ?cited ?relation ?kind ?where ?footnote ?quote ?start ?date ?part ?method ?confidence WHERE {{
  ?citation cito:hasCitingEntity ?citing ; cito:hasCitedEntity ?cited ; cito:hasCitationCharacterization ?relation .
  OPTIONAL {{ ?citation kg:citationKind ?kind }}
  OPTIONAL {{ ?citation kg:inParagraph ?where }}
  OPTIONAL {{ ?citation kg:throughFootnote ?footnote }}
  OPTIONAL {{ ?citation kg:quote ?quote }}
  OPTIONAL {{ ?citation kg:start ?start }}
  OPTIONAL {{ ?citation kg:printedDate ?date }}
  OPTIONAL {{ ?citation kg:part ?part }}
  OPTIONAL {{ ?citation kg:method ?method }}
  OPTIONAL {{ ?citation kg:confidence ?confidence }}
}}"""

_KIND_OF_CLASS = {
    "Resolution": Kind.RESOLUTION,
    "Decision": Kind.DECISION,
    "Publication": Kind.PUBLICATION,
    "Treaty": Kind.TREATY,
    "Organization": Kind.BODY,
    "Document": Kind.DOCUMENT,
}


@dataclass(slots=True)
class _Thing:
    """What the graph says of one thing, by the local name of the property, best value first once sorted."""

    values: defaultdict[str, set[tuple[bool, str]]] = field(default_factory=lambda: defaultdict(set))

    def first(self, *properties: str) -> str | None:
        """The best value of the first property that has one: English before other languages, then by spelling."""
        for name in properties:
            if self.values[name]:
                return min(self.values[name])[1]
        return None

    def classes(self) -> set[str]:
        return {_local(value) for _, value in self.values["type"]}


@dataclass(slots=True)
class _Passages:
    passages: dict[str, Passage] = field(default_factory=dict)
    callers: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    documents: set[str] = field(default_factory=set)

    def called_in(self, footnote: str | None) -> tuple[Passage, ...]:
        if footnote is None:
            return ()
        found = [self.passages[iri] for iri in sorted(self.callers[footnote]) if iri in self.passages]
        return tuple(sorted(found, key=lambda passage: (passage.start or 0, passage.label)))


def build(source: Source) -> Network:
    """The citation network of a store (of `kg.store`, pyoxigraph or rdflib), over the union of its graphs.

    Nodes are everything that cites or is cited, and every document that was read. Citations without a target are left
    out: they have no second end. Nodes and edges stand in the order of their IRIs, so that the same graph gives the
    same network.
    """
    passages = _passages(source)
    edges, kinds = _citations(source, passages)
    read = passages.documents | {edge.citing for edge in edges}
    cited = Counter(edge.cited for edge in edges)
    things = _things(source)
    network = Network()
    for iri in sorted(read | cited.keys()):
        add_node(network, _node(iri, things, _kind(things.get(iri), kinds[iri]), cited[iri], iri in read))
    for edge in sorted(edges, key=lambda each: (each.citing, each.cited, each.iri)):
        add_edge(network, edge)
    return network


def _things(source: Source) -> dict[str, _Thing]:
    things: defaultdict[str, _Thing] = defaultdict(_Thing)
    for thing, name, value, language in rows(source, _THINGS):
        if thing and name and value:
            foreign = bool(language) and not str(language).startswith("en")
            things[thing].values[_local(name)].add((foreign, value))
    return dict(things)


def _passages(source: Source) -> _Passages:
    found = _Passages()
    for iri, document, label, text, start, caller in rows(source, _PASSAGES):
        if not (iri and document and label):
            continue
        found.documents.add(document)
        found.passages[iri] = Passage(label, text or "", _whole(start))
        if caller:
            found.callers[iri].add(caller)
    return found


def _citations(source: Source, passages: _Passages) -> tuple[list[Edge], defaultdict[str, Counter[str]]]:
    """The citations, one for each IRI even where a loose graph has two values, and the kinds each thing is cited as."""
    edges: dict[str, Edge] = {}
    kinds: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in sorted(rows(source, _CITATIONS), key=lambda each: tuple(value or "" for value in each)):
        (iri, citing, cited, relation, kind), details = row[:5], row[5:]
        if iri and citing and cited and relation and iri not in edges:
            edges[iri] = _edge(iri, citing, cited, _local(relation), details, passages)
            kinds[cited].update([kind] if kind else [])
    return list(edges.values()), kinds


def _edge(iri: str, citing: str, cited: str, relation: str, details: Row, passages: _Passages) -> Edge:
    where, footnote, quote, start, date, part, method, confidence = details
    return Edge(
        iri=iri,
        citing=citing,
        cited=cited,
        relation=relation,
        where=passages.passages.get(where or ""),
        quote=quote or "",
        start=_whole(start),
        footnote=passages.passages.get(footnote or ""),
        called_in=passages.called_in(footnote),
        date=date,
        part=part,
        method=method,
        confidence=float(confidence) if confidence else None,
    )


def _node(iri: str, things: Mapping[str, _Thing], kind: Kind, times_cited: int, read: bool) -> Node:
    thing = things.get(iri) or _Thing()
    organ = thing.first("passed_by")
    return Node(
        iri=iri,
        identity=thing.first("identifier") or _slug(iri),
        label=thing.first("title", "prefLabel") or "",
        kind=kind,
        organ=_name(organ, things) if organ else None,
        date=thing.first("date_document"),
        times_cited=times_cited,
        read=read,
    )


def _kind(thing: _Thing | None, cited_as: Counter[str]) -> Kind:
    """The kind a thing is most often cited as; else what its class says."""
    known = [(-count, kind) for kind, count in cited_as.items() if kind in set(Kind)]
    if known:
        return Kind(min(known)[1])
    classes = thing.classes() if thing else set()
    return next((kind for name, kind in _KIND_OF_CLASS.items() if name in classes), Kind.INSTRUMENT)


def _name(iri: str, things: Mapping[str, _Thing]) -> str:
    return (things[iri].first("prefLabel", "title") if iri in things else None) or _slug(iri)


def _local(iri: str) -> str:
    """The local name of a term: what follows the last `#` or `/`."""
    return iri.replace("#", "/").rsplit("/", 1)[-1]


def _slug(iri: str) -> str:
    """An identity from an IRI without dcterms:identifier: the symbol of a UN document, else the last step."""
    return iri.removeprefix("https://undocs.org/") if iri.startswith("https://undocs.org/") else _local(iri)


def _whole(value: str | None) -> int | None:
    return int(value) if value and value.isdecimal() else None
