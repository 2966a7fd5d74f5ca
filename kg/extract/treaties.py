"""Treaties by their place in the Treaty Series: "United Nations, Treaty Series, vol. 1771, No. 30822".

The identity is the registration number; the volume alone names many treaties.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.languages import any_of, load
from kg.model import Document, Kind, Mention, Span

NAME = "treaties"
EXAMPLES = (
    ("United Nations, Treaty Series, vol. 1771, No. 30822.", ("UNTS 30822",)),
    ("League of Nations, Treaty Series, vol. XCIV, No. 2138.", ("LNTS 2138",)),
    ("United Nations, Treaty Series, vol. 75, Nos. 970–973.", ("UNTS 970", "UNTS 971", "UNTS 972", "UNTS 973")),
)
_MOST_IN_A_RANGE = 12


@cache
def _heads(code: str) -> AhoCorasick:
    """What a reference begins with: the words "Treaty Series", or an "Ibid." that stands for them."""
    words = load(code).references
    return AhoCorasick([words.treaty_series, *words.ibid], matchkind=MatchKind.LeftmostLongest)


@cache
def _place(code: str) -> re.Pattern[str]:
    """The volume and the numbers behind the head."""
    words = load(code).references
    volume, number = (any_of(forms) for forms in (words.volume, words.number))
    return re.compile(
        r",? "
        rf"(?:{volume}) (?P<volumes>[\dIVXLC]+(?:(?:, | {words.conjunction} |[-–])[\dIVXLC]+)*),? "
        rf"(?:{number}) (?P<numbers>\d+(?:(?:, (?:{words.conjunction} )?| {words.conjunction} |[-–])\d+)*)"
    )


def find(document: Document) -> Iterator[Mention]:
    """The registered treaties that a document cites by volume and number."""
    words, text = load(document.language).references, document.text
    series = "UNTS"
    for head, first, behind in _heads(document.language).find_matches_as_indexes(text):
        match = _place(document.language).match(text, behind)
        if match is None:
            continue
        league, nations = (f"{owner}, " for owner in (words.league, words.nations))
        owner = next((each for each in (league, nations) if text.endswith(each, 0, first)), "")
        if head == 0:
            series = "LNTS" if owner == league else "UNTS"
        span, extent = Span(first, match.end()), Span(first - len(owner), match.end())
        for number in _numbers(match["numbers"]):
            yield Mention(Kind.TREATY, span, NAME, target=f"{series} {number}", extent=extent)


def _numbers(printed: str) -> list[int]:
    """ "970–973" is four numbers, "17512 and 17513" two."""
    found: list[int] = []
    for piece in re.split(r", (?:[a-z]+ )?| [a-z]+ ", printed):
        ends = [int(number) for number in re.split(r"[-–]", piece)]
        if len(ends) == 2 and ends[0] < ends[1] < ends[0] + _MOST_IN_A_RANGE:
            found += range(ends[0], ends[1] + 1)
        else:
            found += ends
    return found
