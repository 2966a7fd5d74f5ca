"""DOCX (WordprocessingML, ECMA-376) -> Document.

Footnotes and endnotes are real ones, numbers are counted as Word counts them, tracked changes are accepted, headers and
footers (page furniture) are not read, a text box is read once, after the paragraph that holds it.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from kg.model import Document
from kg.read.blocks import Blocks
from kg.read.ending import end
from kg.read.notes import Note
from kg.read.numbering import VALUE, Numbering, W, numbering, written
from kg.read.package import Package
from kg.read.rows import marks
from kg.read.source import Source
from kg.read.strand import Strand
from kg.read.styles import Styles, styles

# What tracked changes took away, what stands in another place already, and what is no text.
_SKIPPED = frozenset(
    {"del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "sectPr", "tblPr", "footnoteRef"}
)
_BLANKS = frozenset({"tab", "br", "cr", "ptab"})
_CALLS = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_DEEPEST = 200


def read(source: Source, language: str = "en") -> Document:
    """The document in a DOCX file.

    Raises ReadError for one that is damaged, encrypted, unpacks beyond all measure, or is in another language.
    """
    package = Package(source)
    root = package.document()
    known = styles(package.part("styles.xml"))
    notes = _Notes(package, root, known)
    blocks = Blocks()
    blocks.notes += notes.done
    walk = _Walk(blocks, known, numbering(package.part("numbering.xml")), notes)
    walk.body(root)
    return end(source, blocks, language)


class _Notes:
    """The notes in the order of their first calls, with their marks."""

    def __init__(self, package: Package, root: etree._Element, known: Styles) -> None:
        self.done: list[Note] = []
        self._places: dict[tuple[str, str], int] = {}
        texts = {part: _note_texts(package.part(f"{part}.xml"), known) for part in _CALLS.values()}
        forms = {part: _form(package, root, part) for part in _CALLS.values()}
        counts = dict.fromkeys(_CALLS.values(), 0)
        for call, part, custom in _calls(root):
            key = (part, call.get(f"{W}id", ""))
            if key in self._places or key[1] not in texts[part]:
                continue
            counts[part] += custom is None
            self._places[key] = len(self.done)
            words = texts[part][key[1]]
            mark = custom or written(counts[part], forms[part])
            self.done.append(Note(mark, Strand(words.removeprefix(mark).strip() if custom else words)))

    def index(self, part: str, identity: str) -> int | None:
        """The index of a note by the part it stands in and its identity there."""
        return self._places.get((part, identity))

    def marked(self, raised: str) -> list[int]:
        """The indices of the notes that raised digits call once more; none unless all are marks of notes."""
        places = {note.mark: at for at, note in enumerate(self.done)}
        found = [places.get(mark) for mark in marks(raised)]
        return [at for at in found if at is not None] if None not in found else []


def _calls(root: etree._Element) -> Iterator[tuple[etree._Element, str, str | None]]:
    """Each call of a note, the part with the note's text, and the mark if the author set it himself ("*")."""
    for element in root.iter(*(f"{W}{name}" for name in _CALLS)):
        if any(_name(parent) in _SKIPPED for parent in element.iterancestors()):
            continue
        custom = None
        if element.get(f"{W}customMarkFollows", "0") not in ("0", "false", "off"):
            following = element.getnext()
            custom = (following.text or "").strip() if following is not None and _name(following) == "t" else None
        yield element, _CALLS[_name(element)], custom or None


def _note_texts(root: etree._Element | None, known: Styles) -> dict[str, str]:
    """The text of each note by its identity; separators are no notes."""
    if root is None:
        return {}
    found = {}
    for note in root:
        if isinstance(note.tag, str) and note.get(f"{W}type", "normal") == "normal":
            blocks = Blocks()
            _Walk(blocks, known, Numbering({}), None).body(note)
            found[note.get(f"{W}id", "")] = " ".join(block.words.text for block in blocks.done)
    return found


def _form(package: Package, root: etree._Element, part: str) -> str:
    """How the marks of notes are written, as the document's settings say: Arabic for footnotes, Roman for endnotes."""
    properties = f"{W}{part.removesuffix('s')}Pr"
    for place in (root, package.part("settings.xml")):
        for element in place.iter(properties) if place is not None else ():
            form = element.find(f"{W}numFmt")
            if form is not None:
                return form.get(VALUE, "decimal")
    return "decimal" if part == "footnotes" else "lowerRoman"


class _Walk:
    """The walk through a part: every paragraph becomes a block."""

    def __init__(self, blocks: Blocks, known: Styles, counted: Numbering, notes: _Notes | None) -> None:
        self._blocks = blocks
        self._styles = known
        self._numbering = counted
        self._notes = notes
        self._boxes: list[etree._Element] = []

    def body(self, element: etree._Element) -> None:
        """Read all paragraphs in an element, those in tables, controls and text boxes too."""
        for paragraph in _paragraphs(element, 0):
            self._paragraph(paragraph)
            boxes, self._boxes = self._boxes, []
            for box in boxes:
                self.body(box)
        self._blocks.end(None)

    def _paragraph(self, paragraph: etree._Element) -> None:
        properties = paragraph.find(f"{W}pPr")
        listed = self._styles.list_of(properties)
        if listed and _has_text(paragraph):
            self._blocks.number(self._numbering.next(*listed), None, apart=False)
        self._children(paragraph, 0)
        if properties is None or properties.find(f"{W}rPr/{W}del") is None:
            self._blocks.end(None)

    def _children(self, element: etree._Element, depth: int) -> None:
        for child in element:
            name = _name(child)
            if name in _SKIPPED or depth > _DEEPEST:
                continue
            if name == "r":
                self._run(child)
            elif name == "txbxContent":
                self._boxes.append(child)
            else:
                self._children(child, depth + 1)

    def _run(self, run: etree._Element) -> None:
        properties = run.find(f"{W}rPr")
        if self._styles.is_hidden(properties):
            return
        raised = "".join(text.text or "" for text in run.iter(f"{W}t"))
        called = self._notes.marked(raised) if self._notes and self._styles.is_raised(properties) else []
        for note in called:
            self._blocks.call(note)
        if not called:
            self._inline(run)

    def _inline(self, run: etree._Element) -> None:
        for child in run:
            name = _name(child)
            if name == "t":
                self._blocks.write(child.text)
            elif name in _BLANKS:
                self._blocks.write(" ")
            elif name == "noBreakHyphen":
                self._blocks.write("-")
            elif name in _CALLS:
                self._call(child, _CALLS[name])
                if child.get(f"{W}customMarkFollows", "0") not in ("0", "false", "off"):
                    return
            elif name not in _SKIPPED:
                self._children(child, 1)

    def _call(self, element: etree._Element, part: str) -> None:
        index = self._notes.index(part, element.get(f"{W}id", "")) if self._notes else None
        if index is not None:
            self._blocks.call(index)


def _paragraphs(element: etree._Element, depth: int) -> Iterator[etree._Element]:
    """The paragraphs under an element, through tables and content controls, not through other paragraphs."""
    for child in element:
        name = _name(child)
        if name == "p":
            yield child
        elif name not in _SKIPPED and depth < _DEEPEST:
            yield from _paragraphs(child, depth + 1)


def _has_text(paragraph: etree._Element) -> bool:
    return any((text.text or "").strip() for text in paragraph.iter(f"{W}t"))


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
