"""Plain text of a laid-out page -> Document."""

from __future__ import annotations

import re

from kg.errors import ReadError, UnreadLanguageError
from kg.languages import load
from kg.model import Document
from kg.read.compose import compose
from kg.read.lines import lines
from kg.read.marks import missing, take_out
from kg.read.notes import separate
from kg.read.openings import openings
from kg.read.paragraphs import paragraphs
from kg.read.source import Source, decode
from kg.read.structure import label

_STROKE_NOTE = re.compile(r"^[ \t]{0,40}\d{1,3}/\s", re.MULTILINE)
_BREAK = re.compile(r"\r\n?|[\n\f]")
_MARKUP = re.compile(r"\s*(?:<!doctype\s+html|<html\b|<\?xml\b)", re.IGNORECASE)
# A paragraph on one line is some thousand characters long; a line far above that is no text of a resolution.
LONGEST_LINE = 1_000_000


def read(source: Source, language: str = "en") -> Document:
    """The document in a plain-text source.

    Raises ReadError for bytes that are no text, for HTML and XML, for a line beyond all measure, and for a text in
    another language.
    """
    raw = decode(source)
    _check(raw, source, language)
    words = load(language)
    body, notes = separate(lines(raw, words), words)
    blocks = list(paragraphs(body, openings(language)))
    marked = take_out(blocks, notes, _STROKE_NOTE.search(raw) is not None, openings(language))
    lost = missing(blocks, notes)
    remarks = (f"notes that are called, but not there: {', '.join(lost)}",) if lost else ()
    return compose(source, list(label(marked, words)), notes, words, remarks)


def _check(raw: str, source: Source, language: str) -> None:
    if _MARKUP.match(raw):
        raise ReadError("is HTML or XML, not plain text", source=source.name)
    for number, line in enumerate(_BREAK.split(raw), start=1):
        if len(line) > LONGEST_LINE:
            fault = f"is {len(line):,} characters long, as no line of a resolution is"
            raise ReadError(fault, source=source.name, place=f"line {number}")
    if not openings(language).speaks(raw):
        raise UnreadLanguageError(f"does not look like {load(language).name} text", source=source.name)
