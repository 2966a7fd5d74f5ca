"""What the commands print as tables: citations, chains, measures, the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import TYPE_CHECKING

from rich.table import Table

from kg.model import Citation, Kind, Reading
from kg.terminal import table

if TYPE_CHECKING:
    from kg.network import Chain, Degree, Rank
    from kg.query import Catalogue

_NAMED = frozenset({Kind.BODY, Kind.INSTRUMENT, Kind.TREATY})


def citations(reading: Reading) -> Table:
    """What a document cites: paragraph, relation, thing, printed date, and the footnote it comes through."""
    document = reading.document
    title = " ".join(filter(None, [document.symbol or document.source, document.title]))
    columns = ("where", "relation", "cites", "date", "note")
    return table(columns, map(_citation, reading.citations), f"What {title} cites")


def _citation(citation: Citation) -> tuple[object, ...]:
    named = citation.label or citation.target or f"“{citation.quote}”"
    what = f"{named}, {citation.part}" if citation.part else named
    called = f" ← {', '.join(citation.called_in)}" if citation.called_in else ""
    return citation.where + called, citation.relation.value, what, citation.date, citation.footnote


def chains(found: Sequence[Chain]) -> Table:
    """Chains of citations, a row a step."""
    rows = [
        (number if first else "", step.citing, ", ".join(step.relations), step.cited, step.cited_date)
        for number, chain in enumerate(found, 1)
        for first, step in zip([True, *[False] * len(chain.steps)], chain.steps, strict=False)
    ]
    return table(("", "citing", "relation", "cited", "date"), rows)


def catalogue(queries: Catalogue) -> Table:
    """The queries of the catalogue: name, question, parameters with their defaults."""
    rows = [
        (each.name, each.question, " ".join(f"{p.name}={p.default or p.example}" for p in each.parameters))
        for each in queries
    ]
    return table(("name", "question", "parameters"), rows, "kg query NAME KEY=VALUE …")


def measures(rows: Sequence[Degree | Rank]) -> Table:
    """A measure's table: what it is, its kind and date, and a column for each figure."""
    if not rows:
        return table(("nothing is cited",), ())
    figures = [field.name for field in fields(rows[0]) if field.name not in ("identity", "label", "kind", "date")]
    columns = ("what", "kind", "date", *(name.replace("_", " ") for name in figures))
    return table(columns, ((_what(row), row.kind.value, row.date, *(getattr(row, f) for f in figures)) for row in rows))


def _what(row: Degree | Rank) -> str:
    """The name of what is known by a name, else the symbol."""
    return row.label if row.kind in _NAMED and row.label else row.identity
