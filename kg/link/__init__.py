"""Mentions to citations: which instrument each mention names, under which relation, and what the text states of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract import anaphora, documents, names, publications, resolutions, shapes, shortnames, treaties
from kg.link.back import link_back, link_short_name, named_body
from kg.link.beside import Beside
from kg.link.citations import cite
from kg.link.facts import state
from kg.link.memory import Memory
from kg.link.organs import link_act
from kg.model import Document, Kind, Link, Mention, Reading
from kg.symbols import slug

_NAMED = frozenset({Kind.INSTRUMENT, Kind.TREATY, Kind.BODY})


def link(document: Document, mentions: Sequence[Mention]) -> Reading:
    """Everything that a document cites and states, from its mentions in the order of the text."""
    links = list(_links(document, mentions))
    citations = cite(document, links)
    return Reading(document, citations, state(document, links))


def _links(document: Document, mentions: Sequence[Mention]) -> Iterator[Link]:
    memory = Memory(document.language)
    beside = Beside(document, mentions)
    sourced = _notes_with_sources(document, mentions)
    past = 0
    for mention in mentions:
        if (mention.span.start < past and mention.found_by in _WEAK) or beside.is_spoken_for(mention):
            continue
        if mention.number == anaphora.IBID and mention.span.start in sourced:
            continue
        for found in _link(document, mention, memory, beside):
            _remember(document, found, memory)
            if found.method == "short name":
                past = found.mention.span.end
            if not _is_own_title(document, found):
                yield found


def _notes_with_sources(document: Document, mentions: Sequence[Mention]) -> frozenset[int]:
    """Where the notes begin that name a source themselves, so that their "Ibid." stands for none."""
    sources = (m for m in mentions if m.found_by in _SOURCES)
    notes = (document.footnote_at(mention.span.start) for mention in sources)
    return frozenset(note.span.start for note in notes if note)


_SOURCES = frozenset({documents.NAME, publications.NAME, treaties.NAME, resolutions.NAME})
# What a short name with its qualifier may turn out to hold: "outcome document of the second High-level Conference".
_WEAK = frozenset({shapes.NAME, shortnames.NAME, names.NAME})


def _link(document: Document, mention: Mention, memory: Memory, beside: Beside) -> Iterator[Link]:
    if mention.found_by == resolutions.NAME:
        yield link_act(document, mention, memory, beside.of(mention))
    elif mention.found_by == anaphora.NAME:
        yield from link_back(mention, memory)
    elif mention.found_by == shortnames.NAME:
        yield from filter(None, [link_short_name(document, mention, memory)])
    elif mention.found_by == shapes.NAME:
        known = memory.named(_words(document, mention))
        if known:
            yield Link(mention, known.kind, known.target, known.label, "short name", 0.9)
        else:
            yield Link(mention, mention.kind, slug(mention.label or ""), mention.label, "shape of a name", 0.6)
    else:
        yield Link(mention, mention.kind, mention.target, mention.label, *_EVIDENCE[mention.found_by])


def _remember(document: Document, found: Link, memory: Memory) -> None:
    """Keep what later words may point back to: names, organs, numbered acts."""
    mention = found.mention
    if found.target and found.kind in _NAMED and found.method != "short name":
        memory.keep_name(found, _words(document, mention))
        if found.kind == Kind.BODY:
            memory.keep_organ(found.target)
    if mention.organ and (body := named_body(mention, mention.organ, document.language)):
        memory.keep_organ(mention.organ)
        memory.keep_name(body, body.label or "")
    note = document.footnote_at(mention.span.start)
    memory.keep_act(found, note or document.paragraph_at(mention.span.start))
    if note:
        memory.keep_source(found)


# How sure a link is that the words alone determine, and what it is called.
_EVIDENCE = {
    "documents": ("symbol", 1.0),
    "publications": ("Sales number", 1.0),
    "treaties": ("registration number", 1.0),
    "names": ("gazetteer", 0.95),
    "conferences": ("report of a conference", 0.9),
    "opensets": ("open set", 0.9),
}


def _is_own_title(document: Document, found: Link) -> bool:
    """Whether a link is the document's own title, which cites nothing."""
    paragraph = document.paragraph_at(found.mention.span.start)
    return bool(paragraph and paragraph.label == "TITLE" and _words(document, found.mention) == document.title)


def _words(document: Document, mention: Mention) -> str:
    return document.text[mention.span.start : mention.span.end]
