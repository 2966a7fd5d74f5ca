"""The application in a real browser. The `visit` fixture asserts that nothing is logged, fails or asks elsewhere."""

from __future__ import annotations

import re
from itertools import pairwise
from urllib.parse import quote

import pytest

from kg.view.web_bundle import web_bundle
from tests.view.conftest import HOSTILE

from .conftest import Client, Open, Server

PAGES = {
    "home": "/",
    "search": "/search?q=south",
    "nothing": "/search?q=nonsense",
    "instrument": "/instrument/A/RES/62/209",
    "cited": "/instrument/A/RES/33/134",
    "body": "/instrument/body/secretary-general",
    "queries": "/queries",
    "query": "/queries/cites?document=62/209",
    "form": "/queries/mandates",
    "sparql": "/sparql?query=SELECT%20*%20%7B%20%3Fs%20kg%3Areaffirms%20%3Fo%20%7D",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 400])
@pytest.mark.parametrize("name", PAGES)
def test_it_opens(visit: Open, server: Server, name: str, width: int, scheme: str) -> None:
    opened = visit(server, width=width, scheme=scheme)
    page = opened.go(PAGES[name])
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == ("rgb(22, 23, 25)" if scheme == "dark" else "rgb(251, 251, 249)")
    opened.keep(f"serve-{name}-{width}-{scheme}")


_UNNAMED = """() => [...document.querySelectorAll('input, select, textarea, button, a[href], svg[role=img]')]
  .filter(each => each.type !== 'hidden')
  .filter(each => !(each.labels?.length || each.textContent.trim() || each.getAttribute('aria-label')))
  .map(each => each.outerHTML)"""


@pytest.mark.parametrize("path", PAGES.values())
def test_everything_has_a_name(visit: Open, server: Server, path: str) -> None:
    page = visit(server).go(path)
    unnamed = page.evaluate(_UNNAMED)
    assert unnamed == []
    levels = page.evaluate("[...document.querySelectorAll('h1, h2, h3')].map(each => Number(each.tagName[1]))")
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_from_the_search_to_the_text_by_keyboard(visit: Open, server: Server) -> None:
    page = visit(server).go("/")
    assert page.evaluate("document.activeElement.id") == "words"
    page.keyboard.type("62/209")
    page.keyboard.press("Enter")
    page.wait_for_url("**/instrument/A/RES/62/209")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Read the text"
    page.keyboard.press("Enter")
    page.wait_for_url("**/read/A/RES/62/209")
    assert "South-South cooperation" in page.locator("h1").inner_text()


def test_suggestions_come_while_typing(visit: Open, server: Server) -> None:
    page = visit(server).go("/")
    page.locator("#words").press_sequentially("62/20", delay=30)
    option = page.locator("datalist option[value='A/RES/62/209']")
    option.wait_for(state="attached")
    assert option.text_content() == "South-South cooperation · 2007"


def test_a_search_lists_and_leads_on(visit: Open, server: Server) -> None:
    page = visit(server).go("/")
    page.fill("#words", "south-south")
    page.get_by_role("button", name="Search").click()
    assert "hits" in page.get_by_role("status").inner_text()
    page.locator(".tabs").get_by_role("link", name=re.compile("instrument")).click()
    assert all("instrument" in each for each in page.locator(".hits .badge").all_inner_texts())


def test_a_form_is_filled_in_and_answered(visit: Open, server: Server) -> None:
    page = visit(server).go("/queries/cites")
    page.get_by_label(re.compile("document")).fill("62/209")
    page.get_by_label("under").select_option("reaffirms")
    page.get_by_label("under").press("Tab")
    page.get_by_role("button", name="Ask").click()
    assert page.locator("tbody tr").count() == int(page.get_by_role("status").inner_text().split()[0])
    assert page.get_by_label("under").input_value() == "reaffirms"
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    assert download.value.suggested_filename == "cites.csv"
    page.get_by_text("The query in SPARQL").click()
    page.get_by_role("link", name="Ask it in the editor").click()
    assert page.locator("tbody tr").count() > 0


