"""Links to citations: where they stand, under which relation, through which footnote."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.languages import Language, any_of, date_at, load
from kg.link.relations import Scopes, connective, scopes
from kg.model import Call, Citation, Document, Footnote, Link, Relation, Span

# What may stand between two citations that share a connective, or between a citation and the mark that hangs on it.
_LONGEST_COORDINATION = 40
_HANGS = re.compile(r"[’”)\],.;:]*\s?$")


@cache
def _coordinated(code: str) -> re.Pattern[str]:
    """What may stand between two citations that share a connective."""
    grammar = load(code).grammar
    return re.compile(rf"(?: ?(?:{any_of(grammar.coordination)}))?(?: (?:{any_of(grammar.coordination_fillers)}))* *")


@dataclass(frozen=True, slots=True)
class Placed:
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
    language, over = load(document.language), scopes(document)
    first = document.footnotes[0].span.start if document.footnotes else len(document.text)
    running = bisect_left(links, first, key=lambda link: link.mention.span.start)
    placed = list(_in_paragraphs(document, links[:running], over, language))
    ends = [item.end for item in placed]
    calls = sorted((call.offset, note.mark) for note in document.footnotes for call in note.calls)
    citations = [_citation(document, item, _hanging(document, item, calls), ()) for item in placed]
    for link in links[running:]:
        if note := document.footnote_at(link.mention.span.start):
            for relation, called_in in _called(document, note, placed, ends, over).items():
                item = Placed(link, note.label, relation, 0)
                citations.append(_citation(document, item, note.mark, tuple(called_in)))
    return tuple(sorted(citations, key=lambda citation: (citation.span.start, citation.span.end)))


def _in_paragraphs(document: Document, links: Sequence[Link], over: Scopes, language: Language) -> Iterator[Placed]:
    last: Placed | None = None
    for link in links:
        span = link.mention.span
        paragraph = document.paragraph_at(span.start)
        if paragraph is None:
            continue
        relation = (
            connective(document.text, span.start, language) or _shared(document, last, span) or over.at(span.start)
        )
        last = Placed(link, paragraph.label, relation, _end(document, link, language))
        yield last


def _shared(document: Document, last: Placed | None, span: Span) -> Relation | None:
    """The relation of the citation before, where this one is coordinated with it and stands under its connective."""
    if last is None or span.start < last.end:
        return last.relation if last and last.link.mention.span.start == span.start else None
    near = span.start - last.end < _LONGEST_COORDINATION
    return (
        last.relation
        if near and _coordinated(document.language).fullmatch(document.text, last.end, span.start)
        else None
    )


def _end(document: Document, link: Link, language: Language) -> int:
    """Where the reference ends, its date and part included."""
    span = link.mention.extent or link.mention.span
    if link.mention.date is None:
        return span.end
    found = date_at(document.text, span.end + len(f" {language.references.of} "), language)
    return found[1] if found else span.end


def _hanging(document: Document, item: Placed, calls: Sequence[tuple[int, str]]) -> str | None:
    """The mark of the note that hangs on a citation: nothing but punctuation lies between."""
    index = bisect_left(calls, (item.end, ""))
    if index == len(calls):
        return None
    offset, mark = calls[index]
    return mark if _HANGS.fullmatch(document.text, item.end, offset) else None


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


def _citation(document: Document, item: Placed, footnote: str | None, called_in: tuple[str, ...]) -> Citation:
    link, span = item.link, item.link.mention.span
    return Citation(
        where=item.where,
        kind=link.kind,
        target=link.target,
        label=link.label,
        relation=item.relation,
        quote=document.text[span.start : span.end],
        span=span,
        part=link.mention.part,
        footnote=footnote,
        called_in=called_in,
        date=link.mention.date,
        method=link.method,
        confidence=link.confidence,
    )
