"""The part of a network that the answer of a query speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Triple

from kg.errors import NetworkError, ViewError
from kg.network import Network, find
from kg.query import Result


def answered(network: Network, result: Result, named: Iterable[str] = ()) -> Network:
    """Everything in the network that the answer names by IRI, with all citations among it.

    A citation that the answer names counts as its two ends. `named` are the values of parameters: "what cites X" is no
    picture without X. Raises ViewError if nothing of the network is in the answer.
    """
    iris = set(_iris(result))
    ends = {end for *pair, key in network.edges(keys=True) if key in iris for end in pair}
    wanted = {iri for iri in network if iri in iris} | ends
    if not wanted:
        raise ViewError("nothing in the answer of the query can be drawn: it names no document, instrument or body")
    return Network(network.subgraph(wanted | set(_found(network, named))))


def _iris(result: Result) -> Iterator[str]:
    terms = [term for row in result.rows for term in row]
    while terms:
        term = terms.pop()
        if isinstance(term, NamedNode):
            yield term.value
        elif isinstance(term, Triple):
            terms += [term.subject, term.object]


def _found(network: Network, names: Iterable[str]) -> Iterator[str]:
    """The nodes among the values of parameters; others are numbers, dates, relations."""
    for name in names:
        try:
            yield find(network, name)
        except NetworkError:
            continue
