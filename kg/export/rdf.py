"""The graph as RDF in its standard forms. All but N-Quads merge the named graphs and state each triple once.

Sources: W3C, RDF 1.1 N-Quads, N-Triples, Turtle, XML Syntax.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

import pyoxigraph
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple

from kg.export.parts import Part, merged
from kg.export.xml import clean
from kg.triples import reused
from kg.triples.turtle import all_prefixes, blocks_of


def nquads(parts: Iterable[Part], out: BinaryIO) -> None:
    """One line a quad, which names its graph; graph by graph, each sorted."""
    for each in parts:
        graph = NamedNode(each.graph)
        out.writelines(f"{triple} {graph} .\n".encode() for triple in each.triples)


def ntriples(parts: Iterable[Part], out: BinaryIO) -> None:
    """One line a triple."""
    for triples in merged(parts):
        out.writelines(f"{triple} .\n".encode() for triple in triples)


def turtle(parts: Iterable[Part], out: BinaryIO) -> None:
    """One block a subject: each document with its passages and citations in the order of its text, then all else."""
    out.write(all_prefixes().encode())
    for triples in merged(parts):
        out.writelines(f"\n{block}".encode() for block in blocks_of(triples))


def rdfxml(parts: Iterable[Part], out: BinaryIO) -> None:
    """RDF/XML. Characters that XML cannot hold, such as most control characters, become U+FFFD."""
    pyoxigraph.serialize(_cleaned(parts), out, format=RdfFormat.RDF_XML, prefixes=dict(reused.PREFIXES))


def _cleaned(parts: Iterable[Part]) -> Iterator[Triple]:
    for triples in merged(parts):
        for triple in triples:
            value = triple.object
            yield Triple(triple.subject, triple.predicate, _clean(value)) if isinstance(value, Literal) else triple


def _clean(literal: Literal) -> Literal:
    value = clean(literal.value)
    if value == literal.value:
        return literal
    if literal.language:
        return Literal(value, language=literal.language)
    return Literal(value, datatype=literal.datatype)
