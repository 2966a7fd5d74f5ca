"""`kg export`: the graph in other forms."""

from __future__ import annotations

from pathlib import Path

import click

from kg.commands.frame import opened, reported, store_option


@click.command()
@click.option("--format", "form", type=click.Choice(["turtle", "nquads"]), default="turtle", show_default=True)
@store_option
@reported
def export(form: str, store: Path | None) -> int:
    """Print the graph: as Turtle, or as sorted N-Quads with a named graph a document."""
    from kg.triples.turtle import turtle

    lines = list(opened(store).dump())
    click.echo(turtle(lines) if form == "turtle" else "\n".join(lines))
    return 0
