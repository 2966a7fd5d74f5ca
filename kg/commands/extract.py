"""`kg extract`: the citations of documents, as a table or as JSON lines."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kg.commands.frame import exit_code, paths_argument, reported, say, show, trust_option


@click.command()
@paths_argument
@click.option("--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
@click.option("--language", default="en", show_default=True, help="Language of plain text; XML says its own.")
@trust_option
@reported
def extract(paths: tuple[Path, ...], form: str, language: str, trust_links: bool) -> int:
    """Print the citations of documents: one line each, or one JSON object each."""
    from kg import pipeline

    failures = 0
    for result in pipeline.readings(paths, language, trust_links=trust_links):
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
    return exit_code(failures, len(paths))
