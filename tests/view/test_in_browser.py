"""The graph page in a real browser. The `look` fixture asserts that nothing is asked for, logged or run besides."""

from __future__ import annotations

import pytest

from kg.network import Network
from kg.view import graph_page

from .conftest import HOSTILE, Look, Open


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 400])
@pytest.mark.parametrize("name", ["star", "sixty", "decades"])
def test_it_opens(look: Open, request: pytest.FixtureRequest, name: str, width: int, scheme: str) -> None:
    opened = look(graph_page(request.getfixturevalue(name), title=f"Network {name}"), width=width, scheme=scheme)
    page = opened.page
    assert page.locator("h1").inner_text() == f"Network {name}"
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.locator("#canvas canvas").count() == 1
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == ("rgb(22, 23, 25)" if scheme == "dark" else "rgb(251, 251, 249)")
    opened.keep(f"{name}-{width}-{scheme}")


def test_labels_are_no_wider_than_the_layout_thinks(look: Open, star: Network) -> None:
    page = look(graph_page(star, title="Star")).page
    touching = page.evaluate(
        """() => {
          const boxes = kgPage.nodes.getIds().map(id => kgPage.network.getBoundingBox(id));
          const touch = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
          return boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b => touch(a, b))).length;
        }"""
    )
    assert touching == 0


def test_nothing_moves(look: Open, sixty: Network) -> None:
    page = look(graph_page(sixty, title="Still")).page
    before = page.evaluate("JSON.stringify(kgPage.network.getPositions())")
    page.wait_for_timeout(300)
    assert page.evaluate("JSON.stringify(kgPage.network.getPositions())") == before


def test_click_on_a_node_shows_its_citations(look: Open, decades: Network) -> None:
    opened = look(graph_page(decades, title="Click"))
    opened.click_node("A/RES/57/263")
    panel = opened.page.locator("#panel")
    assert panel.locator("h2").inner_text() == "A/RES/57/263"
    assert "Economic and technical cooperation" in panel.inner_text()
    assert "2002-12-20" in panel.inner_text()
    assert panel.locator("mark").all_inner_texts() == [
        "resolutions 33/134",
        "50/119",
        "resolution 57/263",
        "resolution 57/263",
    ]
    assert panel.locator("a").get_attribute("href") == "https://undocs.org/A/RES/57/263"
    assert "noopener" in (panel.locator("a").get_attribute("rel") or "")
    opened.keep("panel-node")


def test_click_on_a_line_shows_the_paragraph_with_the_words_marked(look: Open, decades: Network) -> None:
    opened = look(graph_page(decades, title="Click"))
    opened.click_line("A/RES/62/209", "A/58/683")
    panel = opened.page.locator("#panel")
    assert panel.locator("h2").inner_text() == "A/RES/62/209 → A/58/683"
    assert panel.locator(".relation").inner_text() == "takes note"
    assert panel.locator("blockquote").inner_text() == "A/58/683, annex II."
    assert panel.locator("mark").all_inner_texts() == ["A/58/683"]
    assert "FN1, called in" in panel.inner_text()
    assert "Requests the Secretary-General to report;" in panel.inner_text()
    opened.keep("panel-line")


def test_a_footnote_that_hangs_on_the_words_is_shown(look: Open, decades: Network) -> None:
    opened = look(graph_page(decades, title="Click"))
    opened.click_line("A/RES/62/209", "buenos-aires-plan-of-action")
    assert opened.page.locator("#panel mark").all_inner_texts() == ["Buenos Aires Plan of Action"]
    assert "Footnote FN1 A/58/683, annex II." in opened.page.locator("#panel").inner_text()
    assert "alled in" not in opened.page.locator("#panel").inner_text()


def test_citations_stand_in_the_order_of_the_text(look: Open, star: Network) -> None:
    opened = look(graph_page(star, title="Order"))
    opened.click_node("A/RES/39/102")
    relations = opened.page.locator("#panel .relation").all_inner_texts()
    assert relations == ["takes note", "invites", "requests"]
    opened.page.locator("#panel .goto").click()
    others = opened.page.locator("#panel .goto span").all_inner_texts()
    assert others[:2] == ["A/RES/33/100", "A/RES/36/101"]
    assert others[-1] == "High-level Committee number 19 on Technical Cooperation"


