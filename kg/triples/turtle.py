"""Turtle for people: one block a subject, documents first and in the order of their text; the same bytes each time.

Oxigraph's own writer lists its prefixes in no fixed order and keeps the order of its input, hence this one.
Source: W3C, RDF 1.1 Turtle.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode

from kg.errors import TriplesError
from kg.triples import reused, vocabulary
from kg.triples.terms import XSD, string

Node = NamedNode | BlankNode
Term = Node | Literal
Properties = dict[str, list[Term]]

_WIDTH = 120
_FIRST = (reused.TYPE, reused.IDENTIFIER, reused.PREF_LABEL, reused.LABEL, reused.TITLE)
_PROVENANCE = {reused.ENTITY, reused.ACTIVITY, reused.SOFTWARE_AGENT}
_LOCAL_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
_BARE_NUMBERS = {XSD + "integer": re.compile(r"-?[0-9]+"), XSD + "decimal": re.compile(r"-?[0-9]+\.[0-9]+")}
_DIGITS = re.compile(r"([0-9]+)")

Natural = list[str | int]


def turtle(nquads: Iterable[str]) -> str:
    """Turtle of the triples in some N-Quads lines, whatever their graphs; TriplesError if a line is no N-Quad."""
    try:
        quads = list(pyoxigraph.parse("\n".join(nquads), format=pyoxigraph.RdfFormat.N_QUADS))
    except SyntaxError as error:
        raise TriplesError(error.msg) from error
    return turtle_of(quad.triple for quad in quads)


def turtle_of(triples: Iterable[pyoxigraph.Triple]) -> str:
    """Turtle of some triples, the same text whatever their order (blank nodes keep their labels)."""
    blocks = blocks_of(triples)
    return "\n".join((_prefixes(blocks), *blocks))


def blocks_of(triples: Iterable[pyoxigraph.Triple]) -> list[str]:
    """The blocks of some triples, one a subject, in their order; `all_prefixes` are to stand above them."""
    subjects: dict[Node, Properties] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, object_ in set(triples):
        subjects[subject][predicate.value].append(object_)
    return [_block(subject, subjects[subject]) for subject in sorted(subjects, key=_placing(subjects))]


def all_prefixes() -> str:
    """The declarations of all prefixes that blocks may use."""
    return "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in reused.PREFIXES)


def _placing(subjects: dict[Node, Properties]) -> Callable[[Node], tuple[int, Natural, int, int, Natural]]:
    """The sort key: a document, its paragraphs by order, what stands in it by offset; other things; provenance."""
    wholes = {subject.value.partition("#")[0] for subject in subjects if "#" in subject.value}

    def place(subject: Node) -> tuple[int, Natural, int, int, Natural]:
        properties, whole = subjects[subject], subject.value.partition("#")[0]
        types = {term.value for term in properties.get(reused.TYPE, ())}
        group = 2 if types & _PROVENANCE else 0 if whole in wholes else 1
        for rank, key in enumerate((vocabulary.ORDER, vocabulary.START), start=1):
            if properties.get(key):
                return group, natural(whole), rank, _number(properties[key]), natural(subject.value)
        return group, natural(whole), 0, 0, natural(subject.value)

    return place


def _number(terms: list[Term]) -> int:
    texts = sorted(term.value for term in terms)
    return int(texts[0]) if _BARE_NUMBERS[XSD + "integer"].fullmatch(texts[0]) else 0


def natural(text: str) -> Natural:
    """A key by which PP2 comes before PP10: words and numbers in turn."""
    pieces = _DIGITS.split(text)
    return [int(piece) if index % 2 else piece for index, piece in enumerate(pieces)]


def _prefixes(blocks: list[str]) -> str:
    """The prefixes that the blocks use. One too many, for a literal that looks like a name, does no harm."""
    text = "\n".join(blocks)
    used = [(prefix, namespace) for prefix, namespace in reused.PREFIXES if f"{prefix}:" in text]
    return "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in used)


def _block(subject: Node, properties: Properties) -> str:
    ordered = sorted(properties, key=lambda name: (_FIRST.index(name) if name in _FIRST else len(_FIRST), _name(name)))
    lines = [_line(name, properties[name]) for name in ordered]
    return f"{_term(subject)} " + " ;\n    ".join(lines) + " .\n"


def _line(predicate: str, objects: list[Term]) -> str:
    name = "a" if predicate == reused.TYPE else _name(predicate)
    terms = sorted(map(_term, objects), key=natural)
    line = f"{name} {', '.join(terms)}"
    return line if len(line) < _WIDTH or len(terms) == 1 else f"{name}\n        " + ",\n        ".join(terms)


def _term(term: Term) -> str:
    if isinstance(term, NamedNode):
        return _name(term.value)
    return str(term) if isinstance(term, BlankNode) else _literal(term)


def _literal(literal: Literal) -> str:
    datatype = literal.datatype.value
    if datatype in _BARE_NUMBERS and _BARE_NUMBERS[datatype].fullmatch(literal.value):
        return literal.value
    if literal.language:
        return f"{string(literal.value)}@{literal.language}"
    return string(literal.value) + ("" if datatype == XSD + "string" else f"^^{_name(datatype)}")


def _name(value: str) -> str:
    """A prefixed name where the local part needs no escape, else the IRI in brackets."""
    for prefix, namespace in reused.PREFIXES:
        if value.startswith(namespace) and _LOCAL_NAME.fullmatch(value, len(namespace)):
            return f"{prefix}:{value[len(namespace) :]}"
    return f"<{value}>"
