"""The graph page and the reader page of one thing, made in a worker. All that the application asks of `kg.view`."""

from __future__ import annotations

from collections.abc import Callable

from kg.errors import NetworkError
from kg.network import Node, induced, reached
from kg.serve.addresses import Addresses, official, short
from kg.store import OxigraphStore
from kg.view import graph_page, reader_page
from kg.view.address import Linked

MOST = 200
"""Things that are drawn."""


def reader(store: OxigraphStore, iri: str, addresses: Addresses) -> str:
    """The text of a document, with links to the pages of the application. ViewError if the store does not hold it."""

    def link(thing: Linked) -> str | None:
        return addresses.of(thing.iri) or official(thing.iri)

    return reader_page(store, iri, link=link, home=addresses.instrument(iri))


def graph(store: OxigraphStore, iri: str, depth: int, addresses: Addresses) -> str:
    """The citations around a thing as a picture. NetworkError if the store holds none, as the atlas of bodies."""
    things, whole = reached(store, iri, depth, MOST)
    network = induced(store, things)
    if iri not in network:
        raise NetworkError(f"the store holds no citations of {short(iri)}")
    return graph_page(
        network,
        title=f"Citations around {short(iri)}" + ("" if whole else f", the {len(network)} most cited"),
        focus=iri,
        link=lambda node: _page(node, addresses.instrument, addresses),
        around=lambda node: _page(node, addresses.graph, addresses),
        reader=lambda node: _page(node, addresses.reader, addresses),
    )


def _page(node: Node, page: Callable[[str], str], addresses: Addresses) -> str | None:
    return page(node.iri) if addresses.of(node.iri) else None
