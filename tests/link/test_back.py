"""Short names and words that point back."""

from __future__ import annotations

import pytest

from tests.texts import reading

HLC = "high-level-committee-on-south-south-cooperation"
CASES = [
    ("Recalling the High-level Committee on South-South Cooperation, and commending the Committee,", [HLC, HLC]),
    ("Requesting the Assembly to act,", ["general-assembly"]),
    ("Recalling the Charter,", ["charter-of-the-united-nations"]),
    ("Recalling the Committee,", []),
    (
        "Recalling the Special Rapporteur on the right to food, and thanking the mandate holder,",
        ["special-rapporteur-on-the-right-to-food"] * 2,
    ),
    (
        "Recalling its resolutions 60/1 and 60/2, and acting in accordance with those resolutions,",
        ["A/RES/60/1", "A/RES/60/2", "A/RES/60/1", "A/RES/60/2"],
    ),
    (
        "Recalling its resolutions 60/1 and 60/2, and affirming that resolution,",
        ["A/RES/60/1", "A/RES/60/2", "A/RES/60/2"],
    ),
    ("Recalling those resolutions,", [None]),
]


@pytest.mark.parametrize(("paragraph", "targets"), CASES)
def test_pointing_back(paragraph: str, targets: list[str | None]) -> None:
    assert [c.target for c in reading(paragraph).citations] == targets


def test_a_qualifier_chooses_between_things_of_one_name() -> None:
    cited = reading(
        "Recalling the Nairobi outcome document of the High-level United Nations Conference on South-South Cooperation "
        "and the Buenos Aires outcome document of the second High-level United Nations Conference on South-South "
        "Cooperation,\n\n1. Decides to apply the outcome document of the second High-level Conference."
    ).citations
    assert cited[-1].label == (
        "Buenos Aires outcome document of the second High-level United Nations Conference on South-South Cooperation"
    )


IBID = [
    ("1 A/55/74, annex II.\n2 Ibid., annex I.", ("A/55/74", "annex I")),
    ("1 A/55/74, annex II.\n2 Ibid.", ("A/55/74", None)),
    ("1 Official Records of the General Assembly, Sixtieth Session, Supplement No. 39 (A/60/39).\n"
     "2 Ibid., Sixty-first Session, Supplement No. 39 (A/61/39), chap. I.", ("A/61/39", "chap. I")),
    ("1 United Nations, Treaty Series, vol. 1577, No. 27531.\n2 Ibid., vol. 2171, No. 27532.", ("UNTS 27532", None)),
    ("1 See resolution 60/1.\n2 Ibid., para. 4.", ("A/RES/60/1", "para. 4")),
]  # fmt: skip


@pytest.mark.parametrize(("notes", "expected"), IBID)
def test_ibid_stands_for_the_source_of_the_note_before(notes: str, expected: tuple[str, str | None]) -> None:
    cited = reading("Recalling the Volta Pathway,1 and the Niger Pathway,2", notes).citations
    assert [(c.target, c.part) for c in cited if c.where == "FN2"] == [expected]


def test_a_definition_in_the_text_binds_a_short_name_for_good() -> None:
    cited = reading(
        "Recalling the United Nations Convention on the Law of the Sea (the Convention) and the Convention on the "
        "Rights of the Child,\n\n1. Decides to apply the Convention."
    ).citations
    assert cited[-1].target == "united-nations-convention-on-the-law-of-the-sea"


def test_a_bare_head_is_not_left_to_a_name_that_no_gazetteer_knows() -> None:
    cited = reading("Recalling the Volta Committee on Fish,\n\n1. Requests the Committee to act.").citations
    assert [c.target for c in cited if c.where == "OP1"] == []


def test_ibid_in_another_volume_stays_open() -> None:
    notes = "1 A/55/74, annex II.\n2 Ibid., Thirty-second Year, 1983rd meeting."
    cited = reading("Recalling the Volta Pathway,1 and the Niger Pathway,2", notes).citations
    assert [(c.target, c.method) for c in cited if c.where == "FN2"] == [(None, "ibid. in another volume")]
