"""Ages of citations, counted by hand."""

from __future__ import annotations

import pytest
from hypothesis import given

from kg.network import Network, age_profile, ages
from tests.network.networks import citation, linked, network_of, networks, text

OLD = text("A/RES/33/134", "1978-12-19", read=False)
NEW = text("A/RES/57/263", "2002-12-20")
NEWER = text("A/RES/62/209", "2007")
TREATY = text("A/RES/217(III)A", "1948-12-10", read=False)
UNDATED = text("A/RES/58/220")
NETWORK = network_of(
    [OLD, NEW, NEWER, TREATY, UNDATED],
    [
        citation(NEW, OLD, 1),
        citation(NEW, OLD, 2),
        citation(NEWER, OLD, 1),
        citation(NEWER, NEW, 2),
        citation(UNDATED, OLD, 1),
        citation(NEWER, UNDATED, 3),
        citation(OLD, NEW, 1),
        citation(NEWER, TREATY, 4),
    ],
)


def test_how_long_instruments_stay_cited() -> None:
    table = [
        (row.identity, row.cited_by, row.first_cited, row.last_cited, row.median_age, row.longest_age)
        for row in ages(NETWORK)
    ]
    assert table == [
        ("A/RES/217(III)A", 1, "2007", "2007", 59, 59),
        ("A/RES/33/134", 2, "2002-12-20", "2007", 26.5, 29),
        ("A/RES/57/263", 1, "2007", "2007", 5, 5),
    ]


def test_profile() -> None:
    rows = {row.age: row for row in age_profile(NETWORK)}
    assert list(rows) == list(range(60))
    assert {age: row.citations for age, row in rows.items() if row.citations} == {5: 1, 24: 1, 29: 1, 59: 1}
    assert (rows[5].share, rows[24].up_to, rows[59].up_to) == (0.25, 0.5, 1)
    # At 5 years all three could be cited and one is; at 29 years two could and one is.
    assert [rows[age].alive for age in (5, 29, 59)] == pytest.approx([1 / 3, 1 / 2, 1])


@given(networks())
def test_both_tables_count_the_same(network: Network) -> None:
    profile = age_profile(network)
    assert sum(row.citations for row in profile) == sum(row.cited_by for row in ages(network))
    assert max((row.longest_age for row in ages(network)), default=-1) == len(profile) - 1
    assert all(0 <= row.alive <= 1 for row in profile)


def test_nothing_has_no_age() -> None:
    for network in (Network(), linked(2, [(1, 2)])):
        assert ages(network) == []
        assert age_profile(network) == []
