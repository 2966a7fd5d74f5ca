"""DOCX: numbers that Word counts, notes, tracked changes, tables, text boxes, and what cannot be read."""

from __future__ import annotations

from contextlib import suppress
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.model import Document
from kg.read import Source, read_source
from kg.read.numbering import Level, Numbering, written
from tests.read.rendering import NUMBERING, docx, package
from tests.read.resolutions import HARBOURS

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def _t(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def _p(inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def _listed(depth: int, number: int = 1) -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


def _body(inner: str) -> str:
    head = "".join(_p(_t(text)) for text in ("A/RES/71/399", "71/399. Boats", "The General Assembly,"))
    return f"<w:document {_W} {_MC}><w:body>{head}{inner}</w:body></w:document>"


def _read(inner: str, **parts: str) -> Document:
    named = {f"word/{name}.xml": content for name, content in parts.items()}
    return read_source(Source("own.docx", package({"word/document.xml": _body(inner), **named})))


def _texts(document: Document) -> list[str]:
    """The texts of the paragraphs below the enacting formula."""
    return [document.text[item.span.start : item.span.end] for item in document.paragraphs][3:]


RUNS = {
    "inserted": (f"{_t('Notes ')}<w:ins>{_t('new ')}</w:ins>{_t('boats.')}", "Notes new boats."),
    "deleted": (f"{_t('Notes ')}<w:del><w:r><w:delText>old </w:delText></w:r></w:del>{_t('boats.')}", "Notes boats."),
    "moved away": (f"{_t('Notes boats')}<w:moveFrom>{_t(' and ships')}</w:moveFrom>{_t('.')}", "Notes boats."),
    "moved here": (f"{_t('Notes boats')}<w:moveTo>{_t(' and ships')}</w:moveTo>{_t('.')}", "Notes boats and ships."),
    "hidden": (f"{_t('Notes ')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>not </w:t></w:r>{_t('boats.')}", "Notes boats."),
    "tab and break": (
        "<w:r><w:t>Notes</w:t><w:tab/><w:t>boats</w:t><w:br/><w:t>here.</w:t></w:r>",
        "Notes boats here.",
    ),
    "hyphens": ("<w:r><w:t>low</w:t><w:noBreakHyphen/><w:t>co</w:t><w:softHyphen/><w:t>st.</w:t></w:r>", "low-cost."),
    "field": (f"<w:r><w:instrText>REF x</w:instrText></w:r>{_t('Notes boats.')}", "Notes boats."),
    "link": (f"{_t('See ')}<w:hyperlink>{_t('resolution 70/1')}</w:hyperlink>{_t('.')}", "See resolution 70/1."),
    "control": (f"<w:sdt><w:sdtContent>{_t('Notes boats.')}</w:sdtContent></w:sdt>", "Notes boats."),
    "words cut into runs": (f"{_t('Res')}{_t('olution 7')}{_t('0/1.')}", "Resolution 70/1."),
}


@pytest.mark.parametrize("name", RUNS)
def test_runs(name: str) -> None:
    inner, expected = RUNS[name]
    assert _texts(_read(_p(inner))) == [expected]


def test_a_deleted_paragraph_mark_joins_paragraphs() -> None:
    inner = _p(_t("Notes boats "), "<w:rPr><w:del/></w:rPr>") + _p(_t("and ships."))
    assert _texts(_read(inner)) == ["Notes boats and ships."]


def test_numbers_are_counted_as_word_counts_them() -> None:
    items = [
        (0, "Decides:"),
        (1, "to sail:"),
        (2, "north;"),
        (2, "south;"),
        (1, "to stay;"),
        (0, "Requests:"),
        (1, "rest."),
    ]
    document = _read("".join(_p(_t(text), _listed(depth)) for depth, text in items), numbering=NUMBERING)
    assert _texts(document) == [
        "1. Decides:",
        "(a) to sail:",
        "(i) north;",
        "(ii) south;",
        "(b) to stay;",
        "2. Requests:",
        "(a) rest.",
    ]
    assert [item.label for item in document.paragraphs][3:] == [
        "OP1",
        "OP1(a)",
        "OP1(a)(i)",
        "OP1(a)(ii)",
        "OP1(b)",
        "OP2",
        "OP2(a)",
    ]


def test_numbers_by_style_and_without_text() -> None:
    style = (
        f'<w:styles {_W}><w:style w:styleId="Base"><w:pPr>{_listed(0)}</w:pPr></w:style>'
        '<w:style w:styleId="Own"><w:basedOn w:val="Base"/></w:style></w:styles>'
    )
    own, none = '<w:pStyle w:val="Own"/>', '<w:pStyle w:val="Own"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    inner = _p(_t("Notes boats;"), own) + _p("", own) + _p(_t("Notes ships;"), own) + _p(_t("and rafts."), none)
    assert _texts(_read(inner, numbering=NUMBERING, styles=style)) == [
        "1. Notes boats;",
        "2. Notes ships;",
        "and rafts.",
    ]


@pytest.mark.parametrize(
    ("count", "form", "expected"),
    [
        (3, "decimal", "3"),
        (3, "decimalZero", "03"),
        (26, "lowerLetter", "z"),
        (28, "lowerLetter", "bb"),
        (2, "upperLetter", "B"),
        (14, "lowerRoman", "xiv"),
        (1999, "upperRoman", "MCMXCIX"),
        (0, "lowerRoman", "0"),
        (7, "chicago", "7"),
    ],
)
def test_written(count: int, form: str, expected: str) -> None:
    assert written(count, form) == expected


def test_bullets_and_unknown_lists_print_nothing() -> None:
    numbering = Numbering({"1": ("kind 1", {0: Level(1, "bullet", "•")})})
    assert (numbering.next("1", 0), numbering.next("1", 5), numbering.next("9", 0)) == ("", "", "")


def test_a_list_with_a_start_of_its_own_begins_anew() -> None:
    own = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        "</w:lvlOverride></w:num>"
    )
    inner = _p(_t("Notes a;"), _listed(0)) + _p(_t("Notes b;"), _listed(0, 2)) + _p(_t("Notes c."), _listed(0))
    document = _read(inner, numbering=NUMBERING.replace("</w:numbering>", own + "</w:numbering>"))
    assert _texts(document) == ["1. Notes a;", "5. Notes b;", "2. Notes c."]


def _notes(part: str, **texts: str) -> str:
    item = part.removesuffix("s")
    inner = "".join(f'<w:{item} w:id="{name[1:]}">{_p(_t(text))}</w:{item}>' for name, text in texts.items())
    return f'<w:{part} {_W}><w:{item} w:type="separator" w:id="0">{_p(_t("___"))}</w:{item}>{inner}</w:{part}>'


def _called(document: Document) -> list[tuple[str, str, list[str]]]:
    return [
        (note.mark, document.text[note.span.start : note.span.end], [call.where for call in note.calls])
        for note in document.footnotes
    ]


def _call(identity: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{identity}"/></w:r>'


def test_notes_are_numbered_by_their_first_calls() -> None:
    inner = _p(_t("1. Notes boats,") + _call(7) + _t(" and ships;") + _call(3)) + _p(_t("2. Notes rafts.") + _call(7))
    document = _read(inner, footnotes=_notes("footnotes", n3="See A/70/1.", n7="See A/70/2.", n9="Unused."))
    assert _called(document) == [("1", "See A/70/2.", ["OP1", "OP2"]), ("2", "See A/70/1.", ["OP1"])]
    assert _texts(document)[0] == "1. Notes boats, and ships;"


def test_marks_of_the_author_and_endnotes() -> None:
    star = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    inner = _p(_t("1. Notes boats;") + star) + _p(_t("2. Notes rafts.") + _call(2) + _call(1, "endnote"))
    document = _read(
        inner,
        footnotes=_notes("footnotes", n1="* Reissued.", n2="See A/70/1."),
        endnotes=_notes("endnotes", n1="Ibid."),
    )
    assert _called(document) == [
        ("*", "Reissued.", ["OP1"]),
        ("1", "See A/70/1.", ["OP2"]),
        ("i", "Ibid.", ["OP2"]),
    ]


def test_a_raised_digit_calls_again_and_other_raised_text_stays() -> None:
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{}</w:t></w:r>'
    inner = _p(_t("1. Notes boats;") + _call(1)) + _p(
        _t("2. Notes rafts") + raised.format("1") + _t(" of the 2") + raised.format("nd") + _t(" class.")
    )
    document = _read(inner, footnotes=_notes("footnotes", n1="See A/70/1."))
    assert _called(document) == [("1", "See A/70/1.", ["OP1", "OP2"])]
    assert _texts(document)[1] == "2. Notes rafts of the 2nd class."


def test_tables_and_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent>{_p(_t('In a box.'))}</w:txbxContent>"
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    cells = "".join(f"<w:tc>{_p(_t(text))}</w:tc>" for text in ("Boats", "70/1"))
    inner = _p(_t("Notes boats.") + drawing) + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    assert _texts(_read(inner)) == ["Notes boats.", "In a box.", "Boats", "70/1"]


def test_the_main_part_is_where_the_package_says() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relations = f'<Relationships><Relationship Type="{kind}" Target="/text/main.xml"/></Relationships>'
    content = package({"_rels/.rels": relations, "text/main.xml": _body(_p(_t("Notes boats.")))})
    assert _texts(read_source(Source("own.docx", content))) == ["Notes boats."]


_FRENCH = "Réaffirmant sa résolution et les navires du port " * 30
_XXE = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
BAD = {
    "no document": ({"a.txt": "boats"}, "is a ZIP file, but no DOCX document"),
    "another document": ({"word/document.xml": "<workbook/>"}, "is a ZIP file, but no DOCX document"),
    "malformed": ({"word/document.xml": "<w:document>"}, "word/document.xml: holds malformed XML"),
    "a bomb": ({"word/document.xml": "<a>" + " " * 40_000_000 + "</a>"}, "unpacks to 40,000,007 bytes"),
    "too dense": ({"word/document.xml": "<a>" + " " * 5_000_000 + "</a>"}, "unpacks to 5,000,007 bytes"),
    "empty": ({"word/document.xml": f"<w:document {_W}><w:body/></w:document>"}, "holds no text"),
    "entities": (
        {
            "word/document.xml": _XXE
            + f"<w:document {_W}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
        },
        "holds no text",
    ),
    "French": (
        {"word/document.xml": f"<w:document {_W}>{_p(_t(_FRENCH))}</w:document>"},
        "does not look like English text",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_one_line(name: str) -> None:
    parts, fault = BAD[name]
    with pytest.raises(ReadError) as caught:
        read_source(Source("own.docx", package(parts)))
    assert str(caught.value).startswith("own.docx")
    assert fault in str(caught.value)
    assert "\n" not in str(caught.value)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_files_are_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(docx(HARBOURS))
    for _ in range(data.draw(st.integers(0, 4))):
        content[data.draw(st.integers(4, len(content) - 1))] = data.draw(st.integers(0, 255))
    del content[data.draw(st.integers(4, len(content))) :]
    with suppress(ReadError):
        read_source(Source("own.docx", bytes(content)))
