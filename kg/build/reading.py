"""One document from its file to the quads of its graph: what the processes of a build do."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from kg import extract, gazetteer, languages, link, read
from kg.build.outcome import Failed, Read, Source, Tally, Task
from kg.errors import KgError, ReadError, UnreadLanguageError
from kg.model import Reading
from kg.triples.write import graph_iri, nquads

_XML, _DOCX, _HTML, _PDF, _TEXT = range(5)
_HEAD = 4096
_PARTICULARS = re.compile(r"\s*[:(\d].*", re.DOTALL)


def prepare(language: str = "en") -> None:
    """Load what every reading needs. Raises KgError if it cannot be used."""
    gazetteer.load()
    languages.load(language)


def key(path: Path | str) -> str:
    """What a file holds: the SHA-256 of its bytes and its suffix. Raises ReadError for what cannot be read at all."""
    return _key(read.load(path))


def read_out(task: Task, software: str, language: str = "en", held: bytes | str | None = None) -> Read | Failed:
    """What a file cites and states, as quads, and which software read it. Never raises: one bad file stops nothing.

    `held` is what the file holds, or by which path this machine knows it, if that is not the task's.
    """
    try:
        return _read(task, software, language, held)
    except KgError as error:
        return failed(task.path, error)
    except Exception as error:  # a fault of ours in one document must not cost the others
        fault = f"fault in the software: {type(error).__name__}: {error}"
        return failed(task.path, ReadError(fault, source=task.path))


def failed(path: str, error: KgError) -> Failed:
    """A failure as it is reported; the cause is the message without its particulars."""
    return Failed(path, str(error), _PARTICULARS.sub("", error.message) or error.message)


def _read(task: Task, software: str, language: str, held: bytes | str | None) -> Read:
    source = _source(task, held)
    if _key(source) != task.key:
        raise ReadError("changed while it was being read; build again", source=task.path)
    try:
        document = read.read_source(source, language)
    except UnreadLanguageError:
        return Read(task.path, Source(task.key, software))
    reading = link.link(document, extract.find(document))
    quads = "".join(f"{line}\n" for line in nquads(reading)).encode()
    known = Source(
        task.key,
        software,
        graph_iri(document),
        _form(source.content),
        len(document.notes),
        len(document.text),
        document.language,
        _tally(reading),
    )
    return Read(task.path, known, quads)


def _source(task: Task, held: bytes | str | None) -> read.Source:
    """What is to be read, under the name that the task has for it."""
    if isinstance(held, bytes):
        return read.Source(task.path, held)
    try:
        return read.Source(task.path, read.load(held or task.path).content)
    except ReadError as error:
        raise ReadError(error.message, source=task.path, place=error.place) from None


def _key(source: read.Source) -> str:
    return f"{source.digest}{source.suffix}"


def _form(content: bytes) -> int:
    """How much the form of a source says about its structure; the least is the best."""
    if content.startswith(b"%PDF-"):
        return _PDF
    if content.startswith(b"PK"):
        return _DOCX
    if b"akomaNtoso" in content[:_HEAD]:
        return _XML
    return _HTML if content.lstrip()[:1] == b"<" else _TEXT


def _tally(reading: Reading) -> Tally:
    counts = Counter((citation.kind.value, citation.target is not None) for citation in reading.citations)
    return tuple((kind, counts[kind, True], counts[kind, False]) for kind in sorted({kind for kind, _ in counts}))
