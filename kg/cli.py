"""The command line: composition only. Machine output to standard output, messages to standard error.

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some inputs failed. What a command needs is imported when it
runs, so that `kg --help` is quick.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg import __version__
from kg.errors import KgError, QueryError, ViewError

if TYPE_CHECKING:
    from rich.table import Table

    from kg.network import Network
    from kg.store import OxigraphStore

FAILED, SOME_FAILED = 1, 3
_NAMED = 20
"""Failures of a build that are named one by one; a file lists them all."""

_PATHS = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
_STORE = click.option("--store", type=click.Path(path_type=Path), help="Folder of a store made by kg build.")


def say(message: str) -> None:
    """A message for people, on standard error."""
    click.echo(message, err=True)


def show(table: Table) -> None:
    """A table on standard output."""
    from kg import terminal

    terminal.console().print(table)


def reported(command: Callable[..., int | None]) -> Callable[..., None]:
    """Run a command; a KgError is one line on standard error and exit code 1, a returned number the exit code."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:
        try:
            code = command(*args, **kwargs)
        except KgError as error:
            say(f"kg: {error}")
            sys.exit(FAILED)
        except BrokenPipeError:  # the reader has seen enough, as in `kg extract … | head`
            sys.stderr.close()
            sys.exit(0)
        sys.exit(code or 0)

    return run


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="kg")
def main() -> None:
    """United Nations resolutions as a knowledge graph of the instruments they cite."""


@main.command()
@click.option("--out", type=click.Path(path_type=Path), default=Path("out"), show_default=True, help="Folder to write.")
@reported
def demo(out: Path) -> int:
    """Read the packaged sample, resolution 62/209: what it cites, three queries, graph.ttl, graph.nq, graph.html."""
    from kg import demonstration

    demonstration.run(out)
    return 0


@main.command()
@_PATHS
@click.option("--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
@click.option("--language", default="en", show_default=True, help="Language of plain text; XML says its own.")
@reported
def extract(paths: tuple[Path, ...], form: str, language: str) -> int:
    """Print the citations of documents: one line each, or one JSON object each."""
    from kg import pipeline

    failures = 0
    for result in pipeline.readings(paths, language):
        if isinstance(result, pipeline.Failure):
            failures += 1
            say(f"kg: {result.reason}")
            continue
        for note in result.document.notes:
            say(f"kg: {result.document.source}: {note}")
        if form == "jsonl":
            for citation in result.citations:
                click.echo(json.dumps(pipeline.record(result, citation), ensure_ascii=False))
        else:
            from kg.tables import citations

            show(citations(result))
    return _exit_code(failures, len(paths))


def _exit_code(failures: int, inputs: int) -> int:
    return 0 if not failures else FAILED if failures == inputs else SOME_FAILED


@main.command()
@_PATHS
@click.option("--store", type=click.Path(path_type=Path), required=True, help="Folder of the store, made if missing.")
@click.option("--workers", type=click.IntRange(min=1), help="Processes that read; by default one a core.")
@click.option("--prune", is_flag=True, help="Remove documents whose files are gone.")
@click.option(
    "--time-limit", type=click.IntRange(min=1), default=120, show_default=True, help="Seconds a document may take."
)
@reported
def build(paths: tuple[Path, ...], store: Path, workers: int | None, prune: bool, time_limit: int) -> int:
    """Read documents, and folders of them, into a store: one named graph a document.

    What was read before and has not changed is skipped. Interrupted, the same command goes on. What fails is listed in
    failed.jsonl in the folder of the store.
    """
    from kg.build import Settings
    from kg.build import build as build_store
    from kg.build.progress import shown

    with shown() as watch:
        summary = build_store(paths, store, Settings(workers, time_limit, prune), watch)
    for failure in summary.failures[:_NAMED]:
        say(f"kg: {failure.reason}")
    if len(summary.failures) > _NAMED:
        say(f"kg: and {len(summary.failures) - _NAMED:,} more, see {store / 'failed.jsonl'}")
    for line in summary.lines():
        say(line)
    return _exit_code(summary.counts.failed, summary.counts.files)


@main.command()
@click.argument("name", required=False)
@click.argument("parameters", nargs=-1, metavar="[KEY=VALUE]...")
@click.option("--file", "file", type=click.Path(path_type=Path), help="A SPARQL query of your own instead.")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@_STORE
@reported
def query(name: str | None, parameters: tuple[str, ...], file: Path | None, form: str, store: Path | None) -> int:
    """Ask a query of the catalogue (without a NAME: list them), or one from a file."""
    from kg import query as asking
    from kg import tables

    if name is None and file is None:
        show(tables.catalogue(asking.load()))
        return 0
    if file is not None and (name or parameters):
        raise click.UsageError("--file takes neither a NAME nor parameters")
    opened = _opened(store)
    if file is not None:
        result = asking.ask(opened, _text(file))
    else:
        result = asking.run(opened, asking.load().get(str(name)), dict(map(_pair, parameters)))
    if form == "table":
        show(asking.table(result))
    else:
        click.echo(asking.as_csv(result) if form == "csv" else asking.as_json(result), nl=False)
    return 0


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals:
        raise click.UsageError(f"a parameter is KEY=VALUE, not {text!r}")
    return key, value


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"cannot be read: {getattr(error, 'strerror', None) or error}", source=str(file)) from None


