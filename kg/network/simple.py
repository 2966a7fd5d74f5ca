"""The network with parallel citations taken together: one link for each pair of things, as numbers for numpy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from kg.model import Kind
from kg.network.elements import Network, nodes

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Numbers: TypeAlias = NDArray[np.int64]

BODIES: frozenset[Kind] = frozenset({Kind.BODY})


@dataclass(frozen=True, slots=True)
class Simple:
    """Things by number, in the order of their IRIs, and their links in the order (citing, cited).

    `keys` are the IRIs; `citing` and `cited` the ends of each link; `counts` how many citations it stands for.
    A thing that cites itself has no link: no measure means anything by one.
    """

    keys: tuple[str, ...]
    citing: Numbers
    cited: Numbers
    counts: Numbers

    @property
    def size(self) -> int:
        return len(self.keys)

    def matrix(self, *, counted: bool = False) -> csr_array:
        """The sparse matrix with a row for what cites and a column for what is cited: 1, or the number of citations."""
        from scipy.sparse import csr_array  # slow to import

        values = self.counts if counted else np.ones_like(self.counts)
        return csr_array((values.astype(np.float64), (self.citing, self.cited)), shape=(self.size, self.size))


def simple(network: Network, without: Container[Kind] = ()) -> Simple:
    """The links of a network; things of the kinds `without` are left out with all their citations."""
    keys = tuple(sorted(each.iri for each in nodes(network) if each.kind not in without))
    number = {iri: index for index, iri in enumerate(keys)}
    links = [
        (number[citing], number[cited], count)
        for (citing, cited), count in Counter(network.edges()).items()
        if citing in number and cited in number and cited != citing
    ]
    table = np.array(sorted(links), dtype=np.int64).reshape(-1, 3)
    return Simple(keys, *(np.ascontiguousarray(table[:, column]) for column in range(3)))
