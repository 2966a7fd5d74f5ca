"""Networks to draw, and a browser to look at them with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page

from kg.model import Kind
from kg.network import Edge, Network, Node, Passage, build
from kg.network.elements import add_edge, add_node

# Two cores shared with others say nothing about the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).parents[2]
HOSTILE = "</script><script>window.hit=1</script><img src=x onerror='window.hit=2'>\"'&amp;\u2028\u202e{{7*7}}"


def _node(iri: str, kind: Kind, label: str, date: str | None, times_cited: int, read: bool) -> Node:
    identity = iri.removeprefix("https://undocs.org/").removeprefix("urn:")
    return Node(iri, identity, label, kind, "General Assembly" if read else None, date, times_cited, read)


def _cite(
    network: Network, citing: str, cited: str, relation: str, where: Passage | None, quote: str, start: int
) -> None:
    iri = f"{citing}#{cited}-{start}"
    add_edge(network, Edge(iri, citing, cited, relation, where, quote, start, None, (), None, None, None, None))


@pytest.fixture(scope="session")
def decades() -> Network:
    """Three resolutions and a decision that were read, from a graph."""
    store = pyoxigraph.Store()
    path = Path(__file__).parents[1] / "network" / "data" / "decades.trig"
    store.load(path=str(path), format=pyoxigraph.RdfFormat.TRIG)
    return build(store)


@pytest.fixture(scope="session")
def star() -> Network:
    """One resolution that cites ten dated resolutions, six documents, five plans and twenty bodies with long names."""
    network = Network()
    centre = "https://undocs.org/A/RES/62/209"
    add_node(network, _node(centre, Kind.RESOLUTION, "South-South cooperation", "2007-12-19", 0, True))
    cited = [
        *(
            (f"https://undocs.org/A/RES/{33 + 3 * n}/{100 + n}", Kind.RESOLUTION, "", f"{1978 + 3 * n}-12-19")
            for n in range(10)
        ),
        *((f"https://undocs.org/A/{55 + n}/{74 + n}", Kind.DOCUMENT, "", None) for n in range(5)),
        ("urn:Sales No. E.78.II.A.11", Kind.PUBLICATION, "", None),
        *(
            (f"urn:plan-{n}", Kind.INSTRUMENT, f"Plan of Action number {n} for the Promotion of Everything", None)
            for n in range(5)
        ),
        *(
            (f"urn:body-{n}", Kind.BODY, f"High-level Committee number {n} on Technical Cooperation", None)
            for n in range(20)
        ),
    ]
    relations = ("recalls", "reaffirms", "takes_note", "invites", "requests", "acts_under")
    for number, (iri, kind, label, date) in enumerate(cited):
        add_node(network, _node(iri, kind, label, date, 1 + number % 3, False))
        passage = Passage(f"OP{number}", f"{number}. Names thing {number} in passing;", None)
        for again in range(1 + number % 3):
            relation = relations[(number + again) % len(relations)]
            _cite(network, centre, iri, relation, passage, f"thing {number}", 10 * number + again)
    return network


@pytest.fixture(scope="session")
def sixty() -> Network:
    """Sixty resolutions over decades, twenty of them read, each citing those before it."""
    network = Network()
    iris = [f"https://undocs.org/A/RES/{20 + number}/{(number * 37) % 250 + 1}" for number in range(60)]
    for number, iri in enumerate(iris):
        date = f"{1965 + number * 5 // 6}-12-{1 + number % 28:02}"
        add_node(network, _node(iri, Kind.RESOLUTION, f"Title {number}", date, number % 7, number % 3 == 0))
    for number in range(3, 60, 3):
        for back in (1, 2, 3, 7):
            if number - back >= 0:
                _cite(network, iris[number], iris[number - back], "recalls", None, "", back)
    return network


@pytest.fixture(scope="session")
def hostile() -> Network:
    """A network whose every text tries to become part of the page."""
    network = Network()
    iris = ("https://undocs.org/A/RES/1/1", f"https://undocs.org/{HOSTILE}", "javascript:window.hit=3")
    for number, iri in enumerate(iris):
        kind = (Kind.RESOLUTION, Kind.DOCUMENT, Kind.BODY)[number]
        add_node(
            network, Node(iri, f"{HOSTILE}{number}", f"{HOSTILE} {number}", kind, HOSTILE, HOSTILE, 1, number == 0)
        )
    where = Passage(HOSTILE, f"before {HOSTILE} after", None)
    note = Passage(f"FN{HOSTILE}", f"note {HOSTILE}", None)
    for number, iri in enumerate(iris[1:]):
        edge = Edge(
            f"urn:{number}", iris[0], iri, HOSTILE, where, HOSTILE, None, note, (note,), HOSTILE, HOSTILE, HOSTILE, 0.5
        )
        add_edge(network, edge)
    return network


@dataclass(slots=True)
class Look:
    """An open page and what it did: messages of the console, errors, requests beyond the page itself."""

    page: Page
    messages: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def click_node(self, identity: str) -> None:
        """Click the mark of a node on the canvas."""
        self._click(
            "identity => { const id = kgPage.data.nodes.findIndex(n => n.identity === identity);"
            " return kgPage.network.canvasToDOM(kgPage.network.getPosition(id)); }",
            identity,
        )

    def click_line(self, citing: str, cited: str) -> None:
        """Click the line between two nodes, wherever it can be hit."""
        self._click(
            """([citing, cited]) => {
              const names = kgPage.data.nodes.map(n => n.identity);
              const id = kgPage.data.lines.findIndex(l => names[l.citing] === citing && names[l.cited] === cited);
              const box = document.getElementById('canvas').getBoundingClientRect();
              for (let y = 0; y < box.height; y += 3) for (let x = 0; x < box.width; x += 3) {
                const bare = kgPage.network.getNodeAt({x, y}) === undefined;
                if (bare && kgPage.network.getEdgeAt({x, y}) === id) return {x, y};
              }
              return null;
            }""",
            [citing, cited],
        )

    def _click(self, script: str, argument: object) -> None:
        at = self.page.evaluate(script, argument)
        box = self.page.locator("#canvas").bounding_box()
        assert at is not None
        assert box is not None
        self.page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])

    def shown(self) -> set[str]:
        """The identities of the nodes that the filters leave."""
        return set(
            self.page.evaluate("kgPage.data.nodes.filter((n, id) => !kgPage.nodes.get(id).hidden).map(n => n.identity)")
        )

    def keep(self, name: str) -> None:
        """Keep a picture of the page as an artefact."""
        folder = ROOT / "out" / "screenshots"
        folder.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=folder / f"{name}.png")


Open = Callable[..., Look]


@pytest.fixture
def look(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens HTML from a file, as a user would; at the end no page may have asked for anything else or complained."""
    looks: list[Look] = []

    def open_page(html: str, *, width: int = 1280, height: int = 800, scheme: str = "light") -> Look:
        path = tmp_path / f"page{len(looks)}.html"
        path.write_text(html, encoding="utf-8")
        page = browser.new_page(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
        )
        opened = Look(page)
        page.on("console", lambda message: opened.messages.append(message.text))
        page.on("pageerror", lambda error: opened.errors.append(str(error)))
        page.on("request", lambda request: opened.requests.append(request.url))
        page.goto(path.as_uri())
        opened.requests = [url for url in opened.requests if url != path.as_uri() and not url.startswith("data:")]
        looks.append(opened)
        return opened

    yield open_page
    for opened in looks:
        assert opened.page.evaluate("window.hit") is None
        opened.page.close()
        assert (opened.messages, opened.errors, opened.requests) == ([], [], [])
