"""All that an instrument page shows of one thing, asked of the store in a worker with the queries of the catalogue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from kg import query
from kg.errors import QueryError
from kg.model import Kind
from kg.network.rows import rows
from kg.query import Result
from kg.store import Store
from kg.triples import reused, vocabulary

SHOWN = 100
"""Entries of a list; the query of the catalogue gives the rest."""

_MOST_ROWS = 5000
_RELATIONS = f"""SELECT ?relation (COUNT(DISTINCT ?citation) AS ?citations) (COUNT(DISTINCT ?citing) AS ?documents)
WHERE {{
  ?citation <{reused.CITED_ENTITY}> <THING> ; <{reused.CITING_ENTITY}> ?citing ;
    <{reused.CHARACTERIZATION}> ?relation .
}} GROUP BY ?relation ORDER BY DESC(?citations) STR(?relation)"""
_ENDORSED = f"""SELECT DISTINCT ?other ?way WHERE {{
  VALUES ?way {{ <{vocabulary.ENDORSED_BY}> <{vocabulary.ADOPTED_BY}> <{reused.ELI_IS_PART_OF}> }}
  ?other ?way <THING>
}} ORDER BY STR(?way) STR(?other)"""
_ENDORSED_BY = f"""SELECT DISTINCT ?other ?way WHERE {{
  VALUES ?way {{ <{vocabulary.ENDORSED_BY}> <{vocabulary.ADOPTED_BY}> <{reused.ELI_IS_PART_OF}> }}
  <THING> ?way ?other
}} ORDER BY STR(?way) STR(?other)"""


@dataclass(frozen=True, slots=True)
class Use:
    """A relation under which a thing is cited, with the numbers of citations and of documents."""

    relation: str
    citations: int
    documents: int


@dataclass(frozen=True, slots=True)
class Tie:
    """Another thing, and how it is bound to this one: `endorsedBy`, `adoptedBy`, `is_part_of`."""

    other: str
    way: str


@dataclass(frozen=True, slots=True)
class Year:
    """A year, the documents of that year that cite the thing, and those of them that reaffirm it."""

    year: int
    documents: int
    reaffirm: int


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The other end of some citations: what it is, under which relations, and how many they are."""

    iri: str
    name: str
    date: str
    relations: tuple[str, ...]
    times: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph in which somebody is asked for something: its words, and by relation who is asked."""

    label: str
    text: str
    asks: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True, slots=True)
class Mandate:
    """A paragraph of a document that asks a body for something."""

    document: str
    date: str
    relation: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """What the store says of a thing. Lists of documents are from the latest on."""

    cites: tuple[tuple[Kind, tuple[Neighbour, ...]], ...]
    cited_by: tuple[Neighbour, ...]
    years: tuple[Year, ...]
    uses: tuple[Use, ...]
    endorses: tuple[Tie, ...]
    endorsed_by: tuple[Tie, ...]
    facts: Result
    asks: tuple[Passage, ...]
    mandates: tuple[Mandate, ...]
    similar: tuple[Neighbour, ...]
    subjects: tuple[str, ...]


def instrument(store: Store, iri: str, is_body: bool) -> Instrument:
    """What the store says of the thing of an IRI. `is_body` says whether it can be asked for something."""

    def ask(name: str, **values: str) -> list[tuple[str, ...]]:
        return _texts(query.run(store, query.load().get(name), values))

    return Instrument(
        cites=tuple(_by_kind(ask("cites", document=iri))),
        cited_by=tuple(_citing(ask("cited-by", instrument=iri, limit=str(_MOST_ROWS)))),
        years=tuple(Year(int(year), int(all_), int(firm)) for year, all_, firm in ask("timeline", instrument=iri)),
        uses=tuple(_uses(store, iri)),
        endorses=tuple(_ties(store, _ENDORSED, iri)),
        endorsed_by=tuple(_ties(store, _ENDORSED_BY, iri)),
        facts=query.run(store, query.load().get("facts"), {"thing": iri, "limit": str(SHOWN)}),
        asks=tuple(_passages(ask("asked", document=iri))),
        mandates=tuple(Mandate(*row) for row in ask("mandates", body=iri, limit=str(SHOWN))) if is_body else (),
        similar=tuple(
            Neighbour(other, title, date, (), int(shared))
            for other, title, date, shared in ask("similar", document=iri, limit="10")
        ),
        subjects=tuple(name for _, name, _, _ in ask("subjects", document=iri, limit="30") if name),
    )


def _texts(found: Result) -> list[tuple[str, ...]]:
    """Rows as strings: IRIs and lexical forms, "" where unbound."""
    return [tuple(getattr(term, "value", "") for term in row) for row in found.rows]


def _citing(found: Iterable[tuple[str, ...]]) -> Iterator[Neighbour]:
    """One entry a document, from the latest on."""
    documents = _gathered((iri, title, date, relation, times) for iri, title, date, relation, times in found)
    return iter(sorted(sorted(documents, key=lambda each: each.iri), key=lambda each: each.date, reverse=True))


def _by_kind(found: Iterable[tuple[str, ...]]) -> Iterator[tuple[Kind, tuple[Neighbour, ...]]]:
    kinds: defaultdict[str, list[tuple[str, str, str, str, str]]] = defaultdict(list)
    for iri, name, kind, relation, date, times in found:
        kinds[kind].append((iri, name, date, relation, times))
    for kind in Kind:
        if kind.value in kinds:
            yield kind, tuple(sorted(_gathered(kinds[kind.value]), key=lambda each: (-each.times, each.iri)))


def _gathered(found: Iterable[tuple[str, str, str, str, str]]) -> list[Neighbour]:
    """One entry a thing, of rows of thing, name, date, relation and times."""
    named: dict[str, tuple[str, str]] = {}
    relations: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for iri, name, date, relation, times in found:
        named[iri] = (name, date)
        relations[iri][relation] = int(times)
    return [
        Neighbour(iri, *named[iri], tuple(sorted(uses, key=lambda use: (-uses[use], use))), sum(uses.values()))
        for iri, uses in relations.items()
    ]


def _passages(found: list[tuple[str, ...]]) -> Iterator[Passage]:
    for (label, text), rows_ in groupby(found, key=lambda row: (row[3], row[4])):
        asks: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for body, name, relation, _, _ in rows_:
            asks[relation].append((body, name))
        yield Passage(label, text, tuple((relation, tuple(bodies)) for relation, bodies in sorted(asks.items())))


def _uses(store: Store, iri: str) -> Iterator[Use]:
    for relation, citations, documents in rows(store, _about(_RELATIONS, iri)):
        if relation and citations and documents:
            yield Use(relation, int(citations), int(documents))


def _ties(store: Store, text: str, iri: str) -> Iterator[Tie]:
    for other, way in rows(store, _about(text, iri)):
        if other and way and other.startswith("http"):
            yield Tie(other, way.replace("#", "/").rsplit("/", 1)[-1])


def _about(text: str, iri: str) -> str:
    """A query about the thing of an IRI, which comes from `convert` and so is one; a second look costs nothing."""
    if any(sign in iri for sign in '<>"{}|\\^`') or any(sign <= " " for sign in iri):
        raise QueryError(f"not an IRI: {iri!a}")
    return text.replace("<THING>", f"<{iri}>")
