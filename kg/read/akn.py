"""AKN4UN XML, the United Nations' own machine-readable form -> Document.

The metadata stay beside the text; where they and the cover disagree on what the document is, the cover is believed.
Paragraph numbers come from `<num>` (the `eId` is a running counter). The editors' links are kept beside the text.
Every character of the document stands in some block: what is not known to be inline begins a block of its own.
Elements: Akoma Ntoso 3.0 (OASIS) as profiled for the United Nations system (AKN4UN guidelines).
"""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from kg import symbols
from kg.errors import ReadError, UnreadLanguageError
from kg.languages import load
from kg.metadata import Metadata
from kg.model import Document
from kg.read.blocks import Blocks
from kg.read.compose import compose
from kg.read.links import links
from kg.read.metadata import Claims, metadata
from kg.read.source import Source
from kg.read.structure import ANNEX, CLOSING, COVER, FORMULA, PREAMBLE, SECTION, TITLE, label

_SKIPPED = frozenset({"meta", "img", "documentRef"})
_INLINE_NAMES = (
    "a b i u em strong span sup sub inline ref rref mref ins del abbr date time quantity location person organization"
    " concept event role term docNumber docTitle docDate docType docStatus docketNumber docProponent docAuthority"
    " docStage docPurpose session outcome vote party legislature eol br noteRef marker placeholder"
)
_INLINE = frozenset(_INLINE_NAMES.split())
_BREAKS = frozenset({"eol", "br"})
_ZONES = {
    "coverPage": COVER,
    "preface": TITLE,
    "formula": FORMULA,
    "preamble": PREAMBLE,
    "mainBody": None,
    "conclusions": CLOSING,
    "attachments": ANNEX,
    "attachment": ANNEX,
    "heading": SECTION,
    "subheading": SECTION,
}
# Their numbers ("II", "B") are headings by themselves.
_DIVISIONS = frozenset({"section", "subsection", "part", "chapter", "title"})
_LANGUAGES = {"eng": "en", "fra": "fr", "fre": "fr", "spa": "es", "rus": "ru", "ara": "ar", "zho": "zh", "chi": "zh"}
_DEEPEST = 200


def read(source: Source, language: str = "en") -> Document:
    """The document in an AKN4UN source; a malformed one is read as far as it goes, and its notes say so.

    Raises ReadError for what is no XML, no Akoma Ntoso, or in a language that has no language file.
    """
    root, complaint = _root(source)
    code = _language(root, source) or language
    words = load(code)
    blocks = Blocks()
    _walk(root, None, blocks, source, 0)
    blocks.end(None)
    if not any(block.words.text for block in blocks.done):
        raise ReadError("holds no text", source=source.name)
    document = compose(source, list(label(blocks.done, words)), blocks.notes, words, remarks=complaint)
    document = replace(document, links=links(root))
    recorded = metadata(root)
    if recorded is None:
        return document
    found, claims = recorded
    return replace(
        document, metadata=found, notes=document.notes + _disagreements(document, claims) + _strangers(found)
    )


def _disagreements(document: Document, claims: Claims) -> tuple[str, ...]:
    """Where the metadata contradict what the document prints of itself."""
    notes = []
    symbol = symbols.try_parse(document.symbol) if document.symbol else None
    if symbol and document.organ and claims.number:
        # "75-127" and "2623-2022" are the numbers 75/127 and 2623 (2022) with other signs
        base, _, last = claims.number.rpartition("-")
        spellings = (f"{base}/{last}", f"{base} ({last})")
        claimed = [symbols.numbered(document.organ, symbol.kind, each) for each in spellings]
        other = next((each for each in claimed if each), None)
        if other and other != symbol:
            notes.append(f"metadata say {other}")
    if document.date and claims.date and document.date != claims.date:
        notes.append(f"metadata say it was adopted on {claims.date}")
    return tuple(notes)


def _strangers(found: Metadata) -> tuple[str, ...]:
    """Voters that no list of States has; a sponsor by an unknown name stays in the metadata by that name."""
    sides = (found.vote.in_favour, found.vote.against, found.vote.abstaining) if found.vote else ()
    parties = (party for side in sides if side for party in side.parties)
    return tuple(f"metadata name an unknown voter: {party.name}" for party in parties if party.slug is None)


def _root(source: Source) -> tuple[etree._Element, tuple[str, ...]]:
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(source.content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(f"is no well-formed XML: {getattr(error, 'msg', error)}", source=source.name) from None
    if root is None:
        raise ReadError("is no well-formed XML", source=source.name)
    name = etree.QName(root).localname
    if name != "akomaNtoso":
        raise ReadError(f"is no Akoma Ntoso document, its root is <{name}>", source=source.name)
    errors = [entry for entry in parser.error_log if entry.level_name in ("ERROR", "FATAL")]
    return root, tuple(f"malformed XML, read as far as it goes (line {entry.line})" for entry in errors[:1])


def _language(root: etree._Element, source: Source) -> str | None:
    for element in root.iter("{*}FRBRlanguage"):
        code = element.get("language", "")
        if code and _LANGUAGES.get(code, code) not in ("en",):
            raise UnreadLanguageError(f"is in a language that cannot be read yet ({code})", source=source.name)
        return _LANGUAGES.get(code)
    return None


def _walk(element: etree._Element, zone: str | None, blocks: Blocks, source: Source, depth: int) -> None:
    """Go through the tree in document order and write every character into the block it belongs to."""
    if depth > _DEEPEST:
        raise ReadError(f"XML elements nested more than {_DEEPEST} deep", source=source.name)
    name = etree.QName(element).localname
    if name == "authorialNote":
        blocks.begin_note(element.get("marker", "").strip())
        _children(element, zone, blocks, source, depth)
        blocks.end_note()
    elif name == "sup" and blocks.call_again(_flat(element)):
        return
    elif name in _INLINE:
        if name in _BREAKS:
            blocks.write(" ")
        elif name == "docDate":
            blocks.part_words()
        _children(element, zone, blocks, source, depth)
        if name == "docNumber":
            blocks.write(" ")
    elif name == "num":
        blocks.number(_flat(element), zone, apart=_is_division(element.getparent()))
    else:
        inner = _inner_zone(name, zone)
        blocks.end(zone)
        _children(element, inner, blocks, source, depth)
        blocks.end(inner, heading=inner == SECTION)


def _children(element: etree._Element, zone: str | None, blocks: Blocks, source: Source, depth: int) -> None:
    blocks.write(element.text)
    for child in element:
        if isinstance(child.tag, str) and etree.QName(child).localname not in _SKIPPED:
            _walk(child, zone, blocks, source, depth + 1)
        blocks.write(child.tail)


def _inner_zone(name: str, zone: str | None) -> str | None:
    """The zone of an element's text: an annex keeps its hold on everything inside it."""
    return zone if zone == ANNEX else _ZONES.get(name, zone)


def _is_division(element: etree._Element | None) -> bool:
    return element is not None and etree.QName(element).localname in _DIVISIONS


def _flat(element: etree._Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split())
