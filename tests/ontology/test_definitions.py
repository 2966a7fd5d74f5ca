"""Every term that is used is defined: ours in the ontology, others in the published files of their vocabularies."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pyoxigraph
import pytest

from kg import resources
from kg.model import Kind, Predicate, Relation
from kg.triples import reused, vocabulary

ONTOLOGY = resources.ontology()
OWN = [ONTOLOGY / "kg.ttl", ONTOLOGY / "relations.ttl"]
USERS = (
    sorted(ONTOLOGY.glob("*.ttl"))
    + sorted(ONTOLOGY.glob("shapes/*.ttl"))
    + sorted(ONTOLOGY.glob("examples/valid/*.ttl"))
)
PUBLISHED = Path(__file__).resolve().parents[3] / "shared" / "facts" / "ontologies"
BUILT_IN = tuple(
    "http://www.w3.org/" + name
    for name in ("1999/02/22-rdf-syntax-ns#", "2000/01/rdf-schema#", "2001/XMLSchema#", "2002/07/owl#", "ns/shacl#")
)
"""The languages themselves, which have no file among the published ones."""
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
DEFINED_BY = "http://www.w3.org/2000/01/rdf-schema#isDefinedBy"
SKOS = "http://www.w3.org/2004/02/skos/core#"

Described = dict[str, dict[str, list[pyoxigraph.Literal | pyoxigraph.NamedNode]]]


def iris(path: Path) -> set[str]:
    """The IRIs in the triples of a file, the datatypes of its literals among them."""
    found = set()
    for quad in pyoxigraph.parse(path=path):
        for term in (quad.subject, quad.predicate, quad.object):
            if isinstance(term, pyoxigraph.NamedNode):
                found.add(term.value)
            elif isinstance(term, pyoxigraph.Literal):
                found.add(term.datatype.value)
    return found


@cache
def own_terms() -> Described:
    described: Described = defaultdict(lambda: defaultdict(list))
    for path in OWN:
        for quad in pyoxigraph.parse(path=path):
            if isinstance(quad.subject, pyoxigraph.NamedNode) and isinstance(
                quad.object, pyoxigraph.Literal | pyoxigraph.NamedNode
            ):
                described[quad.subject.value][quad.predicate.value].append(quad.object)
    return {iri: properties for iri, properties in described.items() if DEFINED_BY in properties}


@cache
def published_terms() -> frozenset[str]:
    """What the published files describe, and the subjects in RDF/XML alone."""
    if not PUBLISHED.is_dir():
        pytest.skip("the published vocabularies (../shared/facts/ontologies) are not here")
    terms: set[str] = set()
    for path in (*PUBLISHED.glob("*.ttl"), *PUBLISHED.glob("*.nq")):
        terms.update(
            quad.subject.value for quad in pyoxigraph.parse(path=path) if isinstance(quad.subject, pyoxigraph.NamedNode)
        )
    return frozenset(terms)


def is_term(iri: str) -> bool:
    """Whether an IRI is a term of another vocabulary: not ours, not a thing, not a namespace or licence."""
    namespaces = tuple(
        namespace for prefix, namespace in reused.PREFIXES if prefix not in {"kg", "body", "instrument", "treaty"}
    )
    return iri.startswith(namespaces) and not iri.startswith(BUILT_IN)


@pytest.mark.parametrize("path", USERS, ids=lambda path: path.stem)
def test_own_terms_are_defined(path: Path) -> None:
    used = {iri for iri in iris(path) if iri.startswith(vocabulary.NAMESPACE)} - {vocabulary.NAMESPACE}
    assert used - own_terms().keys() == set()


@pytest.mark.parametrize("path", USERS, ids=lambda path: path.stem)
def test_other_terms_are_published(path: Path) -> None:
    assert {iri for iri in iris(path) if is_term(iri)} - published_terms() == set()


def test_reused_constants_are_published() -> None:
    constants = {value for name, value in vars(reused).items() if name[0].isupper() and isinstance(value, str)}
    assert {iri for iri in constants if is_term(iri)} - published_terms() == set()


@pytest.mark.parametrize("iri", sorted(own_terms()))
def test_own_terms_are_described(iri: str) -> None:
    properties = own_terms()[iri]
    assert [value.value for value in properties[DEFINED_BY]] == [vocabulary.NAMESPACE]
    for predicate in (LABEL, SKOS + "definition", SKOS + "example"):
        [text] = properties[predicate]
        assert isinstance(text, pyoxigraph.Literal)
        assert text.language == "en"
        assert text.value.strip()


def test_relations_lead_to_cito() -> None:
    parent = "http://www.w3.org/2000/01/rdf-schema#subPropertyOf"
    for relation in Relation:
        [above] = own_terms()[vocabulary.RELATIONS[relation]][parent]
        assert above.value.startswith("http://purl.org/spar/cito/")


def test_relations_have_a_force() -> None:
    forces = {relation: own_terms()[vocabulary.RELATIONS[relation]].get(vocabulary.FORCE, []) for relation in Relation}
    assert [relation for relation, force in forces.items() if not force] == [Relation.MENTIONS]
    known = {"assertive", "directive", "commissive", "expressive", "declarative"}
    assert {force.value for each in forces.values() for force in each} <= known


@pytest.mark.parametrize(
    ("file", "shape", "expected"),
    [
        ("citation.ttl", "CitationRelation", {vocabulary.NAMESPACE + each for each in Relation}),
        ("citation.ttl", "CitationKind", set(Kind)),
        ("fact.ttl", "FactPredicate", {vocabulary.NAMESPACE + each for each in Predicate}),
    ],
)
def test_lists_in_the_shapes_are_those_of_the_model(file: str, shape: str, expected: set[str]) -> None:
    text = (ONTOLOGY / "shapes" / file).read_text(encoding="utf-8")
    found = re.search(rf"shape:{shape} a .*?sh:in \((.*?)\)", text, re.DOTALL)
    assert found is not None
    assert {item.strip('"').replace("kg:", vocabulary.NAMESPACE) for item in found[1].split()} == expected
