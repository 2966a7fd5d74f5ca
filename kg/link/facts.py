"""Facts that the text states between two cited things, by fixed forms of words and by its footnotes.

"resolution 33/134 …, in which it endorsed the Plan"; "the Programme adopted by the first South Summit"; "the Outcome,²"
with note 2 "See resolution 60/1."; "the report of the Secretary-General …;⁷" with note 7 "A/62/295."
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from kg.languages import Language, load
from kg.model import Document, Fact, Footnote, Kind, Link, Predicate, Reference, Span

_ACTS = frozenset({Kind.RESOLUTION, Kind.DECISION})
_NAMED = frozenset({Kind.INSTRUMENT, Kind.TREATY})
_SOURCES = frozenset({Kind.RESOLUTION, Kind.DECISION, Kind.DOCUMENT, Kind.PUBLICATION})
# By the kind of the first of two neighbours, the kinds of the second with which anything is ever stated.
_TOLD_OF: Mapping[Kind, frozenset[Kind]] = {
    **dict.fromkeys(Kind, _ACTS | _NAMED),
    **dict.fromkeys(_NAMED, _ACTS | _NAMED | _SOURCES | {Kind.BODY}),
    Kind.BODY: _ACTS,
}
_HANGS = re.compile(r"[’”)\],.;:]*\s?$")
_CLOSING_QUOTES = frozenset('”’"')
_SHORTEST_GAP, _LONGEST_GAP = 6, 160
_LONGEST_CLAUSE = 400
_LONGEST_REFERENCE = 50  # a note that is nothing but a reference to a resolution


def state(document: Document, links: Sequence[Link]) -> tuple[Fact, ...]:
    """The facts that a document states, each once, in the order of the text."""
    language = load(document.language)
    linked = [link for link in links if link.target]
    first = document.footnotes[0].span.start if document.footnotes else len(document.text)
    running = [link for link in linked if link.mention.span.start < first]
    notes: dict[str, list[Link]] = {}
    for link in linked[len(running) :]:
        if note := document.footnote_at(link.mention.span.start):
            notes.setdefault(note.mark, []).append(link)
    neighbours = list(_pairs(document, running))
    named = [link for link in running if link.kind in _ACTS or link.kind in _NAMED]
    without_bodies = list(_pairs(document, named))
    agents = dict(_agents(neighbours, language))
    facts = [
        *_acts(document, without_bodies, language),
        *_adoptions(document, agents),
        *_stated(document, neighbours, language),
        *_titles(document, neighbours, language),
        *_footnoted(document, running, notes, agents, language),
        *_reports(document, running, notes, language),
        *_printed_reports(document, notes, language),
    ]
    unique = {
        (fact.subject, fact.predicate, fact.object): fact for fact in reversed(facts) if fact.subject != fact.object
    }
    return tuple(sorted(unique.values(), key=lambda fact: (fact.span, fact.predicate, fact.object.target)))


class _Pair(NamedTuple):
    """Two links of one paragraph, one after the other, and the words between them without a last article."""

    first: Link
    second: Link
    gap: str


def _pairs(document: Document, links: Sequence[Link]) -> Iterator[_Pair]:
    """The neighbours of which something may be stated that stand near each other with words between them."""
    text = document.text
    for first, second in pairwise(links):
        if second.kind not in _TOLD_OF[first.kind]:
            continue
        start, end = (first.mention.extent or first.mention.span).end, second.mention.span.start
        if _SHORTEST_GAP <= end - start <= _LONGEST_GAP and text.find("\n", start, end) < 0:
            yield _Pair(first, second, _without_article(text[start:end], document.language))


def _without_article(text: str, code: str) -> str:
    text = text.rstrip(" ")
    article = next((word for word in load(code).grammar.articles if text.endswith(f" {word}")), "")
    return text.removesuffix(article).rstrip(" ")


def _acts(document: Document, pairs: Sequence[_Pair], language: Language) -> Iterator[Fact]:
    """ "resolution 33/134 of 19 December 1978, in which it endorsed the Plan": the Plan is endorsed by 33/134."""
    for first, second, gap in pairs:
        if first.kind in _ACTS and second.kind in _NAMED:
            for predicate, phrases in language.statements.acts.items():
                if gap.endswith(phrases):
                    yield _fact(document, second, predicate, first)


def _agents(pairs: Sequence[_Pair], language: Language) -> Iterator[tuple[Link, Link]]:
    """(body, instrument) of "the Havana Programme of Action adopted by the first South Summit"."""
    for first, second, gap in pairs:
        adopted = first.kind in _NAMED and second.kind == Kind.BODY
        if adopted and gap.strip(" ,") in language.statements.agent:
            yield second, first


def _adoptions(document: Document, agents: Mapping[Link, Link]) -> Iterator[Fact]:
    for body, instrument in agents.items():
        yield _fact(document, instrument, Predicate.ADOPTED_BY, body)


def _stated(document: Document, pairs: Sequence[_Pair], language: Language) -> Iterator[Fact]:
    """What the words between two neighbours state: "the Declaration, as contained in resolution 53/144".

    What is said of must stand right before the words, for much else may come between.
    """
    words = language.statements
    forms = (
        (words.container, Predicate.CONTAINED_IN, _NAMED, _SOURCES),
        (words.endorsing, Predicate.ENDORSED_BY, _NAMED, _SOURCES),
        (words.establishing, Predicate.ESTABLISHED_BY, _NAMED | {Kind.BODY}, _ACTS),
        (words.amending, Predicate.AMENDED_BY, _NAMED | _ACTS, _NAMED | _ACTS),
        (words.superseding, Predicate.SUPERSEDED_BY, _NAMED | _ACTS, _NAMED | _ACTS),
    )
    for first, second, gap in pairs:
        for phrases, predicate, subjects, objects in forms:
            if gap.strip(" ,") in phrases and first.kind in subjects and second.kind in objects:
                yield _fact(document, first, predicate, second)


def _titles(document: Document, pairs: Sequence[_Pair], language: Language) -> Iterator[Fact]:
    """ "resolution 70/1 …, entitled “Transforming our world: the 2030 Agenda …”": the Agenda was issued as 70/1."""
    for first, second, gap in pairs:
        if first.kind in _ACTS and second.kind in _NAMED:
            opened = next((mark for mark in language.statements.titled if mark in gap), None)
            closes = document.text[second.mention.span.end : second.mention.span.end + 1] in _CLOSING_QUOTES
            before = gap.rpartition(opened)[2].strip() if opened else ""
            if opened and closes and (not before or before.endswith(":")):
                yield _fact(document, second, Predicate.SAME_AS, first)


def _footnoted(
    document: Document,
    links: Sequence[Link],
    notes: Mapping[str, Sequence[Link]],
    agents: Mapping[Link, Link],
    language: Language,
) -> Iterator[Fact]:
    """A note that hangs on an instrument's name says where it is issued, printed or registered."""
    for note in document.footnotes:
        source = _source(notes.get(note.mark, ()))
        for call in note.calls if source else ():
            bearer = _bearer(document, links, call.offset)
            bearer = agents.get(bearer, bearer) if bearer else None
            if source and bearer and bearer.kind in _NAMED and not _of_report(document.text, bearer, source, language):
                yield _fact(document, bearer, _issue(document, note, source), source)


