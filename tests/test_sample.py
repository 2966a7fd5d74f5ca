"""The sample from text to answers: every catalogue query gives the rows its header says; the graph is golden."""

from __future__ import annotations

import pytest

from kg import pipeline, query
from kg.store import OxigraphStore


@pytest.fixture(scope="module")
def store() -> OxigraphStore:
    return pipeline.sample_store()


@pytest.mark.parametrize("name", [each.name for each in query.load()])
def test_a_query_has_as_many_rows_as_its_header_says(name: str, store: OxigraphStore) -> None:
    asked = query.load().get(name)
    required = {each.name: each.example for each in asked.parameters if each.default is None}
    assert len(query.run(store, asked, required).rows) == asked.sample_rows


FACTS = [
    ("buenos-aires-plan-of-action", "endorsedBy", "https://undocs.org/A/RES/33/134"),
    ("buenos-aires-plan-of-action", "containedIn", "https://w3id.org/instrument-kg/id/publication/E.78.II.A.11"),
    ("2005-world-summit-outcome", "issuedAs", "https://undocs.org/A/RES/60/1"),
    ("havana-programme-of-action", "containedIn", "https://undocs.org/A/55/74"),
    ("havana-programme-of-action", "adoptedBy", "https://w3id.org/instrument-kg/id/body/first-south-summit"),
    ("A/62/295", "reportOf", "https://w3id.org/instrument-kg/id/body/secretary-general"),
]


@pytest.mark.parametrize(("subject", "predicate", "value"), FACTS)
def test_facts_between_instruments_are_plain_triples(
    subject: str, predicate: str, value: str, store: OxigraphStore
) -> None:
    asked = f'ASK {{ ?s kg:{predicate} <{value}> FILTER(CONTAINS(STR(?s), "{subject}")) }}'
    assert query.as_json(query.ask(store, asked)).replace(" ", "").find('"boolean":true') >= 0


def test_every_citation_stands_both_as_a_node_and_as_plain_links(store: OxigraphStore) -> None:
    missing = """SELECT ?c WHERE {
      ?c a cito:Citation ; cito:hasCitingEntity ?x ; cito:hasCitedEntity ?y ; cito:hasCitationCharacterization ?r .
      FILTER NOT EXISTS { ?x cito:cites ?y . ?x ?r ?y }
    }"""
    assert query.ask(store, missing).rows == ()
