from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import SymbolError
from kg.model import Kind
from kg.symbols import Symbol, try_parse
from kg.symbols.series import Form, grammar

CANONICAL = sorted({canonical for one in grammar().series for _printed, canonical in one.examples})
SYMBOLS = sorted(
    {canonical for one in grammar().series if one.form is Form.SYMBOL for _printed, canonical in one.examples}
)
SYMBOL_LIKE = st.text(alphabet="ACDEFHKLMNOPRSTUVXI/.-()0123456789 \u2011\u00a0:abdr", max_size=30)


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("a/res/415 (V)", "A/RES/415(V)"),
        ("A/RES/217 A (III)", "A/RES/217(III)A"),
        ("A\u00a0/RES/62/209", "A/RES/62/209"),
        ("A/RES/ES\u201110/24", "A/RES/ES-10/24"),
        ("A/RES/S\u201310/2", "A/RES/S-10/2"),
        ("A/RES/62/209*", "A/RES/62/209"),
        ("A/62/39.", "A/62/39"),
        ("A/62/39 (SUPP)", "A/62/39"),
        ("e/2014/26/corr.1(supp)", "E/2014/26/Corr.1"),
        ("A/73/12 (Part II)/ADD.1", "A/73/12(PartII)/Add.1"),
        ("NPT/CONF.2000/28 (parts i and ii)", "NPT/CONF.2000/28(PartsIandII)"),
        ("A/62/\u200e295", "A/62/295"),
        ("[A/62/295]", "A/62/295"),
        ("UNEP/OZL.PRO.28/12", "UNEP/OzL.Pro.28/12"),
        ("Sales  No. E.78.II.A.11", "Sales No. E.78.II.A.11"),
        ("Commission on Narcotic Drugs:53/4", "Commission on Narcotic Drugs:53/4"),
    ],
)
def test_spellings_fold_into_one(printed: str, canonical: str) -> None:
    assert str(Symbol.parse(printed)) == canonical


@pytest.mark.parametrize(
    ("text", "session", "number", "letter", "year", "suffix"),
    [
        ("A/RES/57/270B", "57", 270, "B", None, None),
        ("A/RES/217(III)A", "III", 217, "A", None, None),
        ("A/RES/ES-10/24", "ES-10", 24, None, None, None),
        ("S/RES/1325(2000)", None, 1325, None, 2000, None),
        ("E/RES/2004/31", None, 31, None, 2004, None),
        ("A/HRC/RES/S-27/1", "S-27", 1, None, None, None),
        ("A/73/12 (Part I)", "73", 12, None, None, "(PartI)"),
        ("A/74/6(Sect.29A)/Corr.1", "74", 6, None, None, "(Sect.29A)/Corr.1"),
        ("UNFCCC:1/CP.21", "CP.21", 1, None, None, None),
        ("UNTS 27531", None, 27531, None, None, None),
    ],
)
def test_the_parts_of_a_symbol(
    text: str, session: str | None, number: int, letter: str | None, year: int | None, suffix: str | None
) -> None:
    symbol = Symbol.parse(text)
    assert (symbol.session, symbol.number, symbol.letter, symbol.year, symbol.suffix) == (
        session,
        number,
        letter,
        year,
        suffix,
    )


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("A/56/1026-S/2002/932", ["A/56/1026", "S/2002/932"]),
        ("A/67/65/Corr.1–E/2012/48/Corr.1", ["A/67/65/Corr.1", "E/2012/48/Corr.1"]),
        ("ISBA/16/A/12-ISBA/16/C/19", ["ISBA/16/A/12", "ISBA/16/C/19"]),
        ("A/RES/75/101 A-B", ["A/RES/75/101A", "A/RES/75/101B"]),
        ("A/RES/3419 A to D (XXX)", [f"A/RES/3419(XXX){letter}" for letter in "ABCD"]),
        ("UNEP/CBD/BS/COP-MOP/5/17", ["UNEP/CBD/BS/COP-MOP/5/17"]),
        ("A/62/295", ["A/62/295"]),
    ],
)
def test_words_that_give_several_symbols(text: str, symbols: list[str]) -> None:
    assert [str(each) for each in Symbol.parse(text).all] == symbols


def test_the_identity_of_a_double_symbol_is_its_first_half() -> None:
    assert Symbol.parse("A/56/1026-S/2002/932") == Symbol.parse("A/56/1026")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "62/209",
        "and/or",
        "A/RES/16/1",
        "A/RES/2625(IIII)",
        "S/RES/1325",
        "A/56/1026-S/",
        "X-A/",
        "https://undocs.org/A/62/39",
        "sp/A/67/53/Corr.2",
        "A/RES/62/209 and more",
        "A" * 1_000_000,
        "A/" * 500_000,
    ],
)
def test_what_is_no_symbol_is_refused_in_one_line(text: str) -> None:
    assert try_parse(text) is None
    with pytest.raises(SymbolError) as caught:
        Symbol.parse(text)
    assert len(str(caught.value)) < 150
    assert "\n" not in str(caught.value)


def test_order_is_natural() -> None:
    texts = ["A/RES/57/270B", "S/RES/242(1967)", "A/RES/57/9", "A/RES/57/270", "A/9", "A/RES/ES-10/2"]
    assert [str(symbol) for symbol in sorted(map(Symbol.parse, texts))] == [
        "A/9",
        "A/RES/57/9",
        "A/RES/57/270",
        "A/RES/57/270B",
        "A/RES/ES-10/2",
        "S/RES/242(1967)",
    ]


def test_a_symbol_travels_between_processes() -> None:
    symbol = Symbol.parse("A/56/1026-S/2002/932")
    copy = pickle.loads(pickle.dumps(symbol))  # noqa: S301 (our own bytes)
    assert (copy, copy.also) == (symbol, symbol.also)


def test_kinds() -> None:
    kinds = [Symbol.parse(text).kind for text in ("A/RES/62/209", "A/DEC/62/518", "S/PRST/2013/15", "UNTS 27531")]
    assert kinds == [Kind.RESOLUTION, Kind.DECISION, Kind.DOCUMENT, Kind.TREATY]


@given(SYMBOL_LIKE | st.text(max_size=30))
def test_whatever_parses_is_stable(text: str) -> None:
    symbol = try_parse(text)
    for each in symbol.all if symbol else ():
        again = Symbol.parse(str(each))
        assert again == each
        assert str(again) == str(each)


@given(st.sampled_from(SYMBOLS), st.data())
def test_case_dashes_spaces_and_stars_do_not_matter(canonical: str, data: st.DataObject) -> None:
    printed = "".join(
        data.draw(st.sampled_from(["", "", "", " ", "\u00a0", "\u200e"]))
        + data.draw(st.sampled_from(spellings(letter)))
        for letter in canonical
    )
    assert Symbol.parse(printed + data.draw(st.sampled_from(["", "*", ".", ";"]))) == Symbol.parse(canonical)


def spellings(letter: str) -> list[str]:
    return ["-", "\u2011", "\u2013"] if letter == "-" else [letter, letter.lower(), letter.upper()]


@given(st.sampled_from(CANONICAL), st.sampled_from(CANONICAL))
def test_order_agrees_with_identity(left: str, right: str) -> None:
    one, other = Symbol.parse(left), Symbol.parse(right)
    assert (one < other) + (other < one) + (one == other) == 1
