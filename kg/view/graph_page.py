"""The graph page: a network -> one HTML file that opens still, readable and without any outside request.

Two things can draw it. pyvis 0.3.2 assembles nodes and edges for vis-network and ships that library; its own template
escapes nothing and asks a server for a style sheet, so the page has a template of ours. Above some 2,000 nodes, where
vis-network becomes slow, sigma.js draws by WebGL. All around the picture is the same.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from enum import StrEnum

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kg.errors import ViewError
from kg.network import Network, find, nodes
from kg.view.address import Link
from kg.view.drawing import drawing, vis_network
from kg.view.embed import code_block, columns, content_policy, json_block, packed_block
from kg.view.modules import WEB, joined, pasted
from kg.view.page_data import Line, Links, PageData, PageNode, page_data
from kg.view.page_texts import PageCitation, PassageText, page_texts
from kg.view.web_bundle import how_to_get, web_bundle

MOST_FOR_PYVIS = 2000
"""Above so many nodes vis-network becomes slow."""

_BUNDLE = "graph.js"
_STYLES = ("theme.css", "page.css", "panel.css")
_ENTRIES = {False: "picture_vis.js", True: "picture_webgl.js"}


class Renderer(StrEnum):
    """What draws the picture; `auto` decides by size and by what is there."""

    AUTO = "auto"
    PYVIS = "pyvis"
    WEBGL = "webgl"


def graph_page(
    network: Network,
    *,
    title: str,
    focus: str | None = None,
    link: Link | None = None,
    around: Link | None = None,
    reader: Link | None = None,
    renderer: Renderer | str = Renderer.AUTO,
) -> str:
    """The page as HTML, byte for byte the same for the same network.

    `focus` names the node to open at (IRI, identity or label); without it that is the one text that was read, if there
    is one only. Where there are other pages, a node links to the one about it (`link`), to the one of its neighbourhood
    (`around`, at a double-click) and, if its text was read, to the one with its text (`reader`); see `kg.view.address`.
    Raises NetworkError if the focus is unknown, ViewError if the WebGL picture is asked for and not there, or if pyvis
    does not bring vis-network along.
    """
    key = find(network, focus) if focus else _only_read(network)
    data = page_data(network, title=title, focus=key, links=Links(link, around, reader))
    webgl = chosen_renderer(len(network), renderer) is Renderer.WEBGL
    scripts = _scripts(webgl=webgl)
    environment = Environment(loader=FileSystemLoader(WEB), autoescape=True, undefined=StrictUndefined)
    environment.filters["json_block"] = json_block
    return environment.get_template("page.html").render(
        heading=title,
        drawing=None if webgl else drawing(data),
        data=_data_block(data),
        texts=_texts_block(network),
        style=code_block(pasted(*_STYLES)),
        scripts=scripts,
        policy=content_policy(scripts),
    )


def chosen_renderer(size: int, wanted: Renderer | str) -> Renderer:
    """What draws a network of so many nodes: WebGL for large ones, if its bundle is there.

    Raises ViewError if WebGL is wanted by name and its bundle is missing.
    """
    if Renderer(wanted) is Renderer.PYVIS:
        return Renderer.PYVIS
    if web_bundle(_BUNDLE) is not None:
        return Renderer.WEBGL if size > MOST_FOR_PYVIS or wanted == Renderer.WEBGL else Renderer.PYVIS
    if Renderer(wanted) is Renderer.WEBGL:
        raise ViewError(how_to_get(_BUNDLE))
    return Renderer.PYVIS


def what_is_missing(size: int) -> str | None:
    """What was not built and would draw a network of so many nodes better, as words for a user; None if nothing."""
    return how_to_get(_BUNDLE) if size > MOST_FOR_PYVIS and web_bundle(_BUNDLE) is None else None


def _only_read(network: Network) -> str | None:
    read = [each.iri for each in nodes(network) if each.read]
    return read[0] if len(read) == 1 else None


def _data_block(data: PageData) -> Markup:
    rest = asdict(replace(data, nodes=(), lines=()))
    return json_block({**rest, "nodes": columns(data.nodes, PageNode), "lines": columns(data.lines, Line)})


def _texts_block(network: Network) -> Markup:
    texts = page_texts(network)
    return packed_block(
        {"citations": columns(texts.citations, PageCitation), "passages": columns(texts.passages, PassageText)}
    )


def _scripts(*, webgl: bool) -> list[Markup]:
    library = web_bundle(_BUNDLE) or "" if webgl else vis_network()
    return [code_block(pasted("failure.js")), code_block(library), code_block(joined(_ENTRIES[webgl]))]
