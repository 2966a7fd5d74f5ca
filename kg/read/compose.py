"""Labelled blocks and notes, from whatever format -> Document."""

from __future__ import annotations

from collections.abc import Sequence

from kg.languages import Language
from kg.model import Call, Document, Footnote, Paragraph, Span
from kg.read.cover import Identity, identify
from kg.read.notes import Note
from kg.read.source import Source
from kg.read.strand import join
from kg.read.structure import Labelled


def compose(
    source: Source,
    labelled: Sequence[Labelled],
    notes: Sequence[Note],
    language: Language,
    remarks: tuple[str, ...] = (),
) -> Document:
    """One logical text, a line a paragraph and then a line a footnote, with labels, calls and the way back."""
    paragraphs: list[Paragraph] = []
    calls: list[list[Call]] = [[] for _ in notes]
    at = 0
    for item in labelled:
        end = at + len(item.block.words.text)
        paragraphs.append(Paragraph(item.label, Span(at, end)))
        for offset, note in item.block.calls:
            calls[note].append(Call(at + offset, item.label))
        at = end + 1
    footnotes: list[Footnote] = []
    for note_words, called in zip(notes, calls, strict=True):
        end = at + len(note_words.words.text)
        footnotes.append(Footnote(note_words.mark, Span(at, end), tuple(called)))
        at = end + 1
    whole = join([*(item.block.words for item in labelled), *(note.words for note in notes)], separator="\n")
    identity = identify(labelled, language)
    return Document(
        source=source.name,
        text=whole.text,
        paragraphs=tuple(paragraphs),
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
    if identity.organ is None:
        remarks.append("no resolution: no enacting formula and no number of an organ found")
    elif not any(item.label.startswith(("PP", "OP")) for item in labelled):
        remarks.append("no resolution: neither preambular nor operative paragraphs found")
    remarks += [f"footnote {note.mark} is called nowhere" for note in footnotes if not note.calls]
    return tuple(remarks)
