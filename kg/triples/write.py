"""A reading as N-Quads: one named graph a document, sorted, the same bytes for the same input.

The lines are built by string formatting, with no RDF library: a corpus has millions of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg import gazetteer
from kg.errors import TriplesError
from kg.gazetteer import Gazetteer
from kg.model import Document, Kind, Reading
from kg.symbols import Scheme, try_parse
from kg.triples import provenance, record, reused, vocabulary
from kg.triples.passages import Passages
from kg.triples.statements import Statements
from kg.triples.terms import iri, is_day, moment, string, words
from kg.triples.things import Things

_SCHEME = Scheme()
_CLASSES = {Kind.RESOLUTION: reused.RESOLUTION, Kind.DECISION: reused.DECISION}


def graph_iri(document: Document, scheme: Scheme = _SCHEME) -> str:
    """The IRI of the named graph of a document, by which a store replaces it."""
    return scheme.graph(document.symbol, provenance.digest(document))


def document_iri(document: Document, scheme: Scheme = _SCHEME) -> str:
    """The IRI of the document itself."""
    return scheme.document(document.symbol, provenance.digest(document))


def nquads(reading: Reading, scheme: Scheme = _SCHEME, names: Gazetteer | None = None) -> list[str]:
    """The quads of a reading as canonical N-Quads lines without line ends, sorted, each once.

    `names` describes the named things that are cited, by default the installed gazetteer. Raises TriplesError with the
    source for a reading that contradicts itself, such as a citation in a paragraph that the document does not have.
    """
    graph = iri(graph_iri(reading.document, scheme))
    try:
        triples = set(_triples(reading, scheme, names or gazetteer.load()))
    except TriplesError as error:
        raise TriplesError(error.message, source=reading.document.source, place=error.place) from error
    return sorted(f"{triple} {graph} ." for triple in triples)


def _triples(reading: Reading, scheme: Scheme, names: Gazetteer) -> Iterator[str]:
    document = reading.document
    subject = document_iri(document, scheme)
    passages = Passages(document, subject)
    things = Things(scheme, names, document.language)
    statements = Statements(passages, things)
    yield from _document(document, iri(subject), things)
    yield from record.triples(document, subject, things)
    yield from passages.triples()
    for citation in reading.citations:
        yield from statements.citation(citation)
    for fact in reading.facts:
        yield from statements.fact(fact)
    yield from things.triples()
    yield from provenance.triples(document, subject, graph_iri(document, scheme), scheme)


def _document(document: Document, node: str, things: Things) -> Iterator[str]:
    symbol = try_parse(document.symbol) if document.symbol else None
    kind = symbol.kind if symbol else Kind.DOCUMENT
    yield f"{node} <{reused.TYPE}> <{_CLASSES.get(kind, reused.DOCUMENT)}>"
    yield f"{node} <{reused.TYPE}> <{reused.LEGAL_RESOURCE}>"
    if document.symbol:
        yield f"{node} <{reused.IDENTIFIER}> {string(document.symbol)}"
    if document.title:
        yield f"{node} <{reused.TITLE}> {words(document.title, document.language)}"
    if document.date and is_day(document.date):
        yield f"{node} <{reused.DATE_DOCUMENT}> {moment(document.date)}"
    if document.organ:
        yield f"{node} <{reused.PASSED_BY}> {things.add(document.organ, Kind.BODY)}"
    if document.session:
        yield f"{node} <{vocabulary.SESSION}> {string(document.session)}"
    if document.meeting:
        yield f"{node} <{vocabulary.MEETING}> {string(document.meeting)}"
