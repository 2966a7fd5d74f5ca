"""Answers as people and programs read them: a table, CSV, SPARQL JSON, Turtle."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.errors import QueryError
from kg.query.shorten import Shortener
from kg.store import Answer, Row, Table, Term, Verdict
from kg.triples.terms import XSD
from kg.triples.turtle import turtle_of

if TYPE_CHECKING:
    from rich.table import Table as RichTable

TRIPLE_COLUMNS = ("subject", "predicate", "object")


class Form(StrEnum):
    """The form of the query that was answered: SELECT; ASK; CONSTRUCT or DESCRIBE."""

    ROWS = "rows"
    VERDICT = "verdict"
    TRIPLES = "triples"


@dataclass(frozen=True, slots=True)
class Result:
    """A whole answer. A verdict is one row `answer`, triples are rows of three, sorted.

    `truncated` says that the store had more rows than were wanted.
    """

    form: Form
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    truncated: bool = False


def collect(answer: Answer, max_rows: int | None = None) -> Result:
    """The answer of a store as a whole; not more than `max_rows` rows of it, if given."""
    if isinstance(answer, Verdict):
        return Result(Form.VERDICT, ("answer",), ((Literal(answer.value),),))
    if isinstance(answer, Table):
        rows, truncated = _first(answer.rows, max_rows)
        return Result(Form.ROWS, answer.columns, rows, truncated)
    found, truncated = _first(((each.subject, each.predicate, each.object) for each in answer.triples), max_rows)
    return Result(Form.TRIPLES, TRIPLE_COLUMNS, tuple(sorted(set(found), key=str)), truncated)


def table(result: Result, shortener: Shortener | None = None, title: str | None = None) -> RichTable:
    """A table for the terminal: IRIs in short form, no markup and no control characters from the data."""
    from kg.terminal import table as drawn  # rich: heavy, and machine output does without

    short = shortener or Shortener()
    return drawn(result.columns, ([_shown(term, short) for term in row] for row in result.rows), title)


def as_csv(result: Result) -> str:
    """SPARQL 1.1 CSV (W3C, SPARQL 1.1 Query Results CSV): plain values, whole IRIs, CRLF; unbound is empty."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(result.columns)
    writer.writerows([_plain(term) for term in row] for row in result.rows)
    return text.getvalue()


def as_json(result: Result) -> str:
    """SPARQL 1.1 JSON (W3C, SPARQL 1.1 Query Results JSON); triples as rows of their three columns."""
    if result.form is Form.VERDICT:
        return _dumped({"head": {}, "boolean": _plain(result.rows[0][0]) == "true"})
    bindings = [
        {column: _json_term(term) for column, term in zip(result.columns, row, strict=True) if term is not None}
        for row in result.rows
    ]
    return _dumped({"head": {"vars": list(result.columns)}, "results": {"bindings": bindings}})


def as_turtle(result: Result) -> str:
    """The triples of a CONSTRUCT or DESCRIBE; QueryError for other answers."""
    if result.form is not Form.TRIPLES:
        raise QueryError("only CONSTRUCT and DESCRIBE give triples to write as Turtle")
    return turtle_of(Triple(*row) for row in result.rows)  # type: ignore[arg-type]


def _first(rows: Iterable[Row], count: int | None) -> tuple[tuple[Row, ...], bool]:
    if count is None:
        return tuple(rows), False
    found = tuple(islice(rows, count + 1))
    return found[:count], len(found) > count


def _shown(term: Term | None, short: Shortener) -> str:
    return short.short(term.value) if isinstance(term, NamedNode) else _plain(term)


def _plain(term: Term | None) -> str:
    if term is None:
        return ""
    if isinstance(term, NamedNode | Literal):
        return term.value
    return str(term)


def _json_term(term: Term) -> dict[str, object]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Literal):
        return _json_literal(term)
    parts = {name: _json_term(getattr(term, name)) for name in TRIPLE_COLUMNS}
    return {"type": "triple", "value": parts}


def _json_literal(term: Literal) -> dict[str, object]:
    plain: dict[str, object] = {"type": "literal", "value": term.value}
    if term.language:
        return plain | {"xml:lang": term.language}
    return plain if term.datatype.value == XSD + "string" else plain | {"datatype": term.datatype.value}


def _dumped(content: dict[str, object]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
