"""What the engine raises, as errors of this project: one line that names the store or the place in the query."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from kg.errors import QueryError, StoreError

_PLACE = re.compile(r"error at (?P<line>\d+):(?P<column>\d+): (?P<message>.*)", re.DOTALL)
_LONGEST = 200


@contextmanager
def store_faults(source: str) -> Iterator[None]:
    """Turns what the engine raises while it opens, reads or writes the store `source` into StoreError."""
    try:
        yield
    except (OSError, RuntimeError, ValueError, SyntaxError) as error:
        raise StoreError(_reason(error), source=source) from error


@contextmanager
def query_faults(source: str) -> Iterator[None]:
    """Turns what the engine raises while it answers into QueryError, or StoreError if the store `source` fails."""
    try:
        yield
    except SyntaxError as error:
        raise syntax_error(str(error)) from error
    except (RuntimeError, ValueError) as error:
        raise QueryError(_short(str(error))) from error
    except OSError as error:
        raise StoreError(_reason(error), source=source) from error


def syntax_error(message: str) -> QueryError:
    """The engine's message about a query that does not parse, with the place apart."""
    match = _PLACE.fullmatch(message)
    if match is None:
        return QueryError(f"not SPARQL: {_short(message)}")
    return QueryError(f"not SPARQL: {_short(match['message'])}", place=f"line {match['line']}")


def _reason(error: Exception) -> str:
    """The engine's words, with the known cases said plainly."""
    message = str(error)
    if "/LOCK" in message:
        return "the store is in use by another process"
    if "Corruption" in message:
        return f"the store is damaged ({_short(message)})"
    return _short(message.removeprefix("IO error: "))


def _short(message: str) -> str:
    line = " ".join(message.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
