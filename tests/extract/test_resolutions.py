"""Numbered acts in lists: heads, letters, dates, ranges, and what is no number of an act."""

from __future__ import annotations

import pytest

from kg.extract import resolutions
from kg.model import OWN
from tests.texts import snippet

LISTS = [
    ("Recalling its resolution 33/134 of 19 December 1978", [("33/134", OWN, "1978-12-19")]),
    (
        "its resolutions 57/270 B of 23 June 2003, 60/212 of 22 December 2005 and other resolutions",
        [("57/270B", OWN, "2003-06-23"), ("60/212", OWN, "2005-12-22")],
    ),
    (
        "resolutions 46/151 and 67/205 A and B",
        [("46/151", None, None), ("67/205A", None, None), ("67/205B", None, None)],
    ),
    ("Resolution 217 A (III).", [("217A (III)", None, None)]),
    ("See resolution 2200 A (XXI), annex.", [("2200A (XXI)", None, None)]),
    ("resolution 3201 (S-VI) of 1 May 1974", [("3201 (S-VI)", None, "1974-05-01")]),
    ("resolutions S-10/2 and ES-10/24", [("S-10/2", None, None), ("ES-10/24", None, None)]),
    (
        "Security Council resolutions 1325 (2000) and 1820 (2008)",
        [("1325 (2000)", "security-council", None), ("1820 (2008)", "security-council", None)],
    ),
    (
        "Economic and Social Council resolution 1990/15 of 24 May 1990",
        [("1990/15", "economic-and-social-council", "1990-05-24")],
    ),
    ("Council resolution 33/10", [("33/10", "Council", None)]),
    (
        "its previous resolutions, including 2509 (2020) and 2292 (2016)",
        [("2509 (2020)", OWN, None), ("2292 (2016)", OWN, None)],
    ),
    ("its resolutions on Iraq, in particular 1500 (2003)", [("1500 (2003)", OWN, None)]),
    ("resolutions 2106 (2013) 2122 (2013)", [("2106 (2013)", None, None), ("2122 (2013)", None, None)]),
    ("resolution 2003/68 of the Commission on Human Rights", [("2003/68", "commission-on-human-rights", None)]),
    ("its decision 62/518", [("62/518", OWN, None)]),
    ("decision 1/CP.21 of the parties", [("1/CP.21", None, None)]),
    ("resolutions 46/235 to 46/237", [("46/235", None, None), ("46/236", None, None), ("46/237", None, None)]),
    (
        "its resolution 5/1 on institution-building of the Council and 5/2 on the Code of Conduct",
        [("5/1", OWN, None), ("5/2", OWN, None)],
    ),
    (
        "its resolutions 2286 (2016) and 2532 (2020) and General Assembly resolutions 74/270 and 74/274",
        [
            ("2286 (2016)", OWN, None),
            ("2532 (2020)", OWN, None),
            ("74/270", "general-assembly", None),
            ("74/274", "general-assembly", None),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    found = [(m.number, m.organ, m.date) for m in resolutions.find(snippet(text))]
    assert sorted(found, key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    "text",
    [
        "in the biennium 2000/2001 and 24/7",
        "the resolution of 12 July and 3/4 of the members",
        "the draft resolution was adopted by 120 votes",
        "the resolution adopted in 2007; 60/1 is a number after a semicolon",
    ],
)
def test_numbers_without_a_head_are_none(text: str) -> None:
    assert list(resolutions.find(snippet(text))) == []


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("paragraph 6 of General Assembly resolution 60/251", "para. 6"),
        ("paragraphs 34 to 36 of its resolution 60/1", "paras. 34 to 36"),
        ("section II.B of resolution 60/1", "sect. II.B"),
        ("the annex to resolution 60/1", "annex"),
        ("Resolution 34/180, annex.", "annex"),
        ("resolution 60/1, annexes I and II, and", "annexes I and II"),
        ("resolution 60/1 of 16 September 2005", None),
        ("section II of its resolution 60/1", "sect. II"),
        ("resolution 60/1, paragraphs 121 to 136,", "paras. 121 to 136"),
        ("resolution 60/1 and section VII of the report", None),
    ],
)
def test_parts(text: str, part: str | None) -> None:
    assert [m.part for m in resolutions.find(snippet(text))] == [part]


@pytest.mark.parametrize("run", ["1", "1/", "1/1 ", "(", "1, ", "and ", "1 (", "A and ", "resolution 1/1, "])
def test_long_runs_end(run: str) -> None:
    assert len(list(resolutions.find(snippet("resolution " + run * 20_000)))) <= 20_001
