"""Stores to export: the packaged sample, three small resolutions of our own, and one that says hostile things."""

from __future__ import annotations

import io
from collections.abc import Iterable

import pytest
from rdflib import Graph

from kg import pipeline
from kg.export import FORMATS, Part
from kg.store import OxigraphStore, open_store
from kg.triples.terms import string
from tests.texts import reading

HOSTILE = (
    "=1+1 ]]> \x01\x0b\ufffe </title><script>hit()</script> &amp; \"quoted\" 'so' \\ \t tab \r\n line \u202e \U0001f600"
)
DOCUMENT = "https://undocs.org/A/RES/99/1"
_GRAPH = "https://w3id.org/instrument-kg/graph/A/RES/99/1"


def written(form: str, parts: Iterable[Part]) -> bytes:
    """The bytes of some parts in a form."""
    out = io.BytesIO()
    FORMATS[form].write(parts, out)
    return out.getvalue()


def merged(store: OxigraphStore) -> Graph:
    """All triples of a store, whatever their graphs, as rdflib reads them."""
    graph = Graph()
    graph.parse(data="\n".join(line.rsplit(" <", 1)[0] + " ." for line in store.dump()), format="nt")
    return graph


@pytest.fixture(scope="session")
def sample() -> OxigraphStore:
    """The packaged sample with what the registry knows of what it cites; nobody may change it."""
    return pipeline.sample_store()


@pytest.fixture(scope="session")
def small() -> OxigraphStore:
    """A General Assembly resolution, one of the Security Council that cites it, one of ECOSOC that cites both."""
    store = open_store()
    pipeline.put(
        store,
        reading(
            "Recalling its resolution 33/134 of 19 December 1978 and the Charter of the United Nations,\n\n"
            "Guided by Assembly resolution 99/9999 A to Z,\n\n"
            "1. Reaffirms its resolution 60/1 of 16 September 2005;¹\n\n"
            "2. Requests the Secretary-General to report to it;",
            "¹ See A/62/295, annex II.",
        ),
    )
    pipeline.put(
        store,
        reading(
            "Recalling General Assembly resolution 70/301 of 9 September 2016,\n\n"
            "1. Decides to act under Chapter VII of the Charter of the United Nations;",
            organ="security-council",
        ),
    )
    pipeline.put(
        store,
        reading(
            "Recalling Security Council resolution 2300 (2016) of 26 July 2016,\n\n"
            "1. Takes note of General Assembly resolution 70/301 of 9 September 2016 and of resolution 70/301;",
            organ="economic-and-social-council",
        ),
    )
    return store


@pytest.fixture(scope="session")
def hostile() -> OxigraphStore:
    """A document whose title, paragraph and citation say everything that breaks files."""
    text = HOSTILE.encode("utf-16", "surrogatepass").decode("utf-16")
    kg, cito = "https://w3id.org/instrument-kg/ns#", "http://purl.org/spar/cito/"
    whole, paragraph, cited, citation = (
        f"<{DOCUMENT}{rest}>" for rest in ("", "#OP1", "-of-another", "#cite-0123456789abcdef")
    )
    number = "<http://www.w3.org/2001/XMLSchema#integer>"
    lines = [
        f"<{_GRAPH}> <http://xmlns.com/foaf/0.1/primaryTopic> {whole}",
        f"{whole} <http://purl.org/dc/terms/title> {string(text)}@en",
        f'{whole} <http://data.europa.eu/eli/ontology#date_document> "2044-09-30"^^<http://www.w3.org/2001/XMLSchema#date>',
        f"{whole} <{cito}cites> {cited}",
        f"{cited} <http://purl.org/dc/terms/title> {string(text)}@fr",
        f"{paragraph} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{kg}Paragraph>",
        f"{paragraph} <http://purl.org/dc/terms/isPartOf> {whole}",
        f"{paragraph} <{kg}paragraphLabel> {string(text)}",
        f"{paragraph} <{kg}text> {string(text)}@en",
        f'{paragraph} <{kg}start> "0"^^{number}',
        f"{citation} <{cito}hasCitingEntity> {whole}",
        f"{citation} <{cito}hasCitedEntity> {cited}",
        f"{citation} <{cito}hasCitationCharacterization> <{kg}recalls>",
        f"{citation} <{kg}inParagraph> {paragraph}",
        f"{citation} <{kg}quote> {string(text)}@en",
        f"{citation} <{kg}part> {string(text)}",
        f'{citation} <{kg}start> "0"^^{number}',
        f'{citation} <{kg}end> "{len(text)}"^^{number}',
    ]
    store = open_store()
    store.load_nquads([f"{line} <{_GRAPH}> ." for line in lines])
    return store
