"""The graph -> the citation network.

Every property is asked for by itself, over the union of the named graphs, and put together here: that is linear in the
data, where one SELECT with all properties of a citation takes many times as long.
The shape of the RDF is that of `ontology/examples/valid/citation.ttl`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from kg.model import Kind
from kg.network.elements import Edge, Network, Node, Passage, add_edge, add_node
from kg.network.rows import Source, least, several
from kg.network.things import Things, local
from kg.triples import reused, vocabulary


@dataclass(frozen=True, slots=True)
class _Passages:
    """Paragraphs and footnotes by IRI, the documents they are part of, and the paragraphs that bear a note's mark."""

    passages: dict[str, Passage]
    callers: dict[str, tuple[str, ...]]
    documents: frozenset[str]

    def called_in(self, footnote: str | None) -> tuple[Passage, ...]:
        found = [self.passages[iri] for iri in self.callers.get(footnote or "", ()) if iri in self.passages]
        return tuple(sorted(found, key=lambda passage: (passage.start or 0, passage.label)))


def build(source: Source) -> Network:
    """The citation network of a store (of `kg.store`, pyoxigraph or rdflib), over the union of its graphs.

    Nodes are everything that cites or is cited, and every document that was read. Citations without a target are left
    out: they have no second end. Nodes and edges stand in the order of their IRIs, so that the same graph gives the
    same network. For less than a whole store, `around` and `between` are many times quicker.
    """
    found, documents = citations(source)
    read = documents.union(least(source, reused.PRIMARY_TOPIC).values(), (edge.citing for edge in found))
    cited = Counter(edge.cited for edge in found)
    return assembled(source, read | cited.keys(), found, Standing(read, cited, _kinds(source, found)))


@dataclass(frozen=True, slots=True)
class Standing:
    """What the citations of a whole graph say of its nodes: those that were read, how often each is cited, as what."""

    read: Set[str]
    times_cited: Mapping[str, int]
    kinds: Mapping[str, Kind]


def assembled(source: Source, iris: Iterable[str], edges: Iterable[Edge], standing: Standing) -> Network:
    """The network of these nodes, with what the source says of them, and these edges among them."""
    things = Things.of(source)
    network = Network()
    for iri in sorted(iris):
        add_node(network, _node(iri, things, standing))
    for edge in edges:
        add_edge(network, edge)
    return network


def citations(source: Source) -> tuple[list[Edge], frozenset[str]]:
    """The citations of a graph that have both ends, sorted; and the documents that passages are held of."""
    starts = least(source, vocabulary.START)
    passages = _passages(source, starts)
    found = sorted(_edges(source, passages, starts), key=lambda edge: (edge.citing, edge.cited, edge.iri))
    return found, passages.documents


def _passages(source: Source, starts: dict[str, str]) -> _Passages:
    documents = least(source, reused.IS_PART_OF)
    texts = least(source, vocabulary.TEXT)
    labels = least(source, vocabulary.PARAGRAPH_LABEL)
    labelled = {iri: label for iri, label in labels.items() if iri in documents}
    return _Passages(
        {iri: Passage(label, texts.get(iri, ""), _whole(starts.get(iri))) for iri, label in labelled.items()},
        several(source, vocabulary.CALLED_IN),
        frozenset(documents[iri] for iri in labelled),
    )


def _edges(source: Source, passages: _Passages, starts: dict[str, str]) -> Iterator[Edge]:
    """The citations that have both ends and a relation."""
    citing, cited = least(source, reused.CITING_ENTITY), least(source, reused.CITED_ENTITY)
    places, notes = least(source, vocabulary.IN_PARAGRAPH), least(source, vocabulary.THROUGH_FOOTNOTE)
    quotes, dates = least(source, vocabulary.QUOTE), least(source, vocabulary.PRINTED_DATE)
    parts, methods = least(source, vocabulary.PART), least(source, vocabulary.METHOD)
    confidences = least(source, vocabulary.CONFIDENCE)
    for iri, relation in least(source, reused.CHARACTERIZATION).items():
        if iri in citing and iri in cited:
            yield Edge(
                iri=iri,
                citing=citing[iri],
                cited=cited[iri],
                relation=local(relation),
                where=passages.passages.get(places.get(iri, "")),
                quote=quotes.get(iri, ""),
                start=_whole(starts.get(iri)),
                footnote=passages.passages.get(notes.get(iri, "")),
                called_in=passages.called_in(notes.get(iri)),
                date=dates.get(iri),
                part=parts.get(iri),
                method=methods.get(iri),
                confidence=float(confidences[iri]) if iri in confidences else None,
            )


def _kinds(source: Source, edges: list[Edge]) -> dict[str, Kind]:
    """The kind that each thing is most often cited as, where the citations say."""
    kinds = least(source, vocabulary.CITATION_KIND)
    return most_frequent(Counter((edge.cited, kinds[edge.iri]) for edge in edges if edge.iri in kinds))


def most_frequent(counts: Mapping[tuple[str, str], int]) -> dict[str, Kind]:
    """Of how often each thing is cited as what the most frequent kind; of equals the first by name."""
    known = sorted((pair for pair in counts if pair[1] in set(Kind)), reverse=True)
    return {cited: Kind(kind) for cited, kind in sorted(known, key=counts.__getitem__)}


def _node(iri: str, things: Things, standing: Standing) -> Node:
    return Node(
        iri=iri,
        identity=things.identity(iri),
        label=things.label(iri),
        kind=standing.kinds.get(iri) or things.kind(iri),
        organ=things.organ(iri),
        date=things.dates.get(iri),
        times_cited=standing.times_cited.get(iri, 0),
        read=iri in standing.read,
        agenda=things.agendas.get(iri, ""),
        subjects=things.subjects(iri),
        languages=things.languages.get(iri, ()),
    )


def _whole(value: str | None) -> int | None:
    return int(value) if value and value.isdecimal() else None
