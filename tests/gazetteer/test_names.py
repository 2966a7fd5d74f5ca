"""Which names stand for which entry."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.errors import GazetteerError
from kg.gazetteer import Entry, Gazetteer
from kg.model import Kind


def body(slug: str, *names: str, short: tuple[str, ...] = (), acronyms: tuple[str, ...] = ()) -> Entry:
    """An entry with as much as the rules of naming look at."""
    return Entry(slug, names[0], Kind.BODY, "committee", f"https://x/id/body/{slug}", names, short, acronyms)


RIVERS = body("rivers", "Committee on Rivers", short=("Committee",), acronyms=("COR",))
LAKES = body("lakes", "Committee on Lakes", "Lakes Committee", short=("Committee",), acronyms=("COL", "CL"))


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Committee on Lakes", "lakes"),
        ("the Committee on Lakes", "lakes"),
        ("COMMITTEE ON  LAKES", "lakes"),
        ("lakes committee", "lakes"),
        ("COL", "lakes"),
        ("CL", None),
        ("Committee", None),
        ("Committee on Seas", None),
        ("", None),
    ],
)
def test_by_name(name: str, slug: str | None) -> None:
    entry = Gazetteer([RIVERS, LAKES]).by_name(name)
    assert (entry and entry.slug) == slug


@pytest.mark.parametrize(
    ("name", "slugs"),
    [("Committee", ["lakes", "rivers"]), ("CL", ["lakes"]), ("COL", []), ("Committee on Lakes", [])],
)
def test_by_short_name(name: str, slugs: list[str]) -> None:
    assert [entry.slug for entry in Gazetteer([RIVERS, LAKES]).by_short_name(name)] == slugs


def test_an_acronym_of_two_entries_is_a_short_name() -> None:
    known = Gazetteer([body("a", "Alpha", acronyms=("ABC",)), body("b", "Beta", acronyms=("ABC",))])
    assert known.by_name("ABC") is None
    assert [entry.slug for entry in known.by_short_name("ABC")] == ["a", "b"]
    assert known.find("the ABC and Alpha")[0].entry.slug == "a"


def test_an_acronym_that_is_also_a_short_label_is_never_searched_for() -> None:
    known = Gazetteer([body("a", "Alpha", short=("ODA",), acronyms=("ODA",))])
    assert known.find("the volume of ODA") == []
    assert [entry.slug for entry in known.by_short_name("ODA")] == ["a"]


def test_an_acronym_that_is_the_name_of_another_entry_means_that_entry() -> None:
    known = Gazetteer([body("a", "Alpha", acronyms=("NET",)), body("b", "NET")])
    assert [hit.entry.slug for hit in known.find("the NET")] == ["b"]
    assert known.by_short_name("NET") == ()


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ([RIVERS, body("x", "Other", "committee on rivers")], ["'committee on rivers' already belongs to rivers", "x"]),
        ([RIVERS, body("x", "Other", short=("Committee on Rivers",))], ["already belongs to rivers", "bodies.ttl, x"]),
        ([RIVERS, body("rivers", "Other")], ["bodies.ttl, rivers", "two entries"]),
        ([Entry("x", "X", Kind.TREATY, "treaty", "i", ("X",), parents=("nobody",))], ["instruments.ttl, x", "nobody"]),
        ([Entry("x", "X", Kind.TREATY, "treaty", "i", ("X",), adopted_by="none")], ["instruments.ttl, x", "none"]),
    ],
)
def test_faults(entries: list[Entry], words: list[str]) -> None:
    with pytest.raises(GazetteerError) as caught:
        Gazetteer(entries)
    assert all(word in str(caught.value) for word in words), caught.value


def test_a_joint_name_is_borne_by_two_and_is_no_name_of_another() -> None:
    joint = [replace(entry, joint_names=("Water Committees",)) for entry in (RIVERS, LAKES)]
    hits = Gazetteer(joint).find("of the Water Committees, and")
    assert [(hit.start, hit.entry.slug) for hit in hits] == [(7, "lakes"), (7, "rivers")]
    with pytest.raises(GazetteerError, match="no other entry bears the joint name"):
        Gazetteer([joint[0], LAKES])
    with pytest.raises(GazetteerError, match="already belongs to seas"):
        Gazetteer([*joint, body("seas", "Water Committees")])


def test_entry_by_slug() -> None:
    known = Gazetteer([RIVERS])
    assert known.entry("rivers") is RIVERS
    assert "rivers" in known
    assert "lakes" not in known
    with pytest.raises(GazetteerError, match="no entry 'lakes'"):
        known.entry("lakes")
