"""Paragraphs and footnotes of one document: their IRIs, their triples, and which of them holds a span."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kg.errors import TriplesError
from kg.model import Call, Document, Footnote, Paragraph, Span
from kg.symbols import fragment
from kg.triples import reused, vocabulary
from kg.triples.terms import integer, iri, string, words


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or a footnote and its IRI."""

    source: Paragraph | Footnote
    iri: str

    @property
    def span(self) -> Span:
        return self.source.span


class Passages:
    """The paragraphs of a document, then its footnotes, in the order of the text.

    The IRI is the document's with the label as fragment (DESIGN 4.1). Where a label comes again, as ANNEX does, the
    second one's fragment is `ANNEX~2`.
    """

    def __init__(self, document: Document, document_iri: str) -> None:
        self.document = document
        self.document_iri = document_iri
        self._by_label: dict[str, list[Passage]] = defaultdict(list)
        sources: tuple[Paragraph | Footnote, ...] = (*document.paragraphs, *document.footnotes)
        self.all = tuple(map(self._add, sources))

    def _add(self, source: Paragraph | Footnote) -> Passage:
        namesakes = self._by_label[source.label]
        suffix = f"~{len(namesakes) + 1}" if namesakes else ""
        passage = Passage(source, fragment(self.document_iri, source.label + suffix))
        namesakes.append(passage)
        return passage

    def holding(self, label: str, span: Span) -> Passage:
        """The passage of a label, the one around the span if several share it; TriplesError if there is none."""
        namesakes = self._by_label.get(label)
        if not namesakes:
            raise TriplesError("the document has no such paragraph", source=self.document.source, place=label)
        return next((passage for passage in namesakes if passage.span.holds(span)), namesakes[0])

    def footnote(self, mark: str, where: str, span: Span) -> Passage | None:
        """The footnote of a mark: around the span, else called from paragraph `where`; None if the text has none."""
        namesakes = self._by_label.get(f"FN{mark}", [])
        around = (passage for passage in namesakes if passage.span.holds(span))
        called = (passage for passage in namesakes if where in _callers(passage))
        return next(around, None) or next(called, None) or next(iter(namesakes), None)

    def triples(self) -> Iterator[str]:
        """What the graph says of every passage: its document, label, order, text, offsets, who calls it and where."""
        document = iri(self.document_iri)
        for order, passage in enumerate(self.all, start=1):
            node, source, span = iri(passage.iri), passage.source, passage.span
            kind = reused.FOOTNOTE if isinstance(source, Footnote) else reused.PARAGRAPH
            text = self.document.text[span.start : span.end]
            yield f"{node} <{reused.TYPE}> <{kind}>"
            yield f"{node} <{reused.IS_PART_OF}> {document}"
            yield f"{node} <{vocabulary.PARAGRAPH_LABEL}> {string(source.label)}"
            yield f"{node} <{vocabulary.ORDER}> {integer(order)}"
            yield f"{node} <{vocabulary.TEXT}> {words(text, self.document.language)}"
            yield from offsets(node, span)
            for caller in sorted(_callers(passage)):
                yield f"{node} <{vocabulary.CALLED_IN}> {iri(self._caller(passage, caller))}"
            for place in sorted({call.offset for call in _calls(passage)}):
                yield f"{node} <{vocabulary.CALLED_AT}> {integer(place)}"

    def _caller(self, passage: Passage, label: str) -> str:
        assert isinstance(passage.source, Footnote)
        call = next(call for call in passage.source.calls if call.where == label)
        return self.holding(label, Span(call.offset, call.offset)).iri


def offsets(node: str, span: Span) -> Iterator[str]:
    """The place of a node in the text of its document, in code points."""
    yield f"{node} <{vocabulary.START}> {integer(span.start)}"
    yield f"{node} <{vocabulary.END}> {integer(span.end)}"


def _callers(passage: Passage) -> set[str]:
    return {call.where for call in _calls(passage)}


def _calls(passage: Passage) -> tuple[Call, ...]:
    return passage.source.calls if isinstance(passage.source, Footnote) else ()
