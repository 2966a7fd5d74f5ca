"""Paragraphs and footnotes: their IRIs and which of them holds a span."""

from __future__ import annotations

import pytest

from kg.model import Reading, Span
from kg.triples.passages import Passages


@pytest.fixture
def passages(annexes: Reading) -> Passages:
    return Passages(annexes.document, "urn:d")


def test_labels_that_come_again_get_a_number(passages: Passages) -> None:
    assert [each.iri for each in passages.all] == ["urn:d#ANNEX", "urn:d#ANNEX~2", "urn:d#FN*", "urn:d#FN*~2"]


@pytest.mark.parametrize(("offset", "expected"), [(0, "urn:d#ANNEX"), (44, "urn:d#ANNEX~2"), (999, "urn:d#ANNEX")])
def test_holding(passages: Passages, offset: int, expected: str) -> None:
    assert passages.holding("ANNEX", Span(offset, offset + 1)).iri == expected


@pytest.mark.parametrize(
    ("mark", "where", "offset", "expected"),
    [
        ("*", "FN*", 131, "urn:d#FN*~2"),
        ("*", "FN*", 102, "urn:d#FN*"),
        ("*", "ANNEX", 0, "urn:d#FN*"),
        ("*", "PP1", 999, "urn:d#FN*"),
        ("†", "PP1", 0, None),
    ],
    ids=["around the second", "around the first", "called", "neither", "no such mark"],
)
def test_footnote(passages: Passages, mark: str, where: str, offset: int, expected: str | None) -> None:
    found = passages.footnote(mark, where, Span(offset, offset + 1))
    assert (found.iri if found else None) == expected
