"""`kg.store.Store` on a SPARQL 1.1 server."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlencode

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError, StoreError
from kg.store.answers import Answer, Row, Statements, Table, Verdict
from kg.store.faults import store_faults
from kg.store.marks import MARKED
from kg.store.quads import runs, triples_of
from kg.store.remote.addresses import Addresses, addresses
from kg.store.remote.answers import accepted, answer
from kg.store.remote.credentials import Credentials
from kg.store.remote.transport import FAILED_OR_BUSY, Limits, RefusedError, Request, Transport, shown
from kg.triples import reused
from kg.triples.terms import string

_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_TURTLE = {"Content-Type": "text/turtle; charset=utf-8"}  # every server takes it, and N-Triples are Turtle
_MOST_TRIPLES = 20_000
_PAGE = 5000

_WAYS = ((), (("union-default-graph", "true"),))
"""What to send beside a query so that its default graph is the union: nothing, or what the Oxigraph server takes."""

_SOME_GRAPH = f"SELECT ?graph ?topic WHERE {{ GRAPH ?graph {{ ?graph <{reused.PRIMARY_TOPIC}> ?topic }} }} LIMIT 1"


def open_server(
    url: str,
    *,
    update_url: str | None = None,
    graph_url: str | None = None,
    credentials: Credentials | None = None,
    limits: Limits | None = None,
) -> RemoteStore:
    """The store behind a server's URL (see `addresses`), with credentials from the environment unless given.

    Nothing is sent yet. StoreError for what is no URL of a server.
    """
    transport = Transport(credentials or Credentials.from_environment(), limits)
    return RemoteStore(addresses(url, update_url, graph_url), transport)


class RemoteStore:
    """`kg.store.Store` on a server. Its graphs are those that `kg push` wrote there; without any, all that it has."""

    def __init__(self, places: Addresses, transport: Transport) -> None:
        self.source = shown(places.query)
        self._places = places
        self._transport = transport
        self._way: tuple[tuple[str, str], ...] | None = None

    def ask(self, query: str, *, union: bool = True) -> Answer:
        wanted = accepted(query)
        return self._ask(query, wanted, self._union() if union else ())

    def update(self, text: str) -> None:
        """Carry out a SPARQL Update. StoreError if the server fails or refuses."""
        body = urlencode({"update": text}).encode()
        self._transport.send(Request("POST", self._places.update, body, _FORM, FAILED_OR_BUSY))

    def load_nquads(self, quads: bytes | Iterable[str]) -> None:
        with store_faults(self.source):
            for graph, triples in runs(quads, _MOST_TRIPLES):
                if not isinstance(graph, NamedNode):
                    raise StoreError("a server takes quads of named graphs only", source=self.source)
                self._put("POST", graph.value, triples)

    def replace_graph(self, graph: str, nquads: Iterable[str]) -> None:
        with store_faults(self.source):
            triples = list(triples_of(graph, nquads, self.source))
        self.put_graph(graph, triples)

    def put_graph(self, graph: str, triples: Iterable[str]) -> None:
        """As `replace_graph`, with triples: N-Triples without the dot."""
        self._put("PUT", graph, triples)

    def remove_graph(self, graph: str) -> None:
        try:
            self._transport.send(Request("DELETE", self._places.graph(graph), again=FAILED_OR_BUSY))
        except RefusedError as error:
            if error.status != 404:
                raise

    def graphs(self) -> tuple[str, ...]:
        return self.pushed() or self._graphs("GRAPH ?graph { ?s ?p ?o }")

    def pushed(self) -> tuple[str, ...]:
        """The IRIs of the graphs that `kg push` wrote, sorted."""
        return self._graphs(MARKED)

    def has_graph(self, graph: str) -> bool:
        found = self.ask(f"ASK {{ GRAPH {NamedNode(graph)} {{ ?s ?p ?o }} }}", union=False)
        return isinstance(found, Verdict) and found.value

    def dump(self) -> Iterator[str]:
        for graph in self.graphs():
            name = NamedNode(graph)
            found = self.ask(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {name} {{ ?s ?p ?o }} }}", union=False)
            yield from sorted(f"{triple} {name} ." for triple in found.triples) if isinstance(found, Statements) else ()

    def __len__(self) -> int:
        return sum(map(self._size, self.graphs()))

    def rows(self, query: str) -> Iterator[Row]:
        """The rows of a SELECT over the named graphs that it names itself."""
        found = self.ask(query, union=False)
        return found.rows if isinstance(found, Table) else iter(())

    def _size(self, graph: str) -> int:
        query = f"SELECT (COUNT(*) AS ?count) WHERE {{ GRAPH {NamedNode(graph)} {{ ?s ?p ?o }} }}"
        return sum(int(count.value) for (count,) in self.rows(query) if isinstance(count, Literal))

    def _graphs(self, pattern: str) -> tuple[str, ...]:
        """The graphs of a pattern, page by page: a server may cut longer answers."""
        found: list[str] = []
        while True:
            beyond = f"FILTER(STR(?graph) > {string(found[-1])})" if found else ""
            query = f"SELECT DISTINCT ?graph WHERE {{ {pattern} {beyond} }} ORDER BY STR(?graph) LIMIT {_PAGE}"
            page = [graph.value for (graph,) in self.rows(query) if isinstance(graph, NamedNode)]
            found += page
            if len(page) < _PAGE:
                return tuple(sorted(set(found)))

    def _put(self, method: str, graph: str, triples: Iterable[str]) -> None:
        body = "".join(f"{triple} .\n" for triple in triples).encode()
        self._transport.send(Request(method, self._places.graph(graph), body, _TURTLE, FAILED_OR_BUSY))

    def _ask(self, query: str, wanted: str, beside: Iterable[tuple[str, str]]) -> Answer:
        body = urlencode([("query", query), *beside]).encode()
        try:
            response = self._transport.send(Request("POST", self._places.query, body, _FORM | {"Accept": wanted}))
        except RefusedError as error:
            if error.status != 400:
                raise
            raise QueryError(error.message, source=error.source) from error
        return answer(response, wanted, self.source)

    def _union(self) -> Iterable[tuple[str, str]]:
        """What to send beside a query so that the default graph is the union of all graphs, found out once.

        The protocol has no word for it. So one triple of some graph is looked for in the default graph.
        """
        if self._way is None:
            self._way = self._found_way()
        return self._way

    def _found_way(self) -> tuple[tuple[str, str], ...]:
        row = next(self.rows(_SOME_GRAPH), None)
        if row is None:
            return ()
        graph, topic = row
        probe = f"ASK {{ {graph} <{reused.PRIMARY_TOPIC}> {topic} }}"
        for way in _WAYS:
            found = self._ask(probe, accepted(probe), way)
            if isinstance(found, Verdict) and found.value:
                return way
        fault = "its default graph is not the union of its graphs, which the queries need; see docs/servers.md"
        raise StoreError(fault, source=self.source)
