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
