"""Answers in each form: what programs read parses back, and what people read cannot disturb their terminal."""

from __future__ import annotations

import csv
import io
import json

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, QueryResultsFormat, QuerySolutions
from rdflib import Graph
from rich.console import Console

from kg.errors import QueryError
from kg.query import Form, Result, Shortener, as_csv, as_json, as_turtle, ask, table
from kg.store import OxigraphStore
from kg.symbols import Scheme

XSD = "http://www.w3.org/2001/XMLSchema#"
RESULT = Result(
    Form.ROWS,
    ("cited", "name", "times"),
    (
        (
            NamedNode("https://undocs.org/A/RES/217(III)A"),
            Literal('Déclaration, "universelle"\n', language="fr"),
            Literal(3),
        ),
        (BlankNode("b0"), None, Literal("0.5", datatype=NamedNode(XSD + "decimal"))),
    ),
)
TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def drawn(result: Result) -> str:
    file = io.StringIO()
    Console(file=file, width=100).print(table(result))
    return file.getvalue()


def solutions(text: str) -> QuerySolutions:
    parsed = pyoxigraph.parse_query_results(text.encode(), format=QueryResultsFormat.JSON)
    assert isinstance(parsed, QuerySolutions)
    return parsed


def test_json_parses_back_to_the_same_terms() -> None:
    parsed = solutions(as_json(RESULT))
    assert tuple(variable.value for variable in parsed.variables) == RESULT.columns
    rows = [tuple(solution) for solution in parsed]
    assert rows[0] == RESULT.rows[0]
    assert rows[1][1:] == RESULT.rows[1][1:]
    assert isinstance(rows[1][0], BlankNode)


@given(TEXT, st.sampled_from([None, "en", "ar"]))
def test_json_keeps_any_text(text: str, language: str | None) -> None:
    row = (Literal(text, language=language),)
    assert [tuple(one) for one in solutions(as_json(Result(Form.ROWS, ("x",), (row,))))] == [row]


def test_csv_is_plain_values() -> None:
    assert list(csv.reader(io.StringIO(as_csv(RESULT), newline=""))) == [
        ["cited", "name", "times"],
        ["https://undocs.org/A/RES/217(III)A", 'Déclaration, "universelle"\n', "3"],
        ["_:b0", "", "0.5"],
    ]
    assert as_csv(RESULT).startswith("cited,name,times\r\n")


def test_verdicts() -> None:
    yes = Result(Form.VERDICT, ("answer",), ((Literal(True),),))
    assert json.loads(as_json(yes)) == {"head": {}, "boolean": True}
    assert as_csv(yes) == "answer\r\ntrue\r\n"
    assert "true" in drawn(yes)


def test_turtle_parses_back(decades: OxigraphStore) -> None:
    result = ask(decades, "DESCRIBE <https://undocs.org/A/58/683>")
    graph = Graph().parse(data=as_turtle(result), format="turtle")
    assert {tuple(map(str, triple)) for triple in graph} == {
        tuple(getattr(term, "value", "") for term in row) for row in result.rows
    }


def test_only_triples_make_turtle() -> None:
    with pytest.raises(QueryError, match="only CONSTRUCT and DESCRIBE"):
        as_turtle(RESULT)


def test_table_shows_short_forms() -> None:
    text = drawn(RESULT)
    assert "A/RES/217(III)A" in text
    assert "undocs.org" not in text


@pytest.mark.parametrize("hostile", ["[red]red[/red]", "[/]", "\x1b[31mred", "a\rb", "\x9b2J", "x\u2028y"])
def test_table_lets_nothing_out(hostile: str) -> None:
    text = drawn(Result(Form.ROWS, ("x",), ((Literal(hostile),), (NamedNode("https://undocs.org/%5Bred%5D"),))))
    assert not set(text) & set("\x1b\r\x9b\u2028")
    if hostile.startswith("["):
        assert hostile in text


@pytest.mark.parametrize(
    ("iri", "short"),
    [
        ("https://undocs.org/A/RES/62/209", "A/RES/62/209"),
        ("https://undocs.org/A/RES/62/209#OP10(a)", "A/RES/62/209#OP10(a)"),
        ("https://w3id.org/instrument-kg/id/body/secretary-general", "body/secretary-general"),
        ("https://w3id.org/instrument-kg/id/decision/A/DEC/62/518", "decision/A/DEC/62/518"),
        ("https://w3id.org/instrument-kg/graph/A/RES/62/209", "graph/A/RES/62/209"),
        ("https://w3id.org/instrument-kg/ns#recalls", "kg:recalls"),
        ("http://purl.org/spar/cito/cites", "cito:cites"),
        ("https://example.org/x", "https://example.org/x"),
        ("https://undocs.org/", "https://undocs.org/"),
    ],
)
def test_short_forms(iri: str, short: str) -> None:
    assert Shortener().short(iri) == short


def test_short_forms_of_another_base() -> None:
    shortener = Shortener(Scheme("https://example.org/"))
    assert shortener.short("https://example.org/id/body/x") == "body/x"
