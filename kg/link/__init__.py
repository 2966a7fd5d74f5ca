"""Mentions to citations: which instrument each mention names, under which relation, and what the text states of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract import anaphora, resolutions, shortnames
from kg.link.back import link_back, link_short_name
from kg.link.citations import cite
from kg.link.facts import state
from kg.link.memory import Memory
from kg.link.organs import link_act
from kg.model import Document, Kind, Link, Mention, Reading

_NAMED = frozenset({Kind.INSTRUMENT, Kind.TREATY, Kind.BODY})


def link(document: Document, mentions: Sequence[Mention]) -> Reading:
    """Everything that a document cites and states, from its mentions in the order of the text."""
    links = list(_links(document, mentions))
    citations = cite(document, links)
    return Reading(document, citations, state(document, links))


def _links(document: Document, mentions: Sequence[Mention]) -> Iterator[Link]:
    memory = Memory(document.language)
    for mention in mentions:
        for found in _link(document, mention, memory):
            if found.target and found.kind in _NAMED and found.method != "short name":
                memory.keep_name(found, document.text[mention.span.start : mention.span.end])
            paragraph = document.paragraph_at(mention.span.start) or document.footnote_at(mention.span.start)
            memory.keep_act(found, paragraph)
            if not _is_own_title(document, found):
                yield found


def _link(document: Document, mention: Mention, memory: Memory) -> Iterator[Link]:
    if mention.found_by == resolutions.NAME:
        yield link_act(document, mention, memory)
    elif mention.found_by == anaphora.NAME:
        yield from link_back(mention, memory)
    elif mention.found_by == shortnames.NAME:
        short = link_short_name(document, mention, memory)
        if short:
            yield short
    else:
        if mention.kind == Kind.BODY and mention.target:
            memory.keep_organ(mention.target)
        yield Link(mention, mention.kind, mention.target, mention.label, *_EVIDENCE[mention.found_by])


# How sure a link is that the words alone determine, and what it is called.
_EVIDENCE = {
    "documents": ("symbol", 1.0),
    "publications": ("Sales number", 1.0),
    "treaties": ("registration number", 1.0),
    "names": ("gazetteer", 0.95),
    "shapes": ("shape of a name", 0.6),
    "opensets": ("open set", 0.9),
}


def _is_own_title(document: Document, found: Link) -> bool:
    """Whether a link is the document's own title, which cites nothing."""
    paragraph = document.paragraph_at(found.mention.span.start)
    title = document.title or ""
    return bool(paragraph and paragraph.label == "TITLE" and title.endswith(_words(document, found)) and _covers(title, document, found))


def _words(document: Document, found: Link) -> str:
    return document.text[found.mention.span.start : found.mention.span.end]


def _covers(title: str, document: Document, found: Link) -> bool:
    return len(_words(document, found)) >= len(title) - len("Draft the ")
