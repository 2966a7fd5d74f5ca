from __future__ import annotations

import pytest

from kg.symbols import Symbol, fits, session_name, session_of_ordinal
from kg.symbols.sessions import ordinal, session_of_number


@pytest.mark.parametrize(
    ("symbol", "date", "expected"),
    [
        ("A/RES/62/209", "2007-12-19", True),
        ("A/RES/62/209", "2008-09-15", True),
        ("A/RES/62/209", "2006-12-19", False),
        ("A/RES/62/209", "2107-12-19", False),
        ("A/RES/2625(XXV)", "1970-10-24", True),
        ("A/RES/2625(XXV)", "1972-10-24", False),
        ("A/RES/3201(S-VI)", "1974-05-01", True),
        ("A/RES/S-10/2", "1978-06-30", True),
        ("A/RES/S-10/2", "1979-06-30", False),
        ("A/RES/ES-10/24", "2024-09-18", True),
        ("A/RES/ES-10/24", "1990-09-18", False),
        ("A/RES/43/15", "2020-06-22", False),
        ("A/HRC/RES/43/15", "2020-06-22", True),
        ("A/HRC/RES/S-27/1", "2017-12-05", True),
        ("S/RES/1325(2000)", "2000-10-31", True),
        ("S/RES/1325(2000)", "2001-10-31", False),
        ("S/PRST/2013/15", "2013-10-17", True),
        ("E/RES/2021/1", "2020-07-21", True),
        ("E/RES/2021/1", "2020-06-21", False),
        ("E/RES/1503(XLVIII)", "1970-05-27", True),
        ("E/CN.4/RES/2003/68", "2003-04-25", True),
        ("E/CN.4/RES/2003/68", "2002-04-25", False),
        ("A/DEC/62/518", "2007-12-06", True),
        ("A/62/295", "2007-12-06", None),
        ("UNFCCC:1/CP.21", "2015-12-12", None),
        ("A/HRC/RES/99/1", "2045-12-12", None),
        ("A/RES/62/209", "19 December 2007", None),
        ("A/RES/62/209", "", None),
    ],
)
def test_dates_and_sessions(symbol: str, date: str, expected: bool | None) -> None:
    assert fits(Symbol.parse(symbol), date) is expected


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("XXV", "25"),
        ("xxv", "25"),
        ("62", "62"),
        ("S-VI", "S-6"),
        ("ES-10", "ES-10"),
        ("CP.21", None),
        ("", None),
        ("IIII", None),
    ],
)
def test_names_of_sessions(printed: str, name: str | None) -> None:
    assert session_name(printed) == name


def test_ordinals() -> None:
    assert session_of_ordinal("Sixty-second") == "62"
    assert session_of_ordinal("sixty second") == "62"
    assert session_of_ordinal("umpteenth") is None
    assert [session_of_ordinal(ordinal(number) or "") for number in range(1, 91)] == [str(n) for n in range(1, 91)]


@pytest.mark.parametrize(
    ("organ", "number", "name"),
    [
        ("security-council", 1, "1946"),
        ("security-council", 1325, "2000"),
        ("security-council", 99999, None),
        ("general-assembly", 2625, "25"),
        ("human-rights-council", 5, None),
    ],
)
def test_sessions_of_running_numbers(organ: str, number: int, name: str | None) -> None:
    assert session_of_number(organ, number) == name
