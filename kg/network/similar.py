"""What belongs together by what cites it, and by what it cites.

Co-citation: Small (1973), "Co-citation in the scientific literature", JASIS 24. Bibliographic coupling: Kessler (1963),
"Bibliographic coupling between scientific papers", American Documentation 14. Strength: the cosine of Salton, McGill
(1983), the number in common divided by the geometric mean of both numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kg.errors import NetworkError
from kg.network.elements import Network, find, node
from kg.network.simple import BODIES, Numbers, Simple, simple

if TYPE_CHECKING:
    from scipy.sparse import csr_array

LEAST = 2
AT_MOST = 1000
_ROWS_AT_ONCE = 512


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things with so many citing (or cited) things in `common`; `strength` is 1 if they have no others."""

    first: str
    second: str
    first_label: str
    second_label: str
    common: int
    strength: float
    first_iri: str
    second_iri: str


def co_cited(network: Network, name: str | None = None, least: int = LEAST, at_most: int = AT_MOST) -> list[Pair]:
    """Pairs that the same documents cite, most often first; only those with one thing if a `name` is given.

    Pairs with less than `least` documents in common are left out, and of the rest those beyond the first `at_most`.
    Bodies are left out. Raises NetworkError if the name is unknown (or that of a body), or a number less than 1.
    """
    links = simple(network, without=BODIES)
    return _pairs(network, Simple(links.keys, links.cited, links.citing, links.counts), name, least, at_most)


def coupled(network: Network, name: str | None = None, least: int = LEAST, at_most: int = AT_MOST) -> list[Pair]:
    """Pairs of documents that cite the same things, most things in common first; see `co_cited` for the rest."""
    return _pairs(network, simple(network, without=BODIES), name, least, at_most)


def _pairs(network: Network, links: Simple, name: str | None, least: int, at_most: int) -> list[Pair]:
    """Pairs of rows of the matrix of links by the columns they have in common."""
    if least < 1 or at_most < 1:
        raise NetworkError(f"pairs are found by numbers of at least 1, not {min(least, at_most)}")
    matrix = links.matrix().astype(np.int32)
    degrees = np.bincount(links.citing, minlength=links.size)
    only = _position(network, links, name) if name is not None else None
    best = np.empty((0, 3), dtype=np.int64)
    for start in range(0, links.size, _ROWS_AT_ONCE) if only is None else [0]:
        # Some rows at a time, for the sake of memory, with those that were not compared yet.
        rest = matrix[start:]
        some = rest[:_ROWS_AT_ONCE] if only is None else matrix[only : only + 1]
        enough = max(least, int(best[-1, 2]) if len(best) == at_most else 0)
        found = _products(some, rest, enough) + np.array([start if only is None else only, start, 0])
        apart = found[:, 1] > found[:, 0] if only is None else found[:, 1] != only
        best = _first(np.vstack([best, found[apart]]), degrees, at_most)
    return [_pair(network, links, row, degrees) for row in best.tolist()]


def _products(some: csr_array, others: csr_array, enough: int) -> Numbers:
    """Row, other row and number of columns in common of all that have enough."""
    product = some @ others.T.tocsr()
    at = np.flatnonzero(product.data >= enough)
    rows = np.searchsorted(product.indptr, at, side="right") - 1
    pairs: Numbers = np.column_stack([rows, product.indices[at], product.data[at]]).astype(np.int64)
    return pairs


def _position(network: Network, links: Simple, name: str) -> int:
    iri = find(network, name)
    if iri not in links.keys:
        raise NetworkError(f"{name!r} is a body, and bodies are not compared")
    return links.keys.index(iri)


def _first(pairs: Numbers, degrees: Numbers, at_most: int) -> Numbers:
    """The first pairs by number in common, strength, and the order of IRIs."""
    first, second, common = pairs.T
    # Of equal numbers in common the smaller product of degrees is the greater strength, and it is exact.
    order = np.lexsort((second, first, degrees[first] * degrees[second], -common))
    return pairs[order[:at_most]]


def _pair(network: Network, links: Simple, row: list[int], degrees: Numbers) -> Pair:
    first, second, common = row
    one, other = node(network, links.keys[first]), node(network, links.keys[second])
    strength = common / float(degrees[first] * degrees[second]) ** 0.5
    return Pair(one.identity, other.identity, one.label, other.label, common, strength, one.iri, other.iri)
