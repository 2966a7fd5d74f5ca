"""RDF terms as canonical N-Triples text, built by string formatting.

This is the fast path: no RDF library takes part. The spelling is that of canonical N-Triples, so that a line written
here equals the line that Oxigraph dumps. Source: W3C, RDF 1.1 N-Triples, sections 2 and 4.
"""

from __future__ import annotations

import re
from datetime import date

from kg.errors import TriplesError

XSD = "http://www.w3.org/2001/XMLSchema#"

_PLAIN = r"[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2}"
_IRI = re.compile(rf"[A-Za-z][A-Za-z0-9+.-]*:(?:{_PLAIN})*(?:#(?:{_PLAIN})*)?")
_ESCAPED = re.compile(r'[\x00-\x1f"\\\x7f\ufffe\uffff\ud800-\udfff]')
_SHORT_ESCAPES = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?")


def iri(value: str) -> str:
    """`<value>`; TriplesError unless it is an absolute IRI in ASCII, so that nothing can break out of the brackets."""
    if not _IRI.fullmatch(value):
        raise TriplesError(f"not an IRI: {value!a}")
    return f"<{value}>"


def string(value: str) -> str:
    """A literal of type xsd:string. A lone surrogate, which no encoding can carry, becomes U+FFFD."""
    return f'"{_ESCAPED.sub(_escape, value)}"'


def words(value: str, language: str) -> str:
    """A literal in a language, by its BCP 47 tag (language, script, region); any other tag becomes `und`."""
    tag = language.lower() if _LANGUAGE.fullmatch(language) else "und"
    return f"{string(value)}@{tag}"


def integer(value: int) -> str:
    """A literal of type xsd:integer."""
    return f'"{value}"^^<{XSD}integer>'


def boolean(value: bool) -> str:
    """A literal of type xsd:boolean."""
    return f'"{str(value).lower()}"^^<{XSD}boolean>'


def share(value: float) -> str:
    """A number from 0 to 1 as xsd:decimal with at most four places; TriplesError outside."""
    if not 0 <= value <= 1:
        raise TriplesError(f"not between 0 and 1: {value}")
    digits = f"{value:.4f}".rstrip("0")
    return f'"{digits}{"0" if digits.endswith(".") else ""}"^^<{XSD}decimal>'


def moment(value: str) -> str:
    """An ISO date, month or year as xsd:date, xsd:gYearMonth or xsd:gYear; TriplesError for any other value."""
    for datatype, rest in (("date", ""), ("gYearMonth", "-01"), ("gYear", "-01-01")):
        if is_day(value + rest):
            return f'"{value}"^^<{XSD}{datatype}>'
    raise TriplesError(f"not a date: {value!a}")


def is_day(value: str) -> bool:
    """Whether the value is a day of the calendar, written YYYY-MM-DD."""
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    return _SHORT_ESCAPES.get(character) or f"\\u{ord(character):04X}"
