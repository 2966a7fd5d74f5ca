"""`kg network` and its measures: each answers, of any part of the network, in any form."""

from __future__ import annotations

import csv
import io
import json

import pytest

from kg.commands.network import network as group
from tests.commands import kg, refusal

# What has to be named beside the measure, and a word of the answer on the sample ("" where it has none).
ANSWERS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("degree",), "A/RES/33/134"),
    (("pagerank",), "Buenos Aires Plan of Action"),
    (("hits",), "A/RES/62/209"),
    (("hubs", "--least", "1"), "Doha Plan of Action"),
    (("cores",), "A/RES/62/209"),
    (("betweenness",), "A/RES/62/209"),
    (("co-cited", "33/134", "--least", "1"), "A/RES/57/263"),
    (("coupled",), ""),
    (("communities",), "1978"),
    (("ages",), "A/RES/33/134"),
    (("age-profile",), "29"),
    (("renewals",), ""),
    (("renewed", "62/209"), ""),
    (("main-path",), "A/RES/33/134"),
    (("orphans", "62/209"), "cited by nothing else"),
    (("faults",), ""),
)


def test_every_measure_is_asked_here() -> None:
    assert sorted(arguments[0] for arguments, _ in ANSWERS) == sorted(group.commands)


@pytest.mark.parametrize(("arguments", "expected"), ANSWERS, ids=[" ".join(arguments) for arguments, _ in ANSWERS])
def test_measures_in_every_form(arguments: tuple[str, ...], expected: str) -> None:
    table, plain, objects = (
        kg("network", *arguments, "--top", "500", "--format", form) for form in ("table", "csv", "json")
    )
    for shown in (table, plain, objects):
        assert (shown.code, shown.err) == (0, "")
        assert expected in shown.out
    rows, listed = list(csv.DictReader(io.StringIO(plain.out))), json.loads(objects.out)
    assert bool(rows) == bool(expected)
    assert [list(row) for row in rows] == [list(row) for row in listed]
    assert ("nothing to show" in table.out) == (not rows)


def test_without_a_measure_it_is_degree() -> None:
    assert kg("network", "--top", "3") == kg("network", "degree", "--top", "3")
    assert kg("network") == kg("network", "degree", "--top", "20")


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_rows_at_the_top_only(form: str) -> None:
    short, long = (kg("network", "--format", form, "--top", top) for top in ("3", "500"))
    assert len(short.out.splitlines()) < len(long.out.splitlines())


def test_programs_get_every_row_unless_told() -> None:
    assert kg("network", "--format", "csv") == kg("network", "--format", "csv", "--top", "500")


@pytest.mark.parametrize(
    ("options", "there", "missing"),
    [
        (("--kind", "resolution"), "A/RES/33/134", "Doha Plan of Action"),
        (("--relation", "reaffirms", "--kind", "resolution"), "A/RES/33/134", "secretary-general"),
        (("--organ", "General Assembly", "--from", "2007", "--to", "2007"), "A/RES/33/134", "nothing"),
        (("--around", "A/RES/33/134"), "A/RES/33/134", "Doha Plan of Action"),
        (("--field", "33/134", "--language", "en"), "A/RES/33/134", "secretary-general"),
    ],
)
def test_parts_of_the_network(options: tuple[str, ...], there: str, missing: str) -> None:
    shown = kg("network", *options, "--format", "csv")
    assert (shown.code, shown.err) == (0, "")
    assert there in shown.out
    assert missing not in shown.out


def test_a_part_in_which_nothing_is() -> None:
    assert "nothing to show" in kg("network", "--from", "2008").out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--organ", "Genral Assembly"), "did you mean General Assembly"),
        (("--field", "secretary-general"), "belongs to no community"),
        (("--around", "A/RES/1/1"), "no node 'A/RES/1/1'"),
        (("orphans", "nothing"), "no node 'nothing'"),
        (("pagerank", "--damping", "2"), "between 0 and 1"),
        (("communities", "--resolution", "0"), "greater than 0"),
    ],
)
def test_what_is_refused(arguments: tuple[str, ...], message: str) -> None:
    assert message in refusal(kg("network", *arguments))


def test_help_names_every_measure() -> None:
    shown = kg("network", "--help")
    assert all(name in shown.out for name in group.commands)
    assert "[OPTIONS] NAME" in kg("network", "orphans", "--help").out


def test_dated_chains() -> None:
    shown = kg("chain", "62/209", "33/134", "--dated")
    assert (shown.code, shown.err) == (0, "")
    assert "1978-12-19" in shown.out
    assert "no chain leads" in refusal(kg("chain", "62/209", "A/58/683", "--dated"))


def test_a_table_answers_yes_and_no_to_people() -> None:
    shown = kg("network", "renewed", "62/209", "--atlas").out
    rows = {line.split()[0]: line.split() for line in shown.splitlines() if line.strip().startswith("A/RES/")}
    assert rows["A/RES/62/209"][-2:] == ["no", "no"]
    assert rows["A/RES/68/230"][-2:] == ["yes", "no"]
    assert "True" not in shown
