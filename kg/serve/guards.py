"""What stands before every route: who may ask, how much may be sent, and what a browser is told about each answer."""

from __future__ import annotations

import html
import ipaddress
import re
from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""The content security policy of the application's own pages."""

EDITOR_POLICY = POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'").replace(
    "img-src 'self' data:", "img-src 'self' data:; font-src 'self' data:"
)
"""That of the page with the query editor of npm, which writes styles of its own; its scripts are bound as all are."""

_HEADERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ("Cache-Control", "no-cache"),
)
_META_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_PORT = re.compile(r":[0-9]{1,5}\Z")
_LOCAL = "localhost"


def policy_of(page: str) -> str:
    """The policy that a page of `kg.view` states for itself, by the hashes of its scripts, as a header for it."""
    stated = _META_POLICY.search(page[:5000])
    return html.unescape(stated[1]) + "; frame-ancestors 'none'" if stated else POLICY


class Hosts:
    """Refuses requests for other hosts than ours (421): a page elsewhere can bind its name to this machine's address.

    An address in figures is no name that could be bound, so it passes, as do `localhost` and the names given.
    """

    def __init__(self, app: ASGIApp, names: Iterable[str]) -> None:
        self._app = app
        self._names = frozenset({_LOCAL, *(name.lower() for name in names)})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not self._is_ours(Headers(scope=scope).getlist("host")):
            refusal = PlainTextResponse("this server does not answer for that host; see kg serve --allow-host\n", 421)
            await refusal(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _is_ours(self, hosts: list[str]) -> bool:
        if len(hosts) != 1:
            return False
        name = _PORT.sub("", hosts[0].lower())
        return name in self._names or _is_address(name.removeprefix("[").removesuffix("]"))


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


class Sizes:
    """Refuses bodies of more bytes than allowed (413), whether their length is stated or not."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self._app, self._most = app, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        body = await self._body(Headers(scope=scope).get("content-length"), receive)
        if body is None:
            refusal = PlainTextResponse(
                f"a request holds at most {self._most} bytes\n", 413, headers={"Connection": "close"}
            )
            await refusal(scope, receive, send)
        else:
            await self._app(scope, _Once(body, receive), send)

    async def _body(self, stated: str | None, receive: Receive) -> bytes | None:
        """The whole body; None if it is too long, or the client is gone."""
        if stated is not None and (not stated.isdecimal() or int(stated) > self._most):
            return None
        pieces: list[bytes] = []
        size, more = 0, True
        while more:
            message = await receive()
            if message["type"] != "http.request":
                return None
            pieces.append(message.get("body", b""))
            size += len(pieces[-1])
            more = message.get("more_body", False)
            if size > self._most:
                return None
        return b"".join(pieces)


class _Once:
    """A body that was received, as the application receives it."""

    def __init__(self, body: bytes, receive: Receive) -> None:
        self._body: bytes | None = body
        self._receive = receive

    async def __call__(self) -> Message:
        if self._body is None:
            return await self._receive()
        body, self._body = self._body, None
        return {"type": "http.request", "body": body, "more_body": False}


class SecurityHeaders:
    """Puts the headers that bind a browser on every answer; a policy that a route has set stays."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def bound(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("Content-Security-Policy", POLICY)
                for name, value in _HEADERS:
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, bound if scope["type"] == "http" else send)
