"""Bounds of an answer: each is met with a clear answer, and the application goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.serve.bounds import Bounds, Settings

from .conftest import Client, client_of

ALL = "SELECT * { ?s ?p ?o }"
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
GREEDY = "SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i"
ASK = "ASK { ?s ?p ?o }"
FORMS = ["application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"]


@pytest.fixture(scope="module")
def tight(sample: Path) -> Iterator[Client]:
    """Very little of everything, and one worker, so that all depends on its coming back."""
    bounds = Bounds(seconds=60, rows=50, answer_bytes=20_000, workers=1)
    with client_of(sample, Settings(bounds=bounds)) as found:
        yield found


@pytest.fixture(scope="module")
def hurried(sample: Path) -> Iterator[Client]:
    """Very little time."""
    with client_of(sample, Settings(bounds=Bounds(seconds=1.5, workers=1))) as found:
        yield found


def _goes_on(client: Client) -> bool:
    """Whether the next question is answered, within the time in which a worker starts anew."""
    answers = (client.get("/sparql", params={"query": ASK}) for _ in range(60))
    return any(answer.status_code == 200 and answer.json()["boolean"] for answer in answers)


@pytest.mark.parametrize("form", FORMS)
def test_too_many_rows(tight: Client, form: str) -> None:
    assert tight.get("/sparql", form, params={"query": f"{ALL} LIMIT 50"}).status_code == 200
    answer = tight.get("/sparql", form, params={"query": f"{ALL} LIMIT 51"})
    assert (answer.status_code, "more than 50 rows" in answer.text) == (422, True)


@pytest.mark.parametrize("form", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"])
def test_too_many_triples(tight: Client, form: str) -> None:
    text = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT "
    assert tight.get("/sparql", form, params={"query": f"{text} 20"}).status_code == 200
    answer = tight.get("/sparql", form, params={"query": f"{text} 51"})
    assert (answer.status_code, "more than 50 rows" in answer.text) == (422, True)


@pytest.mark.parametrize("form", FORMS)
def test_too_many_bytes(tight: Client, form: str) -> None:
    text = (
        "SELECT ?x { BIND('" + "x" * 900 + "' AS ?y) VALUES ?n { " + "1 " * 40 + "} BIND(CONCAT(?y, STR(?n)) AS ?x) }"
    )
    answer = tight.get("/sparql", form, params={"query": text})
    assert (answer.status_code, "larger than 20,000 bytes" in answer.text) == (422, True)


def test_too_long_and_the_worker_comes_back(hurried: Client) -> None:
    answer = hurried.get("/sparql", params={"query": RUNAWAY})
    assert (answer.status_code, "not answered within 1.5 seconds" in answer.text) == (504, True)
    assert _goes_on(hurried)


def test_people_see_their_query_and_what_was_wrong_with_it(hurried: Client) -> None:
    answer = hurried.get("/sparql", "text/html", params={"query": RUNAWAY})
    assert answer.status_code in (503, 504)
    assert RUNAWAY in answer.text
    assert _goes_on(hurried)


def test_a_page_is_cut_and_says_so(client: Client) -> None:
    many = "SELECT * { ?a a ?b . ?c a ?d }"
    page = client.get("/sparql", "text/html", params={"query": many})
    assert "1,000 rows, the first of more" in page.text


def test_downloads_are_bounded(tight: Client) -> None:
    assert tight.get("/queries/paragraphs?document=62/209&format=csv").status_code == 200
    assert tight.get("/queries/documents?format=csv").status_code == 200
    assert tight.get("/export/A/RES/62/209?form=turtle").status_code == 422


def test_what_takes_too_much_memory_ends_the_worker_alone(sample: Path) -> None:
    bounds = Bounds(seconds=30, memory=200 << 20, workers=1)
    with client_of(sample, Settings(bounds=bounds)) as client:
        answer = client.get("/sparql", params={"query": GREEDY})
        assert (answer.status_code, "more than 200 MB of memory" in answer.text) == (422, True)
        assert _goes_on(client)


def test_deep_nesting_and_long_chains_end_nothing(client: Client) -> None:
    for text in ("SELECT * WHERE {" * 500, "ASK { FILTER(" + "(" * 3000 + "1" + ")" * 3000 + ") }"):
        assert client.get("/sparql", params={"query": text}).status_code == 400
    assert client.get("/sparql", params={"query": ASK}).json()["boolean"]
