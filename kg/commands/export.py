"""`kg export`: the graph in other forms."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.commands.frame import Place, opened, reported, say, store_option
from kg.errors import ExportError

if TYPE_CHECKING:
    from kg.export import Part
    from kg.store import Store

_FORMS = (
    *("turtle", "nquads", "ntriples", "jsonld", "rdfxml", "graphml", "gexf"),
    *("csv", "csv-nodes", "csv-edges", "annotations", "text"),
)
_TABLES = (("csv-nodes", "nodes.csv"), ("csv-edges", "edges.csv"))


@click.command()
@click.option("--format", "form", type=click.Choice(_FORMS), default="turtle", show_default=True)
@click.option("--document", metavar="SYMBOL", help="Only this document.")
@click.option("--around", metavar="SYMBOL", help="Only the neighbourhood of this instrument.")
@click.option("--depth", type=click.IntRange(0, 9), default=1, show_default=True, help="Citations to go from there.")
@click.option("--out", type=click.Path(path_type=Path), help="File to write, a folder for csv; else standard output.")
@store_option
@reported
def export(
    form: str, document: str | None, around: str | None, depth: int, out: Path | None, store: Place | None
) -> int:
    """Write the graph as RDF, as network files, as tables, or as annotations of the texts.

    csv is two files, nodes.csv and edges.csv, in the folder of --out. text is the text of one document, in which the
    offsets of its citations count.
    """
    if document and around:
        raise click.UsageError("--document and --around exclude each other")
    if form == "csv" and out is None:
        raise click.UsageError("csv is two files: name their folder with --out, or ask for csv-nodes or csv-edges")
    source = opened(store)
    if form == "csv" and out is not None:
        _make(out)
        for each, name in _TABLES:
            _write(each, _parts(source, document, around, depth), out / name)
    else:
        _write(form, _parts(source, document, around, depth), out)
    return 0


def _parts(store: Store, document: str | None, around: str | None, depth: int) -> Iterable[Part]:
    """The parts asked for. The first one is fetched: what cannot be found is said before anything is written."""
    from kg import export

    if document:
        parts = export.of_document(store, document)
    else:
        parts = export.around(store, around, depth) if around else export.whole(store)
    return chain([each for each in (next(parts, None),) if each], parts)


def _write(form: str, parts: Iterable[Part], out: Path | None) -> None:
    from kg.export import FORMATS, save

    if out is None:
        FORMATS[form].write(parts, sys.stdout.buffer)
    else:
        save(FORMATS[form], parts, out)
        say(f"wrote {out}")


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"cannot be written: {error.strerror or error}", source=str(folder)) from None
