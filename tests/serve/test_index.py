"""The search index."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Kind
from kg.serve.index import Index
from kg.serve.things import Thing


def _thing(identity: str, name: str, kind: Kind, documents: int, *others: str) -> Thing:
    return Thing(f"urn:{identity}", identity, name, kind, None, None, others, documents, read=False, text=False)


INDEX = Index(
    [
        _thing("A/RES/62/209", "South-South cooperation", Kind.RESOLUTION, 3),
        _thing("A/RES/64/222", "Nairobi outcome document on South-South Cooperation", Kind.RESOLUTION, 40),
        _thing("A/62/209", "Report on fisheries", Kind.DOCUMENT, 0),
        _thing("body/unctad", "United Nations Conference on Trade and Development", Kind.BODY, 90, "UNCTAD", "CNUCED"),
        _thing("treaty/pact", "Café déclaration", Kind.TREATY, 1),
        _thing("A/RES/2200(XXI)A", "", Kind.RESOLUTION, 5),
    ]
)
FOUND = [
    ("62/209", ["A/RES/62/209", "A/62/209"]),
    ("A/RES/62/209", ["A/RES/62/209"]),
    ("a/res/62", ["A/RES/62/209"]),
    ("south-south", ["A/RES/64/222", "A/RES/62/209"]),
    ("SOUTH cooperation", ["A/RES/64/222", "A/RES/62/209"]),
    ("outcome south", ["A/RES/64/222"]),
    ("unctad", ["body/unctad"]),
    ("trade dev", ["body/unctad"]),
    ("cafe declaration", ["treaty/pact"]),
    ("CAFÉ", ["treaty/pact"]),
    ("2200 (XXI)", ["A/RES/2200(XXI)A"]),
    ("no such thing", []),
    ("", []),
    ("  ", []),
    ('"', []),
    ("*", []),
    ("fisheries OR trade", []),
    ("identity:62", []),
    ("NEAR(south cooperation)", []),
]


@pytest.mark.parametrize(("words", "expected"), FOUND)
def test_words(words: str, expected: list[str]) -> None:
    assert [each.identity for each in INDEX.find(words).things] == expected


def test_kinds_are_counted_and_chosen() -> None:
    hits = INDEX.find("62/209")
    assert hits.kinds == {Kind.DOCUMENT: 1, Kind.RESOLUTION: 1}
    assert (hits.total, INDEX.find("62/209", Kind.DOCUMENT).total) == (2, 1)
    assert [each.identity for each in INDEX.find("62/209", Kind.DOCUMENT).things] == ["A/62/209"]


def test_pages() -> None:
    assert [each.identity for each in INDEX.find("south-south", limit=1, offset=1).things] == ["A/RES/62/209"]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("A/RES/62/29", "A/RES/62/209"),
        ("Nairoby outcome", "A/RES/64/222"),
        ("conferance on trade", "body/unctad"),
        ("fishery", "A/62/209"),
    ],
)
def test_what_is_spelt_alike(words: str, first: str) -> None:
    assert INDEX.alike(words)[0].identity == first


@given(st.text())
def test_any_words_can_be_searched_for(words: str) -> None:
    assert INDEX.find(words).total <= len(INDEX.things)
    assert len(INDEX.alike(words, limit=2)) <= 2


@given(st.sampled_from(INDEX.things), st.text())
def test_a_symbol_finds_its_thing_whatever_else_is_there(thing: Thing, text: str) -> None:
    index = Index([thing, _thing(text, text, Kind.DOCUMENT, 0)])
    assert thing in index.find(thing.identity).things
