from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.errors import SymbolError
from kg.model import Kind
from kg.symbols import Scheme, citation, fragment, slug

SCHEME = Scheme()
ID = "https://w3id.org/instrument-kg/id/"
ANY_TEXT = st.text(max_size=60) | st.text(alphabet='<>"{}|\\^`% \n\u202eé/:#?[]A1', max_size=30)


@pytest.mark.parametrize(
    ("target", "kind", "expected"),
    [
        ("A/RES/62/209", Kind.RESOLUTION, "https://undocs.org/A/RES/62/209"),
        ("A/RES/217(III)A", Kind.RESOLUTION, "https://undocs.org/A/RES/217(III)A"),
        ("A/73/12 (Part I)", Kind.DOCUMENT, "https://undocs.org/A/73/12(PartI)"),
        ("A/DEC/62/518", Kind.DECISION, ID + "decision/A/DEC/62/518"),
        ("E/DEC/2005/303", Kind.DECISION, ID + "decision/E/DEC/2005/303"),
        ("UNFCCC:1/CP.21", Kind.DECISION, ID + "decision/UNFCCC/1/CP.21"),
        ("CBD:X/2", Kind.DECISION, ID + "decision/CBD/X/2"),
        (
            "High-level Committee on South-South Cooperation:20/1",
            Kind.DECISION,
            ID + "decision/high-level-committee-on-south-south-cooperation/20/1",
        ),
        ("Commission on Narcotic Drugs:53/4", Kind.RESOLUTION, ID + "resolution/commission-on-narcotic-drugs/53/4"),
        ("Commission on Narcotic Drugs:53/4", Kind.DECISION, ID + "decision/commission-on-narcotic-drugs/53/4"),
        ("Sales No. E.78.II.A.11", Kind.PUBLICATION, ID + "publication/E.78.II.A.11"),
        ("UNTS 27531", Kind.TREATY, ID + "treaty/UNTS-27531"),
        ("geneva-conventions-of-12-august-1949", Kind.TREATY, ID + "treaty/geneva-conventions-of-12-august-1949"),
        ("general-assembly", Kind.BODY, ID + "body/general-assembly"),
        ("General Assembly", Kind.BODY, ID + "body/general-assembly"),
        ("Samoa Pathway", Kind.INSTRUMENT, ID + "instrument/samoa-pathway"),
        ("GC(65)/24", Kind.DOCUMENT, ID + "document/GC(65)/24"),
    ],
)
def test_things(target: str, kind: Kind, expected: str) -> None:
    assert SCHEME.thing(target, kind) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("General Assembly", "general-assembly"),
        ("United Nations Children's Fund", "united-nations-childrens-fund"),
        ("United Nations Children’s Fund", "united-nations-childrens-fund"),
        ("Declaration on  Côte d'Ivoire (São Tomé), 1999", "declaration-on-cote-divoire-sao-tome-1999"),
        ("安全理事会", "x-70875da82d4785aa"),
    ],
)
def test_slugs(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_documents_and_graphs() -> None:
    digest = "0123456789abcdef" * 4
    assert SCHEME.document("A/RES/62/209", digest) == "https://undocs.org/A/RES/62/209"
    assert SCHEME.document(None, digest) == ID + "document/sha256-0123456789abcdef"
    assert SCHEME.graph("A/RES/62/209", digest) == "https://w3id.org/instrument-kg/graph/A/RES/62/209"
    assert SCHEME.graph(None, digest) == "https://w3id.org/instrument-kg/graph/sha256-0123456789abcdef"


def test_fragments() -> None:
    assert fragment("https://undocs.org/A/RES/62/209", "OP10(a)") == "https://undocs.org/A/RES/62/209#OP10(a)"
    assert fragment("https://undocs.org/A/RES/62/209", "FN 6#") == "https://undocs.org/A/RES/62/209#FN%206%23"


def test_citations_come_from_content() -> None:
    document = "https://undocs.org/A/RES/62/209"
    one = citation(document, ("PP1", "recalls", "33/134"))
    assert one == citation(document, ["PP1", "recalls", "33/134"])
    assert (
        len({one, citation(document, ("PP1", "recalls33/134")), citation(document, ("PP1", "recalls", "33/13", "4"))})
        == 3
    )
    assert one.startswith(document + "#cite-")
    assert len(one) == len(document) + len("#cite-") + 16


@pytest.mark.parametrize(
    "base", ["", "kg", "ftp://x/", "https://x", "https://x/ y/", "https://x/<>/", "javascript:/", "https://x/a"]
)
def test_a_base_that_is_none(base: str) -> None:
    with pytest.raises(SymbolError, match="base IRI"):
        Scheme(base)


def test_another_base() -> None:
    scheme = Scheme("http://localhost:8080/graphs/")
    assert scheme.thing("general-assembly", Kind.BODY) == "http://localhost:8080/graphs/id/body/general-assembly"
    assert scheme.thing("A/62/39", Kind.DOCUMENT) == "https://undocs.org/A/62/39"


@given(ANY_TEXT, st.sampled_from(list(Kind)))
def test_every_iri_is_valid_whatever_the_text(text: str, kind: Kind) -> None:
    document = SCHEME.document(text, text)
    iris = [
        SCHEME.thing(text, kind),
        document,
        SCHEME.graph(text, text),
        fragment(document, text),
        citation(document, [text]),
    ]
    assert [NamedNode(iri).value for iri in iris] == iris


@given(ANY_TEXT)
def test_a_slug_is_its_own_slug(text: str) -> None:
    assert slug(slug(text)) == slug(text) != ""
