"""A symbol: the UN's identifier of an instrument, in one canonical spelling (DESIGN 4.1)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache, total_ordering
from typing import Self

from kg.errors import SymbolError
from kg.model import Kind
from kg.symbols.folding import clean, fold, recase
from kg.symbols.letters import expand_letters
from kg.symbols.series import Series, grammar

LONGEST = 200
"""No identity is longer; longer input is refused before any pattern sees it."""

KEPT = 8192
"""Symbols that are kept once made. Of the 29,000 that 1,500 documents ask for, all but 1 % of what could be found made
already is found among so many."""

_DOUBLE = re.compile(r"-(?=([A-Z]+)[/.(])")
_ROOT = re.compile(r"[A-Z]+")
_DIGITS = re.compile(r"(\d+)")


@total_ordering
@dataclass(frozen=True, slots=True)
class Symbol:
    """An instrument's identity in canonical spelling, with the parts that the spelling tells.

    `session` is as printed ("62", "XXV", "S-10"), `letter` the part letter ("B"), `suffix` what marks a part or a
    version of a document ("/Add.1", "(PartI)"). `also` holds the further symbols that the same words give: the second
    half of a double symbol (`A/56/1026-S/2002/932`), the other letters of a range (`75/101A-B`). It takes no part in
    comparison: the identity is the text.
    """

    text: str
    series: str
    kind: Kind
    organ: str | None = None
    session: str | None = None
    number: int | None = None
    letter: str | None = None
    year: int | None = None
    suffix: str | None = None
    also: tuple[Symbol, ...] = field(default=(), compare=False)

    @classmethod
    def parse(cls, text: str) -> Self:
        """The symbol that a text spells, however it is cased, spaced and dashed; SymbolError if it spells none."""
        symbol = try_parse(text)
        if symbol is None:
            shown = clean(text[:60]) + ("…" if len(text) > 60 else "")
            raise SymbolError(f"no symbol of any known series: {shown!r}")
        assert isinstance(symbol, cls)
        return symbol

    @property
    def all(self) -> tuple[Symbol, ...]:
        """This symbol and those in `also`."""
        return (self, *self.also)

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: Symbol) -> bool:
        """Natural order: `A/RES/9/1` before `A/RES/57/270`."""
        return _order(self.text) < _order(other.text)


def try_parse(text: str) -> Symbol | None:
    """The symbol that a text spells, or None."""
    return _parsed(text) if len(text) <= LONGEST else None


@lru_cache(maxsize=KEPT)
def _parsed(text: str) -> Symbol | None:
    folded = fold(text)
    return _from_double(folded) or _from_symbol(folded) or _from_words(clean(text))


def _from_double(folded: str) -> Symbol | None:
    """`A/56/1026-S/2002/932`: one document with two symbols, or more."""
    halves = _halves(folded)
    if len(halves) == 1:
        return None
    symbols = [symbol for half in halves if (symbol := _from_symbol(half)) is not None]
    return _with_also(symbols[0], tuple(symbols[1:])) if len(symbols) == len(halves) else None


def _halves(folded: str) -> list[str]:
    cuts = [match.start() for match in _DOUBLE.finditer(folded) if match[1] in grammar().by_root]
    return [folded[start:end].lstrip("-") for start, end in zip([0, *cuts], [*cuts, len(folded)], strict=True)]


def _from_symbol(folded: str) -> Symbol | None:
    root = _ROOT.match(folded)
    if root is None:
        return None
    for series in grammar().by_root.get(root[0], ()):
        match = series.regex.fullmatch(folded)
        if match is not None:
            return _symbols(series, match, recase(folded, series.words))
    return None


def _from_words(cleaned: str) -> Symbol | None:
    for series in grammar().in_words:
        match = series.regex.fullmatch(cleaned)
        if match is not None:
            return _symbols(series, match, cleaned)
    return None


def _symbols(series: Series, match: re.Match[str], text: str) -> Symbol:
    """The symbol of a match; a range of part letters gives several."""
    groups = match.groupdict(default="")
    letters = expand_letters(groups.get("letter") or groups.get("before") or "") or ("",)
    first, *others = (_symbol(series, {**groups, "letter": letter}, text) for letter in letters)
    return _with_also(first, tuple(others))


def _symbol(series: Series, groups: dict[str, str], text: str) -> Symbol:
    number = groups.get("number", "")
    return Symbol(
        text=series.canonical.format(**groups) if series.canonical else text,
        series=series.name,
        kind=series.kind,
        organ=series.organ,
        session=groups.get("session") or None,
        number=int(number) if number.isdecimal() else None,
        letter=groups["letter"] or None,
        year=int(groups["year"]) if groups.get("year") else None,
        suffix=recase(groups.get("suffix", ""), series.words) or None,
    )


def _with_also(symbol: Symbol, others: tuple[Symbol, ...]) -> Symbol:
    further = tuple(each for other in others for each in other.all)
    return replace(symbol, also=symbol.also + further) if further else symbol


def _order(text: str) -> tuple[list[tuple[str, int]], str]:
    """Letters and digits compared piece by piece, digits as numbers; the text itself settles `01` and `1`."""
    pieces = [*_DIGITS.split(text), "0"]
    return [(word, int(digits)) for word, digits in zip(pieces[::2], pieces[1::2], strict=True)], text
