"""Choices on the graph page, in a real browser: search, filters, ways to look, keys, links, saving."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

from kg.network import Network
from kg.view import graph_page

from .conftest import HOSTILE, Open

CHARTER = "charter-of-the-united-nations"
ELEPHANTS = [f"A/RES/{50 + year}/{40 + year}" for year in range(12)]
RIVERS = [f"A/RES/{50 + year}/{140 + year}" for year in range(12)]


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("62/209", ["A/RES/62/209"]),
        ("SOUTH-south", ["A/RES/62/209"]),
        ("buenos  aires", ["Buenos Aires Plan of Action"]),
        ("A/RES/5", ["A/RES/50/119", "A/RES/57/263", "A/RES/50/119"]),
    ],
)
def test_search(look: Open, decades: Network, words: str, titles: list[str]) -> None:
    page = look(graph_page(decades, title="Search")).page
    page.fill("#words", words)
    found = []
    for _ in titles:
        page.press("#words", "Enter")
        found.append(page.locator("#panel h2").inner_text())
    assert found == titles
    assert page.evaluate("document.activeElement.id") == "words"


def test_search_backwards_and_without_hit(look: Open, decades: Network) -> None:
    page = look(graph_page(decades, title="Search")).page
    page.fill("#words", "A/RES/5")
    assert page.locator("#hits").inner_text() == "2 hits"
    page.press("#words", "Shift+Enter")
    assert page.locator("#hits").inner_text() == "2 of 2"
    page.fill("#words", "no such thing")
    page.press("#words", "Enter")
    assert page.locator("#hits").inner_text() == "no hit"


def test_filter_by_kind(look: Open, decades: Network) -> None:
    opened = look(graph_page(decades, title="Filter"))
    assert "8 nodes, 8 citations" in opened.page.locator("#count").inner_text()
    opened.page.uncheck("#kinds input[value=body]")
    assert "secretary-general" not in opened.shown()
    assert "7 of 8 nodes, 7 of 8 citations" in opened.page.locator("#count").inner_text()
    opened.page.fill("#words", "secretary")
    opened.page.press("#words", "Enter")
    assert opened.page.locator("#hits").inner_text() == "no hit (1 hidden by filters)"
    opened.page.get_by_role("button", name="Kinds: none").click()
    assert opened.shown() == set()
    opened.keep("filtered-none")
    opened.page.get_by_role("button", name="Kinds: all").click()
    assert len(opened.shown()) == 8


def test_filter_by_relation_takes_along_what_hung_on_it(look: Open, decades: Network) -> None:
    opened = look(graph_page(decades, title="Filter"))
    opened.page.uncheck("#relations input[value=takes_note]")
    assert "A/58/683" not in opened.shown()
    opened.page.get_by_role("button", name="Relations: none").click()
    assert opened.shown() == {"A/RES/62/209", "A/RES/57/263", "A/RES/50/119", "A/DEC/62/518"}
    opened.page.check("#relations input[value=recalls]")
    assert "A/RES/33/134" in opened.shown()


def test_filter_by_organ(look: Open, families: Network) -> None:
    opened = look(graph_page(families, title="Filter"))
    opened.page.locator("#organs").get_by_label("General Assembly").uncheck()
    assert opened.shown() == {*RIVERS, CHARTER, "secretary-general"}
    opened.page.locator("#organs").get_by_label("None known").uncheck()
    assert opened.shown() == {*RIVERS}


def test_filter_by_years(look: Open, families: Network) -> None:
    opened = look(graph_page(families, title="Filter"))
    opened.page.get_by_label("from").fill("1996")
    opened.page.get_by_label("to").fill("1997")
    years = {*ELEPHANTS[1:3], *RIVERS[1:3]}
    assert opened.shown() == {*years, "secretary-general"}
    opened.page.get_by_label("No date").uncheck()
    assert opened.shown() == years
    opened.page.get_by_label("from").fill("")
    assert opened.shown() == {CHARTER, *ELEPHANTS[:3], *RIVERS[:3]}


def test_communities_are_lanes_and_filters(look: Open, families: Network) -> None:
    opened = look(graph_page(families, title="Lanes"))
    page = opened.page
    assert page.locator("#communities .choice").count() == 3
    assert page.locator("#lanes").input_value() == "0"
    rows = [opened.pixel_of(identity)[1] for identity in (*ELEPHANTS, *RIVERS)]
    assert max(rows[:12]) < min(rows[12:]) or max(rows[12:]) < min(rows[:12])
    rivers = page.evaluate("s => kgPage.data.nodes.find(node => node.identity === s).community", RIVERS[5])
    page.locator(f"#communities input[value='{rivers}']").uncheck()
    assert not opened.shown() & set(RIVERS)
    assert set(ELEPHANTS) <= opened.shown()
    before = opened.still()
    page.select_option("#lanes", label="Kinds")
    page.select_option("#colours", label="Kinds")
    assert opened.still() != before
    opened.keep("lanes-kinds")


def test_years_run_from_left_to_right(look: Open, families: Network) -> None:
    opened = look(graph_page(families, title="Time"))
    places = [opened.pixel_of(identity)[0] for identity in (CHARTER, *ELEPHANTS)]
    assert places == sorted(places)


def test_hubs_are_folded_away_with_one_click(look: Open, families: Network) -> None:
    opened = look(graph_page(families, title="Hubs"))
    hubs = {CHARTER, "secretary-general"}
    opened.page.get_by_role("button", name="Fold away 2 hubs").click()
    assert opened.shown() == {*ELEPHANTS, *RIVERS}
    assert not any(cited in hubs for _, cited in opened.drawn())
    opened.keep("hubs-folded")
    opened.page.get_by_role("button", name="List the hubs").click()
    assert set(opened.page.locator("#panel .goto span").all_inner_texts()) == {
        "Charter of the United Nations",
        "Secretary-General",
    }
    opened.page.get_by_role("button", name="Unfold 2 hubs").click()
    assert hubs < opened.shown()


def test_the_main_path_is_bold_and_can_be_listed(look: Open, families: Network) -> None:
    opened = look(graph_page(families, title="Main path"))
    opened.page.get_by_role("button", name="List the main path").click()
    listed = opened.page.locator("#panel .goto span").all_inner_texts()
    assert listed[-1] in {ELEPHANTS[-1], RIVERS[-1]}
    dates = [
        opened.page.evaluate("s => kgPage.data.nodes.find(n => [n.identity, n.name].includes(s)).date", each)
        for each in listed
    ]
    assert dates == sorted(dates)
    opened.page.keyboard.press("Escape")
    bold = opened.still()
    opened.page.locator("#path").uncheck()
    assert opened.still() != bold


def test_which_lines_are_drawn(look: Open, families: Network) -> None:
    opened = look(graph_page(families, title="Lines"))
    every = opened.drawn()
    opened.page.select_option("#lines", label="Chains only")
    chains = opened.drawn()
    assert (ELEPHANTS[5], ELEPHANTS[4]) in chains
    assert (ELEPHANTS[5], ELEPHANTS[3]) not in chains
    assert chains < every
    opened.page.locator("#path").uncheck()
    opened.page.select_option("#lines", label="Of what is chosen")
    assert opened.drawn() == set()
    opened.page.fill("#words", ELEPHANTS[11])
    opened.page.press("#words", "Enter")
    assert opened.drawn() == {pair for pair in every if ELEPHANTS[11] in pair}


def test_double_click_opens_the_neighbourhood(look: Open, families: Network) -> None:
    opened = look(graph_page(families, title="Around"))
    opened.page.mouse.dblclick(*opened.pixel_of(ELEPHANTS[5]))
    around = {*ELEPHANTS, CHARTER, "secretary-general"}
    assert opened.shown() == around
    assert opened.page.locator("#around-name").inner_text() == ELEPHANTS[5]
    opened.keep("around")
    opened.page.get_by_role("button", name="Show all again").click()
    assert len(opened.shown()) == len(families)
    opened.click_node(ELEPHANTS[5])
    opened.page.get_by_role("button", name="Show its neighbourhood").click()
    assert opened.shown() == around
    opened.page.keyboard.press("Escape")
    assert len(opened.shown()) == len(families)


def test_links_lead_where_they_are_told(look: Open, decades: Network) -> None:
    page = graph_page(
        decades,
        title="Links",
        link="/instrument/{identity}",
        reader=lambda thing: f"texts/{thing.identity.replace('/', '-')}.html",
    )
    opened = look(page)
    opened.click_node("A/RES/57/263")
    links = opened.page.locator("#panel").get_by_role("link")
    assert links.evaluate_all("all => all.map(one => [one.textContent, one.getAttribute('href')])") == [
        ["Read its text", "texts/A-RES-57-263.html"],
        ["Open its page", "/instrument/A/RES/57/263"],
        ["Official document", "https://undocs.org/A/RES/57/263"],
    ]
    opened.click_node("A/RES/33/134")
    assert "Read its text" not in opened.page.locator("#panel").inner_text()


def test_double_click_leads_to_the_page_of_the_neighbourhood(look: Open, decades: Network) -> None:
    opened = look(graph_page(decades, title="Links", around="#around={identity}"))
    opened.page.mouse.dblclick(*opened.pixel_of("A/RES/57/263"))
    assert opened.page.evaluate("location.hash") == "#around=A/RES/57/263"


def test_keyboard_path(look: Open, decades: Network) -> None:
    page = look(graph_page(decades, title="Keys")).page
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "words"
    page.keyboard.type("57/263")
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == "A/RES/57/263"
    page.keyboard.press("Escape")
    assert not page.locator("#panel").is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "show-list"
    page.keyboard.press("Enter")
    assert page.locator("#panel .goto").count() == 8
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == "A/RES/33/134"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == "A/RES/50/119"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "show-list"


def test_arrow_keys_move_the_drawing_and_zero_shows_the_whole(look: Open, sixty: Network) -> None:
    page = look(graph_page(sixty, title="Keys")).page
    page.locator("#stage").focus()
    page.keyboard.press("0")
    whole = page.evaluate("kgPage.picture.camera()")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("+")
    moved = page.evaluate("kgPage.picture.camera()")
    assert moved["x"] > whole["x"]
    assert moved["y"] > whole["y"]
    assert moved["scale"] > whole["scale"]
    page.keyboard.press("0")
    assert page.evaluate("kgPage.picture.camera()") == pytest.approx(whole)


def _saved(page: Page, name: str) -> tuple[str, bytes]:
    page.locator("#save summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    page.keyboard.press("Escape")
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_saving(look: Open, decades: Network) -> None:
    page = look(graph_page(decades, title="South–South: 62/209")).page
    name, picture = _saved(page, "Picture (PNG)")
    assert (name, picture[:8]) == ("south-south-62-209.png", b"\x89PNG\r\n\x1a\n")
    assert len(picture) > 10_000
    page.uncheck("#kinds input[value=body]")
    data = json.loads(_saved(page, "Data (JSON)")[1])
    assert (len(data["nodes"]), len(data["citations"])) == (7, 7)
    name, table = _saved(page, "Citations (CSV)")
    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"))))
    assert (name, len(rows)) == ("south-south-62-209.citations.csv", 7)
    assert [row["quote"] for row in rows if row["cited"] == "A/58/683"] == ["A/58/683"]
    _, table = _saved(page, "Nodes (CSV)")
    assert {row["identity"] for row in csv.DictReader(io.StringIO(table.decode("utf-8-sig")))} == {
        node["identity"] for node in data["nodes"]
    }


def test_a_picture_that_the_browser_cannot_make_is_told_of(look: Open, decades: Network) -> None:
    page = look(graph_page(decades, title="South–South: 62/209")).page
    page.evaluate("() => { HTMLCanvasElement.prototype.toBlob = take => take(null); }")
    page.click("#save summary")
    page.get_by_role("button", name="Picture (PNG)").click()
    assert page.inner_text("#hits") == "no picture: the browser cannot make one of this size"
    assert page.is_hidden("#failure")


def test_saved_data_is_what_the_graph_says(look: Open, hostile: Network) -> None:
    page = look(graph_page(hostile, title=HOSTILE)).page
    for name in ("Data (JSON)", "Nodes (CSV)", "Citations (CSV)"):
        assert "window.hit=1" in _saved(page, name)[1].decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(_saved(page, "Citations (CSV)")[1].decode("utf-8-sig"), newline="")))
    assert {row["quote"] for row in rows} == {HOSTILE}
