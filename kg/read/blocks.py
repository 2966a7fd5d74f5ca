"""Blocks of text and their footnotes, gathered piece by piece from a format that marks both."""

from __future__ import annotations

from kg.read.marks import Marked
from kg.read.notes import Note
from kg.read.strand import Strand, plain
from kg.read.structure import SECTION

_INVISIBLE = dict.fromkeys((0xAD, 0x200B, 0x200E, 0x200F, 0xFEFF))


class Blocks:
    """Text comes in pieces, in the order of the document; blocks and notes go out, with single blanks.

    `done` holds the blocks that have ended, `notes` the footnotes; a call is kept as (offset, index of the note).
    """

    def __init__(self) -> None:
        self.done: list[Marked] = []
        self.notes: list[Note] = []
        self._open: list[_Writer] = [_Writer()]
        self._numbers: list[str] = []
        self._slots: list[int] = []

    def write(self, text: str | None) -> None:
        """Add text to the block, or to the note that is open in it."""
        if not text:
            return
        if self._numbers and text.strip() and len(self._open) == 1 and self._open[0].empty:
            self._open[0].write(" ".join(self._numbers) + " ")
            self._numbers.clear()
        self._open[-1].write(text)

    def part_words(self) -> None:
        """Put a blank before what follows if it would be glued to a word ("on5 July 2000")."""
        if self._open[-1].in_word:
            self._open[-1].write(" ")

    def call(self, note: int) -> None:
        """Call a note that stands in `notes` already, by its index."""
        self._open[-1].call(note)

    def call_again(self, mark: str) -> bool:
        """Call the last note with this mark once more; False if there is none."""
        index = next((at for at in reversed(range(len(self.notes))) if self.notes[at].mark == mark), None)
        if index is not None and mark:
            self._open[-1].call(index)
        return index is not None

    def number(self, text: str, zone: str | None, *, apart: bool) -> None:
        """Keep a number for the text that follows it, or make it a block of its own."""
        if apart:
            self.end(zone)
            self._open[0].write(text)
            self.end(zone, heading=True)
        elif text:
            self._numbers.append(text)

    def end(self, zone: str | None, *, heading: bool = False) -> None:
        """End the block; inside a note a blank takes the place of the break."""
        if len(self._open) > 1:
            self._open[-1].write(" ")
            return
        strand, calls = self._open[0].done()
        if strand.text:
            named = SECTION if heading and zone is None else zone
            self.done.append(Marked(strand, calls, named))
        self._open[0] = _Writer() if strand.text or not calls else self._open[0]

    def begin_note(self, mark: str) -> None:
        """Begin a footnote at this place; an unmarked one is counted."""
        if len(self._open) == 1 and self._numbers:
            self._open[0].write(" ".join(self._numbers) + " ")
            self._numbers.clear()
        index = len(self.notes)
        self.notes.append(Note(mark or str(index + 1), Strand("")))
        self._open[-1].call(index)
        self._slots.append(index)
        self._open.append(_Writer())

    def end_note(self) -> None:
        """End the footnote that was begun last."""
        index = self._slots.pop()
        words, _ = self._open.pop().done()
        self.notes[index] = Note(self.notes[index].mark, words)


class _Writer:
    """One block's text with single blanks, and the notes called in it."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._calls: list[tuple[int, int]] = []
        self._length = 0
        self._blank = True

    @property
    def empty(self) -> bool:
        return not self._parts

    @property
    def in_word(self) -> bool:
        return bool(self._parts) and self._parts[-1][-1].isalnum()

    def write(self, text: str) -> None:
        words = _single(plain(text).translate(_INVISIBLE))
        if self._blank:
            words = words.lstrip(" ")
        if words:
            self._parts.append(words)
            self._length += len(words)
            self._blank = words.endswith(" ")

    def call(self, note: int) -> None:
        self._calls.append((self._length - (self._blank and self._length > 0), note))

    def done(self) -> tuple[Strand, tuple[tuple[int, int], ...]]:
        text = "".join(self._parts).rstrip(" ")
        return Strand(text), tuple((min(offset, len(text)), note) for offset, note in self._calls)


def _single(text: str) -> str:
    while "  " in text:
        text = text.replace("  ", " ")
    return text
