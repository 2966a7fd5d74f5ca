"""One resolution of our own in every format that is read: as text, AKN4UN XML, HTML and DOCX; `paper` draws it as PDF.

Words carry their footnote calls as `{1}`. Each renderer writes what its format has: real footnotes where there are any,
numbers that the format counts by itself where it does, marks glued to words in plain text.
"""

from __future__ import annotations

import io
import re
import textwrap
import zipfile
from dataclasses import dataclass
from enum import Enum, auto
from html import escape

CALL = re.compile(r"\{(\d+)\}")
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_AKN = 'xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"'


class Part(Enum):
    """What a piece of a resolution is."""

    PREAMBLE = auto()
    NUMBERED = auto()
    ITEM = auto()
    SUBITEM = auto()
    ANNEX_HEADING = auto()
    ANNEX = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph: its words, and the number printed before them ("3.", "(b)", "(ii)", or "")."""

    part: Part
    words: str
    number: str = ""

    @property
    def printed(self) -> str:
        return f"{self.number} {self.words}".strip()


@dataclass(frozen=True, slots=True)
class Resolution:
    """A resolution: what stands on its cover, its paragraphs, its notes by mark, and the lines that close it."""

    symbol: str
    organ: str
    number: str
    title: str
    pieces: tuple[Piece, ...]
    notes: dict[str, str]
    closing: tuple[str, ...]

    @property
    def heading(self) -> str:
        return f"{self.number}. {self.title}"

    @property
    def formula(self) -> str:
        return f"The {self.organ},"

    def own(self) -> list[Piece]:
        """The paragraphs before the annex."""
        return [piece for piece in self.pieces if piece.part not in (Part.ANNEX_HEADING, Part.ANNEX)]

    def annexed(self) -> list[Piece]:
        """The annex, its heading first."""
        return [piece for piece in self.pieces if piece.part in (Part.ANNEX_HEADING, Part.ANNEX)]


def plain(resolution: Resolution) -> bytes:
    """Text of one laid-out page, marks glued to the words, notes below a rule."""
    paragraphs = [resolution.heading, resolution.formula, *(piece.printed for piece in resolution.own())]
    after = [*resolution.closing, *(piece.printed for piece in resolution.annexed())]
    notes = [f"{mark} {words}" for mark, words in resolution.notes.items()]
    wrapped = [
        "\n".join(textwrap.wrap(CALL.sub(r"\1", text), 84, break_on_hyphens=False)) for text in paragraphs + after
    ]
    return "\n\n".join([resolution.symbol, *wrapped, "\n".join(["_" * 18, *notes])]).encode() + b"\n"


def akn(resolution: Resolution) -> bytes:
    """AKN4UN XML, footnotes inside the paragraphs that call them first."""
    seen: set[str] = set()

    def inline(words: str) -> str:
        return CALL.sub(lambda match: _akn_call(match[1], resolution, seen), escape(words, quote=False))

    def paragraph(piece: Piece) -> str:
        number = f"<num>{piece.number}</num>" if piece.number else ""
        return f"<paragraph>{number}<content><p>{inline(piece.words)}</p></content></paragraph>"

    recitals = [piece for piece in resolution.own() if piece.part is Part.PREAMBLE]
    preamble = "".join(f"<container><p>{inline(piece.words)}</p></container>" for piece in recitals)
    body = "".join(paragraph(piece) for piece in resolution.own() if piece.part is not Part.PREAMBLE)
    closing = "".join(f"<p>{line}</p>" for line in resolution.closing)
    annex = "".join(f"<p>{inline(piece.printed)}</p>" for piece in resolution.annexed())
    attached = (
        f'<attachments><attachment><doc name="annex"><mainBody>{annex}</mainBody></doc></attachment></attachments>'
    )
    return (
        f'<akomaNtoso {_AKN}><statement name="resolution"><meta><identification><FBRBWork/><FRBRExpression>'
        f'<FRBRlanguage language="eng"/></FRBRExpression></identification></meta>'
        f"<coverPage><p>{resolution.symbol}</p></coverPage>"
        f"<preface><p><docNumber>{resolution.number}.</docNumber> <docTitle>{resolution.title}</docTitle></p></preface>"
        f'<preamble><formula name="enactingFormula"><p>{resolution.formula}</p></formula>{preamble}</preamble>'
        f"<mainBody>{body}</mainBody><conclusions>{closing}</conclusions>{attached if annex else ''}"
        "</statement></akomaNtoso>"
    ).encode()


def _akn_call(mark: str, resolution: Resolution, seen: set[str]) -> str:
    if mark in seen:
        return f"<sup>{mark}</sup>"
    seen.add(mark)
    return f'<authorialNote marker="{mark}"><p>{escape(resolution.notes[mark], quote=False)}</p></authorialNote>'


def page(resolution: Resolution) -> bytes:
    """HTML with lists that the browser numbers and linked notes, among scripts, styles and navigation."""

    def inline(words: str) -> str:
        return CALL.sub(r'<sup><a href="#fn\1">\1</a></sup>', escape(words, quote=False))

    lines, deep = [], 0
    for piece in resolution.own():
        depth = {Part.ITEM: 1, Part.SUBITEM: 2}.get(piece.part, 0)
        lines += ["</li></ol>"] * (deep - depth)
        if depth:
            opened = f'<ol type="{"a" if depth == 1 else "i"}">' if depth > deep else "</li>"
            lines.append(f"{opened}<li>{inline(piece.words)}")
        else:
            lines.append(f"<p>{inline(piece.printed)}</p>")
        deep = depth
    lines += ["</li></ol>"] * deep
    lines += [f"<p>{line}</p>" for line in resolution.closing]
    lines += [f"<p>{inline(piece.printed)}</p>" for piece in resolution.annexed()]
    notes = "".join(
        f'<li id="fn{mark}">{escape(words, quote=False)} <a href="#text">↩</a></li>'
        for mark, words in resolution.notes.items()
    )
    body = "\n".join(lines)
    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Documents</title><style>p {{color: red}}</style>"
        "<script>var resolution = '1/1';</script></head><body><nav><a href='/'>Resolution 1/1</a></nav>"
        f'<p id="text">{resolution.symbol}</p><h1>{resolution.heading}</h1><p><i>{resolution.formula}</i></p>{body}<hr>'
        f"<ol>{notes}</ol></body></html>"
    ).encode()


def docx(resolution: Resolution) -> bytes:
    """DOCX with real footnotes, numbers that Word counts, and a second call as a raised digit."""
    seen: set[str] = set()
    levels = {Part.NUMBERED: 0, Part.ITEM: 1, Part.SUBITEM: 2}
    head = [_paragraph(_run(text)) for text in (resolution.symbol, resolution.heading, resolution.formula)]
    body = [_paragraph(_runs(piece.words, seen), levels.get(piece.part)) for piece in resolution.own()]
    closing = [_paragraph(_run(line)) for line in resolution.closing]
    annex = [_paragraph(_runs(piece.printed, seen)) for piece in resolution.annexed()]
    separator = f'<w:footnote w:type="separator" w:id="-1">{_paragraph(_run("____"))}</w:footnote>'
    notes = "".join(
        f'<w:footnote w:id="{mark}">{_paragraph("<w:r><w:footnoteRef/></w:r>" + _run(" " + words))}</w:footnote>'
        for mark, words in resolution.notes.items()
    )
    written = "".join(head + body + closing + annex)
    return package(
        {
            "word/document.xml": f"<w:document {_W}><w:body>{written}</w:body></w:document>",
            "word/footnotes.xml": f"<w:footnotes {_W}>{separator}{notes}</w:footnotes>",
            "word/numbering.xml": NUMBERING,
        }
    )


def package(parts: dict[str, str]) -> bytes:
    """A ZIP file with these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _level(depth: int, form: str, text: str) -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'


NUMBERING = (
    f'<w:numbering {_W}><w:abstractNum w:abstractNumId="0">'
    + _level(0, "decimal", "%1.")
    + _level(1, "lowerLetter", "(%2)")
    + _level(2, "lowerRoman", "(%3)")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)


def _paragraph(runs: str, level: int | None = None) -> str:
    listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>' if level is not None else ""
    return f"<w:p><w:pPr>{listed}</w:pPr>{runs}</w:p>"


def _run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def _runs(words: str, seen: set[str]) -> str:
    runs = ""
    for at, text in enumerate(CALL.split(words)):
        if at % 2 == 0:
            runs += _run(text) if text else ""
        elif text in seen:
            runs += _run(text, '<w:vertAlign w:val="superscript"/>')
        else:
            seen.add(text)
            runs += f'<w:r><w:footnoteReference w:id="{text}"/></w:r>'
    return runs
