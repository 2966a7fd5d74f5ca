from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import SymbolError
from kg.model import Kind
from kg.symbols import number_range, numbered, of_body
from kg.symbols.series import grammar

GA, SC, ECOSOC, HRC = "general-assembly", "security-council", "economic-and-social-council", "human-rights-council"
COP = "conference-of-the-parties-to-the-united-nations-framework-convention-on-climate-change"


@pytest.mark.parametrize(
    ("organ", "kind", "number", "letter", "expected"),
    [
        (GA, Kind.RESOLUTION, "57/270", "", "A/RES/57/270"),
        (GA, Kind.RESOLUTION, "57/270 B", "", "A/RES/57/270B"),
        (GA, Kind.RESOLUTION, "57/270", "B", "A/RES/57/270B"),
        (GA, Kind.RESOLUTION, "2200 A (XXI)", "", "A/RES/2200(XXI)A"),
        (GA, Kind.RESOLUTION, "2200A(XXI)", "", "A/RES/2200(XXI)A"),
        (GA, Kind.RESOLUTION, "2625", "", "A/RES/2625(XXV)"),
        (GA, Kind.RESOLUTION, "217", "A", "A/RES/217(III)A"),
        (GA, Kind.RESOLUTION, "S\u201110/2", "", "A/RES/S-10/2"),
        (GA, Kind.RESOLUTION, "3201 (S-VI)", "", "A/RES/3201(S-VI)"),
        (GA, Kind.DECISION, "62/518", "", "A/DEC/62/518"),
        (GA, Kind.RESOLUTION, "16/1", "", None),
        (GA, Kind.RESOLUTION, "1990/15", "", None),
        (GA, Kind.RESOLUTION, "1325 (2000)", "", None),
        (SC, Kind.RESOLUTION, "1325 (2000)", "", "S/RES/1325(2000)"),
        (SC, Kind.RESOLUTION, "1325", "", "S/RES/1325(2000)"),
        (SC, Kind.RESOLUTION, "9999", "", None),
        (SC, Kind.RESOLUTION, "62/209", "", None),
        (SC, Kind.DOCUMENT, "2013/15", "", "S/PRST/2013/15"),
        (ECOSOC, Kind.RESOLUTION, "1990/15", "", "E/RES/1990/15"),
        (ECOSOC, Kind.RESOLUTION, "1503 (XLVIII)", "", "E/RES/1503(XLVIII)"),
        (ECOSOC, Kind.RESOLUTION, "62/209", "", None),
        (ECOSOC, Kind.DECISION, "2005/303", "", "E/DEC/2005/303"),
        (HRC, Kind.RESOLUTION, "5/1", "", "A/HRC/RES/5/1"),
        (HRC, Kind.RESOLUTION, "S-27/1", "", "A/HRC/RES/S-27/1"),
        ("commission-on-human-rights", Kind.RESOLUTION, "2003/68", "", "E/CN.4/RES/2003/68"),
        ("united-nations-environment-assembly", Kind.RESOLUTION, "4/1", "", "UNEP/EA.4/Res.1"),
        ("united-nations-environment-assembly", Kind.RESOLUTION, "62/209 B", "", None),
        ("united-nations-environment-assembly", Kind.DECISION, "25/4", "", "UNEP:25/4"),
        (COP, Kind.DECISION, "1/CP.21", "", "UNFCCC:1/CP.21"),
        (COP, Kind.DECISION, "1/CMP.8", "", None),
        ("conference-of-the-parties-to-the-convention-on-biological-diversity", Kind.DECISION, "X/2", "", "CBD:X/2"),
        ("no-such-body", Kind.RESOLUTION, "5/1", "", None),
        (GA, Kind.BODY, "62/209", "", None),
        (GA, Kind.RESOLUTION, "", "", None),
    ],
)
def test_a_printed_number_and_its_organ(organ: str, kind: Kind, number: str, letter: str, expected: str | None) -> None:
    symbol = numbered(organ, kind, number, letter)
    assert (str(symbol) if symbol else None) == expected


def test_a_list_of_letters_gives_all() -> None:
    symbol = numbered(GA, Kind.RESOLUTION, "75/101", "A and B")
    assert symbol is not None
    assert [str(each) for each in symbol.all] == ["A/RES/75/101A", "A/RES/75/101B"]


@given(
    st.sampled_from(sorted({organ for organ, _kind in grammar().by_organ})),
    st.sampled_from(list(Kind)),
    st.text(max_size=12)
    | st.from_regex(r"(E?S-)?[0-9]{1,4}([/. ][0-9]{1,3})?( [A-C])?( \([XVI]{1,4}\))?", fullmatch=True),
)
def test_a_built_symbol_is_of_its_organ_and_kind(organ: str, kind: Kind, number: str) -> None:
    symbol = numbered(organ, kind, number)
    assert symbol is None or (symbol.organ, symbol.kind) == (organ, kind)


def test_an_act_in_body_form() -> None:
    assert str(of_body("High-level Committee on South\u2011South Cooperation", "20/1")) == (
        "High-level Committee on South-South Cooperation:20/1"
    )
    with pytest.raises(SymbolError):
        of_body("High-level Committee", "on procedure")


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("46/235", "46/237", ("46/235", "46/236", "46/237")),
        ("46/235", "237", ("46/235", "46/236", "46/237")),
        ("S-10/2", "S\u201110/3", ("S-10/2", "S-10/3")),
        ("1325", "1326", ("1325", "1326")),
        ("46/235", "47/237", ()),
        ("46/237", "46/235", ()),
        ("46/235", "46/235", ()),
        ("46/1", "46/300", ()),
        ("A", "B", ()),
        ("2200 (XXI)", "2201 (XXI)", ()),
    ],
)
def test_ranges_of_numbers(first: str, last: str, expected: tuple[str, ...]) -> None:
    assert number_range(first, last) == expected
