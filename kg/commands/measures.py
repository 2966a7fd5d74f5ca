"""The commands of `kg network`, one for each measure of `kg.network`.

What a command needs is imported when it runs, so that `kg --help` is quick.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from kg.commands.network import measure, network

if TYPE_CHECKING:
    from kg.network import Network, Record

__all__ = ["network"]

_least = click.option("--least", type=click.IntRange(min=1), default=2, show_default=True, help="Least in common.")
_name = click.argument("name", required=False)


@measure
def degree(network: Network) -> Sequence[Record]:
    """What is cited most, and what cites most."""
    from kg.network import degrees

    return degrees(network)


@measure
@click.option("--damping", type=float, default=0.85, show_default=True, help="Share of rank that is passed on.")
def pagerank(network: Network, damping: float) -> Sequence[Record]:
    """What carries weight because what carries weight cites it."""
    from kg.network import pagerank

    return pagerank(network, damping)


@measure
def hits(network: Network) -> Sequence[Record]:
    """Authorities, and the documents that cite them (hubs)."""
    from kg.network import hits

    return hits(network)


@measure
@click.option("--share", type=click.FloatRange(0, 1), default=0.1, show_default=True, help="Of all that cite.")
@click.option("--least", type=click.IntRange(min=1), default=10, show_default=True, help="Least citing documents.")
def hubs(network: Network, share: float, least: int) -> Sequence[Record]:
    """What so many documents cite that it says little of any."""
    from kg.network import hubs

    return hubs(network, share, least)


@measure
def cores(network: Network) -> Sequence[Record]:
    """How far inside the network things are (k-cores)."""
    from kg.network import cores

    return cores(network)


@measure
@click.option("--sample", type=click.IntRange(min=1), default=200, show_default=True, help="Documents to start from.")
@click.option("--seed", type=int, default=1, show_default=True, help="Another seed draws other documents.")
def betweenness(network: Network, sample: int, seed: int) -> Sequence[Record]:
    """What the shortest chains of citations lead through."""
    from kg.network import betweenness

    return betweenness(network, sample, seed)


@measure
@_name
@_least
def co_cited(network: Network, name: str | None, least: int) -> Sequence[Record]:
    """What the same documents cite (all pairs, or with NAME)."""
    from kg.network import co_cited

    return co_cited(network, name, least)


@measure
@_name
@_least
def coupled(network: Network, name: str | None, least: int) -> Sequence[Record]:
    """Documents that cite the same (all pairs, or with NAME)."""
    from kg.network import coupled

    return coupled(network, name, least)


@measure
@click.option("--resolution", type=float, default=1.0, show_default=True, help="A greater one gives smaller fields.")
@click.option("--least", type=click.IntRange(min=1), default=2, show_default=True, help="Least size.")
def communities(network: Network, resolution: float, least: int) -> Sequence[Record]:
    """Fields that cite among themselves more than elsewhere."""
    from kg.network import communities

    return communities(network, resolution, least)


@measure
def ages(network: Network) -> Sequence[Record]:
    """How long each instrument stays cited."""
    from kg.network import ages

    return ages(network)


@measure
def age_profile(network: Network) -> Sequence[Record]:
    """How much is cited at which age, in years."""
    from kg.network import age_profile

    return age_profile(network)


@measure
@click.option("--least", type=click.IntRange(min=2), default=3, show_default=True, help="Least number of texts.")
def renewals(network: Network, least: int) -> Sequence[Record]:
    """Series of texts on one matter, year after year."""
    from kg.network import renewals

    return renewals(network, least)


@measure
@click.argument("name")
def renewed(network: Network, name: str) -> Sequence[Record]:
    """The series that NAME belongs to, text by text."""
    from kg.network import renewed

    return renewed(network, name)


@measure
@click.option("--method", type=click.Choice(["key-route", "global", "local"]), default="key-route", show_default=True)
@click.option("--key-routes", type=click.IntRange(min=1), default=1, show_default=True, help="For key-route.")
def main_path(network: Network, method: str, key_routes: int) -> Sequence[Record]:
    """The citations through which most ways through time lead."""
    from kg.network import main_path

    return main_path(network, method, key_routes)


@measure
@click.argument("name")
def orphans(network: Network, name: str) -> Sequence[Record]:
    """What hangs on NAME alone."""
    from kg.network import orphans

    return orphans(network, name)


@measure
def faults(network: Network) -> Sequence[Record]:
    """Errors of the record: wrong dates, wrong numbers."""
    from kg.network import faults

    return faults(network)
