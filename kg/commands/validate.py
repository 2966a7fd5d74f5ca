"""`kg validate`: a file against the shapes."""

from __future__ import annotations

from pathlib import Path

import click

from kg.commands.frame import FAILED, reported, say


@click.command()
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
