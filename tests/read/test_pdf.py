"""PDF: rows, marks, notes, furniture and paragraphs by geometry; two published resolutions; what cannot be read."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from kg import pipeline
from kg.errors import ReadError
from kg.model import Document
from kg.read import Source, read_source
from kg.read.glyphs import Glyph
from kg.read.rows import Raised, Row, marks, rows
from tests.read.paper import pdf
from tests.read.rendering import Part, Piece, Resolution
from tests.read.resolutions import HARBOURS

PUBLISHED = ("A_RES_73_3", "A_RES_73_6")
NUMBERED = frozenset({"resolution", "decision", "document", "publication"})


def _read(content: bytes) -> Document:
    return read_source(Source("own.pdf", content))


def _text(document: Document, label: str) -> str:
    spans = [(item.label, item.span) for item in document.paragraphs]
    spans += [(item.label, item.span) for item in document.footnotes]
    return "\n".join(document.text[span.start : span.end] for name, span in spans if name == label)


def _glyphs(text: str, left: float, base: float, size: float = 10.0, gap: float = 0.0) -> list[Glyph]:
    """Characters half an em wide, one after the other."""
    width = size / 2
    return [
        Glyph(character, size, left + at * (width + gap), left + at * (width + gap) + width, base)
        for at, character in enumerate(text)
    ]


def _pieces(row: Row) -> list[str]:
    return [f"<{piece.text}>" if isinstance(piece, Raised) else piece for piece in row.pieces]


ROWS = {
    "a gap parts words": (_glyphs("two", 0, 0) + _glyphs("words", 18, 0), [["two words"]]),
    "a slight gap does not": (_glyphs("two", 0, 0) + _glyphs("words", 16.4, 0), [["twowords"]]),
    "a drawn blank with little room does": (_glyphs("of ", 0, 0) + _glyphs("the", 11, 0), [["of the"]]),
    "a blank squeezed to nothing does not": (_glyphs("peopl ", 0, 0) + _glyphs("e", 25.2, 0), [["people"]]),
    "letters spaced out": (_glyphs("spaced", 0, 0, gap=1.2), [["spaced"]]),
    "a mark": (_glyphs("Goals", 0, 0) + _glyphs("2", 25, 3.4, 6.5) + _glyphs("for", 31, 0), [["Goals", "<2>", " for"]]),
    "an index below": (_glyphs("CO", 0, 0) + _glyphs("2", 10, -2, 6.5) + _glyphs("is", 17, 0), [["CO2 is"]]),
    "large and small on one line": (_glyphs("A", 0, 0, 20) + _glyphs("/RES/1", 10, 0), [["A/RES/1"]]),
    "columns": (_glyphs("left", 0, 0) + _glyphs("right", 100, 0), [["left"], ["right"]]),
    "drawn from the foot up": (_glyphs("second", 0, 0) + _glyphs("first", 0, 12), [["first"], ["second"]]),
    "drawn from right to left": (_glyphs("right", 30, 0) + _glyphs("left", 0, 0), [["left right"]]),
    "nothing": ([], []),
}


@pytest.mark.parametrize("name", ROWS)
def test_rows(name: str) -> None:
    glyphs, expected = ROWS[name]
    assert [_pieces(row) for row in rows(glyphs, 0)] == expected


@pytest.mark.parametrize(
    ("raised", "expected"),
    [("3", ("3",)), ("2, 3", ("2", "3")), ("12", ("12",)), ("**", ("**",)), ("a", ("a",)), ("st", ()), ("", ())],
)
def test_marks(raised: str, expected: tuple[str, ...]) -> None:
    assert marks(raised) == expected


def test_a_paragraph_and_its_note_run_on_overleaf() -> None:
    words = "Recalling that harbours and their keepers " * 20 + "are in need,{1}"
    pieces = (Piece(Part.PREAMBLE, words), *HARBOURS.pieces[3:])
    document = _read(pdf(replace(HARBOURS, pieces=pieces, notes=HARBOURS.notes), height=430))
    assert _text(document, "PP1") == words.replace("{1}", "")
    assert _text(document, "FN1") == "Resolution 70/1."


def test_furniture_is_left_out() -> None:
    document = _read(pdf(HARBOURS, height=430))
    for furniture in ("17-00001", "Distr.", "1 February 2017", "2/", "3/3"):
        assert furniture not in document.text
    assert document.text.count(HARBOURS.symbol) == 1
    assert document.origins == ()


def test_a_hyphen_at_the_end_of_a_row_stays_and_joins() -> None:
    canvas, buffer = _canvas()
    for at, line in enumerate(["The General Assembly,", "Recalling drug-", "resistant forms and A/AC.105/", "1129,"]):
        canvas.drawString(120 + 24 * (at < 2), 600 - 12 * at - 8 * (at > 0), line)
    canvas.save()
    assert _text(_read(buffer.getvalue()), "PP1") == "Recalling drug-resistant forms and A/AC.105/1129,"


def test_a_rule_above_text_makes_no_notes_of_it() -> None:
    canvas, buffer = _canvas()
    lines = [
        "71/399. Boats",
        "The General Assembly,",
        "1. Notes boats.",
        "_" * 18,
        "Annex",
        "Boats of resolution 70/1.",
    ]
    for at, line in enumerate(lines):
        canvas.drawString(120, 600 - 20 * at, line)
    canvas.save()
    document = _read(buffer.getvalue())
    assert document.footnotes == ()
    assert "Boats of resolution 70/1." in document.text


def test_sizes_are_those_that_are_drawn() -> None:
    """Some programs name one size for all type and scale the page."""
    canvas, buffer = _canvas()
    for text, left, base, scale in (
        ("1. Notes all of the boats.", 120, 600, 1.0),
        ("1", 220, 603.4, 0.65),
        ("1", 117, 103, 0.55),
    ):
        _scaled(canvas, text, left, base, scale)
    _scaled(canvas, "Resolution 70/1.", 123, 100, 0.85)
    canvas.save()
    (note,) = _read(buffer.getvalue()).footnotes
    assert (note.mark, len(note.calls)) == ("1", 1)


def _scaled(canvas: Canvas, text: str, left: float, base: float, scale: float) -> None:
    canvas.saveState()
    canvas.transform(scale, 0, 0, scale, left, base)
    canvas.drawString(0, 0, text)
    canvas.restoreState()


def test_a_heading_at_the_foot_of_a_page_stays_apart() -> None:
    canvas, buffer = _canvas()
    for base, text in (
        (600, "71/399. Boats"),
        (580, "The General Assembly,"),
        (560, "1. Notes the boats of all."),
        (540, "Annex"),
    ):
        canvas.drawString(120, base, text)
    canvas.showPage()
    canvas.setFont("Times-Roman", 10)
    canvas.drawString(120, 690, "The boats are those of resolution 70/1.")
    canvas.save()
    assert _text(_read(buffer.getvalue()), "ANNEX") == "Annex\nThe boats are those of resolution 70/1."


def test_what_is_raised_and_no_mark_stays_text() -> None:
    pieces = (Piece(Part.NUMBERED, "Notes that 10{6} boats came,{1} and no more.", "1."),)
    notes = {"1": "Resolution 70/1.", "6": "Never."}
    content = pdf(replace(HARBOURS, pieces=pieces, notes=notes))
    assert _text(_read(content), "OP1") == "1. Notes that 10 boats came, and no more."
    canvas, buffer = _canvas()
    canvas.drawString(120, 600, "1. Notes that 10")
    canvas.setFont("Times-Roman", 6.5)
    canvas.drawString(120 + canvas.stringWidth("1. Notes that 10", "Times-Roman", 10), 603.4, "6")
    canvas.save()
    assert "1. Notes that 106" in _read(buffer.getvalue()).text


def test_marks_that_are_not_raised_are_told_by_their_order() -> None:
    canvas, buffer = _canvas()
    lines = [
        (620, "71/399. Boats"),
        (600, "The General Assembly,"),
        (580, "Recalling its resolution 70/1 on the boats and the"),
        (568, "ships that it made in the year before,1"),
        (548, "1. Notes all other vessels of every size, both"),
        (536, "those that sail and those that do not;2"),
        (516, "2. Decides to sail."),
    ]
    for base, line in lines:
        canvas.drawString(123 if base in (568, 536) else 144, base, line)
    for at, line in enumerate(["__________________", "1 Resolution 70/1.", "2 See A/70/1."]):
        canvas.setFont("Times-Roman", 8.5)
        canvas.drawString(110, 120 - 11 * at, line)
    canvas.save()
    document = _read(buffer.getvalue())
    assert [(note.mark, [call.where for call in note.calls]) for note in document.footnotes] == [
        ("1", ["PP1"]),
        ("2", ["OP1"]),
    ]


def _canvas() -> tuple[Canvas, io.BytesIO]:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(612, 792), invariant=1)
    canvas.setFont("Times-Roman", 10)
    return canvas, buffer


words = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzfffWA"), min_size=1, max_size=12)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(words, min_size=1, max_size=60), min_size=1, max_size=5), st.integers(330, 792))
def test_words_laid_out_on_pages_come_back(paragraphs: list[list[str]], height: int) -> None:
    pieces = [
        Piece(Part.NUMBERED, f"Notes that the {' '.join(paragraph)};", f"{at}.")
        for at, paragraph in enumerate(paragraphs, 1)
    ]
    resolution = Resolution("A/RES/71/399", "General Assembly", "71/399", "Boats", tuple(pieces), {}, ("1st meeting",))
    document = _read(pdf(resolution, height=float(height)))
    assert [_text(document, f"OP{at}") for at, _ in enumerate(pieces, 1)] == [piece.printed for piece in pieces]


def _image_only() -> bytes:
    from PIL import Image

    canvas, buffer = _canvas()
    canvas.drawInlineImage(Image.new("RGB", (40, 40)), 0, 0, 600, 780)
    canvas.save()
    return buffer.getvalue()


def _blank() -> bytes:
    canvas, buffer = _canvas()
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "encrypted": (lambda: pdf(HARBOURS, password="secret"), "is encrypted"),
    "truncated": (lambda: pdf(HARBOURS)[:3000], "is a damaged or truncated PDF"),
    "nothing but a head": (lambda: b"%PDF-1.7\n", "is a damaged or truncated PDF"),
    "pictures of pages": (_image_only, "holds no text, only images; run OCR first"),
    "an empty page": (_blank, "holds no text"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_one_line(name: str) -> None:
    make, fault = BAD[name]
    with pytest.raises(ReadError) as caught:
        _read(make())
    assert str(caught.value).startswith("own.pdf: ")
    assert fault in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_cut_short_is_read_and_says_so() -> None:
    document = _read(pdf(HARBOURS).replace(b"%%EOF", b""))
    assert any("cut short" in note for note in document.notes)
    assert _text(document, "OP4").startswith("4. Decides")


def test_too_many_pages() -> None:
    canvas, buffer = _canvas()
    for _ in range(2001):
        canvas.showPage()
    canvas.save()
    with pytest.raises(ReadError, match="has 2,001 pages"):
        _read(buffer.getvalue())


def _by_hand(name: str) -> list[dict[str, str]]:
    path = Path(__file__).parent / "data" / f"{name}.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _published(shared: Path, name: str) -> Path:
    path = shared / "corpus" / "pdf" / f"{name}-EN.pdf"
    if not path.is_file():
        pytest.skip(f"needs ../shared/corpus/pdf/{path.name}")
    return path


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_words_read_off_by_hand_stand_where_they_stood(shared: Path, name: str) -> None:
    document = read_source(Source(name, _published(shared, name).read_bytes()))
    assert document.notes == ()
    missing = [row for row in _by_hand(name) if row["quote"] not in _text(document, row["where"])]
    assert missing == []


@pytest.mark.parametrize("name", PUBLISHED)
def test_citations_equal_those_read_off_by_hand(shared: Path, name: str) -> None:
    reading = pipeline.reading(_published(shared, name))
    found = {(c.where, c.kind.value, c.target) for c in reading.citations if _is_numbered(c.kind.value, c.target or "")}
    expected = {
        (row["where"], row["kind"], row["target"]) for row in _by_hand(name) if _is_numbered(row["kind"], row["target"])
    }
    assert found == expected


def _is_numbered(kind: str, target: str) -> bool:
    return kind in NUMBERED or target.startswith(("UNTS", "LNTS"))


@pytest.mark.parametrize("name", PUBLISHED)
def test_marks_call_the_notes_that_they_stand_for(shared: Path, name: str) -> None:
    document = read_source(Source(name, _published(shared, name).read_bytes()))
    called = {note.mark: [call.where for call in note.calls] for note in document.footnotes}
    assert (
        called
        == {
            "A_RES_73_3": {
                "1": ["OP1"],
                "2": ["OP1"],
                "3": ["OP2"],
                "4": ["OP2"],
                "5": ["OP2"],
                "6": ["OP3"],
                "7": ["OP23"],
            },
            # the mark of note 1 at the end of PP22 is printed as an ordinary digit
            "A_RES_73_6": {
                "1": ["PP2"],
                "2": ["PP5", "OP1", "OP4"],
                "3": ["PP5"],
                "4": ["PP5"],
                "5": ["PP13"],
                "6": ["PP23"],
            },
        }[name]
    )
