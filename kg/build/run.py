"""A build from end to end: files -> processes or a cluster that read -> batches -> store. Composition only."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from kg.build.folder import opened, write_failures
from kg.build.inputs import found
from kg.build.ledger import Ledger
from kg.build.outcome import Failed, Read, Task, Unchanged
from kg.build.reading import failed, key, prepare, read_out
from kg.build.software import fingerprint
from kg.build.summary import Counts, Summary, holdings
from kg.build.workers import Lost, Pool
from kg.build.writer import Writer
from kg.errors import KgError, StoreError
from kg.store import OxigraphStore
from kg.store.register import register

TIME_LIMIT = 120
"""Seconds that one document may take; the longest of the corpus take two."""

BATCH = 16 << 20
"""Bytes of quads that are written at a time: larger batches cost memory, smaller ones time."""

_BATCH_FILES = 5000

Watch = Callable[[Counts], None]


@dataclass(frozen=True, slots=True)
class Settings:
    """How to build: processes that read (None: one a core), seconds that a document may take, whether to forget files
    that are gone, the language of plain text, and the bytes of quads that are written at a time.

    With `scheduler`, the address of a Dask scheduler, its cluster reads in the place of processes; `send` says whether
    the "bytes" of documents travel to it or their "paths".
    """

    workers: int | None = None
    time_limit: float = TIME_LIMIT
    prune: bool = False
    language: str = "en"
    batch: int = BATCH
    scheduler: str | None = None
    send: str = "bytes"


class Readers(Protocol):
    """Who reads: processes, or a cluster."""

    def run(self, tasks: Iterator[Task]) -> Iterator[tuple[Task, Read | Failed | Lost]]:
        """The tasks with what came of them, in the order in which it comes."""
        ...

    def close(self) -> None:
        """Let go of what reads."""
        ...


def build(paths: Iterable[Path], folder: Path, settings: Settings | None = None, watch: Watch | None = None) -> Summary:
    """Bring the store in a folder up to date with files and folders of documents, and say what came of it.

    `watch` is told how far it is, file by file. The graph depends on the sources alone: neither on the order of paths
    nor on the number of processes, nor on builds that were cut short. Raises StoreError if the store cannot be written.
    """
    settings = settings or Settings()
    files = [str(path) for path in found(paths)]
    with (
        closing(_readers(settings)) as readers,
        opened(folder) as (store, ledger),
        _Batches(Writer(store, ledger), settings.batch) as batches,
    ):
        run = _Run(batches, ledger, readers, Counts(len(files)), watch)
        run.all(files, settings.prune)
        register(store)
        failures = tuple(sorted(run.failures))
        write_failures(folder, failures)
        held = holdings(ledger)
        _settle(store, batches.writer.added, held.documents)
        return Summary(run.counts, failures, held)


def _settle(store: OxigraphStore, added: int, documents: int) -> None:
    """Put on disk what is in memory, and a store that is for the most part new in order.

    What bulk loads leave to be merged would be merged during the next build. A store that this build has at least
    doubled is merged at once, so that the cost of all builds together stays in proportion to what they add. That only
    makes it quicker: if it fails (it needs room on the disk), nothing is lost and there is nothing to tell.
    """
    store.flush()
    if added and 2 * added >= documents:
        with suppress(StoreError):
            store.optimize()


def _readers(settings: Settings) -> Readers:
    if settings.scheduler is not None:
        from kg.build.cluster import Cluster

        limit, send = settings.time_limit, settings.send
        return Cluster(settings.scheduler, language=settings.language, limit=limit, send=send)
    pool: Pool[Task, Read | Failed] = Pool(
        partial(read_out, software=fingerprint(), language=settings.language),
        partial(prepare, settings.language),
        count=settings.workers or os.cpu_count() or 1,
        limit=settings.time_limit,
    )
    return pool


class _Batches:
    """What was read, on its way to the store: in batches, in a thread of its own, one at a time.

    So no more is held than the batch that is written and the one that grows meanwhile.
    """

    def __init__(self, writer: Writer, largest: int) -> None:
        self.writer = writer
        self._largest = largest
        self._thread = ThreadPoolExecutor(1)
        self._batch: list[Read | Unchanged] = []
        self._size = 0
        self._writing: Future[None] | None = None

    def __enter__(self) -> _Batches:
        return self

    def __exit__(self, *_: object) -> None:
        self._thread.shutdown()

    def add(self, outcome: Read | Unchanged) -> None:
        """Put an outcome into the batch, and the batch on its way if it is full."""
        self._batch.append(outcome)
        self._size += len(outcome.quads) if isinstance(outcome, Read) else 0
        if self._size >= self._largest or len(self._batch) >= _BATCH_FILES:
            self._send()

    def finish(self) -> Writer:
        """Wait until all is written. StoreError if it cannot be."""
        self._send()
        self._wait()
        return self.writer

    def _send(self) -> None:
        self._wait()
        self._writing = self._thread.submit(self.writer.write, self._batch)
        self._batch, self._size = [], 0

    def _wait(self) -> None:
        if self._writing is not None:
            self._writing.result()


class _Run:
    """One build: which files are to be read, in which rounds, and what came of them."""

    def __init__(
        self, batches: _Batches, ledger: Ledger, readers: Readers, counts: Counts, watch: Watch | None
    ) -> None:
        self._batches, self._ledger, self._readers, self._watch = batches, ledger, readers, watch
        self.counts = counts
        self.failures: list[Failed] = []

    def all(self, files: list[str], prune: bool) -> None:
        """Read what is new or has changed, then what turns out to be needed beside it."""
        doubtful = self._batches.writer.compare()
        alike: list[Task] = []
        self._read(self._new(files, alike))
        self._read(self._unlike(alike))
        writer = self._batches.finish()
        writer.write([], doubtful)
        if prune:
            present = {os.fsencode(os.path.abspath(file)) for file in files}
            writer.prune([path for path in self._ledger.files() if path not in present and not os.path.exists(path)])
        tried: set[str] = set()
        while wanted := sorted(writer.wanted - tried):
            tried.update(wanted)
            self._read_again(wanted)

    def _new(self, files: Iterable[str], alike: list[Task]) -> Iterator[Task]:
        """The files to read; of files that hold the same only the first, the others are put aside in `alike`."""
        known = self._ledger.read_by(fingerprint())
        begun: set[str] = set()
        for file in files:
            try:
                task = Task(file, key(file))
            except KgError as error:
                self._failed(failed(file, error))
                continue
            if task.key in known:
                self._done(Unchanged(file, task.key, known[task.key]))
            elif task.key in begun:
                alike.append(task)
            else:
                begun.add(task.key)
                yield task

    def _unlike(self, alike: list[Task]) -> Iterator[Task]:
        """Of files that hold the same as others those that need reading after all, for the others failed."""
        self._batches.finish()
        for task in alike:
            source = self._ledger.source(task.key)
            if source is None:
                yield task
            else:
                self._done(Unchanged(task.path, task.key, source.graph is not None))

    def _read(self, tasks: Iterator[Task]) -> None:
        for task, outcome in self._readers.run(tasks):
            if isinstance(outcome, Read):
                self._done(outcome)
            else:
                self._failed(_failure(task, outcome))

    def _read_again(self, keys: list[str]) -> None:
        """Read the files of sources that were read before; what they hold now counts. Only failures are told."""
        for task, outcome in self._readers.run(self._once_more(keys)):
            if isinstance(outcome, Read):
                self._batches.add(outcome)
            else:
                self.failures.append(_failure(task, outcome))
        self._batches.finish()

    def _once_more(self, keys: list[str]) -> Iterator[Task]:
        for file in map(self._ledger.file_of, keys):
            if file is None:
                continue
            try:
                yield Task(file, key(file))
            except KgError as error:
                self.failures.append(failed(file, error))

    def _done(self, outcome: Read | Unchanged) -> None:
        counts = self.counts
        if not outcome.readable:
            counts.other_language += 1
        elif isinstance(outcome, Read):
            counts.read += 1
            counts.size += len(outcome.quads)
        else:
            counts.unchanged += 1
        self._batches.add(outcome)
        self._tell()

    def _failed(self, failure: Failed) -> None:
        self.failures.append(failure)
        self.counts.failed += 1
        self._tell()

    def _tell(self) -> None:
        if self._watch is not None:
            self._watch(self.counts)


def _failure(task: Task, outcome: Failed | Lost) -> Failed:
    if isinstance(outcome, Failed):
        return outcome
    return Failed(task.path, f"{task.path}: {outcome.reason}", outcome.reason)
