"""AKN4UN XML: structure by elements, numbers, footnotes, sections, annexes, tables, and what is malformed."""

from __future__ import annotations

import pytest

from kg.errors import ReadError
from kg.model import Document
from kg.read import Source, read_source

_NS = 'xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"'
_COVER = '<coverPage><p>United Nations</p><p class="upperRight">A/RES/70/301</p></coverPage>'
_PREFACE = "<preface><p><docNumber>70/301.</docNumber><docTitle>Boats</docTitle></p></preface>"
_FORMULA = '<formula name="enactingFormula"><p>The General Assembly,</p></formula>'


def _xml(body: str, *, cover: str = _COVER, preamble: str = "", language: str = "eng") -> str:
    expression = f'<FRBRExpression><FRBRlanguage language="{language}"/></FRBRExpression>'
    meta = f"<meta><identification>{expression}</identification></meta>"
    head = f"{cover}{_PREFACE}<preamble>{_FORMULA}{preamble}</preamble>"
    return f'<akomaNtoso {_NS}><statement name="resolution">{meta}{head}{body}</statement></akomaNtoso>'


def _read(text: str) -> Document:
    return read_source(Source("own.xml", text.encode()))


def _labelled(document: Document, *prefixes: str) -> list[tuple[str, str]]:
    found = [(p.label, document.text[p.span.start : p.span.end]) for p in document.paragraphs]
    return [item for item in found if item[0].startswith(prefixes)]


def _paragraph(number: str, text: str) -> str:
    return f"<paragraph><num>{number}</num><content><p>{text}</p></content></paragraph>"


def test_identity_and_paragraphs() -> None:
    preamble = '<container name="Recalling"><p><span>Recalling</span> <a href="x">resolution 1 (I)</a>,</p></container>'
    closing = "<conclusions><p>101st plenary meeting</p><p>9 September 2016</p></conclusions>"
    document = _read(_xml(f"<mainBody>{_paragraph('1.', 'Notes boats.')}</mainBody>{closing}", preamble=preamble))
    assert (document.symbol, document.title, document.date) == ("A/RES/70/301", "Boats", "2016-09-09")
    assert _labelled(document, "TITLE", "PP", "OP") == [
        ("TITLE", "70/301. Boats"),
        ("PP1", "Recalling resolution 1 (I),"),
        ("OP1", "1. Notes boats."),
    ]


def test_the_date_is_that_of_adoption_not_of_distribution() -> None:
    lines = ("S/RES/2536 (2020)", "Distr.: General", "7 November 2017", "Resolution 2536 (2020)")
    adopted = "Adopted by the Security Council at its 8750th meeting, on 28 July 2020"
    cover = f"<coverPage>{''.join(f'<p>{line}</p>' for line in (*lines, adopted))}</coverPage>"
    assert _read(_xml("<mainBody><p>1. Notes boats.</p></mainBody>", cover=cover)).date == "2020-07-28"


def test_preamble_is_preambular_whatever_its_verb() -> None:
    preamble = "<container><p>Supports boats,</p></container><container><p>Calls upon ships,</p></container>"
    document = _read(_xml(f"<mainBody>{_paragraph('1.', 'Notes boats.')}</mainBody>", preamble=preamble))
    assert [label for label, _ in _labelled(document, "PP", "OP")] == ["PP1", "PP2", "OP1"]


def test_footnotes_and_marks_that_call_again() -> None:
    note = '<authorialNote marker="1"><p>See A/70/1.</p><p>And A/70/2.</p></authorialNote>'
    body = _paragraph("1.", f"Notes boats,{note} and ships;") + _paragraph("2.", "Notes rafts.<sup>1</sup>")
    document = _read(_xml(f"<mainBody>{body}</mainBody>"))
    (footnote,) = document.footnotes
    assert document.text[footnote.span.start : footnote.span.end] == "See A/70/1. And A/70/2."
    assert [(call.where, document.text[: call.offset].split()[-1]) for call in footnote.calls] == [
        ("OP1", "boats,"),
        ("OP2", "rafts."),
    ]
    assert _labelled(document, "OP") == [("OP1", "1. Notes boats, and ships;"), ("OP2", "2. Notes rafts.")]


def test_superscripts_that_are_no_marks_stay() -> None:
    document = _read(_xml(f"<mainBody>{_paragraph('1.', 'Notes the 3<sup>rd</sup> boat.')}</mainBody>"))
    assert _labelled(document, "OP") == [("OP1", "1. Notes the 3rd boat.")]


def test_sections_start_the_numbers_again_and_keep_their_own_preamble() -> None:
    note = '<authorialNote marker="1"><p>A/70/1.</p></authorialNote>'
    section = (
        "<section><num>{}</num><subheading>On boats</subheading>"
        f"<crossHeading><span>Having considered</span> the report{note},</crossHeading>"
        f"{_paragraph('1.', 'Notes boats.')}</section>"
    )
    document = _read(_xml(f"<mainBody>{section.format('I')}{section.format('II')}</mainBody>"))
    assert _labelled(document, "SECTION", "PP", "OP") == [
        ("SECTION", "I"),
        ("SECTION", "On boats"),
        ("PP1", "Having considered the report,"),
        ("OP1", "1. Notes boats."),
        ("SECTION", "II"),
        ("SECTION", "On boats"),
        ("PP2", "Having considered the report,"),
        ("OP1", "1. Notes boats."),
    ]
    assert [[call.where for call in note.calls] for note in document.footnotes] == [["PP1"], ["PP2"]]


