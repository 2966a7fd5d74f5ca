"""Plain text of a laid-out page -> Document."""

from __future__ import annotations

import re

from kg.languages import load
from kg.model import Document
from kg.read.compose import compose
from kg.read.lines import Note, lines, paragraphs, separate
from kg.read.marks import take_out
from kg.read.source import Source, decode
from kg.read.strand import Strand
from kg.read.structure import label

_STROKE_NOTE = re.compile(r"^\s*\d{1,3}/\s", re.MULTILINE)
_LOOSE_NOTE = re.compile(r"(?P<mark>\d{1,3})\s+(?=[A-Z“\"])")


def read(source: Source, language: str = "en") -> Document:
    """The document in a plain-text source. Raises ReadError for bytes that are no text."""
    raw = decode(source)
    words = load(language)
    groups, notes = separate(lines(raw))
    blocks = list(paragraphs(groups, words))
    if not notes:
        blocks, notes = _loose_notes(blocks)
    marked = take_out(blocks, notes, stroke=_STROKE_NOTE.search(raw) is not None)
    return compose(source, list(label(marked, words)), notes, words)


def _loose_notes(blocks: list[Strand]) -> tuple[list[Strand], list[Note]]:
    """Notes that stand at the end of the text without a rule above them, as in transcribed volumes."""
    notes: list[Note] = []
    kept = list(blocks)
    while kept and (match := _LOOSE_NOTE.match(kept[-1].text)):
        if notes and int(match["mark"]) >= int(notes[-1].mark):
            break
        notes.append(Note(match["mark"], kept.pop().slice(match.end())))
    return (kept, notes[::-1]) if notes and kept else (blocks, [])
