"""All that an instrument page shows of one thing, asked of the store in a worker with the queries of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg import query
from kg.errors import QueryError
from kg.network.rows import rows
from kg.query import Result
from kg.store import Store
from kg.triples import reused, vocabulary

SHOWN = 100
"""Rows of a list; the query of the catalogue gives the rest."""

_RELATIONS = f"""SELECT ?relation (COUNT(DISTINCT ?citation) AS ?citations) (COUNT(DISTINCT ?citing) AS ?documents) WHERE {{
  ?citation <{reused.CITED_ENTITY}> <THING> ; <{reused.CITING_ENTITY}> ?citing ;
    <{reused.CHARACTERIZATION}> ?relation .
}} GROUP BY ?relation ORDER BY DESC(?citations) STR(?relation)"""
_ENDORSED = f"""SELECT DISTINCT ?other ?way WHERE {{
  VALUES ?way {{ <{vocabulary.NAMESPACE}endorsedBy> <{vocabulary.NAMESPACE}adoptedBy> }}
  ?other ?way <THING>
}} ORDER BY STR(?other) STR(?way)"""
_ENDORSED_BY = f"""SELECT DISTINCT ?other ?way WHERE {{
  VALUES ?way {{ <{vocabulary.NAMESPACE}endorsedBy> <{vocabulary.NAMESPACE}adoptedBy> <{reused.ELI_IS_PART_OF}> }}
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
class Instrument:
    """What the store says of a thing; each `Result` has the columns of the query of that name."""

    cites: Result
    cited_by: Result
    years: tuple[Year, ...]
    uses: tuple[Use, ...]
    endorses: tuple[Tie, ...]
    endorsed_by: tuple[Tie, ...]
    facts: Result
    asked: Result
    mandates: Result | None
    similar: Result
    subjects: Result


def instrument(store: Store, iri: str, is_body: bool) -> Instrument:
    """What the store says of the thing of an IRI. `is_body` says whether it can be asked for something."""

    def ask(name: str, **values: str) -> Result:
        return query.run(store, query.load().get(name), values)

    return Instrument(
        cites=ask("cites", document=iri),
        cited_by=ask("cited-by", instrument=iri, limit=str(SHOWN)),
        years=tuple(_years(ask("timeline", instrument=iri))),
        uses=tuple(_uses(store, iri)),
        endorses=tuple(_ties(store, _ENDORSED, iri)),
        endorsed_by=tuple(_ties(store, _ENDORSED_BY, iri)),
        facts=ask("facts", thing=iri, limit=str(SHOWN)),
        asked=ask("asked", document=iri),
        mandates=ask("mandates", body=iri, limit=str(SHOWN)) if is_body else None,
        similar=ask("similar", document=iri, limit="10"),
        subjects=ask("subjects", document=iri, limit="30"),
    )


def _years(found: Result) -> Iterator[Year]:
    for row in found.rows:
        year, documents, reaffirm = (getattr(term, "value", "") for term in row)
        if year.isdecimal():
            yield Year(int(year), int(documents), int(reaffirm))


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
