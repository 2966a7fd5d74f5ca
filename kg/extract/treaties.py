"""Treaties by their place in the Treaty Series: "United Nations, Treaty Series, vol. 1771, No. 30822".

The identity is the registration number; the volume alone names many treaties.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.languages import load
from kg.model import Document, Kind, Mention, Span

NAME = "treaties"
EXAMPLES = (
    ("United Nations, Treaty Series, vol. 1771, No. 30822.", ("UNTS 30822",)),
    ("League of Nations, Treaty Series, vol. XCIV, No. 2138.", ("LNTS 2138",)),
    ("United Nations, Treaty Series, vol. 75, Nos. 970–973.", ("UNTS 970", "UNTS 971", "UNTS 972", "UNTS 973")),
)
_MOST_IN_A_RANGE = 12


@cache
def _pattern(code: str) -> re.Pattern[str]:
    words = load(code).references
    volume, number = (
        "|".join(re.escape(w) for w in sorted(f, key=len, reverse=True)) for f in (words.volume, words.number)
    )
    return re.compile(
        rf"(?:(?P<league>{re.escape(words.league)})|[^\W\d]+(?: [^\W\d]+)?)?,? ?(?P<series>{re.escape(words.treaty_series)}),? "
        rf"(?:{volume}) (?P<volumes>[\dIVXLC]+(?:(?:, | and |[-–]){{1}}[\dIVXLC]+)*),? "
        rf"(?:{number}) (?P<numbers>\d+(?:(?:, (?:and )?| and |[-–])\d+)*)"
    )


def find(document: Document) -> Iterator[Mention]:
    """The registered treaties that a document cites by volume and number."""
    language = load(document.language)
    for match in _pattern(language.code).finditer(document.text):
        series = "LNTS" if match["league"] else "UNTS"
        for number in _numbers(match["numbers"]):
            yield Mention(
                Kind.TREATY,
                Span(match.start("series"), match.end()),
                NAME,
                target=f"{series} {number}",
                extent=Span(*match.span()),
            )


def _numbers(printed: str) -> list[int]:
    """ "970–973" is four numbers, "17512 and 17513" two."""
    found: list[int] = []
    for piece in re.split(r", (?:and )?| and ", printed):
        ends = [int(number) for number in re.split(r"[-–]", piece)]
        if len(ends) == 2 and ends[0] < ends[1] < ends[0] + _MOST_IN_A_RANGE:
            found += range(ends[0], ends[1] + 1)
        else:
            found += ends
    return found