def test_click_beside_everything_closes_the_panel(look: Open, decades: Network) -> None:
    opened = look(graph_page(decades, title="Click"))
    opened.click_node("A/RES/33/134")
    assert opened.page.locator("#panel").is_visible()
    opened.page.mouse.click(240, 790)
    assert not opened.page.locator("#panel").is_visible()


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


def test_narrow_window(look: Open, star: Network) -> None:
    opened = look(graph_page(star, title="What resolution 62/209 cites"), width=400)
    page = opened.page
    assert not page.locator("#filters").is_visible()
    page.get_by_role("button", name="Legend").click()
    assert page.locator("#filters").is_visible()
    opened.keep("narrow-legend")
    page.get_by_role("button", name="Legend").click()
    page.fill("#words", "number 7")
    page.press("#words", "Enter")
    box = page.locator("#panel").bounding_box()
    assert box is not None
    assert (box["x"], box["width"]) == (0, 400)
    opened.keep("narrow-panel")


def _left_of_panel(opened: Look, number: int) -> bool:
    """Whether a node stands in the part of the stage that the panel leaves free."""
    at = opened.page.evaluate("n => kgPage.network.canvasToDOM(kgPage.network.getPosition(n))", number)
    stage, panel = opened.page.locator("#stage").bounding_box(), opened.page.locator("#panel").bounding_box()
    assert stage is not None
    assert panel is not None
    return bool(at["x"] > 0 and stage["x"] + at["x"] < panel["x"])


def test_the_panel_does_not_hide_what_was_clicked(look: Open, star: Network) -> None:
    opened = look(graph_page(star, title="Uncovered"))
    opened.click_node("A/RES/62/209")
    assert _left_of_panel(opened, opened.page.evaluate("kgPage.data.focus"))
    opened.keep("panel-uncovered")


def test_the_panel_does_not_hide_the_ends_of_a_line(look: Open, decades: Network) -> None:
    opened = look(graph_page(decades, title="Uncovered"))
    opened.click_line("A/RES/62/209", "A/58/683")
    line = opened.page.evaluate("kgPage.data.lines[kgPage.network.getSelectedEdges()[0]]")
    assert _left_of_panel(opened, line["citing"])
    assert _left_of_panel(opened, line["cited"])


def test_light_and_dark_while_it_is_open(look: Open, decades: Network) -> None:
    page = look(graph_page(decades, title="Dark")).page
    light = page.evaluate("kgPage.nodes.get(0).font.color")
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("light => kgPage.nodes.get(0).font.color !== light", arg=light)


def test_hostile_text_stays_text(look: Open, hostile: Network) -> None:
    opened = look(graph_page(hostile, title=HOSTILE))
    page = opened.page
    assert "<script>" in page.locator("h1").inner_text()
    page.get_by_role("button", name="List").click()
    assert page.locator("#panel .goto").count() == 3
    page.fill("#words", "onerror")
    for _ in range(3):
        page.press("#words", "Enter")
        assert "<img src=x onerror='window.hit=2'>" in page.locator("#panel").inner_text()
        assert page.locator("#panel a").count() == (page.locator("#panel h2").inner_text().endswith("0"))
    assert page.locator("#panel img, #panel script, h1 *, #filters img").count() == 0
    assert page.locator("#panel mark").first.inner_text().startswith("</script>")
    opened.keep("hostile")


def test_no_citations(look: Open) -> None:
    opened = look(graph_page(Network(), title="Empty"))
    assert "This network is empty" in opened.page.locator("#notice").inner_text()
    opened.page.get_by_role("button", name="List").click()
    assert "Nothing to list" in opened.page.locator("#panel").inner_text()
    opened.keep("empty")


def test_nodes_without_citations(look: Open, decades: Network) -> None:
    lone = Network(decades.subgraph(["https://w3id.org/instrument-kg/id/decision/A/DEC/62/518"]))
    opened = look(graph_page(lone, title="Lone"))
    assert "has no citations" in opened.page.locator("#notice").inner_text()
    opened.click_node("A/DEC/62/518")
    assert "No citation in this network" in opened.page.locator("#panel").inner_text()
    opened.keep("no-citations")


def test_a_page_that_breaks_says_so(look: Open, decades: Network) -> None:
    html = graph_page(decades, title="Broken").replace('id="drawing">{', 'id="drawing">{broken')
    opened = look(html)
    assert "could not be drawn" in opened.page.locator("#failure").inner_text()
    opened.keep("broken")
    assert len(opened.errors) == 1
    opened.errors.clear()
