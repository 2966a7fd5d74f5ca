"""kill -9 and full disks: the store opens, holds whole documents only, and the same command finishes it."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest

from kg.build import Settings, build
from kg.build.folder import opened
from kg.store import open_store
from kg.triples.registry import registry_graph
from tests.builds.files import held, text, write, xml

KILLS = 20
BUILD = """
import sys
from pathlib import Path
from kg.build import Settings, build
if __name__ == "__main__":
    build([Path(sys.argv[1])], Path(sys.argv[2]), Settings(workers=1, batch=20_000, prune=True))
"""
NOBODY = """
import os, sys
import kg.build.run
from kg.cli import main
opened = kg.build.run.opened
def opened_as_nobody(folder):  # not before: this checkout may be in a folder that only root may look into
    if os.geteuid() == 0:  # whom no permissions bind
        os.setegid(65534)
        os.seteuid(65534)
    return opened(folder)
kg.build.run.opened = opened_as_nobody
main(["build", sys.argv[1], "--store", sys.argv[2], "--workers", "1"])
"""
LIMITED = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))\n{BUILD}"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {f"{number:02}.txt": text(number, f"60/{number}") for number in range(1, 41)}
    return write(tmp_path_factory.mktemp("corpus"), files | {f"{number}.xml": xml(number) for number in range(1, 10)})


@pytest.fixture(scope="module")
def whole(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The quads of an undisturbed build."""
    store = tmp_path_factory.mktemp("whole") / "store"
    build([corpus], store, Settings(workers=1))
    return held(store)


@pytest.fixture(scope="module")
def documents(corpus: Path, whole: list[str], tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, ...]]:
    """Every whole document that may be in a store: from all of its sources, or from one while the other is to come."""
    parts = [whole]
    for suffix in (".txt", ".xml"):
        store = tmp_path_factory.mktemp("part") / "store"
        build(sorted(corpus.glob(f"*{suffix}")), store, Settings(workers=1))
        parts.append(held(store))
    return {tuple(lines) for quads in parts for lines in by_graph(quads).values()}


def by_graph(quads: list[str]) -> dict[str, list[str]]:
    """The quads of each document's graph. That of the registry is no document: it is written last, and may lag."""
    graphs = {graph: list(lines) for graph, lines in groupby(quads, key=lambda line: line.rsplit(" ", 2)[1])}
    graphs.pop(f"<{registry_graph()}>", None)
    return graphs


def started(code: str, corpus: Path, store: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, str(corpus), str(store)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True)


def moments(seconds: float) -> Iterator[float]:
    chance = random.Random(4)  # noqa: S311
    for _ in range(KILLS):
        yield chance.uniform(0.05, seconds)


def killed(process: subprocess.Popen[str], after: float) -> None:
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    process.communicate()


def test_killed_at_any_moment_it_goes_on_to_the_same_graph(
    corpus: Path, whole: list[str], documents: set[tuple[str, ...]], tmp_path: Path
) -> None:
    begun = time.monotonic()
    started(BUILD, corpus, tmp_path / "timed").communicate()
    full = time.monotonic() - begun
    finished, store = 0, tmp_path / "store-0"
    for moment in moments(full):
        killed(started(BUILD, corpus, store), moment)
        if not (store / "CURRENT").exists():
            continue
        graphs = by_graph(held(store))
        assert {tuple(lines) for lines in graphs.values()} <= documents
        if len(graphs) == len(by_graph(whole)):
            assert started(BUILD, corpus, store).communicate()[1] == ""
            assert held(store) == whole
            finished += 1
            store = tmp_path / f"store-{finished}"
    assert started(BUILD, corpus, store).communicate()[1] == ""
    assert held(store) == whole


def test_a_store_that_was_just_being_born(corpus: Path, whole: list[str], tmp_path: Path) -> None:
    store = write(tmp_path / "store", {"LOCK": "", "IDENTITY": "x", "MANIFEST-000001": "x", "LOG": "x"})
    build([corpus], store, Settings(workers=1))
    assert held(store) == whole


def test_what_a_load_left_is_cleared_away(tmp_path: Path) -> None:
    open_store(tmp_path / "store")
    left = tmp_path / "store" / "bulk-123.sst"
    left.write_bytes(b"half a file")
    with opened(tmp_path / "store"):
        assert not left.exists()


def test_a_full_disk_is_one_line_and_loses_nothing(corpus: Path, whole: list[str], tmp_path: Path) -> None:
    store = tmp_path / "store"
    build([corpus / "01.txt"], store, Settings(workers=1))
    process = started(LIMITED, corpus, store)
    _, complaint = process.communicate()
    assert process.returncode == 1
    assert "kg.errors.StoreError" in complaint.splitlines()[-1]
    assert by_graph(held(store)).keys() >= {line.rsplit(" ", 2)[1] for line in whole if "graph/A/RES/70/1>" in line}
    build([corpus], store, Settings(workers=1))
    assert held(store) == whole


@pytest.mark.parametrize("there", [True, False])
def test_an_unwritable_folder_is_one_line_and_loses_nothing(
    there: bool, corpus: Path, whole: list[str], tmp_path: Path
) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    if there:
        build([corpus / "01.txt"], folder / "store", Settings(workers=1))
    before = held(folder / "store") if there else []
    closed = [folder, *folder.rglob("*")]
    for path in closed:
        path.chmod(0o555 if path.is_dir() else 0o444)
    process = started(NOBODY, corpus, folder / "store")
    _, complaint = process.communicate()
    for path in closed:
        path.chmod(0o755 if path.is_dir() else 0o644)
    assert process.returncode == 1
    assert complaint.startswith(f"kg: {folder / 'store'}: ")
    assert complaint.count("\n") == 1
    assert (held(folder / "store") if there else []) == before
    build([corpus], folder / "store", Settings(workers=1))
    assert held(folder / "store") == whole


def test_a_process_that_dies_in_the_middle_costs_nothing(corpus: Path, whole: list[str], tmp_path: Path) -> None:
    import multiprocessing

    def end_one(_: object) -> None:
        if not ended and (children := multiprocessing.active_children()):
            children[0].kill()
            ended.append(children[0])

    ended: list[object] = []
    build([corpus], tmp_path / "store", Settings(workers=2, batch=20_000), end_one)
    assert ended
    assert held(tmp_path / "store") == whole
