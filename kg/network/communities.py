"""Communities: fields that cite among themselves more than elsewhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.errors import NetworkError
from kg.model import Kind
from kg.network.elements import Network, Node, find, node
from kg.network.leiden import Neighbours, leiden
from kg.network.simple import BODIES, Simple, simple

RESOLUTION = 1.0
LEAST = 2
_NAMES = 3


@dataclass(frozen=True, slots=True)
class Community:
    """A field: `size` things, of which `leading` are cited most from within it, from `first` to `last` (years).

    `about` are the titles that most of its texts have. `inside` (0 to 1) is the share of the links of its members that
    stay within. `members` are the IRIs, most cited from within first.
    """

    number: int
    size: int
    leading: tuple[str, ...]
    about: tuple[str, ...]
    first: int | None
    last: int | None
    inside: float
    members: tuple[str, ...]


def communities(network: Network, resolution: float = RESOLUTION, least: int = LEAST) -> list[Community]:
    """The communities of at least `least` members, largest first; the direction of citations does not matter.

    By the Leiden method (`kg.network.leiden`), without chance. A greater `resolution` gives smaller communities.
    Bodies are left out, for they tie everything together, and so is what cites and is cited by nothing else.
    Raises NetworkError if the resolution is not greater than 0.
    """
    if not resolution > 0:
        raise NetworkError(f"the resolution of communities is greater than 0, not {resolution}")
    links = simple(network, without=BODIES)
    partition = leiden(_neighbours(links), resolution)
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for number, group in enumerate(partition):
        groups[group].append(number)
    large = sorted((group for group in groups.values() if len(group) >= least), key=lambda each: (-len(each), each))
    figures = _Figures.of(links, partition)
    return [_community(number, group, network, links, figures) for number, group in enumerate(large, 1)]


def field_of(network: Network, name: str) -> Network:
    """The community that something belongs to, as a network of its own (a view of this one).

    Raises NetworkError if the node is unknown, or in no community because it is a body or tied to nothing.
    """
    iri = find(network, name)
    members = next((each.members for each in communities(network) if iri in each.members), None)
    if members is None:
        raise NetworkError(f"{name!r} belongs to no community")
    part: Network = network.subgraph(members)
    return part


@dataclass(frozen=True, slots=True)
class _Figures:
    """By thing: its links, how many of them stay within its community, and how many of those cite it."""

    links: list[int]
    inside: list[int]
    cited_inside: list[int]

    @classmethod
    def of(cls, links: Simple, partition: Sequence[int]) -> _Figures:
        figures = cls([0] * links.size, [0] * links.size, [0] * links.size)
        for citing, cited in zip(links.citing.tolist(), links.cited.tolist(), strict=True):
            within = partition[citing] == partition[cited]
            figures.cited_inside[cited] += within
            for end in (citing, cited):
                figures.links[end] += 1
                figures.inside[end] += within
        return figures


def _neighbours(links: Simple) -> Neighbours:
    """Both directions of each link; two things that cite each other are tied twice."""
    neighbours: Neighbours = [{} for _ in links.keys]
    for citing, cited in zip(links.citing.tolist(), links.cited.tolist(), strict=True):
        neighbours[citing][cited] = neighbours[citing].get(cited, 0) + 1
        neighbours[cited][citing] = neighbours[cited].get(citing, 0) + 1
    return neighbours


def _community(number: int, group: Sequence[int], network: Network, links: Simple, figures: _Figures) -> Community:
    order = sorted(group, key=lambda each: (-figures.cited_inside[each], -figures.links[each], links.keys[each]))
    members = [node(network, links.keys[each]) for each in order]
    years = [each.year for each in members if each.year is not None]
    ends = sum(figures.links[each] for each in group)
    return Community(
        number=number,
        size=len(group),
        leading=tuple(_name(each) for each in members[:_NAMES]),
        about=_about(members),
        first=min(years, default=None),
        last=max(years, default=None),
        inside=sum(figures.inside[each] for each in group) / ends if ends else 0.0,
        members=tuple(each.iri for each in members),
    )


def _name(this: Node) -> str:
    """A symbol with its title; the name alone of what is known by a name."""
    named = this.kind in (Kind.INSTRUMENT, Kind.TREATY) and this.label
    return this.label if named else f"{this.identity} {this.label}".strip()


def _about(members: Iterable[Node]) -> tuple[str, ...]:
    """The titles that several members bear, most frequent first: what comes back is what it is about."""
    counts = Counter(each.title for each in members if each.title)
    return tuple(
        sorted((title for title in counts if counts[title] > 1), key=lambda title: (-counts[title], title))[:_NAMES]
    )
