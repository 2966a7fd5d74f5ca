"""Processes that work through a stream of tasks, and go on when one of them dies or takes too long.

The process pools of the standard library lose all that is in flight when a process dies, and cannot end one that takes
forever. Here each process has a pipe of its own, so that it is always known what it was at.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from time import monotonic
from typing import Generic, TypeVar

from kg.errors import KgError

Given = TypeVar("Given")
Made = TypeVar("Made")

_AHEAD = 3
"""Tasks that a process is given at a time, so that it need not wait for the next one."""

_TRIES = 2
"""A process may die of what another one did (memory); a task that was lost is tried once more."""

_START_LIMIT = 60.0
"""Seconds that a process may take until it is ready, on a busy machine."""

_STARTS = 3
"""Processes in a row that die before they are ready: from then on, none can be started."""


@dataclass(frozen=True, slots=True)
class Lost:
    """What came of a task whose process died, or was ended after the time limit."""

    reason: str


@dataclass(eq=False, slots=True)
class _Worker(Generic[Given]):
    """A process, our end of its pipe, and the tasks that it was given: it is at the first of them since `since`."""

    process: BaseProcess
    pipe: Connection
    tasks: deque[Given] = field(default_factory=deque)
    since: float = 0.0
    ready: bool = False


class Pool(Generic[Given, Made]):
    """Up to `count` processes that call `work`, each after `prepare`; both are found by name in a new process.

    `limit` is the number of seconds that one task may take. The processes start when there is work for them, and end
    with `close` or with this process, however that ends.
    """

    def __init__(
        self, work: Callable[[Given], Made], prepare: Callable[[], object], *, count: int, limit: float
    ) -> None:
        self._work, self._prepare, self._count, self._limit = work, prepare, count, limit
        self._workers: list[_Worker[Given]] = []
        self._again: deque[Given] = deque()
        self._tries: dict[Given, int] = {}
        self._stillborn = 0

    def run(self, tasks: Iterator[Given]) -> Iterator[tuple[Given, Made | Lost]]:
        """The tasks with what came of them, in the order in which it comes. KgError if no process can be started."""
        while True:
            self._hand_out(tasks)
            busy = [worker for worker in self._workers if worker.tasks]
            if not busy:
                return
            wait([worker.pipe for worker in busy], max(0.0, min(map(self._ends, busy)) - monotonic()))
            for worker in busy:
                # Asked again, for the caller may have been long over the last result.
                if worker.pipe.poll():
                    yield from self._receive(worker)
                elif monotonic() >= self._ends(worker):
                    yield from self._end(worker)

    def close(self) -> None:
        """End all processes, whatever they are at."""
        for worker in self._workers:
            worker.process.kill()
            worker.process.join()
            worker.pipe.close()
        self._workers.clear()

    def _ends(self, worker: _Worker[Given]) -> float:
        """When the worker has taken too long over what it is at."""
        return worker.since + (self._limit if worker.ready else max(self._limit, _START_LIMIT))

    def _hand_out(self, tasks: Iterator[Given]) -> None:
        """Give every process its share, one task each in turn, while there are tasks."""
        for share in range(_AHEAD):
            for number in range(self._count):
                if number < len(self._workers) and len(self._workers[number].tasks) > share:
                    continue
                task = self._again.popleft() if self._again else next(tasks, None)
                if task is None:
                    return
                if number >= len(self._workers):
                    self._workers.append(self._start())
                self._give(self._workers[number], task)

    def _start(self) -> _Worker[Given]:
        context = multiprocessing.get_context("spawn")  # a fork would copy the threads' locks of the store
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self._work, self._prepare), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _give(self, worker: _Worker[Given], task: Given) -> None:
        if not worker.tasks:
            worker.since = monotonic()
        worker.tasks.append(task)
        try:
            worker.pipe.send(task)
        except OSError:  # it died: the next receipt tells
            return

    def _receive(self, worker: _Worker[Given]) -> Iterator[tuple[Given, Made | Lost]]:
        try:
            message = worker.pipe.recv()
        except (EOFError, OSError):
            yield from self._bury(worker)
            return
        worker.since = monotonic()
        if not worker.ready:
            if message is not None:
                raise KgError(message)
            worker.ready, self._stillborn = True, 0
            return
        task = worker.tasks.popleft()
        self._tries.pop(task, None)
        yield task, message

    def _bury(self, worker: _Worker[Given]) -> Iterator[tuple[Given, Lost]]:
        """A process died: what it was at is tried once more, what else it was given goes to others."""
        self._discard(worker)
        if not worker.ready:
            self._count_stillborn(worker)
            return
        task = worker.tasks.popleft()
        self._tries[task] = self._tries.get(task, 0) + 1
        self._again.extend(worker.tasks)
        if self._tries[task] < _TRIES:
            self._again.append(task)
        else:
            del self._tries[task]
            yield task, Lost(f"the process that read it died ({_death(worker.process)})")

    def _count_stillborn(self, worker: _Worker[Given]) -> None:
        """A process died before it was at any task: others get its tasks, unless process after process dies so."""
        self._stillborn += 1
        if self._stillborn >= _STARTS:
            raise KgError(f"a process that reads documents could not be started ({_death(worker.process)})")
        self._again.extend(worker.tasks)

    def _end(self, worker: _Worker[Given]) -> Iterator[tuple[Given, Lost]]:
        worker.process.kill()
        self._discard(worker)
        if not worker.ready:
            self._count_stillborn(worker)
            return
        task = worker.tasks.popleft()
        self._again.extend(worker.tasks)
        yield task, Lost(f"takes longer than {self._limit:g} seconds")

    def _discard(self, worker: _Worker[Given]) -> None:
        self._workers.remove(worker)
        worker.pipe.close()
        worker.process.join()


def _death(process: BaseProcess) -> str:
    code = process.exitcode or 0
    return f"exit code {code}" if code >= 0 else f"signal {-code}"


def _serve(pipe: Connection, work: Callable[[Given], Made], prepare: Callable[[], object]) -> None:
    """What a process does: say that it is ready (or why not), then answer tasks until the other end is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is interrupted too, and ends us
    try:
        prepare()
    except KgError as error:
        pipe.send(str(error))
        return
    try:
        pipe.send(None)
        while True:
            pipe.send(work(pipe.recv()))
    except (EOFError, OSError):
        return
