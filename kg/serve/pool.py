"""Some workers, each at one task at a time. Who asks waits for a free one, but not for long."""

from __future__ import annotations

import asyncio
from asyncio import Queue, Semaphore
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import KgError
from kg.serve.bounds import Bounds
from kg.serve.refusal import busy
from kg.serve.worker import Made, Task, Worker

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_PATIENCE = 600.0
"""Seconds that a task of our own may take at the start."""


class Pool:
    """Workers on the store of a folder. `open` and `close` belong to one event loop."""

    def __init__(self, store: Path, bounds: Bounds) -> None:
        self.bounds = bounds
        self._store = store
        self._threads = ThreadPoolExecutor(bounds.workers, thread_name_prefix="kg-serve")
        self._workers: list[Worker] = []
        self._free: Queue[Worker] = Queue()
        self._guests = Semaphore(max(1, bounds.workers - 1))
        self._restarts: set[asyncio.Task[None]] = set()

    async def open(self) -> None:
        """Start the workers and wait until they can be asked. KgError if the store cannot be opened."""
        self._workers = [Worker(self._store, self.bounds) for _ in range(self.bounds.workers)]
        waiting = (self._in_thread(worker.wait_ready) for worker in self._workers)
        # All of them, for a pipe must not be closed while a thread waits on it.
        faults = [each for each in await asyncio.gather(*waiting, return_exceptions=True) if each is not None]
        if faults:
            await self.close()
            raise faults[0]
        for worker in self._workers:
            self._free.put_nowait(worker)

    async def close(self) -> None:
        """End the workers, whatever they are at."""
        for restart in self._restarts:
            restart.cancel()
        for worker in self._workers:
            worker.end()
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def run(self, task: Task[Made], *args: object) -> Made:
        """What a task makes of the store.

        Its KgError or RefusalError; RefusalError too if a bound is met or no worker comes free in time.
        """
        return await self._run(lambda worker: worker.run(task, *args), self.bounds.patience)

    async def run_for_guest(self, task: Task[Made], *args: object) -> Made:
        """The same for a query that a stranger wrote: of several workers, one is kept free of these."""
        async with self._turn():
            return await self.run(task, *args)

    async def run_patiently(self, task: Task[Made], *args: object) -> Made:
        """The same for work of our own at the start, which grows with the store."""
        return await self._run(lambda worker: worker.run(task, *args, limit=_PATIENCE), _PATIENCE)

    async def _run(self, ask: Callable[[Worker], Made], patience: float) -> Made:
        try:
            worker = await asyncio.wait_for(self._free.get(), patience)
        except TimeoutError:
            raise busy() from None
        # Shielded: the worker is at its task until that ends, even if nobody waits for the answer any more.
        return await asyncio.shield(asyncio.ensure_future(self._asked(worker, ask)))

    async def _asked(self, worker: Worker, ask: Callable[[Worker], Made]) -> Made:
        try:
            return await self._in_thread(ask, worker)
        finally:
            if worker.alive:
                self._free.put_nowait(worker)
            else:
                self._restart(worker)

    def _restart(self, worker: Worker) -> None:
        restart = asyncio.ensure_future(self._started(worker))
        self._restarts.add(restart)
        restart.add_done_callback(self._restarts.discard)

    async def _started(self, worker: Worker) -> None:
        """Start a worker anew until it is ready: the store may be in another's hands for a moment."""
        while True:
            try:
                await self._in_thread(worker.start)
                await self._in_thread(worker.wait_ready)
            except KgError:
                await asyncio.sleep(1)
            else:
                self._free.put_nowait(worker)
                return

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        try:
            await asyncio.wait_for(self._guests.acquire(), self.bounds.patience)
        except TimeoutError:
            raise busy() from None
        try:
            yield
        finally:
            self._guests.release()

    async def _in_thread(self, call: Callable[..., Made], *args: Any) -> Made:
        return await asyncio.get_running_loop().run_in_executor(self._threads, call, *args)
