"""What Word's paragraph and character styles say that reading needs: which list numbers a paragraph, what is raised.

Styles inherit from one another (`w:basedOn`): ECMA-376 part 1, section 17.7.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from kg.read.numbering import VALUE, W

_OFF = frozenset({"0", "false", "off"})
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Styles:
    """The definitions by their names."""

    definitions: dict[str, etree._Element]

    def list_of(self, properties: etree._Element | None) -> tuple[str, int] | None:
        """The list (`w:numId`) and the depth in it of a paragraph with these properties; None if it is not numbered."""
        number, depth = None, None
        for level in self._inherited(properties, "pStyle"):
            numbering = level.find(f"{W}numPr")
            if numbering is not None:
                number = number or _value(numbering, "numId")
                depth = depth or _value(numbering, "ilvl")
        if number is None or number == "0":
            return None
        return number, int(depth) if depth and depth.isdecimal() else 0

    def is_raised(self, properties: etree._Element | None) -> bool:
        """Whether a run with these properties is set as superscript."""
        align = self._first(properties, "vertAlign")
        return align is not None and align.get(VALUE) == "superscript"

    def is_hidden(self, properties: etree._Element | None) -> bool:
        """Whether a run with these properties is hidden text."""
        vanish = self._first(properties, "vanish")
        return vanish is not None and vanish.get(VALUE, "1") not in _OFF

    def _first(self, properties: etree._Element | None, name: str) -> etree._Element | None:
        """A property as set on the run itself, or else by its style or one that this inherits from."""
        for level in self._inherited(properties, "rStyle"):
            found = level.find(f"{W}{name}")
            if found is not None:
                return found
        return None

    def _inherited(self, properties: etree._Element | None, reference: str) -> list[etree._Element]:
        """The properties themselves, and those of the style they name and of its ancestors, nearest first."""
        if properties is None:
            return []
        found = [properties]
        name = _value(properties, reference)
        inner = f"{W}pPr" if reference == "pStyle" else f"{W}rPr"
        for _ in range(_DEEPEST):
            style = self.definitions.get(name) if name else None
            if style is None:
                break
            own = style.find(inner)
            if own is not None:
                found.append(own)
            name = _value(style, "basedOn")
        return found


def styles(root: etree._Element | None) -> Styles:
    """The styles that `word/styles.xml` defines; none if there is no such part."""
    if root is None:
        return Styles({})
    return Styles({style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")})


def _value(element: etree._Element, name: str) -> str | None:
    child = element.find(f"{W}{name}")
    return child.get(VALUE) if child is not None else None
