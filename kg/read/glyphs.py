"""The glyphs of a PDF with their places, as PDFium reports them: the only module that knows the PDF library.

Distances are points (1/72 inch), counted from the lower left corner of the page.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from kg.errors import ReadError
from kg.read.source import Source

# A resolution has some dozen pages and the longest report some hundreds; a page some thousand glyphs.
MOST_PAGES = 2000
MOST_GLYPHS_ON_A_PAGE = 60_000
# PDFium's sign for a hyphen at the end of a line
_LINE_END_HYPHEN = 2
_END_OF_FILE = b"%%EOF"
_FAULTS = {
    "password": "is encrypted; save it without its password first",
    "security": "is encrypted in a way that cannot be read; save it without its password first",
}


class Glyph(NamedTuple):
    """A character, its size as drawn, where it begins and ends, its baseline. A tuple, for pages have thousands."""

    text: str
    size: float
    left: float
    right: float
    base: float


class Rule(NamedTuple):
    """A thin horizontal line that is drawn, not typed."""

    left: float
    right: float
    base: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as drawn: its size, its glyphs in the order of drawing, its rules, and whether it bears a picture."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    has_image: bool


def sheets(source: Source) -> Iterator[Sheet]:
    """The pages of a PDF, one at a time. Raises ReadError for one that is encrypted, damaged or beyond all measure."""
    from pypdfium2 import PdfDocument, PdfiumError  # type: ignore[import-untyped]

    try:
        document = PdfDocument(source.content)
    except PdfiumError as error:
        raise ReadError(_fault(str(error)), source=source.name) from None
    try:
        if len(document) > MOST_PAGES:
            raise ReadError(f"has {len(document):,} pages; no resolution has", source=source.name)
        for number in range(len(document)):
            try:
                page = document[number]
                sheet = _sheet(page, source, number)
            except PdfiumError:
                fault = "is a damaged or truncated PDF; the page cannot be read"
                raise ReadError(fault, source=source.name, place=f"page {number + 1}") from None
            page.close()
            yield sheet
    finally:
        document.close()


def is_cut_short(source: Source) -> bool:
    """Whether the mark at the end of every PDF is missing."""
    return _END_OF_FILE not in source.content[-2048:]


def _fault(message: str) -> str:
    return next((fault for word, fault in _FAULTS.items() if word in message.lower()), "is a damaged or truncated PDF")


def _sheet(page: Any, source: Source, number: int) -> Sheet:
    from pypdfium2 import raw

    text = page.get_textpage()
    if text.count_chars() > MOST_GLYPHS_ON_A_PAGE:
        fault = f"holds {text.count_chars():,} characters; no page of a resolution does"
        raise ReadError(fault, source=source.name, place=f"page {number + 1}")
    rules, has_image = _drawings(page.raw, raw)
    sheet = Sheet(page.get_width(), page.get_height(), tuple(_glyphs(text, raw)), rules, has_image)
    text.close()
    return sheet


def _glyphs(text: Any, raw: Any) -> Iterator[Glyph]:
    """What the page draws. The blanks that PDFium puts in by guess are left out: the gaps tell better."""
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    to_box, to_x, to_y = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    handle, sizes = text.raw, dict[tuple[float, float], float]()
    for at in range(text.count_chars()):
        if raw.FPDFText_IsGenerated(handle, at) == 1:
            continue
        code = raw.FPDFText_GetUnicode(handle, at)
        raw.FPDFText_GetLooseCharBox(handle, at, to_box)
        raw.FPDFText_GetCharOrigin(handle, at, to_x, to_y)
        shape = (raw.FPDFText_GetFontSize(handle, at), round(box.top - box.bottom, 2))
        if shape not in sizes:
            sizes[shape] = shape[0] * _scale(raw, handle, at)
        character = "-" if code == _LINE_END_HYPHEN else chr(code) if 31 < code < 0x110000 else ""
        if character:
            yield Glyph(character, sizes[shape], x.value, box.right, y.value)


def _scale(raw: Any, handle: Any, at: int) -> float:
    """How much larger the page draws a glyph than its font size says."""
    matrix = raw.FS_MATRIX()
    known = raw.FPDFText_GetMatrix(handle, at, ctypes.byref(matrix))
    scale = math.hypot(matrix.c, matrix.d) if known else 1.0
    return scale or 1.0


def _drawings(page: Any, raw: Any) -> tuple[tuple[Rule, ...], bool]:
    bounds = [ctypes.c_float() for _ in range(4)]
    left, bottom, right, top = bounds
    rules, has_image = [], False
    for at in range(raw.FPDFPage_CountObjects(page)):
        drawn = raw.FPDFPage_GetObject(page, at)
        kind = raw.FPDFPageObj_GetType(drawn)
        has_image = has_image or kind == raw.FPDF_PAGEOBJ_IMAGE
        if kind != raw.FPDF_PAGEOBJ_PATH or not raw.FPDFPageObj_GetBounds(drawn, *map(ctypes.byref, bounds)):
            continue
        if top.value - bottom.value < 2 and right.value - left.value > 20:
            rules.append(Rule(left.value, right.value, bottom.value))
    return tuple(rules), has_image
