"""PDF as published -> Document.

A PDF holds glyphs at places and nothing else: rows, paragraphs, footnotes and their marks are told by geometry and by
size of type. Offsets in such a source mean nothing, so the document has no origins.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.errors import ReadError
from kg.model import Document
from kg.read.blocks import Blocks
from kg.read.ending import end
from kg.read.flow import paragraphs
from kg.read.glyphs import is_cut_short, sheets
from kg.read.layout import FootRows, lay_out, pieces_of
from kg.read.marks import take_out
from kg.read.notes import Note
from kg.read.openings import openings
from kg.read.rows import Raised, marks
from kg.read.source import Source
from kg.read.strand import Strand

_CUT_SHORT = "cut short: the end of the file is missing, read as far as it goes"


def read(source: Source, language: str = "en") -> Document:
    """The document in a PDF.

    Raises ReadError for one that is encrypted, damaged, holds pictures of pages only, or is in another language.
    """
    layout, pictured = lay_out(sheets(source))
    if not layout.body and not layout.notes:
        fault = "holds no text, only images; run OCR first" if pictured else "holds no text"
        raise ReadError(fault, source=source.name)
    blocks = Blocks()
    blocks.notes += [Note(note.mark or str(at), _words(note)) for at, note in enumerate(layout.notes, start=1)]
    calls = _Calls(layout.notes)
    for paragraph in paragraphs(layout):
        for number, row in enumerate(paragraph):
            blocks.write(_joint(paragraph[number - 1].text) if number else "")
            _write(row.pieces, row.page, blocks, calls)
        blocks.end(None)
    if not any(block.calls for block in blocks.done):
        _find_marks(blocks, language)
    return end(source, blocks, language, (_CUT_SHORT,) if is_cut_short(source) else ())


def _find_marks(blocks: Blocks, language: str) -> None:
    """Where nothing is raised, as in the text that OCR lays under a scanned page, marks are told from their order."""
    blocks.end(None)
    strands = [block.words for block in blocks.done]
    blocks.done[:] = take_out(strands, blocks.notes, False, openings(language))


def _joint(before: str) -> str:
    """What stands between two rows: nothing after a hyphen or a stroke at the end of a row, else a blank.

    United Nations texts keep a hyphen at a line's end only where the word has one ("drug-" / "resistant").
    """
    return "" if before.endswith(("-", "/")) and not before.endswith((" -", " /")) else " "


def _words(note: FootRows) -> Strand:
    """The text of a note; what is raised in it is no mark."""
    text = ""
    for pieces in pieces_of(note):
        row = "".join(piece.text if isinstance(piece, Raised) else piece for piece in pieces).strip()
        text += _joint(text) + row if text else row
    return Strand(" ".join(text.split()))


def _write(pieces: Sequence[str | Raised], page: int, blocks: Blocks, calls: _Calls) -> None:
    """Write a row; a mark leaves nothing behind but the blank between the words around it."""
    called = [() if isinstance(piece, str) else calls.of(piece, page) for piece in pieces]
    for at, piece in enumerate(pieces):
        text = piece if isinstance(piece, str) else piece.text
        if called[at]:
            for note in called[at]:
                blocks.call(note)
            continue
        if at and called[at - 1] and text[:1].isalnum():
            blocks.part_words()
        blocks.write(text.rstrip() if at + 1 < len(pieces) and called[at + 1] else text)


class _Calls:
    """Which note a raised mark calls: the one on its own page; else the last one before it, or the next."""

    def __init__(self, notes: Sequence[FootRows]) -> None:
        self._places: dict[str, list[tuple[int, int]]] = {}
        for index, note in enumerate(notes):
            self._places.setdefault(note.mark or str(index + 1), []).append((note.page, index))

    def of(self, raised: Raised, page: int) -> tuple[int, ...]:
        """The indices of the notes that raised characters call; none unless all of them are marks of notes."""
        found = [self._nearest(mark, page) for mark in marks(raised.text)]
        return tuple(note for note in found if note is not None) if None not in found else ()

    def _nearest(self, mark: str, page: int) -> int | None:
        places = self._places.get(mark, [])
        return min(places, key=lambda place: (abs(place[0] - page), place[0] > page), default=(0, None))[1]
