"""The graph page: a network -> one HTML file that opens still, readable and without any outside request.

pyvis 0.3.2 assembles the nodes and edges for vis-network and ships that library; its own template escapes nothing and
asks a server for a style sheet, so the page has a template of ours.
"""

from __future__ import annotations

import re
from dataclasses import asdict
from functools import cache
from pathlib import Path

import pyvis.network
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kg.errors import ViewError
from kg.network import Network, Node, find, nodes
from kg.view.arrange import arrange, radius
from kg.view.embed import code_block, content_policy, json_block
from kg.view.labels import labels
from kg.view.layout import Layout, Place
from kg.view.legend import kind_style, relation_style
from kg.view.page_data import Line, PageData, page_data

_WEB = Path(__file__).resolve().parent / "web"
_STYLES = ("theme.css", "page.css", "panel.css")
_SCRIPTS = (
    "dom.js",
    "data.js",
    "theme.js",
    "frame.js",
    "drawing.js",
    "citations.js",
    "panel.js",
    "filters.js",
    "search.js",
    "main.js",
)
_VIS = Path("templates", "lib", "vis-9.1.2", "vis-network.min.js")
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
_BEND = 0.07
_BEND_IN_ROW = 0.2  # over the marks that stand between


def graph_page(network: Network, *, title: str, focus: str | None = None) -> str:
    """The page as HTML, byte for byte the same for the same network.

    `focus` names the node to open at (IRI, identity or label); without it that is the one text that was read, if there
    is one only. Raises NetworkError if the focus is unknown, ViewError if pyvis does not bring vis-network along.
    """
    key = find(network, focus) if focus else _only_read(network)
    layout = arrange(network)
    data = page_data(network, layout, title=title, focus=key)
    drawing = pyvis.network.Network(directed=True, cdn_resources="in_line", heading=title)
    texts = labels(nodes(network))
    for number, (node, place) in enumerate(zip(nodes(network), layout.places, strict=True)):
        _draw_node(drawing, number, node, place, texts[node.iri])
    for number, line in enumerate(data.lines):
        _draw_line(drawing, number, line, layout)
    drawing.templateEnv = _environment(data)
    drawing.path = "page.html"
    return str(drawing.generate_html())


def _only_read(network: Network) -> str | None:
    read = [each.iri for each in nodes(network) if each.read]
    return read[0] if len(read) == 1 else None


def _draw_node(drawing: pyvis.network.Network, number: int, node: Node, place: Place, text: str) -> None:
    drawing.add_node(
        number,
        label=text or " ",  # pyvis shows the number in place of an empty label
        shape=kind_style(node.kind).shape,
        color=None,  # the style sheet of the page decides, by kind
        size=radius(node),
        x=place.x,
        y=place.y,
        borderWidth=3 if node.read else 1,
    )


def _draw_line(drawing: pyvis.network.Network, number: int, line: Line, layout: Layout) -> None:
    # Parallel lines bend to either side in turn, each pair further out.
    side = "curvedCW" if line.rank % 2 == 0 else "curvedCCW"
    bend = _BEND_IN_ROW if layout.places[line.citing].y == layout.places[line.cited].y else _BEND
    drawing.add_edge(
        line.citing,
        line.cited,
        id=number,
        width=min(1.2 + 0.6 * (line.count - 1), 4.0),
        dashes=list(relation_style(line.relation).dashes) or False,
        smooth={"enabled": True, "type": side, "roundness": round(bend * (1 + line.rank), 3)},
    )


def _environment(data: PageData) -> Environment:
    """The environment that pyvis renders our template with; it passes `nodes`, `edges` and `heading` itself."""
    scripts = [
        code_block(_joined(("failure.js",))),
        code_block(_vis_network()),
        # One closure: the files share their names with each other and with nobody else.
        code_block(f"(() => {{\n'use strict';\n{_joined(_SCRIPTS)}}})();\n"),
    ]
    environment = Environment(loader=FileSystemLoader(_WEB), autoescape=True, undefined=StrictUndefined)
    environment.filters["json_block"] = json_block
    environment.globals.update(
        data=asdict(data),
        style=code_block(_joined(_STYLES)),
        scripts=scripts,
        policy=content_policy(scripts),
    )
    return environment


@cache
def _joined(names: tuple[str, ...]) -> str:
    return "\n".join((_WEB / name).read_text(encoding="utf-8") for name in names)


@cache
def _vis_network() -> str:
    """The script of vis-network that pyvis ships, without the pointer to a source map that no page can reach."""
    path = Path(pyvis.network.__file__).parent / _VIS
    try:
        code = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ViewError(f"pyvis does not bring vis-network along: {error.strerror}", source=str(_VIS)) from error
    return _SOURCE_MAP.sub("", code)
