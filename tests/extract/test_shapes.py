"""Names by shape: where they begin and where they end."""

from __future__ import annotations

import pytest

from kg.extract import shapes
from tests.texts import quotes, snippet

CASES = [
    ("the Kampala Action Plan and the Framework of Analysis", ["Kampala Action Plan", "Framework of Analysis"]),
    ("of the Volta Committee on Trade, which met", ["Volta Committee on Trade"]),
    (
        "the Convention on Economic, Social and Cultural Waters and",
        ["Convention on Economic, Social and Cultural Waters"],
    ),
    ("adopted on 20 July 2010 Kabul Communiqué on Peace", ["2010 Kabul Communiqué on Peace"]),
    ("article IV of the Treaty and", []),
    ("the Peoples’ Summit on Rivers", ["Peoples’ Summit on Rivers"]),
]


@pytest.mark.parametrize(("text", "names"), CASES)
def test_shape(text: str, names: list[str]) -> None:
    document = snippet(text)
    assert quotes(document, list(shapes.find(document))) == names
