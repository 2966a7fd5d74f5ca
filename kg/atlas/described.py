"""The description of the atlas in Turtle. Sources: W3C, DCAT 3; W3C, Describing Linked Datasets with VoID."""

from __future__ import annotations

from dataclasses import dataclass

from kg.symbols import Scheme
from kg.triples import reused, vocabulary

_TURTLE = """\
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix spdx: <http://spdx.org/rdf/terms#> .
@prefix void: <http://rdfs.org/ns/void#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<{base}atlas> a dcat:Dataset, void:Dataset ;
    dcterms:title "Atlas of citations in United Nations resolutions"@en ;
    dcterms:description \"\"\"Who cites what among resolutions and decisions of the General Assembly, the Security
Council, the Economic and Social Council and the Human Rights Council, 1946 to today: in which paragraph, under which
relation, and how the citation was linked. A selection, not all resolutions: what nobody cites here may be cited
elsewhere.

Left out: the texts of paragraphs and footnotes, quoted words, offsets and confidence; citations that could not be
linked, and nodes for citations of bodies (the plain links to bodies are here); votes, sponsors and meetings; where
facts between instruments are stated (the facts are here); which file and run a graph came from; titles of more than
400 characters. Queries that show quoted words or count votes have no answer on it.

What is said of things that are cited (names, dates, classes) is said once, in the graph <{base}atlas/things>; each
document has a graph of its own.\"\"\"@en ;
    dcterms:language "en" ;
    dcterms:source
        "resolutions in AKN4UN XML, official machine-readable documents of the United Nations"@en,
        "Security Council resolutions 1 to 450, corrected OCR"@en,
        "mandate documents 1946 to 2022 of the mandate registry, in paragraphs"@en,
        "registry of symbols, dates and titles of this package"@en ;
    prov:wasGeneratedBy [
        a prov:Activity ;
        dcterms:description "kg build PATHS --store STORE; python -m kg.atlas.make STORE"@en
    ] ;
    void:vocabulary {vocabularies} ;
    void:uriSpace "https://undocs.org/" ;
    void:exampleResource <https://undocs.org/A/RES/33/134> ;
    void:triples {quads} ;
    void:documents {documents} ;
    void:classPartition [ void:class <{citation}> ; void:entities {citations} ] ;
    dcat:distribution <{base}atlas/atlas.nq.xz> .

<{base}atlas/atlas.nq.xz> a dcat:Distribution ;
    dcat:mediaType "application/n-quads" ;
    dcat:compressFormat "application/x-xz" ;
    dcat:byteSize {size} ;
    spdx:checksum [ a spdx:Checksum ; spdx:algorithm spdx:checksumAlgorithm_sha256 ; spdx:checksumValue "{sha256}" ] .
"""
_VOCABULARIES = ("http://purl.org/spar/cito/", "http://data.europa.eu/eli/ontology#", vocabulary.NAMESPACE)


@dataclass(frozen=True, slots=True)
class Figures:
    """How much there is: quads, documents, citations of instruments, bytes of the packed file and their hash."""

    quads: int
    documents: int
    citations: int
    size: int
    sha256: str


def described(figures: Figures) -> str:
    """The description as Turtle."""
    return _TURTLE.format(
        base=Scheme().base,
        vocabularies=", ".join(f"<{each}>" for each in _VOCABULARIES),
        citation=reused.CITATION,
        quads=figures.quads,
        documents=figures.documents,
        citations=figures.citations,
        size=figures.size,
        sha256=figures.sha256,
    )
