"""HTML -> Document: the blocks of a page with the numbers a browser would print; no scripts, styles or navigation."""

from __future__ import annotations

import re
from dataclasses import replace
from http import HTTPStatus

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from kg.errors import ReadError
from kg.model import Document
from kg.read import text as plain_text
from kg.read.blocks import Blocks
from kg.read.ending import end
from kg.read.htmlnotes import HtmlNotes, find_notes, note_text
from kg.read.notes import Note
from kg.read.numbering import written
from kg.read.source import Source, decode
from kg.read.strand import Strand

_SKIPPED_NAMES = "head script style nav noscript template button select iframe svg object canvas video audio"
_SKIPPED = frozenset(_SKIPPED_NAMES.split())
_INLINE_NAMES = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark q rp rt ruby s samp"
    " small span strike strong sub sup time tt u var wbr br"
)
_INLINE = frozenset(_INLINE_NAMES.split())
_CHARSET = re.compile(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?([\w-]{1,40})", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_PRINTED_NUMBER = re.compile(r"\s*(?:\d{1,3}\.|\([a-z\d]{1,4}\))\s")
_LIST_WITHOUT_NUMBERS = re.compile(r"list-style(?:-type)?\s*:\s*none")
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_ERRORS = re.compile(
    "|".join([r"(?:error|http)\W{0,3}[45]\d\d", "page not found", "access denied"])
    + "|"
    + "|".join(re.escape(status.phrase) for status in HTTPStatus if status >= HTTPStatus.BAD_REQUEST),
    re.IGNORECASE,
)
_DEEPEST = 200
_A_LINE_OR_TWO = 200


def read(source: Source, language: str = "en") -> Document:
    """The document in an HTML page; one that is a single preformatted text is read as that text.

    Raises ReadError for a page without text, an error page, or one in another language.
    """
    root = _root(source)
    preformatted = _preformatted(root)
    if preformatted is not None:
        document = plain_text.read(Source(source.name, preformatted.encode()), language)
        return replace(document, digest=source.digest, origins=())
    error = _error(root)
    notes = find_notes(root)
    blocks = Blocks()
    _Walk(Blocks(), notes, source).notes_into(blocks)
    _Walk(blocks, notes, source).element(_main(root), 0)
    if error and not any(block.words.text for block in blocks.done):
        raise ReadError(f"is an error page ({error})", source=source.name)
    document = end(source, blocks, language)
    if error and document.organ is None and document.symbol is None:
        raise ReadError(f"is an error page ({error})", source=source.name)
    return document


def _root(source: Source) -> HtmlElement:
    text = _DECLARATION.sub("", _decoded(source))
    parser = lxml_html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        return lxml_html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise ReadError("is HTML that holds no text", source=source.name) from None


def _decoded(source: Source) -> str:
    """The text in the encoding that the page declares, if it holds to it; else as any other text."""
    declared = _CHARSET.search(source.content[:4096])
    if declared and not source.content.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return source.content.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(source)


def _preformatted(root: HtmlElement) -> str | None:
    """The text of a page that is nothing but one preformatted text, as old transcriptions are; None for others."""
    inside = "\n".join("".join(map(str, pre.itertext())) for pre in root.iter("pre"))
    whole = sum(len(str(text).strip()) for text in root.itertext())
    return inside if inside.strip() and len(inside.strip()) > 0.8 * whole else None


def _error(root: HtmlElement) -> str | None:
    """What a page's title or first heading, or a page of a line or two, says of an error; None if nothing."""
    whole = " ".join(root.text_content().split())
    heads = [element.text_content() for name in ("title", "h1") if (element := next(root.iter(name), None)) is not None]
    for text in (*heads, whole if len(whole) < _A_LINE_OR_TWO else ""):
        if found := _ERRORS.search(" ".join(text.split())):
            return found.group()
    return None


def _main(root: HtmlElement) -> HtmlElement:
    """The part of the page that holds its matter, where it says so."""
    mains = [element for element in root.iter() if element.tag == "main" or element.get("role") == "main"]
    return mains[0] if len(mains) == 1 else root


class _Walk:
    """The walk through a page: every element that is not inline begins and ends a block."""

    def __init__(self, blocks: Blocks, notes: HtmlNotes, source: Source) -> None:
        self._blocks = blocks
        self._notes = notes
        self._source = source
        self._counts: dict[HtmlElement, int] = {}

    def notes_into(self, blocks: Blocks) -> None:
        """Write the texts of the notes into other blocks; what they call stays text."""
        for mark, element in self._notes.elements:
            self._blocks.done.clear()
            self._children(element, 0)
            self._blocks.end(None)
            words = " ".join(block.words.text for block in self._blocks.done)
            blocks.notes.append(Note(mark, Strand(note_text(mark, words))))

    def element(self, element: HtmlElement, depth: int) -> None:
        """Write an element and all in it; notes stand elsewhere already."""
        if depth > _DEEPEST:
            raise ReadError(f"HTML elements nested more than {_DEEPEST} deep", source=self._source.name)
        if element.tag in _SKIPPED or _is_hidden(element) or self._notes.holds(element) or element in self._notes.back:
            return
        if element.tag in _INLINE:
            self._inline(element, depth)
            return
        self._blocks.end(None)
        if element.tag == "li":
            self._blocks.number(_number(element, self._counts), None, apart=False)
        self._children(element, depth)
        self._blocks.end(None)

    def _inline(self, element: HtmlElement, depth: int) -> None:
        if element.tag == "br":
            self._break(element)
            return
        called = []
        if element.tag == "sup":
            called = self._notes.called(element)
        elif element in self._notes.calls:
            called = [self._notes.calls[element]]
        for note in called:
            self._blocks.call(note)
        if not called:
            self._children(element, depth)

    def _break(self, element: HtmlElement) -> None:
        """One break is a blank, a second one after it ends the block."""
        before = element.getprevious()
        if before is not None and before.tag == "br" and not (before.tail or "").strip():
            self._blocks.end(None)
        else:
            self._blocks.write(" ")

    def _children(self, element: HtmlElement, depth: int) -> None:
        self._blocks.write(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self.element(child, depth + 1)
            self._blocks.write(child.tail)


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style", "").replace(" ", "").lower()
    return (
        "hidden" in element.attrib
        or element.get("aria-hidden") == "true"
        or element.get("role") == "navigation"
        or "display:none" in style
    )


def _number(item: HtmlElement, counts: dict[HtmlElement, int]) -> str:
    """The number of a list item as UN documents print it: "1." for a list, "(a)" and "(i)" for letters and numerals.

    "" where the text bears its number itself, and for lists without numbers.
    """
    listed = item.getparent()
    if listed is None or listed.tag != "ol" or _LIST_WITHOUT_NUMBERS.search(listed.get("style", "")):
        return ""
    if _PRINTED_NUMBER.match(item.text_content()):
        return ""
    if item not in counts:
        counts.update(_counts(listed))
    form = listed.get("type", "1")
    inner = next(listed.iterancestors("ol", "ul"), None) is not None
    number = written(counts[item], _FORMS.get(form, "decimal"))
    return f"({number})" if inner or form in ("a", "i") else f"{number}."


def _counts(listed: HtmlElement) -> dict[HtmlElement, int]:
    """The number of each item of a list, counted from its start or from an item with a value of its own."""
    count = _integer(listed.get("start"), 1) - 1
    counts = {}
    for item in listed.iterchildren("li"):
        counts[item] = count = _integer(item.get("value"), count + 1)
    return counts


def _integer(text: str | None, default: int) -> int:
    return int(text) if text and text.strip().lstrip("-").isdecimal() and len(text) < 9 else default
