"""Checks RDF against the ontology and the shapes of `ontology/shapes/` (SHACL)."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph
from rdflib import RDF, SH, BNode, Graph, Literal, URIRef

from kg import resources
from kg.errors import TriplesError
from kg.triples import reused

_FORMATS = {
    ".ttl": pyoxigraph.RdfFormat.TURTLE,
    ".nt": pyoxigraph.RdfFormat.N_TRIPLES,
    ".nq": pyoxigraph.RdfFormat.N_QUADS,
    ".trig": pyoxigraph.RdfFormat.TRIG,
}
_ONTOLOGY = ("kg.ttl", "relations.ttl")

SHAPES = "https://w3id.org/instrument-kg/shapes#"


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One thing that is wrong: at which node, along which path (empty for the node as a whole), by which shape.

    All but the message are IRIs, the path and the shape shortened by their prefixes.
    """

    focus: str
    path: str
    message: str
    shape: str

    def __str__(self) -> str:
        """One line for people: where, what, by which shape."""
        return f"{self.focus} {self.path}: {self.message} ({self.shape})".replace(" : ", ": ")


@dataclass(frozen=True, slots=True)
class Report:
    """What a validation found, sorted. `triples` is the number of distinct triples that were looked at."""

    triples: int
    violations: tuple[Violation, ...]

    @property
    def conforms(self) -> bool:
        return not self.violations


def validate(path: Path) -> Report:
    """Check the union of the graphs in a Turtle, TriG, N-Triples or N-Quads file, told by its suffix.

    Raises TriplesError with the file, and the line where the syntax is at fault, if it cannot be read.
    """
    import pyshacl  # slow to load, and only needed here

    graph, shapes = Graph(), Graph()
    with _no_word_of_ill_typed_literals():
        triples = _load(graph, path)
        for name in _ONTOLOGY:
            _load(graph, resources.ontology() / name)
        for file in sorted((resources.ontology() / "shapes").glob("*.ttl")):
            _load(shapes, file)
        _, results, _ = pyshacl.validate(graph, shacl_graph=shapes, inplace=True)
    return Report(triples, tuple(sorted(_violations(results))))


def _load(graph: Graph, path: Path) -> int:
    """Add the triples of a file, of which graph whatever; the number of them. Parsing reaches no network."""
    file_format = _FORMATS.get(path.suffix.lower())
    if file_format is None:
        raise TriplesError(f"none of {', '.join(_FORMATS)}", source=str(path))
    before = len(graph)
    try:
        for quad in pyoxigraph.parse(path=path, format=file_format):
            graph.add((_node(quad.subject, path), URIRef(quad.predicate.value), _term(quad.object, path)))
    except SyntaxError as error:
        raise TriplesError(error.msg, source=str(path)) from error
    except OSError as error:
        raise TriplesError(error.strerror or str(error), source=str(path)) from error
    return len(graph) - before


def _node(term: object, path: Path) -> URIRef | BNode:
    if isinstance(term, pyoxigraph.NamedNode):
        return URIRef(term.value)
    if isinstance(term, pyoxigraph.BlankNode):
        return BNode(term.value)
    raise TriplesError(f"a triple within a triple (RDF 1.2) cannot be checked: {term}", source=str(path))


def _term(term: object, path: Path) -> URIRef | BNode | Literal:
    if not isinstance(term, pyoxigraph.Literal):
        return _node(term, path)
    if term.language:
        return Literal(term.value, lang=term.language)
    return Literal(term.value, datatype=URIRef(term.datatype.value), normalize=False)


def _violations(results: Graph) -> Iterator[Violation]:
    for result in results.subjects(RDF.type, SH.ValidationResult):
        yield Violation(
            focus=str(results.value(result, SH.focusNode)),
            path=_short(results.value(result, SH.resultPath)),
            message=str(results.value(result, SH.resultMessage)),
            shape=_short(results.value(result, SH.sourceShape)),
        )


def _short(term: object) -> str:
    """`dcterms:title` for an IRI with a known prefix, the IRI otherwise; empty for none and for a blank node."""
    if not isinstance(term, URIRef):
        return ""
    for prefix, namespace in (*reused.PREFIXES, ("shape", SHAPES)):
        if term.startswith(namespace):
            return f"{prefix}:{term.removeprefix(namespace)}"
    return str(term)


@contextmanager
def _no_word_of_ill_typed_literals() -> Iterator[None]:
    """rdflib logs each with a traceback; the shapes report them."""
    logger = logging.getLogger("rdflib.term")
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before
