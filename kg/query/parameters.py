"""Values of parameters: what a person types, checked and turned into an RDF term."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from types import MappingProxyType

from pyoxigraph import Literal, NamedNode

from kg import gazetteer
from kg.errors import QueryError
from kg.model import Kind, Relation
from kg.symbols import Scheme, numbered, try_parse
from kg.triples import reused, vocabulary
from kg.triples.terms import XSD

Value = NamedNode | Literal

ANY_RELATION = "cites"
"""The relation that stands for all of them: `cito:cites`."""
ANY_KIND = "any"


class Type(StrEnum):
    """What a parameter takes.

    `symbol` names an instrument or a body: a symbol ("A/RES/62/209", "62/209", "1325 (2000)"), a name or slug of the
    gazetteer ("Secretary-General"), a short form that results show ("body/secretary-general"), or an IRI.
    """

    SYMBOL = "symbol"
    IRI = "iri"
    TEXT = "text"
    INTEGER = "integer"
    DATE = "date"
    RELATION = "relation"
    KIND = "kind"


_INTEGER = re.compile(r"[0-9]{1,9}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONGEST = 1000
_NUMBERING = ("general-assembly", "security-council")
_FOLDERS = ("body", "decision", "document", "instrument", "publication", "resolution", "treaty")


def convert(type_: Type, value: str, scheme: Scheme) -> Value:
    """The RDF term of a value. QueryError, without the parameter's name, says what the type expects."""
    if len(value) > _LONGEST:
        raise QueryError(f"longer than {_LONGEST} characters")
    try:
        return _CONVERSIONS[type_](value, scheme)
    except ValueError as error:  # what no RDF term can hold, such as half a surrogate pair
        raise QueryError(f"{value!a} cannot stand in a query ({error})") from error


def _symbol(value: str, scheme: Scheme) -> NamedNode:
    """Only GA and SC resolutions are known by bare numbers; a bare number of both is the General Assembly's."""
    if value.startswith(("http://", "https://")):
        return _absolute(value)
    if value.partition("/")[0] in _FOLDERS:
        return NamedNode(f"{scheme.base}id/{value}")
    acts = (numbered(organ, Kind.RESOLUTION, value) for organ in _NUMBERING)
    symbol = try_parse(value) or next((act for act in acts if act is not None), None)
    return NamedNode(scheme.instrument(symbol)) if symbol is not None else _named(value, scheme)


def _named(value: str, scheme: Scheme) -> NamedNode:
    names = gazetteer.load()
    labels = {each.label.casefold(): each.label for each in names.entries}
    entry = names.entry(value) if value in names else names.by_name(value) or _labelled(value, names)
    if entry is None:
        near = [labels[key] for key in get_close_matches(value.casefold(), labels, n=2, cutoff=0.6)]
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        raise QueryError(f"{value!r} is neither a symbol nor a name of an instrument or body{hint}")
    return NamedNode(scheme.named(entry.slug, entry.kind))


def _labelled(value: str, names: gazetteer.Gazetteer) -> gazetteer.Entry | None:
    """The entry of that label; States have no name that counts as a mention, but people ask for them."""
    return next((each for each in names.entries if each.label.casefold() == value.casefold()), None)


def _iri(value: str, _scheme: Scheme) -> NamedNode:
    prefix, colon, name = value.partition(":")
    namespace = dict(reused.PREFIXES).get(prefix)
    return _absolute(namespace + name if colon and namespace else value)


def _absolute(value: str) -> NamedNode:
    try:
        return NamedNode(value)
    except ValueError as error:
        raise QueryError(f"{value!a} is not an IRI ({error})") from error


def _text(value: str, _scheme: Scheme) -> Literal:
    return Literal(value)


def _integer(value: str, _scheme: Scheme) -> Literal:
    if not _INTEGER.fullmatch(value):
        raise QueryError(f"{value!r} is not a whole number from 0 to 999999999")
    return Literal(int(value))


def _date(value: str, _scheme: Scheme) -> Literal:
    try:
        day = date.fromisoformat(value) if _DAY.fullmatch(value) else None
    except ValueError:
        day = None
    if day is None:
        raise QueryError(f"{value!r} is not a date like 2007-12-19")
    return Literal(value, datatype=NamedNode(XSD + "date"))


def _relation(value: str, _scheme: Scheme) -> NamedNode:
    name = value.removeprefix("kg:").replace("-", "_").replace(" ", "_").lower()
    if name == ANY_RELATION:
        return NamedNode(reused.CITES)
    if name not in list(Relation):
        raise QueryError(f"{value!r} is not a relation: {ANY_RELATION} (any of them), {', '.join(Relation)}")
    return NamedNode(vocabulary.RELATIONS[Relation(name)])


def _kind(value: str, _scheme: Scheme) -> Literal:
    if value != ANY_KIND and value not in list(Kind):
        raise QueryError(f"{value!r} is not a kind: {ANY_KIND}, {', '.join(Kind)}")
    return Literal(value)


_CONVERSIONS: Mapping[Type, Callable[[str, Scheme], Value]] = MappingProxyType(
    {
        Type.SYMBOL: _symbol,
        Type.IRI: _iri,
        Type.TEXT: _text,
        Type.INTEGER: _integer,
        Type.DATE: _date,
        Type.RELATION: _relation,
        Type.KIND: _kind,
    }
)
