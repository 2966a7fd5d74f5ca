"""The search index: SQLite's full-text search over symbols, titles, names and acronyms, in memory.

Two tables. In one a search is a row of words, each the beginning of a word; in the other, of trigrams, what is spelt
alike is found, for suggestions. Words are never taken as the query language of SQLite.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from threading import Lock

from kg.errors import ServeError
from kg.model import Kind
from kg.serve.things import Thing

_WORD = re.compile(r"\w+")
_MOST_WORDS = 12
_LONGEST = 200
_TRIGRAMS = 60
_TABLES = """
CREATE VIRTUAL TABLE words USING fts5(identity, name, others, organ, kind UNINDEXED, documents UNINDEXED,
  tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3');
CREATE VIRTUAL TABLE spellings USING fts5(spelling, tokenize = "trigram");
"""
_FOUND = """SELECT rowid FROM words WHERE words MATCH ? AND (? = '' OR kind = ?)
ORDER BY bm25(words, 12.0, 6.0, 5.0, 1.0) - 1.2 * ln(1.0 + documents), rowid LIMIT ? OFFSET ?"""
_COUNT = "SELECT kind, COUNT(*) FROM words WHERE words MATCH ? GROUP BY kind"
_ALIKE = "SELECT rowid FROM spellings WHERE spellings MATCH ? ORDER BY bm25(spellings), rowid LIMIT ?"


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of what was found, how many there are of each kind, and of the kind that was asked for."""

    things: tuple[Thing, ...]
    kinds: dict[Kind, int]
    total: int


class Index:
    """Things by words and by IRI. Safe to ask from several threads."""

    def __init__(self, things: Iterable[Thing]) -> None:
        self.things = tuple(things)
        self._by_iri = {thing.iri: thing for thing in self.things}
        self._lock = Lock()
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        try:
            self._database.executescript(_TABLES)
        except sqlite3.OperationalError as error:
            raise ServeError(f"SQLite lacks what searching needs: {error}") from None
        self._database.create_function("ln", 1, _logarithm, deterministic=True)
        self._fill()

    def get(self, iri: str) -> Thing | None:
        """The thing of an IRI, if the store names it."""
        return self._by_iri.get(iri)

    def find(self, words: str, kind: Kind | None = None, *, limit: int = 25, offset: int = 0) -> Hits:
        """Things that have all the words, or words that begin so: the best first, those cited much before others."""
        match = _match(words)
        if not match:
            return Hits((), {}, 0)
        wanted = kind.value if kind else ""
        with self._lock:
            found = self._database.execute(_FOUND, (match, wanted, wanted, limit, offset)).fetchall()
            counts = self._database.execute(_COUNT, (match,)).fetchall()
        kinds = {Kind(name): count for name, count in sorted(counts)}
        total = kinds.get(kind, 0) if kind else sum(kinds.values())
        return Hits(tuple(self.things[row - 1] for (row,) in found), kinds, total)

    def alike(self, words: str, *, limit: int = 5) -> tuple[Thing, ...]:
        """Things whose symbol or name is spelt most like the words; with the same words first."""
        found = list(self.find(words, limit=limit).things)
        grams = list(dict.fromkeys(_trigrams(words)))[:_TRIGRAMS]
        if grams and len(found) < limit:
            with self._lock:
                rows = self._database.execute(_ALIKE, (" OR ".join(map(_quoted, grams)), 2 * limit)).fetchall()
            found += [thing for (row,) in rows if (thing := self.things[row - 1]) not in found]
        return tuple(found[:limit])

    def _fill(self) -> None:
        with self._lock, self._database:
            for number, each in enumerate(self.things, 1):
                row = (number, each.identity, each.name, " · ".join(each.others), each.organ or "")
                self._database.execute(
                    "INSERT INTO words(rowid, identity, name, others, organ, kind, documents) VALUES (?,?,?,?,?,?,?)",
                    (*map(_storable, row), each.kind.value, each.documents),
                )
                spelling = " ".join(filter(None, (each.identity, each.name)))
                self._database.execute(
                    "INSERT INTO spellings(rowid, spelling) VALUES (?,?)", (number, _storable(spelling))
                )


def _match(words: str) -> str:
    """Every word of the search as a phrase whose last part may go on; "" if there is none."""
    parts = (" ".join(_WORD.findall(word)) for word in _storable(words[:_LONGEST]).split())
    phrases = [part for part in parts if part][:_MOST_WORDS]
    return " ".join(f"{_quoted(phrase)} *" for phrase in phrases)


def _trigrams(words: str) -> Iterator[str]:
    text = " ".join(_storable(words[:_LONGEST]).casefold().split())
    return (text[place : place + 3] for place in range(len(text) - 2))


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _storable(value: object) -> str:
    """Text without what SQLite cannot take: NUL and half surrogate pairs. Numbers stay numbers for it."""
    text = unicodedata.normalize("NFC", str(value)).replace("\x00", " ")
    return text.encode("utf-8", "replace").decode("utf-8")


def _logarithm(value: float) -> float:
    from math import log

    return log(value)
