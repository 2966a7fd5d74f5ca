"""The terminal: plain tables that fit it. Text from documents is shown as it is, never as markup."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console, JustifyMethod
from rich.table import Table
from rich.text import Text

WIDTH_ELSEWHERE = 140
"""Columns of the output where it is no terminal."""

_NARROW = 16
_LONGEST_WORD = 36  # a slug is cut beyond, for its name stands beside it
_CONTROL = frozenset({"Cc", "Cs", "Zl", "Zp"})


def console() -> Console:
    """Standard output, as wide as the terminal, or of a fixed width where there is none, whatever the environment."""
    return Console(width=None if sys.stdout.isatty() else WIDTH_ELSEWHERE, highlight=False)


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], title: str | None = None) -> Table:
    """A table of plain text: numbers stand to the right; identifiers and narrow columns never wrap, text does."""
    drawn = Table(
        title=Text(printable(title)) if title else None, title_justify="left", box=SIMPLE_HEAD, pad_edge=False
    )
    shown = [[_cell(value) for value in row] for row in rows]
    for index, column in enumerate(columns):
        cells = [row[index] for row in shown]
        numeric = any(cells) and all(map(_is_number, cells))
        whole = max(map(len, [column, *cells])) <= _NARROW or not any(" " in cell for cell in cells)
        justify: JustifyMethod = "right" if numeric else "left"
        least = min(_NARROW, max(map(len, cells), default=0)) if whole else None
        drawn.add_column(Text(printable(column)), justify=justify, overflow="ellipsis", no_wrap=whole, min_width=least)
    for row in shown:
        drawn.add_row(*map(Text, row))
    return drawn


def printable(text: str) -> str:
    """Text that leaves the terminal as it is: one line, control characters replaced."""
    return "".join(" " if char in "\n\t" else "�" if unicodedata.category(char) in _CONTROL else char for char in text)


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = f"{value:.4f}" if isinstance(value, float) else printable(str(value))
    return text if " " in text or len(text) <= _LONGEST_WORD else f"{text[: _LONGEST_WORD - 1]}…"


def _is_number(text: str) -> bool:
    return not text or text.replace(".", "", 1).removeprefix("-").isdecimal()
