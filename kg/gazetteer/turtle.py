"""Reads the Turtle files of the gazetteer. The only module below the graph stages that knows RDF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

import pyoxigraph

from kg.errors import GazetteerError
from kg.gazetteer.entry import Entry
from kg.model import Kind

_KG = "https://w3id.org/instrument-kg/ns#"
_UNDO = "https://w3id.org/un/ontology/undo/"
_ORG = "http://www.w3.org/ns/org#"
# A post is no organization (W3C ORG): what stands under one reports to it.
_PARENTS = ("subOrganizationOf", "postIn", "reportsTo")
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_DCTERMS = "http://purl.org/dc/terms/"
_ELI = "http://data.europa.eu/eli/ontology#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

_KINDS = {"body": Kind.BODY, "instrument": Kind.INSTRUMENT, "treaty": Kind.TREATY}
_DOCUMENTS = "https://undocs.org/"
_PUBLICATION = "/id/publication/"
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")

GOVERNMENTS = {"en": "Government of {}"}
"""How a language names the Government of a State, where that is one pattern for all States."""


@dataclass(slots=True)
class _Block:
    """What one file says of one subject: predicate -> values; `texts` holds the literals of the language asked for."""

    iri: str
    source: str
    values: dict[str, list[str]] = field(default_factory=dict)
    texts: dict[str, list[str]] = field(default_factory=dict)

    @property
    def slug(self) -> str:
        return self.iri.rpartition("/")[2]

    def one(self, predicate: str) -> str | None:
        found = self.values.get(predicate, [])
        if len(found) > 1:
            raise self.fault(f"more than one {predicate.rpartition('/')[2].rpartition('#')[2]}")
        return found[0] if found else None

    def fault(self, message: str) -> GazetteerError:
        return GazetteerError(message, source=self.source, place=self.slug)


def read(path: Path, language: str) -> list[Entry]:
    """The entries of one Turtle file in the order of their IRIs; names in `language` only.

    Raises GazetteerError for a file that is missing or no Turtle, and for an entry with a fault, naming both.
    """
    blocks = _blocks(path, language)
    return [entry for iri in sorted(blocks) for entry in _entries(blocks[iri], language)]


def _blocks(path: Path, language: str) -> dict[str, _Block]:
    blocks: dict[str, _Block] = {}
    try:
        for quad in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
            iri, value = quad.subject.value, quad.object
            block = blocks.get(iri) or blocks.setdefault(iri, _Block(iri, path.name))
            tag = value.language if isinstance(value, pyoxigraph.Literal) else None
            if tag is None:
                block.values.setdefault(quad.predicate.value, []).append(value.value)
            elif tag == language:
                block.texts.setdefault(quad.predicate.value, []).append(value.value)
    except (OSError, SyntaxError, ValueError) as error:
        raise GazetteerError(f"cannot be read: {error}", source=path.name) from error
    return blocks


def _entries(block: _Block, language: str) -> Iterator[Entry]:
    labels = block.texts.get(_SKOS + "prefLabel", [])
    if len(labels) != 1:
        raise block.fault(f"{len(labels)} labels in {language!r} where one is needed")
    if block.one(_DCTERMS + "identifier") != block.slug:
        raise block.fault("the identifier is not the last part of the IRI")
    entry = _entry(block, labels[0])
    yield entry
    if entry.category == "state" and language in GOVERNMENTS:
        yield _government(entry, block, GOVERNMENTS[language])


def _entry(block: _Block, label: str) -> Entry:
    category = _category(block)
    acronyms = tuple(block.values.get(_KG + "acronym", ()))
    adopter = block.one(_KG + "adoptedBy")
    return Entry(
        slug=block.slug,
        label=label,
        kind=_kind(block),
        category=category,
        iri=block.iri,
        names=() if category == "state" else (label, *_texts(block, "altLabel"), *_texts(block, "hiddenLabel")),
        short_names=tuple(block.texts.get(_KG + "shortLabel", ())),
        joint_names=tuple(block.texts.get(_KG + "jointLabel", ())),
        acronyms=acronyms,
        parents=tuple(_last(parent) for name in _PARENTS for parent in _values(block, _ORG, name)),
        series=tuple(_values(block, _KG, "series")),
        supplements=tuple(_values(block, _KG, "supplement")),
        containers=tuple(_identity(block, iri) for iri in _values(block, _KG, "containedIn")),
        part=block.one(_KG + "part"),
        adopted_by=_last(adopter) if adopter else None,
        adopter=next(iter(block.texts.get(_KG + "adoptedByName", ())), None),
        endorsed_by=tuple(_identity(block, iri) for iri in _values(block, _KG, "endorsedBy")),
        unts=block.one(_KG + "unts"),
        date=block.one(_ELI + "date_document"),
        verified=block.one(_KG + "factStatus") == "verified",
    )


def _government(state: Entry, block: _Block, pattern: str) -> Entry:
    """The Government of a State, named by the State's short name (with its article, if it has one) or official name."""
    spoken, official = _texts(block, "hiddenLabel"), _texts(block, "altLabel")
    names = dict.fromkeys(pattern.format(name) for name in (*spoken, state.label, *official))
    return Entry(
        slug=f"government-of-{state.slug}",
        label=next(iter(names)),
        kind=Kind.BODY,
        category="government",
        iri=state.iri.removesuffix(state.slug) + f"government-of-{state.slug}",
        names=tuple(names),
        parents=(state.slug,),
        verified=state.verified,
    )


def _kind(block: _Block) -> Kind:
    kind = _KINDS.get(block.iri.split("/")[-2])
    if kind is None:
        raise block.fault(f"the IRI is none of {', '.join(_KINDS)}")
    return kind


def _category(block: _Block) -> str:
    """The kind of body that `org:classification` states, else the class: kg:PlanOfAction gives "plan_of_action"."""
    stated = block.one(_ORG + "classification")
    if stated:
        return stated.removeprefix(_KG)
    for iri in block.values.get(_TYPE, ()):
        for namespace in (_KG, _UNDO):
            if iri.startswith(namespace):
                return _HUMP.sub("_", iri.removeprefix(namespace)).lower()
        if iri == _ORG + "Post":
            return "post"
    raise block.fault("no class that says what it is")


def _identity(block: _Block, iri: str) -> str:
    """The canonical identity (DESIGN 4.1) behind the IRI of a document or a publication."""
    if iri.startswith(_DOCUMENTS):
        return unquote(iri.removeprefix(_DOCUMENTS))
    if _PUBLICATION in iri:
        return "Sales No. " + unquote(iri.partition(_PUBLICATION)[2])
    raise block.fault(f"{iri} is no document and no publication")


def _values(block: _Block, namespace: str, name: str) -> list[str]:
    return block.values.get(namespace + name, [])


def _texts(block: _Block, name: str) -> list[str]:
    return block.texts.get(_SKOS + name, [])


def _last(iri: str) -> str:
    return iri.rpartition("/")[2]
