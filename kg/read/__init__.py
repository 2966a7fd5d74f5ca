"""Sources to documents: one file a format, one value out."""

from __future__ import annotations

import re
from pathlib import Path

from kg.model import Document
from kg.read.source import Source, check, load

__all__ = ["Source", "load", "read", "read_source"]

_HTML = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)


def read(path: Path | str, language: str = "en") -> Document:
    """The document at a path, by its format. Raises ReadError, one line that names the file and what is wrong."""
    return read_source(load(path), language)


def read_source(source: Source, language: str = "en") -> Document:
    """The document in a source that was loaded already: PDF, DOCX, HTML, AKN4UN XML or a paragraph list in JSON by its
    first bytes or its suffix, or else plain text.

    `language` is the language of the text; AKN4UN XML says its own. Raises ReadError for what cannot be read.
    """
    if source.content.lstrip()[:5] == b"%PDF-":
        from kg.read import pdf

        return pdf.read(source, language)
    if source.content.startswith(b"PK\x03\x04"):
        from kg.read import docx

        return docx.read(source, language)
    check(source)
    if source.suffix in (".html", ".htm", ".xhtml") or (
        source.suffix not in (".txt", ".xml", ".akn") and _HTML.match(source.content)
    ):
        from kg.read import html

        return html.read(source, language)
    if source.suffix in (".xml", ".akn") or (source.content.lstrip()[:1] == b"<" and source.suffix != ".txt"):
        from kg.read import akn

        return akn.read(source, language)
    if source.suffix == ".json":
        from kg.read import mandates

        return mandates.read(source, language)
    from kg.read import text

    return text.read(source, language)
