"""The pages: what they show, where they lead, what they say when there is nothing to show."""

from __future__ import annotations

import re
from html import unescape

import pytest
from lxml import html

from kg import export, query

from .conftest import Client

HTML = "text/html"


def _text(page: str) -> str:
    return " ".join(" ".join(map(str, html.fromstring(page).itertext())).split())


def _links(page: str) -> set[str]:
    return {unescape(found) for found in re.findall(r'href="([^"#]*)', page)}


def test_home_shows_what_is_there(client: Client) -> None:
    page = client.get("/", HTML).text
    assert "documents read" in _text(page)
    assert {"/queries", "/sparql", "/instrument/A/RES/33/134"} <= _links(page)


def test_no_page_names_another_server_but_that_of_the_documents(client: Client) -> None:
    for path in ("/", "/search?q=cooperation", "/instrument/A/RES/62/209", "/queries", "/sparql", "/queries/cites"):
        found = {link for link in _links(client.get(path, HTML).text) if "//" in link}
        assert all(link.startswith("https://undocs.org/") for link in found), path


@pytest.mark.parametrize(
    ("words", "status", "leads"),
    [
        ("62/209", 303, "/instrument/A/RES/62/209"),
        ("A/RES/62/209", 303, "/instrument/A/RES/62/209"),
        ("Secretary-General", 303, "/instrument/body/secretary-general"),
        ("cooperation", 200, None),
        ("no such thing", 200, None),
        ("", 200, None),
    ],
)
def test_an_exact_name_leads_to_its_page(client: Client, words: str, status: int, leads: str | None) -> None:
    answer = client.get("/search", HTML, params={"q": words, "go": "1"})
    assert (answer.status_code, answer.headers.get("location")) == (status, leads)


def test_search_lists_with_kinds(client: Client) -> None:
    page = client.get("/search?q=cooperation", HTML).text
    assert "/instrument/A/RES/62/209" in _links(page)
    only = client.get("/search?q=cooperation&kind=body", HTML).text
    assert "/instrument/A/RES/62/209" not in _links(only)


def test_nothing_found_says_so_and_suggests(client: Client) -> None:
    page = client.get("/search?q=coopperation", HTML).text
    assert "Nothing has these words" in _text(page)
    assert "/instrument/A/RES/62/209" in _links(page)


@pytest.mark.parametrize(
    "path", ["/search?q=a&page=0", "/search?q=a&page=x", "/search?q=a&page=²", "/search?kind=nonsense"]
)
def test_bad_search(client: Client, path: str) -> None:
    answer = client.get(path, HTML)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text


def test_suggestions(client: Client) -> None:
    found = client.get("/suggest?q=62/20").json()
    assert {"value": "A/RES/62/209", "label": "South-South cooperation · 2007"} in found
    assert client.get("/suggest").json() == []


@pytest.mark.parametrize(
    ("given", "canonical"),
    [
        ("62/209", "A/RES/62/209"),
        ("a/res/62/209", "A/RES/62/209"),
        ("https://undocs.org/A/RES/62/209", "A/RES/62/209"),
        ("Secretary-General", "body/secretary-general"),
    ],
)
def test_every_name_leads_to_one_address(client: Client, given: str, canonical: str) -> None:
    answer = client.get(f"/instrument/{given}")
    assert (answer.status_code, answer.headers["location"]) == (307, f"/instrument/{canonical}")


def test_instrument_page(client: Client) -> None:
    page = client.get("/instrument/A/RES/62/209", HTML).text
    text = _text(page)
    assert html.fromstring(page).findtext(".//h1") == "South-South cooperation"
    assert "What it cites" in text
    assert "Who is asked for what" in text
    assert {"/read/A/RES/62/209", "/graph/A/RES/62/209", "/instrument/A/RES/33/134"} <= _links(page)
    assert {f"/export/A/RES/62/209?form={name}" for name in export.FORMATS} <= _links(page)


def test_cited_instrument_page(client: Client) -> None:
    page = client.get("/instrument/A/RES/33/134", HTML).text
    assert "/instrument/A/RES/62/209" in _links(page)
    assert html.fromstring(page).find(".//svg") is not None
    assert "reaffirms" in _text(page)


def test_body_page_shows_what_was_asked(client: Client) -> None:
    page = client.get("/instrument/body/secretary-general", HTML).text
    assert "What was asked of it" in _text(page)
    assert any(link.startswith("/read/A/RES/62/209") for link in _links(page))


@pytest.mark.parametrize(
    "name", ["A/RES/62/208", "A/RES/99/1", "no such thing", "body/nobody", "%00", "A" * 3000, "..%2F..%2Fetc"]
)
@pytest.mark.parametrize("page", ["instrument", "read", "graph", "export"])
def test_unknown_things_are_404_with_suggestions(client: Client, page: str, name: str) -> None:
    answer = client.get(f"/{page}/{name}", HTML)
    assert answer.status_code == 404
    assert "Not in this graph" in answer.text


def test_suggestions_for_an_unknown_symbol(client: Client) -> None:
    page = client.get("/instrument/A/RES/62/20", HTML).text
    assert {"/instrument/A/RES/62/209", "https://undocs.org/A/RES/62/20"} <= _links(page)


