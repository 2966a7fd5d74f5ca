"""The SPARQL endpoint, and the page on which people write to it."""

from __future__ import annotations

import re
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kg.errors import KgError, QueryError, StoreError
from kg.serve.accept import choose
from kg.serve.answer import Answer, answer
from kg.serve.forms import HTML, TURTLE
from kg.serve.guards import EDITOR_POLICY, POLICY
from kg.serve.question import Question, by_get, by_post
from kg.serve.refusal import RefusalError
from kg.serve.site import Site, site_of
from kg.triples import reused
from kg.view.web_bundle import web_bundle

METHODS = ["GET", "POST"]
_PLAIN = "text/plain"
_PREFIXED = re.compile(r"(?<![\w<?$:/])([a-z]+):(?=\w)")
_DECLARED = re.compile(r"prefix\s+([a-z]+):", re.IGNORECASE)
_EXAMPLE = """SELECT ?instrument ?title (COUNT(DISTINCT ?document) AS ?documents)
WHERE {
  ?document kg:reaffirms ?instrument .
  OPTIONAL { ?instrument dcterms:title ?title }
}
GROUP BY ?instrument ?title
ORDER BY DESC(?documents) ?instrument
LIMIT 20"""
_DESCRIPTION = """@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix format: <http://www.w3.org/ns/formats/> .

[] a sd:Service ;
  sd:endpoint <> ;
  sd:supportedLanguage sd:SPARQL11Query ;
  sd:feature sd:UnionDefaultGraph ;
  sd:resultFormat format:SPARQL_Results_JSON, format:SPARQL_Results_XML, format:SPARQL_Results_CSV,
    format:SPARQL_Results_TSV, format:Turtle, format:N-Triples, format:RDF_XML, format:JSON-LD .
"""


async def endpoint(request: Request) -> Response:
    """SPARQL 1.1 Protocol, queries alone. A GET that asks nothing shows the editor, or describes the service."""
    site, accept = site_of(request), request.headers.get("accept")
    text = ""
    try:
        question = await _question(request)
        if question is None:
            return _nothing_asked(request, site)
        text = question.query
        found = await site.pool.run_for_guest(answer, question, accept, site.settings.bounds)
    except (KgError, RefusalError) as error:
        return _fault(request, site, text, error)
    return _page(site, question, found) if found.media_type == HTML else _response(found)


async def _question(request: Request) -> Question | None:
    query_string = bytes(request.scope["query_string"])
    if request.method == "POST":
        return by_post(request.headers.get("content-type"), query_string, await request.body())
    return by_get(query_string)


def _response(found: Answer) -> Response:
    return Response(found.text, headers={"Content-Type": found.media_type, "Vary": "Accept"})


def _nothing_asked(request: Request, site: Site) -> Response:
    chosen = choose(request.headers.get("accept"), [_PLAIN, HTML, TURTLE])
    if chosen == HTML:
        return editor(site)
    if chosen == TURTLE:
        return Response(_DESCRIPTION, media_type=TURTLE, headers={"Vary": "Accept"})
    raise RefusalError(400, "no query: send one in the field query, or by POST")


def _fault(request: Request, site: Site, text: str, error: KgError | RefusalError) -> Response:
    """Why there is no answer: a line of text for programs, the editor with the query for people."""
    refusal = error if isinstance(error, RefusalError) else RefusalError(_status(error), _line(error))
    if choose(request.headers.get("accept"), [_PLAIN, HTML]) == HTML:
        return editor(site, text, fault=refusal.message, status=refusal.status)
    headers = {**refusal.headers, "Vary": "Accept"}
    return PlainTextResponse(f"{refusal.message}\n", refusal.status, headers=headers)


def _status(error: KgError) -> int:
    return 400 if isinstance(error, QueryError) else 503 if isinstance(error, StoreError) else 500


def _line(error: KgError) -> str:
    return f"{error.place}: {error.message}" if error.place else error.message


def _page(site: Site, question: Question, found: Answer) -> Response:
    assert found.result is not None
    links = {
        name: urlencode([("query", question.query), *_dataset(question), ("format", name)])
        for name in (("turtle", "ntriples", "rdf+xml") if found.result.form == "triples" else ("csv", "tsv", "json"))
        if found.result.form != "verdict" or name == "json"
    }
    return editor(site, question.query, result=found, links=links)


def _dataset(question: Question) -> list[tuple[str, str]]:
    named = [("named-graph-uri", graph) for graph in question.named_graphs]
    return [("default-graph-uri", graph) for graph in question.default_graphs] + named


def with_prefixes(text: str) -> str:
    """A query with declarations of the usual prefixes that it uses and does not declare: the editor asks for them."""
    used = set(_PREFIXED.findall(text)) - set(_DECLARED.findall(text))
    return "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in reused.PREFIXES if name in used) + text


def editor(
    site: Site,
    text: str = "",
    *,
    result: Answer | None = None,
    fault: str | None = None,
    status: int = 200,
    links: dict[str, str] | None = None,
) -> Response:
    """The page with the editor; what npm brings stands in the place of the plain form where it was built."""
    rich = web_bundle("yasgui.js") is not None
    shown = result.result if result else None
    return site.page(
        "sparql.html",
        status=status,
        policy=EDITOR_POLICY if rich else POLICY,
        text=text or _EXAMPLE,
        declared=with_prefixes(text or _EXAMPLE),
        rich=rich,
        styled=web_bundle("yasgui.css") is not None,
        result=shown,
        rows=site.rows(shown) if shown else [],
        links=links or {},
        fault=fault,
        bounds=site.settings.bounds,
    )
