"""How the named graph of a document came about: from which source, by which version of the software.

Source: W3C, PROV-O. Neither clocks nor paths: the same source and software give the same triples.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from kg import __version__
from kg.model import Document
from kg.symbols import Scheme
from kg.triples import reused
from kg.triples.terms import iri, string, words

SOFTWARE = "instrument-kg"


def digest(document: Document) -> str:
    """The SHA-256 of the source in hex; of the text, for a document that was made without a source."""
    return document.digest or hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()


def triples(document: Document, document_iri: str, graph_iri: str, scheme: Scheme) -> Iterator[str]:
    """What the graph says of itself, with the notes of the reader on what it could not make sense of."""
    graph, run, source = iri(graph_iri), iri(f"{graph_iri}#run"), iri(f"urn:sha256:{digest(document)}")
    software = iri(f"{scheme.base}id/software/{SOFTWARE}/{__version__}")
    yield f"{graph} <{reused.TYPE}> <{reused.ENTITY}>"
    yield f"{graph} <{reused.PRIMARY_TOPIC}> {iri(document_iri)}"
    yield f"{graph} <{reused.WAS_DERIVED_FROM}> {source}"
    yield f"{graph} <{reused.WAS_GENERATED_BY}> {run}"
    for note in document.notes:
        yield f"{graph} <{reused.NOTE}> {words(note, 'en')}"
    yield f"{source} <{reused.TYPE}> <{reused.ENTITY}>"
    yield f"{source} <{reused.IN_LANGUAGE}> {string(document.language)}"
    yield f"{run} <{reused.TYPE}> <{reused.ACTIVITY}>"
    yield f"{run} <{reused.USED}> {source}"
    yield f"{run} <{reused.WAS_ASSOCIATED_WITH}> {software}"
    yield f"{software} <{reused.TYPE}> <{reused.SOFTWARE_AGENT}>"
    yield f"{software} <{reused.LABEL}> {string(SOFTWARE)}"
    yield f"{software} <{reused.SOFTWARE_VERSION}> {string(__version__)}"
