"""Documents to mentions: one extractor a kind, and one rule for where they overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
from kg.model import Document, Kind, Mention

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
    settled = settle([list(extractor.find(document)) for extractor in EXTRACTORS])
    silent = [p.span for p in document.paragraphs if p.label in _SILENT]
    return [m for m in settled if m.found_by != names.NOT_COUNTED and not any(m.span in span for span in silent)]


def settle(found: Sequence[Sequence[Mention]]) -> list[Mention]:
    """The mentions that stay where several claim the same words, in the order of the text.

    The rule: an earlier extractor keeps its words (the whole reference, not just the name), and nothing inside them is
    a mention of its own. Two exceptions: an open set holds other mentions ("all resolutions of the Commission on Human
    Rights"), and mentions of one extractor never contest each other (a range names several acts in the same words).
    """
    taken = bytearray()
    kept: list[Mention] = []
    for mentions in found:
        free = [mention for mention in mentions if not _is_taken(mention, taken)]
        kept += free
        for mention in free:
            if mention.kind != Kind.OPENSET:
                _take(mention, taken)
    return sorted(kept, key=lambda mention: (mention.span, mention.number or ""))


def _is_taken(mention: Mention, taken: bytearray) -> bool:
    return any(taken[mention.span.start : mention.span.end])


def _take(mention: Mention, taken: bytearray) -> None:
    span = mention.extent or mention.span
    if len(taken) < span.end:
        taken.extend(bytes(span.end - len(taken)))
    taken[span.start : span.end] = b"\x01" * (span.end - span.start)


def examples() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """(extractor, text, expected) of every extractor's own examples, for tests and documentation."""
    for extractor in EXTRACTORS:
        for text, expected in extractor.EXAMPLES:
            yield extractor.NAME, text, expected
