"""Short names and words that point back: "the Special Unit", "the Assembly", "those resolutions"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg import gazetteer
from kg.extract.anaphora import ELSEWHERE, IBID, MANY
from kg.languages import load
from kg.link.memory import Memory
from kg.model import Document, Link, Mention, Span


@cache
def _joint(code: str) -> re.Pattern[str]:
    return re.compile(rf",? {load(code).references.conjunction} (?=[A-Z])")


@cache
def _qualifier(code: str) -> re.Pattern[str]:
    return re.compile(rf" {load(code).grammar.of_the} ((?:[a-z]+ )?[A-Z][\w-]*(?: [A-Z][\w-]*)*)")


def link_short_names(document: Document, mention: Mention, memory: Memory) -> Iterator[Link]:
    """What short names stand for: the last full names that they shorten, or organs that need none.

    Several may be joined ("his Special Representatives and Special Envoys"). Nothing comes of words that are no short
    name after all; they are most.
    """
    start, stop = mention.span.start, mention.span.end
    while start < stop and (link := _longest(document, start, stop, mention, memory)):
        yield link
        joint = _joint(document.language).match(document.text, link.mention.span.end, stop)
        start = joint.end() if joint else stop


def _longest(document: Document, start: int, stop: int, mention: Mention, memory: Memory) -> Link | None:
    """The link of the longest beginning of some words that is a short name.

    A qualifier helps to choose ("outcome document of the second High-level Conference"), and so does "its", which
    points to what the body named last has done.
    """
    words = document.text[start:stop]
    while words:
        end = start + len(words)
        if memory.knows(words):
            link, end = _of_several(document, start, end, words, memory)
        else:
            link = _default(document, mention, words)
        if link:
            shortened = mention._replace(kind=link.kind, span=Span(start, end))
            return Link(shortened, link.kind, link.target, link.label, "short name", 0.9)
        words = words.rpartition(" ")[0]
    return None


def _of_several(document: Document, start: int, end: int, words: str, memory: Memory) -> tuple[Link | None, int]:
    """Which of the things that bore a short name is meant, and where its words end, a qualifier included."""
    qualifier = _qualifier(document.language).match(document.text, end)
    if qualifier and (link := memory.named(words, qualifier[1])):
        return link, qualifier.end()
    own = tuple(f"{word} " for word in load(document.language).references.own)
    owner = memory.last_body.label if memory.last_body and document.text.endswith(own, 0, start) else None
    return (memory.named(words, owner) if owner else None) or memory.named(words), end


def _default(document: Document, mention: Mention, words: str) -> Link | None:
    """The organ that adopts the document, what the words mean unless something else was named, or their only bearer.

    A single word ("Committee") is never enough for the last: there are more committees than a gazetteer knows.
    """
    bearers = [entry.slug for entry in gazetteer.load(document.language).by_short_name(words)]
    slug = document.organ if document.organ in bearers else load(document.language).names.defaults.get(words)
    if slug is None and len(bearers) == 1 and " " in words:
        slug = bearers[0]
    return named_body(mention, slug, document.language) if slug else None


def named_body(mention: Mention, slug: str, language: str) -> Link | None:
    """A link to a gazetteer entry by its slug, or None if there is no such entry."""
    known = gazetteer.load(language)
    if slug not in known:
        return None
    entry = known.entry(slug)
    return Link(mention, entry.kind, entry.slug, entry.label, "short name", 0.9)


def link_back(mention: Mention, memory: Memory) -> Iterator[Link]:
    """What "those resolutions", "that resolution" or "Ibid." point back to; an open link where there is nothing.

    "Ibid." stands for the source of the note before; the part behind it replaces that note's part (Editorial Manual).
    """
    if mention.number == ELSEWHERE:
        yield Link(mention, mention.kind, None, None, "ibid. in another volume", 0.0)
    elif mention.number == IBID:
        source = memory.source
        target, kind = (source.target, source.kind) if source else (None, mention.kind)
        method, confidence = ("ibid.", 0.9) if source else ("nothing to point back to", 0.0)
        yield Link(mention, kind, target, source.label if source else None, method, confidence)
    else:
        yield from _acts(mention, memory)


def _acts(mention: Mention, memory: Memory) -> Iterator[Link]:
    acts = [link for link in memory.acts if link.kind == mention.kind]
    chosen = acts if mention.number == MANY else acts[-1:]
    for link in chosen:
        yield Link(mention, link.kind, link.target, link.label, "points back", 0.9)
    if not chosen:
        yield Link(mention, mention.kind, None, None, "nothing to point back to", 0.0)
