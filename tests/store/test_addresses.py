"""The addresses of a server from the one URL that a person types."""

from __future__ import annotations

import pytest

from kg.store.remote import addresses, is_url

H = "http://h:1"
R = f"{H}/repositories/r"
GUESSED = [
    (f"{H}", f"{H}/query", f"{H}/update", f"{H}/store"),
    (f"{H}/", f"{H}/", f"{H}/", f"{H}/"),
    (f"{H}/query", f"{H}/query", f"{H}/update", f"{H}/store"),
    (f"{H}/sparql", f"{H}/sparql", f"{H}/sparql-auth", f"{H}/sparql-graph-crud-auth"),
    (f"{H}/sparql-auth", f"{H}/sparql-auth", f"{H}/sparql-auth", f"{H}/sparql-graph-crud-auth"),
    (f"{H}/ds/sparql", f"{H}/ds/sparql", f"{H}/ds/update", f"{H}/ds/data"),
    (f"{H}/a/ds/query", f"{H}/a/ds/query", f"{H}/a/ds/update", f"{H}/a/ds/data"),
    (f"{H}/ds", f"{H}/ds", f"{H}/ds", f"{H}/ds"),
    (R, R, f"{R}/statements", f"{R}/rdf-graphs/service"),
    (f"{H}/ds/sparql?key=1#top", f"{H}/ds/sparql?key=1", f"{H}/ds/update", f"{H}/ds/data"),
]


@pytest.mark.parametrize(("url", "query", "update", "graphs"), GUESSED)
def test_guessed_from_one_url(url: str, query: str, update: str, graphs: str) -> None:
    found = addresses(url)
    assert (found.query, found.update, found.graphs) == (query, update, graphs)


def test_what_is_given_is_taken() -> None:
    found = addresses(f"{H}/sparql", f"{H}/u", f"{H}/g?x=1")
    assert (found.query, found.update, found.graphs) == (f"{H}/sparql", f"{H}/u", f"{H}/g?x=1")
    assert found.graph("http://e.org/a#b") == f"{H}/g?x=1&graph=http%3A%2F%2Fe.org%2Fa%23b"


@pytest.mark.parametrize(
    ("place", "url"),
    [("http://h", True), ("HTTPS://h/sparql", True), ("http", False), ("./http://h", False), ("store", False)],
)
def test_a_url_is_told_from_a_folder(place: str, url: bool) -> None:
    assert is_url(place) is url
