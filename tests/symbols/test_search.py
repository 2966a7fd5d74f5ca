from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.symbols import Symbol, find
from kg.symbols.series import grammar


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A/55/74, annex II.", [("A/55/74", "A/55/74")]),
        ("Supplement No. 39 (A/62/39).", [("A/62/39", "A/62/39")]),
        (
            "A/73/12 (Part I) and A/73/12 (Part II)",
            [("A/73/12 (Part I)", "A/73/12(PartI)"), ("A/73/12 (Part II)", "A/73/12(PartII)")],
        ),
        (
            "A/67/65-E/2012/48 and A/67/65/Corr.1-E/2012/48/Corr.1",
            [("A/67/65-E/2012/48", "A/67/65"), ("A/67/65/Corr.1-E/2012/48/Corr.1", "A/67/65/Corr.1")],
        ),
        (
            "A/73/295, A/73/741 and A/74/313",
            [("A/73/295", "A/73/295"), ("A/73/741", "A/73/741"), ("A/74/313", "A/74/313")],
        ),
        ("FCCC/CP/2015/10/Add.1, decision 1/CP.21", [("FCCC/CP/2015/10/Add.1", "FCCC/CP/2015/10/Add.1")]),
        ("see A/69/53/Add.1 /Corr.1", [("A/69/53/Add.1 /Corr.1", "A/69/53/Add.1/Corr.1")]),
        ("A/73/12 (part II).", [("A/73/12 (part II)", "A/73/12(PartII)")]),
        ("A/74/6 (Sect. 29A)/Corr.1;", [("A/74/6 (Sect. 29A)/Corr.1", "A/74/6(Sect.29A)/Corr.1")]),
        ("A/RES/2200 A (XXI), annex", [("A/RES/2200 A (XXI)", "A/RES/2200(XXI)A")]),
        ("A/RES/217 (III) A.", [("A/RES/217 (III) A", "A/RES/217(III)A")]),
        ("A/RES/57/270 B and A/RES/60/1", [("A/RES/57/270 B", "A/RES/57/270B"), ("A/RES/60/1", "A/RES/60/1")]),
        ("A/RES/46/185 A and B of", [("A/RES/46/185 A and B", "A/RES/46/185A")]),
        ("A/RES/62/209 and others", [("A/RES/62/209", "A/RES/62/209")]),
        ("S/RES/1325 (2000),", [("S/RES/1325 (2000)", "S/RES/1325(2000)")]),
        (
            "S/RES/1325\u00a0(2000) A/ES\u201110/77",
            [("S/RES/1325\u00a0(2000)", "S/RES/1325(2000)"), ("A/ES\u201110/77", "A/ES-10/77")],
        ),
        (
            "A/54/25/Add.2.See A/HRC/54/25/Add.2.See",
            [("A/54/25/Add.2", "A/54/25/Add.2"), ("A/HRC/54/25/Add.2", "A/HRC/54/25/Add.2")],
        ),
        ("an A/55/74-related matter", [("A/55/74", "A/55/74")]),
        ("–A/62/39", [("A/62/39", "A/62/39")]),
        ("A/CN. 10/102", [("A/CN. 10/102", "A/CN.10/102")]),
        ("TD(XIV)/PC/1, GC(65)/24", [("TD(XIV)/PC/1", "TD(XIV)/PC/1"), ("GC(65)/24", "GC(65)/24")]),
        ("ICC-ASP/8/Res.3", [("ICC-ASP/8/Res.3", "ICC-ASP/8/Res.3")]),
        ("(E/CN.4/Sub.2/2003/12/Rev.2)", [("E/CN.4/Sub.2/2003/12/Rev.2", "E/CN.4/Sub.2/2003/12/Rev.2")]),
        ("A/RES/62/2099 of", []),
        ("A/RES/62/209/A/62/39", [("A/RES/62/209", "A/RES/62/209")]),
    ],
)
def test_symbols_end_where_they_end(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[found.start : found.end], str(found.symbol)) for found in find(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "and/or",
        "1/ Resolution adopted",
        "in 2000/2001",
        "http://www.un.org/a/b",
        "https://undocs.org/en/A/RES/62/209",
        "view_doc.asp?symbol=A/70/472",
        "chap. I/II",
        "North/South",
        "s/he; w/o; A/B testing; CD/DVD; A/C",
        "on A/4 paper",
        "resolution 62/209 and decision 1/CP.21",
        "HIV/AIDS in 2001/02",
        "SA/62/39",
        "the working group ST/SG/AC.10/C.3 of",
        "/",
        "/A/",
        "",
    ],
)
def test_other_slashes_are_left_alone(text: str) -> None:
    assert find(text) == []


def test_double_symbols_and_letters_give_all_their_symbols() -> None:
    text = "A/56/1026-S/2002/932; A/RES/3419 A to C (XXX)"
    assert [str(each) for found in find(text) for each in found.symbol.all] == [
        "A/56/1026",
        "S/2002/932",
        "A/RES/3419(XXX)A",
        "A/RES/3419(XXX)B",
        "A/RES/3419(XXX)C",
    ]


IN_PROSE = st.lists(
    st.sampled_from([" see ", "; ", " (", ") ", ", annex II, ", " – ", "\n", "and/or ", " 62/209 ", "http://a/b "])
    | st.sampled_from([canonical for one in grammar().series for _printed, canonical in one.examples]),
    max_size=20,
).map(" ".join)


@given(IN_PROSE | st.text(alphabet="AERS/ .-()012XI\u2011BCad", max_size=80))
def test_what_is_found_is_what_stands_there(text: str) -> None:
    end = 0
    for found in find(text):
        assert end <= found.start < found.end <= len(text)
        assert Symbol.parse(text[found.start : found.end]).all == found.symbol.all
        end = found.end


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "/",
        ".",
        "(",
        ")",
        " ",
        "-",
        "A",
        "A/",
        "A/1",
        "A/1-",
        "A/1/",
        "A/62/39",
        "A/RES/1 A, ",
        "A/RES/62/1 A and ",
        "(A/",
        "A.",
        "A-",
        "A/62/39 (Part ",
        "TD(",
        ")/",
        "E/2000/1.",
        "a/A/",
    ],
)
def test_long_runs_take_no_more_than_linear_time(piece: str) -> None:
    """A quadratic search of a run this long would not come back."""
    run = piece * (1_000_000 // len(piece))
    assert all(found.end - found.start <= 200 for found in find(run))
