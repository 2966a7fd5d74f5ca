"""Roman numerals, as the sessions of the General Assembly to 1975 and of the Economic and Social Council bear them."""

from __future__ import annotations

import re

_STEPS = (
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
LARGEST = 399
PATTERN = r"(?=[CLXVI])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
"""A well-formed numeral from I to CCCXCIX, as a regular expression."""

_WELL_FORMED = re.compile(PATTERN)


def to_roman(number: int) -> str:
    """The numeral of 1 to 399; ValueError outside."""
    if not 1 <= number <= LARGEST:
        raise ValueError(f"no Roman numeral for {number}: 1 to {LARGEST}")
    numeral = ""
    for value, letters in _STEPS:
        count, number = divmod(number, value)
        numeral += letters * count
    return numeral


def from_roman(numeral: str) -> int | None:
    """The number of a well-formed numeral in either case, None for anything else."""
    letters = numeral.upper()
    if not _WELL_FORMED.fullmatch(letters):
        return None
    total = 0
    for value, step in _STEPS:
        while letters.startswith(step):
            total += value
            letters = letters[len(step) :]
    return total
