"""Virtuoso cuts long answers and says so in a header alone: rows that are missing are never passed over."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.errors import StoreError
from kg.store import Table, open_store
from kg.store.push import push
from tests.servers.engines import Engine, virtuoso

MOST = 50


@pytest.fixture(scope="module")
def narrow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with virtuoso(tmp_path_factory.mktemp("narrow"), most_rows=MOST) as engine:
        yield engine


def test_an_answer_that_was_cut_is_an_error(narrow: Engine) -> None:
    local = open_store()
    graph = "https://w3id.org/instrument-kg/graph/many"
    local.load_nquads(f'<http://example.org/{n}> <http://example.org/b> "{n}" <{graph}> .' for n in range(MOST + 1))
    server = narrow.store()
    push(local, server)
    query = f"SELECT ?s WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
    with pytest.raises(StoreError, match=f"cuts answers at {MOST} rows; raise ResultSetMaxRows"):
        server.ask(query, union=False)
    answer = server.ask(f"{query} LIMIT {MOST - 1}", union=False)
    assert isinstance(answer, Table)
    assert len(list(answer.rows)) == MOST - 1
