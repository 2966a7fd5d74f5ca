from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.symbols.roman import LARGEST, from_roman, to_roman


@pytest.mark.parametrize(
    ("number", "numeral"), [(1, "I"), (4, "IV"), (9, "IX"), (25, "XXV"), (48, "XLVIII"), (90, "XC")]
)
def test_known_numerals(number: int, numeral: str) -> None:
    assert to_roman(number) == numeral
    assert from_roman(numeral.lower()) == number


@given(st.integers(1, LARGEST))
def test_round_trip(number: int) -> None:
    assert from_roman(to_roman(number)) == number


@pytest.mark.parametrize("numeral", ["", "IIII", "VX", "IL", "XXVa", "5", "XX V"])
def test_malformed_numerals(numeral: str) -> None:
    assert from_roman(numeral) is None


@pytest.mark.parametrize("number", [0, -1, LARGEST + 1])
def test_numbers_without_numeral(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        to_roman(number)
