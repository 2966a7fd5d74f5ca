"""`kg build`: documents and folders of them into a store."""

from __future__ import annotations

from pathlib import Path

import click

from kg.commands.frame import exit_code, paths_argument, reported, say

_NAMED = 20
"""Failures that are named one by one; a file lists them all."""


@click.command()
@paths_argument
@click.option("--store", type=click.Path(path_type=Path), required=True, help="Folder of the store, made if missing.")
@click.option("--workers", type=click.IntRange(min=1), help="Processes that read; by default one a core.")
@click.option("--prune", is_flag=True, help="Remove documents whose files are gone.")
@click.option(
    "--time-limit", type=click.IntRange(min=1), default=120, show_default=True, help="Seconds a document may take."
)
@click.option("--scheduler", metavar="ADDRESS", help="Read on a Dask cluster; its scheduler, as tcp://HOST:8786.")
@click.option(
    "--send",
    type=click.Choice(["bytes", "paths"]),
    default="bytes",
    show_default=True,
    help="What goes to the cluster; paths where all machines share the folder.",
)
@reported
def build(
    paths: tuple[Path, ...],
    store: Path,
    workers: int | None,
    prune: bool,
    time_limit: int,
    scheduler: str | None,
    send: str,
) -> int:
    """Read documents, and folders of them, into a store: one named graph a document.

    What was read before and has not changed is skipped. Interrupted, the same command goes on. What fails is listed in
    failed.jsonl in the folder of the store.
    """
    from kg.build import Settings
    from kg.build import build as build_store
    from kg.build.progress import shown

    if scheduler and workers:
        raise click.UsageError("--workers and --scheduler exclude each other: a cluster has workers of its own")
    settings = Settings(workers, time_limit, prune, scheduler=scheduler, send=send)
    with shown() as watch:
        summary = build_store(paths, store, settings, watch)
    for failure in summary.failures[:_NAMED]:
        say(f"kg: {failure.reason}")
    if len(summary.failures) > _NAMED:
        say(f"kg: and {len(summary.failures) - _NAMED:,} more, see {store / 'failed.jsonl'}")
    for line in summary.lines():
        say(line)
    return exit_code(summary.counts.failed, summary.counts.files)
