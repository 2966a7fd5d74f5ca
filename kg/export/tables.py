"""The network as two tables: nodes.csv and edges.csv, as Gephi, pandas and spreadsheets read them.

Source: RFC 4180, in UTF-8. A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV
Injection): it begins with one of = + - @, a tab, a carriage return, or an apostrophe. So whoever wants the exact words
takes one apostrophe off every cell that begins with one.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from kg.export.elements import Cited, Gathered, citations, shown
from kg.export.parts import Part
from kg.network import Node

NODE_COLUMNS = ("id", "label", "identity", "title", "kind", "organ", "date", "year", "times_cited", "read")
EDGE_COLUMNS = (
    "source",
    "target",
    "relation",
    "kind",
    "paragraph",
    "footnote",
    "called_in",
    "quote",
    "start",
    "end",
    "part",
    "printed_date",
    "method",
    "confidence",
    "id",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
_BETWEEN = " "


def csv_nodes(parts: Iterable[Part], out: BinaryIO) -> None:
    """The node list: everything that cites or is cited, in the order of the IRIs."""
    gathered = Gathered()
    for part in parts:
        gathered.add(part)
    _write(NODE_COLUMNS, map(_node, gathered.nodes()), out)


def csv_edges(parts: Iterable[Part], out: BinaryIO) -> None:
    """The edge list: one row a citation that is linked, document by document in the order of the text."""
    _write(EDGE_COLUMNS, (_edge(each) for part in parts for each in citations(part) if each.cited), out)


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _node(node: Node) -> tuple[str | int, ...]:
    year = "" if node.year is None else node.year
    texts = (node.iri, shown(node), node.identity, node.label, node.kind.value, node.organ or "", node.date or "")
    return (*texts, year, node.times_cited, str(node.read).lower())


def _edge(each: Cited) -> tuple[str | int, ...]:
    places = (each.paragraph, each.footnote, _BETWEEN.join(each.called_in))
    ends = (each.citing, each.cited or "", each.relation, each.kind)
    words = (each.quote, each.start, each.end, each.part, each.date)
    return (*ends, *places, *words, each.method, each.confidence, each.iri)


def _write(columns: tuple[str, ...], rows: Iterable[tuple[str | int, ...]], out: BinaryIO) -> None:
    for line in _lines(columns, rows):
        out.write(line.encode())


def _lines(columns: tuple[str, ...], rows: Iterable[tuple[str | int, ...]]) -> Iterator[str]:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in row])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()
