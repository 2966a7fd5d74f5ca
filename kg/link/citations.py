"""Links to citations: where they stand, under which relation, through which footnote."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from kg.languages import Language, any_of, date_at, load
from kg.link.connectives import connective
from kg.link.relations import Scopes, scopes
from kg.model import Call, Citation, Document, Footnote, Link, Mention, Paragraph, Relation

# What may stand between two citations that share a connective, or between a citation and the mark that hangs on it.
_LONGEST_COORDINATION = 40
_HANGS = re.compile(r"[’”)\],.;:]*\s?$")


@cache
def _coordinated(code: str) -> re.Pattern[str]:
    """What may stand between two citations that share a connective."""
    grammar = load(code).grammar
    return re.compile(rf"(?: ?(?:{any_of(grammar.coordination)}))?(?: (?:{any_of(grammar.coordination_fillers)}))* *")


class Placed(NamedTuple):
    """A link with the paragraph or note it stands in, the relation that governs it, and where its words end."""

    link: Link
    where: str
    relation: Relation
    end: int


def cite(document: Document, links: Sequence[Link]) -> tuple[Citation, ...]:
    """The citations of a document, in the order of the text.

    A note's citation takes the relation of the words that bear the mark; a note called under several relations gives a
    citation for each.
    """
    over = scopes(document)
    first = document.footnotes[0].span.start if document.footnotes else len(document.text)
    running = bisect_left(links, first, key=_start)
    placed = list(_in_paragraphs(document, links[:running], over))
    ends = [item.end for item in placed]
    calls = sorted((call.offset, note.mark) for note in document.footnotes for call in note.calls)
    citations = [_citation(document.text, item, _hanging(document.text, item.end, calls), ()) for item in placed]
    for link in links[running:]:
        if note := document.footnote_at(link.mention.span.start):
            for relation, called_in in _called(document, note, placed, ends, over).items():
                item = Placed(link, note.label, relation, 0)
                citations.append(_citation(document.text, item, note.mark, tuple(called_in)))
    return tuple(sorted(citations, key=attrgetter("span")))


def _start(link: Link) -> int:
    return link.mention.span.start


def _in_paragraphs(document: Document, links: Sequence[Link], over: Scopes) -> Iterator[Placed]:
    text, language = document.text, load(document.language)
    last: Placed | None = None
    paragraph: Paragraph | None = None
    for link in links:
        start = link.mention.span.start
        if paragraph is None or not paragraph.span.start <= start < paragraph.span.end:
            paragraph = document.paragraph_at(start)
        if paragraph is not None:
            relation = connective(text, start, language) or _shared(document, last, start) or over.at(start)
            last = Placed(link, paragraph.label, relation, _end(text, link.mention, language))
            yield last


def _shared(document: Document, last: Placed | None, start: int) -> Relation | None:
    """The relation of the citation before, where this one is coordinated with it and stands under its connective."""
    if last is None or start - last.end >= _LONGEST_COORDINATION:
        return None
    if start < last.end:
        return last.relation if last.link.mention.span.start == start else None
    return last.relation if _coordinated(document.language).fullmatch(document.text, last.end, start) else None


def _end(text: str, mention: Mention, language: Language) -> int:
    """Where the reference ends, its date and part included."""
    end = (mention.extent or mention.span).end
    if mention.date is None:
        return end
    found = date_at(text, end + len(f" {language.references.of} "), language)
    return found[1] if found else end


def _hanging(text: str, end: int, calls: Sequence[tuple[int, str]]) -> str | None:
    """The mark of the note that hangs on a citation's end: nothing but punctuation lies between."""
    index = bisect_left(calls, (end, ""))
    if index == len(calls):
        return None
    offset, mark = calls[index]
    return mark if offset == end or _HANGS.fullmatch(text, end, offset) else None


def _called(
    document: Document, note: Footnote, placed: Sequence[Placed], ends: Sequence[int], over: Scopes
) -> dict[Relation, list[str]]:
    """The relations under which a note is called, each with the paragraphs that do."""
    found: dict[Relation, list[str]] = {}
    for call in note.calls:
        relation = _bearing(document, call, placed, ends) or over.at(call.offset - 1)
        where = found.setdefault(relation, [])
        if call.where not in where:
            where.append(call.where)
    return found or {Relation.MENTIONS: []}


def _bearing(document: Document, call: Call, placed: Sequence[Placed], ends: Sequence[int]) -> Relation | None:
    """The relation of the citation that bears a mark, where one ends right before it."""
    index = bisect_left(ends, call.offset + 1) - 1
    if index < 0 or not _HANGS.fullmatch(document.text, ends[index], call.offset):
        return None
    return placed[index].relation


def _citation(text: str, item: Placed, footnote: str | None, called_in: tuple[str, ...]) -> Citation:
    mention, kind, target, label, method, confidence = item.link
    span = mention.span
    return Citation(
        where=item.where,
        kind=kind,
        target=target,
        label=label,
        relation=item.relation,
        quote=text[span.start : span.end],
        span=span,
        part=mention.part,
        footnote=footnote,
        called_in=called_in,
        date=mention.date,
        method=method,
        confidence=confidence,
    )
