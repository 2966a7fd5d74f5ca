"""Documents to mentions: one extractor a kind, and one rule for where they overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter

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
from kg.model import Document, Kind, Mention, Span

# In order of precedence: what is found earlier keeps its words.
EXTRACTORS = (
    documents,
    publications,
    treaties,
    resolutions,
    anaphora,
    opensets,
    conferences,
    names,
    shapes,
    shortnames,
)
# Paragraphs that cite nothing: what stands above the title, the enacting formula, the closing lines, headings.
_SILENT = frozenset({"COVER", "FORMULA", "CLOSING", "SECTION"})


def find(document: Document) -> list[Mention]:
    """All mentions of a document in the order of the text, overlaps settled, silent paragraphs left out."""
    silent = [paragraph.span for paragraph in document.paragraphs if paragraph.label in _SILENT]
    settled = settle([list(extractor.find(document)) for extractor in EXTRACTORS], silent)
    return [mention for mention in settled if mention.found_by != names.NOT_COUNTED]


def settle(found: Sequence[Sequence[Mention]], silent: Sequence[Span] = ()) -> list[Mention]:
    """The mentions that stay where several claim the same words, in the order of the text.

    The rule: an earlier extractor keeps its words (the whole reference, not just the name), and nothing inside them is
    a mention of its own. Three exceptions: an open set holds other mentions ("all resolutions of the Commission on
    Human Rights"); mentions of one extractor never contest each other (a range names several acts in the same words);
    and a possible short name keeps its beginning where only its end is taken.
    """
    taken = bytearray()
    for span in silent:
        _take(span, taken)
    kept: list[Mention] = []
    for mentions in found:
        free = []
        for mention in mentions:
            start, end = mention.span
            first = taken.find(1, start, end)
            if first < 0:
                free.append(mention)
            elif first > start and mention.found_by == shortnames.NAME:
                free.append(mention._replace(span=Span(start, first)))
        kept += free
        for mention in free:
            if mention.kind != Kind.OPENSET:
                _take(mention.extent or mention.span, taken)
    return sorted(kept, key=attrgetter("span"))


def _take(span: Span, taken: bytearray) -> None:
    if len(taken) < span.end:
        taken.extend(bytes(span.end - len(taken)))
    taken[span.start : span.end] = b"\x01" * (span.end - span.start)


def examples() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """(extractor, text, expected) of every extractor's own examples, for tests and documentation."""
    for extractor in EXTRACTORS:
        for text, expected in extractor.EXAMPLES:
            yield extractor.NAME, text, expected
