"""Text that remembers where it came from: the value from which readers assemble a document."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from kg.model import Origin

# One character for one character, so that offsets survive: non-breaking spaces and hyphens, tabs, odd blanks.
_PLAIN = str.maketrans(
    dict.fromkeys(
        "\xa0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t\x0b\x0c\r\n\x85\u2028\u2029", " "
    )
    | {"\u2011": "-", "\u2010": "-"}
)
_INVISIBLE = "\u00ad\u200b\u200e\u200f\ufeff"
_BLANKS = re.compile(f"[ {_INVISIBLE}]{{2,}}|[{_INVISIBLE}]")


def plain(text: str) -> str:
    """The text with every kind of blank as a space and every non-breaking hyphen as a hyphen, length unchanged."""
    return text.translate(_PLAIN)


@dataclass(frozen=True, slots=True)
class Strand:
    """Characters and their origins; origins count from the strand's own start and rise."""

    text: str
    origins: tuple[Origin, ...] = ()

    def slice(self, start: int, end: int | None = None) -> Strand:
        """The strand from `start` to `end`, with the origins that belong to it."""
        end = len(self.text) if end is None else end
        kept = []
        at = max(0, bisect_right(self.origins, start, key=lambda origin: origin.start) - 1)
        while at < len(self.origins) and self.origins[at].start < end:
            origin = self.origins[at]
            low, high = max(origin.start, start), min(origin.start + origin.length, end)
            if low < high:
                kept.append(Origin(low - start, origin.source_start + low - origin.start, high - low))
            at += 1
        return Strand(self.text[start:end], tuple(kept))

    def strip(self) -> Strand:
        """The strand without blanks at its ends."""
        bare = self.text.strip()
        if len(bare) == len(self.text):
            return self
        lead = len(self.text) - len(self.text.lstrip())
        return self.slice(lead, lead + len(bare))


def strand(text: str, source_start: int) -> Strand:
    """A stretch of the source as a strand: blanks made plain and single, soft hyphens and invisible marks taken out."""
    text = plain(text)
    pieces, at = [], 0
    for match in _BLANKS.finditer(text):
        pieces.append(_piece(text[at : match.start()], source_start + at))
        blank = text.find(" ", match.start(), match.end())
        if blank >= 0:
            pieces.append(_piece(" ", source_start + blank))
        at = match.end()
    if not pieces:
        return _piece(text, source_start)
    pieces.append(_piece(text[at:], source_start + at))
    return join(pieces)


def _piece(text: str, source_start: int) -> Strand:
    return Strand(text, (Origin(0, source_start, len(text)),) if text else ())


def join(strands: Iterable[Strand], separator: str = "") -> Strand:
    """The strands one after the other; a separator belongs to no source."""
    texts: list[str] = []
    origins: list[Origin] = []
    at = 0
    for number, item in enumerate(strands):
        if number and separator:
            texts.append(separator)
            at += len(separator)
        texts.append(item.text)
        for origin in item.origins:
            last = origins[-1] if origins else None
            start = origin.start + at
            if last and last.start + last.length == start and last.source_start + last.length == origin.source_start:
                origins[-1] = Origin(last.start, last.source_start, last.length + origin.length)
            else:
                origins.append(Origin(start, origin.source_start, origin.length))
        at += len(item.text)
    return Strand("".join(texts), tuple(origins))
