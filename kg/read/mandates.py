"""Paragraph lists of the UN mandate registry (JSON) -> Document.

A file is a list of objects with `text`, `type` (frontmatter, title, paragraph, heading, backmatter, footer) and often
`prefix` ("1.", "(a)"). The types are guesses of a program and often wrong, but the words are in order, so the list is
set as plain text again and read as such. The list does not say whose it is; its file is named by the symbol
(`A_RES_57_270_B.json`). Scans of old volumes hold ends of neighbouring resolutions, which are left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from kg.errors import ReadError
from kg.model import Document
from kg.read import text
from kg.read.source import Source, decode
from kg.symbols import Symbol, try_parse

_FURNITURE = re.compile(r"<!--.*?-->|-{3,}", re.DOTALL)
_TITLE = re.compile(r"(?P<number>\d{1,4}/\d{1,4}|\d{1,4}[ \t]*\([IVXL]+\))[ \t]*\.")
_NUMBERED = re.compile(r"\d{1,3}\. ")
_BLANKS = re.compile(r"\s+")
_PART = re.compile(r"/([A-Z])$")


def read(source: Source, language: str = "en") -> Document:
    """The document in a paragraph list.

    Raises ReadError for what is no such list, and as plain text does.
    """
    items = list(_paragraphs(source))
    symbol = named(source.name)
    own = _own(items, symbol)
    if not own:
        raise ReadError("the list of paragraphs is empty", source=source.name)
    plain = "\n\n".join(own)
    document = text.read(Source(source.name, plain.encode()), language)
    return _named(replace(document, digest=source.digest), symbol)


def named(name: str) -> Symbol | None:
    """The symbol that a file is named by: `A_RES_57_270_B.json` -> A/RES/57/270B."""
    spelled = re.sub(r"_+", "/", Path(name).stem).replace("/(", "(")
    return try_parse(_PART.sub(r"\1", spelled)) or try_parse(spelled)


def _paragraphs(source: Source) -> Iterator[str]:
    """The words of each paragraph of the list, with its number before them."""
    try:
        found = json.loads(decode(source))
    except ValueError as error:
        place = f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else None
        raise ReadError("is no JSON that can be read", source=source.name, place=place) from None
    except RecursionError:
        raise ReadError("is nested too deeply", source=source.name) from None
    listed = isinstance(found, list) and all(isinstance(each, dict) for each in found)
    if not listed or not all(isinstance(each.get("text"), str) for each in found):
        raise ReadError("is no list of paragraphs, each with a text", source=source.name)
    for each in found:
        words = _BLANKS.sub(" ", _FURNITURE.sub(" ", each["text"])).strip()
        prefix = each.get("prefix")
        if words:
            yield f"{prefix} {words}" if isinstance(prefix, str) else words


def _own(items: Sequence[str], symbol: Symbol | None) -> Sequence[str]:
    """The paragraphs of the resolution itself: from its title to the title of another one."""
    titles = {number: title for number, item in enumerate(items) if (title := _title_of(item)) is not None}
    mine = next((number for number, title in titles.items() if symbol and title in _printed(symbol)), None)
    if mine is None:
        return items
    other = (number for number, title in titles.items() if number > mine and title != titles[mine])
    return items[mine if _is_running(items[:mine]) else 0 : next(other, None)]


def _title_of(item: str) -> str | None:
    """The number in front of a title ("33/141.", "217 (III)."), without blanks."""
    match = _TITLE.match(item)
    return _BLANKS.sub("", match["number"]) if match else None


def _printed(symbol: Symbol) -> tuple[str, ...]:
    """How the number of an act may stand in front of its title."""
    when = symbol.session or symbol.year
    return f"{when}/{symbol.number}", f"{symbol.number}({when})"


def _is_running(items: Sequence[str]) -> bool:
    """Whether these are paragraphs of another resolution rather than a cover: some of them are numbered."""
    return any(_NUMBERED.match(item) for item in items)


def _named(document: Document, symbol: Symbol | None) -> Document:
    """The document under the symbol that its file is named by, which the registry looked up."""
    if symbol is None or document.symbol == str(symbol):
        return document
    notes = tuple(note for note in document.notes if note != "no symbol found")
    if document.symbol is not None:
        notes = (*notes, f"the text says {document.symbol}, the file is named by {symbol}")
    return replace(document, symbol=str(symbol), organ=symbol.organ or document.organ, notes=notes)
