"""An HTTP server that answers as a test tells it to, and remembers what it was asked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TypeAlias

Reply: TypeAlias = Callable[["Handler"], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it arrived."""

    method: str
    path: str
    authorization: str | None
    body: bytes


@dataclass(slots=True)
class Fake:
    """The server: its URL, the replies that are still to be given (the last one again and again), what it was asked."""

    url: str = ""
    replies: list[Reply] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)


class Handler(BaseHTTPRequestHandler):
    """Gives the next reply to whatever comes."""

    protocol_version = "HTTP/1.1"
    fake: Fake

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        fake = self.fake
        fake.asked.append(Asked(self.command, self.path, self.headers.get("Authorization"), body))
        (fake.replies.pop(0) if len(fake.replies) > 1 else fake.replies[0])(self)

    do_GET = do_POST = do_PUT = do_DELETE = _answer  # noqa: N815, the names that http.server looks for

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests look at `Fake.asked`."""


def says(
    status: int, body: str | bytes = b"", media_type: str = "text/plain", headers: dict[str, str] | None = None
) -> Reply:
    """A whole answer."""
    data = body.encode() if isinstance(body, str) else body

    def reply(handler: Handler) -> None:
        handler.send_response(status)
        for name, value in {"Content-Type": media_type, "Content-Length": str(len(data)), **(headers or {})}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(data)

    return reply


def hangs_up(handler: Handler) -> None:
    """No answer: the connection ends."""
    handler.close_connection = True


def breaks_off(handler: Handler) -> None:
    """The first half of an answer, then the connection ends."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/sparql-results+json")
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"head": {"vars": ["x"]}, "results": {"bindings": [')
    handler.close_connection = True


def never_ends(handler: Handler) -> None:
    """An answer without an end."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/sparql-results+json")
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b"10000\r\n" + b" " * 0x10000 + b"\r\n")
    except OSError:
        handler.close_connection = True


def is_silent(handler: Handler) -> None:
    """No answer as long as the client waits."""
    with suppress(OSError):
        handler.rfile.read(1)
    handler.close_connection = True


@contextmanager
def fake_server(*replies: Reply) -> Iterator[Fake]:
    """A server on loopback that gives these replies in turn."""
    fake = Fake(replies=list(replies))
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("ThisHandler", (Handler,), {"fake": fake}))
    server.daemon_threads = True
    fake.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()
