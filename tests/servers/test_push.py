"""kg push: each graph whole, none twice, whatever happened before; only what it wrote is ever removed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.store import OxigraphStore, open_store
from kg.store.push import Pushed, push
from kg.store.remote import RemoteStore
from tests.servers.engines import Engine, oxigraph

OTHERS = "http://example.org/graph/of-others"
OF_OTHERS = f"<http://example.org/a> <http://example.org/b> <http://example.org/c> <{OTHERS}> ."
TITLE = "<http://purl.org/dc/terms/title>"


def graphs(count: int, text: str = "one") -> OxigraphStore:
    """A store of so many small graphs."""
    store = open_store()
    store.load_nquads(
        f'<https://undocs.org/{number}> {TITLE} "{text}" <https://w3id.org/instrument-kg/graph/{number}> .'
        for number in range(count)
    )
    return store


def test_what_arrives_is_what_was_sent(engine: Engine, sample: OxigraphStore) -> None:
    server = engine.store()
    assert push(sample, server) == Pushed(sent=2, quads=len(sample), kept=0, gone=0, pruned=False)
    assert server.graphs() == sample.graphs()
    assert list(server.dump()) == list(sample.dump())
    assert len(server) == len(sample)


def test_the_second_time_nothing_is_sent(engine: Engine, sample: OxigraphStore) -> None:
    push(sample, engine.store())
    assert push(sample, engine.store()) == Pushed(sent=0, quads=0, kept=2, gone=0, pruned=False)


def test_a_graph_that_changed_is_replaced_whole(engine: Engine) -> None:
    push(graphs(3), engine.store())
    changed = graphs(3)
    changed.replace_graph(changed.graphs()[1], [line for line in graphs(3, "two").dump() if "/1>" in line])
    assert push(changed, engine.store()).sent == 1
    assert list(engine.store().dump()) == list(changed.dump())


def test_a_graph_that_somebody_dropped_is_sent_again(engine: Engine) -> None:
    push(graphs(3), engine.store())
    engine.store().remove_graph(graphs(3).graphs()[2])
    assert push(graphs(3), engine.store()).sent == 1
    assert list(engine.store().dump()) == list(graphs(3).dump())


@pytest.mark.parametrize("prune", [False, True])
def test_only_pushed_graphs_are_pruned(engine: Engine, prune: bool) -> None:
    server = engine.store()
    server.load_nquads([OF_OTHERS])
    push(graphs(5), server)
    assert push(graphs(3), server, prune=prune) == Pushed(sent=0, quads=0, kept=3, gone=2, pruned=prune)
    assert server.graphs() == graphs(3 if prune else 5).graphs()
    assert server.has_graph(OTHERS)


@pytest.mark.parametrize("puts", [0, 1, 2])
def test_a_push_that_broke_off_goes_on(engine: Engine, puts: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken off between any two requests, graphs that may be old or half there are sent again, and none is lost."""
    push(graphs(4, "old"), engine.store())
    monkeypatch.setattr(RemoteStore, "put_graph", _failing_after(puts, RemoteStore.put_graph))
    with pytest.raises(StoreError, match="gone"):
        push(graphs(3, "new"), engine.store())
    monkeypatch.undo()
    assert push(graphs(3, "new"), engine.store(), prune=True) == Pushed(3, 3, 0, gone=1, pruned=True)
    assert list(engine.store().dump()) == list(graphs(3, "new").dump())


def test_a_graph_that_broke_off_and_is_gone_since_can_be_pruned(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(RemoteStore, "put_graph", _failing_after(2, RemoteStore.put_graph))
    with pytest.raises(StoreError):
        push(graphs(3), engine.store())
    monkeypatch.undo()
    assert push(graphs(1), engine.store(), prune=True).gone == 2
    assert list(engine.store().dump()) == list(graphs(1).dump())


def test_killed_in_mid_run_it_continues_to_the_same_graphs(tmp_path: Path) -> None:
    """SIGKILL while graphs are on their way; what had its mark by then is not sent again."""
    local = open_store(tmp_path / "store")
    local.load_nquads(graphs(400).dump())
    local.flush()
    del local
    with oxigraph(tmp_path) as engine:
        command = [sys.executable, "-c", "from kg.cli import main; main()", "push", engine.url]
        process = subprocess.Popen(
            [*command, "--store", str(tmp_path / "store")], stderr=subprocess.PIPE, text=True, env=dict(os.environ)
        )
        assert process.stderr is not None
        assert process.stderr.readline() == "100 of 400 graphs\n"
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stderr.close()
        pushed = push(graphs(400), engine.store())
        assert pushed.kept >= 100
        assert pushed.sent + pushed.kept == 400
        assert list(engine.store().dump()) == list(graphs(400).dump())


def _failing_after(count: int, put: object) -> object:
    done = 0

    def failing(self: RemoteStore, graph: str, triples: list[str]) -> None:
        nonlocal done
        if done == count:
            raise StoreError("gone", source="server")
        done += 1
        put(self, graph, triples)  # type: ignore[operator]

    return failing
