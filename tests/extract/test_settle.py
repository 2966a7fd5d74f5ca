"""Where extractors overlap: an earlier one keeps its words, open sets hold others."""

from __future__ import annotations

from kg import extract
from kg.model import Kind
from tests.texts import quotes, reading, snippet


def test_an_organ_inside_a_numbered_resolution_is_no_mention() -> None:
    document = snippet("Recalling General Assembly resolution 60/251 and the General Assembly")
    assert quotes(document, extract.find(document)) == ["General Assembly resolution 60/251", "General Assembly"]


def test_official_records_hold_no_organ() -> None:
    document = snippet("Official Records of the General Assembly, Sixtieth Session, Supplement No. 39 (A/60/39).")
    assert quotes(document, extract.find(document)) == ["A/60/39"]


def test_an_open_set_holds_the_body_it_names() -> None:
    document = snippet("Recalling all resolutions of the Commission on Human Rights on this subject")
    found = extract.find(document)
    assert [m.kind for m in found] == [Kind.OPENSET, Kind.BODY]


def test_cover_formula_and_closing_lines_cite_nothing() -> None:
    cited = reading("Recalling its resolution 60/1,\n\n1. Decides to remain seized of the matter.")
    assert [(c.where, c.target) for c in cited.citations] == [("PP1", "A/RES/60/1")]
