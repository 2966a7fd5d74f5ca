"""What `kg.store.Store` promises, kept by a server as by the local store."""

from __future__ import annotations

import pytest

from kg.errors import QueryError, StoreError
from kg.store import OxigraphStore, Statements, Store, Table, Verdict, open_store
from tests.servers.engines import Engine

GRAPH_1, GRAPH_2 = "http://example.org/graph/1", "http://example.org/graph/2"
A_CITES_B = "<http://example.org/a> <http://purl.org/spar/cito/cites> <http://example.org/b>"
DC = "http://purl.org/dc/terms/"
HARD = (
    f'<http://example.org/a> <{DC}title> "\\"Ü\\" \\\\ <script>&amp;\\n𝄞 \u2028{"x" * 9000}"@en <{GRAPH_1}> .',
    f'<http://example.org/a> <{DC}date> "2007-12-19"^^<http://www.w3.org/2001/XMLSchema#date> <{GRAPH_1}> .',
    f'<http://example.org/a> <{DC}title> "" <{GRAPH_1}> .',
    f'<http://example.org/a?b=c&d=%C3%A9> <{DC}title> "titre"@fr <{GRAPH_1}> .',
)
LINES = [f"{A_CITES_B} <{GRAPH_2}> .", f"{A_CITES_B} <{GRAPH_1}> .", *HARD]
CITES = "SELECT ?citing ?cited WHERE { ?citing <http://purl.org/spar/cito/cites> ?cited }"


@pytest.fixture(params=["local", "server"])
def store(request: pytest.FixtureRequest, engine: Engine) -> Store:
    local: Store = open_store()
    return local if request.param == "local" else engine.store()


def rows(store: Store, query: str, union: bool = False) -> set[tuple[str, ...]]:
    answer = store.ask(query, union=union)
    assert isinstance(answer, Table)
    return {tuple(str(term) for term in row) for row in answer.rows}


def test_what_goes_in_comes_out(store: Store) -> None:
    store.load_nquads(LINES)
    for graph in (GRAPH_1, GRAPH_2):
        assert store.has_graph(graph)
        found = store.ask(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}", union=False)
        assert isinstance(found, Statements)
        assert sorted(f"{triple} <{graph}> ." for triple in found.triples) == sorted(
            line for line in LINES if graph in line
        )


def test_bytes_load_as_lines_do(store: Store) -> None:
    store.load_nquads("\n".join(LINES).encode())
    assert store.has_graph(GRAPH_1)
    assert store.has_graph(GRAPH_2)


def test_a_graph_is_replaced_whole_and_removed(store: Store) -> None:
    store.load_nquads(LINES)
    store.replace_graph(
        GRAPH_1, [f"<http://example.org/x> <http://purl.org/spar/cito/cites> <http://e.org/y> <{GRAPH_1}> ."]
    )
    assert rows(store, f"SELECT ?s WHERE {{ GRAPH <{GRAPH_1}> {{ ?s ?p ?o }} }}") == {("<http://example.org/x>",)}
    assert rows(store, f"SELECT ?s WHERE {{ GRAPH <{GRAPH_2}> {{ ?s ?p ?o }} }}") == {("<http://example.org/a>",)}
    store.remove_graph(GRAPH_1)
    store.remove_graph(GRAPH_1)
    assert not store.has_graph(GRAPH_1)
    assert store.has_graph(GRAPH_2)


def test_a_quad_of_another_graph_is_refused(store: Store) -> None:
    store.load_nquads(LINES)
    with pytest.raises(StoreError, match="cannot stand in"):
        store.replace_graph(GRAPH_1, [f"{A_CITES_B} <{GRAPH_2}> ."])
    assert store.has_graph(GRAPH_1)


def test_a_query_that_does_not_parse_is_a_fault_of_the_query(store: Store) -> None:
    with pytest.raises(QueryError):
        store.ask("SELECT ?x WHERE { ?x ?y }", union=False)


def test_without_union_the_graphs_are_those_of_the_query(store: Store) -> None:
    store.load_nquads(LINES)
    assert len(rows(store, CITES.replace("WHERE", f"FROM <{GRAPH_1}> WHERE"))) == 1
    assert rows(store, CITES.replace("WHERE", "FROM <http://example.org/none> WHERE")) == set()


def test_verdicts(store: Store) -> None:
    store.load_nquads(LINES)
    for graph, expected in ((GRAPH_1, True), ("http://example.org/none", False)):
        assert store.ask(f"ASK {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}", union=False) == Verdict(expected)


def test_unbound_cells_are_none(store: Store, sample: OxigraphStore) -> None:
    store.load_nquads(LINES)
    query = f"SELECT ?s ?none WHERE {{ GRAPH <{GRAPH_2}> {{ ?s ?p ?o OPTIONAL {{ ?o <http://e.org/no> ?none }} }} }}"
    answer = store.ask(query, union=False)
    assert isinstance(answer, Table)
    assert answer.columns == ("s", "none")
    assert [row[1] for row in answer.rows] == [None]
