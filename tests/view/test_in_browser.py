"""The graph page in a real browser. The `look` fixture asserts that nothing is asked for, logged or run besides."""

from __future__ import annotations

import pytest

from kg.network import Network
from kg.view import graph_page
from kg.view.labels import FONT_SIZE, width

from .conftest import HOSTILE, Look, Open


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("across", [1280, 400])
@pytest.mark.parametrize("name", ["star", "sixty", "decades", "families"])
def test_it_opens(look: Open, request: pytest.FixtureRequest, name: str, across: int, scheme: str) -> None:
    opened = look(graph_page(request.getfixturevalue(name), title=f"Network {name}"), width=across, scheme=scheme)
    page = opened.page
    assert page.locator("h1").inner_text() == f"Network {name}"
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.locator("#canvas canvas").count() == 1
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == ("rgb(22, 23, 25)" if scheme == "dark" else "rgb(251, 251, 249)")
    opened.keep(f"{name}-{across}-{scheme}")


def test_labels_are_no_wider_than_the_layout_thinks(look: Open, star: Network) -> None:
    page = look(graph_page(star, title="Star")).page
    measured = page.evaluate(
        """size => {
          const context = document.createElement('canvas').getContext('2d');
          context.font = `${size}px ${getComputedStyle(document.body).fontFamily}`;
          const lines = kgPage.data.nodes.flatMap(node => node.label.split('\\n'));
          return lines.map(line => [line, context.measureText(line).width]);
        }""",
        FONT_SIZE,
    )
    assert [line for line, found in measured if found > width(line)] == []
    assert len(measured) > len(star)


def test_no_label_stands_on_another_or_on_a_mark(look: Open, families: Network, sixty: Network) -> None:
    for network in (families, sixty):
        page = look(graph_page(network, title="Labels")).page
        touching = page.evaluate(
            """() => {
              const boxes = kgPage.labels();
              const touch = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
              return boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b => touch(a, b))).length;
            }"""
        )
        assert touching == 0
        assert page.evaluate("kgPage.labels().length") > 10


def test_nothing_moves(look: Open, sixty: Network) -> None:
    opened = look(graph_page(sixty, title="Still"))
    before = opened.still()
    opened.page.wait_for_timeout(300)
    assert opened.still() == before


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
    assert panel.get_by_role("link").all_inner_texts() == ["Official document"]
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
    opened.page.mouse.click(640, 70)
    assert not opened.page.locator("#panel").is_visible()


def _beside_panel(opened: Look, identity: str) -> bool:
    """Whether a node stands in the part of the stage that the panel leaves free."""
    x, _ = opened.pixel_of(identity)
    stage, panel = opened.page.locator("#stage").bounding_box(), opened.page.locator("#panel").bounding_box()
    assert stage is not None
    assert panel is not None
    return bool(stage["x"] < x < panel["x"])


def test_the_panel_does_not_hide_what_was_clicked(look: Open, star: Network, decades: Network) -> None:
    opened = look(graph_page(star, title="Uncovered"))
    opened.click_node("A/RES/62/209")
    assert _beside_panel(opened, "A/RES/62/209")
    opened.keep("panel-uncovered")
    opened = look(graph_page(decades, title="Uncovered"))
    opened.click_line("A/RES/62/209", "A/58/683")
    assert _beside_panel(opened, "A/RES/62/209")
    assert _beside_panel(opened, "A/58/683")


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


def test_light_and_dark_while_it_is_open(look: Open, decades: Network) -> None:
    opened = look(graph_page(decades, title="Dark"))
    light = opened.still()
    opened.page.emulate_media(color_scheme="dark")
    dark = opened.still()
    opened.page.emulate_media(color_scheme="light")
    assert dark != light
    assert opened.still() == light


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
