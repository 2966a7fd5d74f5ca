"""Content negotiation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.serve.accept import choose, ranges

OFFERED = ["application/json", "text/csv", "text/html"]
CHOICES = [
    (None, "application/json"),
    ("", "application/json"),
    ("*/*", "application/json"),
    ("text/html", "text/html"),
    ("TEXT/HTML", "text/html"),
    ("text/*", "text/csv"),
    ("text/*;q=0.5, text/html", "text/html"),
    ("text/html;q=0.1, */*;q=0.2", "application/json"),
    ("text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8", "text/html"),
    ("text/csv;q=0.5,application/json;q=0.5", "application/json"),
    ("*/*, application/json;q=0", "text/csv"),
    ("text/csv; charset=utf-8; q=0.9, application/json;q=0.8", "text/csv"),
    ("image/png", None),
    ("text/html;q=0", None),
    ("text/html;q=nonsense", None),
    ("text/html;q=1.1", None),
    ("nonsense", None),
    ("/", None),
    (",,,text/csv,,", "text/csv"),
]


@pytest.mark.parametrize(("accept", "expected"), CHOICES)
def test_choices(accept: str | None, expected: str | None) -> None:
    assert choose(accept, OFFERED) == expected


@given(st.text(alphabet=st.sampled_from("tex/*;q=,.01 html"), max_size=80))
def test_whatever_comes_something_offered_or_nothing_is_chosen(accept: str) -> None:
    assert choose(accept, OFFERED) in (*OFFERED, None)
    assert all(0 <= each.weight <= 1 for each in ranges(accept))


@given(st.sampled_from(OFFERED), st.floats(0.002, 1.0))
def test_a_type_alone_is_given_whatever_its_weight(wanted: str, weight: float) -> None:
    assert choose(f"{wanted};q={weight:.3f}", OFFERED) == wanted


def test_a_long_header_takes_no_longer() -> None:
    assert len(ranges("a/b," * 10_000)) == 50
