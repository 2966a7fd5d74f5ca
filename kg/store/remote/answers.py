"""What a server sends back, as answers: SPARQL results in JSON for SELECT and ASK, N-Triples or Turtle for triples."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pyoxigraph
from pyoxigraph import Literal, QueryResultsFormat, RdfFormat

from kg.errors import QueryError, StoreError
from kg.store.answers import Answer, Row, Statements, Table, Verdict
from kg.store.remote.transport import Response

ROWS = "application/sparql-results+json"
TRIPLES = "application/n-triples, text/turtle;q=0.5"

_VERDICT = "__ASK_RETVAL"
"""The column in which Virtuoso 7 answers ASK: with a row for yes, without one for no."""
_TURTLE = frozenset({"text/turtle", "application/x-turtle", "text/rdf+n3"})
_GAP = r"(?:\s|\#[^\r\n]*(?:[\r\n]|$))"
_DECLARATION = rf"(?:BASE{_GAP}*<[^>]*>|PREFIX{_GAP}*[^\s:]*{_GAP}*:{_GAP}*<[^>]*>)"
_FORM = re.compile(rf"(?:{_GAP}|{_DECLARATION})*(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)


def accepted(query: str) -> str:
    """The media types to ask for, by the form of a query. QueryError for what is no query, such as an update.

    Some servers take updates where they take queries, so this is looked at before anything is sent.
    """
    match = _FORM.match(query)
    if match is None:
        raise QueryError("not SPARQL: a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE")
    return ROWS if match[1].upper() in ("SELECT", "ASK") else TRIPLES


def answer(response: Response, wanted: str, source: str) -> Answer:
    """The answer in a response to a query that asked for `wanted`. StoreError if it is something else, or cut short."""
    _check_whole(response, source)
    if wanted == TRIPLES:
        return Statements(_triples(response, source))
    with _faults(response, source):
        found = pyoxigraph.parse_query_results(response.body, format=QueryResultsFormat.JSON)
    if isinstance(found, pyoxigraph.QueryBoolean):
        return Verdict(bool(found))
    columns, rows = tuple(variable.value for variable in found.variables), _rows(found, response, source)
    return _verdict(rows) if columns == (_VERDICT,) else Table(columns, rows)


def _check_whole(response: Response, source: str) -> None:
    """Virtuoso says only in headers that it left out rows, for their number or for want of time."""
    most = response.headers.get("x-sparql-maxrows")
    if most is not None:
        raise StoreError(f"the server cuts answers at {most} rows; raise ResultSetMaxRows there", source=source)
    if response.headers.get("x-sql-state") == "S1TAT":
        raise StoreError("the server ran out of time and sent a part of the answer", source=source)


def _verdict(rows: Iterable[Row]) -> Verdict:
    return Verdict(any(isinstance(term, Literal) and term.value not in ("0", "false") for row in rows for term in row))


def _rows(found: pyoxigraph.QuerySolutions, response: Response, source: str) -> Iterator[Row]:
    with _faults(response, source):
        for solution in found:
            yield tuple(solution)


def _triples(response: Response, source: str) -> Iterator[pyoxigraph.Triple]:
    form = RdfFormat.TURTLE if response.media_type in _TURTLE else RdfFormat.N_TRIPLES
    with _faults(response, source):
        for quad in pyoxigraph.parse(response.body, format=form):
            yield quad.triple


@contextmanager
def _faults(response: Response, source: str) -> Iterator[None]:
    try:
        yield
    except (SyntaxError, ValueError, OSError) as error:
        kind = response.media_type or "of no type"
        raise StoreError(f"the answer cannot be read as what was asked for (it is {kind})", source=source) from error
