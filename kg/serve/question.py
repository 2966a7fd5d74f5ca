"""A request to the endpoint as SPARQL 1.1 Protocol writes it -> the question that it asks.

Queries alone: what the protocol says of updates is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from kg.serve.refusal import RefusalError

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"

_MOST_FIELDS = 100
_READ_ONLY = "this endpoint only reads: it takes queries, and no updates"

Fields = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Question:
    """A query, and the graphs that make its dataset where the protocol names them in place of FROM and FROM NAMED."""

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    form: str | None = None

    @property
    def graphs(self) -> tuple[str, ...]:
        """All graphs that the protocol names."""
        return self.default_graphs + self.named_graphs


def fields_of(text: bytes | str) -> Fields:
    """The fields of a query string or of a form. RefusalError if it is not UTF-8 or has too many of them."""
    try:
        plain = text.decode("ascii") if isinstance(text, bytes) else text
        return parse_qsl(plain, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except (UnicodeDecodeError, ValueError):
        raise RefusalError(400, "the fields of the request are not URL-encoded UTF-8, or too many") from None


def by_get(query_string: bytes) -> Question | None:
    """The question of a GET; None if the request asks nothing."""
    fields = fields_of(query_string)
    return _question(fields) if any(name in ("query", "update") for name, _ in fields) else None


def by_post(content_type: str | None, query_string: bytes, body: bytes) -> Question:
    """The question of a POST, in either form. RefusalError 415 for other media types, 400 for a fault in it."""
    media_type, _, parameters = (content_type or "").partition(";")
    kind = media_type.strip().lower()
    if kind == FORM:
        if any(name in ("query", "update") for name, _ in fields_of(query_string)):
            raise RefusalError(400, "a POST of a form has its query in the body, not in the address")
        return _question(fields_of(body))
    if kind == QUERY:
        fields = [each for each in fields_of(query_string) if each[0] != "update"]
        if any(name == "query" for name, _ in fields):
            raise RefusalError(400, "the request holds two queries, one in the address and one in the body")
        return _question([*fields, ("query", _text(body, parameters))])
    if kind == UPDATE:
        raise RefusalError(415, _READ_ONLY)
    raise RefusalError(415, f"a POST is {FORM} or {QUERY}", {"Accept-Post": f"{FORM}, {QUERY}"})


def _text(body: bytes, parameters: str) -> str:
    charset = next((each.partition("=")[2] for each in parameters.split(";") if "charset" in each.lower()), "utf-8")
    if charset.strip().strip('"').lower() not in ("utf-8", "utf8"):
        raise RefusalError(415, f"{QUERY} is always UTF-8")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise RefusalError(400, "the query is not UTF-8") from None


def _question(fields: Fields) -> Question:
    if any(name == "update" for name, _ in fields):
        raise RefusalError(400, _READ_ONLY)
    queries = _all(fields, "query")
    if len(queries) != 1:
        raise RefusalError(400, f"a request holds one query, not {len(queries)}")
    if not queries[0].strip():
        raise RefusalError(400, "the query is empty")
    form = next(iter(_all(fields, "format")), None)
    return Question(queries[0], _all(fields, "default-graph-uri"), _all(fields, "named-graph-uri"), form)


def _all(fields: Fields, wanted: str) -> tuple[str, ...]:
    return tuple(value for name, value in fields if name == wanted)
