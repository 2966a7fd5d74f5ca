"""The part of a network that an answer speaks of."""

from __future__ import annotations

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.errors import ViewError
from kg.network import Network, nodes
from kg.query import Form, Result
from kg.view import answered

A, B = "https://undocs.org/A/RES/57/263", "https://undocs.org/A/RES/50/119"


def _result(*terms: object) -> Result:
    return Result(Form.ROWS, ("thing", "count"), tuple((term, Literal(1)) for term in terms))  # type: ignore[misc]


def _names(network: Network) -> set[str]:
    return {each.identity for each in nodes(network)}


@pytest.mark.parametrize(
    ("terms", "named", "expected"),
    [
        ([NamedNode(A), NamedNode(B)], [], {"A/RES/57/263", "A/RES/50/119"}),
        ([NamedNode(A), None, Literal(B), BlankNode("x"), NamedNode("urn:unknown")], [], {"A/RES/57/263"}),
        ([NamedNode(A)], ["50/119", "7", "recalls"], {"A/RES/57/263", "A/RES/50/119"}),
        ([Triple(NamedNode(A), NamedNode("urn:p"), NamedNode(B))], [], {"A/RES/57/263", "A/RES/50/119"}),
    ],
)
def test_what_the_answer_names(decades: Network, terms: list[object], named: list[str], expected: set[str]) -> None:
    assert _names(answered(decades, _result(*terms), named)) == expected


def test_a_citation_counts_as_its_ends(decades: Network) -> None:
    citing, cited, key = next(iter(decades.edges(keys=True)))
    part = answered(decades, _result(NamedNode(key)))
    assert set(part) == {citing, cited}
    assert part.has_edge(citing, cited, key)


def test_an_answer_that_names_nothing_is_an_error(decades: Network) -> None:
    with pytest.raises(ViewError, match="nothing in the answer"):
        answered(decades, _result(Literal("A/RES/57/263")), ["57/263"])


def test_the_network_stays_as_it_is(decades: Network) -> None:
    before = _names(decades)
    answered(decades, _result(NamedNode(A))).remove_node(A)
    assert _names(decades) == before
