"""Terms of vocabularies in use that the graph takes over, and the prefixes that people see.

Each was looked up in the published file of its vocabulary; tests/ontology looks them up again where those are at hand.
"""

from __future__ import annotations

from kg.symbols.iri import BASE
from kg.triples.terms import XSD
from kg.triples.vocabulary import NAMESPACE

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_DCTERMS = "http://purl.org/dc/terms/"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_FOAF = "http://xmlns.com/foaf/0.1/"
_PROV = "http://www.w3.org/ns/prov#"
_SCHEMA = "http://schema.org/"
_ORG = "http://www.w3.org/ns/org#"
_UNDO = "https://w3id.org/un/ontology/undo/"
_ELI = "http://data.europa.eu/eli/ontology#"
_CITO = "http://purl.org/spar/cito/"
_DOCO = "http://purl.org/spar/doco/"

PREFIXES: tuple[tuple[str, str], ...] = (
    ("body", BASE + "id/body/"),
    ("cito", _CITO),
    ("dcterms", _DCTERMS),
    ("doco", _DOCO),
    ("eli", _ELI),
    ("foaf", _FOAF),
    ("instrument", BASE + "id/instrument/"),
    ("kg", NAMESPACE),
    ("org", _ORG),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("prov", _PROV),
    ("rdf", _RDF),
    ("rdfs", _RDFS),
    ("schema", _SCHEMA),
    ("skos", _SKOS),
    ("treaty", BASE + "id/treaty/"),
    ("undo", _UNDO),
    ("xsd", XSD),
)

TYPE = _RDF + "type"
SUBJECT = _RDF + "subject"
PREDICATE = _RDF + "predicate"
OBJECT = _RDF + "object"
LABEL = _RDFS + "label"

IDENTIFIER = _DCTERMS + "identifier"
TITLE = _DCTERMS + "title"
IS_PART_OF = _DCTERMS + "isPartOf"
ISSUED = _DCTERMS + "issued"
DC_SUBJECT = _DCTERMS + "subject"

PREF_LABEL = _SKOS + "prefLabel"
NOTE = _SKOS + "note"
CONCEPT = _SKOS + "Concept"
IN_SCHEME = _SKOS + "inScheme"

DOCUMENT = _UNDO + "Document"
RESOLUTION = _UNDO + "Resolution"
DECISION = _UNDO + "Decision"
TREATY = _UNDO + "Treaty"
CONVENTION = _UNDO + "Convention"
PROTOCOL = _UNDO + "Protocol"
CHARTER = _UNDO + "Charter"
CONSTITUTION = _UNDO + "Constitution"
MEETING_RECORD = _UNDO + "MeetingRecord"

LEGAL_RESOURCE = _ELI + "LegalResource"
DATE_DOCUMENT = _ELI + "date_document"
PASSED_BY = _ELI + "passed_by"
ELI_IS_PART_OF = _ELI + "is_part_of"

CITATION = _CITO + "Citation"
CITES = _CITO + "cites"
CITING_ENTITY = _CITO + "hasCitingEntity"
CITED_ENTITY = _CITO + "hasCitedEntity"
CHARACTERIZATION = _CITO + "hasCitationCharacterization"

PARAGRAPH = _DOCO + "Paragraph"
FOOTNOTE = _DOCO + "Footnote"

ORGANIZATION = _ORG + "Organization"
POST = _ORG + "Post"
CLASSIFICATION = _ORG + "classification"
SUB_ORGANIZATION_OF = _ORG + "subOrganizationOf"
POST_IN = _ORG + "postIn"
REPORTS_TO = _ORG + "reportsTo"

ENTITY = _PROV + "Entity"
ACTIVITY = _PROV + "Activity"
SOFTWARE_AGENT = _PROV + "SoftwareAgent"
WAS_GENERATED_BY = _PROV + "wasGeneratedBy"
WAS_DERIVED_FROM = _PROV + "wasDerivedFrom"
WAS_ASSOCIATED_WITH = _PROV + "wasAssociatedWith"
USED = _PROV + "used"
PRIMARY_TOPIC = _FOAF + "primaryTopic"
IN_LANGUAGE = _SCHEMA + "inLanguage"
KEYWORDS = _SCHEMA + "keywords"
SOFTWARE_VERSION = _SCHEMA + "softwareVersion"
