"""What is exported, piece by piece: one part a named graph, so that none but the one at hand is held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.store import Statements, Store, Table
from kg.triples import reused
from kg.triples.turtle import natural

Term = NamedNode | BlankNode | Literal
Properties = dict[str, list[Term]]

_TOPICS = f"SELECT ?graph ?document WHERE {{ ?graph <{reused.PRIMARY_TOPIC}> ?document }}"
_DESCRIBING = frozenset({reused.TYPE, reused.IDENTIFIER, reused.TITLE, reused.PREF_LABEL, reused.DATE_DOCUMENT})


@dataclass(frozen=True)
class Part:
    """The triples of one named graph, sorted, and the IRI of the document that it was read from, if it was."""

    graph: str
    document: str | None
    triples: tuple[Triple, ...]

    @cached_property
    def own(self) -> tuple[Triple, ...]:
        """What is said of the document itself, its passages and its citations."""
        return tuple(triple for triple in self.triples if self.is_own(triple))

    @cached_property
    def shared(self) -> tuple[Triple, ...]:
        """What is said of other things: cited instruments, bodies, subjects, the source and the software."""
        return tuple(triple for triple in self.triples if not self.is_own(triple))

    def is_own(self, triple: Triple) -> bool:
        """Whether a triple speaks of the document or of what lies in it."""
        if self.document is None or not isinstance(triple.subject, NamedNode):
            return False
        return triple.subject.value.partition("#")[0] == self.document


def part(graph: str, document: str | None, triples: Iterable[Triple]) -> Part:
    """A part of these triples, sorted as their N-Triples are."""
    return Part(graph, document, tuple(sorted(triples, key=str)))


def whole(store: Store) -> Iterator[Part]:
    """All named graphs: documents in the natural order of their graphs, then what is no document's."""
    topics = documents(store)
    for graph in sorted(store.graphs(), key=lambda graph: (graph not in topics, natural(graph))):
        yield part(graph, topics.get(graph), statements(store, graph))


def documents(store: Store) -> dict[str, str]:
    """The graphs that were read from documents, and the IRI of each document."""
    return {graph.value: document.value for graph, document in rows(store, _TOPICS)}


def statements(store: Store, graph: str) -> Iterator[Triple]:
    """The triples of one named graph."""
    query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {NamedNode(graph)} {{ ?s ?p ?o }} }}"
    answer = store.ask(query, union=False)
    return answer.triples if isinstance(answer, Statements) else iter(())


def rows(store: Store, query: str) -> Iterator[tuple[NamedNode, ...]]:
    """The rows of a SELECT that have IRIs in all columns."""
    answer = store.ask(query)
    for row in answer.rows if isinstance(answer, Table) else ():
        iris = tuple(term for term in row if isinstance(term, NamedNode))
        if len(iris) == len(row):
            yield iris


def merged(parts: Iterable[Part]) -> Iterator[tuple[Triple, ...]]:
    """The parts as one graph, each triple once: the documents, one after the other, then all else.

    Held are what is said of shared things, for many graphs say the same of them, and how documents are described.
    """
    shared: set[Triple] = set()
    described: set[Triple] = set()
    for each in parts:
        shared.update(each.shared)
        described.update(triple for triple in each.own if triple.predicate.value in _DESCRIBING)
        if each.own:
            yield each.own
    rest = shared - described
    if rest:
        yield tuple(sorted(rest, key=str))


def by_subject(triples: Iterable[Triple]) -> dict[str, Properties]:
    """The triples as subject -> predicate -> objects, in their order."""
    found: dict[str, Properties] = {}
    for subject, predicate, value in triples:
        if not isinstance(value, Triple) and not isinstance(subject, Triple):
            name = subject.value if isinstance(subject, NamedNode) else str(subject)
            found.setdefault(name, {}).setdefault(predicate.value, []).append(value)
    return found


def first(properties: Properties, predicate: str) -> str | None:
    """The first value of a property, as it is spelled; None if there is none."""
    values = properties.get(predicate)
    return values[0].value if values else None
