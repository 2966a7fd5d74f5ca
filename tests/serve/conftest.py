"""Stores to serve, the application in this process, the server in a process of its own, and a browser."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pyoxigraph
import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from playwright.sync_api import Browser, Page
from pyoxigraph import Literal, Quad

from kg import pipeline
from kg.serve.bounds import Bounds, Settings
from kg.serve.server import opened
from kg.store import open_store
from tests.view.conftest import HOSTILE

ROOT = Path(__file__).parents[2]
DECADES = ROOT / "tests" / "query" / "data" / "decades.trig"
SHOTS = ROOT / "out" / "screenshots"
_ADDRESS = re.compile(r"the graph is at (http://\S+/) ")


@dataclass(frozen=True, slots=True)
class Client:
    """The application asked in this process, without a network: `get` and `post` as of httpx."""

    portal: BlockingPortal
    inner: httpx.AsyncClient

    def get(self, path: str, accept: str | None = None, **more: Any) -> httpx.Response:
        return self.request("GET", path, accept, **more)

    def post(self, path: str, accept: str | None = None, **more: Any) -> httpx.Response:
        return self.request("POST", path, accept, **more)

    def request(self, method: str, path: str, accept: str | None = None, **more: Any) -> httpx.Response:
        headers = {**({"Accept": accept} if accept else {}), **more.pop("headers", {})}
        return self.portal.call(partial(self.inner.request, method, path, headers=headers, **more))


@contextmanager
def client_of(folder: Path, settings: Settings) -> Iterator[Client]:
    """A client of the application over a store."""
    with (
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(opened(folder, settings)) as app,
    ):
        transport = httpx.ASGITransport(app, root_path=settings.root_path)
        yield Client(portal, httpx.AsyncClient(transport=transport, base_url="http://localhost"))


def _filled(folder: Path, quads: list[Quad]) -> Path:
    store = pyoxigraph.Store(str(folder))
    store.bulk_extend(quads)
    store.flush()
    return folder


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the packaged sample, 62/209."""
    folder = tmp_path_factory.mktemp("sample") / "store"
    open_store(folder).load_nquads(pipeline.sample_store().dump())
    return folder


@pytest.fixture(scope="session")
def decades(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of several resolutions of four decades, the packaged sample among them."""
    sample = list(pipeline.sample_store().inner)
    held = {quad.graph_name for quad in sample}
    more = pyoxigraph.parse(path=str(DECADES), format=pyoxigraph.RdfFormat.TRIG)
    return _filled(
        tmp_path_factory.mktemp("decades") / "store", [*sample, *(quad for quad in more if quad.graph_name not in held)]
    )


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with hostile text before every text: titles, names, symbols, quotes, paragraphs, parts, marks."""
    quads = list(pipeline.sample_store().inner)
    return _filled(tmp_path_factory.mktemp("hostile") / "store", [_made_hostile(quad) for quad in quads])


def _made_hostile(quad: Quad) -> Quad:
    value = quad.object
    kept = quad.predicate.value.endswith(("citationKind", "calledAt"))
    if kept or not isinstance(value, Literal) or value.datatype.value.endswith(("date", "integer", "decimal")):
        return quad
    text = f"{HOSTILE} {value.value}"
    changed = Literal(text, language=value.language) if value.language else Literal(text)
    return Quad(quad.subject, quad.predicate, changed, quad.graph_name)


@pytest.fixture(scope="session")
def client(decades: Path) -> Iterator[Client]:
    """A client of the store of four decades."""
    with client_of(decades, Settings(bounds=Bounds(seconds=60, workers=2, rows=200))) as found:
        yield found


@pytest.fixture(scope="session")
def hostile_client(hostile: Path) -> Iterator[Client]:
    """A client of the hostile store."""
    with client_of(hostile, Settings(bounds=Bounds(seconds=60, workers=1))) as found:
        yield found


@dataclass(slots=True)
class Server:
    """`kg serve` as a process of its own: its address and what it said."""

    address: str
    process: subprocess.Popen[str]
    said: list[str] = field(default_factory=list)

    def end(self, with_signal: int = signal.SIGINT) -> tuple[int, str]:
        """End it as Ctrl-C does; its exit code, and what it said after the address."""
        self.process.send_signal(with_signal)
        _, rest = self.process.communicate(timeout=30)
        return self.process.returncode, rest


@contextmanager
def serving(*arguments: str | Path) -> Iterator[Server]:
    """A server on a free port."""
    command = [sys.executable, "-c", "from kg.cli import main; main()", "serve", "--port", "0", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        assert process.stderr is not None
        line = process.stderr.readline()
        address = _ADDRESS.match(line)
        assert address, line + process.stderr.read()
        yield Server(address[1], process, [line])
    finally:
        process.kill()
        process.wait()


@pytest.fixture(scope="session")
def server(sample: Path) -> Iterator[Server]:
    """A server of the sample that allows five seconds an answer."""
    with serving("--store", sample, "--timeout", "5", "--workers", "3") as found:
        yield found


@pytest.fixture(scope="session")
def hostile_server(hostile: Path) -> Iterator[Server]:
    """A server of the hostile store."""
    with serving("--store", hostile, "--workers", "1", "--timeout", "60") as found:
        yield found


@dataclass(slots=True)
class Visit:
    """A page of a server in the browser, and what went wrong on it: log lines, faults, requests to elsewhere."""

    page: Page
    address: str
    faults: list[str]

    def go(self, path: str) -> Page:
        self.page.goto(self.address + path.lstrip("/"))
        return self.page

    def keep(self, name: str) -> None:
        """Keep a picture of it."""
        SHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=str(SHOTS / f"{name}.png"))


Open = Callable[..., Visit]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Open]:
    """Opens servers in the browser; afterwards nothing may have been logged, failed, or asked of elsewhere."""
    contexts, visits = [], []

    def open_(server: Server, *, width: int = 1280, scheme: Any = "light", scripts: bool = True) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=scripts
        )
        contexts.append(context)
        found = Visit(context.new_page(), server.address, [])
        found.page.on("console", lambda message: found.faults.append(message.text))
        found.page.on("pageerror", lambda error: found.faults.append(str(error)))
        context.on("request", lambda request: _watch(request.url, found))
        visits.append(found)
        return found

    yield open_
    for context in contexts:
        context.close()
    assert [fault for each in visits for fault in each.faults] == []


def _watch(url: str, found: Visit) -> None:
    if not url.startswith((found.address, "data:")):
        found.faults.append(f"asked of elsewhere: {url}")
