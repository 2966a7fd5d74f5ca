"""`kg network`: measures of the citation network."""

from __future__ import annotations

import click

from kg.commands.frame import Place, network_of, reported, show, store_option


@click.command()
@click.option("--measure", type=click.Choice(["degree", "pagerank"]), default="degree", show_default=True)
@click.option("--top", type=click.IntRange(min=1), default=20, show_default=True, help="Rows to print.")
@store_option
@reported
def network(measure: str, top: int, store: Place | None) -> int:
    """Measure the citation network: what is cited most, what carries most weight."""
    from kg import tables
    from kg.network import degrees, pagerank

    graph = network_of(store)
    show(tables.measures(degrees(graph)[:top] if measure == "degree" else pagerank(graph)[:top]))
    return 0
