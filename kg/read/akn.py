"""AKN4UN XML, the United Nations' own machine-readable form -> Document.

Paragraph numbers come from `<num>` (the `eId` is a running counter). The editors' links are not read: `<a>` is text.
Elements: Akoma Ntoso 3.0 (OASIS) as profiled for the United Nations system (AKN4UN guidelines).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from kg.errors import ReadError
from kg.languages import load
from kg.model import Document
from kg.read.compose import compose
from kg.read.lines import Note
from kg.read.marks import Marked
from kg.read.source import Source
from kg.read.strand import Strand, plain
from kg.read.structure import ANNEX, COVER, label

_BLOCKS = frozenset({"p", "docTitle", "heading", "subheading", "td", "th", "block"})
_SKIPPED = frozenset({"meta", "img", "num"})
_LANGUAGES = {"eng": "en", "fra": "fr", "fre": "fr", "spa": "es", "rus": "ru", "ara": "ar", "zho": "zh", "chi": "zh"}


def read(source: Source, language: str = "en") -> Document:
    """The document in an AKN4UN source; a malformed one is read as far as it goes, and its notes say so.

    Raises ReadError for what is no XML, no Akoma Ntoso, or in a language that has no language file.
    """
    root, complaint = _root(source)
    code = _language(root, source) or language
    words = load(code)
    walk = _Walk()
    walk.visit(root, None)
    document = compose(source, list(label(walk.blocks, words)), walk.notes, words, remarks=complaint)
    if not document.text.strip():
        raise ReadError("holds no text", source=source.name)
    return document


def _root(source: Source) -> tuple[etree._Element, tuple[str, ...]]:
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(source.content, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(f"is no well-formed XML: {error.msg}", source=source.name) from None
    if root is None or etree.QName(root).localname != "akomaNtoso":
        raise ReadError("is XML, but no Akoma Ntoso document", source=source.name)
    errors = [entry for entry in parser.error_log if entry.level_name in ("ERROR", "FATAL")]
    complaint = f"malformed XML, read as far as it goes (line {errors[0].line})" if errors else None
    return root, (complaint,) if complaint else ()


def _language(root: etree._Element, source: Source) -> str | None:
    for element in root.iter("{*}FRBRlanguage"):
        code = element.get("language", "")
        if code and _LANGUAGES.get(code, code) not in ("en",):
            raise ReadError(f"is in a language that cannot be read yet ({code})", source=source.name)
        return _LANGUAGES.get(code)
    return None


@dataclass(slots=True)
class _Walk:
    """The blocks and notes met so far, and the numbers that wait for the text they belong to."""

    blocks: list[Marked] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    pending: list[str] = field(default_factory=list)

    def visit(self, element: etree._Element, zone: str | None) -> None:
        """Go through the tree in document order and keep every block of text."""
        if not isinstance(element.tag, str):
            return
        name = etree.QName(element).localname
        if name == "num":
            self.pending.append(_flat("".join(str(text) for text in element.itertext())))
        if name in _SKIPPED:
            return
        zone = {"coverPage": COVER, "attachment": ANNEX, "attachments": ANNEX}.get(name, zone)
        if name == "preface":
            self._preface(element)
        elif name in _BLOCKS:
            self._block(element, zone)
        else:
            for child in element:
                self.visit(child, zone)

    def _preface(self, element: etree._Element) -> None:
        """The title line: the number and the title are elements of their own, and one line in print."""
        for paragraph in element:
            if isinstance(paragraph.tag, str):
                self._block(paragraph, None)

    def _block(self, element: etree._Element, zone: str | None) -> None:
        writer = _Writer(self.notes)
        if self.pending:
            writer.write(" ".join(self.pending) + " ")
            self.pending.clear()
        writer.element(element)
        marked = writer.done()
        if marked.words.text:
            self.blocks.append(Marked(marked.words, marked.calls, zone))


@dataclass(slots=True)
class _Writer:
    """One block's text, with single blanks, its footnotes taken out to `notes`."""

    notes: list[Note]
    parts: list[str] = field(default_factory=list)
    calls: list[tuple[int, str]] = field(default_factory=list)
    length: int = 0
    blank: bool = True

    def write(self, text: str) -> None:
        text = _flat(text)
        if self.blank:
            text = text.lstrip(" ")
        if text:
            self.parts.append(text)
            self.length += len(text)
            self.blank = text.endswith(" ")

    def element(self, element: etree._Element) -> None:
        for kind, value in _pieces(element):
            if kind == "text":
                self.write(str(value))
            else:
                self._note(value)

    def _note(self, element: object) -> None:
        assert isinstance(element, etree._Element)
        mark = element.get("marker", "").strip() or str(len(self.notes) + 1)
        inner = _Writer(self.notes)
        inner.element(element)
        self.notes.append(Note(mark, inner.done().words))
        self.calls.append((self.length - self.blank if self.parts else 0, mark))

    def done(self) -> Marked:
        text = "".join(self.parts).rstrip(" ")
        return Marked(Strand(text), tuple((min(offset, len(text)), mark) for offset, mark in self.calls))


def _pieces(element: etree._Element) -> Iterator[tuple[str, object]]:
    """The text and the footnotes of an element, in order; numbers inside it are text."""
    if element.text:
        yield "text", element.text
    for child in element:
        if isinstance(child.tag, str):
            name = etree.QName(child).localname
            if name == "authorialNote":
                yield "note", child
            else:
                if name in ("p", "br", "eol"):
                    yield "text", " "
                yield from _pieces(child)
                if name == "docNumber":
                    yield "text", " "
        if child.tail:
            yield "text", child.tail


def _flat(text: str) -> str:
    """Single blanks; invisible characters taken out."""
    spaced = plain(text).translate({0xAD: None, 0x200B: None, 0x200E: None, 0x200F: None, 0xFEFF: None})
    while "  " in spaced:
        spaced = spaced.replace("  ", " ")
    return spaced
