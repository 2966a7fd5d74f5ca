"""`kg view`: the citation network as a page."""

from __future__ import annotations

from pathlib import Path

import click

from kg.commands.frame import Place, network_of, reported, store_option, write_page


@click.command()
@click.argument("focus", required=False)
@click.option("--depth", type=click.IntRange(min=0), default=1, show_default=True, help="Citations to go from FOCUS.")
@click.option("--out", type=click.Path(path_type=Path), default=Path("graph.html"), show_default=True)
@store_option
@reported
def view(focus: str | None, depth: int, out: Path, store: Place | None) -> int:
    """Write the citation network as one HTML page that works offline, opened at FOCUS."""
    from kg.network import neighbourhood
    from kg.view import graph_page

    graph = network_of(store)
    if focus:
        graph = neighbourhood(graph, focus, depth)
    page = graph_page(graph, title=f"Citations around {focus}" if focus else "Citation network", focus=focus)
    write_page(page, out)
    return 0
