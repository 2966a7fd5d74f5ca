"""Short names and words that point back: "the Special Unit", "the Assembly", "those resolutions", "Ibid."."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg import gazetteer
from kg.languages import load
from kg.link.memory import Memory
from kg.model import Document, Link, Mention, Span


def link_short_name(document: Document, mention: Mention, memory: Memory) -> Link | None:
    """What a short name stands for: the last full name that it shortens, or an organ that needs none.

    None for words that are no short name after all; they are most of what is asked.
    """
    words = document.text[mention.span.start : mention.span.end]
    while words:
        named = memory.named(words) or _default(document, mention, words)
        if named:
            span = Span(mention.span.start, mention.span.start + len(words))
            return Link(replace(mention, span=span), named.kind, named.target, named.label, "short name", 0.9)
        words = words.rpartition(" ")[0]
    return None


def _default(document: Document, mention: Mention, words: str) -> Link | None:
    """The organ that adopts the document, or what a short name means unless something else was named."""
    entries = {entry.slug: entry for entry in gazetteer.load(document.language).by_short_name(words)}
    slug = document.organ if document.organ in entries else load(document.language).names.defaults.get(words)
    if slug is None or slug not in gazetteer.load(document.language):
        return None
    entry = gazetteer.load(document.language).entry(slug)
    return Link(mention, entry.kind, entry.slug, entry.label, "short name", 0.9)


def link_back(mention: Mention, memory: Memory) -> Iterator[Link]:
    """The acts that "those resolutions" or "that resolution" point back to; an open link where there are none."""
    acts = [link for link in memory.acts if link.kind == mention.kind]
    chosen = acts if mention.number == "many" else acts[-1:]
    for link in chosen:
        yield Link(mention, link.kind, link.target, link.label, "points back", 0.9)
    if not chosen:
        yield Link(mention, mention.kind, None, None, "nothing to point back to", 0.0)
