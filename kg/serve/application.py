"""The application put together: routes, what stands before them, and what is said when something fails."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from kg.errors import ExportError, KgError, NetworkError, QueryError, StoreError, ViewError
from kg.serve.accept import choose
from kg.serve.addresses import Addresses
from kg.serve.bounds import Settings
from kg.serve.forms import HTML
from kg.serve.guards import Hosts, SecurityHeaders, Sizes
from kg.serve.index import Index
from kg.serve.pool import Pool
from kg.serve.refusal import RefusalError
from kg.serve.routes import files, home, queries, sparql, things
from kg.serve.site import Site, site_of
from kg.serve.summary import Summary

_PLAIN = "text/plain"
_STATUS = ((QueryError, 400), (ViewError, 404), (NetworkError, 404), (ExportError, 404), (StoreError, 503))

ROUTES = (
    Route("/", home.home),
    Route("/search", home.search),
    Route("/suggest", home.suggest),
    Route("/instrument/{name:path}", things.instrument_page),
    Route("/read/{name:path}", things.reader),
    Route("/graph/{name:path}", things.graph),
    Route("/export/{name:path}", things.download),
    Route("/queries", queries.catalogue),
    Route("/queries/{name}", queries.one),
    Route("/sparql", sparql.endpoint, methods=sparql.METHODS),
    Route("/static/{name}", files.file),
)


def application(pool: Pool, index: Index, summary: Summary, settings: Settings) -> Starlette:
    """The ASGI application over an open pool."""
    names = [settings.host, *settings.hosts]
    app = Starlette(
        routes=list(ROUTES),
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(Hosts, names=names),
            Middleware(Sizes, most=settings.bounds.request_bytes),
        ],
        exception_handlers={
            things.UnknownThingError: things.unknown_page,
            RefusalError: _refused,
            KgError: _failed,
            HTTPException: _no_route,
            Exception: _broken,
        },
    )
    app.state.site = Site(pool, index, summary, settings, Addresses(settings.root_path))
    return app


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, RefusalError)
    return _said(request, error)


def _failed(request: Request, error: Exception) -> Response:
    assert isinstance(error, KgError)
    status = next((status for kind, status in _STATUS if isinstance(error, kind)), 500)
    return _said(request, RefusalError(status, error.message))


def _no_route(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    message = {404: "there is no such page", 405: "this address does not take that method"}
    headers = dict(error.headers or {})
    return _said(request, RefusalError(error.status_code, message.get(error.status_code, error.detail), headers))


def _broken(request: Request, _error: Exception) -> Response:
    return PlainTextResponse("the server failed at this; its log says why\n", 500)


def _said(request: Request, refusal: RefusalError) -> Response:
    """A refusal as a page for people, as a line of text for programs."""
    if choose(request.headers.get("accept"), [_PLAIN, HTML]) != HTML:
        return PlainTextResponse(f"{refusal.message}\n", refusal.status, headers=dict(refusal.headers))
    page = site_of(request).page("refusal.html", status=refusal.status, refusal=refusal)
    page.headers.update(refusal.headers)
    return page
