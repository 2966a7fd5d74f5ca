"""Builds on a real Dask cluster: the same bytes as on one machine, whatever becomes of workers and documents."""

from __future__ import annotations

import gc
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.build import Counts, Settings, build, cluster
from kg.errors import ClusterError
from tests.builds.dask_cluster import OTHER_SOFTWARE, LocalCluster, free_port, kill
from tests.builds.files import held, text, write, xml
from tests.commands import kg, refusal

pytest.importorskip("distributed")
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:distributed.*")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalCluster]:
    with LocalCluster(tmp_path_factory.mktemp("cluster"), 3) as started:
        yield started


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {f"{number:02}.txt": text(number, f"60/{number}") for number in range(1, 60)}
    more = {"01.xml": xml(1), "same.txt": text(1, "60/1"), "fr.xml": xml(2, language="fra"), "bad.txt": "\0"}
    return write(tmp_path_factory.mktemp("corpus"), files | more)


@pytest.fixture(scope="module")
def local(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of a build on this machine alone."""
    store = tmp_path_factory.mktemp("local") / "store"
    build([corpus], store, Settings(workers=1))
    return store


@pytest.mark.parametrize("send", cluster.SEND)
def test_the_same_bytes_as_on_one_machine(
    send: str, corpus: Path, local: Path, running: LocalCluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From relative paths, which mean nothing to the workers."""
    monkeypatch.chdir(corpus.parent)
    store = tmp_path / "store"
    ran = kg("build", corpus.name, "--store", store, "--scheduler", running.address, "--send", send)
    assert ran.code == 3
    assert held(store) == held(local)
    failed = (store / "failed.jsonl").read_text()
    assert failed == (local / "failed.jsonl").read_text().replace(str(corpus), corpus.name)


def test_documents_that_end_who_reads_them(local: Path, corpus: Path, running: LocalCluster, tmp_path: Path) -> None:
    bad = {"abort.txt": "end the reader", "loop.txt": "never end"}
    summary = build(
        [corpus, write(tmp_path / "bad", bad)], tmp_path / "store", Settings(scheduler=running.address, time_limit=5)
    )
    reasons = {Path(failure.path).name: failure.reason.partition(": ")[2] for failure in summary.failures}
    assert reasons.pop("bad.txt").startswith("is empty")
    assert reasons == {
        "abort.txt": "the process that read it died (signal 6)",
        "loop.txt": "takes longer than 5 seconds",
    }
    assert held(tmp_path / "store") == held(local)


def test_a_worker_that_is_killed_in_the_middle_costs_nothing(
    corpus: Path, local: Path, running: LocalCluster, tmp_path: Path
) -> None:
    def kill_one(counts: Counts) -> None:
        if counts.done == 20:
            kill(running.workers.pop())

    build([corpus], tmp_path / "store", Settings(scheduler=running.address), kill_one)
    assert len(running.workers) == 2
    assert held(tmp_path / "store") == held(local)


def test_a_document_that_ends_whole_workers_is_given_up(running: LocalCluster, tmp_path: Path) -> None:
    corpus = write(tmp_path / "corpus", {"1.txt": text(1), "worker.txt": "end the worker"})
    summary = build([corpus], tmp_path / "store", Settings(scheduler=running.address))
    assert [failure.cause for failure in summary.failures] == ["the workers that read it died"]
    assert summary.holdings.documents == 1


def test_a_worker_with_other_software_is_told(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "cluster").mkdir()
    with LocalCluster(tmp_path / "cluster", 1, OTHER_SOFTWARE) as other:
        told = refusal(kg("build", corpus, "--store", tmp_path / "store", "--scheduler", other.address))
    assert "the worker has instrument-kg 0.0.1+" in told
    assert "install the same everywhere" in told


def fault(paths: list[Path], store: Path, settings: Settings, watch: Callable[[Counts], None]) -> str:
    """What a build fails with. The frames of the error are let go, for they hold on to the store."""
    with pytest.raises(ClusterError) as told:
        build(paths, store, settings, watch)
    message = str(told.value)
    del told
    gc.collect()
    return message


def test_a_scheduler_that_is_lost(corpus: Path, local: Path, tmp_path: Path) -> None:
    (tmp_path / "cluster").mkdir()
    store = tmp_path / "store"
    with LocalCluster(tmp_path / "cluster", 1) as lost:

        def kill_it(counts: Counts) -> None:
            if counts.done == 10:
                kill(lost.scheduler)

        told = fault([corpus], store, Settings(scheduler=lost.address), kill_it)
        assert told == f"{lost.address}: the scheduler is lost; the same command goes on"
    build([corpus], store, Settings(workers=1))
    assert held(store) == held(local)


def test_a_cluster_without_workers(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 0.5)
    (tmp_path / "cluster").mkdir()
    with LocalCluster(tmp_path / "cluster", 0) as empty:
        told = refusal(kg("build", corpus, "--store", tmp_path / "store", "--scheduler", empty.address))
        assert told == f"{empty.address}: the scheduler has no workers"
        (tmp_path / "none").mkdir()
        none = kg("build", tmp_path / "none", "--store", tmp_path / "other", "--scheduler", empty.address)
        assert none.code == 0, "where nothing is to be read, no worker is needed"


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:{free}", "127.0.0.1:{free}", "carrier-pigeon://coop:1", "tcp://"])
def test_nobody_there(address: str, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_CONNECT", 1)
    named = address.format(free=free_port())
    told = refusal(kg("build", corpus, "--store", tmp_path / "store", "--scheduler", named))
    assert told == f"{named}: no Dask scheduler answers there"
    assert not (tmp_path / "store").exists()


def test_somebody_else_is_there(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_CONNECT", 1)
    with socket.create_server(("127.0.0.1", 0)) as server:
        named = f"tcp://127.0.0.1:{server.getsockname()[1]}"
        told = refusal(kg("build", corpus, "--store", tmp_path / "store", "--scheduler", named))
    assert told == f"{named}: no Dask scheduler answers there"


def test_without_the_extra_it_says_what_to_install(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    told = refusal(kg("build", corpus, "--store", tmp_path / "store", "--scheduler", "tcp://127.0.0.1:8786"))
    assert told == "a cluster needs the package distributed: pip install 'instrument-kg[cluster]'"


def test_workers_of_this_machine_and_a_cluster_exclude_each_other(corpus: Path, tmp_path: Path) -> None:
    ran = kg("build", corpus, "--store", tmp_path / "store", "--scheduler", "tcp://127.0.0.1:8786", "--workers", "2")
    assert ran.code == 2
    assert "exclude each other" in ran.err
