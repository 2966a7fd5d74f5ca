"""The walk through the mentions of a document, which remembers what was named for what points back to it."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from kg.extract import (
    anaphora,
    conferences,
    documents,
    names,
    opensets,
    publications,
    resolutions,
    shapes,
    shortnames,
    treaties,
)
from kg.languages import load
from kg.link.back import link_back, link_short_names, named_body
from kg.link.beside import Beside
from kg.link.memory import Memory
from kg.link.organs import link_act, link_by_paragraph
from kg.model import Document, Kind, Link, Mention
from kg.symbols import fits, slug, try_parse

_BODY = Kind.BODY
_NAMED = frozenset({Kind.INSTRUMENT, Kind.TREATY, Kind.BODY})
_SOURCES = frozenset({documents.NAME, publications.NAME, treaties.NAME, resolutions.NAME})
# What a short name with its qualifier may turn out to hold: "outcome document of the second High-level Conference".
_WEAK = frozenset({shapes.NAME, shortnames.NAME, names.NAME})
# A link that is less sure gives way to the editors' own, where these are trusted.
_SURE = 0.95
_IBID = (anaphora.IBID, anaphora.ELSEWHERE)
# How sure a link is that the words alone determine, and what it is called.
_EVIDENCE = {
    documents.NAME: ("symbol", 1.0),
    publications.NAME: ("Sales number", 1.0),
    treaties.NAME: ("registration number", 1.0),
    names.NAME: ("gazetteer", 0.95),
    conferences.NAME: ("report of a conference", 0.9),
    opensets.NAME: ("open set", 0.9),
}


class Linker:
    """Links the mentions of one document, which must come in the order of the text."""

    def __init__(self, document: Document, mentions: Sequence[Mention], *, trust_links: bool = False) -> None:
        self._document = document
        self._trusted = dict(document.links) if trust_links else {}
        self._mentions = mentions
        self._memory = Memory(document.language)
        self._beside = Beside(document, mentions)
        self._notes = document.footnotes[0].span.start if document.footnotes else sys.maxsize
        self._title = max((p.span.end for p in document.paragraphs[:20] if p.label == "TITLE"), default=0)
        self._sourced = self._notes_with_sources()
        self._shared_dates = _shared_dates(document.text, mentions)
        self._formulas = [p.span.start for p in document.paragraphs if p.label == "FORMULA"]
        self._acting = [replace(document, organ=self._formula(start)) for start in self._formulas]

    def links(self) -> Iterator[Link]:
        """The links in the order of the text; a mention may have several ("those resolutions") or none."""
        past = 0
        for mention in self._mentions:
            if (mention.span.start < past and mention.found_by in _WEAK) or self._is_no_citation(mention):
                continue
            for found in self._link(mention):
                self._remember(found)
                if found.method == "short name":
                    past = found.mention.span.end
                if found.mention.span.start >= self._title or not self._is_own_title(found.mention):
                    yield found

    def _formula(self, start: int) -> str | None:
        """The organ of an enacting formula ("The General Assembly,"), which may differ in an annex."""
        language = load(self._document.language)
        line = self._document.text[start : self._document.text.find("\n", start)]
        name = line.removeprefix(f"{language.structure.enacting} ").rstrip(" ,")
        return next((organ.slug for organ in language.organs if name in organ.full), self._document.organ)

    def _in_force(self, mention: Mention) -> Document:
        """The document, as adopted by the organ of the last enacting formula before a mention in the running text."""
        index = bisect_right(self._formulas, mention.span.start) - 1
        return self._acting[index] if index > 0 and mention.span.start < self._notes else self._document

    def _notes_with_sources(self) -> frozenset[int]:
        """Where the notes begin that name a source themselves, so that their "Ibid." stands for none."""
        starts = (m.span.start for m in self._mentions if m.span.start >= self._notes and m.found_by in _SOURCES)
        notes = map(self._document.footnote_at, starts)
        return frozenset(note.span.start for note in notes if note)

    def _is_no_citation(self, mention: Mention) -> bool:
        """A body that only says whose act it is, an "Ibid." beside a source, the heading of an act."""
        if mention.kind == _BODY:
            return self._beside.is_spoken_for(mention)
        if mention.number in _IBID:
            return mention.span.start in self._sourced
        if mention.found_by == resolutions.NAME and mention.span.start < self._notes:
            paragraph = self._document.paragraph_at(mention.span.start)
            return paragraph is not None and paragraph.span == mention.span
        return False

    def _link(self, mention: Mention) -> Iterable[Link]:
        if evidence := _EVIDENCE.get(mention.found_by):
            return (Link(mention, mention.kind, mention.target, mention.label, *evidence),)
        if mention.found_by == resolutions.NAME:
            return (self._act(mention),)
        if mention.found_by == anaphora.NAME:
            return link_back(mention, self._memory)
        if mention.found_by == shortnames.NAME:
            return link_short_names(self._document, mention, self._memory)
        return (self._shape(mention),)

    def _act(self, mention: Mention) -> Link:
        """A numbered act; a date behind the next member of its list counts for it too, if it fits what was found."""
        document, beside = self._in_force(mention), self._beside.of(mention)
        shared = self._shared_dates.get(mention.span.end)
        if shared and mention.date is None:
            link = link_act(document, mention._replace(date=shared), self._memory, beside)
            symbol = try_parse(link.target) if link.target else None
            if symbol and fits(symbol, shared):
                return link
        link = link_act(document, mention, self._memory, beside)
        named = self._beside.named_before(mention) if link.target is None and beside is None else None
        link = (link_by_paragraph(document, mention, named) if named else None) or link
        return self._trusting(link) if self._trusted and link.confidence < _SURE else link

    def _trusting(self, link: Link) -> Link:
        """What the editors linked the printed number to, if its date does not speak against it; else the link."""
        mention = link.mention
        symbol = try_parse(self._trusted.get(mention.number or "", ""))
        if symbol is None or symbol.kind != mention.kind or (mention.date and fits(symbol, mention.date) is False):
            return link
        return Link(mention, mention.kind, str(symbol), None, "editors' link", _SURE)

    def _shape(self, mention: Mention) -> Link:
        """A name that no gazetteer holds: perhaps short for one named before, else a thing of its own."""
        if known := self._memory.named(self._words(mention)):
            return Link(mention, known.kind, known.target, known.label, "short name", 0.9)
        return Link(mention, mention.kind, slug(mention.label or ""), mention.label, "shape of a name", 0.6)

    def _remember(self, found: Link) -> None:
        """Keep what later words may point back to: names, organs, numbered acts, the source of a note."""
        mention = found.mention
        if found.kind in _NAMED:
            if found.target and found.method != "short name":
                self._memory.keep_name(found, self._words(mention))
                self._define(found)
        elif mention.organ and (body := named_body(mention, mention.organ, self._document.language)):
            self._memory.keep_name(body, body.label or "")
        if mention.span.start >= self._notes:
            self._memory.keep_source(found)
            self._memory.keep_act(found, self._document.footnote_at(mention.span.start))
        elif mention.found_by == resolutions.NAME:
            self._memory.keep_act(found, self._document.paragraph_at(mention.span.start))

    def _define(self, found: Link) -> None:
        """Keep the short name that the text itself gives to a name it just used: "(the Convention)"."""
        text, end = self._document.text, found.mention.span.end
        if text.startswith(" (", end) and (match := _definition(self._document.language).match(text, end)):
            self._memory.define(match[1], found)

    def _is_own_title(self, mention: Mention) -> bool:
        """Whether a mention beside the title is the title itself, or the document's second symbol ("[S/5111]")."""
        bracketed = mention.found_by == documents.NAME and self._document.text[mention.span.start - 1] == "["
        return bracketed or self._words(mention) == self._document.title

    def _words(self, mention: Mention) -> str:
        return self._document.text[mention.span.start : mention.span.end]


@cache
def _definition(code: str) -> re.Pattern[str]:
    """A definition behind a name: "(the Convention)", "(hereinafter “the Agreement”)"."""
    article = load(code).grammar.articles[0]
    return re.compile(
        rf" \((?:[a-z ]{{0,40}}, ?|[a-z ]{{0,40}})[“\"‘]?{article} ([A-Z][\w-]*(?: [\w-]+){{0,4}})[”\"’]?\)"
    )


def _shared_dates(text: str, mentions: Sequence[Mention]) -> dict[int, str]:
    """By the end of an undated act: the date behind the next one of its list ("69/252 and 69/253 of 29 December")."""
    shared: dict[int, str] = {}
    later: Mention | None = None
    date: str | None = None
    for mention in reversed([m for m in mentions if m.found_by == resolutions.NAME]):
        joined = later is not None and text[mention.span.end : later.span.start] in (" and ", ", ", ", and ")
        date = mention.date or (date if joined else None)
        if mention.date is None and date:
            shared[mention.span.end] = date
        later = mention
    return shared
