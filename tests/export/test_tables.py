"""nodes.csv and edges.csv: read back cell by cell, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io

import pandas  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export import whole
from kg.export.elements import citations
from kg.export.tables import EDGE_COLUMNS, NODE_COLUMNS, guarded
from kg.network import build
from kg.store import OxigraphStore
from tests.export.conftest import HOSTILE, written

UN = "https://undocs.org/"


def rows(form: str, store: OxigraphStore) -> list[dict[str, str]]:
    """The rows of a table, as the csv module of Python reads them."""
    return list(csv.DictReader(io.StringIO(written(form, whole(store)).decode(), newline="")))


def test_pandas_reads_nodes_with_their_types(sample: OxigraphStore) -> None:
    found = pandas.read_csv(io.BytesIO(written("csv-nodes", whole(sample))), index_col="id")
    assert (found.index.name, *found.columns) == NODE_COLUMNS
    assert set(found.index) == set(build(sample.inner))
    row = found.loc[UN + "A/RES/33/134"]
    assert (row["label"], row["kind"], row["year"], row["read"]) == ("A/RES/33/134", "resolution", 1978, False)


def test_pandas_reads_an_edge_for_each_linked_citation(sample: OxigraphStore) -> None:
    found = pandas.read_csv(io.BytesIO(written("csv-edges", whole(sample))))
    assert tuple(found.columns) == EDGE_COLUMNS
    linked = [each for part in whole(sample) for each in citations(part) if each.cited]
    assert list(found["id"]) == [each.iri for each in linked]
    assert list(found["quote"]) == [each.quote for each in linked]
    first = found.iloc[0]
    assert (first["relation"], first["paragraph"], first["target"]) == ("reaffirms", "PP1", UN + "A/RES/33/134")


def test_ends_of_edges_are_nodes(small: OxigraphStore) -> None:
    ids = {row["id"] for row in rows("csv-nodes", small)}
    ends = {row[end] for row in rows("csv-edges", small) for end in ("source", "target")}
    assert ends <= ids


def test_footnotes_say_where_they_are_called(small: OxigraphStore) -> None:
    through = {row["target"]: (row["footnote"], row["called_in"], row["part"]) for row in rows("csv-edges", small)}
    assert through[UN + "A/62/295"] == ("FN1", "OP1", "annex II")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("'so", "''so"),
        ("A/RES/62/209", "A/RES/62/209"),
        ("", ""),
        (" =1", " =1"),
    ],
)
def test_formulas_are_guarded(cell: str, expected: str) -> None:
    assert guarded(cell) == expected


@given(st.text(max_size=8), st.text(max_size=8))
def test_guarded_cells_stay_apart(one: str, other: str) -> None:
    # Taking off one apostrophe from every cell that begins with one gives back the words.
    assert guarded(one).removeprefix("'") == one
    assert (guarded(one) == guarded(other)) == (one == other)


def test_hostile_words_come_back(hostile: OxigraphStore) -> None:
    (edge,) = rows("csv-edges", hostile)
    assert edge["quote"] == edge["part"] == f"'{HOSTILE}"
    assert {row["title"] for row in rows("csv-nodes", hostile)} == {f"'{HOSTILE}"}
    assert written("csv-edges", whole(hostile)).decode().count("\x01") == 3
