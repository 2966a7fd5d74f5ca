"""JSON-LD that people like to read: a document, in it its paragraphs, in each of these what it cites.

Everything of the graph is there and each triple once; what the context cannot say in short is written in full.
Source: W3C, JSON-LD 1.1.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO, TypeAlias

from pyoxigraph import BlankNode, NamedNode, Triple

from kg.export import context
from kg.export.parts import Part, Properties, Term, by_subject, first, merged
from kg.symbols.iri import UNDOCS
from kg.triples import reused, vocabulary
from kg.triples.terms import XSD

Json: TypeAlias = str | int | bool | list["Json"] | dict[str, "Json"]
Node: TypeAlias = dict[str, Json]

_FIRST = (
    "id",
    "type",
    "identifier",
    "title",
    "name",
    "date",
    "passedBy",
    "paragraphLabel",
    "text",
    "quote",
    "relation",
)
_LAST = (context.CITATIONS, context.FACTS, context.PARAGRAPHS)
_RELATIVE = re.compile(r"[A-Za-z][\w.()-]*/(?!.*//)(?!(?:.*/)?\.\.?(?:[/#]|$))[^?#]+(?:#.+)?")
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")


def jsonld(parts: Iterable[Part], out: BinaryIO) -> None:
    """One JSON-LD file, its context within it; the named graphs are merged."""
    terms = ",\n".join(f" {json.dumps(name)}: {json.dumps(value)}" for name, value in context.context().items())
    out.write(f'{{\n"@context": {{\n{terms}\n}},\n"@graph": ['.encode())
    between = "\n"
    for node in _nodes(parts):
        out.write(f"{between}{json.dumps(node, ensure_ascii=False, indent=1)}".encode())
        between = ",\n"
    out.write(b"\n]\n}\n")


def _nodes(parts: Iterable[Part]) -> Iterator[Node]:
    for triples in merged(parts):
        yield from _frame(triples)


def _frame(triples: Iterable[Triple]) -> Iterator[Node]:
    """The nodes of some triples, those that lie in others within these."""
    subjects = by_subject(triples)
    within = {iri: place for iri, found in subjects.items() if (place := _place(iri, found, subjects))}
    nodes = {iri: _node(iri, found, within.get(iri)) for iri, found in subjects.items()}
    for iri in sorted(within, key=lambda iri: _order(subjects[iri])):
        holder, name = within[iri]
        _listed(nodes[holder], name).append(nodes[iri])
    for iri, node in nodes.items():
        if iri not in within:
            yield _ordered(node)


def _place(iri: str, found: Properties, subjects: dict[str, Properties]) -> tuple[str, str] | None:
    """The node in which a node lies and the name under which it does; a document lies in none."""
    for predicate, name in context.nesting().items():
        values = found.get(predicate, ())
        if len(values) == 1 and values[0].value in subjects and "#" in iri and values[0].value != iri:
            return values[0].value, name
    return None


def _node(iri: str, found: Properties, within: tuple[str, str] | None) -> Node:
    """A node without what lies in it, and without the property that its place says."""
    node: Node = {"id": iri if iri.startswith("_:") else _short(iri)}
    for predicate, values in found.items():
        if within is not None and context.nesting().get(predicate) == within[1]:
            continue
        if predicate == reused.TYPE:
            node["type"] = _one_or_more([context.prefixed(value.value) for value in values])
            continue
        term = context.terms().get(predicate)
        name = term.name if term else context.prefixed(predicate)
        node[name] = _one_or_more([_value(value, term.values if term else "") for value in values])
    return node


def _value(value: Term, values: str | None) -> Json:
    """A value under a term whose values are of a kind; `values` is "" for a property that is no term."""
    if isinstance(value, NamedNode):
        if values == context.VOCAB:
            known = context.terms().get(value.value)
            return known.name if known else context.prefixed(value.value)
        return _short(value.value) if values == context.ID else {"id": _short(value.value)}
    if isinstance(value, BlankNode):
        return {"id": str(value)}
    if value.language:
        return value.value if values == value.language else {"@value": value.value, "@language": value.language}
    datatype = value.datatype.value
    if datatype == XSD + "string":
        return value.value if values in (None, "") else {"@value": value.value}
    if values == datatype:
        return _native(value.value, datatype)
    return {"@value": value.value, "@type": datatype}


def _native(text: str, datatype: str) -> Json:
    """A JSON number or truth value where it is spelled as JSON spells it; else the string, which the context types."""
    if datatype == XSD + "integer" and _INTEGER.fullmatch(text):
        return int(text)
    if datatype == XSD + "boolean" and text in ("true", "false"):
        return text == "true"
    return text


def _short(iri: str) -> str:
    """An IRI as the context lets it be written: relative to the base, or with a prefix."""
    if iri.startswith(UNDOCS) and _RELATIVE.fullmatch(iri, len(UNDOCS)):
        return iri[len(UNDOCS) :]
    return context.prefixed(iri)


def _order(found: Properties) -> tuple[int, int]:
    """Where a passage or what lies in it stands in the text."""
    return tuple(int(first(found, key) or 0) for key in (vocabulary.ORDER, vocabulary.START))  # type: ignore[return-value]


def _listed(node: Node, name: str) -> list[Json]:
    held = node.setdefault(name, [])
    assert isinstance(held, list)
    return held


def _one_or_more(values: list[Json]) -> Json:
    return values[0] if len(values) == 1 else values


def _ordered(node: Node) -> Node:
    """A node and all in it with their keys in the order in which they read best."""
    keys = [*(key for key in _FIRST if key in node), *sorted(node.keys() - {*_FIRST, *_LAST})]
    ordered = {key: node[key] for key in keys}
    for name in _LAST:
        if name in node:
            ordered[name] = [_ordered(each) for each in _listed(node, name) if isinstance(each, dict)]
    return ordered
