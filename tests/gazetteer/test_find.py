"""Names in running text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import gazetteer
from kg.gazetteer import Gazetteer


@pytest.fixture(scope="module")
def known() -> Gazetteer:
    return gazetteer.load()


CASES = [
    ("the report of the Secretary-General on", [("Secretary-General", "secretary-general")]),
    ("The General Assembly’s work and the General Assembly's", [("General Assembly", "general-assembly")] * 2),
    ("the Human Rights Committee met", [("Human Rights Committee", "human-rights-committee")]),
    (
        "Programme of Action of the International Conference on Population and Development",
        [
            (
                "Programme of Action of the International Conference on Population and Development",
                "programme-of-action-of-the-international-conference-on-population-and-development",
            )
        ],
    ),
    ("the Special Unit for South‑South Cooperation", [
        ("Special Unit for South‑South Cooperation", "united-nations-office-for-south-south-cooperation")]),
    ("the United Nations Conference on Technical Co-operation among Developing Countries", [
        ("United Nations Conference on Technical Co-operation among Developing Countries",
         "united-nations-conference-on-technical-cooperation-among-developing-countries")]),
    ("the United Nations Children's Fund (UNICEF)", [
        ("United Nations Children's Fund", "united-nations-childrens-fund"),
        ("UNICEF", "united-nations-childrens-fund")]),
    ("the World Health Organisation", [("World Health Organisation", "world-health-organization")]),
    ("the second High-level United Nations Conference on South-South Cooperation", [
        ("second High-level United Nations Conference on South-South Cooperation",
         "second-high-level-united-nations-conference-on-south-south-cooperation")]),
    ("Specialized agencies and Member States", [
        ("Specialized agencies", "specialized-agencies"), ("Member States", "member-states")]),
    ("States Members of the United Nations", [("States Members of the United Nations", "member-states")]),
    ("the Special Representatives of the Secretary-General", [
        ("Special Representatives of the Secretary-General", "special-representatives-of-the-secretary-general")]),
    ("the Government of Argentina and the Government of the Syrian Arab Republic", [
        ("Government of Argentina", "government-of-argentina"),
        ("Government of the Syrian Arab Republic", "government-of-syrian-arab-republic")]),
    ("Argentina and the Syrian Arab Republic", []),
    ("the 2030 Agenda", [("2030 Agenda", "2030-agenda-for-sustainable-development")]),
    ("the Convention, the Committee, the Charter", []),
    # acronyms
    ("the WHO and who", [("WHO", "world-health-organization")]),
    ("UNEP/EA.4/Res.1 and A/AC.96/UNHCR.1", []),
    ("UNDP/UNFPA", [
        ("UNDP", "united-nations-development-programme"), ("UNFPA", "united-nations-population-fund")]),
    ("UNDP-UNESCO", []),
    ("a UNDP-led project", [("UNDP", "united-nations-development-programme")]),
    ("the CRC and the SC", []),
    # whole words
    ("United Nationss and xUnited Nations", []),
    ("the United Nations Secretariats of the United Nations", [
        ("United Nations", "united-nations"), ("United Nations", "united-nations")]),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_find(known: Gazetteer, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[hit.start : hit.end], hit.entry.slug) for hit in known.find(text)] == expected


def test_offsets_are_code_points(known: Gazetteer) -> None:
    text = "…“𝔘” – the Security Council’s"
    assert [(hit.start, text[hit.start : hit.end]) for hit in known.find(text)] == [(11, "Security Council")]


def test_hits_do_not_overlap_and_stand_in_order(known: Gazetteer) -> None:
    text = " ".join(entry.label for entry in known.entries)
    hits = known.find(text)
    assert all(before.end <= after.start for before, after in pairwise(hits))


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(["United Nations", "Nations", "Sec", "Security Council", "s", " ", "-", "/", "UN", "WHO", "9"])
    )
)
def test_every_hit_is_a_name_between_word_boundaries(parts: list[str]) -> None:
    known, text = gazetteer.load(), "".join(parts)
    for hit in known.find(text):
        found = known.by_name(text[hit.start : hit.end])
        assert found is hit.entry
        assert not text[max(0, hit.start - 1) : hit.start].isalnum()
        assert not text[hit.end : hit.end + 1].isalnum()


LONGEST = max((entry.label for entry in gazetteer.load().entries), key=len)


@pytest.mark.parametrize(
    ("unit", "hits"),
    [
        ("the ", 0),
        ("a", 0),
        ("9", 0),
        ("UN", 0),
        ("United ", 0),
        ("United Nations ", 1),
        ("UN/", 1),
        ("UN/1 ", 0),
        (f"{LONGEST}x", 0),
    ],
)
def test_a_megabyte_of_one_thing(known: Gazetteer, unit: str, hits: int) -> None:
    """Work that grows faster than the text would not come to an end here."""
    count = 1_000_000 // len(unit)
    assert len(known.find(unit * count)) >= hits * count


def test_a_joint_name_is_found_for_all_that_bear_it(known: Gazetteer) -> None:
    text = "the Rio conventions and the Convention on Biological Diversity"
    hits = [(text[hit.start : hit.end], hit.entry.acronym) for hit in known.find(text)]
    together = [("Rio conventions", acronym) for acronym in ("CBD", "UNCCD", "UNFCCC")]
    assert sorted(hits) == [("Convention on Biological Diversity", "CBD"), *together]
