"""Running the application: the store, the pool, the index, and uvicorn on a socket of our own."""

from __future__ import annotations

import asyncio
import signal
import socket
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from kg.errors import ServeError
from kg.serve.application import application
from kg.serve.bounds import Settings
from kg.serve.index import Index
from kg.serve.pool import Pool
from kg.serve.summary import summary
from kg.serve.things import things

_CONNECTIONS = 256
_LONGEST_HEAD = 64 << 10
_BACKLOG = 256

Say = Callable[[str], object]


def serve(store: Path | None, settings: Settings, say: Say) -> None:
    """Answer until interrupted; the packaged sample without a store. `say` is told the address once it answers.

    ServeError if the address cannot be had, StoreError if the store cannot be opened.
    """
    # uvicorn hands a signal on when it has answered what was under way; what we opened is then to be closed.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with suppress(KeyboardInterrupt), _folder(store) as folder, _listening(settings) as listener:
        asyncio.run(_run(folder, settings, listener, say))


@asynccontextmanager
async def opened(folder: Path, settings: Settings) -> AsyncIterator[Starlette]:
    """The application over the store in a folder, for as long as it is wanted."""
    pool = Pool(folder, settings.bounds)
    await pool.open()
    try:
        known, numbers = await asyncio.gather(pool.run_patiently(things), pool.run_patiently(summary))
        yield application(pool, await asyncio.to_thread(Index, known), numbers, settings)
    finally:
        await pool.close()


async def _run(folder: Path, settings: Settings, listener: socket.socket, say: Say) -> None:
    async with opened(folder, settings) as app:
        server = uvicorn.Server(_configuration(app, settings))
        shown = f"[{settings.host}]" if ":" in settings.host else settings.host
        say(f"http://{shown}:{listener.getsockname()[1]}{settings.root_path}/ (Ctrl-C ends it)")
        await server.serve(sockets=[listener])


def _configuration(app: Starlette, settings: Settings) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        root_path=settings.root_path,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,  # nothing here depends on who asks
        limit_concurrency=_CONNECTIONS,
        h11_max_incomplete_event_size=_LONGEST_HEAD,
        http="h11",
        ws="none",
        lifespan="off",
        timeout_keep_alive=10,
        timeout_graceful_shutdown=2,
    )


@contextmanager
def _folder(store: Path | None) -> Iterator[Path]:
    """The folder of the store; the packaged sample gets one for as long as it is served."""
    if store is not None:
        yield store
        return
    from kg import pipeline
    from kg.store import open_store

    with tempfile.TemporaryDirectory(prefix="kg-sample-") as name:
        folder = Path(name) / "store"
        kept = open_store(folder)
        kept.load_nquads(pipeline.sample_store().dump())
        kept.flush()
        del kept  # so that its lock is released
        yield folder


@contextmanager
def _listening(settings: Settings) -> Iterator[socket.socket]:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((settings.host, settings.port))
            listener.listen(_BACKLOG)
        except (OSError, OverflowError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise ServeError(f"cannot listen on {settings.host} port {settings.port}: {reason}") from None
        yield listener
