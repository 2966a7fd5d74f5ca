"""Pages to look at, each one self-contained HTML file that needs no network: the graph page and the reader page."""

from kg.view.address import Link, official
from kg.view.graph_page import graph_page
from kg.view.reader_page import reader_page

__all__ = ["Link", "graph_page", "official", "reader_page"]
