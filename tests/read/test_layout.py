"""Plain text as converters give it: furniture, columns, marks in every setting, notes with and without a rule."""

from __future__ import annotations

import pytest

from kg.model import Document
from kg.read import Source, read_source

HEAD = "62/301. Small islands\n\nThe General Assembly,\n\n"


def _read(text: str) -> Document:
    return read_source(Source("layout.txt", text.encode()))


def _labelled(document: Document, *prefixes: str) -> list[tuple[str, str]]:
    found = [(p.label, document.text[p.span.start : p.span.end]) for p in document.paragraphs]
    return [item for item in found if item[0].startswith(prefixes or ("",))]


def _calls(document: Document) -> dict[str, list[str]]:
    return {note.mark: [call.where for call in note.calls] for note in document.footnotes}


FURNITURE = (
    "/...",
    "…",
    "- 3 -",
    "2/8",
    "Page 3 of 8",
    "*0747511*",
    "07-47511 (E)    070108",
    "07-47511 (E) *0747511*",
    "18-16900 2/8",
    "17",
    "Please recycle",
)


@pytest.mark.parametrize("line", FURNITURE)
def test_page_furniture_is_left_out(line: str) -> None:
    document = _read(f"{HEAD}Recalling its resolution on the islands and\n\n{line}\n\f\nharbours of the region,\n")
    assert _labelled(document, "PP") == [("PP1", "Recalling its resolution on the islands and harbours of the region,")]


def test_running_heads_are_left_out() -> None:
    cover = "United Nations                 A/RES/62/301\nGeneral Assembly          Distr.: General\n"
    page = "\fA/RES/62/301                       Small islands\n\n"
    document = _read(f"{cover}\n{HEAD}Recalling the islands and{page}their harbours,\n\n1. Notes the fact.\n")
    assert document.symbol == "A/RES/62/301"
    assert [text for _, text in _labelled(document, "COVER")] == [
        "United Nations",
        "A/RES/62/301",
        "General Assembly",
        "Distr.: General",
    ]
    assert _labelled(document, "PP") == [("PP1", "Recalling the islands and their harbours,")]


@pytest.mark.parametrize(
    ("called", "note"),
    [
        ("islands,1", "1 See"),
        ("islands, 1", "1 See"),
        ("islands,¹", "¹ See"),
        ("islands 1 and boats,", "1 See"),
        ("islands1 and boats,", "1 See"),
        ("islands, 1/", "1/ See"),
        ("islands ;1", "1See"),
        ("“islands”1 of boats,", "1 See"),
        ("islands, 1", "1\nSee"),
    ],
)
def test_marks_in_every_setting(called: str, note: str) -> None:
    document = _read(f"{HEAD}Recalling the {called}\n\n1. Notes the fact.\n\n____________\n{note} A/62/295.\n")
    assert _calls(document) == {"1": ["PP1"]}
    assert "1" not in _labelled(document, "PP")[0][1]
    note_text = document.footnotes[0].span
    assert document.text[note_text.start : note_text.end] == "See A/62/295."


@pytest.mark.parametrize(
    "sentence",
    ["on 1 March 2007 the islands,", "in paragraph 1 of its text,", "adopted by 1 vote,", "in annex No. 1 to it,"],
)
def test_numbers_that_are_no_marks_stay(sentence: str) -> None:
    document = _read(f"{HEAD}Recalling {sentence}\n\n1. Notes the islands.1\n\n____________\n1 See A/62/295.\n")
    assert _calls(document) == {"1": ["OP1"]}
    assert _labelled(document, "PP") == [("PP1", f"Recalling {sentence}")]


def test_a_mark_after_punctuation_counts_more_than_a_number_after_a_word() -> None:
    text = f"{HEAD}Recalling the boat Alpha 1 and its islands, 1\n\n1. Notes them.\n\n____\n1 See A/62/295.\n"
    assert _labelled(_read(text), "PP") == [("PP1", "Recalling the boat Alpha 1 and its islands,")]


def test_a_note_runs_on_to_the_end_of_its_page() -> None:
    notes = "____\n1 See A/62/295.\n   (a) A/62/296.\n   also A/62/297.\n"
    document = _read(f"{HEAD}Recalling the islands,1\n\n{notes}\f1. Notes the fact.\n")
    (note,) = document.footnotes
    assert document.text[note.span.start : note.span.end] == "See A/62/295. (a) A/62/296. also A/62/297."
    assert _labelled(document, "OP") == [("OP1", "1. Notes the fact.")]


def test_a_mark_is_called_again() -> None:
    document = _read(
        f"{HEAD}Recalling the islands,1\n\n1. Notes the boats;2\n\n2. Notes the islands.1\n\n___\n1 One.\n2 Two.\n"
    )
    assert _calls(document) == {"1": ["PP1", "OP2"], "2": ["OP1"]}


def test_marks_that_start_again_on_each_page_call_their_own_notes() -> None:
    page = "{} the islands,1 and the boats{}\n\n____________\n1 See A/62/{}.\n"
    document = _read(HEAD + page.format("Recalling", ",", 1) + "\f" + page.format("1. Notes", ".", 2))
    assert [[call.where for call in note.calls] for note in document.footnotes] == [["PP1"], ["OP1"]]


def test_notes_without_a_rule_at_the_end_of_the_text() -> None:
    text = (
        "Resolution 930 (1994)\nof 16 June 1994\n\nThe Security Council,\n\n"
        "Taking note of the report dated\n31 May 1994, 48\n\n"
        "1. Extends the force once more.\n\nAdopted at the 3080th meeting by 14 votes to none. 49\n\n\n"
        "48 Ibid., document S/1994/723.\n49 One member (Ruritania) did not\nparticipate in the voting.\n"
    )
    document = _read(text)
    assert (document.symbol, document.date, document.meeting) == ("S/RES/930(1994)", "1994-06-16", "3080th")
    assert _calls(document) == {"48": ["PP1"], "49": ["CLOSING"]}
    last = document.footnotes[1].span
    assert document.text[last.start : last.end] == "One member (Ruritania) did not participate in the voting."


def test_words_broken_at_a_hyphen() -> None:
    document = _read(
        f"{HEAD}Recalling the Fund for South-\nSouth Cooperation and the long-\n\n____\n1 One.\n\fterm plan,\n"
    )
    assert _labelled(document, "PP") == [
        ("PP1", "Recalling the Fund for South-South Cooperation and the long-term plan,")
    ]


def test_notes_called_nowhere_and_missing_notes_are_told() -> None:
    document = _read(f"{HEAD}Recalling the islands,\n\n1. Notes the boats.\n\n____\n1 See A/62/295.\n")
    assert document.notes == ("footnote 1 is called nowhere",)
    document = _read(f"{HEAD}Recalling the islands,1\n\n1. Notes the boats.2\n")
    assert document.notes == ("notes that are called, but not there: 1, 2",)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_ends_of_all_systems(newline: str) -> None:
    document = _read(f"{HEAD}Recalling the islands and\nharbours,\n\n1. Notes the fact.\n".replace("\n", newline))
    assert [label for label, _ in _labelled(document)] == ["TITLE", "FORMULA", "PP1", "OP1"]
