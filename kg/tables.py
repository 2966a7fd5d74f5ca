"""What the commands print as tables: citations, chains, measures, the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import TYPE_CHECKING

from rich.table import Table

from kg.model import Citation, Reading
from kg.terminal import table

if TYPE_CHECKING:
    from kg.network import Chain, Record
    from kg.query import Catalogue

_LONGEST = 60
"""Characters of a name in the table of a measure."""


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


def measures(rows: Sequence[Record]) -> Table:
    """A measure's table: what it is about, by name or by symbol and title, and a column for each figure."""
    if not rows:
        return table(("nothing to show",), ())
    columns = [field.name for field in fields(rows[0]) if not _beside(field.name)]
    names = ["what" if name == "identity" else name.replace("_", " ") for name in columns]
    return table(names, ([_value(row, name) for name in columns] for row in rows))


def _beside(name: str) -> bool:
    """Whether a field is for programs, or stands in the cell of another."""
    return name.endswith(("label", "iri")) or name in ("members", "citation")


def _value(row: Record, name: str) -> object:
    value = getattr(row, name)
    label = getattr(row, "label" if name == "identity" else f"{name}_label", None)
    if label is not None:
        return _named(value, label)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "; ".join(map(_short, value))
    return _short(value) if isinstance(value, str) else value


def _named(identity: str, label: str) -> str:
    """The name of what has a slug, else the symbol with its title."""
    return _short(label if label and identity.islower() else f"{identity} {label}".strip())


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