def _of_report(text: str, bearer: Link, source: Link, language: Language) -> bool:
    """Whether the mark hangs on "the report … on the Partnership" rather than on the Partnership."""
    start = bearer.mention.span.start
    clause = text[max(text.rfind("\n", 0, start) + 1, start - _LONGEST_GAP) : start].lower()
    return source.kind == Kind.DOCUMENT and any(phrase in clause for phrase in language.statements.about)


def _source(links: Sequence[Link]) -> Link | None:
    """What a note names first as a source."""
    registered = (link for link in links if link.kind in _SOURCES or str(link.target).startswith(("UNTS", "LNTS")))
    return next(registered, None)


def _issue(document: Document, note: Footnote, source: Link) -> Predicate:
    if source.kind == Kind.TREATY:
        return Predicate.REGISTERED_AS
    text = document.text[note.span.start : note.span.end]
    whole = source.kind in _ACTS and source.mention.part is None and len(text) < _LONGEST_REFERENCE
    return Predicate.SAME_AS if whole else Predicate.CONTAINED_IN


def _bearer(document: Document, links: Sequence[Link], offset: int) -> Link | None:
    """The link that ends right before a footnote's mark."""
    index = bisect_right(links, offset, key=lambda link: link.mention.span.start) - 1
    last = links[index] if index >= 0 else None
    hangs = last and _HANGS.fullmatch(document.text, last.mention.span.end, offset)
    return last if hangs else None


def _reports(
    document: Document, links: Sequence[Link], notes: Mapping[str, Sequence[Link]], language: Language
) -> Iterator[Fact]:
    """ "the report of the Secretary-General on …;⁷": what note 7 cites is a report of the Secretary-General."""
    calls = sorted((call.offset, note.mark) for note in document.footnotes for call in note.calls)
    reports = {mark: links[0] for mark, links in notes.items() if links[0].kind == Kind.DOCUMENT}
    for link in links if reports else ():
        if link.kind != Kind.BODY:
            continue
        span = link.mention.span
        index = bisect_left(calls, (span.end, ""))
        offset, mark = calls[index] if index < len(calls) else (0, "")
        near = mark in reports and _in_one_clause(document.text, span.end, offset)
        if near and _says_report(document.text, span, language):
            yield _fact(document, reports[mark], Predicate.REPORT_OF, link)


def _says_report(text: str, span: Span, language: Language) -> bool:
    phrases = language.statements.report
    return _without_article(text[max(0, span.start - 40) : span.start], language.code).lower().endswith(phrases)


def _in_one_clause(text: str, start: int, end: int) -> bool:
    near = end - start < _LONGEST_CLAUSE
    return near and text.find("\n", start, end) < 0 and text.find(";", start, end - 1) < 0


def _printed_reports(document: Document, notes: Mapping[str, Sequence[Link]], language: Language) -> Iterator[Fact]:
    """A note "Report of the … Conference, … (… Sales No. …)": the publication is the report of the conference."""
    for note in document.footnotes:
        body, *rest = notes.get(note.mark, ()) or (None,)
        text = document.text[note.span.start : note.span.end]
        source = _source(rest)
        if body and source and body.kind == Kind.BODY and text.startswith(language.statements.printed):
            yield _fact(document, source, Predicate.REPORT_OF, body)


def _fact(document: Document, subject: Link, predicate: Predicate, value: Link) -> Fact:
    spans = (subject.mention.span, value.mention.span)
    span = Span(min(s.start for s in spans), max(s.end for s in spans)) if _near(spans) else subject.mention.span
    paragraph = document.paragraph_at(span.start) or document.footnote_at(span.start)
    return Fact(_reference(subject), predicate, _reference(value), paragraph.label if paragraph else "", span)


def _near(spans: tuple[Span, Span]) -> bool:
    return abs(spans[0].start - spans[1].start) < 2 * _LONGEST_GAP


def _reference(link: Link) -> Reference:
    return Reference(link.kind, str(link.target), link.label)