def test_a_document_is_downloaded(visit: Open, server: Server) -> None:
    page = visit(server).go("/instrument/A/RES/62/209")
    page.locator(".menu summary").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="turtle").click()
    assert download.value.suggested_filename == "A_RES_62_209.ttl"


def test_the_graph_page_draws(visit: Open, server: Server) -> None:
    opened = visit(server)
    page = opened.go("/instrument/A/RES/62/209")
    page.get_by_role("link", name="Graph around it").click()
    page.wait_for_selector("canvas")
    assert page.locator("#failure").is_hidden()
    opened.keep("serve-graph")


def test_a_fault_in_a_query_is_shown_beside_it(visit: Open, server: Server) -> None:
    opened = visit(server, scripts=False)
    page = opened.go("/sparql?query=SELECT%20nonsense")
    assert "not a SPARQL query" in page.get_by_role("alert").inner_text()
    opened.keep("serve-fault")
    assert [fault for fault in opened.faults if "400 (Bad Request)" not in fault] == []
    opened.faults.clear()


def test_without_scripts_the_form_asks(visit: Open, server: Server) -> None:
    page = visit(server, scripts=False).go("/sparql")
    page.get_by_label("Query").fill("SELECT ?cited { ?s kg:reaffirms ?cited }")
    page.get_by_role("button", name="Ask").click()
    page.get_by_role("link", name="A/RES/33/134").click()
    assert page.locator("h1").inner_text() != ""
    assert page.url.endswith("/instrument/A/RES/33/134")


@pytest.mark.skipif(web_bundle("yasgui.js") is None, reason="needs the bundle of npm: make bundle")
def test_the_editor_asks_and_leads_to_the_pages_here(visit: Open, server: Server) -> None:
    opened = visit(server)
    page = opened.go("/sparql")
    page.locator("#editor .CodeMirror").click()
    page.keyboard.press("Control+a")
    page.keyboard.type("PREFIX kg: <https://w3id.org/instrument-kg/ns#> SELECT ?o { ?s kg:reaffirms ?o }")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Ask"
    page.keyboard.press("Enter")
    link = page.get_by_role("link", name="A/RES/33/134")
    link.wait_for()
    assert "kg:reaffirms ?o" in page.locator("#editor .CodeMirror").inner_text()
    opened.keep("serve-editor")
    link.click()
    page.wait_for_url("**/instrument/A/RES/33/134")


def test_an_unknown_thing_has_suggestions(visit: Open, server: Server) -> None:
    opened = visit(server)
    page = opened.go("/instrument/A/RES/62/20")
    assert page.locator(".hit").count() > 0
    opened.keep("serve-unknown")
    assert [fault for fault in opened.faults if "404 (Not Found)" not in fault] == []
    opened.faults.clear()


FIELDS = (
    f"/search?q={quote(HOSTILE)}",
    f"/queries/find?words={quote(HOSTILE)}",
    f"/sparql?query={quote('SELECT (' + repr('<img src=x onerror=1>') + ' AS ?x) {}')}",
    "/",
    "/search?q=script",
    "/queries/cites?document=62/209",
    "/queries/asked?document=62/209",
    "/queries/documents",
    "/instrument/A/RES/62/209",
    "/instrument/A/RES/33/134",
    "/instrument/body/secretary-general",
    "/read/A/RES/62/209",
    "/graph/A/RES/62/209",
)


@pytest.mark.parametrize("path", FIELDS)
def test_hostile_text_stays_text(visit: Open, hostile_server: Server, path: str) -> None:
    opened = visit(hostile_server)
    page = opened.go(path)
    page.wait_for_timeout(200)
    assert page.evaluate("window.hit") is None
    assert page.locator("img").count() == 0
    if "/graph/" not in path:
        assert "<img src=x" in page.content().replace("&lt;", "<")
    opened.keep(f"serve-hostile-{FIELDS.index(path)}")


@pytest.mark.parametrize("path", [f"{start}{quote(HOSTILE)}" for start in ("/instrument/", "/sparql?query=", "/")])
def test_hostile_addresses_stay_text(hostile_client: Client, path: str) -> None:
    answer = hostile_client.get(path, "text/html")
    assert answer.status_code in (400, 404)
    assert "<script>window" not in answer.text
    assert "<img" not in answer.text
