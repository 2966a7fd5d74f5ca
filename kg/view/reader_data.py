"""What the reader page shows of one document: its text, its citations and what cites it, asked of a store."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from kg.errors import QueryError, ViewError
from kg.model import Kind
from kg.network.rows import Source, rows
from kg.query.parameters import Type, convert
from kg.query.shorten import Shortener
from kg.symbols import Scheme
from kg.symbols.iri import UNDOCS

_PREFIXES = """
PREFIX kg: <https://w3id.org/instrument-kg/ns#>
PREFIX eli: <http://data.europa.eu/eli/ontology#>
PREFIX cito: <http://purl.org/spar/cito/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX doco: <http://purl.org/spar/doco/>
PREFIX dcterms: <http://purl.org/dc/terms/>
"""

_PASSAGES = """SELECT DISTINCT ?passage ?label ?order ?start ?end ?text ?called WHERE {
  ?passage dcterms:isPartOf <DOCUMENT> ; kg:paragraphLabel ?label ; kg:order ?order ; kg:start ?start ; kg:end ?end .
  OPTIONAL { ?passage kg:text ?text }
  OPTIONAL { ?passage kg:calledAt ?called }
}"""

_CITATIONS = """SELECT DISTINCT ?citation ?kind ?cited ?relation ?quote ?start ?end ?part ?date ?method
  ?confidence ?where
WHERE {
  ?citation cito:hasCitingEntity <DOCUMENT> ; kg:citationKind ?kind ; cito:hasCitationCharacterization ?relation ;
    kg:quote ?quote ; kg:start ?start ; kg:end ?end ; kg:inParagraph ?passage .
  ?passage kg:paragraphLabel ?where .
  OPTIONAL { ?citation cito:hasCitedEntity ?cited }
  OPTIONAL { ?citation kg:part ?part }
  OPTIONAL { ?citation kg:printedDate ?date }
  OPTIONAL { ?citation kg:method ?method }
  OPTIONAL { ?citation kg:confidence ?confidence }
}"""

_DETAILS = """
  VALUES ?property { dcterms:identifier dcterms:title skos:prefLabel eli:date_document }
  ?thing ?property ?value"""

_CITED = f"""SELECT DISTINCT ?thing ?property ?value (LANG(?value) AS ?language) WHERE {{
  {{ SELECT DISTINCT ?thing WHERE {{ ?citation cito:hasCitingEntity <DOCUMENT> ; cito:hasCitedEntity ?thing }} }}
  {_DETAILS}
}}"""

_ITSELF = f"""SELECT DISTINCT ?thing ?property ?value (LANG(?value) AS ?language) WHERE {{
  VALUES ?thing {{ <DOCUMENT> }}
  {_DETAILS}
}}"""

_ORGAN = "SELECT DISTINCT ?name WHERE { <DOCUMENT> eli:passed_by ?organ . ?organ skos:prefLabel ?name }"

_READ = """SELECT DISTINCT ?thing WHERE {
  { SELECT DISTINCT ?thing WHERE { ?citation cito:hasCitingEntity <DOCUMENT> ; cito:hasCitedEntity ?thing } }
  ?title dcterms:isPartOf ?thing ; kg:order 1 .
}"""

_CITED_BY = """SELECT DISTINCT ?citing ?relation ?where WHERE {
  ?citation cito:hasCitedEntity <DOCUMENT> ; cito:hasCitingEntity ?citing ;
    cito:hasCitationCharacterization ?relation ; kg:inParagraph ?passage .
  ?passage kg:paragraphLabel ?where .
}"""

_CITING = f"""SELECT DISTINCT ?thing ?property ?value (LANG(?value) AS ?language) WHERE {{
  {{ SELECT DISTINCT ?thing WHERE {{ ?citation cito:hasCitedEntity <DOCUMENT> ; cito:hasCitingEntity ?thing }} }}
  {_DETAILS}
}}"""


@dataclass(frozen=True, slots=True)
class Thing:
    """A document, instrument or body: `identity` is its symbol or slug, `read` whether its text is in the store."""

    iri: str
    identity: str
    title: str
    date: str | None
    read: bool


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation as the page shows it: the words from `start` to `end` of the text cite `cited` (None: not linked)."""

    start: int
    end: int
    kind: Kind
    relation: str
    where: str
    quote: str
    cited: Thing | None
    part: str | None
    date: str | None
    method: str
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or a footnote. `called` are the offsets in the text at which a footnote's mark stood."""

    label: str
    start: int
    end: int
    text: str
    called: tuple[int, ...]

    @property
    def mark(self) -> str | None:
        """The mark of a footnote; None for a paragraph."""
        return self.label[2:] if self.label.startswith("FN") else None


@dataclass(frozen=True, slots=True)
class CitedBy:
    """A document that cites this one, by which relations and in which paragraphs."""

    citing: Thing
    relations: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReaderData:
    """A document with all that the page shows; citations by where they start, citing documents from the latest on."""

    document: Thing
    organ: str | None
    passages: tuple[Passage, ...]
    cites: tuple[Cite, ...]
    cited_by: tuple[CitedBy, ...]


