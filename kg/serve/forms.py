"""The forms of SPARQL answers, written piece by piece so that a bound can stop them.

Sources: W3C, SPARQL 1.1 Query Results JSON Format; SPARQL Query Results XML Format (Second Edition); SPARQL 1.1 Query
Results CSV and TSV Formats.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from types import MappingProxyType
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple

from kg.store import Row, Term
from kg.triples.terms import XSD

JSON = "application/sparql-results+json"
XML = "application/sparql-results+xml"
CSV = "text/csv"
TSV = "text/tab-separated-values"
TURTLE = "text/turtle"
HTML = "text/html"

Write = Callable[[tuple[str, ...], Iterable[Row]], Iterator[str]]

_STRING = XSD + "string"
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAMESPACE = "http://www.w3.org/2005/sparql-results#"


def json_rows(columns: tuple[str, ...], rows: Iterable[Row]) -> Iterator[str]:
    """SPARQL JSON, a binding a line."""
    yield f'{{"head":{{"vars":{_json(list(columns))}}},"results":{{"bindings":['
    for number, row in enumerate(rows):
        bound = {column: _json_term(term) for column, term in zip(columns, row, strict=True) if term is not None}
        yield ("\n" if number == 0 else ",\n") + _json(bound)
    yield "\n]}}\n"


def xml_rows(columns: tuple[str, ...], rows: Iterable[Row]) -> Iterator[str]:
    """SPARQL XML. Characters that no XML can hold become U+FFFD."""
    variables = "".join(f"<variable name={quoteattr(name)}/>" for name in columns)
    yield f'<?xml version="1.0"?>\n<sparql xmlns="{_NAMESPACE}">\n<head>{variables}</head>\n<results>\n'
    for row in rows:
        bound = zip(columns, row, strict=True)
        found = (f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>" for name, term in bound if term)
        yield f"<result>{''.join(found)}</result>\n"
    yield "</results>\n</sparql>\n"


def csv_rows(columns: tuple[str, ...], rows: Iterable[Row]) -> Iterator[str]:
    """SPARQL CSV: plain values, CRLF; unbound is empty."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    yield text.getvalue()
    for row in rows:
        text.seek(0)
        text.truncate()
        writer.writerow([_plain(term) for term in row])
        yield text.getvalue()


def tsv_rows(columns: tuple[str, ...], rows: Iterable[Row]) -> Iterator[str]:
    """SPARQL TSV: terms as Turtle writes them; unbound is empty."""
    yield "\t".join(f"?{name}" for name in columns) + "\n"
    for row in rows:
        yield "\t".join("" if term is None else _turtle(term) for term in row) + "\n"


def json_verdict(value: bool) -> str:
    """The answer to ASK as SPARQL JSON."""
    return f'{{"head":{{}},"boolean":{"true" if value else "false"}}}\n'


def xml_verdict(value: bool) -> str:
    """The answer to ASK as SPARQL XML."""
    answer = "true" if value else "false"
    return f'<?xml version="1.0"?>\n<sparql xmlns="{_NAMESPACE}">\n<head/>\n<boolean>{answer}</boolean>\n</sparql>\n'


ROWS: MappingProxyType[str, Write] = MappingProxyType({JSON: json_rows, XML: xml_rows, CSV: csv_rows, TSV: tsv_rows})
VERDICTS = MappingProxyType({JSON: json_verdict, XML: xml_verdict})
TRIPLES = MappingProxyType(
    {
        TURTLE: RdfFormat.TURTLE,
        "application/n-triples": RdfFormat.N_TRIPLES,
        "application/rdf+xml": RdfFormat.RDF_XML,
        "application/ld+json": RdfFormat.JSON_LD,
    }
)
"""What CONSTRUCT and DESCRIBE can be had in."""

OTHER_NAMES = MappingProxyType(
    {
        "application/json": (JSON, "application/ld+json"),
        "application/xml": (XML, "application/rdf+xml"),
        "text/xml": (XML, "application/rdf+xml"),
        "application/x-turtle": (TURTLE,),
        "text/plain": ("application/n-triples", TSV),
    }
)
"""Names that clients ask by, and the types that they mean."""

SHORT_NAMES = MappingProxyType(
    {
        "json": (JSON, "application/ld+json"),
        "xml": (XML, "application/rdf+xml"),
        "csv": (CSV,),
        "tsv": (TSV,),
        "turtle": (TURTLE,),
        "ttl": (TURTLE,),
        "ntriples": ("application/n-triples",),
        "rdf+xml": ("application/rdf+xml",),
        "json-ld": ("application/ld+json",),
    }
)
"""What the field `format` of a request may say, for links that cannot send a header."""


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _json_term(term: Term) -> dict[str, object]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Triple):
        names = ("subject", "predicate", "object")
        return {"type": "triple", "value": {name: _json_term(getattr(term, name)) for name in names}}
    plain: dict[str, object] = {"type": "literal", "value": term.value}
    if term.language:
        return plain | {"xml:lang": term.language}
    return plain if term.datatype.value == _STRING else plain | {"datatype": term.datatype.value}


def _xml_term(term: Term) -> str:
    if isinstance(term, NamedNode):
        return f"<uri>{_xml_text(term.value)}</uri>"
    if isinstance(term, BlankNode):
        return f"<bnode>{_xml_text(term.value)}</bnode>"
    if isinstance(term, Triple):
        names = ("subject", "predicate", "object")
        parts = "".join(f"<{name}>{_xml_term(getattr(term, name))}</{name}>" for name in names)
        return f"<triple>{parts}</triple>"
    kind = f" datatype={quoteattr(term.datatype.value)}" if term.datatype.value != _STRING else ""
    kind = f" xml:lang={quoteattr(term.language)}" if term.language else kind
    return f"<literal{kind}>{_xml_text(term.value)}</literal>"


def _xml_text(text: str) -> str:
    return escape(_NOT_IN_XML.sub("\ufffd", text), {"\r": "&#13;"})


def _plain(term: Term | None) -> str:
    if term is None:
        return ""
    return str(term) if isinstance(term, Triple) else f"_:{term.value}" if isinstance(term, BlankNode) else term.value


def _turtle(term: Term) -> str:
    """A term in one cell: Oxigraph escapes line breaks, and we the tab, which it leaves as it is."""
    if isinstance(term, Literal) and term.datatype.value == XSD + "integer" and term.value.isdecimal():
        return term.value
    return str(term).replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
