"""HTTP to a server: requests that are tried again when the fault may pass, answers that are bounded in size and time.

Every request means the same when it is sent twice (queries, PUT, DELETE, updates of ground data), so each may be tried
again. No redirect is followed and no proxy of the environment used: what is sent goes to the URL that the user named.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from tempfile import SpooledTemporaryFile
from typing import IO

import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    LocationParseError,
    NameResolutionError,
    NewConnectionError,
    ReadTimeoutError,
    SSLError,
)

from kg import __version__
from kg.errors import StoreError
from kg.store.remote.credentials import PASSWORD, TOKEN, USER, Authorization, Credentials

BUSY = frozenset({429, 502, 503, 504})
"""Answers that may be others in a moment."""
FAILED_OR_BUSY = BUSY | {500}
"""The same for writing: a server that runs into a deadlock says 500."""

_IN_MEMORY = 8 << 20
_PIECE = 1 << 16
_LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds until a connection stands, of silence, and for a whole answer; bytes of an answer; tries of a request,
    and the seconds before the second one (each further pause is twice as long) and before any.
    """

    connect: float = 10
    silence: float = 600
    whole: float = 1800
    largest: int = 4 << 30
    tries: int = 5
    pause: float = 0.25
    longest_pause: float = 20


@dataclass(frozen=True, slots=True)
class Request:
    """What is sent. `again` are the statuses after which it is tried again."""

    method: str
    url: str
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    again: frozenset[int] = BUSY


@dataclass(frozen=True, slots=True)
class Response:
    """What came back, whole: the body is a file that stands at its beginning, on disk if it is large."""

    status: int
    headers: Mapping[str, str]
    body: IO[bytes]

    @property
    def media_type(self) -> str:
        """The type of the body, without parameters, in lower case."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


class RefusedError(StoreError):
    """An answer that says no. `status` is HTTP's."""

    def __init__(self, message: str, *, source: str, status: int) -> None:
        super().__init__(message, source=source)
        self.status = status


class Transport:
    """Sends requests with these credentials within these limits."""

    def __init__(
        self, credentials: Credentials, limits: Limits | None = None, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._limits = limits or Limits()
        self._credentials = credentials
        self._authorizations: dict[str, Authorization] = {}
        self._sleep = sleep
        self._pool = urllib3.PoolManager(
            headers={"User-Agent": f"instrument-kg/{__version__}"},
            timeout=urllib3.Timeout(connect=self._limits.connect, read=self._limits.silence),
            retries=False,
        )

    def send(self, request: Request) -> Response:
        """The answer to a request. StoreError names the URL and the reason; RefusedError, if the server said no."""
        tries = 0
        while True:
            tries += 1
            try:
                response = self._authorized(request)
            except HTTPError as error:
                if tries >= self._limits.tries or not _may_pass(error):
                    raise StoreError(_reason(error, self._limits), source=shown(request.url)) from None
                self._sleep(self._pause(tries, None))
                continue
            if response.status < 300:
                return response
            if response.status not in request.again or tries >= self._limits.tries:
                raise self._refusal(request, response)
            self._sleep(self._pause(tries, response.headers.get("retry-after")))

    def _authorized(self, request: Request) -> Response:
        """The answer, after the server was told who asks if it wants to know."""
        authorization = self._authorizations.setdefault(shown(request.url), Authorization(self._credentials))
        header = authorization.header(request.method, request.url)
        response, challenges = self._once(request, header)
        if response.status == 401 and authorization.challenged(challenges):
            response, _ = self._once(request, authorization.header(request.method, request.url))
        return response

    def _once(self, request: Request, authorization: str | None) -> tuple[Response, list[str]]:
        headers = dict(request.headers) | ({"Authorization": authorization} if authorization else {})
        answer = self._pool.request(
            request.method, request.url, body=request.body, headers=headers, preload_content=False, redirect=False
        )
        try:
            body = self._body(answer, shown(request.url))
        except BaseException:
            answer.close()
            raise
        answer.release_conn()
        found = {name.lower(): value for name, value in answer.headers.items()}
        return Response(answer.status, found, body), answer.headers.getlist("www-authenticate")

    def _body(self, answer: urllib3.BaseHTTPResponse, source: str) -> IO[bytes]:
        body: IO[bytes] = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115, for it outlives this function
        end = time.monotonic() + self._limits.whole
        for piece in answer.stream(_PIECE):
            body.write(piece)
            if body.tell() > self._limits.largest:
                raise StoreError(f"the answer is longer than {self._limits.largest:,} bytes", source=source)
            if time.monotonic() > end:
                raise StoreError(f"the answer takes longer than {self._limits.whole:g} seconds", source=source)
        body.seek(0)
        return body

    def _pause(self, tries: int, wanted: str | None) -> float:
        """The seconds to wait before the next try: what the server wants, within reason, else twice as long each."""
        seconds = float(wanted) if wanted and wanted.isdecimal() else self._limits.pause * 2 ** (tries - 1)
        return min(seconds, self._limits.longest_pause)

    def _refusal(self, request: Request, response: Response) -> RefusedError:
        source = shown(request.url)
        if response.status in (401, 403):
            given = self._credentials.user is not None or self._credentials.token is not None
            reason = "credentials refused" if given else f"credentials wanted: set {USER} and {PASSWORD}, or {TOKEN}"
        elif 300 <= response.status < 400:
            reason = f"answers from elsewhere ({shown(response.headers.get('location', 'unknown'))}); name that URL"
        else:
            reason = _said(response)
        return RefusedError(f"HTTP {response.status}: {reason}", source=source, status=response.status)


def shown(url: str) -> str:
    """A URL as messages name it: without its query, which may be long, and without anything secret."""
    return url.partition("?")[0].partition("#")[0]


def _may_pass(error: HTTPError) -> bool:
    """Whether a fault of the transport is worth another try: not where the server thinks for too long."""
    return not isinstance(error, SSLError | ReadTimeoutError | LocationParseError | NameResolutionError)


def _reason(error: HTTPError, limits: Limits) -> str:
    if isinstance(error, ReadTimeoutError):
        return f"no answer within {limits.silence:g} seconds"
    if isinstance(error, NameResolutionError):
        return "no such host"
    if isinstance(error, NewConnectionError):
        return f"cannot be reached ({_cause(error)})"
    if isinstance(error, ConnectTimeoutError):
        return f"cannot be reached within {limits.connect:g} seconds"
    if isinstance(error, SSLError):
        return f"no secure connection ({_line(str(error))})"
    return f"the connection broke off ({_line(str(error))})"


def _cause(error: BaseException) -> str:
    cause = error.__cause__
    return _line(getattr(cause, "strerror", None) or str(cause or error))


def _said(response: Response) -> str:
    """The first words of what the server says of its refusal."""
    if response.media_type not in ("text/plain", "application/json", "text/turtle", ""):
        return "refused"
    return _line(response.body.read(4 * _LONGEST_REASON).decode("utf-8", "replace")) or "refused"


def _line(text: str) -> str:
    """One line of bounded length that leaves a terminal as it is."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return line if len(line) <= _LONGEST_REASON else line[: _LONGEST_REASON - 1] + "…"
