"""The forms that can be asked for by name, and how one is put into a file."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from kg.errors import ExportError
from kg.export.annotations import text, web_annotations
from kg.export.jsonld import jsonld
from kg.export.networks import gexf, graphml
from kg.export.parts import Part
from kg.export.rdf import nquads, ntriples, rdfxml, turtle
from kg.export.tables import csv_edges, csv_nodes

Write = Callable[[Iterable[Part], BinaryIO], None]


@dataclass(frozen=True, slots=True)
class Form:
    """A form of the graph: its media type, the ending of its files, and what writes it."""

    name: str
    media_type: str
    suffix: str
    write: Write


FORMATS = MappingProxyType(
    {
        form.name: form
        for form in (
            Form("turtle", "text/turtle", ".ttl", turtle),
            Form("nquads", "application/n-quads", ".nq", nquads),
            Form("ntriples", "application/n-triples", ".nt", ntriples),
            Form("jsonld", "application/ld+json", ".jsonld", jsonld),
            Form("rdfxml", "application/rdf+xml", ".rdf", rdfxml),
            Form("graphml", "application/graphml+xml", ".graphml", graphml),
            Form("gexf", "application/gexf+xml", ".gexf", gexf),
            Form("csv-nodes", "text/csv", ".csv", csv_nodes),
            Form("csv-edges", "text/csv", ".csv", csv_edges),
            Form("annotations", "application/ld+json", ".jsonld", web_annotations),
            Form("text", "text/plain", ".txt", text),
        )
    }
)


def save(form: Form, parts: Iterable[Part], path: Path) -> None:
    """Write a form to a file, which appears whole or not at all. ExportError if it cannot be written."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise ExportError(f"cannot be written: {error.strerror or error}", source=str(path)) from None
    try:
        with open(handle, "wb") as out:
            form.write(parts, out)
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except OSError as error:
        raise ExportError(f"cannot be written: {error.strerror or error}", source=str(path)) from None
    finally:
        Path(name).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
