"""Names of States in lists of sponsors and voters, and names of bodies as library headings write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.metadata import Party
from kg.read.parties import body, parties, party

UK = "united-kingdom-of-great-britain-and-northern-ireland"
G77 = Party("Group of 77 and China", "group-of-77-and-china")


@pytest.mark.parametrize(
    ("listing", "slugs"),
    [
        ("", []),
        ("Cuba", ["cuba"]),
        ("CUBA, FRANCE", ["cuba", "france"]),
        ("Cuba,  France and Peru", ["cuba", "france", "peru"]),
        ("Cuba, France, and Peru", ["cuba", "france", "peru"]),
        ("Cuba, Cuba and Cuba", ["cuba"]),
        ("Suriname and Trinidad and Tobago", ["suriname", "trinidad-and-tobago"]),
        ("Trinidad and Tobago and Uruguay", ["trinidad-and-tobago", "uruguay"]),
        ("Turkey and United Kingdom of Great Britain and Northern Ireland", ["turkiye", UK]),
        ("UNITED KINGDOM", [UK]),
        ("Iran (Islamic Republic of) and Iraq", ["iran-islamic-republic-of", "iraq"]),
        ("Peru and Togo. - Lebanon was removed from the list of sponsors", ["peru", "togo"]),
        ("Cuba, Guinea -Bissau", ["cuba", None]),
        ("submitted by the Chair of the Committee", [None]),
    ],
)
def test_lists(listing: str, slugs: list[str | None]) -> None:
    assert [each.slug for each in parties(listing)] == slugs


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Peru", Party("Peru", "peru")),
        (
            "Bolivia (Plurinational State of)",
            Party("Bolivia (Plurinational State of)", "bolivia-plurinational-state-of"),
        ),
        (
            "Guyana (on behalf of the States Members that are members of the Group of 77 and China)",
            Party("Guyana", "guyana", G77),
        ),
        ("Guyana (on behalf of the Group of 77 and China)", Party("Guyana", "guyana", G77)),
        ("Guyana (on behalf of the Friends of Boats)", Party("Guyana", "guyana", Party("Friends of Boats"))),
        ("Iran (Islamic Republic of) (A/74/368)", Party("Iran (Islamic Republic of)", "iran-islamic-republic-of")),
        ("Atlantis (on behalf of Lemuria)", Party("Atlantis (on behalf of Lemuria)")),
    ],
)
def test_one(name: str, expected: Party) -> None:
    assert party(name) == expected


def test_group_in_a_list() -> None:
    listing = "Kazakhstan and Guyana (on behalf of the Group of 77 and China) and Peru"
    assert parties(listing) == (
        Party("Kazakhstan", "kazakhstan"),
        Party("Guyana", "guyana", G77),
        Party("Peru", "peru"),
    )


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Third Committee", "social-humanitarian-and-cultural-committee"),
        ("UN. Commission for Social Development", "commission-for-social-development"),
        ("\u200bUN. Statistical Commission", "statistical-commission"),
        ("UN Forum on Forests", "united-nations-forum-on-forests"),
        (
            "UN. Economic and Social Council. Committee of Experts on Public Administration",
            "committee-of-experts-on-public-administration",
        ),
        ("UN. ESCAP", "economic-and-social-commission-for-asia-and-the-pacific"),
        ("no Main Committee", None),
        ("", None),
    ],
)
def test_bodies(name: str, slug: str | None) -> None:
    assert body(name) == slug


@given(
    st.lists(st.sampled_from(["Cuba", " and ", ", ", "(", ")", "on behalf of the ", "Boats", "Trinidad and Tobago"]))
)
def test_any_list_is_split(pieces: list[str]) -> None:
    """A State that stands by itself between commas is found, whatever stands around it."""
    listing = "".join(piece for piece in pieces if piece not in "()")
    assert "peru" in {each.slug for each in parties(f"{listing}, Peru")}


@pytest.mark.parametrize("unit", [", ", " and ", "(", ")", "a,", "(a, ", "Cuba and ", "on behalf of "])
def test_long_lists_end(unit: str) -> None:
    """200,000 characters: an expression of more than linear time would not end."""
    assert parties(unit * (200_000 // len(unit))) is not None
