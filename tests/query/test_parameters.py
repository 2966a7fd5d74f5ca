"""What people type for a parameter, and the RDF terms that come of it."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.query import Type
from kg.query.parameters import convert
from kg.symbols import Scheme

ID = "https://w3id.org/instrument-kg/id/"
UNDOCS = "https://undocs.org/"
XSD = "http://www.w3.org/2001/XMLSchema#"
KG = "https://w3id.org/instrument-kg/ns#"


@pytest.mark.parametrize(
    ("type_", "value", "expected"),
    [
        (Type.SYMBOL, "62/209", UNDOCS + "A/RES/62/209"),
        (Type.SYMBOL, "A/RES/62/209", UNDOCS + "A/RES/62/209"),
        (Type.SYMBOL, "a/res/57/270 b", UNDOCS + "A/RES/57/270B"),
        (Type.SYMBOL, "1325 (2000)", UNDOCS + "S/RES/1325(2000)"),
        (Type.SYMBOL, "A/DEC/62/518", ID + "decision/A/DEC/62/518"),
        (Type.SYMBOL, "Sales No. E.78.II.A.11", ID + "publication/E.78.II.A.11"),
        (Type.SYMBOL, "secretary-general", ID + "body/secretary-general"),
        (Type.SYMBOL, "the Secretary-General", ID + "body/secretary-general"),
        (Type.SYMBOL, "Charter of the United Nations", ID + "treaty/charter-of-the-united-nations"),
        (
            Type.SYMBOL,
            "2030 Agenda for Sustainable Development",
            ID + "instrument/2030-agenda-for-sustainable-development",
        ),
        (Type.SYMBOL, "instrument/kampala-declaration", ID + "instrument/kampala-declaration"),
        (Type.SYMBOL, "https://undocs.org/A/62/39", UNDOCS + "A/62/39"),
        (Type.IRI, "kg:PlanOfAction", KG + "PlanOfAction"),
        (Type.IRI, "https://example.org/x", "https://example.org/x"),
        (Type.RELATION, "cites", "http://purl.org/spar/cito/cites"),
        (Type.RELATION, "takes note", KG + "takes_note"),
        (Type.RELATION, "kg:acts_under", KG + "acts_under"),
    ],
)
def test_values_that_name_something(type_: Type, value: str, expected: str) -> None:
    assert convert(type_, value, Scheme()) == NamedNode(expected)


@pytest.mark.parametrize(
    ("type_", "value", "expected"),
    [
        (Type.TEXT, 'any "text" at all', Literal('any "text" at all')),
        (Type.INTEGER, "25", Literal(25)),
        (Type.DATE, "2007-12-19", Literal("2007-12-19", datatype=NamedNode(XSD + "date"))),
        (Type.KIND, "any", Literal("any")),
        (Type.KIND, "treaty", Literal("treaty")),
    ],
)
def test_values_that_are_literals(type_: Type, value: str, expected: Literal) -> None:
    assert convert(type_, value, Scheme()) == expected


def test_another_base_makes_other_iris() -> None:
    scheme = Scheme("https://example.org/")
    assert convert(Type.SYMBOL, "Secretary-General", scheme) == NamedNode(
        "https://example.org/id/body/secretary-general"
    )


@pytest.mark.parametrize(
    ("type_", "value", "reason"),
    [
        (Type.SYMBOL, "", "neither a symbol nor a name"),
        (Type.SYMBOL, "Secretary Genral", "did you mean .*Secretary-General"),
        (Type.SYMBOL, "https://undocs.org/> } #", "not an IRI"),
        (Type.SYMBOL, "body/a b", "cannot stand in a query"),
        (Type.IRI, "no iri", "not an IRI"),
        (Type.IRI, "kg:a>b", "not an IRI"),
        (Type.INTEGER, "-1", "whole number"),
        (Type.INTEGER, "1 } #", "whole number"),
        (Type.INTEGER, "٣", "whole number"),
        (Type.INTEGER, "1" * 10, "whole number"),
        (Type.DATE, "19 December 2007", "date like"),
        (Type.DATE, "20071219", "date like"),
        (Type.DATE, "2007-13-19", "date like"),
        (Type.RELATION, "loves", "recalls, reaffirms"),
        (Type.KIND, "letter", "resolution, decision"),
        (Type.TEXT, "x" * 1001, "longer than 1000"),
        (Type.TEXT, "\ud800", "cannot stand in a query"),
    ],
)
def test_values_that_do_not_fit(type_: Type, value: str, reason: str) -> None:
    with pytest.raises(QueryError, match=reason) as caught:
        convert(type_, value, Scheme())
    assert "\n" not in str(caught.value)


@given(st.sampled_from(list(Type)), st.text())
def test_any_input_gives_a_term_or_is_refused(type_: Type, value: str) -> None:
    with suppress(QueryError):
        assert isinstance(convert(type_, value, Scheme()), NamedNode | Literal)
