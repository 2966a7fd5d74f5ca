"""Drawing a resolution of our own as a PDF, as the United Nations set theirs: the inverse of what is tested.

Words stand at places of their own with no blanks drawn between them, marks are small and raised, notes stand at the
foot of the page that calls them first, below a short rule; running heads and page numbers around them.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field

from reportlab.lib.pdfencrypt import StandardEncryption  # type: ignore[import-untyped]
from reportlab.pdfbase.pdfmetrics import stringWidth  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from tests.read.rendering import CALL, Part, Resolution

_FONT, _SIZE, _NOTE, _MARK, _RISE = "Times-Roman", 10.0, 8.5, 6.5, 3.4
_LEFT, _RIGHT, _INDENT, _LEADING = 123.0, 490.0, 24.0, 12.0
_TOP, _FOOT = 700.0, 60.0


@dataclass(frozen=True, slots=True)
class _Word:
    """A word in its size, with the marks that hang on it."""

    text: str
    size: float
    marks: tuple[str, ...] = ()

    @property
    def width(self) -> float:
        return float(stringWidth(self.text, _FONT, self.size) + stringWidth("".join(self.marks), _FONT, _MARK))


@dataclass(slots=True)
class _Printed:
    """A line of print: where it begins, its words, and the room before it."""

    left: float
    words: list[_Word]
    gap: float = 0.0


@dataclass(slots=True)
class _Sheet:
    """A page in the making: its lines, those of its notes, and the room that is left."""

    lines: list[_Printed] = field(default_factory=list)
    notes: list[_Printed] = field(default_factory=list)
    room: float = 0.0


def pdf(resolution: Resolution, height: float = 792.0, password: str | None = None) -> bytes:
    """The resolution as PDF, on pages of some height (points), encrypted if a password is given."""
    buffer = io.BytesIO()
    encryption = StandardEncryption(password) if password else None
    canvas = Canvas(buffer, pagesize=(612, height), invariant=1, encrypt=encryption)
    pages = _deal(_set(resolution), resolution, height - 792.0 + _TOP - _FOOT)
    for number, sheet in enumerate(pages):
        _draw(canvas, sheet, number, len(pages), resolution.symbol, height)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _set(resolution: Resolution) -> list[_Printed]:
    lines = _wrapped(resolution.heading, 12.0, _LEFT, 20.0)
    lines += _wrapped(resolution.formula, _SIZE, _LEFT + _INDENT, 12.0)
    for piece in resolution.own():
        lines += _wrapped(piece.printed, _SIZE, _LEFT + _INDENT * (2 if piece.part is Part.SUBITEM else 1), 6.0)
    for number, line in enumerate(resolution.closing):
        width = float(stringWidth(line, _FONT, _SIZE))
        lines.append(_Printed(_RIGHT - width, [_Word(line, _SIZE)], 0.0 if number else 14.0))
    for piece in resolution.annexed():
        heading = piece.part is Part.ANNEX_HEADING
        lines += _wrapped(piece.printed, 12.0 if heading else _SIZE, _LEFT + (0 if heading else _INDENT), 10.0)
    return lines


def _wrapped(text: str, size: float, first: float, gap: float, left: float = _LEFT) -> list[_Printed]:
    lines = [_Printed(first, [], gap)]
    at = first
    for part in text.split():
        word = _Word(CALL.sub("", part), size, tuple(CALL.findall(part)))
        if at + word.width > _RIGHT and lines[-1].words:
            lines.append(_Printed(left, []))
            at = left
        lines[-1].words.append(word)
        at += word.width + 0.27 * size
    return lines


def _deal(lines: list[_Printed], resolution: Resolution, room: float) -> list[_Sheet]:
    """Lines dealt out to pages, each with the notes that it calls first."""
    sheets, seen = [_Sheet(room=room - 60)], set[str]()
    for line in lines:
        fresh = [mark for word in line.words for mark in word.marks if mark not in seen]
        notes = [item for mark in fresh for item in _note(mark, resolution.notes[mark])]
        need = line.gap + _LEADING + 10.5 * len(notes) + (20 if notes else 0)
        if need > sheets[-1].room:
            sheets.append(_Sheet(room=room))
        seen.update(fresh)
        sheets[-1].lines.append(line)
        sheets[-1].notes += notes
        sheets[-1].room -= need
    return sheets


def _note(mark: str, text: str) -> list[_Printed]:
    lines = _wrapped(text, _NOTE, _LEFT, 0.0)
    lines[0].words.insert(0, _Word("", _NOTE, (mark,)))
    lines[0].left -= 6
    return lines


def _draw(canvas: Canvas, sheet: _Sheet, number: int, count: int, symbol: str, height: float) -> None:
    base = height - (792.0 - _TOP)
    _say(canvas, 60 if number else 493, height - 58, symbol, 8.5 if number else 20)
    if number == 0:
        _say(canvas, _LEFT, height - 58, "United Nations", 14)
        _say(canvas, 397, height - 87, "Distr.: General", _SIZE)
        _say(canvas, 397, height - 99, "1 February 2017", _SIZE)
        _say(canvas, 65, 44, "17-00001 (E)", _SIZE)
        base -= 60
    else:
        _say(canvas, 60, 36, f"{number + 1}/{count}", 8.5)
        _say(canvas, 524, 38, "17-00001", 7)
    for at, line in enumerate(sheet.lines):
        base -= line.gap * (at > 0) + _LEADING * max(1.0, line.words[0].size / _SIZE)
        _print(canvas, line, base)
    foot = _FOOT + 10.5 * (len(sheet.notes) - 1)
    if sheet.notes:
        canvas.line(100, foot + 16, 172, foot + 16)
    for at, line in enumerate(sheet.notes):
        _print(canvas, line, foot - 10.5 * at)


def _print(canvas: Canvas, line: _Printed, base: float) -> None:
    at = line.left
    for word in line.words:
        _say(canvas, at, base, word.text, word.size)
        after = at + float(stringWidth(word.text, _FONT, word.size))
        for mark in word.marks:
            _say(canvas, after, base + _RISE, mark, _MARK)
            after += float(stringWidth(mark, _FONT, _MARK))
        at = after + 0.27 * word.size


def _say(canvas: Canvas, left: float, base: float, text: str, size: float) -> None:
    canvas.setFont(_FONT, size)
    canvas.drawString(left, base, text)
