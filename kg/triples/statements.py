"""Citations and stated facts, each as a plain triple and as a node with the words that show it."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence

from kg.model import Citation, Fact, Predicate
from kg.symbols import citation as citation_iri
from kg.symbols import fragment
from kg.triples import reused, vocabulary
from kg.triples.passages import Passages, offsets
from kg.triples.terms import iri, is_day, moment, share, string, words
from kg.triples.things import Things


class Statements:
    """The nodes of one document's citations and facts.

    A node's IRI comes from what it says; of equal ones the second has another number in it. So it stays the same when
    the text before it changes.
    """

    def __init__(self, passages: Passages, things: Things) -> None:
        self._passages = passages
        self._things = things
        self._document = iri(passages.document_iri)
        self._language = passages.document.language
        self._seen: Counter[tuple[str, ...]] = Counter()

    def citation(self, citation: Citation) -> Iterator[str]:
        """The plain links and the node of a citation; the node alone if it is linked to nothing."""
        relation = vocabulary.RELATIONS[citation.relation]
        content = (citation.where, citation.kind, citation.target or "", citation.quote, citation.relation)
        node = iri(citation_iri(self._passages.document_iri, self._numbered(content)))
        if citation.target is not None:
            cited = self._things.add(citation.target, citation.kind, citation.label, citation.date)
            yield f"{self._document} <{relation}> {cited}"
            yield f"{self._document} <{reused.CITES}> {cited}"
            yield f"{node} <{reused.CITED_ENTITY}> {cited}"
        evidence = vocabulary.UNLINKED_REASON if citation.target is None else vocabulary.METHOD
        yield f"{node} <{reused.TYPE}> <{reused.CITATION}>"
        yield f"{node} <{reused.CITING_ENTITY}> {self._document}"
        yield f"{node} <{reused.CHARACTERIZATION}> <{relation}>"
        yield f"{node} <{vocabulary.CITATION_KIND}> {string(citation.kind)}"
        yield f"{node} <{evidence}> {string(citation.method)}"
        yield f"{node} <{vocabulary.CONFIDENCE}> {share(citation.confidence)}"
        yield f"{node} <{vocabulary.QUOTE}> {words(citation.quote, self._language)}"
        yield from offsets(node, citation.span)
        yield from self._place(node, citation)

    def _place(self, node: str, citation: Citation) -> Iterator[str]:
        """Paragraph, footnote, part and printed date, as far as the citation has them."""
        yield f"{node} <{vocabulary.IN_PARAGRAPH}> {iri(self._passages.holding(citation.where, citation.span).iri)}"
        if citation.footnote is not None:
            footnote = self._passages.footnote(citation.footnote, citation.where, citation.span)
            if footnote is not None:
                yield f"{node} <{vocabulary.THROUGH_FOOTNOTE}> {iri(footnote.iri)}"
        if citation.part is not None:
            yield f"{node} <{vocabulary.PART}> {string(citation.part)}"
        if citation.date is not None:
            printed = moment(citation.date) if is_day(citation.date) else string(citation.date)
            yield f"{node} <{vocabulary.PRINTED_DATE}> {printed}"

    def fact(self, fact: Fact) -> Iterator[str]:
        """The plain triple of a fact and the node that says where it is stated."""
        subject, object_ = (
            self._things.add(each.target, each.kind, each.label) for each in (fact.subject, fact.object)
        )
        predicate = vocabulary.NAMESPACE + fact.predicate
        content = self._numbered((fact.where, subject, predicate, object_))
        node = iri(fragment(self._passages.document_iri, f"fact-{_digest(content)}"))
        start, end = fact.span.start, fact.span.end
        yield f"{subject} <{predicate}> {object_}"
        if fact.predicate is Predicate.CONTAINED_IN:
            yield f"{subject} <{reused.ELI_IS_PART_OF}> {object_}"
        yield f"{node} <{reused.TYPE}> <{vocabulary.STATED_FACT}>"
        yield f"{node} <{reused.SUBJECT}> {subject}"
        yield f"{node} <{reused.PREDICATE}> <{predicate}>"
        yield f"{node} <{reused.OBJECT}> {object_}"
        yield f"{node} <{vocabulary.STATED_IN}> {iri(self._passages.holding(fact.where, fact.span).iri)}"
        yield f"{node} <{vocabulary.QUOTE}> {words(self._passages.document.text[start:end], self._language)}"
        yield from offsets(node, fact.span)

    def _numbered(self, content: tuple[str, ...]) -> tuple[str, ...]:
        self._seen[content] += 1
        return (*content, str(self._seen[content]))


def _digest(content: Sequence[str]) -> str:
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:16]
