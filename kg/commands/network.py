"""`kg network`: measures of the citation network, and of which part, in which form each is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from kg.commands.frame import Place, opened, reported, show, store_option
from kg.model import Kind

if TYPE_CHECKING:
    from kg.network import Network, Record

TOP = 20

_KINDS = [kind.value for kind in Kind]
_PART = (
    click.option("--organ", "organs", multiple=True, metavar="NAME", help="Only documents that this organ adopted."),
    click.option("--from", "first", type=int, metavar="YEAR", help="Only documents of this year or later."),
    click.option("--to", "last", type=int, metavar="YEAR", help="Only documents of this year or earlier."),
    click.option("--subject", "subjects", multiple=True, metavar="NAME", help="Only documents on this subject."),
    click.option("--language", "languages", multiple=True, metavar="CODE", help="Only documents read in it."),
    click.option("--relation", "relations", multiple=True, metavar="NAME", help="Only citations such as `recalls`."),
    click.option("--kind", "kinds", multiple=True, type=click.Choice(_KINDS), help="Only citations of this kind."),
    click.option("--field", metavar="NAME", help="Only the community that this belongs to."),
    click.option("--around", metavar="NAME", help="Only what is near this; bodies lead no further."),
    click.option("--depth", type=click.IntRange(min=1), default=1, show_default=True, help="For --around."),
)
_OF_PART = ("organs", "first", "last", "subjects", "languages", "relations", "kinds", "field", "around", "depth")
_SHOWN = (
    click.option("--top", type=click.IntRange(min=1), help=f"Rows to write; a table has {TOP} unless told."),
    click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True),
    store_option,
)


class _Measures(click.Group):
    """A group that takes options without a command as those of `degree`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0].startswith("-") and args[0] not in ctx.help_option_names):
            args = ["degree", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Measures)
def network() -> None:
    """Measure the citation network: what is cited most, what belongs together, what leads where.

    Without a MEASURE: degree. Every measure takes the network of a store, or of the packaged sample, and can be asked
    of a part of it: `kg network ages --organ "Security Council" --from 2000`.
    """


def measure(function: Callable[..., Sequence[Record]]) -> click.Command:
    """A command of `kg network`: `function` takes the network and options of its own, and gives rows.

    The command has the name of the function, with dashes, and its docstring as help.
    """

    def run(store: Place | None, top: int | None, form: str, **options: Any) -> int:
        part = _part(store, **{name: options.pop(name) for name in _OF_PART})
        rows = function(part, **options)
        _write(rows[: top or TOP] if top or form == "table" else rows, form)
        return 0

    command = reported(run)
    for option in reversed((*_PART, *_SHOWN)):
        command = option(command)
    command.__dict__["__click_params__"] += function.__dict__.get("__click_params__", [])  # its own stand first
    return network.command(function.__name__.replace("_", "-"), help=function.__doc__)(command)


def _part(
    store: Place | None,
    field: str | None,
    around: str | None,
    depth: int,
    first: int | None,
    last: int | None,
    **names: Any,
) -> Network:
    from kg.network import Choice, build, field_of, select
    from kg.network import around as network_around

    part = network_around(opened(store), around, depth) if around else build(opened(store))
    part = field_of(part, field) if field else part
    choice = Choice(first=first, last=last, **names)
    return part if choice == Choice() else select(part, choice)


def _write(rows: Sequence[Record], form: str) -> None:
    from kg import tables
    from kg.network import as_csv, as_json

    if form == "table":
        show(tables.measures(rows))
    else:
        click.echo(as_csv(rows) if form == "csv" else as_json(rows), nl=False)
