"""The network in the order of time: only citations that go back to something older, so that no way leads in a circle.

A citation record is meant to have no circles, but has some: two resolutions of one day cite each other, or a number is
misread. The rule: a citation counts if both dates are known and the cited one is older, compared as exactly as the
less exact of the two allows (2007 is not older than 2007-12-19). Bodies have no date and so no part in it.
"""

from __future__ import annotations

from kg.network.elements import Network, nodes


def older(first: str | None, second: str | None) -> bool:
    """Whether an ISO date, or year, lies surely before another."""
    if not first or not second:
        return False
    shared = min(len(first), len(second))
    return first[:shared] < second[:shared]


def backward(network: Network) -> dict[str, list[str]]:
    """What each dated thing cites that is older, by IRI; things from the oldest to the youngest, then by IRI."""
    dates = {each.iri: each.date for each in nodes(network) if each.date}
    order = sorted(dates, key=lambda iri: (dates[iri], iri))
    return {iri: sorted(cited for cited in network.adj[iri] if older(dates.get(cited), dates[iri])) for iri in order}
