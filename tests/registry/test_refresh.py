"""Refreshing: what a document records of itself goes before what others say of it."""

from __future__ import annotations

import pytest

from kg.registry import RECORD, Registered, Registry, refresh
from tests.registry.texts import content

SYMBOL = "A/RES/60/1"


def entry(date: str | None, title: str | None, label: str | None, *sources: str) -> Registered:
    return Registered(SYMBOL, date, title, label, sources)


def record(date: str | None, title: str | None) -> Registered:
    return entry(date, title, None, RECORD)


@pytest.mark.parametrize(
    ("before", "told", "after", "conflicts"),
    [
        pytest.param(
            entry("2005-09-16", None, None, "cited"),
            [record(None, "Outcome")],
            entry("2005-09-16", "Outcome", None, "cited", RECORD),
            [],
            id="a field that the record lacks stays",
        ),
        pytest.param(
            entry("2005-09-15", "Summit", None, "cited"),
            [record("2005-09-16", "Outcome")],
            entry("2005-09-16", "Outcome", None, "cited", RECORD),
            [f"{SYMBOL}: date 2005-09-16, not 2005-09-15 (cited)"],
            id="a record replaces what others say; only the date is told",
        ),
        pytest.param(
            entry(None, None, "SUMMIT", "votes"),
            [record(None, "Outcome")],
            entry(None, "Outcome", None, RECORD, "votes"),
            [],
            id="a title takes the place of a label",
        ),
        pytest.param(
            entry(None, None, "SUMMIT", "votes"),
            [record("2005-09-16", None)],
            entry("2005-09-16", None, "SUMMIT", RECORD, "votes"),
            [],
            id="a label stays where no title is known",
        ),
        pytest.param(
            entry("2005-09-16", "Outcome", None, RECORD),
            [record("2005-09-17", "Another outcome")],
            entry("2005-09-16", "Outcome", None, RECORD),
            [
                f"{SYMBOL}: date 2005-09-16, not 2005-09-17 (record)",
                f"{SYMBOL}: title Outcome, not Another outcome (record)",
            ],
            id="of two records the first is believed",
        ),
        pytest.param(
            entry("2005-09-16", "Outcome", None, RECORD),
            [record("2005-09-16", "OUTCOME ")],
            entry("2005-09-16", "Outcome", None, RECORD),
            [],
            id="letters and spaces are no difference",
        ),
        pytest.param(
            entry("2005-09-16", None, None, "cited"),
            [record("1999-09-16", "Outcome")],
            entry("2005-09-16", "Outcome", None, "cited", RECORD),
            [f"{SYMBOL}: date 2005-09-16, not 1999-09-16 (record)"],
            id="a date outside the session is not believed",
        ),
        pytest.param(
            entry(None, None, None, "cited"),
            [record("1999-09-16", None)],
            entry(None, None, None, "cited", RECORD),
            [f"{SYMBOL}: date unknown, not 1999-09-16 (record)"],
            id="not even where no other is known",
        ),
        pytest.param(
            entry("2005-09-15", None, None, "cited"),
            [record("2005-09-16", None), record("2005-09-17", None)],
            entry("2005-09-16", None, None, "cited", RECORD),
            [
                f"{SYMBOL}: date 2005-09-16, not 2005-09-15 (cited)",
                f"{SYMBOL}: date 2005-09-16, not 2005-09-17 (record)",
            ],
            id="two new records",
        ),
    ],
)
def test_what_is_believed(before: Registered, told: list[Registered], after: Registered, conflicts: list[str]) -> None:
    refreshed = refresh(Registry(content(before)), told)
    assert refreshed.entries == (after,)
    assert [str(conflict) for conflict in refreshed.conflicts] == conflicts
    assert (refreshed.added, refreshed.changed) == (0, int(before != after))


def test_what_is_new_is_added_and_the_rest_stays() -> None:
    registry = Registry(content())
    new = Registered("A/RES/62/209", "2007-12-19", "South-South cooperation", None, (RECORD,))
    refreshed = refresh(registry, [new, new])
    assert (refreshed.added, refreshed.changed, refreshed.conflicts) == (1, 0, ())
    assert set(refreshed.entries) == {*registry, new}


def test_nothing_new_changes_nothing() -> None:
    registry = Registry(content())
    assert refresh(registry, []).entries == tuple(registry)
