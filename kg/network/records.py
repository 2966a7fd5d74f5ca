"""Rows of a measure as CSV and JSON, with all their fields; `kg.tables` draws them for a terminal."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import fields
from typing import TypeAlias

from kg.network.ages import Age, AgeYear
from kg.network.betweenness import Between
from kg.network.communities import Community
from kg.network.cores import Core
from kg.network.degree import Degree
from kg.network.hits import Standing
from kg.network.hubs import Hub
from kg.network.mainpath import PathLink
from kg.network.orphans import Orphan
from kg.network.pagerank import Rank
from kg.network.record import Fault
from kg.network.renewals import Renewed, Series
from kg.network.similar import Pair

Record: TypeAlias = (
    Age
    | AgeYear
    | Between
    | Community
    | Core
    | Degree
    | Fault
    | Hub
    | Orphan
    | Pair
    | PathLink
    | Rank
    | Renewed
    | Series
    | Standing
)
"""A row of any measure."""


def as_csv(rows: Sequence[Record]) -> str:
    """A line of names and a line a row (RFC 4180); what is unknown is empty, several values stand between bars.

    No rows give no text: there is nothing to tell the columns by.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    for number, row in enumerate(rows):
        if number == 0:
            writer.writerow(field.name for field in fields(row))
        writer.writerow(map(_plain, _values(row)))
    return text.getvalue()


def as_json(rows: Sequence[Record]) -> str:
    """A list of objects, the names of the fields as keys."""
    objects = [dict(zip((field.name for field in fields(row)), _values(row), strict=True)) for row in rows]
    return json.dumps(objects, ensure_ascii=False, indent=1) + "\n"


def _values(row: Record) -> list[object]:
    return [getattr(row, field.name) for field in fields(row)]


def _plain(value: object) -> object:
    return "|".join(map(str, value)) if isinstance(value, tuple) else value
