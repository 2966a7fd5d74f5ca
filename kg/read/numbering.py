"""The numbers that Word counts by itself: "1.", "(a)", "(iv)", as they are printed.

Numbering definitions: WordprocessingML (ECMA-376 part 1, section 17.9). Bullets are no numbers and print nothing here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VALUE = f"{W}val"
_PLACE = re.compile(r"%([1-9])")
_ROMANS = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_LOW_ROMANS = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LARGEST = 3999


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, how its numbers look, and what stands around them ("(%1)")."""

    start: int
    form: str
    text: str


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each was counted. Advances with every paragraph that is numbered."""

    lists: dict[str, tuple[str, dict[int, Level]]]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def next(self, number: str, depth: int) -> str:
        """The printed number of the next paragraph of a list (`w:numId`) at a depth from 0; "" for bullets."""
        found = self.lists.get(number)
        if found is None or depth not in found[1]:
            return ""
        counted_with, levels = found
        counts = self._counts.setdefault(counted_with, {})
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        return _printed(levels, counts, depth)


def _printed(levels: dict[int, Level], counts: dict[int, int], depth: int) -> str:
    if levels[depth].form in ("bullet", "none"):
        return ""

    def filled(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        level = levels.get(at, levels[depth])
        return written(counts.get(at, level.start), level.form)

    return _PLACE.sub(filled, levels[depth].text).strip()


def written(count: int, form: str) -> str:
    """A number in a form of `w:numFmt`: letters and Roman numerals, small and capital; others as decimal."""
    if form in ("lowerLetter", "upperLetter") and count > 0:
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 % 10 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < count <= _LARGEST:
        roman = _roman(count)
        return roman if form == "lowerRoman" else roman.upper()
    return f"{count:02d}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    letters = ""
    for value, letter in _ROMANS + _LOW_ROMANS:
        letters += letter * (count // value)
        count %= value
    return letters


def numbering(root: etree._Element | None) -> Numbering:
    """The lists that `word/numbering.xml` defines; none if there is no such part.

    A list with a start of its own (`w:startOverride`) is counted by itself, others with all lists of their kind.
    """
    if root is None:
        return Numbering({})
    kinds = {item.get(f"{W}abstractNumId", ""): _levels(item) for item in root.iter(f"{W}abstractNum")}
    lists: dict[str, tuple[str, dict[int, Level]]] = {}
    for item in root.iter(f"{W}num"):
        number = item.get(f"{W}numId", "")
        reference = item.find(f"{W}abstractNumId")
        kind = reference.get(VALUE, "") if reference is not None else ""
        levels = dict(kinds.get(kind, {}))
        overrides = list(item.iter(f"{W}lvlOverride"))
        for override in overrides:
            levels |= _overridden(override, levels)
        restarts = any(override.find(f"{W}startOverride") is not None for override in overrides)
        lists[number] = (number if restarts else f"kind {kind}", levels)
    return Numbering(lists)


def _levels(item: etree._Element) -> dict[int, Level]:
    return {_integer(level.get(f"{W}ilvl"), 0): _level(level) for level in item.iter(f"{W}lvl")}


def _level(element: etree._Element) -> Level:
    return Level(
        start=_integer(_child(element, "start"), 1),
        form=_child(element, "numFmt") or "decimal",
        text=_child(element, "lvlText") or "",
    )


def _overridden(override: etree._Element, levels: dict[int, Level]) -> dict[int, Level]:
    depth = _integer(override.get(f"{W}ilvl"), 0)
    whole = override.find(f"{W}lvl")
    level = _level(whole) if whole is not None else levels.get(depth)
    if level is None:
        return {}
    start = _child(override, "startOverride")
    return {depth: Level(_integer(start, level.start), level.form, level.text)}


def _child(element: etree._Element, name: str) -> str | None:
    child = element.find(f"{W}{name}")
    return child.get(VALUE) if child is not None else None


def _integer(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() else default
