"""Paragraph lists of the mandate registry: what becomes of them, and what is refused."""

from __future__ import annotations

import json

import pytest

from kg import extract, link, read
from kg.errors import ReadError
from kg.model import Document
from kg.read.mandates import named
from kg.read.source import Source

NEIGHBOUR = [
    {"text": "<!-- Page 1 -->", "type": "frontmatter"},
    {"text": "1. Requests the Secretary-General to report on resolution 65/1;", "type": "frontmatter"},
    {"text": "89th plenary meeting\n9 September 2016", "type": "frontmatter"},
]
OWN = [
    {"text": "70/301.\tSmall  islands", "type": "title"},
    {"text": "The General Assembly,", "type": "paragraph", "paragraph_type": "preambular", "prefix": None},
    {"text": "Recalling its resolution 62/209 of 19 December\n2007,1", "type": "paragraph"},
    {"text": "Takes note of the report of the Secretary-General;", "type": "paragraph", "prefix": "1."},
    {"text": "Also takes note of decision 62/518;", "type": "paragraph", "prefix": "(a)"},
    {"text": "---", "type": "footer"},
    {"text": "1 See A/62/295.", "type": "backmatter"},
    {"text": "101st plenary meeting\n9 September 2016", "type": "backmatter"},
]
NEXT = [
    {"text": "70/302. Large islands", "type": "backmatter"},
    {"text": "Recalling its resolution 65/2,", "type": "backmatter"},
]


def listed(items: object, name: str = "A_RES_70_301.json") -> Document:
    return read.read_source(Source(name, json.dumps(items).encode()))


@pytest.mark.parametrize("before", [[], NEIGHBOUR])
@pytest.mark.parametrize("after", [[], NEXT])
def test_the_resolution_and_nothing_of_its_neighbours(before: list[object], after: list[object]) -> None:
    document = listed([*before, *OWN, *after])
    assert (document.symbol, document.title, document.organ) == ("A/RES/70/301", "Small islands", "general-assembly")
    assert document.date == "2016-09-09"
    texts = {each.label: document.text[each.span.start : each.span.end] for each in document.paragraphs}
    assert texts["PP1"] == "Recalling its resolution 62/209 of 19 December 2007,"
    assert texts["OP1"] == "1. Takes note of the report of the Secretary-General;"
    assert texts["OP1(a)"] == "(a) Also takes note of decision 62/518;"
    assert [(note.mark, [call.where for call in note.calls]) for note in document.footnotes] == [("1", ["PP1"])]
    cited = {each.target for each in link.link(document, extract.find(document)).citations}
    assert {"A/RES/62/209", "A/DEC/62/518", "A/62/295"} <= cited
    assert not {"A/RES/65/1", "A/RES/65/2"} & cited


def test_a_cover_is_kept() -> None:
    cover = {"text": "Resolution adopted by the General Assembly on 9 September 2016", "type": "frontmatter"}
    document = listed([cover, *OWN[:-1]])
    assert document.date == "2016-09-09"


def test_the_file_is_named_by_its_symbol() -> None:
    document = listed(OWN, "A_RES_70_301_B.json")
    assert document.symbol == "A/RES/70/301B"
    assert "the text says A/RES/70/301, the file is named by A/RES/70/301B" in document.notes
    assert listed(OWN, "downloaded.json").symbol == "A/RES/70/301"


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("A_RES_57_270_B.json", "A/RES/57/270B"),
        ("S_RES_1325(2000).json", "S/RES/1325(2000)"),
        ("A_RES_217(III)_A.json", "A/RES/217(III)A"),
        ("E_RES_1296_(XLIV).json", "E/RES/1296(XLIV)"),
        ("UNEP_EA.6_RES.13.json", "UNEP/EA.6/Res.13"),
        ("A_HRC_PRST_OS_12_1.json", "A/HRC/PRST/OS/12/1"),
        ("folder/A_71_818.json", "A/71/818"),
        ("notes.json", None),
    ],
)
def test_names_of_files(name: str, symbol: str | None) -> None:
    found = named(name)
    assert (str(found) if found else None) == symbol


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"{", "list.json, line 1: is no JSON that can be read"),
        (b"{}", "list.json: is no list of paragraphs, each with a text"),
        (b'["a"]', "list.json: is no list of paragraphs, each with a text"),
        (b'[{"text": 5}]', "list.json: is no list of paragraphs, each with a text"),
        (b"[]", "list.json: the list of paragraphs is empty"),
        (b'[{"text": " \\n <!-- Page 1 -->"}]', "list.json: the list of paragraphs is empty"),
        (b"[" * 100_000, "list.json: is nested too deeply"),
        (b"\x00\x01", "list.json, byte 0: is no text (binary data)"),
    ],
)
def test_what_is_no_such_list(content: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as refused:
        read.read_source(Source("list.json", content))
    assert str(refused.value) == reason
