"""Labelled blocks and notes, from whatever format -> Document."""

from __future__ import annotations

from collections.abc import Sequence

from kg.languages import Language
from kg.model import Call, Document, Footnote, Paragraph, Span
from kg.read.cover import Identity, identify
from kg.read.lines import Note
from kg.read.source import Source
from kg.read.strand import Strand, join
from kg.read.structure import CLOSING, COVER, Labelled


def compose(
    source: Source,
    labelled: Sequence[Labelled],
    notes: Sequence[Note],
    language: Language,
    remarks: tuple[str, ...] = (),
) -> Document:
    """One logical text, a line a paragraph and then a line a footnote, with labels, calls and the way back."""
    pieces: list[Strand] = []
    parts: list[Paragraph] = []
    calls: dict[str, list[Call]] = {}
    at = 0
    for item in labelled:
        pieces.append(item.block.words)
        parts.append(Paragraph(item.label, Span(at, at + len(item.block.words.text))))
        for offset, mark in item.block.calls:
            calls.setdefault(mark, []).append(Call(at + offset, item.label))
        at += len(item.block.words.text) + 1
    footnotes: list[Footnote] = []
    for note in notes:
        pieces.append(note.words)
        span = Span(at, at + len(note.words.text))
        footnotes.append(Footnote(note.mark, span, tuple(calls.pop(note.mark, ()))))
        at += len(note.words.text) + 1
    whole = join(pieces, separator="\n")
    identity = identify(labelled, language)
    return Document(
        source=source.name,
        text=whole.text,
        paragraphs=tuple(parts),
        footnotes=tuple(footnotes),
        origins=whole.origins,
        symbol=identity.symbol,
        organ=identity.organ,
        title=identity.title,
        date=identity.date,
        session=identity.session,
        meeting=identity.meeting,
        language=language.code,
        digest=source.digest,
        notes=remarks + _remarks(labelled, identity, footnotes),
    )


def _remarks(labelled: Sequence[Labelled], identity: Identity, footnotes: Sequence[Footnote]) -> tuple[str, ...]:
    remarks = []
    if identity.symbol is None:
        remarks.append("no symbol found")
    if not any(item.label.startswith(("PP", "OP")) for item in labelled if item.label not in (COVER, CLOSING)):
        remarks.append("no resolution: neither preambular nor operative paragraphs found")
    remarks += [f"footnote {note.mark} is called nowhere" for note in footnotes if not note.calls]
    return tuple(remarks)
