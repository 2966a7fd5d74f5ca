"""`kg view`: the citation network, or a text, as a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.commands.frame import Place, opened, pair, reported, say, store_option, text_of, write_page
from kg.errors import QueryError, ViewError

if TYPE_CHECKING:
    from kg.network import Choice, Network
    from kg.store import Store
    from kg.view.address import Linked


@dataclass(frozen=True, slots=True)
class _Part:
    """What is to be drawn: a network under a title, opened at `focus` if given."""

    network: Network
    title: str
    focus: str | None = None


@click.command()
@click.argument("words", nargs=-1, metavar="[FOCUS | KEY=VALUE...]")
@click.option(
    "--depth",
    type=click.IntRange(min=0),
    default=1,
    show_default=True,
    help="Citations from FOCUS; bodies lead no further.",
)
@click.option("--query", "name", metavar="NAME", help="What a query of the catalogue finds, with its KEY=VALUE.")
@click.option("--file", "file", type=click.Path(path_type=Path), help="What a SPARQL query of your own finds.")
@click.option("--field", "member", metavar="NAME", help="A field: the community that this belongs to.")
@click.option("--organ", "organs", multiple=True, help="A field: what documents of this organ cite.")
@click.option("--subject", "subjects", multiple=True, help="A field: what documents on this subject cite.")
@click.option("--from", "first", type=int, metavar="YEAR", help="A field: what documents from this year on cite.")
@click.option("--to", "last", type=int, metavar="YEAR", help="A field: what documents up to this year cite.")
@click.option("--reader", is_flag=True, help="The text of FOCUS to read, with its citations, instead of a network.")
@click.option("--texts", is_flag=True, help="Write the texts that were read beside the page, which links to them.")
@click.option("--renderer", type=click.Choice(["auto", "pyvis", "webgl"]), default="auto", show_default=True)
@click.option("--out", type=click.Path(path_type=Path), help="[default: graph.html, or reader.html]")
@store_option
@reported
def view(
    words: tuple[str, ...],
    depth: int,
    name: str | None,
    file: Path | None,
    member: str | None,
    organs: tuple[str, ...],
    subjects: tuple[str, ...],
    first: int | None,
    last: int | None,
    reader: bool,
    texts: bool,
    renderer: str,
    out: Path | None,
    store: Place | None,
) -> int:
    """Write the citation network as one HTML page that works offline.

    The whole network, the neighbourhood of FOCUS, a field, or what a query finds.
    """
    from kg.network import Choice
    from kg.view import reader_page

    choice = Choice(organs=organs, subjects=subjects, first=first, last=last)
    _check(words, name, file, bool(member) or choice != Choice(), reader)
    if reader:
        write_page(reader_page(opened(store), words[0]), out or Path("reader.html"))
        return 0
    asked = opened(store)
    if name or file:
        part = _found(asked, name, file, dict(map(pair, words)))
    else:
        part = _part(asked, words[0] if words else None, depth, member, choice)
    _write_network(part, out or Path("graph.html"), renderer, asked if texts else None)
    return 0


def _check(words: tuple[str, ...], name: str | None, file: Path | None, field: bool, reader: bool) -> None:
    if name and file:
        raise click.UsageError("--query and --file are two ways to ask: take one")
    if file and words:
        raise click.UsageError("--file takes neither a FOCUS nor parameters")
    if (name or file) and (field or reader):
        raise click.UsageError("a query goes with neither a field nor --reader")
    if not name and len(words) > 1:
        raise click.UsageError(f"one FOCUS at a time, not {len(words)}")
    if reader and (not words or field):
        raise click.UsageError("--reader takes the document to read as FOCUS, and nothing else")


def _part(asked: Store, focus: str | None, depth: int, member: str | None, choice: Choice) -> _Part:
    """The whole network, a field of it, or the neighbourhood of a node in either."""
    from kg.network import Choice, Network, around, build, field_of, neighbourhood, select

    if focus and not member and choice == Choice():
        return _Part(around(asked, focus, depth), f"Citations around {focus}", focus)
    network, title = build(asked), "Citation network"
    if member:
        network, title = Network(field_of(network, member)), f"The field of {member}"
    if choice != Choice():
        network, title = select(network, choice), _title(choice)
    if focus is None:
        return _Part(network, title)
    return _Part(neighbourhood(network, focus, depth), f"Citations around {focus}", focus)


def _title(choice: Choice) -> str:
    """What was chosen, as words: "Citations of Security Council, 2015–2022"."""
    years = f"{choice.first or ''}–{choice.last or ''}".strip() if choice.first or choice.last else ""
    return f"Citations of {', '.join(filter(None, [*choice.organs, *choice.subjects, years]))}"


def _found(asked: Store, name: str | None, file: Path | None, values: Mapping[str, str]) -> _Part:
    """What a query finds."""
    from kg import query as asking
    from kg.network import build
    from kg.view import answered

    if file:
        result, title = asking.ask(asked, text_of(file, QueryError)), f"Found by {file.name}"
    else:
        chosen = asking.load().get(str(name))
        result = asking.run(asked, chosen, values)
        title = f"{chosen.title}{': ' if values else ''}{', '.join(values.values())}"
    return _Part(answered(build(asked), result, values.values()), title)


def _write_network(part: _Part, out: Path, renderer: str, store: Store | None) -> None:
    from kg.network import nodes
    from kg.view import file_names, graph_page, reader_files, what_is_missing

    missing = what_is_missing(len(part.network)) if renderer == "auto" else None
    if missing:
        say(f"kg: {len(part.network)} nodes are slow to move; {missing}")
    folder = out.with_suffix("").with_name(f"{out.stem}-texts")
    names = file_names(nodes(part.network)) if store else {}

    def text(thing: Linked) -> str | None:
        return f"{folder.name}/{names[thing.iri]}" if thing.iri in names else None

    write_page(graph_page(part.network, title=part.title, focus=part.focus, reader=text, renderer=renderer), out)
    if store:
        _make(folder)
        for name, page in reader_files(store, names, home=f"../{out.name}"):
            write_page(page, folder / name)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ViewError(f"cannot be made: {error.strerror or error}", source=str(folder)) from None
