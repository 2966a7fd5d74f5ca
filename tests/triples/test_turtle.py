"""Turtle for people: equal to the N-Quads, in a settled order, whatever the order of the input."""

from __future__ import annotations

import re

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.errors import TriplesError
from kg.gazetteer import Gazetteer
from kg.model import Reading
from kg.triples.turtle import turtle, turtle_of
from kg.triples.write import nquads

SUBJECT, PREDICATE = NamedNode("urn:s"), NamedNode("urn:p")
XSD = "http://www.w3.org/2001/XMLSchema#"


def read_back(text: str) -> set[Triple]:
    return {quad.triple for quad in pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE)}


def test_says_what_the_nquads_say(rivers: Reading, names: Gazetteer) -> None:
    lines = nquads(rivers, names=names)
    quads = pyoxigraph.parse("\n".join(lines), format=pyoxigraph.RdfFormat.N_QUADS)
    assert read_back(turtle(lines)) == {quad.triple for quad in quads}


def test_order_of_the_input_does_not_matter(rivers: Reading, names: Gazetteer) -> None:
    lines = nquads(rivers, names=names)
    assert turtle(lines[::-1]) == turtle(lines)
    assert turtle(sorted(lines, key=len)) == turtle(lines)


def test_order_of_the_blocks(rivers: Reading, names: Gazetteer) -> None:
    """The document, its passages, its citations by offset, other things, provenance."""
    subjects = re.findall(r"^(\S+) a ", turtle(nquads(rivers, names=names)), re.MULTILINE)
    shown = [re.sub(r".*[/#](\w+)>?$", r"\1", subject) for subject in subjects]
    assert shown[:6] == ["209", "TITLE", "PP1", "PP2", "OP1", "FN1"]
    assert [name for name in shown if not name.startswith("body:")][-1] == "<urn:sha256:" + "ab" * 32 + ">"
    assert subjects.index("treaty:covenant") > subjects.index("body:friends-of-the-river") > 6


def test_numbers_in_names_are_counted() -> None:
    triples = [Triple(NamedNode(f"urn:d#PP{n}"), PREDICATE, SUBJECT) for n in (10, 9, 2)]
    assert re.findall(r"PP\d+", turtle_of(triples)) == ["PP2", "PP9", "PP10"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Literal("58", datatype=NamedNode(XSD + "integer")), "58"),
        (Literal("x", datatype=NamedNode(XSD + "integer")), '"x"^^xsd:integer'),
        (Literal("0.99", datatype=NamedNode(XSD + "decimal")), "0.99"),
        (Literal(".", datatype=NamedNode(XSD + "decimal")), '"."^^xsd:decimal'),
        (Literal("2007-12-19", datatype=NamedNode(XSD + "date")), '"2007-12-19"^^xsd:date'),
        (Literal('a\n"b"', language="en"), '"a\\n\\"b\\""@en'),
        (NamedNode("https://w3id.org/instrument-kg/ns#recalls"), "kg:recalls"),
        (NamedNode("https://w3id.org/instrument-kg/id/body/a/b"), "<https://w3id.org/instrument-kg/id/body/a/b>"),
        (NamedNode("https://w3id.org/instrument-kg/ns#"), "<https://w3id.org/instrument-kg/ns#>"),
        (NamedNode("https://example.org/é"), "<https://example.org/é>"),
        (BlankNode("b0"), "_:b0"),
    ],
)
def test_terms(value: NamedNode | BlankNode | Literal, expected: str) -> None:
    text = turtle_of([Triple(SUBJECT, PREDICATE, value)])
    assert text.endswith(f"<urn:s> <urn:p> {expected} .\n")
    assert isinstance(value, BlankNode) or read_back(text) == {Triple(SUBJECT, PREDICATE, value)}


@given(st.text(max_size=30), st.sampled_from([XSD + "string", XSD + "integer", XSD + "decimal", XSD + "date"]))
def test_any_literal_comes_back(text: str, datatype: str) -> None:
    triple = Triple(SUBJECT, PREDICATE, Literal(text, datatype=NamedNode(datatype)))
    assert read_back(turtle_of([triple])) == {triple}


@given(st.text("/#.-_~%():;,abc019é", max_size=20))
def test_any_name_comes_back(text: str) -> None:
    try:
        node = NamedNode("https://w3id.org/instrument-kg/ns#" + text)
    except ValueError:
        return
    assert read_back(turtle_of([Triple(node, PREDICATE, node)])) == {Triple(node, PREDICATE, node)}


def test_nothing_is_nothing() -> None:
    assert turtle([]) == ""


def test_no_nquads() -> None:
    with pytest.raises(TriplesError, match="line 1"):
        turtle(["<urn:s> <urn:p> ."])
