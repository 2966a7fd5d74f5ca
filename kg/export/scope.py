"""Less than the whole: one document, or the neighbourhood of one instrument."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from kg.errors import ExportError
from kg.export.parts import Part, by_subject, documents, part, statements
from kg.network import linked, reached
from kg.query import Type
from kg.query.parameters import convert
from kg.store import Store
from kg.symbols import Scheme
from kg.triples import reused, vocabulary
from kg.triples.registry import registry_graph
from kg.triples.turtle import natural

_ENDS = (reused.CITED_ENTITY, reused.SUBJECT, reused.OBJECT)
_PLACES = (vocabulary.IN_PARAGRAPH, vocabulary.THROUGH_FOOTNOTE, vocabulary.STATED_IN)
_LINKS = frozenset({reused.CITES, *vocabulary.RELATIONS.values()})


def of_document(store: Store, name: str) -> Iterator[Part]:
    """The graphs of a document, by its symbol, number or IRI, and what the registry knows of what it cites.

    ExportError if the store does not hold its text.
    """
    document = _iri(name)
    graphs = [graph for graph, topic in documents(store).items() if topic == document]
    if not graphs:
        raise ExportError(f"the store does not hold the text of {name}")
    named = set[str]()
    for graph in sorted(graphs, key=natural):
        found = part(graph, document, statements(store, graph))
        named.update(term.value for triple in found.triples for term in triple if isinstance(term, NamedNode))
        yield found
    yield from _registered(store, named)


def around(store: Store, name: str, depth: int) -> Iterator[Part]:
    """What lies within `depth` citations of an instrument, in either direction, with the citations among it.

    Bodies are reached but not passed through: nearly everything names the General Assembly. Of each document come the
    citations that stay within, the passages that hold them, and its record. ExportError if nothing cites the
    instrument and it was not read.
    """
    start = _iri(name)
    kept, _ = reached(store, start, depth)
    inside = {graph: document for graph, document in documents(store).items() if document in kept}
    if kept == {start} and not inside and not linked(store, [start]):
        raise ExportError(f"the store knows nothing of {name}")
    for graph in sorted(inside, key=natural):
        yield within(part(graph, inside[graph], statements(store, graph)), kept)
    yield from _registered(store, kept)


def within(whole: Part, kept: set[str]) -> Part:
    """A part without the citations and facts that lead out of `kept`, and without what only these need."""
    own = by_subject(whole.own)
    nodes = {iri: {end.value for name in _ENDS for end in found.get(name, ())} for iri, found in own.items()}
    cited = {iri: ends for iri, ends in nodes.items() if ends}
    leading_out = {iri for iri, ends in cited.items() if not ends <= kept}
    strangers = set().union(*cited.values()) - kept
    shown = cited.keys() - leading_out
    places = {place.value for iri in shown for name in _PLACES for place in own[iri].get(name, ())}
    places |= {call.value for iri in places & own.keys() for call in own[iri].get(vocabulary.CALLED_IN, ())}
    passages = {iri for iri, found in own.items() if vocabulary.PARAGRAPH_LABEL in found}
    unlinked = {iri for iri, found in own.items() if vocabulary.UNLINKED_REASON in found}
    dropped = leading_out | unlinked | (passages - places)
    mine = [t for t in whole.own if _name(t.subject) not in dropped and not _leads_to(t, strangers | dropped)]
    return part(whole.graph, whole.document, [*mine, *_described(whole, mine, kept, strangers)])


def _described(whole: Part, own: list[Triple], kept: set[str], strangers: set[str]) -> Iterator[Triple]:
    """What is said of the things that `own` names, and of what these name in turn."""
    wanted = {_name(triple.object) for triple in own} | kept | {whole.graph}
    rest = [triple for triple in whole.shared if _name(triple.object) not in strangers - wanted]
    while True:
        more = {_name(t.object) for t in rest if _name(t.subject) in wanted} - wanted
        if not more:
            break
        wanted |= more
    return (triple for triple in rest if _name(triple.subject) in wanted)


def _leads_to(triple: Triple, outside: set[str]) -> bool:
    """Whether a triple is a plain link to something outside, or names a passage that is not there."""
    leads = triple.predicate.value in _LINKS or triple.predicate.value == vocabulary.CALLED_IN
    return leads and _name(triple.object) in outside


def _registered(store: Store, named: set[str]) -> Iterator[Part]:
    """What the registry's graph says of the things named."""
    graph = registry_graph()
    found = [t for t in statements(store, graph) if _name(t.subject) in named]
    if found:
        yield part(graph, None, found)


def _iri(name: str) -> str:
    return str(convert(Type.SYMBOL, name.strip(), Scheme()).value)


def _name(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else ""
