"""How fast a page of a citation network opens and moves in Chromium, beside plain pyvis with its defaults.

The networks are made up: instruments over 76 years, each citing three older ones, half of the time what others cite
already. All pages show the same one in the same run. A still picture is the first frame after which nothing moves by
itself; frames are those between two steps while the page moves the view by itself, twenty steps long.
"""

from __future__ import annotations

import argparse
import platform
import random
import shutil
import statistics
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from time import perf_counter

import pyvis.network
from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as Late

from kg.model import Kind
from kg.network import Edge, Network, Node, edges, nodes
from kg.network.elements import add_edge, add_node
from kg.view import graph_page

SIZES = (200, 2_000, 10_000)
YEARS = (1946, 2022)
CITED = 3
LIMIT = 60  # seconds until a page that still moves is given up, unless told otherwise
STEPS = 20
# No graphics card: WebGL is computed by the processor, like everything else here.
ARGUMENTS = ("--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

READY = {
    "kg": "window.kgPage",
    "plain": "typeof network !== 'undefined' && network.physics.stabilized && network.body.nodeIndices.length",
}
STILL = """() => new Promise(done => {
  const frame = (then) => requestAnimationFrame(() => requestAnimationFrame(() => then(performance.now())));
  const look = () => (%s ? frame(done) : performance.now() > %d ? done(null) : setTimeout(look, 5));
  look();
})"""
MOVE = {
    "kg": "const at = kgPage.picture.camera(); kgPage.picture.moveTo({...at, x: at.x + way / at.scale});",
    "plain": """const at = network.getViewPosition();
      network.moveTo({position: {x: at.x + way / network.getScale(), y: at.y}});""",
}
PAN = """() => new Promise(done => {
  const times = [];
  const step = (time) => {
    times.push(time);
    if (times.length > %d) return done(times);
    const way = times.length %% 20 < 10 ? 9 : -9;
    %s
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})"""


@dataclass(frozen=True, slots=True)
class Way:
    """A way to make a page: its name, the page's own names for what is measured, the HTML of a network."""

    name: str
    kind: str
    make: Callable[[Network], str]


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured: seconds to make and to open, milliseconds a frame, bytes. None: not within the limit."""

    made: float
    size: int
    still: float | None
    frame: float | None
    slow_frame: float | None


def made_up(size: int) -> Network:
    """A citation network of so many nodes, always the same."""
    choice = random.Random(size)  # noqa: S311
    network = Network()
    span = YEARS[1] - YEARS[0]
    iris = [f"https://undocs.org/A/RES/{1 + number * span // size}/{number + 1}" for number in range(size)]
    for number, iri in enumerate(iris):
        date = f"{YEARS[0] + number * span // size}-12-{1 + number % 28:02}"
        title = f"Question of the made-up item {number % 97}"
        identity = iri.removeprefix("https://undocs.org/")
        add_node(network, Node(iri, identity, title, Kind.RESOLUTION, "General Assembly", date, 0, True))
    for citing, cited in _ends(size, choice):
        nothing = (None, None, None, None)
        iri, ends = f"{iris[citing]}#cite-{cited}", (iris[citing], iris[cited])
        add_edge(network, Edge(iri, *ends, "recalls", None, "", 0, None, (), *nothing))
    return network


def _ends(size: int, choice: random.Random) -> Iterator[tuple[int, int]]:
    popular: list[int] = []
    for citing in range(1, size):
        recent = range(max(0, citing - size // 20 - 1), citing)
        picked = {
            choice.choice(popular) if popular and choice.random() < 0.5 else choice.choice(recent) for _ in range(CITED)
        }
        popular.extend(picked)
        yield from ((citing, cited) for cited in sorted(picked))


def plain(network: Network) -> str:
    """What a first attempt with pyvis writes: nodes, edges, its defaults."""
    drawn = pyvis.network.Network(directed=True, cdn_resources="in_line")
    for node in nodes(network):
        drawn.add_node(node.iri, label=node.identity, title=node.label)
    for edge in edges(network):
        drawn.add_edge(edge.citing, edge.cited)
    return str(drawn.generate_html())


WAYS = (
    Way("`kg view`, WebGL (sigma.js)", "kg", lambda network: graph_page(network, title="Made up", renderer="webgl")),
    Way("`kg view`, pyvis", "kg", lambda network: graph_page(network, title="Made up", renderer="pyvis")),
    Way("pyvis, its defaults", "plain", plain),
)


def measure(browser: Browser, way: Way, network: Network, folder: Path, limit: int) -> Figures:
    """Make the page of a network and look at it."""
    start = perf_counter()
    html = way.make(network)
    made = perf_counter() - start
    path = folder / "page.html"
    path.write_text(html, encoding="utf-8")
    page = browser.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page.route("**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort())
    still = _still(page, path, way.kind, limit)
    frames = sorted(_frames(page, way.kind)) if still is not None else []
    if still is not None:
        page.close()
    return Figures(
        made=made,
        size=len(html.encode("utf-8")),
        still=still,
        frame=statistics.median(frames) if frames else None,
        slow_frame=frames[len(frames) * 9 // 10] if frames else None,
    )


def _still(page: Page, path: Path, kind: str, limit: int) -> float | None:
    """Seconds from the request for the page to a picture that stays."""
    page.goto(path.as_uri(), wait_until="commit")
    if kind == "plain":  # one that reckons without a pause answers nothing; the policy of kg's pages forbids this wait
        try:
            page.wait_for_function(READY[kind], timeout=1000 * limit)
        except Late:
            return None
    found = page.evaluate(STILL % (READY[kind], 1000 * limit))
    return found and float(found) / 1000


def _frames(page: Page, kind: str) -> list[float]:
    """Milliseconds between the frames while the view moves."""
    times = page.evaluate(PAN % (STEPS, MOVE[kind]))
    return [later - earlier for earlier, later in pairwise(times)]


def row(size: int, way: Way, found: Figures, limit: int) -> str:
    """A line of the table, as Markdown."""
    still = f"{found.still:.1f} s" if found.still is not None else f"over {limit} s"
    frame = f"{found.frame:.0f} ms" if found.frame is not None else ""
    slow = f"{found.slow_frame:.0f} ms" if found.slow_frame is not None else ""
    return f"| {size:,} | {way.name} | {still} | {frame} | {slow} | {found.size / 1e6:.1f} MB | {found.made:.1f} s |"


def main() -> int:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of nodes")
    options.add_argument("--limit", type=int, default=LIMIT, help="seconds until a page that still moves is given up")
    chosen = options.parse_args()
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        print(f"left out: no {', '.join(BROWSERS[:-1])} or {BROWSERS[-1]} on the PATH")
        return 0
    print(
        "| nodes | page | still picture | frame | slowest tenth | file | made in |\n|---:|---|---:|---:|---:|---:|---:|"
    )
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        for size in chosen.sizes:
            network = made_up(size)
            for way in WAYS:
                # A browser each: a page that never comes to rest would slow down those after it.
                browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
                figures = measure(browser, way, network, Path(folder), chosen.limit)
                print(row(size, way, figures, chosen.limit), flush=True)
                browser.close()
            chromium = browser.version
    packages = ", ".join(f"{name} {version(name)}" for name in ("pyvis", "networkx"))
    print(f"\n{platform.machine()}, Python {platform.python_version()}, Chromium {chromium}, {packages}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
