"""The network of a part of a store, built of that part alone: of hundreds of citations, not of all in the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

import pyoxigraph
from pyoxigraph import NamedNode, Quad

from kg.network.build import Standing, assembled, build, citations, most_frequent
from kg.network.elements import Network, by_name, find
from kg.store import Store, Table
from kg.store.answers import Row
from kg.triples import reused, vocabulary

_BODY = "/id/body/"
_AT_ONCE = 500
"""Things that one query names."""

_CITES, _CITED_BY = f"?one <{reused.CITES}> ?other", f"?other <{reused.CITES}> ?one"
_PLACES = frozenset({vocabulary.IN_PARAGRAPH, vocabulary.THROUGH_FOOTNOTE, vocabulary.CALLED_IN})
_NAMES = (reused.PREF_LABEL, reused.TITLE)
_NAMED = (reused.PASSED_BY, reused.DC_SUBJECT)
_OWN = (*_NAMES, *_NAMED, reused.TYPE, reused.IDENTIFIER, reused.DATE_DOCUMENT, vocabulary.AGENDA_TITLE)


def around(store: Store, name: str, depth: int = 1) -> Network:
    """What lies within `depth` citations of a thing in either direction, with all citations among it.

    It is what `neighbourhood` takes from the network of the whole store. Raises NetworkError if the store has no
    citation by or of a thing of that name.
    """
    (start,) = _known(store, name)
    return induced(store, reached(store, start, depth)[0])


def between(store: Store, citing: str, cited: str, longest: int | None = None) -> Network:
    """What lies on the ways of citations from one thing to another, both included: all that `chains` needs to look at.

    On ways of at most `longest` citations, by default on the shortest only. Raises NetworkError if the store knows
    nothing of a name.
    """
    start, end = _known(store, citing, cited)
    forth = _steps(store, start, end, longest, _CITES)
    length = forth.get(end, 0) if longest is None else longest
    back = _steps(store, end, start, length, _CITED_BY)
    return induced(store, {start, end}.union(iri for iri in forth.keys() & back if forth[iri] + back[iri] <= length))


def induced(store: Store, kept: Collection[str]) -> Network:
    """The network of these things and the citations among them; what counts is counted in the whole store.

    A thing that is only linked to, as bodies are in the atlas, is none of the network.
    """
    graphs = _graphs(store, kept)
    read, cited_as = set(graphs.values()), _cited_as(store, kept)
    times = {iri: sum(cited_as[iri].values()) for iri in cited_as}
    kinds = most_frequent({(iri, kind): count for iri, counts in cited_as.items() for kind, count in counts.items()})
    small = pyoxigraph.Store()
    small.extend(_described(store, kept, graphs))
    small.extend(_cited(store, kept, read))
    found, _ = citations(small)
    things = read | times.keys() | {edge.cited for edge in found}
    return assembled(small, things, found, Standing(read, times, kinds))


def reached(store: Store, iri: str, depth: int, most: int | None = None) -> tuple[set[str], bool]:
    """What lies within `depth` citations of a thing in either direction, and whether that is all of it.

    Not more than `most` things, those first that are linked with most of the others. Bodies are reached but not passed
    through: nearly everything names the General Assembly.
    """
    kept = edge = {iri}
    for _ in range(depth):
        passed = [each for each in edge if _BODY not in each or each == iri]
        ways = Counter(other for _, other in linked(store, passed))
        edge = ways.keys() - kept
        if most is not None and len(kept) + len(edge) > most:
            times = Counter(cited for cited, _ in _pairs(store, edge, _CITED_BY))
            ranked = sorted(edge, key=lambda each: (_BODY in each, -ways[each], -times[each], each))
            return kept.union(ranked[: most - len(kept)]), False
        kept = kept | edge
    return kept, True


def linked(store: Store, iris: Collection[str]) -> set[tuple[str, str]]:
    """What things cite and what cites them: one of them and another."""
    return {*_pairs(store, iris, _CITES), *_pairs(store, iris, _CITED_BY)}


def _known(store: Store, *names: str) -> list[str]:
    """The IRIs of things that were read or are cited, by the rules of `find`.

    Names that no rule explains are looked for among the labels of the whole network, which takes its time.
    """
    explained = [_explained(store, name) for name in names]
    if all(explained):
        return explained
    whole = build(store)
    return [iri or find(whole, name) for iri, name in zip(explained, names, strict=True)]


def _explained(store: Store, name: str) -> str:
    """What a name means to `kg query`, if the store has it; else ""."""
    iri = by_name(name)
    cited = f"?other <{reused.CITED_ENTITY}> ?one"
    known = iri and (_graphs(store, [iri]) or any(_strings(store, [iri], cited, "?one ?other", "LIMIT 1")))
    return iri if known else ""


def _steps(store: Store, start: str, end: str, longest: int | None, pattern: str) -> dict[str, int]:
    """How many citations away things are: up to so many, or up to where the end is reached."""
    found, edge = {start: 0}, {start}
    while edge and (end not in found if longest is None else max(found.values()) < longest):
        edge = {other for _, other in _pairs(store, edge, pattern)} - found.keys()
        found |= dict.fromkeys(edge, max(found.values()) + 1)
    return found


def _graphs(store: Store, iris: Collection[str]) -> dict[str, str]:
    """The graphs that were read from documents, each with its document."""
    return {graph: document for document, graph in _pairs(store, iris, f"?other <{reused.PRIMARY_TOPIC}> ?one")}


def _cited_as(store: Store, iris: Collection[str]) -> dict[str, dict[str, int]]:
    """How often each thing is cited as what."""
    pattern = f"?citation <{reused.CITED_ENTITY}> ?one ; <{vocabulary.CITATION_KIND}> ?kind"
    found: dict[str, dict[str, int]] = {}
    for iri, kind, times in _strings(
        store, iris, pattern, "?one ?kind (COUNT(?citation) AS ?times)", "GROUP BY ?one ?kind"
    ):
        found.setdefault(iri, {})[kind] = int(times)
    return found


def _described(store: Store, kept: Collection[str], graphs: Collection[str]) -> Iterator[Quad]:
    """What is said of the things, of the texts that were read of them, and of what they name."""
    named = set[str]()
    for quad in _properties(store, kept, _OWN):
        yield quad
        if quad.predicate.value in _NAMED and isinstance(quad.object, NamedNode):
            named.add(quad.object.value)
    yield from _properties(store, named, _NAMES)
    sources = set[str]()
    for quad in _properties(store, graphs, (reused.PRIMARY_TOPIC, reused.WAS_DERIVED_FROM)):
        yield quad
        if isinstance(quad.object, NamedNode):
            sources.add(quad.object.value)
    yield from _properties(store, sources, (reused.IN_LANGUAGE,))


def _cited(store: Store, kept: Collection[str], documents: Collection[str]) -> Iterator[Quad]:
    """The citations by documents of things that are kept, and the passages that hold them."""
    pattern = f"?other <{reused.CITING_ENTITY}> ?one ; <{reused.CITED_ENTITY}> ?cited"
    waiting = {citation for citation, cited in _strings(store, documents, pattern, "?other ?cited") if cited in kept}
    seen = set(waiting)
    while waiting:
        places = set[str]()
        for quad in _all_properties(store, waiting):
            yield quad
            if quad.predicate.value in _PLACES and isinstance(quad.object, NamedNode):
                places.add(quad.object.value)
        waiting = places - seen
        seen |= waiting


def _properties(store: Store, iris: Collection[str], names: Collection[str]) -> Iterator[Quad]:
    """What is said of things under these properties; once, not once for every graph that says it."""
    for name in names:  # each by itself, for a query that names both things and properties takes many times as long
        yield from (
            Quad(one, NamedNode(name), value)
            for one, value in _asked(store, iris, f"?one <{name}> ?value", "?one ?value")
            if isinstance(one, NamedNode) and value is not None
        )


def _all_properties(store: Store, iris: Collection[str]) -> Iterator[Quad]:
    """All that is said of things."""
    for one, name, value in _asked(store, iris, "?one ?property ?value", "?one ?property ?value"):
        if isinstance(one, NamedNode) and isinstance(name, NamedNode) and value is not None:
            yield Quad(one, name, value)


def _pairs(store: Store, iris: Collection[str], pattern: str) -> Iterator[tuple[str, str]]:
    """The values of `?one` and `?other`."""
    for one, other in _strings(store, iris, pattern, "?one ?other"):  # noqa: UP028 - pairs, not rows of any length
        yield one, other


def _strings(
    store: Store, iris: Collection[str], pattern: str, columns: str, end: str = ""
) -> Iterator[tuple[str, ...]]:
    """The rows in which there are no blank nodes and nothing is unbound, as strings."""
    for row in _asked(store, iris, pattern, columns, end):
        values = tuple(term.value for term in row if isinstance(term, NamedNode | pyoxigraph.Literal))
        if len(values) == len(row):
            yield values


def _asked(store: Store, iris: Collection[str], pattern: str, columns: str, end: str = "") -> Iterator[Row]:
    """The rows of a pattern in which `?one` is one of these things, so many at a time as a query can name."""
    names = sorted(iris)
    for first in range(0, len(names), _AT_ONCE):
        values = _listed(names[first : first + _AT_ONCE])
        answer = store.ask(f"SELECT DISTINCT {columns} WHERE {{ VALUES ?one {{ {values} }} {pattern} }} {end}")
        if isinstance(answer, Table):
            yield from answer.rows


def _listed(iris: Iterable[str]) -> str:
    return " ".join(str(NamedNode(iri)) for iri in iris)
