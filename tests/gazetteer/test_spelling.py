"""Folding and variants."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.gazetteer.spelling import fold, unaccented, variants


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the General Assembly", "General Assembly"),
        ("United Nations Children’s Fund", "united nations children's fund"),
        ("South‑South Cooperation", "South-South Co-operation"),
        ("Pérez-Guerrero Trust Fund", "Perez-Guerrero Trust Fund"),
        ("Sendai Framework 2015–2030", "Sendai Framework 2015-2030"),
        ("World Health Organisation", "World Health Organization"),
        ("Peace-keeping Force", "Peacekeeping Force"),
        ("Group of\u00a077", "Group  of 77"),
    ],
)
def test_fold(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Theatre", "atre"), ("UN", "UNO"), ("cooperation", "corporation")])
def test_fold_keeps_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("General Assembly", {"General Assembly"}),
        ("Children’s Fund", {"Children’s Fund", "Children's Fund"}),
        ("2015–2030", {"2015–2030", "2015-2030", "2015‑2030"}),
        ("Cooperation", {"Cooperation", "Co-operation", "Co‑operation"}),
        ("Türkiye", {"Türkiye", "Turkiye"}),
        ("resident clerks", {"resident clerks", "Resident clerks"}),
        ("Organization", {"Organization", "Organisation"}),
    ],
)  # fmt: skip
def test_variants(name: str, expected: set[str]) -> None:
    found = variants(name)
    assert set(found) == expected
    assert found[0] == name
    assert len(found) == len(set(found))


@given(st.text(min_size=1, max_size=60))
def test_variants_fold_to_the_name(name: str) -> None:
    assert {fold(form) for form in variants(name) if form[0] == name[0]} == {fold(name)}


@given(st.text(max_size=60))
def test_fold_is_settled(name: str) -> None:
    assert fold(name) == fold(name.replace("-", "‑"))
    assert unaccented(unaccented(name)) == unaccented(name)
