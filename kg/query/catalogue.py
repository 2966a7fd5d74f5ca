"""The catalogue: every `.rq` file of the folder `queries/` is a query that can be asked by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from kg import resources
from kg.errors import QueryError
from kg.query.header import Column, Parameter, Place, find_places, read_header


@dataclass(frozen=True, slots=True)
class Query:
    """A query of the catalogue: what its header says, its SPARQL text, and the places in it that take values."""

    name: str
    title: str
    question: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    sample_rows: int | None
    text: str
    places: tuple[Place, ...]


class Catalogue:
    """Queries by name, in alphabetical order."""

    def __init__(self, queries: Iterable[Query]) -> None:
        self._by_name = {query.name: query for query in sorted(queries, key=lambda query: query.name)}

    def __iter__(self) -> Iterator[Query]:
        return iter(self._by_name.values())

    def __len__(self) -> int:
        return len(self._by_name)

    def get(self, name: str) -> Query:
        """The query of a name. QueryError with the nearest names if there is none."""
        try:
            return self._by_name[name]
        except KeyError:
            raise QueryError(f"no query {name!r}{did_you_mean(name, self._by_name)}") from None


def did_you_mean(given: str, known: Iterable[str]) -> str:
    """`; did you mean …?` with up to three known names, or the empty string if none is near."""
    near = get_close_matches(given.lower(), list(known), n=3, cutoff=0.5)
    return f"; did you mean {' or '.join(near)}?" if near else ""


@cache
def load() -> Catalogue:
    """The installed catalogue, read once. QueryError names the file with a faulty header."""
    return read(resources.queries())


def read(folder: Path) -> Catalogue:
    """The catalogue of another folder. Raises QueryError as `load` does, and if a file cannot be read."""
    return Catalogue(_read_query(path) for path in sorted(folder.glob("*.rq")))


def _read_query(path: Path) -> Query:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"cannot be read ({error})", source=str(path)) from error
    return parse(text, path.stem, source=path.name)


def parse(text: str, name: str, source: str) -> Query:
    """The query that a text with a header is. QueryError names `source` if the header is at fault."""
    header = read_header(text, source)
    places = find_places(text, header.parameters, source)
    return Query(
        name, header.title, header.question, header.parameters, header.columns, header.sample_rows, text, places
    )
