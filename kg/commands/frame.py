"""What every command stands in: where messages and tables go, how a failure is told, which store is asked.

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some inputs failed. What a command needs is imported when it
runs, so that `kg --help` is quick.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.errors import KgError, ReadError, ViewError

if TYPE_CHECKING:
    from rich.table import Table

    from kg.network import Network
    from kg.store import OxigraphStore

FAILED, SOME_FAILED = 1, 3

paths_argument = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
store_option = click.option("--store", type=click.Path(path_type=Path), help="Folder of a store made by kg build.")


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


def opened(path: Path | None) -> OxigraphStore:
    """The store in a folder, or the packaged sample in memory."""
    from kg import pipeline
    from kg.store import open_store

    return open_store(path, read_only=True) if path else pipeline.sample_store()


def network_of(path: Path | None) -> Network:
    """The citation network of the store in a folder, or of the packaged sample."""
    from kg.network import build

    return build(opened(path).inner)


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
