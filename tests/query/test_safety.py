"""What a query from outside may and may not do."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.query.safety import LONGEST, check

CLAUSE = "SERVICE <http://127.0.0.1:9/sparql> { ?a ?b ?c }"

CALLS_OUT = [
    f"SELECT * WHERE {{ {CLAUSE} }}",
    f"SELECT * WHERE {{ {{ SELECT ?a WHERE {{ {{ {CLAUSE} }} UNION {{ ?a ?b ?c }} }} }} }}",
    f"SELECT * WHERE {{ ?s ?p ?o FILTER EXISTS {{ {CLAUSE} }} }}",
    f"SELECT * WHERE {{ ?s ?p ?o FILTER(?o = 1 || NOT EXISTS {{ {CLAUSE} }}) }}",
    f"SELECT (EXISTS {{ {CLAUSE} }} AS ?x) WHERE {{}}",
    f"SELECT * WHERE {{ ?s ?p ?o MINUS {{ {CLAUSE} }} }}",
    f"SELECT * WHERE {{ GRAPH ?g {{ OPTIONAL {{ {CLAUSE} }} }} }}",
    f"ASK {{ {CLAUSE} }}",
    f"CONSTRUCT {{ ?a ?b ?c }} WHERE {{ {CLAUSE} }}",
    f"DESCRIBE ?a WHERE {{ {CLAUSE} }}",
    "SELECT * WHERE { SERVICE SILENT ?where { ?a ?b ?c } }",
    "SELECT * WHERE { sErViCe<http://127.0.0.1:9/>{?a ?b ?c} }",
    "PREFIX e: <http://127.0.0.1:9/> SELECT * WHERE { SERVICE e:x { ?a ?b ?c } }",
    "PREFIX : <http://127.0.0.1:9/> SELECT * WHERE { SERVICE : { ?a ?b ?c } }",
    "BASE <http://127.0.0.1:9/> SELECT * WHERE { SERVICE <x> { ?a ?b ?c } }",
    "SELECT * WHERE { SERVICE # why\n # not\n <http://127.0.0.1:9/> # here\n { ?a ?b ?c } }",
    "SELECT * WHERE { ?s ?p '#' . SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }",
    "SELECT * WHERE { ?s ?p ?o # a comment ends here for some parsers\r SERVICE <http://127.0.0.1:9/> { ?a ?b ?c }\n }",
    "SELECT * WHERE { \\u0053ERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }",
    "SELECT * WHERE { SERVICE <http\\u003A//127.0.0.1:9/> { ?a ?b ?c } }",
    'SELECT * WHERE { FILTER("\\u0022 || true) SERVICE <http://127.0.0.1:9/> { ?a ?b "\\u0022 } }',
    'SELECT * WHERE { ?s ?p "\\u0022. } #" . SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }',
    "SELECT * WHERE { FILTER(?a<?b#>'''\n) SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } #'''\n }",
]

CHANGES = [
    "LOAD <http://127.0.0.1:9/>",
    "LOAD <file:///etc/passwd> INTO GRAPH <x:y>",
    "INSERT DATA { <a:a> <a:b> <a:c> }",
    "DELETE WHERE { ?s ?p ?o }",
    "DROP ALL",
    "CLEAR DEFAULT",
    "COPY <a:a> TO <a:b>",
    "SELECT * WHERE { ?s ?p ?o } ; DROP ALL",
    "PREFIX a: <a:a> INSERT { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "WITH <a:a> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
]

ALLOWED = [
    "SELECT * WHERE { ?s ?p ?o }",
    "SELECT * WHERE { ?s ?p 'a SERVICE for all' } # no SERVICE here",
    "SELECT ?service WHERE { ?service ?silent ?o . OPTIONAL { ?service a ?c } }",
    "SELECT * WHERE { VALUES ?service { <http://example.org/SERVICE> } ?service ?p ?o }",
    "PREFIX service: <http://example.org/> SELECT * WHERE { service:load service:from ?drop . FILTER(?drop > 1) }",
    'SELECT * WHERE { ?s ?p "LOAD <http://x/>; DROP ALL" }',
    "SELECT * WHERE { ?s <http://example.org/#service> ?o }",
    "SELECT * WHERE { ?s kg:recalls+ ?o . GRAPH ?g { ?s a eli:LegalResource } }",
    "SELECT * WHERE { ?s ?p 'caf\\u00e9' }",
]

FAULTY = [
    ("", "not a SPARQL query"),
    ("SELECT", "not a SPARQL query"),
    ("SELECT * WHERE { ?s zz:recalls ?o }", "zz"),
    ("SELECT * WHERE {" * 400, "nested too deeply"),
    ("SELECT (" + "(" * 300 + "1" + ")" * 300 + " AS ?x) WHERE {}", "nested too deeply"),
    ("SELECT * WHERE { FILTER(1" + "+1" * LONGEST + ") }", "longer than"),
    (" " * (LONGEST + 1), "longer than"),
]


@pytest.mark.parametrize("text", CALLS_OUT)
def test_no_query_asks_another_server(text: str) -> None:
    with pytest.raises(QueryError, match=r"SERVICE is not allowed|not a SPARQL query"):
        check(text)


@pytest.mark.parametrize("text", CHANGES)
def test_no_query_changes_anything(text: str) -> None:
    with pytest.raises(QueryError, match="not a SPARQL query"):
        check(text)


@pytest.mark.parametrize("text", ALLOWED)
def test_reading_is_allowed(text: str) -> None:
    assert check(text) == ()


@pytest.mark.parametrize(("text", "fault"), FAULTY)
def test_faults_are_one_line(text: str, fault: str) -> None:
    with pytest.raises(QueryError, match=fault) as caught:
        check(text)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300


def test_graphs_are_told_with_prefixes_resolved() -> None:
    text = "PREFIX g: <http://example.org/> SELECT * FROM g:a FROM NAMED <http://example.org/b> WHERE { ?s ?p ?o }"
    assert check(text) == ("http://example.org/a", "http://example.org/b")


GAP = st.sampled_from(["", " ", "\n", "\t\r\n", "#x\n", " # SERVICE\r", "#\n#{\n"])
TARGET = st.sampled_from(["<http://127.0.0.1:9/>", "?x", "$x", "cito:x", "<x>"])
WRAPPED = st.sampled_from(
    [
        "{}",
        "{{ {} }}",
        "OPTIONAL {{ {} }}",
        "FILTER EXISTS {{ {} }}",
        "{{ SELECT * WHERE {{ {} }} }}",
        "?s ?p '\\'#' . {}",
    ]
)
WORD = st.tuples(*(st.sampled_from([char.lower(), char]) for char in "SERVICE")).map("".join)


@given(WRAPPED, WORD, GAP, st.sampled_from(["", " silent ", "\nSILENT\n"]), GAP, TARGET, GAP)
def test_no_spelling_of_service_passes(
    wrapped: str, word: str, gap: str, silent: str, gap2: str, target: str, gap3: str
) -> None:
    clause = f"{word}{gap or ' '}{silent}{gap2}{target}{gap3} {{ ?a ?b ?c }}"
    with pytest.raises(QueryError):
        check(f"SELECT * WHERE {{ {wrapped.format(clause)} }}")


@given(st.text())
def test_any_text_passes_or_is_refused(text: str) -> None:
    with suppress(QueryError):
        check(text)
