"""Networks to draw, and a browser to look at them with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pyoxigraph
import pytest
from playwright.sync_api import Browser, Page

from kg.model import Kind
from kg.network import Edge, Network, Node, Passage, build
from kg.network.elements import add_edge, add_node

ROOT = Path(__file__).parents[2]
# Playwright's own way to wait would have the page evaluate text, which its policy forbids.
UNPACKED = """() => new Promise(done => {
  const look = () => (!window.kgPage || kgPage.texts.ready ? done(null) : setTimeout(look, 10));
  look();
})"""
HOSTILE = "</script><script>window.hit=1</script><img src=x onerror='window.hit=2'>\"'&amp;\u2028\u202e{{7*7}}"


def _node(iri: str, kind: Kind, label: str, date: str | None, times_cited: int, read: bool) -> Node:
    identity = iri.removeprefix("https://undocs.org/").removeprefix("urn:")
    return Node(iri, identity, label, kind, "General Assembly" if read else None, date, times_cited, read)


def cite(
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
            cite(network, centre, iri, relation, passage, f"thing {number}", 10 * number + again)
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
                cite(network, iris[number], iris[number - back], "recalls", None, "", back)
    return network


@pytest.fixture(scope="session")
def families() -> Network:
    """Two series of twelve yearly resolutions, each citing the eight before it and the Charter; a body asked by all."""
    network = Network()
    charter, body = "urn:charter-of-the-united-nations", "urn:secretary-general"
    add_node(network, _node(charter, Kind.TREATY, "Charter of the United Nations", "1945-06-26", 24, False))
    add_node(network, _node(body, Kind.BODY, "Secretary-General", None, 24, False))
    for first, title, organ in ((40, "Elephants", "General Assembly"), (140, "Rivers", "Other Assembly")):
        iris = [f"https://undocs.org/A/RES/{50 + year}/{first + year}" for year in range(12)]
        for year, iri in enumerate(iris):
            date = f"{1995 + year}-12-{first % 25 + 1:02}"
            add_node(network, replace(_node(iri, Kind.RESOLUTION, title, date, 2, True), organ=organ))
            where = Passage("PP1", f"Recalling the Charter, its resolutions on {title.lower()} and all else,", 0)
            cite(network, iri, charter, "recalls", where, "the Charter", 10)
            cite(network, iri, body, "requests", where, "all else", 10)
            for back in range(1, 9):
                if year >= back:
                    cite(network, iri, iris[year - back], "reaffirms", where, "its resolutions", 20 + back)
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
    address: str
    messages: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def note(self, url: str) -> None:
        """Note a request, unless it is for the page itself or for what the page holds."""
        if url != self.address and not url.startswith(("data:", "blob:")):
            self.requests.append(url)

    def pixel_of(self, identity: str) -> tuple[float, float]:
        """Where the mark of a node stands on the screen."""
        at = self.page.evaluate(
            "identity => kgPage.pixelOf(kgPage.data.nodes.findIndex(n => n.identity === identity))", identity
        )
        box = self.page.locator("#canvas").bounding_box()
        assert box is not None
        return box["x"] + at["x"], box["y"] + at["y"]

    def click_node(self, identity: str) -> None:
        """Click the mark of a node on the canvas."""
        self.page.mouse.click(*self.pixel_of(identity))

    def click_line(self, citing: str, cited: str) -> None:
        """Click the line between two nodes, wherever it can be hit: it is bent to one side."""
        (x1, y1), (x2, y2) = self.pixel_of(citing), self.pixel_of(cited)
        length = max(1.0, ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5)
        across = ((y1 - y2) / length, (x2 - x1) / length)
        names = {f"{citing} → {each}" for each in (cited, self.name_of(cited))}
        for bend in (way for step in range(40) for way in (2 * step, -2 * step)):
            self.page.mouse.click((x1 + x2) / 2 + bend * across[0], (y1 + y2) / 2 + bend * across[1])
            heading = self.page.locator("#panel h2")
            if heading.is_visible() and heading.inner_text() in names:
                return
            self.page.keyboard.press("Escape")
        raise AssertionError(f"no line from {citing} to {cited} could be hit")

    def name_of(self, identity: str) -> str:
        """The name of a node, which named things go by."""
        return str(
            self.page.evaluate("identity => kgPage.data.nodes.find(n => n.identity === identity).name", identity)
        )

    def shown(self) -> set[str]:
        """The identities of the nodes that are shown."""
        script = "kgPage.data.nodes.filter((node, id) => kgPage.seen.nodes[id]).map(node => node.identity)"
        return set(self.page.evaluate(script))

    def drawn(self) -> set[tuple[str, str]]:
        """The ends (citing, cited) of the lines that are drawn."""
        script = """() => kgPage.data.lines.filter((line, id) => kgPage.seen.drawn[id])
          .map(({citing, cited}) => [kgPage.data.nodes[citing].identity, kgPage.data.nodes[cited].identity])"""
        return {(citing, cited) for citing, cited in self.page.evaluate(script)}

    def still(self) -> str:
        """What the picture shows once all drawing is done, as PNG."""
        script = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>
          done(kgPage.picture.canvases().map(canvas => canvas.toDataURL()).join(' ')))))"""
        return str(self.page.evaluate(script))

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

    def open_page(
        html: str, *, width: int = 1280, height: int = 800, scheme: str = "light", before: str | None = None
    ) -> Look:
        path = tmp_path / f"page{len(looks)}.html"
        path.write_text(html, encoding="utf-8")
        page = browser.new_page(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
        )
        if before:
            page.add_init_script(before)
        opened = Look(page, path.as_uri())
        page.on("console", lambda message: opened.messages.append(message.text))
        page.on("pageerror", lambda error: opened.errors.append(str(error)))
        page.on("request", lambda request: opened.note(request.url))
        page.goto(path.as_uri())
        page.evaluate(UNPACKED)
        looks.append(opened)
        return opened

    yield open_page
    for opened in looks:
        assert opened.page.evaluate("window.hit") is None
        opened.page.close()
        assert (opened.messages, opened.errors, opened.requests) == ([], [], [])
