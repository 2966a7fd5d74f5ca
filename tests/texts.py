"""Texts of our own for tests: a small resolution written around the paragraphs that a test is about."""

from __future__ import annotations

from pathlib import Path

from kg import extract, link, read
from kg.model import Document, Mention, Reading
from kg.read.source import Source

_COVERS = {
    "general-assembly": ("70/301. Small islands", "The General Assembly,", "101st plenary meeting\n9 September 2016"),
    "human-rights-council": ("33/99. Small islands", "The Human Rights Council,", "41st meeting\n30 September 2016"),
    "security-council": ("Resolution 2300 (2016)", "The Security Council,", "Adopted at the 7777th meeting."),
    "economic-and-social-council": (
        "2016/99. Small islands",
        "The Economic and Social Council,",
        "49th plenary meeting",
    ),
}


def resolution(body: str, notes: str = "", organ: str = "general-assembly") -> Document:
    """A resolution of an organ with these paragraphs (parted by blank lines) and these notes (a line each)."""
    title, formula, closing = _COVERS[organ]
    block = f"\n\n_______________\n{notes}\n" if notes else ""
    text = f"{title}\n\n{formula}\n\n{body}{block}\n\n{closing}\n"
    return read.read_source(Source("own.txt", text.encode()))


def reading(body: str, notes: str = "", organ: str = "general-assembly") -> Reading:
    """What is read out of such a resolution."""
    document = resolution(body, notes, organ)
    return link.link(document, extract.find(document))


def snippet(text: str) -> Document:
    """A document that is nothing but one preambular paragraph."""
    from kg.model import Paragraph, Span

    return Document(source="own", text=text, paragraphs=(Paragraph("PP1", Span(0, len(text))),))


def quotes(document: Document, mentions: list[Mention]) -> list[str]:
    """The words of mentions."""
    return [document.text[m.span.start : m.span.end] for m in mentions]


def data(name: str) -> Path:
    """A file of `tests/data`."""
    return Path(__file__).resolve().parent / "data" / name
