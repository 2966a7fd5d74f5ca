"""The graph page drawn by WebGL, in a real browser: the picture is another one, the rest of the page is the same."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from kg.model import Kind
from kg.network import Edge, Network, Node
from kg.network.elements import add_edge, add_node
from kg.view import graph_page, web_bundle

from .conftest import HOSTILE, Look, Open

pytestmark = pytest.mark.skipif(
    web_bundle.web_bundle("graph.js") is None, reason=f"{web_bundle.how_to_get('graph.js')}"
)
MANY = 10_000


def page_of(network: Network, title: str = "WebGL") -> str:
    return graph_page(network, title=title, renderer="webgl")


def colours(opened: Look) -> set[tuple[int, ...]]:
    """The colours of the stage as it is on the screen."""
    picture = opened.page.locator("#canvas").screenshot()
    pixels = Image.open(io.BytesIO(picture)).convert("RGB")
    return {
        colour
        for _, colour in pixels.getcolors(maxcolors=pixels.width * pixels.height) or ()
        if isinstance(colour, tuple)
    }


@pytest.fixture(scope="module")
def many() -> Network:
    """Ten thousand resolutions, every tenth of which cites one of a hundred."""
    network = Network()
    iris = [f"https://undocs.org/A/RES/{number // 150 + 1}/{number}" for number in range(MANY)]
    for number, iri in enumerate(iris):
        identity = iri.removeprefix("https://undocs.org/")
        date = f"{1946 + number // 150}-12-01"
        add_node(network, Node(iri, identity, f"Title {number}", Kind.RESOLUTION, None, date, 0, True))
    for number in range(100, MANY, 10):
        edge = Edge(
            f"{iris[number]}#cite", iris[number], iris[number % 100], "recalls", None, "", 0, None, (), *[None] * 4
        )
        add_edge(network, edge)
    return network


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 400])
def test_it_opens(look: Open, families: Network, width: int, scheme: str) -> None:
    opened = look(page_of(families), width=width, scheme=scheme)
    page = opened.page
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    ground, band = ((22, 23, 25), (29, 31, 34)) if scheme == "dark" else ((251, 251, 249), (241, 241, 236))
    assert {ground, band} & colours(opened)
    opened.keep(f"webgl-{width}-{scheme}")


@pytest.mark.parametrize("kind", ["resolution", "treaty", "body"])
def test_marks_are_drawn_where_the_layout_puts_them(look: Open, families: Network, kind: str) -> None:
    opened = look(page_of(families))
    page = opened.page
    page.evaluate("kgPage.state.colours = 'kind'; kgPage.picture.repaint()")
    identity = page.evaluate("kind => kgPage.data.nodes.find(node => node.kind === kind).identity", kind)
    wanted = page.evaluate(f"getComputedStyle(document.documentElement).getPropertyValue('--kind-{kind}').trim()")
    page.wait_for_timeout(300)
    x, y = opened.pixel_of(identity)
    middle = page.screenshot(clip={"x": x - 1, "y": y - 1, "width": 2, "height": 2})
    red, green, blue = Image.open(io.BytesIO(middle)).convert("RGB").resize((1, 1)).tobytes()
    assert f"#{red:02x}{green:02x}{blue:02x}" == wanted


def test_click_on_a_node_and_on_a_line(look: Open, decades: Network) -> None:
    opened = look(page_of(decades))
    opened.click_node("A/RES/57/263")
    panel = opened.page.locator("#panel")
    assert panel.locator("h2").inner_text() == "A/RES/57/263"
    assert "resolutions 33/134" in panel.locator("mark").all_inner_texts()
    opened.keep("webgl-panel")
    opened.page.keyboard.press("Escape")
    opened.click_line("A/RES/62/209", "A/58/683")
    assert panel.locator("mark").all_inner_texts() == ["A/58/683"]


def test_double_click_shows_the_neighbourhood(look: Open, decades: Network) -> None:
    opened = look(page_of(decades))
    everything = opened.shown()
    opened.page.mouse.dblclick(*opened.pixel_of("A/RES/33/134"))
    opened.page.locator("#around").wait_for()
    assert {"A/RES/33/134"} < opened.shown() < everything
    opened.page.keyboard.press("Escape")
    opened.page.keyboard.press("Escape")
    assert opened.shown() == everything


def test_the_pointer_over_a_mark_says_what_it_is(look: Open, decades: Network) -> None:
    opened = look(page_of(decades))
    opened.page.mouse.move(5, 5)
    opened.page.mouse.move(*opened.pixel_of("A/RES/57/263"), steps=4)
    opened.page.locator("#tip").wait_for()
    assert "A/RES/57/263" in opened.page.locator("#tip").inner_text()


def test_search_goes_to_what_it_finds(look: Open, families: Network) -> None:
    opened = look(page_of(families))
    opened.page.keyboard.press("/")
    opened.page.keyboard.type("rivers")
    opened.page.keyboard.press("Enter")
    assert "Rivers" in opened.page.locator("#panel").inner_text()
    found = opened.page.locator("#panel h2").inner_text()
    x, y = opened.pixel_of(found)
    assert 232 < x < 1280
    assert 50 < y < 800


def test_filters_take_marks_and_lines_away(look: Open, families: Network) -> None:
    opened = look(page_of(families))
    before = opened.still()
    opened.page.uncheck("#kinds input[value=body]")
    assert "secretary-general" not in opened.shown()
    opened.page.wait_for_timeout(200)
    assert opened.still() != before
    opened.page.check("#kinds input[value=body]")
    assert "secretary-general" in opened.shown()


def test_keys_move_and_scale(look: Open, families: Network) -> None:
    page = look(page_of(families)).page
    camera = "(() => { const {x, y, scale} = kgPage.picture.camera(); return [x, y, scale]; })()"
    page.locator("#stage").focus()
    page.keyboard.press("0")
    x, y, scale = page.evaluate(camera)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("+")
    moved = page.evaluate(camera)
    assert moved[0] > x
    assert moved[1] > y
    assert moved[2] == pytest.approx(1.25 * scale)
    page.keyboard.press("0")
    assert page.evaluate(camera) == pytest.approx([x, y, scale])


def test_dragging_moves_the_drawing_with_the_pointer(look: Open, families: Network) -> None:
    opened = look(page_of(families))
    x, y = opened.pixel_of("A/RES/50/40")
    opened.page.mouse.move(700, 760)
    opened.page.mouse.down()
    opened.page.mouse.move(640, 720, steps=6)
    opened.page.mouse.up()
    assert opened.pixel_of("A/RES/50/40") == pytest.approx((x - 60, y - 40), abs=2)


def test_a_window_of_another_size_keeps_the_scale(look: Open, families: Network) -> None:
    page = look(page_of(families)).page
    before = page.evaluate("kgPage.picture.camera().scale")
    page.set_viewport_size({"width": 900, "height": 500})
    page.wait_for_timeout(300)
    assert page.evaluate("kgPage.picture.camera().scale") == pytest.approx(before, rel=0.01)


def test_the_picture_is_saved_with_all_its_layers(look: Open, families: Network) -> None:
    opened = look(page_of(families))
    opened.page.click("#save summary")
    with opened.page.expect_download() as download:
        opened.page.get_by_role("button", name="Picture (PNG)").click()
    saved = Image.open(download.value.path()).convert("RGB")
    painted = {colour for _, colour in saved.getcolors(maxcolors=saved.width * saved.height) or ()}
    assert colours(opened) & painted - {(251, 251, 249), (241, 241, 236)}
    assert len(painted) > 50


def test_light_and_dark_while_it_is_open(look: Open, families: Network) -> None:
    opened = look(page_of(families))
    assert (251, 251, 249) in colours(opened)
    opened.page.emulate_media(color_scheme="dark")
    opened.page.wait_for_timeout(300)
    assert (22, 23, 25) in colours(opened)


def test_hostile_text_stays_text(look: Open, hostile: Network) -> None:
    opened = look(page_of(hostile, title=HOSTILE))
    opened.click_node(f"{HOSTILE}0")
    assert HOSTILE in opened.page.locator("#panel").inner_text()
    assert opened.page.locator("#panel img, #panel script").count() == 0


@pytest.mark.parametrize("nodes", [0, 1])
def test_little_or_nothing_to_draw(look: Open, nodes: int) -> None:
    network = Network()
    for number in range(nodes):
        add_node(network, Node(f"urn:{number}", f"n{number}", "Alone", Kind.BODY, None, None, 0, False))
    opened = look(page_of(network))
    assert opened.page.locator("#notice").is_visible()


def test_without_webgl_the_page_says_so(look: Open, decades: Network) -> None:
    html = page_of(decades)
    script = "HTMLCanvasElement.prototype.getContext = () => null;"
    opened = look(html, before=script)
    assert "no WebGL" in opened.page.locator("#failure").inner_text()
    assert opened.errors
    opened.errors.clear()


def test_ten_thousand_nodes_open_and_move(look: Open, many: Network) -> None:
    opened = look(graph_page(many, title="Many"))
    page = opened.page
    assert page.evaluate("kgPage.data.nodes.length") == MANY
    assert page.evaluate("typeof kgWebgl") == "object"
    page.locator("#stage").focus()
    before = page.evaluate("kgPage.picture.camera().x")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("kgPage.picture.camera().x") > before
    opened.keep("webgl-many")
