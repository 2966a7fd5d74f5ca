"""What the registry knows of instruments that are cited and were not read, as one named graph of its own.

So the graphs of documents stay what their texts say, and each statement of the registry has one home. The date that a
text prints beside a citation stands at the citation (`kg:printedDate`) and is never changed by the registry.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from kg import __version__
from kg.registry import Registered, Registry, load, write_line
from kg.symbols import Scheme, try_parse
from kg.triples import reused
from kg.triples.provenance import SOFTWARE
from kg.triples.terms import iri, moment, string, words

_SCHEME = Scheme()
_LANGUAGE = "en"
"""The registry's titles are English."""
_NAME = "Registry of resolutions, decisions and statements"


def registry_graph(scheme: Scheme = _SCHEME) -> str:
    """The IRI of the graph, which is no graph of a document and so stands beside them, not among them."""
    return f"{scheme.base}registry"


def registry_quads(symbols: Iterable[str], registry: Registry | None = None, scheme: Scheme = _SCHEME) -> list[str]:
    """The quads of what the registry knows of these symbols: N-Quads lines without line ends, sorted, each once.

    A title stands as dcterms:title, the label of what has no known title as skos:prefLabel. Symbols that the registry
    lacks are passed over; if it has none of them, there are no quads.
    """
    known = load() if registry is None else registry  # an empty one is false
    found = known.entries(symbols)
    if not found:
        return []
    graph = registry_graph(scheme)
    triples = {triple for entry in found for triple in _entry(entry, scheme)}
    return sorted(f"{triple} {iri(graph)} ." for triple in triples.union(_provenance(graph, found, scheme)))


def _entry(entry: Registered, scheme: Scheme) -> Iterator[str]:
    symbol = try_parse(entry.symbol)
    if symbol is None:
        return
    node = iri(scheme.instrument(symbol))
    if entry.title:
        yield f"{node} <{reused.TITLE}> {words(entry.title, _LANGUAGE)}"
    elif entry.label:
        yield f"{node} <{reused.PREF_LABEL}> {words(entry.label, _LANGUAGE)}"
    if entry.date:
        yield f"{node} <{reused.DATE_DOCUMENT}> {moment(entry.date)}"


def _provenance(graph_iri: str, entries: Iterable[Registered], scheme: Scheme) -> Iterator[str]:
    """What the graph says of itself, in the shape of a document's: its source are these entries, in their own form."""
    lines = "".join(sorted(f"{write_line(entry)}\n" for entry in entries))
    source = iri(f"urn:sha256:{hashlib.sha256(lines.encode()).hexdigest()}")
    graph, run = iri(graph_iri), iri(f"{graph_iri}#run")
    software = iri(f"{scheme.base}id/software/{SOFTWARE}/{__version__}")
    yield f"{graph} <{reused.TYPE}> <{reused.ENTITY}>"
    yield f"{graph} <{reused.LABEL}> {words(_NAME, _LANGUAGE)}"
    yield f"{graph} <{reused.WAS_DERIVED_FROM}> {source}"
    yield f"{graph} <{reused.WAS_GENERATED_BY}> {run}"
    yield f"{source} <{reused.TYPE}> <{reused.ENTITY}>"
    yield f"{run} <{reused.TYPE}> <{reused.ACTIVITY}>"
    yield f"{run} <{reused.USED}> {source}"
    yield f"{run} <{reused.WAS_ASSOCIATED_WITH}> {software}"
    yield f"{software} <{reused.TYPE}> <{reused.SOFTWARE_AGENT}>"
    yield f"{software} <{reused.LABEL}> {string(SOFTWARE)}"
    yield f"{software} <{reused.SOFTWARE_VERSION}> {string(__version__)}"
