"""Where links lead, and where they never do."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.view.address import Link, address, official

from .conftest import HOSTILE


@dataclass(frozen=True)
class Thing:
    iri: str
    identity: str = "x"
    read: bool = True


RESOLUTION = Thing("https://undocs.org/A/RES/57/270B", "A/RES/57/270B")


@pytest.mark.parametrize(
    ("iri", "link"),
    [
        ("https://undocs.org/A/RES/2625(XXV)", True),
        ("https://undocs.org/S/RES/1325(2000)", True),
        ("https://undocs.org.example.net/A/RES/1/1", False),
        ("https://undocs.org/A/RES/1/1?x=1", False),
        ('https://undocs.org/A"onclick=1', False),
        ("http://undocs.org/A/RES/1/1", False),
        ("javascript:alert(1)//https://undocs.org/A", False),
        ("https://w3id.org/instrument-kg/id/body/x", False),
    ],
)
def test_only_official_documents_are_linked_by_themselves(iri: str, link: bool) -> None:
    assert official(Thing(iri)) == (iri if link else None)


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        (None, None),
        ("/instrument/{identity}", "/instrument/A/RES/57/270B"),
        ("/about?iri={iri}", "/about?iri=https%3A//undocs.org/A/RES/57/270B"),
        ("texts/{identity}.html", "texts/A/RES/57/270B.html"),
        ("#{identity}", "#A/RES/57/270B"),
        (official, "https://undocs.org/A/RES/57/270B"),
        (lambda thing: f"../{thing.identity}", "../A/RES/57/270B"),
        (lambda thing: None, None),
        (lambda thing: "", None),
        ("javascript:alert(1)", None),
        ("JavaScript:alert(1)", None),
        ("data:text/html,x", None),
        ("//example.net/{identity}", None),
        ("/\\example.net", None),
        ("https://example.net/{identity}", None),
        ("/a b", None),
        ('/"onclick="', None),
        ("/<x>", None),
    ],
)
def test_address(link: Link | None, expected: str | None) -> None:
    assert address(link, RESOLUTION) == expected


@given(st.text() | st.just(HOSTILE), st.text())
def test_values_cannot_leave_their_place(iri: str, identity: str) -> None:
    found = address("/x/{identity}?iri={iri}&end", Thing(iri, identity))
    assert found is not None
    path, question, query = found.partition("?")
    assert path.startswith("/x/")
    assert question
    assert query.startswith("iri=")
    assert query.endswith("&end")
    assert query.count("&") == 1
    assert found.count("?") == 1
    assert "#" not in found
    assert "{" not in found
