"""The last step of the readers that gather blocks: from blocks to a document, with what must be true of any text."""

from __future__ import annotations

from kg.errors import ReadError, UnreadLanguageError
from kg.languages import load
from kg.model import Document
from kg.read.blocks import Blocks
from kg.read.compose import compose
from kg.read.openings import openings
from kg.read.source import Source
from kg.read.structure import label


def end(source: Source, blocks: Blocks, language: str, remarks: tuple[str, ...] = ()) -> Document:
    """The document that the gathered blocks and notes make.

    Raises ReadError if there is no text in them, or text in another language.
    """
    blocks.end(None)
    words = load(language)
    text = "\n".join(block.words.text for block in blocks.done)
    if not text:
        raise ReadError("holds no text", source=source.name)
    if not openings(language).speaks(text):
        raise UnreadLanguageError(f"does not look like {words.name} text", source=source.name)
    return compose(source, list(label(blocks.done, words)), blocks.notes, words, remarks)
