"""RDF forms: read back by rdflib they are the triples of the store, none lost and none added."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Triple
from rdflib import Dataset, Graph

from kg.export import whole
from kg.export.context import context
from kg.export.parts import part
from kg.export.xml import REPLACEMENT
from kg.store import OxigraphStore
from kg.triples import reused
from tests.export.conftest import merged, written

TRIPLES = {"turtle": "turtle", "ntriples": "nt", "jsonld": "json-ld", "rdfxml": "xml"}


@pytest.mark.parametrize("form", TRIPLES)
@pytest.mark.parametrize("name", ["sample", "small"])
def test_reads_back_as_the_triples_of_the_store(form: str, name: str, request: pytest.FixtureRequest) -> None:
    store: OxigraphStore = request.getfixturevalue(name)
    found = Graph().parse(data=written(form, whole(store)), format=TRIPLES[form])
    # No blank nodes are made, so that equal sets are isomorphic graphs.
    assert set(found) == set(merged(store))


@pytest.mark.parametrize("form", ["turtle", "ntriples", "jsonld"])
def test_hostile_words_come_back_as_they_were(form: str, hostile: OxigraphStore) -> None:
    found = Graph().parse(data=written(form, whole(hostile)), format=TRIPLES[form])
    assert set(found) == set(merged(hostile))


def test_rdfxml_replaces_what_xml_cannot_hold(hostile: OxigraphStore) -> None:
    found = Graph().parse(data=written("rdfxml", whole(hostile)), format="xml")
    assert len(found) == len(merged(hostile))
    (text,) = {str(value) for value in found.objects() if str(value).startswith("=1+1")}
    assert f"]]> {REPLACEMENT * 3} </title>" in text


def test_nquads_keep_the_graphs(small: OxigraphStore) -> None:
    lines = written("nquads", whole(small)).decode().splitlines()
    assert sorted(lines) == sorted(small.dump())
    found = Dataset()
    found.parse(data="\n".join(lines), format="nquads")
    assert {str(graph.identifier) for graph in found.graphs()} - {"urn:x-rdflib:default"} == set(small.graphs())


def test_jsonld_needs_no_context_from_elsewhere(sample: OxigraphStore) -> None:
    found = json.loads(written("jsonld", whole(sample)))["@context"]
    assert found == json.loads(json.dumps(context()))
    assert isinstance(found, dict)
    assert "@import" not in found


def test_jsonld_nests_what_people_look_for(sample: OxigraphStore) -> None:
    document = json.loads(written("jsonld", whole(sample)))["@graph"][0]
    first = next(each for each in document["paragraphs"] if each["paragraphLabel"] == "PP1")
    assert (document["id"], document["title"]) == ("A/RES/62/209", "South-South cooperation")
    assert (first["citations"][0]["relation"], first["citations"][0]["cited"]) == ("reaffirms", "A/RES/33/134")
    assert list(document)[:2] == ["id", "type"]


_IRIS = st.builds(
    lambda base, rest: base + rest,
    st.sampled_from(["https://undocs.org/", "https://w3id.org/instrument-kg/", reused.CITES, "urn:x:", "http://a.b/"]),
    st.text("AZaz09./#()-:_~", min_size=1, max_size=12).filter(lambda text: text.count("#") < 2),
)
_STRINGS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_VALUES = st.one_of(
    _IRIS.map(NamedNode),
    _STRINGS.map(Literal),
    _STRINGS.map(lambda text: Literal(text, language="en")),
    _STRINGS.map(lambda text: Literal(text, language="fr")),
    st.integers().map(
        lambda number: Literal(str(number), datatype=NamedNode("http://www.w3.org/2001/XMLSchema#integer"))
    ),
    st.booleans().map(Literal),
    st.sampled_from(["0.9", "1.0"]).map(
        lambda text: Literal(text, datatype=NamedNode("http://www.w3.org/2001/XMLSchema#decimal"))
    ),
)
_PREDICATES = st.sampled_from(
    [reused.TITLE, reused.IDENTIFIER, reused.CITES, reused.CHARACTERIZATION, reused.DATE_DOCUMENT, "urn:x:own"]
).map(NamedNode)


@given(st.lists(st.builds(Triple, _IRIS.map(NamedNode), _PREDICATES, _VALUES), max_size=6))
def test_jsonld_says_any_triples(triples: list[Triple]) -> None:
    parts = [part("urn:graph", None, set(triples))]
    plain = Graph().parse(data=written("ntriples", parts), format="nt")
    assert set(Graph().parse(data=written("jsonld", parts), format="json-ld")) == set(plain)