def test_nested_items() -> None:
    points = (
        "<list><point><num>(b)</num><content><p>Two:</p></content><list><point><num>(i)</num><content><p>Three.</p>"
    )
    close = "</content></point></list></point></list>"
    body = f"<paragraph><num>1.</num><content><p>Notes:</p></content>{points}{close}</paragraph>"
    assert _labelled(_read(_xml(f"<mainBody>{body}</mainBody>")), "OP") == [
        ("OP1", "1. Notes:"),
        ("OP1(b)", "(b) Two:"),
        ("OP1(b)(i)", "(i) Three."),
    ]


def test_annexes_hold_everything_inside_and_tables_do_not_glue() -> None:
    table = "<table><tr><td><p>Boats</p></td><td>12</td></tr></table>"
    inside = f"<heading>Annex</heading>{_FORMULA}{_paragraph('1.', 'Row.')}{table}"
    annex = f"<attachments><attachment>{inside}</attachment></attachments>"
    document = _read(_xml(f"<mainBody>{_paragraph('1.', 'Notes boats.')}</mainBody>{annex}"))
    assert _labelled(document, "ANNEX") == [
        ("ANNEX", "Annex"),
        ("ANNEX", "1. Row."),
        ("ANNEX", "Boats"),
        ("ANNEX", "12"),
    ]
    assert [label for label, _ in _labelled(document, "OP")] == ["OP1"]


def test_decisions_have_operative_paragraphs_only() -> None:
    cover = "<coverPage><p>A/DEC/76/402</p></coverPage><preface><p>76/402. Boats</p></preface>"
    text = "At its 71st meeting, the General Assembly chose boats."
    body = f"<mainBody><paragraph><content><p>{text}</p></content></paragraph></mainBody>"
    document = _read(f'<akomaNtoso {_NS}><statement name="decision">{cover}{body}</statement></akomaNtoso>')
    assert document.symbol == "A/DEC/76/402"
    assert [label for label, _ in _labelled(document, "PP", "OP")] == ["OP1"]


def test_words_are_not_glued_to_dates() -> None:
    cover = "<coverPage><p>A/RES/70/301</p><p>Adopted on<docDate>5 July 2016</docDate></p></coverPage>"
    document = _read(_xml(f"<mainBody>{_paragraph('1.', 'Notes.')}</mainBody>", cover=cover))
    assert ("COVER", "Adopted on 5 July 2016") in _labelled(document, "COVER")


def test_no_text_is_lost() -> None:
    body = "<mainBody>Loose <strange>words <b>bold</b></strange> tail</mainBody>"
    assert [text for _, text in _labelled(_read(_xml(body)), "PP", "OP")] == ["Loose", "words bold", "tail"]


def test_malformed_xml_is_read_as_far_as_it_goes_and_says_so() -> None:
    text = _xml(f"<mainBody>{_paragraph('1.', 'Notes boats & ships.')}</mainBody>")
    document = _read(text)
    assert any(note.startswith("malformed XML, read as far as it goes (line 1)") for note in document.notes)
    assert [label for label, _ in _labelled(document, "OP")] == ["OP1"]


BAD = {
    "empty root": (f"<akomaNtoso {_NS}/>", "holds no text"),
    "another root": ("<html><body>404 Not Found</body></html>", "is no Akoma Ntoso document, its root is <html>"),
    "no XML": ("404 Not Found", "is no well-formed XML"),
    "French": (_xml("<mainBody/>", language="fra"), "language that cannot be read yet (fra)"),
    "deep": (
        f"<akomaNtoso {_NS}>" + "<section>" * 240 + "x" + "</section>" * 240 + "</akomaNtoso>",
        "nested more than",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_one_line(name: str) -> None:
    text, fault = BAD[name]
    with pytest.raises(ReadError) as caught:
        _read(text)
    assert fault in str(caught.value)
    assert str(caught.value).startswith("own.xml")
    assert "\n" not in str(caught.value)


def test_entities_are_not_expanded() -> None:
    dtd = '<!DOCTYPE akomaNtoso [<!ENTITY own "ha"><!ENTITY file SYSTEM "file:///etc/hostname">]>'
    document = _read(dtd + _xml(f"<mainBody>{_paragraph('1.', 'Notes &own; and &file; boats.')}</mainBody>"))
    assert _labelled(document, "OP") == [("OP1", "1. Notes and boats.")]


def test_a_bomb_of_entities_stays_small() -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    dtd = f'<!DOCTYPE akomaNtoso [<!ENTITY e0 "ha">{bomb}]>'
    document = _read(dtd + _xml(f"<mainBody>{_paragraph('1.', 'Notes &e11; boats.')}</mainBody>"))
    assert len(document.text) < 200
    assert "ha" not in document.text


def test_links_of_the_editors_stand_beside_the_text() -> None:
    linked = (
        '<a href="https://undocs.org/en/E/ESCAP/RES/72/7">72/7</a>, <a href="http://undocs.org/A/RES/70/1">70/1</a>, '
        '<a href="https://undocs.org/A/RES/71/1">71/1</a> and <a href="https://undocs.org/A/HRC/RES/71/1">71/1</a>, '
        '<a href="https://example.org/A/RES/9/9">9/9</a>'
    )
    document = _read(_xml(f"<mainBody>{_paragraph('1.', f'Notes resolutions {linked}.')}</mainBody>"))
    assert document.links == (("70/1", "A/RES/70/1"), ("72/7", "E/ESCAP/RES/72/7"))
    assert _labelled(document, "OP") == [("OP1", "1. Notes resolutions 72/7, 70/1, 71/1 and 71/1, 9/9.")]
