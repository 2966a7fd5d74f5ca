"""What holds a network together, as a page shows it: communities, the main path, hubs. All of it by `kg.network`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten

from kg import network as measures
from kg.model import Kind
from kg.network import Network, Node, node
from kg.view.labels import NAMED

MOST_COMMUNITIES = 7
"""There are so many colours that colour-blind people can tell apart; what is left shares a grey."""

SMALLEST_COMMUNITY = 3
_RESOLUTIONS = (1.0, 0.5, 0.25)
"""Finer communities first; coarser ones where too much would be left without a colour of its own."""
_LEFT = 0.2
_SHARED = 0.1
_CAPTION = 56


@dataclass(frozen=True, slots=True)
class Community:
    """Things that cite each other more than others: a name and the number of its members.

    `rest` marks the one that is made of everything in no community of its own.
    """

    caption: str
    size: int
    rest: bool = False


@dataclass(frozen=True, slots=True)
class Structure:
    """The communities by size; the number of the community of each node, by IRI; the main path as pairs (citing,
    cited), the oldest first; the hubs. All nodes are IRIs.
    """

    communities: tuple[Community, ...]
    community_of: dict[str, int]
    path: tuple[tuple[str, str], ...]
    hubs: tuple[str, ...]


def structure(network: Network, listed: Sequence[Node]) -> Structure:
    """The structure of a network whose nodes are `listed`."""
    found = _communities(network) if sum(each.read for each in listed) > 1 else []
    number = {iri: position for position, each in enumerate(found) for iri in each.members}
    rest = [each.iri for each in listed if each.iri not in number]
    named = [Community(_caption(network, each), each.size) for each in found]
    if rest:
        named.append(Community(_rest_caption(network, rest), len(rest), rest=True))
    return Structure(
        communities=tuple(named),
        community_of=number | dict.fromkeys(rest, len(found)),
        path=tuple((link.citing_iri, link.cited_iri) for link in measures.main_path(network)),
        hubs=tuple(hub.iri for hub in measures.hubs(network)),
    )


def _communities(network: Network) -> list[measures.Community]:
    """The largest communities, as fine as their colours allow; none if there is but one."""
    found: list[measures.Community] = []
    for resolution in _RESOLUTIONS:
        every = measures.communities(network, resolution, SMALLEST_COMMUNITY)
        found = every[:MOST_COMMUNITIES]
        if sum(each.size for each in every[MOST_COMMUNITIES:]) <= _LEFT * sum(each.size for each in every):
            break
    return found if len(found) > 1 else []


def _rest_caption(network: Network, rest: Sequence[str]) -> str:
    bodies = any(node(network, iri).kind is Kind.BODY for iri in rest)
    return "Bodies, and what stands apart" if bodies else "What stands apart"


def _caption(network: Network, community: measures.Community) -> str:
    """The title that many of its texts share; else what is cited most in it: a name or title, or two of them."""
    title = community.about[0] if community.about else ""
    same = sum(node(network, iri).label.casefold() == title.casefold() for iri in community.members)
    if title and same >= _SHARED * community.size:
        return shorten(title, _CAPTION, placeholder=" …")
    first, second = (node(network, iri) for iri in community.members[:2])
    if first.kind in NAMED and first.label:
        return shorten(first.label, _CAPTION, placeholder=" …")
    if first.label:
        return shorten(f"{first.identity} {first.label}", _CAPTION, placeholder=" …")
    second_name = second.label if second.kind in NAMED and second.label else second.identity
    return shorten(f"{first.identity}, {second_name}", _CAPTION, placeholder=" …")
