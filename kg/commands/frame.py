"""What every command stands in: where messages and tables go, how a failure is told, which store is asked.

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some inputs failed. What a command needs is imported when it
runs, so that `kg --help` is quick.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import click

from kg.errors import KgError, ReadError, ViewError

if TYPE_CHECKING:
    from rich.table import Table

    from kg.store import OxigraphStore, Store

FAILED, SOME_FAILED = 1, 3

Place: TypeAlias = Path | str
"""Where a store is: a folder, or the URL of a server."""

paths_argument = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))


def _place(value: str) -> Place:
    from kg.store.remote.addresses import is_url

    return value if is_url(value) else Path(value)


_store = click.option(
    "--store",
    type=_place,
    metavar="PLACE",
    help="Folder of a store made by kg build, or URL of a SPARQL server (docs/servers.md).",
)
_atlas = click.option("--atlas", is_flag=True, help="The packaged atlas of citations, 1946 to today, without texts.")


def store_option(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say which store is asked; the command gets its place as `store`, None for the sample."""

    @wraps(command)
    @reported
    def run(*args: Any, store: Place | None, atlas: bool, **kwargs: Any) -> None:
        if atlas and store is not None:
            raise click.UsageError("--store and --atlas exclude each other")
        command(*args, store=_atlas_folder() if atlas else store, **kwargs)

    return _store(_atlas(run))


def _atlas_folder() -> Path:
    from kg.atlas import store_folder

    return store_folder()


trust_option = click.option(
    "--trust-links", is_flag=True, help="Let the editors' hyperlinks in XML decide what the words leave open."
)


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


def exit_code(failures: int, inputs: int) -> int:
    """The exit code of a command that went through so many inputs, of which some failed."""
    return 0 if not failures else FAILED if failures == inputs else SOME_FAILED


def opened(place: Place | None) -> Store:
    """The store in a folder or behind a server's URL, to be asked; without a place the packaged sample in memory."""
    if isinstance(place, str):
        from kg.store.remote import open_server

        return open_server(place)
    return opened_here(place)


def opened_here(path: Path | None) -> OxigraphStore:
    """The store in a folder, to be asked; without a path the packaged sample in memory."""
    from kg import pipeline
    from kg.store import open_store

    return open_store(path, read_only=True) if path else pipeline.sample_store()


def text_of(file: Path, error: type[KgError] = ReadError) -> str:
    """The text of a file that a user names; `error` if it cannot be read."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise error(f"cannot be read: {getattr(fault, 'strerror', None) or fault}", source=str(file)) from None


def pair(text: str) -> tuple[str, str]:
    """A parameter of a query as it is typed, KEY=VALUE."""
    key, equals, value = text.partition("=")
    if not equals:
        raise click.UsageError(f"a parameter is KEY=VALUE, not {text!r}")
    return key, value


def write_page(page: str, out: Path) -> None:
    """Write an HTML page and say where; ViewError if it cannot be written."""
    try:
        out.write_text(page, encoding="utf-8")
    except OSError as error:
        raise ViewError(f"cannot be written: {error.strerror or error}", source=str(out)) from None
    say(f"wrote {out}")
