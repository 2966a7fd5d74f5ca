"""The stages, one after the other: a path -> Document -> Mentions -> Reading -> quads -> store. Composition only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg import extract, link, read, resources
from kg.errors import KgError
from kg.model import Citation, Reading

if TYPE_CHECKING:
    from kg.store import OxigraphStore


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read, and why, in one line."""

    source: str
    reason: str


def reading(path: Path | str, language: str = "en", *, trust_links: bool = False) -> Reading:
    """Everything that the document at a path cites and states. Raises ReadError for what cannot be read.

    With `trust_links` the hyperlinks of the source's editors help to link what the words leave open.
    """
    document = read.read(path, language)
    return link.link(document, extract.find(document), trust_links=trust_links)


def readings(
    paths: Iterable[Path | str], language: str = "en", *, trust_links: bool = False
) -> Iterator[Reading | Failure]:
    """Each input's reading in turn, or why there is none; one bad input does not stop the rest."""
    for path in paths:
        try:
            yield reading(path, language, trust_links=trust_links)
        except KgError as error:
            yield Failure(str(path), str(error))


def record(source: Reading, citation: Citation) -> dict[str, object]:
    """A citation as the object of `kg extract --format jsonl`: these keys, in this order (DESIGN 4.2)."""
    return {
        "source": source.document.source,
        "document": source.document.symbol,
        "where": citation.where,
        "kind": citation.kind.value,
        "target": citation.target,
        "label": citation.label,
        "relation": citation.relation.value,
        "quote": citation.quote,
        "start": citation.span.start,
        "end": citation.span.end,
        "part": citation.part,
        "footnote": citation.footnote,
        "called_in": list(citation.called_in),
        "date": citation.date,
        "method": citation.method,
        "confidence": citation.confidence,
    }


def put(store: OxigraphStore, source: Reading) -> None:
    """Put a reading into a store, in the place of what the store held of the document."""
    from kg.triples.write import graph_iri, nquads

    store.replace_graph(graph_iri(source.document), nquads(source))


def sample_reading() -> Reading:
    """The packaged sample, resolution 62/209."""
    return reading(resources.sample())


def sample_store() -> OxigraphStore:
    """A store in memory that holds the packaged sample, and what the registry knows of the instruments it cites."""
    from kg.store import open_store
    from kg.store.register import register

    store = open_store()
    put(store, sample_reading())
    register(store)
    return store
