"""The same extraction on a Dask cluster: Dask schedules, moves data and survives lost workers.

On a worker every document is read in a process beside it, as in a build on one machine (`kg.build.workers`): so one
that takes too long or kills its reader costs neither the worker nor the build.
"""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import os
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING

from kg import read
from kg.build.outcome import Failed, Read, Task
from kg.build.reading import failed, prepare, read_out
from kg.build.software import fingerprint
from kg.build.workers import Lost, Pool
from kg.errors import ClusterError, KgError, ReadError

if TYPE_CHECKING:
    from distributed import Client, Future

Outcome = Read | Failed | Lost

SEND = ("bytes", "paths")
"""What can travel: what documents hold, or where they lie on machines that share the folder."""

_CONNECT = 10
"""Seconds within which a scheduler must answer."""

_PATIENCE = 60
"""Seconds without any worker after which none is expected any more."""

_AHEAD = 3
"""Documents in flight for each thread of the cluster, so that none waits for the next one."""


@dataclass(frozen=True, slots=True)
class _Terms:
    """How to read: by which software, plain text in which language, and for how many seconds at most."""

    software: str
    language: str
    limit: float


@dataclass(frozen=True, slots=True)
class _Sent:
    """A document on its way to a worker: what it holds, or its absolute path."""

    task: Task
    held: bytes | str


class Cluster:
    """The threads of a Dask cluster, with the interface of a `Pool` of processes."""

    def __init__(self, address: str, *, language: str, limit: float, send: str) -> None:
        """Reach the scheduler at an address; `send` is one of SEND. ClusterError if it does not answer."""
        self._address, self._send = address, send
        self._terms = _Terms(fingerprint(), language, limit)
        self._client = _connected(address)

    def run(self, tasks: Iterator[Task]) -> Iterator[tuple[Task, Outcome]]:
        """The tasks with what came of them, in the order in which it comes; so many are in flight as keep all busy.

        ClusterError if the scheduler is lost, if there is no worker, or if a worker has other software.
        """
        first = next(tasks, None)
        if first is None:  # no worker is needed
            return
        tasks = chain([first], tasks)
        flying: dict[Future[Outcome], Task] = {}
        most = 0
        while True:
            if 2 * len(flying) <= most:  # time to count again: workers come and go
                most = _AHEAD * self._threads()
            for task in islice(tasks, max(0, most - len(flying))):
                try:
                    flying[self._submitted(task)] = task
                except ReadError as error:
                    yield task, failed(task.path, error)
            if not flying:
                return
            for future in self._landed(list(flying)):
                yield flying.pop(future), self._outcome(future)

    def close(self) -> None:
        """Leave the cluster, and end the processes that have read for us."""
        try:
            if self._client.status == "running":
                with self._faults():
                    self._client.run(_end, self._terms, on_error="ignore")
        finally:
            self._client.close()

    def _submitted(self, task: Task) -> Future[Outcome]:
        held = os.path.abspath(task.path) if self._send == "paths" else read.load(task.path).content
        with self._faults():
            return self._client.submit(_read_there, _Sent(task, held), self._terms, pure=False)

    def _landed(self, flying: list[Future[Outcome]]) -> set[Future[Outcome]]:
        """Those that are done, once any is."""
        from distributed import wait

        while True:
            with self._faults(), self._client.as_current(), suppress(TimeoutError):
                return set(wait(flying, timeout=_PATIENCE, return_when="FIRST_COMPLETED").done)
            self._threads()

    def _threads(self) -> int:
        """The threads of all workers, of which there must be one before long."""
        with self._faults():
            try:
                self._client.wait_for_workers(1, timeout=_PATIENCE)
            except TimeoutError:
                raise ClusterError("the scheduler has no workers", source=self._address) from None
            return sum(self._client.nthreads().values())

    def _outcome(self, future: Future[Outcome]) -> Outcome:
        from distributed import KilledWorker

        with self._faults():
            fault = future.exception()
            if fault is None:
                outcome: Outcome = future.result()
                return outcome
        if isinstance(fault, KilledWorker):
            return Lost("the workers that read it died")
        if isinstance(fault, KgError):
            raise fault
        needed = f"it needs instrument-kg {self._terms.software}"
        raise ClusterError(f"a worker cannot read: {type(fault).__name__}: {fault}; {needed}", source=self._address)

    @contextmanager
    def _faults(self) -> Iterator[None]:
        from distributed import CancelledError

        try:
            yield
        except (CancelledError, OSError) as error:
            raise ClusterError("the scheduler is lost; the same command goes on", source=self._address) from error


def _connected(address: str) -> Client:
    try:
        from distributed import Client
    except ImportError:
        needed = "a cluster needs the package distributed: pip install 'instrument-kg[cluster]'"
        raise ClusterError(needed) from None
    for name in ("distributed", "distributed.client"):  # what they would log in many lines is told in one
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        asyncio.run(_greeted(address))
        return Client(address, timeout=_CONNECT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError("no Dask scheduler answers there", source=address) from error


async def _greeted(address: str) -> None:
    """Shake hands with a scheduler in good time: a `Client` waits forever for one that takes calls and says nothing."""
    from distributed import Security
    from distributed.comm.core import connect

    secured = Security().get_connection_args("client")
    made = await asyncio.wait_for(connect(address, timeout=_CONNECT, **secured), _CONNECT)
    made.abort()


_IDLE: dict[_Terms, deque[Pool[_Sent, Read | Failed]]] = {}
"""On a worker: processes that have read and wait for more. There is at most one for each thread."""


def _read_there(sent: _Sent, terms: _Terms) -> Outcome:
    """On a worker: a document read in a process beside it. ClusterError if this is other software than is asked for."""
    from distributed import get_worker

    if fingerprint() != terms.software:
        fault = f"the worker has instrument-kg {fingerprint()}, not {terms.software}; install the same everywhere"
        raise ClusterError(fault, source=get_worker().address)
    # A process of a nanny is a daemon, which may have no children lest they stay behind; ours end with their pipes.
    multiprocessing.current_process().daemon = False
    idle = _IDLE.setdefault(terms, deque())
    pool = idle.pop() if idle else _pool(terms)
    ((_, outcome),) = pool.run(iter([sent]))
    idle.append(pool)
    return outcome


def _pool(terms: _Terms) -> Pool[_Sent, Read | Failed]:
    prepared = partial(prepare, terms.language)
    return Pool(partial(_read_sent, terms), prepared, count=1, limit=terms.limit)


def _read_sent(terms: _Terms, sent: _Sent) -> Read | Failed:
    return read_out(sent.task, terms.software, terms.language, sent.held)


def _end(terms: _Terms) -> None:
    """On a worker: end the processes that wait for more."""
    idle = _IDLE.pop(terms, deque())
    while idle:
        idle.pop().close()
