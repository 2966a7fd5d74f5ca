"""Every query of the catalogue, word for word the same, has the same rows on a server as on the local store."""

from __future__ import annotations

import pytest

from kg.network import around, between, build
from kg.query import load, run
from kg.store import OxigraphStore
from kg.store.push import push
from tests.query.test_answers import CASES
from tests.servers.engines import Engine

Values = dict[str, str]
_TRIES = 3

EXAMPLES: list[tuple[str, Values]] = [
    (query.name, {one.name: one.example for one in query.parameters if one.default is None}) for query in load()
]
STORES = {
    "decades": [(name, values) for name, values, _rows in CASES],
    "sample": EXAMPLES,
}


@pytest.mark.parametrize("name", STORES)
def test_same_rows_as_on_the_local_store(engine: Engine, name: str, request: pytest.FixtureRequest) -> None:
    local: OxigraphStore = request.getfixturevalue(name)
    server = engine.store()
    push(local, server)
    for query_name, values in STORES[name]:
        query = load().get(query_name)
        expected = run(local, query, values)
        found = run(server, query, values)
        for _ in range(_TRIES):
            if found == expected:
                break
            # Virtuoso gives other rows now and then under heavy load (docs/servers.md), the same again until it is
            # filled anew; what is wrong of ours stays wrong.
            engine.clear()
            push(local, server)
            found = run(server, query, values)
        assert found == expected, (query_name, values)


def test_same_network_as_of_the_local_store(engine: Engine, sample: OxigraphStore) -> None:
    server = engine.store()
    push(sample, server)
    expected, found = build(sample), build(server)
    assert list(found.nodes(data=True)) == list(expected.nodes(data=True))
    assert list(found.edges(data=True)) == list(expected.edges(data=True))


def test_same_part_of_the_network_as_of_the_local_store(engine: Engine, sample: OxigraphStore) -> None:
    server = engine.store()
    push(sample, server)
    for name in ("62/209", "Secretary-General"):
        expected, found = around(sample, name, 2), around(server, name, 2)
        assert list(found.nodes(data=True)) == list(expected.nodes(data=True))
        assert list(found.edges(data=True)) == list(expected.edges(data=True))
    chain = between(sample, "62/209", "33/134", 2), between(server, "62/209", "33/134", 2)
    assert list(chain[0].edges(data=True)) == list(chain[1].edges(data=True))
