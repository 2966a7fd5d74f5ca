"""Which lines a picture of many can do without: those that a longer chain tells already.

The transitive reduction of the dated network, as CitNetExplorer draws it (van Eck and Waltman 2014, "CitNetExplorer: A
new software tool for analyzing and visualizing citation networks", Journal of Informetrics 8(4)): a line from C to A is
left out if C leads to A through B as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence


def reduced(pairs: Iterable[tuple[int, int]], times: Sequence[float | None]) -> set[tuple[int, int]]:
    """The pairs (citing, cited) that no longer chain replaces; `times` are the dates of the numbers in them, or None.

    Only pairs that go back in time make chains. Others are left out: what has no date, what has the same date, and what
    is cited by something older than itself.
    """
    cited: defaultdict[int, set[int]] = defaultdict(set)
    for a, b in pairs:
        if _before(times[b], times[a]):
            cited[a].add(b)
    reach: dict[int, int] = {}  # what a number leads to, as a set of bits
    kept: set[tuple[int, int]] = set()
    for a in sorted(cited, key=lambda number: (times[number] or 0.0, number)):
        found = 0
        for b in sorted(cited[a], key=lambda number: (-(times[number] or 0.0), number)):
            if not found >> b & 1:
                kept.add((a, b))
            found |= reach.get(b, 0) | 1 << b
        reach[a] = found
    return kept


def _before(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and one < other
