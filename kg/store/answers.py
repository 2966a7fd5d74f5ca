"""What a store answers to a SPARQL query, the same for every engine. Rows and triples come as the engine finds them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
Row: TypeAlias = tuple[Term | None, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to SELECT: a row has one term for each column, None where the variable is unbound."""

    columns: tuple[str, ...]
    rows: Iterator[Row]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to ASK."""

    value: bool


@dataclass(frozen=True, slots=True)
class Statements:
    """The answer to CONSTRUCT and DESCRIBE."""

    triples: Iterator[Triple]


Answer: TypeAlias = Table | Verdict | Statements
