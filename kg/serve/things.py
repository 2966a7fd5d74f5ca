"""What can be searched for: everything that a store's documents cite, and the documents themselves."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from kg import gazetteer
from kg.model import Kind
from kg.network.rows import rows
from kg.serve.addresses import short
from kg.store import Store
from kg.symbols import Scheme
from kg.triples import reused, vocabulary
from kg.triples.kinds import kind_of

_DETAILS = f"""
  VALUES ?property {{ <{reused.TYPE}> <{reused.IDENTIFIER}> <{reused.TITLE}> <{reused.PREF_LABEL}>
    <{reused.DATE_DOCUMENT}> <{reused.PASSED_BY}> }}
  ?thing ?property ?value"""
_OF_ALL = f"""SELECT DISTINCT ?thing ?property ?value (LANG(?value) AS ?language) WHERE {{
  {{ SELECT DISTINCT ?thing WHERE {{
    {{ ?citing <{reused.CITES}> ?thing }} UNION {{ ?graph <{reused.PRIMARY_TOPIC}> ?thing }} }} }}
  {_DETAILS}
}}"""
_COUNTS = (
    f"SELECT ?thing (COUNT(DISTINCT ?citing) AS ?count) WHERE {{ ?citing <{reused.CITES}> ?thing }} GROUP BY ?thing"
)
_READ = f"SELECT DISTINCT ?thing WHERE {{ ?graph <{reused.PRIMARY_TOPIC}> ?thing }}"
_TEXTS = f"""SELECT DISTINCT ?thing WHERE {{
  ?passage <{vocabulary.ORDER}> 1 ; <{reused.IS_PART_OF}> ?thing ; <{vocabulary.TEXT}> ?text .
}}"""
_FOLDERS = {"treaty": Kind.TREATY, "body": Kind.BODY, "publication": Kind.PUBLICATION, "decision": Kind.DECISION}


@dataclass(frozen=True, slots=True)
class Thing:
    """A document, instrument or body as lists show it.

    `identity` is its symbol or the short form of its IRI; `name` its title or name, "" if the graph has none; `others`
    are other names and acronyms; `documents` counts the documents that cite it; `read` says whether it was read itself,
    `text` whether the store holds its text.
    """

    iri: str
    identity: str
    name: str
    kind: Kind
    date: str | None
    organ: str | None
    others: tuple[str, ...]
    documents: int
    read: bool
    text: bool


@dataclass(frozen=True, slots=True)
class _Known:
    """What the store says of all things, by IRI."""

    values: dict[str, dict[str, list[str]]]
    counts: dict[str, int]
    read: set[str]
    texts: set[str]
    others: dict[str, tuple[str, ...]]

    def label(self, iri: str) -> str | None:
        """The name of a thing: what the store says, else the gazetteer."""
        return _first(self.values.get(iri, {}), reused.PREF_LABEL, reused.TITLE) or _known_label(iri)


def things(store: Store) -> list[Thing]:
    """All things of a store, the same order for the same store: most cited first."""
    known = _Known(
        values=_values(store),
        counts={iri: int(count) for iri, count in rows(store, _COUNTS) if iri and count},
        read={iri for (iri,) in rows(store, _READ) if iri},
        texts={iri for (iri,) in rows(store, _TEXTS) if iri},
        others=_other_names(),
    )
    found = [_thing(iri, known) for iri in known.values]
    return sorted(found, key=lambda each: (-each.documents, each.identity, each.iri))


def _thing(iri: str, known: _Known) -> Thing:
    values = known.values[iri]
    organ = _first(values, reused.PASSED_BY)
    return Thing(
        iri=iri,
        identity=_first(values, reused.IDENTIFIER) or short(iri),
        name=_first(values, reused.TITLE, reused.PREF_LABEL) or "",
        kind=_kind(iri, values),
        date=_first(values, reused.DATE_DOCUMENT),
        organ=known.label(organ) if organ else None,
        others=known.others.get(iri, ()),
        documents=known.counts.get(iri, 0),
        read=iri in known.read,
        text=iri in known.texts,
    )


def _values(store: Store) -> dict[str, dict[str, list[str]]]:
    """By thing and property, the values from the best on: English before other languages, then by spelling."""
    found: defaultdict[str, defaultdict[str, set[tuple[bool, str]]]] = defaultdict(lambda: defaultdict(set))
    for thing, name, value, language in rows(store, _OF_ALL):
        if thing and name and value:
            foreign = bool(language) and not str(language).startswith("en")
            found[thing][name].add((foreign, value))
    return {
        thing: {name: [value for _, value in sorted(values)] for name, values in by_name.items()}
        for thing, by_name in sorted(found.items())
    }


def _first(values: dict[str, list[str]], *properties: str) -> str | None:
    return next((values[name][0] for name in properties if values.get(name)), None)


def _kind(iri: str, values: dict[str, list[str]]) -> Kind:
    known = kind_of(values.get(reused.TYPE, ()))
    return known or _FOLDERS.get(short(iri).partition("/")[0], Kind.DOCUMENT)


def _other_names() -> dict[str, tuple[str, ...]]:
    """Names besides the label, by IRI, from the gazetteer."""
    scheme = Scheme()
    return {
        scheme.named(entry.slug, entry.kind): (*entry.acronyms, *entry.names[1:]) for entry in gazetteer.load().entries
    }


def _known_label(iri: str) -> str | None:
    slug = short(iri).rpartition("/")[2]
    names = gazetteer.load()
    return names.entry(slug).label if slug in names else None
