"""What a build did, and what the store holds after it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.build.ledger import Ledger
from kg.build.outcome import Failed, Source


@dataclass(slots=True)
class Counts:
    """How far a build is, in files. `size` is the number of bytes of the quads that were read out."""

    files: int
    read: int = 0
    unchanged: int = 0
    other_language: int = 0
    failed: int = 0
    size: int = 0

    @property
    def done(self) -> int:
        return self.read + self.unchanged + self.other_language + self.failed


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a store holds: documents, the sources they come from, and citations by kind, linked and not."""

    documents: int = 0
    sources: int = 0
    linked: Counter[str] = field(default_factory=Counter)
    unlinked: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of a build: `failures` sorted by path."""

    counts: Counts
    failures: tuple[Failed, ...]
    holdings: Holdings

    def lines(self) -> Iterator[str]:
        """The summary in plain words."""
        counts, held = self.counts, self.holdings
        yield f"{_files(counts.files)}: {counts.read:,} read, {counts.unchanged:,} unchanged, {counts.failed:,} failed"
        if counts.other_language:
            yield f"{_files(counts.other_language)} skipped, in a language that cannot be read yet"
        for cause, count in sorted(Counter(failure.cause for failure in self.failures).items()):
            yield f"failed, {cause}: {count:,}"
        yield f"the store holds {held.documents:,} documents from {held.sources:,} sources"
        for kind in sorted(held.linked | held.unlinked):
            yield f"citations, {kind}: {held.linked[kind]:,} linked, {held.unlinked[kind]:,} not"


def holdings(ledger: Ledger) -> Holdings:
    """Count what a store holds; a document with several sources counts by the one that it is taken from."""
    first: dict[str, Source] = {}
    sources = 0
    for source in ledger.all_sources():
        if source.graph is None:
            continue
        sources += 1
        if source.graph not in first or source.rank < first[source.graph].rank:
            first[source.graph] = source
    linked, unlinked = Counter[str](), Counter[str]()
    for source in first.values():
        for kind, with_target, without in source.tally:
            linked[kind] += with_target
            unlinked[kind] += without
    return Holdings(len(first), sources, linked, unlinked)


def _files(count: int) -> str:
    return f"{count:,} file" if count == 1 else f"{count:,} files"
