"""The series of symbols, read from `series.toml`: one entry there is all that a series needs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path

from kg.errors import SymbolError
from kg.model import Kind
from kg.symbols import letters, roman

DATA = Path(__file__).with_name("series.toml")
_ROOT = re.compile(r"[A-Z]+")


class Form(StrEnum):
    """How a series is written: as a symbol without spaces, or in words ("Sales No. …", "UNFCCC:1/CP.21")."""

    SYMBOL = "symbol"
    WORDS = "words"


_FLAGS = {Form.SYMBOL: re.ASCII | re.IGNORECASE, Form.WORDS: re.ASCII}


class Place(StrEnum):
    """Where the IRI of an instrument of the series lies (kg.symbols.iri)."""

    UNDOCS = "undocs"
    ACT = "act"
    PUBLICATION = "publication"
    TREATY = "treaty"
    LOCAL = "local"


@dataclass(frozen=True)
class Series:
    """A family of symbols with one grammar.

    `pattern` matches the whole folded symbol (any case); its groups `session`, `number`, `letter`, `year`, `suffix` and
    `body` name the parts. `canonical` puts the groups in the canonical order where the printed order varies.
    `numbered` makes a symbol from the number that follows "resolution" in a text: `A/RES/{}` from `57/270 B`;
    `printed` is the shape of that number where its parts are arranged otherwise than in the symbol.
    """

    name: str
    description: str
    kind: Kind
    pattern: str
    place: Place = Place.UNDOCS
    form: Form = Form.SYMBOL
    organ: str | None = None
    canonical: str | None = None
    numbered: str | None = None
    printed: str | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    examples: tuple[tuple[str, str], ...] = ()
    counter_examples: tuple[str, ...] = ()

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern; compiled when first asked for, since most runs meet few series."""
        return self._compiled(self.pattern, _FLAGS[self.form])

    @cached_property
    def printed_regex(self) -> re.Pattern[str] | None:
        """The compiled shape of a printed number, or None where the number goes into the symbol as it is."""
        return self._compiled(self.printed, _FLAGS[Form.SYMBOL]) if self.printed else None

    def _compiled(self, pattern: str, flags: re.RegexFlag) -> re.Pattern[str]:
        try:
            return re.compile(pattern, flags)
        except re.error as error:
            raise SymbolError(f"faulty pattern: {error}", source=DATA.name, place=self.name) from error

    @property
    def root(self) -> str:
        """The capital letters that every symbol of the series begins with ("A", "UNEP")."""
        match = _ROOT.match(self.pattern)
        if match is None:
            raise SymbolError("the pattern does not begin with capital letters", source=DATA.name, place=self.name)
        return match[0]


@dataclass(frozen=True)
class Grammar:
    """All series, in the order of the file; the first whose pattern matches owns a symbol."""

    series: tuple[Series, ...]
    words: Mapping[str, str]

    @cached_property
    def by_root(self) -> Mapping[str, tuple[Series, ...]]:
        """The series of symbols by the letters they begin with."""
        roots: dict[str, list[Series]] = {}
        for one in self.series:
            if one.form is Form.SYMBOL:
                roots.setdefault(one.root, []).append(one)
        return {root: tuple(members) for root, members in roots.items()}

    @cached_property
    def by_name(self) -> Mapping[str, Series]:
        """The series by name."""
        return {one.name: one for one in self.series}

    @cached_property
    def in_words(self) -> tuple[Series, ...]:
        """The series that are written in words."""
        return tuple(one for one in self.series if one.form is Form.WORDS)

    @cached_property
    def by_organ(self) -> Mapping[tuple[str, Kind], tuple[Series, ...]]:
        """The series that number what an organ adopts, by organ and kind."""
        organs: dict[tuple[str, Kind], list[Series]] = {}
        for one in self.series:
            if one.organ and one.numbered:
                organs.setdefault((one.organ, one.kind), []).append(one)
        return {key: tuple(members) for key, members in organs.items()}


@cache
def grammar() -> Grammar:
    """The grammar of `series.toml`, read once; SymbolError, with the entry's name, if one is faulty."""
    import tomllib  # here, for it takes a tenth of the time that importing this package takes

    data = tomllib.loads(DATA.read_text(encoding="utf-8"))
    fragments = {"roman": roman.PATTERN, "letters": letters.LETTERS}
    for name, pattern in data["fragments"].items():
        fragments[name] = _filled(pattern, fragments)
    words = {word.upper(): word for word in data["words"]}
    return Grammar(tuple(_series(entry, fragments, words) for entry in data["series"]), words)


def _filled(pattern: str, fragments: Mapping[str, str]) -> str:
    """A pattern with `<name>` replaced by the fragment of that name; group names `(?P<name>` stay."""
    return re.sub(r"(?<!\?P)<(\w+)>", lambda match: f"(?:{fragments[match[1]]})", pattern)


def _series(entry: dict[str, object], fragments: Mapping[str, str], words: Mapping[str, str]) -> Series:
    name = str(entry.get("name", "?"))
    try:
        return Series(
            name=name,
            description=str(entry["description"]),
            kind=Kind(str(entry["kind"])),
            pattern=_filled(str(entry["pattern"]), fragments),
            place=Place(str(entry.get("iri", Place.UNDOCS))),
            form=Form(str(entry.get("form", Form.SYMBOL))),
            organ=_text(entry, "organ"),
            canonical=_text(entry, "canonical"),
            numbered=_text(entry, "numbered"),
            printed=_text(entry, "printed"),
            words={**words, **{word.upper(): word for word in _texts(entry, "words")}},
            examples=tuple(_example(line) for line in _texts(entry, "examples")),
            counter_examples=tuple(_texts(entry, "counter_examples")),
        )
    except (KeyError, ValueError) as error:
        raise SymbolError(f"faulty entry: {error}", source=DATA.name, place=name) from error


def _text(entry: dict[str, object], key: str) -> str | None:
    value = entry.get(key)
    return None if value is None else str(value)


def _texts(entry: dict[str, object], key: str) -> list[str]:
    value = entry.get(key, [])
    if not isinstance(value, list):
        raise ValueError(f"{key} is not a list")
    return [str(item) for item in value]


def _example(line: str) -> tuple[str, str]:
    """`printed -> canonical`, or one form that is canonical already."""
    printed, arrow, canonical = line.partition(" -> ")
    return printed, canonical if arrow else printed
