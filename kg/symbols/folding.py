"""The many spellings of one symbol, folded into one: spaces, dashes, marks nobody sees, upper and lower case."""

from __future__ import annotations

import re
from collections.abc import Mapping

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d"
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"

_VISIBLE = str.maketrans({**dict.fromkeys(DASHES, "-"), **dict.fromkeys(INVISIBLE, None), "\uff0f": "/"})
_SQUARE_BRACKETS = str.maketrans("", "", "[]")
# documents.un.org appends "(SUPP)" to tell a Supplement of the Official Records from the loose document: no part of
# the symbol. A star marks a reissue of the same document for technical reasons.
_FILING_MARK = re.compile(r"\(SUPP\.?[^()]*\)$")
_CLOSING = ".,;:*"
_WORD = re.compile(r"[A-Z]+")
_NUMBERED_PART = re.compile(r"(?P<word>PARTS?|VOLS?|SECTS?)(?P<numerals>[IVXLC]+(?:AND[IVXLC]+)?)")


def clean(text: str) -> str:
    """The text with one kind of dash, one kind of space, single spaces, and no invisible characters."""
    return " ".join(text.translate(_VISIBLE).split())


def fold(text: str) -> str:
    """A symbol in any spelling as upper-case text without spaces, filing marks and closing punctuation."""
    folded = "".join(text.translate(_VISIBLE).translate(_SQUARE_BRACKETS).split()).upper().rstrip(_CLOSING)
    return _FILING_MARK.sub("", folded).rstrip(_CLOSING)


def recase(folded: str, words: Mapping[str, str]) -> str:
    """Folded text with the words that the UN does not write in capitals ("Add", "Rev", "Part") as it writes them."""
    return _WORD.sub(lambda match: words.get(match[0]) or _recase_part(match[0], words), folded)


def _recase_part(word: str, words: Mapping[str, str]) -> str:
    """`PARTSIANDII` is a word and its numerals run together: `PartsIandII`."""
    match = _NUMBERED_PART.fullmatch(word)
    if match is None:
        return word
    return words.get(match["word"], match["word"]) + match["numerals"].replace("AND", "and")
