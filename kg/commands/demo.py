"""`kg demo`: the packaged sample, from text to page."""

from __future__ import annotations

from pathlib import Path

import click

from kg.commands.frame import reported


@click.command()
@click.option("--out", type=click.Path(path_type=Path), default=Path("out"), show_default=True, help="Folder to write.")
@reported
def demo(out: Path) -> int:
    """Read the packaged sample, resolution 62/209: what it cites, three queries, graph.ttl, graph.nq, graph.html."""
    from kg import demonstration

    demonstration.run(out)
    return 0
