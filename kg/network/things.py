"""What the graph says of documents, instruments and bodies themselves: names, dates, organs, subjects, languages."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from kg.model import Kind
from kg.network.rows import Source, least, rows, several
from kg.triples import reused, vocabulary
from kg.triples.kinds import kind_of

# Every citation and paragraph has a class too, and they are the most: only those of what is a node are asked for.
_CLASSES = f"""
SELECT ?thing ?class WHERE {{
  {{ SELECT DISTINCT ?thing WHERE {{
    {{ ?citation <{reused.CITED_ENTITY}> ?thing }} UNION {{ ?citation <{reused.CITING_ENTITY}> ?thing }}
    UNION {{ ?passage <{reused.IS_PART_OF}> ?thing }} UNION {{ ?graph <{reused.PRIMARY_TOPIC}> ?thing }} }} }}
  ?thing <{reused.TYPE}> ?class
}}"""
_LANGUAGES = f"""
SELECT DISTINCT ?document ?language WHERE {{
  ?graph <{reused.PRIMARY_TOPIC}> ?document ; <{reused.WAS_DERIVED_FROM}> ?source .
  ?source <{reused.IN_LANGUAGE}> ?language
}}"""


@dataclass(frozen=True, slots=True)
class Things:
    """Facts by IRI. Where several are stated, names are the first in English, other values the first by spelling."""

    identifiers: dict[str, str]
    titles: dict[str, str]
    names: dict[str, str]
    agendas: dict[str, str]
    dates: dict[str, str]
    organs: dict[str, str]
    concepts: dict[str, tuple[str, ...]]
    languages: dict[str, tuple[str, ...]]
    classes: dict[str, set[str]]

    @classmethod
    def of(cls, source: Source) -> Things:
        """What a store says."""
        return cls(
            identifiers=least(source, reused.IDENTIFIER),
            titles=_words(source, reused.TITLE),
            names=_words(source, reused.PREF_LABEL),
            agendas=_words(source, vocabulary.AGENDA_TITLE),
            dates=least(source, reused.DATE_DOCUMENT),
            organs=least(source, reused.PASSED_BY),
            concepts=several(source, reused.DC_SUBJECT),
            languages={iri: tuple(sorted(each)) for iri, each in _grouped(source, _LANGUAGES).items()},
            classes=_grouped(source, _CLASSES),
        )

    def identity(self, iri: str) -> str:
        """The identifier; without one the symbol of a UN document, else the last step of the IRI."""
        return self.identifiers.get(iri) or _slug(iri)

    def label(self, iri: str) -> str:
        """The title or name, "" if there is none."""
        return self.titles.get(iri) or self.names.get(iri, "")

    def organ(self, iri: str) -> str | None:
        """The name of the adopting body."""
        organ = self.organs.get(iri)
        return (self.names.get(organ) or self.titles.get(organ) or _slug(organ)) if organ else None

    def subjects(self, iri: str) -> tuple[str, ...]:
        """The names of the concepts that the document is about, sorted; those that differ by case alone are one."""
        names = sorted((self.names.get(each) or local(each) for each in self.concepts.get(iri, ())), reverse=True)
        return tuple(sorted({name.casefold(): name for name in names}.values()))

    def kind(self, iri: str) -> Kind:
        """The kind that the classes say."""
        return kind_of(self.classes.get(iri, ())) or Kind.INSTRUMENT


def local(iri: str) -> str:
    """The local name of a term: what follows the last `#` or `/`."""
    return iri.replace("#", "/").rsplit("/", 1)[-1]


def _slug(iri: str) -> str:
    return iri.removeprefix("https://undocs.org/") if iri.startswith("https://undocs.org/") else local(iri)


def _words(source: Source, term: str) -> dict[str, str]:
    """The words of a property by subject: English before other languages, then by spelling."""
    query = f"SELECT ?subject ?words (LANG(?words) AS ?language) WHERE {{ ?subject <{term}> ?words }}"
    best: dict[str, tuple[bool, str]] = {}
    for subject, words, language in rows(source, query):
        if subject and words:
            found = (bool(language) and not str(language).startswith("en"), words)
            best[subject] = min(best.get(subject, found), found)
    return {subject: words for subject, (_, words) in best.items()}


def _grouped(source: Source, query: str) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for subject, value in rows(source, query):
        if subject and value:
            found[subject].add(value)
    return found
