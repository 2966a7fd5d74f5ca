"""Pages to look at: the graph page, one self-contained HTML file that works with no network at all."""

from kg.view.graph_page import graph_page

__all__ = ["graph_page"]
