"""Tables for the terminal: citations, chains, measures. Text from documents is shown as it is, never as markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from kg.model import Citation, Reading

if TYPE_CHECKING:
    from kg.network import Chain, Degree, Rank
    from kg.query import Catalogue


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Table:
    """A table of plain text; numbers stand to the right."""
    drawn = Table(title=Text(title), title_justify="left")
    shown = [[_cell(value) for value in row] for row in rows]
    for index, column in enumerate(columns):
        numeric = bool(shown) and all(_is_number(row[index]) for row in shown)
        drawn.add_column(column, justify="right" if numeric else "left", overflow="fold")
    for row in shown:
        drawn.add_row(*map(Text, row))
    return drawn


def citations(reading: Reading) -> Table:
    """What a document cites: paragraph, relation, thing, printed date, and the footnote it comes through."""
    document = reading.document
    title = " ".join(filter(None, [document.symbol or document.source, document.title]))
    columns = ("paragraph", "relation", "kind", "cites", "date", "through")
    return table(f"What {title} cites", columns, map(_citation, reading.citations))


def _citation(citation: Citation) -> tuple[object, ...]:
    named = citation.label or citation.target or f"“{citation.quote}”"
    through = f"note {citation.footnote}" if citation.footnote else None
    if citation.called_in:
        through = f"{through}, called in {', '.join(citation.called_in)}"
    what = f"{named}, {citation.part}" if citation.part else named
    return citation.where, citation.relation.value, citation.kind.value, what, citation.date, through


def chains(found: Sequence[Chain]) -> Table:
    """Chains of citations, a row a step."""
    rows = [
        (number if first else "", step.citing, ", ".join(step.relations), step.cited, step.cited_date)
        for number, chain in enumerate(found, 1)
        for first, step in zip([True, *[False] * len(chain.steps)], chain.steps, strict=False)
    ]
    return table("Chains", ("", "citing", "relation", "cited", "date"), rows)


def catalogue(queries: Catalogue) -> Table:
    """The queries of the catalogue: name, question, parameters with their defaults."""
    rows = [
        (each.name, each.question, ", ".join(f"{p.name}={p.default or p.example}" for p in each.parameters))
        for each in queries
    ]
    return table("kg query NAME KEY=VALUE", ("name", "question", "parameters"), rows)


def measures(rows: Sequence[Degree | Rank]) -> Table:
    """A measure's table, a column a field."""
    if not rows:
        return table("Empty network", (), ())
    columns = [field.name for field in fields(rows[0])]
    return table("Network", columns, ([getattr(row, column) for column in columns] for row in rows))


def _cell(value: object) -> str:
    if value is None:
        return ""
    return f"{value:.4f}" if isinstance(value, float) else " ".join(str(value).split())


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdecimal() or not text