def test_reader_page_leads_to_the_pages_here(client: Client) -> None:
    page = client.get("/read/A/RES/62/209").text
    assert "/instrument/A/RES/33/134" in _links(page)
    assert "https://undocs.org/A/RES/33/134" not in _links(page)


def test_a_text_that_is_not_there(client: Client) -> None:
    answer = client.get("/read/A/RES/60/212", HTML)
    assert answer.status_code == 404
    assert "does not hold the text" in answer.text
    assert "/instrument/A/RES/60/212" in _links(answer.text)
    assert "/read/A/RES/60/212" not in _links(client.get("/instrument/A/RES/60/212", HTML).text)


@pytest.mark.parametrize("depth", ["1", "2", "3"])
def test_graph_page(client: Client, depth: str) -> None:
    page = client.get(f"/graph/A/RES/62/209?depth={depth}").text
    assert "<title>Citations around A/RES/62/209</title>" in page
    assert "A/RES/33/134" in page


@pytest.mark.parametrize("depth", ["0", "9", "x", ""])
def test_bad_depth(client: Client, depth: str) -> None:
    assert client.get(f"/graph/A/RES/62/209?depth={depth}").status_code == 400


@pytest.mark.parametrize("form", list(export.FORMATS))
def test_downloads(client: Client, form: str) -> None:
    answer = client.get(f"/export/A/RES/62/209?form={form}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(export.FORMATS[form].media_type)
    assert answer.headers["content-disposition"].endswith(f'A_RES_62_209{export.FORMATS[form].suffix}"')
    assert len(answer.content) > 100


def test_no_other_downloads(client: Client) -> None:
    assert client.get("/export/A/RES/62/209?form=nonsense").status_code == 400
    assert client.get("/export/A/RES/60/212?form=turtle").status_code == 404


def test_catalogue_lists_all_queries(client: Client) -> None:
    assert {f"/queries/{each.name}" for each in query.load()} <= _links(client.get("/queries", HTML).text)


@pytest.mark.parametrize("each", list(query.load()), ids=lambda each: each.name)
def test_every_query_has_a_form_and_an_answer(client: Client, each: query.Query) -> None:
    empty = client.get(f"/queries/{each.name}", HTML)
    assert empty.status_code == 200
    values = {parameter.name: parameter.example for parameter in each.parameters}
    page = client.get(f"/queries/{each.name}", HTML, params=values).text
    tree = html.fromstring(page)
    labelled = {label.get("for") for label in tree.iter("label")}
    fields = [field for field in tree.iter("input", "select") if field.get("type") != "hidden"]
    assert {field.get("id") for field in fields} <= labelled
    assert {parameter.name for parameter in each.parameters} <= {field.get("name") for field in fields}
    asked = client.get(f"/queries/{each.name}", params={**values, "format": "csv"})
    assert asked.headers["content-type"] == "text/csv; charset=utf-8"
    rows = asked.text.split("\r\n")[1:-1]
    assert len(tree.findall(".//tbody/tr")) == len(rows)


def test_a_query_that_lacks_a_value_says_so(client: Client) -> None:
    answer = client.get("/queries/cited-by?under=recalls", HTML)
    assert answer.status_code == 400
    assert "instrument is required" in answer.text
    wrong = client.get("/queries/cited-by?instrument=no+such+thing", HTML)
    assert wrong.status_code == 400
    assert "neither a symbol nor a name" in wrong.text


def test_values_are_never_text_of_the_query(client: Client) -> None:
    bad = 'x" . } INSERT DATA { <urn:a> <urn:b> <urn:c> } #'
    answer = client.get("/queries/find", params={"words": bad, "format": "json"})
    assert answer.json()["results"]["bindings"] == []


def test_no_such_query(client: Client) -> None:
    answer = client.get("/queries/cited-bye", HTML)
    assert answer.status_code == 404
    assert "did you mean cited-by" in answer.text
    assert client.get("/queries/cited-by?instrument=33/134&format=exe").status_code == 400


def test_the_editor_page(client: Client) -> None:
    page = client.get("/sparql", HTML)
    assert page.status_code == 200
    assert 'name="query"' in page.text
    answered = client.get("/sparql", HTML, params={"query": "SELECT * { ?s kg:reaffirms ?o }"}).text
    assert "/instrument/A/RES/33/134" in _links(answered)
    wrong = client.get("/sparql", HTML, params={"query": "SELECT <x"})
    assert wrong.status_code == 400
    assert "not a SPARQL query" in wrong.text
    assert "SELECT &lt;x" in wrong.text


@pytest.mark.parametrize("path", ["/nothing", "/static/nothing.css", "/static/..%2Fserver.py", "/instruments"])
def test_no_such_page(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404
    assert client.get(path, HTML).headers["content-type"].startswith("text/html")


def test_static_files_are_cached(client: Client) -> None:
    first = client.get("/static/site.css")
    assert first.headers["content-type"].startswith("text/css")
    again = client.get("/static/site.css", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
