"""`kg demo`: the packaged sample from text to graph, queries and page, in a few seconds."""

from __future__ import annotations

from pathlib import Path

from kg import pipeline, query, tables, terminal
from kg.atlas import open_atlas
from kg.errors import StoreError
from kg.model import Reading
from kg.network import build
from kg.store import OxigraphStore
from kg.triples.turtle import turtle
from kg.view import graph_page, reader_page

# What the demonstration asks: the name of a catalogue query and the values of its parameters.
QUESTIONS: tuple[tuple[str, dict[str, str]], ...] = (
    ("endorsed", {}),
    ("plans", {}),
    ("relations", {}),
)
# What it asks of the atlas, where the sample stands among real decades.
ONWARD: tuple[tuple[str, dict[str, str]], ...] = (
    ("cited-by", {"instrument": "A/RES/33/134", "limit": "20"}),
    ("cites", {"document": "A/RES/68/230", "of_kind": "resolution"}),
)


def run(out: Path) -> None:
    """Read the sample, show what it cites, ask, and write the graph and two pages to a folder.

    They are `graph.ttl` and `graph.nq`, `graph.html` with the network and `text.html` with the text to read.
    """
    console = terminal.console()
    _prepare(out)
    reading, store = pipeline.sample_reading(), pipeline.sample_store()
    console.print(tables.citations(reading))
    for name, values in QUESTIONS:
        _ask(store, name, values)
    _write(out, reading, store)
    _ask_onward()
    console.print(
        f"\nOpen [bold]{out / 'graph.html'}[/bold] in a browser, and [bold]{out / 'text.html'}[/bold] to read."
    )
    console.print("The graph itself is beside them: graph.ttl and graph.nq.")


def _ask_onward() -> None:
    """Ask the atlas, if this machine has room to unpack it; the rest of the demonstration stands without it."""
    console = terminal.console()
    console.print("\nOnward through real decades, in the atlas (unpacked the first time: a quarter of a minute):")
    try:
        atlas = open_atlas()
    except StoreError as error:
        console.print(f"it cannot be asked: {error}", markup=False)
        return
    for name, values in ONWARD:
        _ask(atlas, name, values, "--atlas")


def _ask(store: OxigraphStore, name: str, values: dict[str, str], *options: str) -> None:
    """Print a question, the command that asks it, and the answer."""
    console, asked = terminal.console(), query.load().get(name)
    typed = " ".join(["kg query", name, *(f"{key}={value}" for key, value in values.items()), *options])
    console.print(f"\n[bold]{asked.question}[/bold]  [dim]{typed}[/dim]")
    console.print(query.table(query.run(store, asked, values)))


def _prepare(out: Path) -> None:
    """Make the folder first: what cannot be written is said before anything is shown."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"cannot be written: {error.strerror or error}", source=str(out)) from None


def _write(out: Path, reading: Reading, store: OxigraphStore) -> None:
    lines, document = list(store.dump()), reading.document
    files = {
        "graph.nq": "".join(f"{line}\n" for line in lines),
        "graph.ttl": turtle(lines),
        "graph.html": graph_page(build(store), title=f"{document.symbol}: {document.title}"),
        "text.html": reader_page(store, str(document.symbol), home="graph.html"),
    }
    try:
        for name, text in files.items():
            (out / name).write_text(text, encoding="utf-8")
    except OSError as error:
        raise StoreError(f"cannot be written: {error.strerror or error}", source=str(out)) from None
