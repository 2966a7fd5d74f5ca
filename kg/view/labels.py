"""The short label under a node, wrapped, and the room it takes.

The page is laid out before any browser sees it, so widths are estimated, on the generous side, from the classes of
characters in the fonts that `web/theme.css` asks for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from textwrap import wrap

from kg.model import Kind
from kg.network import Node

FONT_SIZE = 15
LINE_HEIGHT = 15.5
LABEL_GAP = 8.0
LINE_CHARACTERS = 22
MAX_LINES = 3
MAX_SYMBOL = 30

_NARROW = set("fijlrt.,;:'!|()[]/ -‐‑1I")
_WIDE = set("mwMW@%—…")
NAMED = {Kind.INSTRUMENT, Kind.TREATY, Kind.BODY}


def labels(nodes: Iterable[Node]) -> dict[str, str]:
    """The lines to draw under each node, by IRI: the name of a named thing, the symbol of all else.

    A text that was read shows its title too, unless others have the same: a series that returns every year would only
    fill the page with one title.
    """
    listed = list(nodes)
    titles = Counter(each.label for each in listed if each.read)
    return {each.iri: _label(each, with_title=each.read and titles[each.label] == 1) for each in listed}


def _label(node: Node, *, with_title: bool) -> str:
    if node.kind in NAMED:
        return "\n".join(_lines(node.label or node.identity, MAX_LINES))
    title = _lines(node.label, MAX_LINES - 1) if with_title else []
    return "\n".join([_symbol(node.identity), *title])


def width(text: str) -> float:
    """The width of the widest line, in pixels at the font size of the page."""
    return max((sum(map(_advance, line)) for line in text.split("\n")), default=0.0)


def height(text: str) -> float:
    """The height of all lines and of the gap between mark and label, in pixels."""
    return LABEL_GAP + LINE_HEIGHT * len(text.split("\n"))


def _symbol(identity: str) -> str:
    """A symbol stands on one line: it has no place to break."""
    text = " ".join(identity.split())
    return text if len(text) <= MAX_SYMBOL else f"{text[: MAX_SYMBOL - 1]}…"


def _lines(text: str, most: int) -> list[str]:
    """At most so many lines; an ellipsis marks what was cut off. Line breaks of the text itself do not count."""
    return wrap(" ".join(text.split()), LINE_CHARACTERS, max_lines=most, placeholder=" …")


def _advance(character: str) -> float:
    if character in _NARROW:
        return 0.42 * FONT_SIZE
    if character in _WIDE or not character.isascii():
        return FONT_SIZE
    return (0.79 if character.isupper() else 0.64) * FONT_SIZE
