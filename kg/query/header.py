"""The comment header of a catalogue query, and the places in its text that take values.

    # title: Who cites X
    # question: Which documents cite this instrument, and how?
    # parameter: name | type | default, or "required" | example | meaning
    # column: name | meaning
    # sample_rows: 12

A parameter's place is a line `VALUES ?name { term }` of the query, that of `limit` the number in a line `LIMIT n`. What
stands there in the file makes it run as it is on any server: the default, or the example where a value is required.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.errors import QueryError
from kg.query.parameters import Type

REQUIRED = "required"
LIMIT = "limit"

_LINE = re.compile(r"# (?P<key>title|question|parameter|column|sample_rows): (?P<value>\S.*)")
_VALUES = r"[ \t]*VALUES \?(?P<name>\w+) \{ (?P<term>\S.*) \}"
_LIMIT = r"[ \t]*LIMIT (?P<count>[0-9]+)"
_PLACE = re.compile(rf"^(?:{_VALUES}|{_LIMIT})$", re.MULTILINE)
_PARAMETER_FIELDS = 5


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query can be given. Without a `default` it must be; `example` always holds."""

    name: str
    type: Type
    default: str | None
    example: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Column:
    """What a query answers, column by column."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the text that takes the value of a parameter: what is replaced, half open."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Header:
    """What the comments say. `sample_rows` is the number of rows on the packaged sample, None where not yet known."""

    title: str
    question: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    sample_rows: int | None


def read_header(text: str, source: str) -> Header:
    """The header of a query file. QueryError names `source` and the line at fault."""
    found: dict[str, list[str]] = {"title": [], "question": [], "parameter": [], "column": [], "sample_rows": []}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith("#"):
            break
        match = _LINE.fullmatch(line.rstrip())
        if match is None:
            raise QueryError(f"not a header line: {line!r}", source=source, place=f"line {number}")
        found[match["key"]].append(match["value"])
    parameters = tuple(_parameter(value, source) for value in found["parameter"])
    columns = tuple(_column(value, source) for value in found["column"])
    title, question = _only(found, "title", source), _only(found, "question", source)
    return Header(title, question, parameters, columns, _count(_only(found, "sample_rows", source), source))


def find_places(text: str, parameters: tuple[Parameter, ...], source: str) -> tuple[Place, ...]:
    """Where the values go, in the order of the text. QueryError if a parameter has no place."""
    names = {parameter.name for parameter in parameters}
    places = tuple(place for place in map(_place, _PLACE.finditer(text)) if place.name in names)
    missing = sorted(names - {place.name for place in places})
    if missing:
        raise QueryError(f"no line that takes the parameter {missing[0]!r}", source=source)
    return places


def _place(match: re.Match[str]) -> Place:
    return Place(match["name"], *match.span("term")) if match["name"] else Place(LIMIT, *match.span("count"))


def _only(found: dict[str, list[str]], key: str, source: str) -> str:
    values = found[key]
    if len(values) != 1:
        raise QueryError(f"the header needs one {key!r}, it has {len(values)}", source=source)
    return values[0]


def _count(value: str, source: str) -> int | None:
    if value == "?":
        return None
    if not value.isdecimal():
        raise QueryError(f"sample_rows is a number or ?, not {value!r}", source=source)
    return int(value)


def _parameter(value: str, source: str) -> Parameter:
    fields = [field.strip() for field in value.split(" | ")]
    if len(fields) != _PARAMETER_FIELDS:
        raise QueryError(f"a parameter has {_PARAMETER_FIELDS} fields, not {len(fields)}: {value!r}", source=source)
    name, type_, default, example, meaning = fields
    if type_ not in list(Type):
        raise QueryError(f"unknown type {type_!r} of the parameter {name!r}", source=source)
    return Parameter(name, Type(type_), None if default == REQUIRED else default, example, meaning)


def _column(value: str, source: str) -> Column:
    name, bar, meaning = value.partition(" | ")
    if not bar:
        raise QueryError(f"a column has a name and a meaning: {value!r}", source=source)
    return Column(name.strip(), meaning.strip())
