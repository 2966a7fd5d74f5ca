"""Pages to look at, each one self-contained HTML file that needs no network: the graph page and the reader page."""

from kg.view.address import Link, official
from kg.view.answer import answered
from kg.view.graph_page import Renderer, graph_page, what_is_missing
from kg.view.reader_files import file_names, reader_files
from kg.view.reader_page import reader_page

__all__ = [
    "Link",
    "Renderer",
    "answered",
    "file_names",
    "graph_page",
    "official",
    "reader_files",
    "reader_page",
    "what_is_missing",
]
