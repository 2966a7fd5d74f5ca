"""Asking the store, in a worker: a question of the endpoint -> the text of the answer, within its bounds."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import pyoxigraph
from pyoxigraph import NamedNode, Triple

from kg.errors import QueryError
from kg.query import Form, Result, bind, load
from kg.query.results import TRIPLE_COLUMNS
from kg.query.safety import check
from kg.serve.accept import choose
from kg.serve.bounds import Bounds
from kg.serve.forms import HTML, OTHER_NAMES, ROWS, SHORT_NAMES, TRIPLES, TURTLE, VERDICTS
from kg.serve.question import Question
from kg.serve.refusal import RefusalError, too_large, too_many_rows
from kg.store import OxigraphStore, Row
from kg.store.faults import query_faults
from kg.triples import reused

_PREFIXES = dict(reused.PREFIXES)
_UTF8 = frozenset({"text/csv", "text/tab-separated-values", TURTLE})

PAGE_ROWS = 1000
"""Rows that a page shows; downloads go up to the bound."""

Counted = TypeVar("Counted")
Found = pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | pyoxigraph.QueryTriples


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes to the client: `text` as it stands, or the `result` that a page is to show."""

    media_type: str
    text: bytes = b""
    result: Result | None = None


def answer(store: OxigraphStore, question: Question, accept: str | None, bounds: Bounds) -> Answer:
    """The answer to a question, in the form that the client accepts.

    QueryError if the query is at fault or not allowed; RefusalError if none of the forms of its answer is accepted
    (406), or a bound is met.
    """
    found = _evaluated(store, question)
    return _delivered(store, found, _negotiated(_forms(found), accept, question.form), bounds)


def asked(store: OxigraphStore, name: str, values: Mapping[str, str], media_type: str, bounds: Bounds) -> Answer:
    """The answer to a query of the catalogue. QueryError for an unfit value, RefusalError if a bound is met."""
    text = bind(load().get(name), values)
    with query_faults(store.source):
        found = store.inner.query(text, use_default_graph_as_union=True)
    return _delivered(store, found, media_type, bounds)


def _delivered(store: OxigraphStore, found: Found, media_type: str, bounds: Bounds) -> Answer:
    with query_faults(store.source):
        if media_type == HTML:
            return Answer(HTML, result=_result(found, bounds))
        charset = "; charset=utf-8" if media_type in _UTF8 else ""
        return Answer(media_type + charset, _written(found, media_type, bounds))


def _evaluated(store: OxigraphStore, question: Question) -> Found:
    graphs = (*check(question.query), *question.graphs)
    for graph in graphs:
        _check_graph(store, graph)
    with query_faults(store.source):
        return store.inner.query(
            question.query,
            prefixes=_PREFIXES,
            use_default_graph_as_union=not graphs,
            **_dataset(question),
        )


def _check_graph(store: OxigraphStore, graph: str) -> None:
    try:
        NamedNode(graph)
    except ValueError:
        raise QueryError(f"the dataset names a graph by what is no IRI: {graph!a}") from None
    if not store.has_graph(graph):
        raise QueryError(f"the dataset names a graph that the store does not hold: {graph}")


def _dataset(question: Question) -> dict[str, Any]:
    """The dataset that the protocol names, in place of the query's; where it names one part, the other is empty."""
    if not question.graphs:
        return {}
    return {
        "default_graph": [NamedNode(graph) for graph in question.default_graphs],
        "named_graphs": [NamedNode(graph) for graph in question.named_graphs],
    }


def _forms(found: Found) -> Mapping[str, object]:
    if isinstance(found, pyoxigraph.QuerySolutions):
        return ROWS
    return VERDICTS if isinstance(found, pyoxigraph.QueryBoolean) else TRIPLES


def _negotiated(forms: Mapping[str, object], accept: str | None, short: str | None) -> str:
    for named in SHORT_NAMES.get((short or "").lower(), ()):
        if named in forms:
            return named
    names = [other for other, meant in OTHER_NAMES.items() if _first(meant, forms)]
    chosen = choose(accept, [*forms, HTML, *names])
    if chosen is None:
        raise RefusalError(406, f"the answer can be had as {', '.join([*forms, HTML])}")
    return _first(OTHER_NAMES.get(chosen, ()), forms) or chosen


def _first(names: Iterable[str], forms: Collection[str]) -> str | None:
    return next((name for name in names if name in forms), None)


def _written(found: Found, media_type: str, bounds: Bounds) -> bytes:
    if isinstance(found, pyoxigraph.QueryBoolean):
        return VERDICTS[media_type](bool(found)).encode()
    if isinstance(found, pyoxigraph.QueryTriples):
        out = _Bounded(bounds.answer_bytes)
        triples = _counted(found, bounds.rows)
        pyoxigraph.serialize(triples, out, TRIPLES[media_type], prefixes=_PREFIXES)
        return out.getvalue()
    columns = tuple(variable.value for variable in found.variables)
    out = _Bounded(bounds.answer_bytes)
    for piece in ROWS[media_type](columns, _counted(map(tuple, found), bounds.rows)):
        out.write(piece.encode("utf-8", "replace"))
    return out.getvalue()


def _result(found: Found, bounds: Bounds) -> Result:
    """The answer as a page shows it, cut off at the bound and saying so."""
    if isinstance(found, pyoxigraph.QueryBoolean):
        return Result(Form.VERDICT, ("answer",), ((pyoxigraph.Literal(bool(found)),),))
    if isinstance(found, pyoxigraph.QueryTriples):
        return _cut(Form.TRIPLES, TRIPLE_COLUMNS, (_ends(triple) for triple in found), bounds)
    return _cut(Form.ROWS, tuple(each.value for each in found.variables), map(tuple, found), bounds)


def _cut(form: Form, columns: tuple[str, ...], rows: Iterable[Row], bounds: Bounds) -> Result:
    kept: list[Row] = []
    size = 0
    for row in rows:
        size += sum(len(str(term)) for term in row if term is not None)
        if len(kept) == PAGE_ROWS or size > bounds.answer_bytes // 4:
            return Result(form, columns, tuple(kept), truncated=True)
        kept.append(row)
    return Result(form, columns, tuple(kept))


def _ends(triple: Triple) -> Row:
    return triple.subject, triple.predicate, triple.object


def _counted(things: Iterable[Counted], most: int) -> Iterator[Counted]:
    for number, thing in enumerate(things):
        if number == most:
            raise too_many_rows(most)
        yield thing


class _Bounded(io.BytesIO):
    """Bytes that refuse to become too many."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def write(self, piece: bytes, /) -> int:  # type: ignore[override]
        """As of any file; RefusalError if there would be too many bytes."""
        if self.tell() + len(piece) > self._most:
            raise too_large(self._most)
        return super().write(piece)
