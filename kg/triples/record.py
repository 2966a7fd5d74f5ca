"""What a source records of its document beside the text: agenda, meeting, drafts, sponsors, vote, subjects.

All are facts of the instrument. Subjects are concepts of other vocabularies under their own IRIs.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.metadata import AgendaItem, Draft, Metadata, Party, Recommendation, Side, Subject, Vote
from kg.model import Document, Kind
from kg.symbols import fragment, try_parse
from kg.triples import reused, vocabulary
from kg.triples.terms import boolean, integer, iri, is_day, moment, string, words
from kg.triples.things import Things

_ENGLISH = "en"
"""The metadata are in English, whatever the language of the document; titles of agenda items are not."""

_SIDES = (
    ("in_favour", vocabulary.IN_FAVOUR, vocabulary.VOTED_IN_FAVOUR),
    ("against", vocabulary.AGAINST, vocabulary.VOTED_AGAINST),
    ("abstaining", vocabulary.ABSTAINING, vocabulary.ABSTAINED),
)


def triples(document: Document, document_iri: str, things: Things) -> Iterator[str]:
    """What the metadata of a document say; nothing for a document without."""
    metadata = document.metadata
    if metadata is None:
        return
    node = iri(document_iri)
    yield from _adoption(node, metadata, document.language, things)
    yield from _sponsors(node, metadata, things)
    if metadata.vote is not None:
        vote = iri(fragment(document_iri, "vote"))
        yield f"{node} <{vocabulary.ADOPTED_BY_VOTE}> {vote}"
        yield from _vote(vote, metadata.vote, things)
    for subject in metadata.subjects:
        yield from _subject(node, subject)
    for heading in metadata.headings:
        yield f"{node} <{reused.KEYWORDS}> {words(heading, _ENGLISH)}"


def _adoption(node: str, metadata: Metadata, language: str, things: Things) -> Iterator[str]:
    for item in metadata.agenda:
        yield from _agenda(node, item, language)
    if metadata.meeting_record is not None:
        record = _document(metadata.meeting_record, things)
        yield f"{node} <{vocabulary.ADOPTED_AT_MEETING}> {record}"
        yield f"{record} <{reused.TYPE}> <{reused.MEETING_RECORD}>"
    for draft in metadata.drafts:
        yield from _draft(node, draft, things)
    if metadata.recommendation is not None:
        yield from _recommendation(node, metadata.recommendation, things)
    if metadata.issued is not None and is_day(metadata.issued):
        yield f"{node} <{reused.ISSUED}> {moment(metadata.issued)}"
    if metadata.job_number is not None:
        yield f"{node} <{vocabulary.JOB_NUMBER}> {string(metadata.job_number)}"
    if metadata.original_language is not None:
        yield f"{node} <{vocabulary.ORIGINAL_LANGUAGE}> {string(metadata.original_language)}"


def _agenda(node: str, item: AgendaItem, language: str) -> Iterator[str]:
    if item.number is not None:
        yield f"{node} <{vocabulary.AGENDA_ITEM}> {string(item.number)}"
    if item.title is not None:
        yield f"{node} <{vocabulary.AGENDA_TITLE}> {words(item.title, language)}"


def _draft(node: str, draft: Draft, things: Things) -> Iterator[str]:
    date = draft.date if draft.date is not None and is_day(draft.date) else None
    yield f"{node} <{vocabulary.DRAFT}> {_document(draft.symbol, things, date)}"
    for amendment in draft.amendments:
        yield f"{node} <{vocabulary.DRAFT_AMENDMENT}> {_document(amendment, things)}"


def _recommendation(node: str, recommendation: Recommendation, things: Things) -> Iterator[str]:
    if recommendation.report is not None:
        yield f"{node} <{vocabulary.RECOMMENDED_IN}> {_document(recommendation.report, things)}"
    if recommendation.part is not None:
        yield f"{node} <{vocabulary.RECOMMENDATION_PART}> {string(recommendation.part)}"
    if recommendation.body is not None:
        yield f"{node} <{vocabulary.RECOMMENDED_BY}> {things.add(recommendation.body, Kind.BODY)}"


def _sponsors(node: str, metadata: Metadata, things: Things) -> Iterator[str]:
    """All sponsors stand under one property, so that no reasoner is needed to find them."""
    for party in (*metadata.sponsors, *metadata.additional):
        yield from _party(node, party, vocabulary.SPONSOR, things)
        if party.group is not None:
            yield from _party(node, party.group, vocabulary.SPONSOR_GROUP, things)
    for party in metadata.additional:
        if party.slug is not None:
            yield f"{node} <{vocabulary.ADDITIONAL_SPONSOR}> {things.add(party.slug, Kind.BODY)}"
    if metadata.submission is not None:
        yield f"{node} <{vocabulary.SUBMISSION}> {words(metadata.submission, _ENGLISH)}"


def _party(node: str, party: Party, relation: str, things: Things) -> Iterator[str]:
    if party.slug is None:
        yield f"{node} <{vocabulary.SPONSOR_NAME}> {string(party.name)}"
    else:
        yield f"{node} <{relation}> {things.add(party.slug, Kind.BODY)}"


def _vote(node: str, vote: Vote, things: Things) -> Iterator[str]:
    yield f"{node} <{reused.TYPE}> <{vocabulary.VOTE}>"
    yield f"{node} <{vocabulary.WITHOUT_VOTE}> {boolean(vote.without_vote)}"
    for name, count, voted in _SIDES:
        side: Side | None = getattr(vote, name)
        if side is not None:
            yield f"{node} <{count}> {integer(side.count)}"
            for party in side.parties:
                if party.slug is not None:
                    yield f"{node} <{voted}> {things.add(party.slug, Kind.BODY)}"


def _subject(node: str, subject: Subject) -> Iterator[str]:
    concept = iri(subject.iri)
    yield f"{node} <{reused.DC_SUBJECT}> {concept}"
    yield f"{concept} <{reused.TYPE}> <{reused.CONCEPT}>"
    yield f"{concept} <{reused.IN_SCHEME}> {iri(subject.scheme)}"
    if subject.label:
        yield f"{concept} <{reused.PREF_LABEL}> {words(subject.label, _ENGLISH)}"


def _document(symbol: str, things: Things, date: str | None = None) -> str:
    """The IRI of a document by its symbol, which is described as any cited one is."""
    parsed = try_parse(symbol)
    return things.add(symbol, parsed.kind if parsed else Kind.DOCUMENT, date=date)
