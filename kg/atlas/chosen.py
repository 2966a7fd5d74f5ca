"""Which quads of a store go into the atlas: who cites what, where and how, and what things are called; no texts.

Of a document come its record, its citations of instruments with the paragraphs that hold them, and its plain links to
all that it names, bodies too. What many graphs say of the same thing is said once, in a graph of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from kg.model import Kind
from kg.triples import reused, vocabulary

_LINKS = frozenset({reused.CITES, *vocabulary.RELATIONS.values()})
_RECORD = frozenset(
    {
        reused.TYPE,
        reused.IDENTIFIER,
        reused.TITLE,
        reused.DATE_DOCUMENT,
        reused.PASSED_BY,
        reused.DC_SUBJECT,
        reused.KEYWORDS,
        vocabulary.SESSION,
        vocabulary.AGENDA_ITEM,
        vocabulary.AGENDA_TITLE,
    }
)
_CITATION = frozenset(
    {
        reused.CITING_ENTITY,
        reused.CITED_ENTITY,
        reused.CHARACTERIZATION,
        vocabulary.CITATION_KIND,
        vocabulary.IN_PARAGRAPH,
        vocabulary.THROUGH_FOOTNOTE,
        vocabulary.PART,
        vocabulary.METHOD,
    }
)
_PASSAGE = frozenset({reused.IS_PART_OF, vocabulary.PARAGRAPH_LABEL, vocabulary.ORDER, vocabulary.CALLED_IN})
_FACTS = frozenset(
    {
        vocabulary.ADOPTED_BY,
        vocabulary.AMENDED_BY,
        vocabulary.CONTAINED_IN,
        vocabulary.ENDORSED_BY,
        vocabulary.ESTABLISHED_BY,
        vocabulary.REGISTERED_AS,
        vocabulary.REPORT_OF,
        vocabulary.SUPERSEDED_BY,
    }
)
_THING = _FACTS | {
    reused.TYPE,
    reused.IDENTIFIER,
    reused.TITLE,
    reused.PREF_LABEL,
    reused.DATE_DOCUMENT,
    reused.PASSED_BY,
    reused.ELI_IS_PART_OF,
    reused.SUB_ORGANIZATION_OF,
    reused.POST_IN,
}
_LONGEST = 400
"""Characters of the longest title. What is longer is a paragraph that a scan ran into its title."""

Subjects = dict[str, list[Triple]]


def of_document(document: str, triples: Iterable[Triple]) -> list[Triple]:
    """What the atlas keeps of what a graph says of the document it was read from."""
    own = _by_subject(triple for triple in triples if _whole(triple) == document)
    cited = {iri: found for iri, found in own.items() if _is_citation(found)}
    places = {
        str(value.value)
        for found in cited.values()
        for _, predicate, value in found
        if predicate.value in (vocabulary.IN_PARAGRAPH, vocabulary.THROUGH_FOOTNOTE) and isinstance(value, NamedNode)
    }
    places |= {_name(t.object) for iri in places for t in own.get(iri, ()) if t.predicate.value == vocabulary.CALLED_IN}
    kept = list(_with(own.get(document, ()), _RECORD | _LINKS))
    for found in cited.values():
        kept += _with(found, _CITATION)
    for iri in sorted(places):
        kept += _with(own.get(iri, ()), _PASSAGE)
    return kept


def of_things(document: str | None, triples: Iterable[Triple]) -> Iterator[Triple]:
    """What the atlas keeps of what a graph says of other things."""
    return (triple for triple in _with(triples, _THING) if _whole(triple) != document)


def _with(triples: Iterable[Triple], predicates: frozenset[str]) -> Iterator[Triple]:
    for triple in triples:
        value = triple.object
        if triple.predicate.value in predicates and not (isinstance(value, Literal) and len(value.value) > _LONGEST):
            yield triple


def _is_citation(found: Iterable[Triple]) -> bool:
    """Whether a node is a citation of an instrument: linked, and not of a body (the plain links say that)."""
    said = {predicate.value: value for _, predicate, value in found}
    kind = said.get(vocabulary.CITATION_KIND)
    return reused.CITED_ENTITY in said and isinstance(kind, Literal) and kind.value != Kind.BODY.value


def _by_subject(triples: Iterable[Triple]) -> Subjects:
    found: Subjects = {}
    for triple in triples:
        found.setdefault(_name(triple.subject), []).append(triple)
    return found


def _whole(triple: Triple) -> str:
    return _name(triple.subject).partition("#")[0]


def _name(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else ""
