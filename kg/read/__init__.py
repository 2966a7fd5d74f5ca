"""Sources to documents: one file a format, one value out."""

from __future__ import annotations

from pathlib import Path

from kg.model import Document
from kg.read.source import Source, check, load

__all__ = ["Source", "load", "read", "read_source"]


def read(path: Path | str, language: str = "en") -> Document:
    """The document at a path, by its format. Raises ReadError, one line that names the file and what is wrong."""
    return read_source(load(path), language)


def read_source(source: Source, language: str = "en") -> Document:
    """The document in a source that was loaded already: AKN4UN XML by its suffix or first character, or plain text.

    `language` is the language of plain text; XML says its own. Raises ReadError for what cannot be read.
    """
    check(source)
    if source.suffix in (".xml", ".akn") or (source.content.lstrip()[:1] == b"<" and source.suffix != ".txt"):
        from kg.read import akn

        return akn.read(source, language)
    from kg.read import text

    return text.read(source, language)
