"""The writer: whatever the history of files and sources, the store is what the last state says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kg.build.ledger import Ledger
from kg.build.outcome import Read, Source, Unchanged
from kg.build.writer import Writer
from kg.store import OxigraphStore, open_store
from kg.symbols.iri import BASE
from kg.triples import reused

PATHS = [f"/nowhere/{number}" for number in range(4)]
CONTENTS = st.tuples(st.integers(0, 2), st.integers(0, 3))
"""A graph, and one of the sources that say they are its document."""


@contextmanager
def writer() -> Iterator[tuple[OxigraphStore, Ledger, Writer]]:
    store = open_store()
    with closing(Ledger(Path(":memory:"))) as ledger:
        yield store, ledger, Writer(store, ledger)


def read(path: str, content: tuple[int, int]) -> Read:
    """A file whose source has a digest of its own and says that it is the document of a graph."""
    graph, number = f"{BASE}graph/{content[0]}", content[1]
    digest = f"{content[0]}{number}" * 32
    node = f"<urn:sha256:{digest}>"
    quads = (
        f'<{graph}> <{reused.WAS_DERIVED_FROM}> {node} <{graph}> .\n{node} <{reused.LABEL}> "{number}" <{graph}> .\n'
    )
    return Read(path, Source(f"{digest}.txt", "now", graph, form=number % 3, language="en"), quads.encode())


def brought_up_to_date(writer: Writer, ledger: Ledger, files: dict[str, tuple[int, int]]) -> None:
    """Read again what the writer wants, as a build does at its end."""
    while writer.wanted:
        wanted, writer.wanted = sorted(writer.wanted), set()
        for key in wanted:
            path = ledger.file_of(key)
            if path is not None:
                writer.write([read(path, files[path])])


def undisturbed(files: dict[str, tuple[int, int]]) -> list[str]:
    with writer() as (store, _, fresh):
        fresh.write([read(path, content) for path, content in files.items()])
        return list(store.dump())


@given(st.lists(st.tuples(st.sampled_from(PATHS), st.none() | CONTENTS), max_size=12), st.integers(1, 4))
def test_any_history_ends_in_the_graph_of_its_last_state(
    steps: list[tuple[str, tuple[int, int] | None]], size: int
) -> None:
    files: dict[str, tuple[int, int]] = {}
    with writer() as (store, ledger, ours):
        for number in range(0, len(steps), size):
            batch = []
            for path, content in dict(steps[number : number + size]).items():
                if content is not None:
                    files[path] = content
                    batch.append(read(path, content))
                elif files.pop(path, None) is not None:
                    ours.prune([path.encode()])
            ours.write(batch)
        brought_up_to_date(ours, ledger, files)
        assert list(store.dump()) == undisturbed(files)


@given(st.dictionaries(st.sampled_from(PATHS), CONTENTS, min_size=1), st.dictionaries(st.sampled_from(PATHS), CONTENTS))
def test_a_ledger_that_lags_behind_the_store_is_noticed(
    before: dict[str, tuple[int, int]], written: dict[str, tuple[int, int]]
) -> None:
    """As after a crash between the two: the store has what was written, the ledger does not."""
    with writer() as (store, ledger, ours), closing(Ledger(Path(":memory:"))) as ahead:
        ours.write([read(path, content) for path, content in before.items()])
        ahead_writer = Writer(store, ahead)
        ahead_writer.write([read(path, content) for path, content in (before | written).items()])
        doubtful = ours.compare()
        ours.write([], doubtful)
        brought_up_to_date(ours, ledger, before)
        ours.prune([])
        assert list(store.dump()) == undisturbed(before)


def test_a_source_that_was_dropped_meanwhile_is_read_again() -> None:
    with writer() as (store, ledger, ours):
        ours.write([read(PATHS[0], (1, 1))])
        ours.write([read(PATHS[0], (1, 2))])
        ours.write([Unchanged(PATHS[1], read(PATHS[1], (1, 1)).source.key)])
        assert len(ours.wanted) == 1
        files = {PATHS[0]: (1, 2), PATHS[1]: (1, 1)}
        brought_up_to_date(ours, ledger, files)
        assert list(store.dump()) == undisturbed(files)
