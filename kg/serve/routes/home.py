"""The first page and the search."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from kg.errors import QueryError
from kg.model import Kind
from kg.serve.addresses import iri_of
from kg.serve.refusal import RefusalError
from kg.serve.site import site_of
from kg.serve.things import Thing

_A_PAGE = 25
_MOST_PAGES = 400
_SUGGESTED = 8
_LISTED = 10
_QUESTIONS = ("cited-by", "mandates", "chain", "most-cited", "oldest", "plans")


def home(request: Request) -> Response:
    """What the graph holds, and the ways into it."""
    site = site_of(request)
    cited = [each for each in site.index.things if each.documents]
    read = [each for each in site.index.things if each.read]
    from kg import query

    names = {each.name: each for each in query.load()}
    return site.page(
        "home.html",
        instruments=[each for each in cited if each.kind is not Kind.BODY][:_LISTED],
        bodies=[each for each in cited if each.kind is Kind.BODY][:_LISTED],
        latest=sorted(read, key=lambda each: (each.date or "", each.identity), reverse=True)[:_LISTED],
        documents=len(read),
        known=len(site.index.things),
        questions=[names[name] for name in _QUESTIONS if name in names],
    )


def search(request: Request) -> Response:
    """What was found for some words; an exact symbol or name leads to its page at once."""
    site = site_of(request)
    words = request.query_params.get("q", "")[:200].strip()
    kind, page = _kind(request.query_params.get("kind", "")), _page(request.query_params.get("page", "1"))
    if request.query_params.get("go") and (exact := _exact(request, words)):
        return RedirectResponse(site.addresses.instrument(exact.iri), 303)
    hits = site.index.find(words, kind, limit=_A_PAGE, offset=(page - 1) * _A_PAGE)
    return site.page(
        "search.html",
        words=words,
        kind=kind,
        hits=hits,
        page=page,
        pages=min(_MOST_PAGES, -(-hits.total // _A_PAGE)),
        alike=site.index.alike(words) if words and not hits.total else (),
    )


def suggest(request: Request) -> Response:
    """Suggestions for a field that is being filled in, as JSON."""
    hits = site_of(request).index.find(request.query_params.get("q", ""), limit=_SUGGESTED)
    return JSONResponse([{"value": each.identity, "label": _label(each)} for each in hits.things])


def _label(thing: Thing) -> str:
    return " · ".join(filter(None, (thing.name, (thing.date or "")[:4])))


def _exact(request: Request, words: str) -> Thing | None:
    try:
        return site_of(request).index.get(iri_of(words)) if words else None
    except QueryError:
        return None


def _kind(text: str) -> Kind | None:
    if not text:
        return None
    try:
        return Kind(text)
    except ValueError:
        raise RefusalError(400, f"no kind is called {text[:40]!r}") from None


def _page(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1 <= int(text[:6]) <= _MOST_PAGES):
        raise RefusalError(400, f"a page is a number from 1 to {_MOST_PAGES}")
    return int(text)
