"""Documents by their symbols, with the Official Records citation or the words "document …" around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.parts import part_after
from kg.languages import Language, load
from kg.model import Document, Mention, Span
from kg.symbols import find as find_symbols
from kg.symbols import try_parse

NAME = "documents"
EXAMPLES = (
    ("A/55/74, annex II.", ("A/55/74",)),
    ("Official Records of the General Assembly, Sixty-second Session, Supplement No. 39 (A/62/39).", ("A/62/39",)),
    ("A/71/74 and Add.1.", ("A/71/74", "A/71/74/Add.1")),
    ("A/56/1026-S/2002/932, annex II, resolution 14/221", ("A/56/1026",)),
    ("Ibid., Sixty-second Session, Supplement No. 40 (A/62/40), vol. I, annex VI.", ("A/62/40(Vol.I)",)),
)
_LONGEST_RECORD = 260
_RECORDS = re.compile(r"(?P<stem>.+[./](?:SR|PV)\.)(?P<first>\d+)-(?P<last>\d+)")
_MOST_IN_A_RANGE = 30
_ADDENDUM = re.compile(r"(?:,? [a-z]+|,) ((?:Add|Corr|Rev)\.\d{1,2})(?![\w/])")


def find(document: Document) -> Iterator[Mention]:
    """The symbols of a document, each with its part ("annex II") and the whole reference as its extent."""
    language = load(document.language)
    for start, end, symbol in find_symbols(document.text):
        close = end + (document.text[end : end + 1] == ")")
        after = part_after(document.text, close, language)
        part, stop = after or (None, close)
        lead = _lead(document.text, start, language)
        further, stop = _further(document.text, str(symbol), close) if after is None else ([], stop)
        volume, part = _volume(str(symbol), part, language)
        for member in (*_members(volume), *further):
            yield Mention(symbol.kind, Span(start, end), NAME, target=member, part=part, extent=Span(lead, stop))


def _volume(symbol: str, part: str | None, language: Language) -> tuple[str, str | None]:
    """The symbol of a volume, and the part of it: each volume of a supplement is a document of its own.

    "Supplement No. 49 (A/74/49), vol. I" is what the Digital Library holds as `A/74/49(Vol.I)`.
    """
    match = _volume_named(language.code).match(part or "")
    volume = try_parse(f"{symbol}(Vol.{match['number']})") if match else None
    if not match or volume is None:
        return symbol, part
    return str(volume), (part or "")[match.end() :] or None


@cache
def _volume_named(code: str) -> re.Pattern[str]:
    """A volume at the beginning of a part."""
    return re.compile(rf"{re.escape(load(code).references.volume[0])} (?P<number>[IVX]+)(?:, |$)")


def _further(text: str, symbol: str, end: int) -> tuple[list[str], int]:
    """The addenda and corrigenda named after a symbol without repeating it: "A/71/74 and Add.1"; where they end."""
    found = []
    while match := _ADDENDUM.match(text, end):
        found.append(f"{symbol}/{match[1]}")
        end = match.end()
    return found, end


def _members(symbol: str) -> list[str]:
    """The meeting records of a range: `A/C.6/56/SR.11-13` is three; other symbols are themselves."""
    match = _RECORDS.fullmatch(symbol)
    if not match or not 0 < int(match["last"]) - int(match["first"]) <= _MOST_IN_A_RANGE:
        return [symbol]
    return [f"{match['stem']}{number}" for number in range(int(match["first"]), int(match["last"]) + 1)]


@cache
def _record(code: str) -> re.Pattern[str]:
    """An Official Records citation up to the bracket before the symbol."""
    words = load(code).references
    ibid = "|".join(re.escape(word) for word in words.ibid)
    return re.compile(rf"(?:{re.escape(words.official_records)}|(?:{ibid}),?)[^()\n;]*\($")


def _lead(text: str, start: int, language: Language) -> int:
    """Where the reference starts whose symbol starts at `start`."""
    if text[start - 1 : start] != "(":
        return start
    match = _record(language.code).search(text, max(0, start - _LONGEST_RECORD), start)
    return match.start() if match else start
