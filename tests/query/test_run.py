"""Values stay values whatever is in them, and what is missing or unknown is said."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode
from rdflib.plugins.sparql.parser import parseQuery

from kg.errors import QueryError
from kg.query import Form, Query, ask, bind, load, run
from kg.query.catalogue import parse
from kg.store import OxigraphStore

ECHO = parse(
    """\
# title: Echo
# question: What was given?
# parameter: words | text | x | x | anything
# column: given | what was given
# sample_rows: 1

SELECT ?given
WHERE {
  VALUES ?words { "x" }
  BIND(?words AS ?given)
}
""",
    "echo",
    "echo.rq",
)

HOSTILE = [
    '"',
    "'''",
    '""" } #',
    "> } # ",
    'x" } UNION { ?s ?p ?given } #',
    "a\nb\r\nc",
    "\\",
    "\\u0022 }",
    "$1 \\1 {words} %s",
    "}} LIMIT 0 #",
    "<script>alert(1)</script>",
    "é – ’ 漢字 \u2028 \x00 \x1b[31m 😀",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(decades: OxigraphStore, text: str) -> None:
    assert run(decades, ECHO, {"words": f"|{text}|"}).rows == ((Literal(f"|{text}|"),),)


@settings(max_examples=200)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_stays_text(text: str) -> None:
    bound = bind(ECHO, {"words": text})
    assert bound.splitlines()[:5] == ECHO.text.splitlines()[:5]
    assert bound.endswith(ECHO.text[ECHO.places[0].end :])
    written = bound[ECHO.places[0].start : len(bound) - len(ECHO.text) + ECHO.places[0].end]
    assert written == str(Literal(text.strip()))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("query", list(load()), ids=lambda query: query.name)
def test_no_parameter_lets_syntax_in(query: Query, text: str) -> None:
    """Whatever a parameter is given, it is refused or the text stays one query of the same shape."""
    examples = {one.name: one.example for one in query.parameters}
    for name in examples:
        try:
            bound = bind(query, examples | {name: text})
        except QueryError:
            continue
        assert parseQuery(bound)[1].name == "SelectQuery"
        assert bound.count("SELECT") == query.text.count("SELECT")


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({}, r"cited-by: instrument is required \(the cited instrument or body\), e\.g\. instrument=A/RES/33/134"),
        ({"instrument": "A/RES/33/134", "limt": "3"}, r"cited-by: no parameter 'limt'; did you mean limit\?"),
        ({"instrument": "A/RES/33/134", "zzz": "3"}, r"no parameter 'zzz'; it takes instrument, under, limit"),
        ({"instrument": "A/RES/33/134", "limit": "many"}, r"cited-by, limit: 'many' is not a whole number"),
    ],
)
def test_values_that_are_missing_unknown_or_wrong(values: dict[str, str], fault: str) -> None:
    with pytest.raises(QueryError, match=fault):
        bind(load().get("cited-by"), values)


def test_no_parameters_are_taken() -> None:
    with pytest.raises(QueryError, match="no parameter 'limit'; it takes none"):
        bind(load().get("relations"), {"limit": "3"})


def test_rows_are_bounded_and_said_to_be(decades: OxigraphStore) -> None:
    whole = run(decades, load().get("documents"), {})
    assert not whole.truncated
    cut = run(decades, load().get("documents"), {}, max_rows=3)
    assert (cut.rows, cut.truncated) == (whole.rows[:3], True)
    assert not run(decades, load().get("documents"), {}, max_rows=4).truncated


def test_own_query_knows_the_prefixes(decades: OxigraphStore) -> None:
    result = ask(decades, "SELECT ?o WHERE { <https://undocs.org/A/RES/62/209> kg:acts_under ?o }")
    assert result.rows == ((NamedNode("https://undocs.org/A/RES/57/263"),),)


def test_own_prefix_goes_before_the_usual_one(decades: OxigraphStore) -> None:
    text = "PREFIX kg: <http://purl.org/spar/cito/> SELECT ?o WHERE { <https://undocs.org/A/RES/33/134> kg:cites ?o }"
    assert len(ask(decades, text).rows) == 2


def test_from_restricts_to_graphs_of_the_store(decades: OxigraphStore) -> None:
    graph = "https://w3id.org/instrument-kg/graph/A/RES/33/134"
    rows = ask(decades, f"SELECT DISTINCT ?citing FROM <{graph}> WHERE {{ ?citing cito:cites ?cited }}").rows
    assert rows == ((NamedNode("https://undocs.org/A/RES/33/134"),),)
    named = ask(decades, f"SELECT DISTINCT ?g FROM NAMED <{graph}> WHERE {{ GRAPH ?g {{ ?s ?p ?o }} }}").rows
    assert named == ((NamedNode(graph),),)


@pytest.mark.parametrize("graph", ["file:///etc/passwd", "http://127.0.0.1:9/x", "https://undocs.org/A/RES/33/134"])
@pytest.mark.parametrize("clause", ["FROM", "from named", "FROM#x\n"])
def test_from_names_no_other_graph(decades: OxigraphStore, graph: str, clause: str) -> None:
    with pytest.raises(QueryError, match="a graph that the store does not hold"):
        ask(decades, f"SELECT * {clause} <{graph}> WHERE {{ ?s ?p ?o }}")


def test_own_queries_of_every_form(decades: OxigraphStore) -> None:
    assert ask(decades, "ASK { ?s kg:recalls ?o }").form is Form.VERDICT
    built = ask(decades, "CONSTRUCT { ?o kg:x ?s } WHERE { ?s kg:acts_under ?o }")
    assert (built.form, len(built.rows)) == (Form.TRIPLES, 1)
    assert len(ask(decades, "DESCRIBE <https://undocs.org/A/58/683>").rows) == 4


def test_own_query_that_does_not_parse_names_the_line(decades: OxigraphStore) -> None:
    with pytest.raises(QueryError, match=r"^line 2: not a SPARQL query"):
        ask(decades, "SELECT * WHERE {\n ?s ?p }")
