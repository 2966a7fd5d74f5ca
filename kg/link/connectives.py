"""The connective right before a citation: "in accordance with its resolution 57/263"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from kg.languages import Language, load
from kg.model import Relation

_REACH = 90
_PINPOINT = re.compile(r"^(?:\d{1,3}(?:-[a-z])?(?:\([a-z]{1,2}\))*|(?:\([a-z]{1,2}\))+|[ivxlc]+|[a-z])[,.]?$")


@dataclass(slots=True)
class _Ending:
    """Some last words of connectives: the relation, if they are a whole one, and what may stand before them."""

    relation: Relation | None = None
    longer: dict[str, _Ending] = field(default_factory=dict)


@cache
def _endings(code: str) -> _Ending:
    """All connectives of a language, to be walked from their last word to their first."""
    none = _Ending()
    for phrase, relation in load(code).connectives.items():
        ending = none
        for word in reversed(phrase.split(" ")):
            ending = ending.longer.setdefault(word, _Ending())
        ending.relation = relation
    return none


def connective(text: str, start: int, language: Language) -> Relation | None:
    """The relation of the connective right before a citation that starts at `start`, or None.

    Between the two may stand words that only lead on ("the provisions of") and pinpoints ("paragraph 12 (a) of").
    """
    floor = max(0, start - _REACH)
    floor = text.rfind("\n", floor, start) + 1 or floor
    endings, between = _endings(language.code), language.connective_between
    end = start - text.endswith(" ", floor, start)
    while end > floor:
        begin = text.rfind(" ", floor, end) + 1 or floor
        word = text[begin:end].lower()
        if word in endings.longer and (relation := _longest(text[floor:end].lower().split(" "), endings)):
            return relation
        if word not in between and not _PINPOINT.match(word):
            return None
        end = begin - 1
    return None


def _longest(words: list[str], ending: _Ending) -> Relation | None:
    """The relation of the longest connective that some words end in."""
    relation = None
    for word in reversed(words):
        longer = ending.longer.get(word)
        if longer is None:
            break
        ending, relation = longer, longer.relation or relation
    return relation
