"""`kg chain`: chains of citations between two instruments."""

from __future__ import annotations

import click

from kg.commands.frame import FAILED, Place, opened, reported, say, show, store_option


@click.command()
@click.argument("citing")
@click.argument("cited")
@click.option("--longest", type=click.IntRange(min=1), default=4, show_default=True, help="Citations from end to end.")
@click.option("--all", "every", is_flag=True, help="All chains, not only the shortest.")
@click.option("--dated", is_flag=True, help="All chains on which every step is known to lead back in time.")
@store_option
@reported
def chain(citing: str, cited: str, longest: int, every: bool, dated: bool, store: Place | None) -> int:
    """Follow citations from CITING back to CITED."""
    from kg import tables
    from kg.network import between, chains, dated_chains, shortest_chains

    network = between(opened(store), citing, cited, longest if dated or every else None)
    if dated or every:
        found = (dated_chains if dated else chains)(network, citing, cited, longest)
    else:
        found = shortest_chains(network, citing, cited)
    if not found:
        say(f"kg: no chain leads from {citing} to {cited}")
        return FAILED
    show(tables.chains(found))
    return 0
