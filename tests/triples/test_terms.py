"""Terms as N-Triples text: what Oxigraph reads back is what went in."""

from __future__ import annotations

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import TriplesError
from kg.triples import terms

ANY_TEXT = st.text(st.characters(), max_size=40)
"""Any code point, lone surrogates among them."""


def read_back(term: str) -> pyoxigraph.Triple:
    [quad] = pyoxigraph.parse(f"<urn:s> <urn:p> {term} .", format=pyoxigraph.RdfFormat.N_TRIPLES)
    return pyoxigraph.Triple(quad.subject, quad.predicate, quad.object)


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (terms.string('a "b" \\ \n\t\x00\x7f'), '"a \\"b\\" \\\\ \\n\\t\\u0000\\u007F"'),
        (terms.string("<script>’ü😀"), '"<script>’ü😀"'),
        (terms.string("a\ud800b"), '"a\ufffdb"'),
        (terms.words("mot", "FR-ca"), '"mot"@fr-ca'),
        (terms.words("word", 'en" .'), '"word"@und'),
        (terms.integer(58), '"58"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        (terms.boolean(True), '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'),
        (terms.share(0.99), '"0.99"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        (terms.share(1), '"1.0"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        (terms.share(1e-9), '"0.0"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        (terms.moment("1978-12-19"), '"1978-12-19"^^<http://www.w3.org/2001/XMLSchema#date>'),
        (terms.moment("1978-12"), '"1978-12"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'),
        (terms.moment("1978"), '"1978"^^<http://www.w3.org/2001/XMLSchema#gYear>'),
        (terms.iri("https://undocs.org/A/RES/217(III)A#OP10(a)"), "<https://undocs.org/A/RES/217(III)A#OP10(a)>"),
    ],
)
def test_spelling(term: str, expected: str) -> None:
    assert term == expected


@pytest.mark.parametrize(
    "value", ["", "A/RES/62/209", "http://e/a b", "http://e/>", 'http://e/"', "http://e/\n", "http://e/\ud800"]
)
def test_iri_refuses(value: str) -> None:
    with pytest.raises(TriplesError, match="not an IRI"):
        terms.iri(value)


@pytest.mark.parametrize("value", [-0.1, 1.1, float("nan"), float("inf")])
def test_share_refuses(value: float) -> None:
    with pytest.raises(TriplesError, match="not between 0 and 1"):
        terms.share(value)


@pytest.mark.parametrize("value", ["1999-02-31", "19990203", "1999-2-3", "3 May 1999", "", '1999"', "1999-13", "99"])
def test_moment_refuses(value: str) -> None:
    with pytest.raises(TriplesError, match="not a date"):
        terms.moment(value)


@given(ANY_TEXT)
def test_strings_come_back(text: str) -> None:
    value = read_back(terms.string(text)).object
    assert value == pyoxigraph.Literal(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


@given(ANY_TEXT)
def test_strings_are_spelled_as_oxigraph_spells_them(text: str) -> None:
    """So that the lines of a dump equal the lines that were loaded."""
    triple = read_back(terms.string(text))
    written = pyoxigraph.serialize([triple], format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert written is not None
    assert written.decode() == f"<urn:s> <urn:p> {terms.string(text)} .\n"


@given(ANY_TEXT, ANY_TEXT)
def test_words_come_back(text: str, language: str) -> None:
    value = read_back(terms.words(text, language)).object
    assert isinstance(value, pyoxigraph.Literal)
    assert value.language in {language.lower(), "und"}


@given(ANY_TEXT)
def test_iri_is_read_back_or_refused(text: str) -> None:
    value = f"http://example.org/{text}"
    try:
        term = terms.iri(value)
    except TriplesError:
        return
    assert read_back(term).object == pyoxigraph.NamedNode(value)
