"""How a build shows how far it is: a bar on a terminal, plain lines elsewhere; on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from kg.build.summary import Counts

_LINES = 10
"""Plain lines of a build, from its first file to its last."""

_FEW = 100
"""A build of fewer files needs no lines."""


@contextmanager
def shown() -> Iterator[Callable[[Counts], None]]:
    """What to tell, file by file, how far the build is."""
    if not sys.stderr.isatty():
        yield _line
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("files, {task.fields[rate]} files/s, {task.fields[failed]} failed,"),
        TimeRemainingColumn(),
        TextColumn("left"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("", total=None, failed=0, rate="-")

        def tell(counts: Counts) -> None:
            speed = progress.tasks[0].speed
            rate = f"{speed:.0f}" if speed else "-"
            progress.update(bar, total=counts.files, completed=counts.done, failed=counts.failed, rate=rate)

        yield tell


def _line(counts: Counts) -> None:
    step = max(1, counts.files // _LINES)
    if counts.files >= _FEW and counts.done % step == 0 and counts.done < counts.files:
        click.echo(f"{counts.done:,} of {counts.files:,} files, {counts.failed:,} failed", err=True)
