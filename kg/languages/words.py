"""Loading a language file into typed, frozen values."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import LanguageError
from kg.model import Predicate, Relation

_FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Organ:
    """How texts name an organ that adopts: in full, and abbreviated once the full name is understood."""

    slug: str
    full: tuple[str, ...]
    abbreviated: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that governs citations: its preambular participle, its operative present, the relation it makes."""

    participle: str
    present: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class References:
    """How references to resolutions, decisions, publications and treaties are worded."""

    own: tuple[str, ...]
    leads: tuple[str, ...]
    resolution: tuple[str, ...]
    decision: tuple[str, ...]
    fillers: tuple[str, ...]
    of: str
    conjunction: str
    to: str
    session: str
    sales: str
    treaty_series: str
    league: str
    nations: str
    volume: tuple[str, ...]
    number: tuple[str, ...]
    official_records: str
    publication: str
    ibid: tuple[str, ...]
    see: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Small words, by what they do in a reference."""

    articles: tuple[str, ...]
    of: str
    of_the: str
    in_annex: str
    annex: str
    not_short: tuple[str, ...]
    joints: tuple[str, ...]
    coordination: tuple[str, ...]
    coordination_fillers: tuple[str, ...]
    after_letter: tuple[str, ...]
    owning: tuple[str, ...]
    sitting: str
    set_ends: tuple[str, ...]
    linking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Structure:
    """Words that mark the pieces of a document."""

    annex: tuple[str, ...]
    heading: tuple[str, ...]
    meeting: str
    adopted: tuple[str, ...]
    enacting: str
    titled: tuple[str, ...]
    decision_title: tuple[str, ...]
    recital: tuple[str, ...]
    resolving: tuple[str, ...]
    present: str
    distribution: str
    counting: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """Words around and inside the names of instruments and bodies."""

    inside: tuple[str, ...]
    inside_instruments: tuple[str, ...]
    openers: tuple[str, ...]
    ordinals: tuple[str, ...]
    mandates: tuple[str, ...]
    mandate_leads: tuple[str, ...]
    mandate_ends: tuple[str, ...]
    stops: tuple[str, ...]
    pointing: tuple[str, ...]
    lower: tuple[str, ...]
    roles: Mapping[str, tuple[str, ...]]
    defaults: Mapping[str, str]
    alone: tuple[str, ...]
    others: tuple[str, ...]
    continuing: tuple[str, ...]
    function_words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Statements:
    """Words by which a text states a fact between two cited things."""

    acts: Mapping[Predicate, tuple[str, ...]]
    agent: tuple[str, ...]
    endorsing: tuple[str, ...]
    container: tuple[str, ...]
    establishing: tuple[str, ...]
    amending: tuple[str, ...]
    superseding: tuple[str, ...]
    titled: tuple[str, ...]
    report: tuple[str, ...]
    about: tuple[str, ...]
    printed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenSets:
    """Words of descriptions that name no single instrument."""

    acts: tuple[str, ...]
    others: tuple[str, ...]
    quantifiers: tuple[str, ...]
    strict: tuple[str, ...]
    limits: tuple[str, ...]
    back: tuple[str, ...]


@dataclass(frozen=True)
class Language:
    """All the words of one language that reading, extraction and linking use."""

    code: str
    name: str
    months: tuple[str, ...]
    organs: tuple[Organ, ...]
    references: References
    grammar: Grammar
    parts_after: tuple[str, ...]
    parts_before: tuple[str, ...]
    parts_abbreviated: Mapping[str, str]
    structure: Structure
    verbs: tuple[Verb, ...]
    openings: Mapping[str, Relation]
    light_verbs: tuple[tuple[str, str], ...]
    light_default: Relation
    light_nouns: Mapping[str, Relation]
    takeover_before: frozenset[str]
    connectives: Mapping[str, Relation]
    connective_between: frozenset[str]
    statements: Statements
    names: Names
    shapes: Mapping[str, tuple[str, ...]]
    opensets: OpenSets
    anaphora_many: tuple[str, ...]
    anaphora_one: tuple[str, ...]


def available() -> tuple[str, ...]:
    """The codes of the languages that can be read."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


@cache
def load(code: str) -> Language:
    """The language with this ISO 639-1 code. Raises LanguageError for an unknown code or a faulty file."""
    path = _FOLDER / f"{code}.toml"
    if code not in available():
        raise LanguageError(f"no language file for {code!r}; there are: {', '.join(available())}")
    try:
        return _language(code, tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, KeyError, ValueError, TypeError) as error:
        raise LanguageError(f"faulty language file: {error}", source=path.name) from error


def _language(code: str, data: Mapping[str, Any]) -> Language:
    references, structure, names = data["references"], data["structure"], data["names"]
    return Language(
        code=code,
        name=data["name"],
        months=tuple(data["months"]),
        organs=tuple(Organ(k, tuple(v["full"]), tuple(v["abbreviated"])) for k, v in data["organs"].items()),
        references=References(
            **{key: _frozen(references[key]) for key in References.__slots__ if key != "conjunction"},
            conjunction=references["and"],
        ),
        grammar=Grammar(**{key: _frozen(data["grammar"][key]) for key in Grammar.__slots__}),
        parts_after=tuple(data["parts"]["after"]),
        parts_before=tuple(data["parts"]["before"]),
        parts_abbreviated=dict(data["parts"]["abbreviated"]),
        structure=Structure(**{key: _frozen(structure[key]) for key in Structure.__slots__}),
        verbs=tuple(Verb(a, b, Relation(key)) for key, pairs in data["verbs"].items() for a, b in pairs),
        openings={phrase: Relation(key) for key, phrases in data["openings"].items() for phrase in phrases},
        light_verbs=tuple((a, b) for a, b in data["light"]["verbs"]),
        light_default=Relation(data["light"]["default"]),
        light_nouns={noun: Relation(key) for key, nouns in data["light"]["nouns"].items() for noun in nouns},
        takeover_before=frozenset(data["takeover"]["before"]),
        connectives=_connectives(data["connectives"]),
        connective_between=frozenset(data["connectives"]["between"]),
        statements=_statements(data["facts"]),
        names=Names(
            **{key: _frozen(names[key]) for key in Names.__slots__ if key not in _MAPPED},
            function_words=frozenset(names["function_words"]),
            defaults=dict(names["defaults"]),
            roles={word: tuple(heads) for word, heads in names["roles"].items()},
        ),
        shapes={key: tuple(words) for key, words in data["shapes"].items()},
        opensets=OpenSets(**{key: _frozen(data["opensets"][key]) for key in OpenSets.__slots__}),
        anaphora_many=tuple(data["anaphora"]["many"]),
        anaphora_one=tuple(data["anaphora"]["one"]),
    )


_MAPPED = frozenset({"function_words", "roles", "defaults"})


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _connectives(data: Mapping[str, Any]) -> dict[str, Relation]:
    return {phrase: Relation(key) for key, phrases in data.items() if key != "between" for phrase in phrases}


def _statements(data: Mapping[str, Any]) -> Statements:
    words = {key: _frozen(data[key]) for key in Statements.__slots__ if key != "acts"}
    acts = (Predicate.ENDORSED_BY, Predicate.ADOPTED_BY)
    return Statements(acts={predicate: tuple(data[predicate.value]) for predicate in acts}, **words)
