"""Labels: which paragraph is which, in the forms that eighty years of drafting have left."""

from __future__ import annotations

import pytest

from kg.read import Source, read_source

GA, SC = "The General Assembly,", "The Security Council,"

CASES = {
    "plain": (
        ["62/1. Boats", GA, "Recalling boats,", "1. Notes boats;", "2. Decides.", "3rd plenary meeting", "4 May 2007"],
        ["TITLE", "FORMULA", "PP1", "OP1", "OP2", "CLOSING", "CLOSING"],
    ),
    "items": (
        [GA, "1. Requests:", "(a) One;", "(b) Two:", "(i) Three;", "(ii) Four;", "(c) Five;", "2. Notes six."],
        ["FORMULA", "OP1", "OP1(a)", "OP1(b)", "OP1(b)(i)", "OP1(b)(ii)", "OP1(c)", "OP2"],
    ),
    "letters up to i": (
        [GA, "1. Requests:", *(f"({letter}) Thing;" for letter in "abcdefghij")],
        ["FORMULA", "OP1", *(f"OP1({letter})" for letter in "abcdefghij")],
    ),
    "a lone operative paragraph": ([GA, "Recalling boats,", "Decides to float."], ["FORMULA", "PP1", "OP1"]),
    "a verb nobody listed": ([GA, "Recalling boats,", "Transmits them."], ["FORMULA", "PP1", "OP1"]),
    "several unnumbered": ([GA, "Notes boats;", "Decides to float."], ["FORMULA", "OP1", "OP2"]),
    "recitals before the formula": (
        [
            "21 (1947). Resolution of 2 April 1947",
            "[S/318]",
            "Whereas boats float; and",
            "Whereas they sink,",
            SC,
            "Decides.",
        ],
        ["TITLE", "TITLE", "PP1", "PP2", "FORMULA", "OP1"],
    ),
    "formula with a word before it": (
        ["4 (1946). Resolution of 29 April 1946", "Boats float.", "Therefore the Security Council,", "Notes them."],
        ["TITLE", "PP1", "FORMULA", "OP1"],
    ),
    "sections start the numbers again": (
        [GA, "I", "Recalling boats,", "1. Notes them;", "II", "Recalling ships,", "1. Notes them."],
        ["FORMULA", "SECTION", "PP1", "OP1", "SECTION", "PP2", "OP1"],
    ),
    "headings between numbered paragraphs": (
        [GA, "1. Notes boats;", "Follow-up and review", "2. Decides to float."],
        ["FORMULA", "OP1", "SECTION", "OP2"],
    ),
    "annex": (
        [GA, "1. Adopts the text.", "3rd meeting", "Annex", "The General Assembly,", "1. All boats float."],
        ["FORMULA", "OP1", "CLOSING", "ANNEX", "FORMULA", "ANNEX"],
    ),
    "damaged numbers": (
        [GA, "i. Notes boats;", "2, Requests rest;", "3. Decides to float."],
        ["FORMULA", "OP1", "OP2", "OP3"],
    ),
    "a meeting named in the preamble closes nothing": (
        [GA, "Having considered, at its 5th meeting, boats,", "1. Notes them."],
        ["FORMULA", "PP1", "OP1"],
    ),
}


def _labels(blocks: list[str]) -> list[str]:
    document = read_source(Source("structure.txt", "\n\n".join(blocks).encode()))
    return [paragraph.label for paragraph in document.paragraphs]


@pytest.mark.parametrize("name", CASES)
def test_labels(name: str) -> None:
    blocks, labels = CASES[name]
    assert _labels(blocks) == labels


@pytest.mark.parametrize(
    "lines",
    [
        "Resolution 375 (1975)\nof 22 September 1975\nThe Security Council,\n\nHaving seen boats, 4\nRecommends rest.",
        "Resolution 375 (1975)\nof 22 September 1975\n\nThe Security Council\nHaving seen boats,\n\nRecommends rest.",
    ],
)
def test_formula_glued_to_its_neighbours(lines: str) -> None:
    document = read_source(Source("glued.txt", lines.encode()))
    assert [p.label for p in document.paragraphs] == ["COVER", "FORMULA", "PP1", "OP1"]
    assert document.symbol == "S/RES/375(1975)"
    assert document.date == "1975-09-22"


@pytest.mark.parametrize(
    ("cover", "title", "symbol"),
    [
        ("A/RES/75/290 A", "75/290. Boats", "A/RES/75/290A"),
        ("A/RES/75/101 A-B", "75/101. Boats", "A/RES/75/101"),
        ("A/DEC/76/553 A and B", "76/553 A and B. Boats", "A/DEC/76/553"),
        ("S/PRST/2020/11", "Statement by the President of the Security Council", "S/PRST/2020/11"),
        ("E/RES/2021/2 B", "2021/2. Boats", "E/RES/2021/2B"),
    ],
)
def test_symbol_on_the_cover(cover: str, title: str, symbol: str) -> None:
    text = f"United Nations\n\n{cover}\n\n{title}\n\nThe General Assembly,\n\n1. Notes boats.\n"
    assert read_source(Source("cover.txt", text.encode())).symbol == symbol


def test_identity_of_a_modern_resolution() -> None:
    text = "62/301. Boats\n\nThe General Assembly,\n\nNotes boats.\n\n78th plenary meeting\n\n19 December 2007\n"
    document = read_source(Source("identity.txt", text.encode()))
    assert (document.symbol, document.organ, document.title) == ("A/RES/62/301", "general-assembly", "Boats")
    assert (document.date, document.session, document.meeting) == ("2007-12-19", "62", "78th")
    assert document.notes == ()


def test_a_text_that_is_no_resolution_is_read_and_says_so() -> None:
    document = read_source(Source("letter.txt", b"Dear Sir,\n\nSee resolution 62/209.\n\nYours faithfully.\n"))
    assert document.notes[0] == "no symbol found"
    assert document.notes[1].startswith("no resolution")
    assert "resolution 62/209" in document.text
