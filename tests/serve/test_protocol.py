"""The endpoint against the text of SPARQL 1.1 Protocol: how queries come, how answers go, what is refused."""

from __future__ import annotations

import csv
import io
import json

import pyoxigraph
import pytest
from lxml import etree

from kg.serve.question import FORM, QUERY

from .conftest import Client

SELECT = "SELECT ?cited WHERE { <https://undocs.org/A/RES/62/209> kg:reaffirms ?cited } ORDER BY ?cited"
ASK = "ASK { ?s kg:reaffirms ?o }"
CONSTRUCT = "CONSTRUCT { ?s kg:reaffirms ?o } WHERE { ?s kg:reaffirms ?o }"
DESCRIBE = "DESCRIBE <https://undocs.org/A/RES/62/209>"
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
CSV, TSV = "text/csv", "text/tab-separated-values"
TURTLE, NTRIPLES, RDFXML = "text/turtle", "application/n-triples", "application/rdf+xml"
ADDRESS = "http://www.w3.org/2005/sparql-results#"


def _type(answer: object) -> str:
    return str(getattr(answer, "headers")["content-type"]).partition(";")[0]  # noqa: B009


WAYS = {
    "GET": lambda client, query: client.get("/sparql", params={"query": query}),
    "POST of a form": lambda client, query: client.post("/sparql", data={"query": query}),
    "POST of a query": lambda client, query: client.post(
        "/sparql", content=query.encode(), headers={"Content-Type": QUERY}
    ),
    "POST of a query with its charset": lambda client, query: client.post(
        "/sparql", content=query.encode(), headers={"Content-Type": f'{QUERY}; charset="UTF-8"'}
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_query_comes_in_three_ways(client: Client, way: str) -> None:
    answer = WAYS[way](client, SELECT)
    assert (answer.status_code, _type(answer)) == (200, JSON)
    found = answer.json()
    assert found["head"] == {"vars": ["cited"]}
    assert {"cited": {"type": "uri", "value": "https://undocs.org/A/RES/33/134"}} in found["results"]["bindings"]


NEGOTIATED = [
    (SELECT, None, JSON),
    (SELECT, "*/*", JSON),
    (SELECT, JSON, JSON),
    (SELECT, "application/json", JSON),
    (SELECT, XML, XML),
    (SELECT, "application/xml", XML),
    (SELECT, CSV, CSV),
    (SELECT, TSV, TSV),
    (SELECT, f"{CSV};q=0.5, {XML};q=0.9", XML),
    (SELECT, f"text/*;q=0.2, {TSV};q=0.1, {JSON};q=0", CSV),
    (SELECT, f"{TURTLE}, {XML};q=0.1", XML),
    (ASK, None, JSON),
    (ASK, XML, XML),
    (CONSTRUCT, None, TURTLE),
    (CONSTRUCT, "*/*", TURTLE),
    (CONSTRUCT, NTRIPLES, NTRIPLES),
    (CONSTRUCT, RDFXML, RDFXML),
    (CONSTRUCT, "application/xml", RDFXML),
    (CONSTRUCT, "application/ld+json", "application/ld+json"),
    (DESCRIBE, TURTLE, TURTLE),
    (DESCRIBE, f"{JSON}, {NTRIPLES};q=0.5", NTRIPLES),
]


@pytest.mark.parametrize(("query", "accept", "expected"), NEGOTIATED)
def test_the_form_of_an_answer_is_negotiated(client: Client, query: str, accept: str | None, expected: str) -> None:
    answer = client.get("/sparql", accept, params={"query": query})
    assert (answer.status_code, _type(answer)) == (200, expected)
    assert answer.headers["vary"] == "Accept"


@pytest.mark.parametrize(
    ("query", "accept"), [(SELECT, TURTLE), (SELECT, "image/png"), (ASK, CSV), (CONSTRUCT, JSON), (DESCRIBE, TSV)]
)
def test_a_form_that_cannot_be_had_is_406(client: Client, query: str, accept: str) -> None:
    answer = client.get("/sparql", accept, params={"query": query})
    assert answer.status_code == 406
    assert answer.text.startswith("the answer can be had as ")


def _values(client: Client, accept: str) -> list[str]:
    text = client.get("/sparql", accept, params={"query": SELECT}).text
    if accept == JSON:
        return [row["cited"]["value"] for row in json.loads(text)["results"]["bindings"]]
    if accept == XML:
        return [each.text or "" for each in etree.fromstring(text.encode()).iter(f"{{{ADDRESS}}}uri")]
    if accept == CSV:
        return [row["cited"] for row in csv.DictReader(io.StringIO(text))]
    header, *lines = text.splitlines()
    assert header == "?cited"
    return [line.strip("<>") for line in lines]


@pytest.mark.parametrize("accept", [XML, CSV, TSV])
def test_all_forms_say_the_same(client: Client, accept: str) -> None:
    assert _values(client, accept) == _values(client, JSON) != []


def test_triples_say_the_same_in_all_forms(client: Client) -> None:
    formats = {
        TURTLE: pyoxigraph.RdfFormat.TURTLE,
        NTRIPLES: pyoxigraph.RdfFormat.N_TRIPLES,
        RDFXML: pyoxigraph.RdfFormat.RDF_XML,
        "application/ld+json": pyoxigraph.RdfFormat.JSON_LD,
    }
    found = {
        accept: {
            str(quad.triple)
            for quad in pyoxigraph.parse(
                client.get("/sparql", accept, params={"query": CONSTRUCT}).content, format=format_
            )
        }
        for accept, format_ in formats.items()
    }
    assert all(each == found[TURTLE] != set() for each in found.values())


TERMS = 'SELECT ?v { VALUES ?v { <http://a/?x=1&y=2> "a<b>&\\"c\\"" "tab\\there\\nline" "x"@en 7 1.5 UNDEF } }'
EXPECTED_TSV = ["?v", "<http://a/?x=1&y=2>", '"a<b>&\\"c\\""', '"tab\\there\\nline"', '"x"@en', "7", None, ""]


def test_every_kind_of_term_in_every_form(client: Client) -> None:
    rows = client.get("/sparql", JSON, params={"query": TERMS}).json()["results"]["bindings"]
    assert [row.get("v", {}).get("type") for row in rows] == ["uri", *["literal"] * 5, None]
    assert rows[3]["v"]["xml:lang"] == "en"
    tree = etree.fromstring(client.get("/sparql", XML, params={"query": TERMS}).content)
    texts = [each.text for each in tree.iter() if each.tag.endswith(("}uri", "}literal"))]
    assert texts == [row["v"]["value"] for row in rows[:-1]]
    found = list(csv.reader(io.StringIO(client.get("/sparql", CSV, params={"query": TERMS}).text, newline="")))
    assert [row[0] if row else "" for row in found[1:]] == [*texts, ""]
    lines = client.get("/sparql", TSV, params={"query": TERMS}).text.split("\n")[:-1]
    assert [line for line, expected in zip(lines, EXPECTED_TSV, strict=True) if expected not in (None, line)] == []


def test_ask(client: Client) -> None:
    assert client.get("/sparql", params={"query": ASK}).json() == {"head": {}, "boolean": True}
    no = client.get("/sparql", XML, params={"query": "ASK { ?s <http://example.org/none> ?o }"}).content
    assert etree.fromstring(no).findtext(f"{{{ADDRESS}}}boolean") == "false"


BAD = [
    ("no query", lambda client: client.get("/sparql"), 400),
    ("an empty query", lambda client: client.get("/sparql", params={"query": " "}), 400),
    ("two queries", lambda client: client.get("/sparql?query=ASK%7B%7D&query=ASK%7B%7D"), 400),
    ("a query that does not parse", lambda client: client.get("/sparql", params={"query": "SELECT nonsense"}), 400),
    (
        "two queries in a form",
        lambda client: client.post(
            "/sparql", content=b"query=ASK%7B%7D&query=ASK%7B%7D", headers={"Content-Type": FORM}
        ),
        400,
    ),
    ("a form without a query", lambda client: client.post("/sparql", data={"other": "x"}), 400),
    (
        "a form with its query in the address",
        lambda client: client.post("/sparql?query=ASK%7B%7D", data={"other": "x"}),
        400,
    ),
    (
        "a query in both places",
        lambda client: client.post("/sparql?query=ASK%7B%7D", content=b"ASK{}", headers={"Content-Type": QUERY}),
        400,
    ),
    ("no media type", lambda client: client.post("/sparql", content=b"ASK{}"), 415),
    (
        "another media type",
        lambda client: client.post("/sparql", content=b"ASK{}", headers={"Content-Type": "text/plain"}),
        415,
    ),
    (
        "another charset",
        lambda client: client.post(
            "/sparql", content="ASK{}".encode("utf-16"), headers={"Content-Type": f"{QUERY}; charset=UTF-16"}
        ),
        415,
    ),
    (
        "a query that is not UTF-8",
        lambda client: client.post("/sparql", content=b"ASK { ?s ?p '\xff' }", headers={"Content-Type": QUERY}),
        400,
    ),
    ("fields that are not UTF-8", lambda client: client.get("/sparql?query=%FF"), 400),
    ("PUT", lambda client: client.request("PUT", "/sparql", content=b"ASK{}"), 405),
    ("DELETE", lambda client: client.request("DELETE", "/sparql"), 405),
    ("too many fields", lambda client: client.get("/sparql?" + "a=b&" * 200 + "query=ASK%7B%7D"), 400),
]


@pytest.mark.parametrize(("what", "ask", "status"), BAD, ids=[name for name, _, _ in BAD])
def test_bad_requests(client: Client, what: str, ask: object, status: int) -> None:
    answer = ask(client)  # type: ignore[operator]
    assert answer.status_code == status, what
    assert _type(answer) == "text/plain"
    assert answer.text.count("\n") == 1


UPDATES = [
    "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
    "DELETE WHERE { ?s ?p ?o }",
    "DROP ALL",
    "CLEAR DEFAULT",
    "LOAD <file:///etc/passwd>",
    "LOAD <http://127.0.0.1:9/x>",
    "CREATE GRAPH <urn:g>",
]


@pytest.mark.parametrize("text", UPDATES)
def test_updates_are_refused_however_they_come(client: Client, text: str) -> None:
    before = client.get("/sparql", params={"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}).text
    answers = [
        client.get("/sparql", params={"query": text}),
        client.get("/sparql", params={"update": text}),
        client.post("/sparql", data={"update": text}),
        client.post("/sparql", content=text.encode(), headers={"Content-Type": QUERY}),
        client.post("/sparql", content=text.encode(), headers={"Content-Type": "application/sparql-update"}),
    ]
    assert [answer.status_code for answer in answers] == [400, 400, 400, 400, 415]
    assert client.get("/sparql", params={"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}).text == before


REACHING = [
    "SELECT * { SERVICE <http://127.0.0.1:9/sparql> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "ASK { FILTER EXISTS { SERVICE ?x { ?s ?p ?o } } }",
    "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    "SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }",
    "SELECT * FROM <http://127.0.0.1:9/data.ttl> { ?s ?p ?o }",
]


@pytest.mark.parametrize("text", REACHING)
def test_no_query_reaches_anything_else(client: Client, text: str) -> None:
    answer = client.get("/sparql", params={"query": text})
    assert answer.status_code == 400
    assert any(words in answer.text for words in ("SERVICE is not allowed", "a graph that the store does not hold"))


@pytest.mark.parametrize("graph", ["file:///etc/passwd", "http://127.0.0.1:9/data.ttl", "not an IRI", ""])
@pytest.mark.parametrize("part", ["default-graph-uri", "named-graph-uri"])
def test_no_dataset_reaches_anything_else(client: Client, part: str, graph: str) -> None:
    answer = client.get("/sparql", params={"query": ASK, part: graph})
    assert answer.status_code == 400
    assert answer.text.startswith("the dataset names a graph ")


GRAPHS = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"
CITING = "SELECT DISTINCT ?s { ?s cito:cites ?o } ORDER BY ?s"


def _names(client: Client, **fields: object) -> list[str]:
    rows = client.get("/sparql", JSON, params=fields).json()["results"]["bindings"]
    return [term["value"] for row in rows for term in row.values()]


def test_the_dataset_of_the_protocol(client: Client) -> None:
    graphs = _names(client, query=GRAPHS)
    assert len(graphs) > 2
    named = graphs[:2]
    assert _names(client, query=GRAPHS, **{"named-graph-uri": named}) == named
    assert _names(client, query=GRAPHS, **{"default-graph-uri": named}) == []
    whole, one = _names(client, query=CITING), _names(client, query=CITING, **{"default-graph-uri": graphs[0]})
    assert set(one) < set(whole)
    assert _names(client, query=CITING, **{"named-graph-uri": named}) == []


def test_the_dataset_of_the_protocol_stands_before_that_of_the_query(client: Client) -> None:
    graphs = _names(client, query=GRAPHS)
    text = GRAPHS.replace("{ GRAPH", f"FROM NAMED <{graphs[0]}> {{ GRAPH", 1)
    assert _names(client, query=text) == graphs[:1]
    assert _names(client, query=text, **{"named-graph-uri": graphs[1]}) == graphs[1:2]
    posted = client.post(f"/sparql?named-graph-uri={graphs[1]}", content=text.encode(), headers={"Content-Type": QUERY})
    assert posted.json()["results"]["bindings"] == [{"g": {"type": "uri", "value": graphs[1]}}]


def test_the_usual_prefixes_need_not_be_declared_and_can_be(client: Client) -> None:
    declared = f"PREFIX kg: <http://example.org/> {ASK}"
    assert client.get("/sparql", params={"query": declared}).json()["boolean"] is False


def test_the_service_describes_itself(client: Client) -> None:
    answer = client.get("/sparql", TURTLE)
    assert _type(answer) == TURTLE
    triples = list(
        pyoxigraph.parse(answer.text, format=pyoxigraph.RdfFormat.TURTLE, base_iri="http://localhost/sparql")
    )
    assert any(quad.object == pyoxigraph.NamedNode("http://localhost/sparql") for quad in triples)


def test_head_is_a_get_without_a_body(client: Client) -> None:
    answer = client.request("HEAD", "/sparql", params={"query": ASK})
    assert (answer.status_code, _type(answer)) == (200, JSON)


@pytest.mark.parametrize(
    ("format_", "query", "expected"),
    [("csv", SELECT, CSV), ("tsv", SELECT, TSV), ("turtle", CONSTRUCT, TURTLE), ("csv", CONSTRUCT, TURTLE)],
)
def test_a_link_can_ask_for_a_form(client: Client, format_: str, query: str, expected: str) -> None:
    assert _type(client.get("/sparql", params={"query": query, "format": format_})) == expected
