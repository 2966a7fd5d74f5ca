"""What tables and network files are made of: nodes (documents, instruments, bodies) and citations as edges.

The same nodes as in `kg.network`, gathered part by part: what is known of each thing is held, citations are not.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg.export.parts import Part, Properties, by_subject, first
from kg.model import Kind
from kg.network import Node
from kg.symbols.iri import UNDOCS
from kg.triples import reused, vocabulary
from kg.triples.kinds import kind_of

_DESCRIBING = (
    reused.TYPE,
    reused.IDENTIFIER,
    reused.TITLE,
    reused.PREF_LABEL,
    reused.DATE_DOCUMENT,
    reused.PASSED_BY,
)


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation with its ends as IRIs, its places by their labels, its numbers as the graph spells them.

    `cited` is None for what could not be linked; `reason` says why, `method` how the others were. `start` and `end`
    are offsets in the document's text.
    """

    iri: str
    citing: str
    cited: str | None
    relation: str
    kind: str
    paragraph: str
    footnote: str
    called_in: tuple[str, ...]
    quote: str
    start: int
    end: int
    part: str
    date: str
    method: str
    reason: str
    confidence: str


def citations(part: Part) -> list[Cited]:
    """The citations of a document, in the order of its text."""
    own = by_subject(part.own)
    found = [_cited(iri, each, own) for iri, each in own.items() if reused.CITING_ENTITY in each]
    return sorted(found, key=lambda each: (each.start, each.end, each.iri))


def _cited(iri: str, found: Properties, own: dict[str, Properties]) -> Cited:
    def said(predicate: str) -> str:
        return first(found, predicate) or ""

    note = own.get(said(vocabulary.THROUGH_FOOTNOTE), {})
    calls = [own.get(call.value, {}) for call in note.get(vocabulary.CALLED_IN, ())]
    return Cited(
        iri=iri,
        citing=said(reused.CITING_ENTITY),
        cited=first(found, reused.CITED_ENTITY),
        relation=local(said(reused.CHARACTERIZATION)),
        kind=said(vocabulary.CITATION_KIND),
        paragraph=_label(own.get(said(vocabulary.IN_PARAGRAPH), {})),
        footnote=_label(note),
        called_in=tuple(_label(call) for call in sorted(calls, key=_order)),
        quote=said(vocabulary.QUOTE),
        start=int(said(vocabulary.START) or 0),
        end=int(said(vocabulary.END) or 0),
        part=said(vocabulary.PART),
        date=said(vocabulary.PRINTED_DATE),
        method=said(vocabulary.METHOD),
        reason=said(vocabulary.UNLINKED_REASON),
        confidence=said(vocabulary.CONFIDENCE),
    )


def _label(passage: Properties) -> str:
    return first(passage, vocabulary.PARAGRAPH_LABEL) or ""


def _order(passage: Properties) -> int:
    return int(first(passage, vocabulary.ORDER) or 0)


class Gathered:
    """What the parts say of everything that cites or is cited. Parts are added one by one, then the nodes are asked."""

    def __init__(self) -> None:
        self._said: defaultdict[tuple[str, str], set[tuple[bool, str]]] = defaultdict(set)
        self._cited: Counter[str] = Counter()
        self._kinds: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._read: set[str] = set()

    def add(self, part: Part) -> list[Cited]:
        """Take in a part; its citations, for those who want them too."""
        for triple in part.triples:
            subject, predicate, value = triple
            if predicate.value not in _DESCRIBING or not isinstance(subject, NamedNode) or "#" in subject.value:
                continue
            if isinstance(value, NamedNode | Literal):
                foreign = isinstance(value, Literal) and bool(value.language) and not _is_english(value)
                self._said[subject.value, predicate.value].add((foreign, value.value))
        if part.document is not None:
            self._read.add(part.document)
        found = citations(part)
        for each in found:
            if each.cited is not None:
                self._cited[each.cited] += 1
                self._kinds[each.cited].update([each.kind] if each.kind else [])
        return found

    def nodes(self) -> Iterator[Node]:
        """All nodes in the order of their IRIs."""
        return map(self._node, sorted(self._read | self._cited.keys()))

    def _node(self, iri: str) -> Node:
        organ = self._first(iri, reused.PASSED_BY)
        return Node(
            iri=iri,
            identity=self._first(iri, reused.IDENTIFIER) or _slug(iri),
            label=self._name(iri) or "",
            kind=self._kind(iri),
            organ=(self._name(organ) or _slug(organ)) if organ else None,
            date=self._first(iri, reused.DATE_DOCUMENT),
            times_cited=self._cited[iri],
            read=iri in self._read,
        )

    def _name(self, iri: str) -> str | None:
        return self._first(iri, reused.TITLE) or self._first(iri, reused.PREF_LABEL)

    def _first(self, iri: str, predicate: str) -> str | None:
        """The best value: English before other languages, then by spelling."""
        values = self._said.get((iri, predicate))
        return min(values)[1] if values else None

    def _kind(self, iri: str) -> Kind:
        """The kind that a thing is most often cited as; else what its class says."""
        known = [(-count, kind) for kind, count in self._kinds[iri].items() if kind in set(Kind)]
        if known:
            return Kind(min(known)[1])
        classes = {value for _, value in self._said.get((iri, reused.TYPE), ())}
        return kind_of(classes) or Kind.INSTRUMENT


def local(iri: str) -> str:
    """The local name of a term: what follows the last `#` or `/`."""
    return iri.replace("#", "/").rsplit("/", 1)[-1]


def shown(node: Node) -> str:
    """What a node is called on a drawing: its symbol, or the name of what has none."""
    return node.identity if node.iri.startswith(UNDOCS) or not node.label else node.label


def _slug(iri: str) -> str:
    return iri.removeprefix(UNDOCS) if iri.startswith(UNDOCS) else local(iri)


def _is_english(literal: Literal) -> bool:
    return (literal.language or "").startswith("en")
