"""Symbols from what a text prints: "resolution 2200 A (XXI)" with its organ, number ranges, acts in body form."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.model import Kind
from kg.symbols.folding import clean, fold
from kg.symbols.roman import to_roman
from kg.symbols.series import Series, grammar
from kg.symbols.sessions import session_of_number
from kg.symbols.symbol import KEPT, Symbol, try_parse

LARGEST_RANGE = 60
"""A range of more numbers than this is a misreading."""

_YEAR_DIGITS = 4
_BARE = re.compile(r"[0-9]{1,4}")
_RUNNING_NUMBER = re.compile(r"(?P<stem>.*?)(?P<number>\d{1,4})")


@lru_cache(maxsize=KEPT)
def numbered(organ: str, kind: Kind, number: str, letter: str = "") -> Symbol | None:
    """The symbol of what an organ adopted under a printed number; None if the organ does not number so.

    `organ` is a gazetteer slug, `number` what stands after "resolution", "decision" or "statement": `57/270`,
    `2200 A (XXI)`, `1325 (2000)`, `S-10/2`, `1/CP.21`. `letter` may hold a part letter or a list of them printed
    elsewhere; all but the first are in `Symbol.also`. A running number without its session or year is completed where
    only one is possible ("resolution 1325" of the Security Council). Numbers that the organ cannot have give None: a
    General Assembly resolution "16/1" does not exist, for sessions were numbered so from 31 on.
    """
    printed = _complete(organ, fold(number)) + fold(letter)
    for series in grammar().by_organ.get((organ, kind), ()):
        symbol = _numbered(series, printed)
        if symbol is not None:
            return symbol
    return None


def _complete(organ: str, printed: str) -> str:
    """`1325` of the Security Council is `1325(2000)`, `2625` of the General Assembly `2625(XXV)`."""
    session = session_of_number(organ, int(printed)) if _BARE.fullmatch(printed) else None
    if session is None:
        return printed
    return f"{printed}({session if len(session) == _YEAR_DIGITS else to_roman(int(session))})"


def _numbered(series: Series, printed: str) -> Symbol | None:
    if series.printed_regex is None:
        symbol = try_parse((series.numbered or "").format(printed))
    else:
        match = series.printed_regex.fullmatch(printed)
        symbol = try_parse((series.numbered or "").format(**match.groupdict())) if match else None
    return symbol if symbol is not None and symbol.series == series.name else None


def of_body(name: str, number: str) -> Symbol:
    """An act in body form, for bodies whose acts have no symbol: `Commission on Narcotic Drugs:53/4`.

    `name` is the body's full official name. SymbolError if the two make no identity.
    """
    return Symbol.parse(f"{clean(name)}:{''.join(clean(number).split())}")


def number_range(first: str, last: str) -> tuple[str, ...]:
    """The numbers from "46/235" to "46/237" or to "237", both included; () if the two are no range of one session."""
    low, high = _RUNNING_NUMBER.fullmatch(clean(first)), _RUNNING_NUMBER.fullmatch(clean(last))
    if low is None or high is None or high["stem"] not in (low["stem"], ""):
        return ()
    numbers = range(int(low["number"]), int(high["number"]) + 1)
    return tuple(f"{low['stem']}{number}" for number in numbers) if 2 <= len(numbers) <= LARGEST_RANGE else ()
