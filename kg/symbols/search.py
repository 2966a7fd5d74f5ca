"""Symbols in running text, in one linear pass.

Every symbol but a few has a slash, and slashes are rare: the search leaps from slash to slash, looks whether the word
before one is the root of a series, and only then tries patterns. Each pattern is anchored, has no nested repetition and
a bounded length, so hostile text costs no more than linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from string import ascii_letters, digits
from typing import NamedTuple

from kg.symbols.folding import DASHES
from kg.symbols.series import grammar
from kg.symbols.symbol import LONGEST, Symbol, try_parse

_HEAD = frozenset(ascii_letters + digits + ".-" + DASHES)
_LONGEST_HEAD = 14
_NOT_BEFORE = frozenset("/_@&=?#%~\\")
_BRACKETED_HEAD = re.compile(r"(?<![\w/.])[A-Z]{2,4}\([A-Z0-9]{1,8}\)\Z")
_ROOT = re.compile(r"[A-Z]+")
_CUT = re.compile(r"[\s./(-][^\s./(-]*\Z")
_MOST_CUTS = 4
_SHORTEST = 4  # "A/4" is paper, "A/520" a document

_DASH = f"[-{DASHES}]"
_SPACE = "[ \u00a0\u2009\u202f]"
_LETTER = (
    rf"[A-Z](?:(?:,?{_SPACE}and{_SPACE}|{_SPACE}to{_SPACE}|, ?|{_DASH})[A-Z](?![\w/.’'-])){{0,12}}(?![\w/’']|\.\w)"
)
_SESSION = rf"(?:E?S{_DASH})?[IVXLC]{{1,8}}|\d{{4}}"
_VERSION = r"(?:/(?:Add|Corr|Rev|Amend)\.\d{1,3})"
_VOLUME = (
    rf"{_SPACE}?\((?:[Pp]arts?|[Vv]ols?|[Ss]ects?|Prog|Income{_SPACE}sect|Introduction|Foreword|"
    rf"Plan{_SPACE}outline|[Ss]upp|SUPP|Resumption)\b[^()\n]{{0,24}}\)"
)


class Found(NamedTuple):
    """A symbol and where it stands: `text[start:end]`."""

    start: int
    end: int
    symbol: Symbol


def find(text: str) -> list[Found]:
    """The symbols in a text, in order, without overlaps; lower-case spellings and parts of URLs are left alone."""
    return list(_found(text))


def _found(text: str) -> Iterator[Found]:
    floor = 0
    slash = text.find("/")
    while slash >= 0:
        start = _head_start(text, slash, floor)
        found = _at(text, start) if start is not None else None
        if found is not None:
            yield found
            floor = found.end
        slash = text.find("/", max(slash + 1, floor))


def _head_start(text: str, slash: int, floor: int) -> int | None:
    """Where the word before a slash begins, if that word can be the head of a symbol."""
    lowest = max(floor, slash - _LONGEST_HEAD)
    start = slash
    while start > lowest and text[start - 1] in _HEAD:
        start -= 1
    if start == slash and text[start - 1 : start] == ")":
        bracketed = _BRACKETED_HEAD.search(text, lowest, slash)
        start = bracketed.start() if bracketed else slash
    while start < slash and not text[start].isalpha():
        start += 1
    return start if start < slash and not _inside_word(text, start) else None


def _inside_word(text: str, start: int) -> bool:
    """Whether a word or an address goes on before a place ("…/A/62/39", "SA/62/39", "12A/62/39")."""
    before = text[start - 1 : start]
    return before.isalnum() or before in _NOT_BEFORE


def _at(text: str, start: int) -> Found | None:
    """The symbol that begins at a place, or None."""
    root = _ROOT.match(text, start)
    if root is None or root[0] not in grammar().by_root:
        return None
    token = _act().match(text, start) or _token().match(text, start)
    return _longest(text, start, token.end()) if token else None


def _longest(text: str, start: int, end: int) -> Found | None:
    """The longest beginning of a token that is a symbol: `A/55/74-related` begins with `A/55/74`."""
    for _ in range(_MOST_CUTS):
        quote = text[start:end].rstrip(" .,;:-\n")
        symbol = try_parse(quote) if _SHORTEST <= len(quote) <= LONGEST else None
        if symbol is not None:
            return Found(start, start + len(quote), symbol)
        cut = _CUT.search(text, start, end)
        if cut is None:
            return None
        end = cut.start()
    return None


@cache
def _act() -> re.Pattern[str]:
    """Resolutions and decisions: letters and sessions may stand apart, `A/RES/2200 A (XXI)`, `A/RES/57/270 B`."""
    number = rf"(?:E?S{_DASH}\d{{1,2}}/)?\d{{1,4}}(?:/\d{{1,3}})?"
    return re.compile(
        rf"[AES]/(?:RES|DEC)/{number}(?:{_SPACE}?{_LETTER})?(?:{_SPACE}?\((?:{_SESSION})\)(?:{_SPACE}?{_LETTER})?)?"
        rf"{_VERSION}{{0,3}}(?![\w/])"
    )


@cache
def _token() -> re.Pattern[str]:
    """Anything shaped like a symbol: parts between slashes, bracketed parts, joined second symbols."""
    words = "|".join(sorted({word for one in grammar().series for word in one.words.values()}, reverse=True))
    piece = rf"(?:(?:{words})(?![a-z])|[A-Z0-9]{{1,24}}(?![a-z]))"
    part = rf"{piece}(?:(?:{_DASH}|\.{_SPACE}?(?=\d)|\.(?=[A-Z])){piece}){{0,6}}"
    bracket = rf"(?:\([A-Z0-9.]{{1,16}}\)|\((?:Part|Vol\.|Sect\.)[A-Z0-9]{{1,6}}\)|{_VOLUME})"
    slash = rf"(?:/|{_SPACE}/(?=(?:Add|Corr|Rev|Amend)\.\d))"
    return re.compile(rf"{part}{bracket}?(?:{slash}{part}{bracket}{{0,2}}){{1,12}}")