def reader_data(source: Source, name: str) -> ReaderData:
    """What the store knows of the document with this IRI, symbol or printed number ("62/209").

    Raises ViewError if there is no such document, or if the store does not hold its text.
    """
    iri = _iri(name)
    passages = _passages(source, iri)
    if not passages:
        raise ViewError("the store holds no text of it: only documents that were read can be shown", source=name)
    things = _Things(source, iri)
    return ReaderData(
        document=things.thing(iri, _ITSELF),
        organ=next((organ for (organ,) in _ask(source, _ORGAN, iri)), None),
        passages=passages,
        cites=tuple(_cites(source, iri, things)),
        cited_by=tuple(_cited_by(source, iri, things)),
    )


def _iri(name: str) -> str:
    if name.startswith(("http://", "https://")):
        if any(char in name for char in '<>"{}|\\^`') or any(char <= " " for char in name):
            raise ViewError("not an IRI", source=name)
        return name
    try:
        return convert(Type.SYMBOL, name, Scheme()).value
    except QueryError as error:
        raise ViewError(error.message, source=name) from error


def _ask(source: Source, query: str, iri: str) -> list[tuple[str | None, ...]]:
    return list(rows(source, _PREFIXES + query.replace("<DOCUMENT>", f"<{iri}>")))


def _passages(source: Source, iri: str) -> tuple[Passage, ...]:
    found: dict[str, tuple[int, str, int, int, str]] = {}
    calls: defaultdict[str, set[int]] = defaultdict(set)
    for passage, label, order, start, end, text, called in _ask(source, _PASSAGES, iri):
        if passage and label and order and start and end:
            found[passage] = (int(order), label, int(start), int(end), text or "")
            calls[passage] |= {int(called)} if called else set()
    ordered = sorted(found.items(), key=lambda item: item[1])
    return tuple(
        Passage(label, start, end, text, tuple(sorted(calls[passage])))
        for passage, (_, label, start, end, text) in ordered
        if text
    )


@dataclass(slots=True)
class _Things:
    """What the store says of the things around one document, asked once a query."""

    source: Source
    iri: str
    _known: dict[str, dict[str, dict[str, tuple[bool, str]]]] = field(default_factory=dict)
    _read: set[str] | None = None

    def thing(self, iri: str, query: str) -> Thing:
        values = self._details(query).get(iri, {})
        title = values.get("title") or values.get("prefLabel")
        date = values.get("date_document")
        identifier = values.get("identifier")
        return Thing(
            iri=iri,
            identity=identifier[1] if identifier else _slug(iri),
            title=title[1] if title else "",
            date=date[1] if date else None,
            read=iri in self._texts(),
        )

    def _details(self, query: str) -> dict[str, dict[str, tuple[bool, str]]]:
        if query not in self._known:
            found: defaultdict[str, dict[str, tuple[bool, str]]] = defaultdict(dict)
            for thing, name, value, language in _ask(self.source, query, self.iri):
                if thing and name and value:
                    key = name.replace("#", "/").rsplit("/", 1)[-1]
                    offered = (bool(language) and not str(language).startswith("en"), value)
                    found[thing][key] = min(found[thing].get(key, offered), offered)
            self._known[query] = dict(found)
        return self._known[query]

    def _texts(self) -> set[str]:
        if self._read is None:
            self._read = {thing for (thing,) in _ask(self.source, _READ, self.iri) if thing}
        return self._read


def _slug(iri: str) -> str:
    """An identity from an IRI: the symbol of a UN document, else the last step of the path."""
    short = Shortener().short(iri)
    return short if iri.startswith(UNDOCS) else short.rsplit("/", 1)[-1]


def _cites(source: Source, iri: str, things: _Things) -> list[Cite]:
    found: dict[str, Cite] = {}
    for row in sorted(_ask(source, _CITATIONS, iri), key=lambda each: tuple(value or "" for value in each)):
        citation, kind, cited, relation, quote, start, end, part, date, method, confidence, where = row
        if not (citation and kind and relation and start and end) or citation in found:
            continue
        found[citation] = Cite(
            start=int(start),
            end=int(end),
            kind=Kind(kind),
            relation=relation.rsplit("#", 1)[-1],
            where=where or "",
            quote=quote or "",
            cited=things.thing(cited, _CITED) if cited else None,
            part=part,
            date=date,
            method=method or "",
            confidence=float(confidence) if confidence else None,
        )
    return sorted(found.values(), key=lambda each: (each.start, -each.end, each.cited.iri if each.cited else ""))


def _cited_by(source: Source, iri: str, things: _Things) -> list[CitedBy]:
    relations: defaultdict[str, set[str]] = defaultdict(set)
    places: defaultdict[str, set[str]] = defaultdict(set)
    for citing, relation, where in _ask(source, _CITED_BY, iri):
        if citing and relation and where and citing != iri:
            relations[citing].add(relation.rsplit("#", 1)[-1])
            places[citing].add(where)
    found = [
        CitedBy(things.thing(citing, _CITING), tuple(sorted(relations[citing])), tuple(sorted(places[citing])))
        for citing in sorted(relations)
    ]
    return sorted(found, key=lambda each: each.citing.date or "", reverse=True)
