"""Part letters: "A", "A and B", "A, B and D", "A to D", "A–C" each say which of the resolutions under one number."""

from __future__ import annotations

import re

from kg.symbols.folding import fold

LETTERS = r"[A-Z](?:(?:,?AND|TO|[,-])[A-Z])*"
"""A list or range of part letters in folded text (no spaces, upper case), as a regular expression."""

_LIST = re.compile(LETTERS)
_ITEM = re.compile(r"(?P<first>[A-Z])(?:(?:-|TO)(?P<last>[A-Z]))?(?:,?AND|,|$)")


def expand_letters(text: str) -> tuple[str, ...]:
    """The letters that a list or range names, in its order: "A to C and F" gives A, B, C, F; () if it is none."""
    folded = fold(text)
    if not _LIST.fullmatch(folded):
        return ()
    letters = (letter for item in _ITEM.finditer(folded) for letter in _between(item["first"], item["last"]))
    return tuple(dict.fromkeys(letters))


def _between(first: str, last: str | None) -> list[str]:
    end = last if last and last >= first else first
    return [chr(code) for code in range(ord(first), ord(end) + 1)]
