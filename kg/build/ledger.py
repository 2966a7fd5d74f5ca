"""What a build knows beside the graph: which file held which source, and what each source says it is.

It is an SQLite file in the folder of the store. The graph does not depend on it: without it, everything is read again
and found to be there. It is written after the store, so it may lag behind it, but never runs ahead.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.build.outcome import Source
from kg.errors import StoreError

_SCHEMA = """
CREATE TABLE IF NOT EXISTS source (
  key TEXT PRIMARY KEY, software TEXT NOT NULL, graph TEXT, form INTEGER NOT NULL, notes INTEGER NOT NULL,
  length INTEGER NOT NULL, language TEXT NOT NULL, tally TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS source_by_graph ON source (graph);
CREATE TABLE IF NOT EXISTS file (path BLOB PRIMARY KEY, key TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS file_by_key ON file (key);
"""
_SOURCE = "SELECT key, software, graph, form, notes, length, language, tally FROM source"


class Ledger:
    """The files and sources of one store. Every method raises StoreError if the file cannot be read or written."""

    def __init__(self, path: Path) -> None:
        self._name = str(path)
        with self._faults():
            # One thread at a time uses it, but not always the same.
            self._rows = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            self._rows.executescript(_SCHEMA)

    def close(self) -> None:
        """Let go of the file."""
        self._rows.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """What is written inside is written whole at the end, or not at all."""
        with self._faults():
            self._rows.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self._rows.in_transaction:  # on a full disk SQLite has ended it already
                self._rows.execute("ROLLBACK")
            raise
        with self._faults():
            self._rows.execute("COMMIT")

    def record(self, path: str, source: Source) -> set[str]:
        """Note what a file holds; the graphs whose sources are no longer the same."""
        with self._faults():
            before = self.source(source.key)
            values = (source.software, source.graph, source.form, source.notes, source.length, source.language)
            self._rows.execute(
                "REPLACE INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (source.key, *values, json.dumps(source.tally))
            )
            touched = self.place(path, source.key)
        touched |= {graph for graph in (source.graph, before.graph if before else None) if graph}
        return touched

    def place(self, path: str, key: str) -> set[str]:
        """Note which source a file holds; the graph of what it held before, if no other file holds that."""
        with self._faults():
            name = _absolute(path)
            row = self._rows.execute("SELECT key FROM file WHERE path = ?", (name,)).fetchone()
            if row == (key,):
                return set()
            self._rows.execute("REPLACE INTO file VALUES (?, ?)", (name, key))
            return self._drop(row[0]) if row else set()

    def forget(self, path: bytes) -> set[str]:
        """Note that a file is gone; the graph of what it held, if no other file holds that."""
        with self._faults():
            (key,) = self._rows.execute("SELECT key FROM file WHERE path = ?", (path,)).fetchone()
            self._rows.execute("DELETE FROM file WHERE path = ?", (path,))
            return self._drop(key)

    def distrust(self, graph: str) -> None:
        """Note that the sources of a graph are to be read again."""
        with self._faults():
            self._rows.execute("UPDATE source SET software = '' WHERE graph = ?", (graph,))

    def source(self, key: str) -> Source | None:
        """What is known of a source."""
        with self._faults():
            row = self._rows.execute(f"{_SOURCE} WHERE key = ?", (key,)).fetchone()
            return _source(row) if row else None

    def sources(self, graph: str) -> list[Source]:
        """The sources of a graph's document, the one that it is taken from first."""
        with self._faults():
            rows = self._rows.execute(f"{_SOURCE} WHERE graph = ?", (graph,)).fetchall()
            return sorted(map(_source, rows), key=lambda source: source.rank)

    def read_by(self, software: str) -> dict[str, bool]:
        """The keys of the sources that this software has tried, and of each whether a graph came of it."""
        with self._faults():
            return {
                key: bool(readable)
                for key, readable in self._rows.execute(
                    "SELECT key, graph IS NOT NULL FROM source WHERE software = ?", (software,)
                )
            }

    def all_sources(self) -> Iterator[Source]:
        """All sources, those of one graph together."""
        with self._faults():
            yield from map(_source, self._rows.execute(f"{_SOURCE} ORDER BY graph, key"))

    def files(self) -> list[bytes]:
        """The absolute paths of all files, as the file system names them."""
        with self._faults():
            return [path for (path,) in self._rows.execute("SELECT path FROM file ORDER BY path")]

    def file_of(self, key: str) -> str | None:
        """A file that held a source: one that is there, if any is; None if the source was dropped meanwhile."""
        with self._faults():
            rows = self._rows.execute("SELECT path FROM file WHERE key = ? ORDER BY path", (key,)).fetchall()
        names = [os.fsdecode(path) for (path,) in rows]
        return next((name for name in names if os.path.exists(name)), next(iter(names), None))

    def _drop(self, key: str) -> set[str]:
        """Drop a source that no file holds any more; its graph."""
        if self._rows.execute("SELECT 1 FROM file WHERE key = ? LIMIT 1", (key,)).fetchone():
            return set()
        row = self._rows.execute("SELECT graph FROM source WHERE key = ?", (key,)).fetchone()
        self._rows.execute("DELETE FROM source WHERE key = ?", (key,))
        return {row[0]} if row and row[0] else set()

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            raise StoreError(f"cannot be used: {error}", source=self._name) from error
        except sqlite3.DatabaseError as error:
            fault = f"is damaged ({error}); delete it, and everything will be read again"
            raise StoreError(fault, source=self._name) from error


def _absolute(path: str) -> bytes:
    return os.fsencode(os.path.abspath(path))


def _source(row: tuple[str, str, str | None, int, int, int, str, str]) -> Source:
    key, software, graph, form, notes, length, language, tally = row
    counts = tuple((kind, linked, unlinked) for kind, linked, unlinked in json.loads(tally))
    return Source(key, software, graph, form, notes, length, language, counts)
