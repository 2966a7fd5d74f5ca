"""The main path of a field: the citations through which most ways from its young documents to its old ones lead.

Weights are search path counts (SPC) and the ways to put a path together those of Pajek and CitNetExplorer:
- Hummon, Doreian (1989), "Connectivity in a citation network: the development of DNA theory", Social Networks 11;
- Batagelj (2003), "Efficient algorithms for citation network analysis", arXiv:cs/0309023 (SPC);
- Liu, Lu (2012), "An integrated approach for main path analysis", JASIST 63 (local, global, key-route).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from heapq import nsmallest
from typing import TypeAlias

from kg.errors import NetworkError
from kg.network.dated import backward
from kg.network.elements import Network, node

KEY_ROUTES = 1

Link: TypeAlias = tuple[str, str]
"""Citing and cited, by IRI."""
Cites: TypeAlias = dict[str, list[str]]
"""What each thing cites that is older, from the oldest thing to the youngest (`kg.network.dated.backward`)."""
Weights: TypeAlias = Mapping[Link, int]
Best: TypeAlias = dict[str, tuple[int, str | None]]


class Method(StrEnum):
    """How the main path is put together from the weights."""

    KEY_ROUTE = "key-route"
    GLOBAL = "global"
    LOCAL = "local"


@dataclass(frozen=True, slots=True)
class PathLink:
    """A citation on the main path; `share` (0 to 1) of all ways from end to end of the field lead through it."""

    citing: str
    cited: str
    citing_label: str
    cited_label: str
    citing_date: str
    cited_date: str
    share: float
    citing_iri: str
    cited_iri: str


def main_path(
    network: Network, method: Method | str = Method.KEY_ROUTE, key_routes: int = KEY_ROUTES
) -> list[PathLink]:
    """The main path of a field (a sub-network), its links from the oldest to the youngest; [] if nothing cites back.

    `key-route`: the `key_routes` heaviest links, each followed to both ends along the heaviest way. `global`: the way
    with the greatest sum of weights. `local`: from the old end, on to whatever carries most weight, all ways if equal.
    Citations that do not lead to something older are dropped (`kg.network.dated` has the rule).
    Raises NetworkError for an unknown method or less than one key route.
    """
    if method not in set(Method):
        raise NetworkError(f"a main path is {', '.join(Method)}, not {method!r}")
    if key_routes < 1:
        raise NetworkError(f"a main path has at least one key route, not {key_routes}")
    cites = backward(network)
    weights, ways = path_counts(cites)
    if not weights:
        return []
    if method == Method.LOCAL:
        chosen = _local(weights)
    elif method == Method.GLOBAL:
        chosen = _global(cites, weights)
    else:
        chosen = _through(_key_routes(weights, key_routes), cites, weights)
    links = [_link(network, link, weights[link] / ways) for link in chosen]
    return sorted(links, key=lambda link: (link.cited_date, link.citing_date, link.cited, link.citing))


def path_counts(cites: Cites) -> tuple[dict[Link, int], int]:
    """The search path count of every link, and the number of all ways: exact, for they soon pass what a float holds."""
    to_old_end: dict[str, int] = {}
    for citing, older in cites.items():
        to_old_end[citing] = sum(to_old_end[each] for each in older) or 1
    to_young_end: defaultdict[str, int] = defaultdict(int)
    weights: dict[Link, int] = {}
    ways = 0
    for citing in reversed(cites):
        if cites[citing] and citing not in to_young_end:  # a young end
            to_young_end[citing] = 1
            ways += to_old_end[citing]
        for cited in cites[citing]:
            to_young_end[cited] += to_young_end[citing]
            weights[citing, cited] = to_young_end[citing] * to_old_end[cited]
    return weights, ways


def _link(network: Network, link: Link, share: float) -> PathLink:
    citing, cited = (node(network, iri) for iri in link)
    return PathLink(
        citing=citing.identity,
        cited=cited.identity,
        citing_label=citing.label,
        cited_label=cited.label,
        citing_date=citing.date or "",
        cited_date=cited.date or "",
        share=share,
        citing_iri=citing.iri,
        cited_iri=cited.iri,
    )


def _local(weights: Weights) -> list[Link]:
    """From the heaviest link that leaves an old end, on along the heaviest link that leaves each thing reached."""
    leaving = _by_cited(weights)
    old_ends = leaving.keys() - {citing for citing, _ in weights}
    follow = _heaviest((link for end in old_ends for link in leaving[end]), weights)
    chosen: dict[Link, None] = {}
    while follow:
        chosen |= dict.fromkeys(follow)
        reached = dict.fromkeys(citing for citing, _ in follow)
        onward = (link for each in reached for link in _heaviest(leaving.get(each, ()), weights))
        follow = [link for link in onward if link not in chosen]
    return list(chosen)


def _by_cited(weights: Weights) -> dict[str, list[Link]]:
    groups: defaultdict[str, list[Link]] = defaultdict(list)
    for link in weights:
        groups[link[1]].append(link)
    return dict(groups)


def _heaviest(links: Iterable[Link], weights: Weights) -> list[Link]:
    """The heaviest of some links, all if equal."""
    some = list(links)
    most = max((weights[link] for link in some), default=0)
    return [link for link in some if weights[link] == most]


def _key_routes(weights: Weights, count: int) -> list[Link]:
    return nsmallest(count, weights, key=lambda link: (-weights[link], link))


def _global(cites: Cites, weights: Weights) -> list[Link]:
    """The way with the greatest sum of weights from any young end to any old one."""
    back = _best_back(cites, weights)
    start = min(back, key=lambda iri: (-back[iri][0], iri))
    return list(_back(start, back))


def _through(keys: Iterable[Link], cites: Cites, weights: Weights) -> list[Link]:
    """The key links, each with the way of the greatest sum of weights that it lies on."""
    back, on = _best_back(cites, weights), _best_on(cites, weights)
    chosen: dict[Link, None] = {}
    for citing, cited in keys:
        chosen |= dict.fromkeys([(citing, cited), *_back(cited, back), *_on(citing, on)])
    return list(chosen)


def _best_back(cites: Cites, weights: Weights) -> Best:
    """From each thing the greatest sum of weights back to an old end, and the first step of that way."""
    best: Best = {}
    for citing, cited in cites.items():
        ways = ((-weights[citing, each] - best[each][0], each) for each in cited)
        loss, step = min(ways, default=(0, None))
        best[citing] = (-loss, step)
    return best


def _best_on(cites: Cites, weights: Weights) -> Best:
    """From each thing the greatest sum of weights on to a young end, and the first step of that way."""
    best: Best = dict.fromkeys(cites, (0, None))
    for citing in reversed(cites):
        for cited in cites[citing]:
            total = weights[citing, cited] + best[citing][0]
            known, step = best[cited]
            if step is None or (-total, citing) < (-known, step):
                best[cited] = (total, citing)
    return best


def _back(start: str, best: Best) -> Iterator[Link]:
    while (step := best[start][1]) is not None:
        yield start, step
        start = step


def _on(start: str, best: Best) -> Iterator[Link]:
    while (step := best[start][1]) is not None:
        yield step, start
        start = step