@main.command()
@click.argument("citing")
@click.argument("cited")
@click.option("--longest", type=click.IntRange(min=1), default=4, show_default=True, help="Citations from end to end.")
@click.option("--all", "every", is_flag=True, help="All chains, not only the shortest.")
@_STORE
@reported
def chain(citing: str, cited: str, longest: int, every: bool, store: Path | None) -> int:
    """Follow citations from CITING back to CITED."""
    from kg import tables
    from kg.network import chains, shortest_chains

    network = _network(store)
    found = chains(network, citing, cited, longest) if every else shortest_chains(network, citing, cited)
    if not found:
        say(f"kg: no chain leads from {citing} to {cited}")
        return FAILED
    show(tables.chains(found))
    return 0


@main.command()
@click.option("--measure", type=click.Choice(["degree", "pagerank"]), default="degree", show_default=True)
@click.option("--top", type=click.IntRange(min=1), default=20, show_default=True, help="Rows to print.")
@_STORE
@reported
def network(measure: str, top: int, store: Path | None) -> int:
    """Measure the citation network: what is cited most, what carries most weight."""
    from kg import tables
    from kg.network import degrees, pagerank

    graph = _network(store)
    show(tables.measures(degrees(graph)[:top] if measure == "degree" else pagerank(graph)[:top]))
    return 0


@main.command()
@click.argument("focus", required=False)
@click.option("--depth", type=click.IntRange(min=0), default=1, show_default=True, help="Citations to go from FOCUS.")
@click.option("--out", type=click.Path(path_type=Path), default=Path("graph.html"), show_default=True)
@_STORE
@reported
def view(focus: str | None, depth: int, out: Path, store: Path | None) -> int:
    """Write the citation network as one HTML page that works offline, opened at FOCUS."""
    from kg.network import neighbourhood
    from kg.view import graph_page

    graph = _network(store)
    if focus:
        graph = neighbourhood(graph, focus, depth)
    page = graph_page(graph, title=f"Citations around {focus}" if focus else "Citation network", focus=focus)
    try:
        out.write_text(page, encoding="utf-8")
    except OSError as error:
        raise ViewError(f"cannot be written: {error.strerror or error}", source=str(out)) from None
    say(f"wrote {out}")
    return 0


@main.command()
@click.option("--format", "form", type=click.Choice(["turtle", "nquads"]), default="turtle", show_default=True)
@_STORE
@reported
def export(form: str, store: Path | None) -> int:
    """Print the graph: as Turtle, or as sorted N-Quads with a named graph a document."""
    from kg.triples.turtle import turtle

    lines = list(_opened(store).dump())
    click.echo(turtle(lines) if form == "turtle" else "\n".join(lines))
    return 0


@main.command()
@click.argument("path", type=click.Path(path_type=Path))
@reported
def validate(path: Path) -> int:
    """Check a Turtle, TriG or N-Quads file against the ontology's shapes."""
    from kg.triples.validate import validate as check

    report = check(path)
    for violation in report.violations:
        click.echo(str(violation))
    count = len(report.violations)
    verdict = f"{count} violation{'s' if count > 1 else ''}" if count else "conforms"
    say(f"{path}: {report.triples} triples, {verdict}")
    return 0 if report.conforms else FAILED


def _opened(path: Path | None) -> OxigraphStore:
    """The store in a folder, or the packaged sample in memory."""
    from kg import pipeline
    from kg.store import open_store

    return open_store(path, read_only=True) if path else pipeline.sample_store()


def _network(path: Path | None) -> Network:
    from kg.network import build as build_network

    return build_network(_opened(path).inner)
