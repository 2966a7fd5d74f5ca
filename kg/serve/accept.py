"""Content negotiation: which of several media types a client wants (RFC 9110, section 12.5.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_QUALITY = re.compile(r"(?:0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)")
_MOST = 50
"""Ranges that are looked at: no honest client sends more."""


@dataclass(frozen=True, slots=True)
class Range:
    """A media range of an Accept header and its weight from 0 to 1."""

    type: str
    weight: float

    def fit(self, media_type: str) -> int | None:
        """How closely the range fits a type: 2 the type itself, 1 `text/*`, 0 anything, None not at all."""
        if self.type == media_type:
            return 2
        if self.type == "*/*":
            return 0
        main, _, sub = self.type.partition("/")
        return 1 if sub == "*" and media_type.startswith(f"{main}/") else None


def ranges(accept: str) -> tuple[Range, ...]:
    """The ranges of an Accept header; what is no range is passed over, as is a weight that is none."""
    found = (_range(part) for part in accept.split(",")[:_MOST])
    return tuple(each for each in found if each is not None)


def choose(accept: str | None, offered: Sequence[str]) -> str | None:
    """The offered type that the client wants most; the first of equals; None if it wants none of them."""
    wanted = ranges(accept) if accept and accept.strip() else (Range("*/*", 1.0),)
    weights = [(_weight(wanted, each), -place, each) for place, each in enumerate(offered)]
    weight, _, best = max(weights, default=(0.0, 0, None))
    return best if weight > 0 else None


def _weight(wanted: Sequence[Range], media_type: str) -> float:
    """The weight of the range that fits most closely."""
    fits = [(fit, each.weight) for each in wanted if (fit := each.fit(media_type)) is not None]
    return max(fits, default=(0, 0.0))[1]


def _range(part: str) -> Range | None:
    media_type, *parameters = (each.strip().lower() for each in part.split(";"))
    if media_type.count("/") != 1 or media_type.startswith("/") or media_type.endswith("/"):
        return None
    quality = next((each[2:].strip() for each in parameters if each.startswith("q=")), "1")
    return Range(media_type, float(quality) if _QUALITY.fullmatch(quality) else 0.0)
