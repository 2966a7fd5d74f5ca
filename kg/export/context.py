"""The JSON-LD context: short names for the terms of the graph.

Our own terms are taken from the ontology, with the ranges that it gives them; those of other vocabularies are named
here. Source: W3C, JSON-LD 1.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pyoxigraph

from kg import resources
from kg.symbols.iri import UNDOCS
from kg.triples import reused, vocabulary
from kg.triples.terms import XSD

ID, VOCAB, ENGLISH = "@id", "@vocab", "en"
"""What a term's values are: IRIs, terms of this context, English words. Any other type is the IRI of a datatype."""

PARAGRAPHS, CITATIONS, FACTS = "paragraphs", "citations", "facts"
"""The names by which what lies in a document, or in a passage, stands within it."""

_NESTED = {
    PARAGRAPHS: reused.IS_PART_OF,
    CITATIONS: vocabulary.IN_PARAGRAPH,
    FACTS: vocabulary.STATED_IN,
}
_REUSED: dict[str, tuple[str, str | None]] = {
    "identifier": (reused.IDENTIFIER, None),
    "title": (reused.TITLE, ENGLISH),
    "name": (reused.PREF_LABEL, ENGLISH),
    "label": (reused.LABEL, None),
    "note": (reused.NOTE, ENGLISH),
    "keywords": (reused.KEYWORDS, ENGLISH),
    "inLanguage": (reused.IN_LANGUAGE, None),
    "date": (reused.DATE_DOCUMENT, XSD + "date"),
    "issued": (reused.ISSUED, XSD + "date"),
    "passedBy": (reused.PASSED_BY, ID),
    "subject": (reused.DC_SUBJECT, ID),
    "inScheme": (reused.IN_SCHEME, ID),
    "isPartOf": (reused.IS_PART_OF, ID),
    "isPartOfWork": (reused.ELI_IS_PART_OF, ID),
    "cites": (reused.CITES, ID),
    "citing": (reused.CITING_ENTITY, ID),
    "cited": (reused.CITED_ENTITY, ID),
    "relation": (reused.CHARACTERIZATION, VOCAB),
    "factSubject": (reused.SUBJECT, ID),
    "factPredicate": (reused.PREDICATE, VOCAB),
    "factObject": (reused.OBJECT, ID),
    "classification": (reused.CLASSIFICATION, ID),
    "subOrganizationOf": (reused.SUB_ORGANIZATION_OF, ID),
    "postIn": (reused.POST_IN, ID),
    "reportsTo": (reused.REPORTS_TO, ID),
    "primaryTopic": (reused.PRIMARY_TOPIC, ID),
    "wasDerivedFrom": (reused.WAS_DERIVED_FROM, ID),
    "wasGeneratedBy": (reused.WAS_GENERATED_BY, ID),
    "wasAssociatedWith": (reused.WAS_ASSOCIATED_WITH, ID),
    "used": (reused.USED, ID),
    "softwareVersion": (reused.SOFTWARE_VERSION, None),
}
_RANGE = pyoxigraph.NamedNode("http://www.w3.org/2000/01/rdf-schema#range")
_KIND = pyoxigraph.NamedNode(reused.TYPE)
_OBJECT_PROPERTY = pyoxigraph.NamedNode("http://www.w3.org/2002/07/owl#ObjectProperty")
_DATA_PROPERTY = pyoxigraph.NamedNode("http://www.w3.org/2002/07/owl#DatatypeProperty")
_ENGLISH_WORDS = frozenset({vocabulary.TEXT, vocabulary.QUOTE, vocabulary.AGENDA_TITLE, vocabulary.SUBMISSION})
_DATES = frozenset({vocabulary.PRINTED_DATE})


@dataclass(frozen=True, slots=True)
class Term:
    """A short name, the IRI it stands for, and what its values are (None: plain strings)."""

    name: str
    iri: str
    values: str | None


@cache
def terms() -> dict[str, Term]:
    """The properties of the context by their IRIs."""
    own = {term.iri: term for term in _own()}
    return own | {iri: Term(name, iri, values) for name, (iri, values) in _REUSED.items()}


@cache
def context() -> dict[str, object]:
    """The context as it stands at the top of a file."""
    found: dict[str, object] = {"@version": 1.1, "@base": UNDOCS, "id": "@id", "type": "@type"}
    found.update(sorted(reused.PREFIXES))
    found.update((term.name, _definition(term)) for term in sorted(terms().values(), key=lambda term: term.name))
    found.update((name, {"@reverse": prefixed(iri)}) for name, iri in _NESTED.items())
    return found


def nesting() -> dict[str, str]:
    """The properties by which a node stands within another, and the names under which it does."""
    return {iri: name for name, iri in _NESTED.items()}


def prefixed(iri: str) -> str:
    """An IRI with a prefix of the context, if it begins with a namespace that has one."""
    for prefix, namespace in _by_length():
        if iri.startswith(namespace) and not iri.startswith("//", len(namespace)) and len(iri) > len(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


@cache
def _by_length() -> tuple[tuple[str, str], ...]:
    return tuple(sorted(reused.PREFIXES, key=lambda pair: (-len(pair[1]), pair)))


def _definition(term: Term) -> object:
    if term.values is None:
        return prefixed(term.iri)
    if term.values == ENGLISH:
        return {"@id": prefixed(term.iri), "@language": ENGLISH}
    return {"@id": prefixed(term.iri), "@type": prefixed(term.values)}


def _own() -> Iterator[Term]:
    """The properties of the ontology."""
    for file in ("kg.ttl", "relations.ttl"):
        quads = pyoxigraph.Dataset(pyoxigraph.parse(path=resources.ontology() / file))
        for kind in (_OBJECT_PROPERTY, _DATA_PROPERTY):
            for quad in quads.quads_for_object(kind):
                if quad.predicate == _KIND and isinstance(quad.subject, pyoxigraph.NamedNode):
                    iri = quad.subject.value
                    values = ID if kind == _OBJECT_PROPERTY else _values(iri, quads)
                    yield Term(iri.removeprefix(vocabulary.NAMESPACE), iri, values)


def _values(iri: str, quads: pyoxigraph.Dataset) -> str | None:
    if iri in _ENGLISH_WORDS:
        return ENGLISH
    if iri in _DATES:
        return XSD + "date"
    ranges = [quad.object for quad in quads.quads_for_subject(pyoxigraph.NamedNode(iri)) if quad.predicate == _RANGE]
    named = [each.value for each in ranges if isinstance(each, pyoxigraph.NamedNode) and each.value.startswith(XSD)]
    return named[0] if named and named[0] != XSD + "string" else None
