"""`kg query`: a query of the catalogue, or one from a file."""

from __future__ import annotations

from pathlib import Path

import click

from kg.commands.frame import Place, opened, pair, reported, show, store_option, text_of
from kg.errors import QueryError


@click.command()
@click.argument("name", required=False)
@click.argument("parameters", nargs=-1, metavar="[KEY=VALUE]...")
@click.option("--file", "file", type=click.Path(path_type=Path), help="A SPARQL query of your own instead.")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@store_option
@reported
def query(name: str | None, parameters: tuple[str, ...], file: Path | None, form: str, store: Place | None) -> int:
    """Ask a query of the catalogue (without a NAME: list them), or one from a file."""
    from kg import query as asking
    from kg import tables

    if name is None and file is None:
        show(tables.catalogue(asking.load()))
        return 0
    if file is not None and (name or parameters):
        raise click.UsageError("--file takes neither a NAME nor parameters")
    asked = opened(store)
    if file is not None:
        result = asking.ask(asked, text_of(file, QueryError))
    else:
        result = asking.run(asked, asking.load().get(str(name)), dict(map(pair, parameters)))
    if form == "table":
        show(asking.table(result))
    else:
        click.echo(asking.as_csv(result) if form == "csv" else asking.as_json(result), nl=False)
    return 0
