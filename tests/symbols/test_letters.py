from __future__ import annotations

import pytest

from kg.symbols import expand_letters


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("A", "A"),
        ("b", "B"),
        ("A and B", "AB"),
        ("A, B and D", "ABD"),
        ("A, B, and D", "ABD"),
        ("A to D", "ABCD"),
        ("A-C", "ABC"),
        ("A–C and F", "ABCF"),
        ("C-A", "C"),
        ("A and A", "A"),
        ("", ""),
        ("AB", ""),
        ("A and", ""),
        ("A (XXI)", ""),
        ("1", ""),
    ],
)
def test_lists_and_ranges(text: str, letters: str) -> None:
    assert expand_letters(text) == tuple(letters)
