"""Rows as CSV and JSON."""

from __future__ import annotations

import csv
import io
import json

from kg.network import Network, as_csv, as_json, communities, degrees
from tests.network.networks import linked

ROWS = communities(linked(3, [(2, 1), (3, 1), (3, 2)]))


def test_csv_has_every_field(network: Network) -> None:
    table = list(csv.DictReader(io.StringIO(as_csv(degrees(network)))))
    assert table[0] == {
        "identity": "A/RES/33/134",
        "label": "",
        "kind": "resolution",
        "date": "1978-12-19",
        "times_cited": "2",
        "cited_by": "2",
        "citations": "0",
        "cites": "0",
        "iri": "https://undocs.org/A/RES/33/134",
    }
    assert len(table) == len(network)


def test_several_values_stand_between_bars() -> None:
    (row,) = csv.DictReader(io.StringIO(as_csv(ROWS)))
    assert row["members"].split("|") == list(ROWS[0].members)


def test_json_keeps_types() -> None:
    (row,) = json.loads(as_json(ROWS))
    assert (row["number"], row["size"], row["members"]) == (1, 3, list(ROWS[0].members))


def test_no_rows() -> None:
    assert as_csv([]) == ""
    assert json.loads(as_json([])) == []
