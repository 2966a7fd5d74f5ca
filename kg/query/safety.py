"""A query from outside may read the store's own graphs and nothing else; this is checked before it is evaluated.

Oxigraph's `query` takes no update, so LOAD, INSERT and DROP do not parse. Left are SERVICE, which goes out to the
network, FROM, and texts so long or so deep that the engine's parser would end the process.

SERVICE is looked for twice. rdflib's parser finds it wherever it stands: in subqueries, in EXISTS, in any case, behind
prefixes. But two parsers may read one text differently (a comment that ends at a carriage return, an escaped quote),
and what one takes for a string the other may evaluate. So a second look goes over the bare characters: a service
clause is a keyword, an IRI, a prefixed name or a variable, and a brace, with only spaces and comments between, in
whatever it may seem to be wrapped. Text that holds such a sequence within a string is refused too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from pyparsing import ParseException
from rdflib.plugins.sparql.algebra import translatePName, translatePrologue, traverse
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from kg.errors import QueryError
from kg.triples import reused

LONGEST = 10_000
"""Characters. Oxigraph 0.5 overflows its stack on chains of some 10,000 operators ("1+1+1…", "p/p/p…")."""

_GAP = r"(?:\s|\#[^\r\n]*+(?:[\r\n]|$))*+"
_NAME = r"[^\s<>{}\"'?$\#:]*+:[^\s<>{}\"'\#]*+"
_TARGET = rf"<[^>]*+>|[?$]\w++|{_NAME}"
_SERVICE_CLAUSE = re.compile(rf"service{_GAP}(?:silent{_GAP})?(?:{_TARGET}){_GAP}\{{", re.IGNORECASE)
_CODE_POINT = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")
_LINE_ENDS = re.compile(r"\r\n?")


def check(text: str) -> tuple[str, ...]:
    """The graphs that a query names in FROM and FROM NAMED, in its order.

    QueryError if the text is no SPARQL 1.1 query, is too long or nested too deeply, or asks another server.
    """
    if len(text) > LONGEST:
        raise QueryError(f"the query is longer than {LONGEST} characters")
    tree = _parse(_LINE_ENDS.sub("\n", text))
    if _has_service(tree) or _SERVICE_CLAUSE.search(text) or _SERVICE_CLAUSE.search(_decoded(text)):
        raise QueryError("SERVICE is not allowed: a query reads this store alone")
    return tuple(_graphs(tree))


def _parse(text: str) -> tuple[CompValue, CompValue]:
    try:
        prologue, body = parseQuery(text)
        context = translatePrologue(prologue, None, dict(reused.PREFIXES))
        return prologue, traverse(body, visitPost=partial(translatePName, prologue=context))
    except ParseException as error:
        found = error.line[error.column - 1 :][:30] if error.line else ""
        raise QueryError(f"not a SPARQL query, at {found!r}", place=f"line {error.lineno}") from error
    except RecursionError as error:
        raise QueryError("the query is nested too deeply") from error
    except Exception as error:  # rdflib raises plain Exception for an unknown prefix
        raise QueryError(f"not a SPARQL query: {error}") from error


def _has_service(tree: tuple[CompValue, CompValue]) -> bool:
    return any(node.name == "ServiceGraphPattern" for node in _nodes(tree[1]))


def _nodes(value: object) -> Iterator[CompValue]:
    """All named nodes of rdflib's parse tree, which nests mappings and lists."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, CompValue):
            yield one
            waiting.extend(one.values())
        elif not isinstance(one, str) and hasattr(one, "__iter__"):
            waiting.extend(one)


def _graphs(tree: tuple[CompValue, CompValue]) -> Iterator[str]:
    if "datasetClause" in tree[1]:
        for clause in tree[1]["datasetClause"]:
            yield str(clause["default"] if "default" in clause else clause["named"])


def _decoded(text: str) -> str:
    r"""The text with `\u0053` and the like written out, wherever they stand."""
    return _CODE_POINT.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    number = int(match[1] or match[2], 16)
    return chr(number) if number <= 0x10FFFF else match[0]
