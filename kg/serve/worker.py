"""A process that answers from a store, one task after the other, and can be ended.

Our side (`Worker`) and what runs in the process (`_answer`) speak over a pipe: a task is a function of this package and
its arguments, a reply the value or the error.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import sys
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar

from kg.errors import KgError, ServeError
from kg.serve.bounds import Bounds
from kg.serve.refusal import RefusalError, broken_off, too_long
from kg.store import OxigraphStore, open_store

Made = TypeVar("Made")
Task = Callable[..., Made]
"""A function of a store and of what else it is given; a new process finds it by its name."""

_START_LIMIT = 120.0
"""Seconds that a process may take until it is ready, on a busy machine."""


class Worker:
    """One process. It is started anew by `start` when it has died or was ended."""

    def __init__(self, store: Path, bounds: Bounds) -> None:
        self._store, self._bounds = store, bounds
        self.start()

    def start(self) -> None:
        """Start the process; `wait_ready` tells when it has opened the store."""
        context = multiprocessing.get_context("spawn")  # a fork would copy the locks of our threads
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_answer, args=(theirs, self._store, self._bounds.memory), daemon=True)
        self._process.start()
        theirs.close()

    def wait_ready(self) -> None:
        """Return when tasks can be given. The KgError of a store that cannot be opened; ServeError if it dies."""
        try:
            message = self._pipe.recv() if self._pipe.poll(_START_LIMIT) else ServeError("a worker does not start")
        except (EOFError, OSError):
            message = ServeError("a worker process died before it was ready")
        if isinstance(message, KgError):
            self.end()
            raise message

    def run(self, task: Task[Made], *args: object, limit: float | None = None) -> Made:
        """What the task makes of the store; its KgError or RefusalError is raised here.

        RefusalError too if it takes more than `limit` seconds (by default the bound of one question) or the process
        dies; then the worker is to be started anew.
        """
        try:
            self._pipe.send((task, args))
            if not self._pipe.poll(self._bounds.seconds if limit is None else limit):
                self.end()
                raise too_long(self._bounds)
            done, value = self._pipe.recv()
        except (EOFError, OSError):
            self.end()
            raise broken_off(self._bounds) from None
        if not done:
            raise value
        return value  # type: ignore[no-any-return]

    @property
    def alive(self) -> bool:
        """Whether tasks can be given."""
        return not self._pipe.closed and self._process.is_alive()

    @property
    def pid(self) -> int | None:
        """The number of the process."""
        return self._process.pid

    def end(self) -> None:
        """End the process, whatever it is at."""
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _answer(pipe: Connection, folder: Path, memory: int) -> None:
    """What the process does: open the store and say so (or why not), then answer until the other end is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is interrupted too, and ends us
    try:
        store = open_store(folder, read_only=True)
        _load()
        _limit_memory(memory)
        pipe.send(None)
    except KgError as error:
        pipe.send(error)
        return
    with contextlib.suppress(EOFError, OSError):
        while True:
            pipe.send(_reply(store, *pipe.recv()))


def _reply(store: OxigraphStore, task: Callable[..., Any], args: tuple[Any, ...]) -> tuple[bool, object]:
    try:
        return True, task(store, *args)
    except (KgError, RefusalError) as error:
        return False, error
    except MemoryError:
        raise SystemExit(1) from None  # start with a clean heap
    except Exception:
        traceback.print_exc(file=sys.stderr)
        return False, RefusalError(500, "the server failed at this; its log says why")


def _load() -> None:
    """Load what the first question needs, so that it is not charged for it."""
    import kg.export
    import kg.query.safety
    import kg.serve.drawn  # noqa: F401
    from kg import gazetteer

    gazetteer.load()


def _limit_memory(most: int) -> None:
    """Let this process take so many bytes more than it has, where the system can be told."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        resource.setrlimit(resource.RLIMIT_DATA, (held + most, held + most))
