"""The citations around a thing as a small store of their own: a network is then built of hundreds of citations, not of
all that a store holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pyoxigraph
from pyoxigraph import NamedNode, Quad

from kg.store import OxigraphStore
from kg.triples import reused, vocabulary

MOST = 200
"""Things that are drawn."""

_CITES, _CITED = NamedNode(reused.CITES), NamedNode(reused.CITED_ENTITY)
_PLACES = {vocabulary.IN_PARAGRAPH, vocabulary.THROUGH_FOOTNOTE, vocabulary.CALLED_IN}
_TOPIC, _PART_OF = NamedNode(reused.PRIMARY_TOPIC), NamedNode(reused.IS_PART_OF)
_DETAILS = f"""SELECT DISTINCT ?thing ?property ?value WHERE {{
  {{
    VALUES ?thing {{ THINGS }}
    VALUES ?property {{ <{reused.TYPE}> <{reused.IDENTIFIER}> <{reused.TITLE}> <{reused.PREF_LABEL}>
      <{reused.DATE_DOCUMENT}> <{reused.PASSED_BY}> }}
  }} UNION {{
    {{ SELECT DISTINCT ?thing WHERE {{ VALUES ?adopted {{ THINGS }} ?adopted <{reused.PASSED_BY}> ?thing }} }}
    VALUES ?property {{ <{reused.PREF_LABEL}> }}
  }}
  ?thing ?property ?value
}}"""
_BODY = "/id/body/"


def surroundings(store: OxigraphStore, iri: str, depth: int = 1, most: int = MOST) -> tuple[pyoxigraph.Store, bool]:
    """What lies within `depth` citations of a thing in either direction, with the citations among it.

    Not more than `most` things, those first that most of the others cite; whether some were left out stands beside it.
    Bodies are not passed through: nearly everything names the General Assembly.
    """
    kept, whole = _kept(store.inner, NamedNode(iri), depth, most)
    small = pyoxigraph.Store()
    small.extend(_quads(store.inner, kept))
    return small, whole


def citations(store: OxigraphStore, iri: str) -> int:
    """How often a thing is cited in the whole store."""
    return sum(1 for _ in store.inner.quads_for_pattern(None, _CITED, NamedNode(iri), None))


def _kept(store: pyoxigraph.Store, start: NamedNode, depth: int, most: int) -> tuple[list[NamedNode], bool]:
    kept = {start: None}
    edge = [start]
    for _ in range(depth):
        reached = Counter[NamedNode]()
        for each in edge:
            if each == start or _BODY not in each.value:
                reached.update(set(_neighbours(store, each)))
        new = [each for each in reached if each not in kept]
        new.sort(key=lambda each: (_BODY in each.value, -reached[each], -_times(store, each), each.value))
        room = most - len(kept)
        kept.update(dict.fromkeys(new[:room]))
        if len(new) > room:
            return list(kept), False
        edge = new
    return list(kept), True


def _neighbours(store: pyoxigraph.Store, thing: NamedNode) -> Iterator[NamedNode]:
    for quad in store.quads_for_pattern(thing, _CITES, None, None):
        if isinstance(quad.object, NamedNode):
            yield quad.object
    for quad in store.quads_for_pattern(None, _CITES, thing, None):
        if isinstance(quad.subject, NamedNode):
            yield quad.subject


def _times(store: pyoxigraph.Store, thing: NamedNode, most: int = 1000) -> int:
    """How many documents cite a thing, as far as it matters."""
    found = store.quads_for_pattern(None, _CITES, thing, None)
    return sum(1 for _ in zip(found, range(most), strict=False))


def _quads(store: pyoxigraph.Store, kept: list[NamedNode]) -> Iterator[Quad]:
    """The citations among the things, the passages that hold them, and what is said of the things."""
    yield from _details(store, kept)
    for thing in kept:
        yield from _first_passage(store, thing)
    waiting = _citations_among(store, kept)
    seen = set(waiting)
    while waiting:
        for quad in store.quads_for_pattern(waiting.pop(), None, None, None):
            yield quad
            if quad.predicate.value in _PLACES and isinstance(quad.object, NamedNode) and quad.object not in seen:
                seen.add(quad.object)
                waiting.append(quad.object)


def _details(store: pyoxigraph.Store, kept: list[NamedNode]) -> Iterator[Quad]:
    """What is said of the things, and the names of the bodies that adopted them; once, not once for every graph."""
    named = " ".join(map(str, kept))
    found = store.query(_DETAILS.replace("THINGS", named), use_default_graph_as_union=True)
    assert isinstance(found, pyoxigraph.QuerySolutions)
    for thing, name, value in found:
        if isinstance(thing, NamedNode) and isinstance(name, NamedNode) and value is not None:
            yield Quad(thing, name, value)


def _citations_among(store: pyoxigraph.Store, kept: list[NamedNode]) -> list[NamedNode]:
    """The citations among the things: those of a document all stand in its graph, in one piece of the store."""
    inside = set(kept)
    return [
        quad.subject
        for thing in kept
        for graph in _graphs(store, thing)
        for quad in store.quads_for_pattern(None, _CITED, None, graph)
        if quad.object in inside and isinstance(quad.subject, NamedNode)
    ]


def _graphs(store: pyoxigraph.Store, thing: NamedNode) -> list[NamedNode]:
    """The graphs that were read from a document."""
    found = (quad.subject for quad in store.quads_for_pattern(None, _TOPIC, thing, None))
    return [graph for graph in found if isinstance(graph, NamedNode)]


def _first_passage(store: pyoxigraph.Store, thing: NamedNode) -> Iterator[Quad]:
    """One passage of a document that was read, by which the network knows that it was."""
    if not _graphs(store, thing):
        return
    for part in store.quads_for_pattern(None, _PART_OF, thing, None):
        said = list(store.quads_for_pattern(part.subject, None, None, None))
        if any(quad.predicate.value == vocabulary.PARAGRAPH_LABEL for quad in said):
            yield from said
            return
