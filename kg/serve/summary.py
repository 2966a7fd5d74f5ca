"""What a store holds, in a few numbers: for the home page."""

from __future__ import annotations

from dataclasses import dataclass

from kg.network.rows import rows
from kg.store import Store
from kg.triples import reused

_CITATIONS = f"SELECT (COUNT(DISTINCT ?citation) AS ?count) WHERE {{ ?citation <{reused.CITING_ENTITY}> ?citing }}"


@dataclass(frozen=True, slots=True)
class Summary:
    """The number of citations, and of quads."""

    citations: int
    quads: int


def summary(store: Store) -> Summary:
    """The numbers of a store."""
    count = next((value for (value,) in rows(store, _CITATIONS)), None)
    return Summary(int(count or 0), len(store))
