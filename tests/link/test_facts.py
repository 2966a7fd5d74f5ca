"""Facts that a text states between two cited things."""

from __future__ import annotations

import pytest

from tests.texts import reading

CASES = [
    (
        "Recalling its resolution 33/134 of 19 December 1978, in which it endorsed the Volta Pathway,",
        "",
        ("Volta Pathway", "endorsedBy", "A/RES/33/134"),
    ),
    (
        "Recalling General Assembly resolution 70/1, by which the Assembly adopted the Volta Pathway,",
        "",
        ("Volta Pathway", "adoptedBy", "A/RES/70/1"),
    ),
    (
        "Recalling the Volta Pathway adopted by the Security Council,",
        "",
        ("Volta Pathway", "adoptedBy", "Security Council"),
    ),
    ("Recalling the Volta Pathway,1", "1 See resolution 60/1.", ("Volta Pathway", "issuedAs", "A/RES/60/1")),
    ("Recalling the Volta Pathway,1", "1 Resolution 69/15, annex.", ("Volta Pathway", "containedIn", "A/RES/69/15")),
    ("Recalling the Volta Pathway,1", "1 A/55/74, annex II.", ("Volta Pathway", "containedIn", "A/55/74")),
    (
        "Recalling the Kampala Convention on Lakes,1",
        "1 United Nations, Treaty Series, vol. 1771, No. 30822.",
        ("Kampala Convention on Lakes", "registeredAs", "UNTS 30822"),
    ),
    (
        "Taking note of the report of the Secretary-General on lakes,1",
        "1 A/62/295.",
        ("A/62/295", "reportOf", "Secretary-General"),
    ),
    (
        "Recalling the Kampala Declaration on Lakes, as contained in resolution 60/1,",
        "",
        ("Kampala Declaration on Lakes", "containedIn", "A/RES/60/1"),
    ),
    (
        "Recalling the Human Rights Council established by General Assembly resolution 60/251,",
        "",
        ("Human Rights Council", "establishedBy", "A/RES/60/251"),
    ),
    (
        "Recalling the Kampala Declaration on Lakes, as amended by resolution 60/1,",
        "",
        ("Kampala Declaration on Lakes", "amendedBy", "A/RES/60/1"),
    ),
    (
        "Recalling the Kampala Declaration on Lakes, replaced by the Niger Declaration on Rivers,",
        "",
        ("Kampala Declaration on Lakes", "supersededBy", "Niger Declaration on Rivers"),
    ),
    (
        "Reaffirming its resolution 70/1 of 25 September 2015, entitled “Our world: the Volta Pathway”,",
        "",
        ("Volta Pathway", "issuedAs", "A/RES/70/1"),
    ),
    (
        "Recalling the Lake Programme of Action adopted by the Kampala Summit,1",
        "1 A/55/74, annex II.",
        ("Lake Programme of Action", "containedIn", "A/55/74"),
    ),
]


@pytest.mark.parametrize(("body", "notes", "fact"), CASES)
def test_fact(body: str, notes: str, fact: tuple[str, str, str]) -> None:
    stated = {
        (f.subject.label or f.subject.target, f.predicate.value, f.object.label or f.object.target)
        for f in reading(body, notes).facts
    }
    assert fact in stated


def test_nothing_is_stated_by_mere_neighbours() -> None:
    assert reading("Recalling its resolution 33/134 and the Volta Pathway,").facts == ()


NOT_STATED = [
    ("Recalling resolution 73/244, entitled “Ending poverty to implement the Volta Pathway”,", "", "issuedAs"),
    ("Taking note of the report on support for the Volta Pathway,1", "1 A/74/193.", "containedIn"),
    ("Recalling the Volta Pathway and the Committee established pursuant to resolution 60/1,", "", "establishedBy"),
]


@pytest.mark.parametrize(("body", "notes", "predicate"), NOT_STATED)
def test_not_stated(body: str, notes: str, predicate: str) -> None:
    assert predicate not in {fact.predicate.value for fact in reading(body, notes).facts}
