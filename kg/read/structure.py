"""Which paragraph is which: cover, title, enacting formula, preambular, operative, annex, closing lines.

Rules of the United Nations Editorial Manual: preambular paragraphs are unnumbered and end in commas; operative ones are
numbered (a lone one is not) and end in semicolons; the meeting and date of adoption close the resolution; annexes
follow. Sections have a numeral or a letter of their own, and their paragraphs may be numbered from 1 again. A text
without an enacting formula (a decision, a statement, no resolution at all) is operative from its first paragraph that
does not open like a preambular one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.languages import Language
from kg.read.marks import Marked
from kg.read.openings import Openings, openings
from kg.read.paragraphs import CLOSED

_TITLE = re.compile(
    r"(?P<number>(?:S-|ES-)?\d+/\d+(?: [A-Z](?:(?:,| and| to|-) ?[A-Z])*)?|\d+(?: [A-Z])? ?\([A-Z0-9-]+\))"
    r"(?:[.]|(?<=\(\d{4}\)))\s+(?P<title>[^\sa-z].*)"
)
_NUMBERED = re.compile(r"(?P<number>\d{1,3}|[Iil](?=[.,] ))\s?[.,]\s*(?=[“\"]?[A-Z(])")
_LOOSELY_NUMBERED = re.compile(r"(?P<number>\d{1,3})\s?\.\s+(?=\S)")
_ITEM = re.compile(r"\((?P<item>[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)\s+")
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})$")
_SECTION = re.compile(r"(?:[IVX]{1,5}|[A-Z])\.?$")
_LETTERED_HEADING = re.compile(r"(?:[IVX]{1,5}|[A-Z])\.? [A-Z][^.;:]{2,120}$")
_LONGEST_HEADING, _LONGEST_CLOSING = 150, 200

COVER, TITLE, FORMULA, CLOSING, ANNEX, SECTION = "COVER", "TITLE", "FORMULA", "CLOSING", "ANNEX", "SECTION"
PREAMBLE, BODY = "PREAMBLE", "BODY"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A block and the label of the paragraph it makes."""

    label: str
    block: Marked


@dataclass(slots=True)
class _State:
    """Where the walk through the blocks stands."""

    zone: str = COVER
    preambular: int = 0
    operative: str | None = None
    unnumbered: int = 0
    levels: list[str] = field(default_factory=list)

    def begin_part(self) -> None:
        """A new resolution or section: the operative paragraphs are numbered anew."""
        self.zone, self.operative, self.unnumbered, self.levels = BODY, None, 0, []

    def next_preambular(self) -> str:
        self.preambular += 1
        return f"PP{self.preambular}"

    def next_unnumbered(self) -> str:
        self.unnumbered += 1
        self.operative, self.levels = f"OP{self.unnumbered}", []
        return self.operative


def label(blocks: Sequence[Marked], language: Language) -> Iterator[Labelled]:
    """Each block with its label, in order. A text without an enacting formula is labelled as far as it can be."""
    texts = [block.words.text for block in blocks]
    words = _Words(language, texts)
    state = _State(COVER if words.has_formula or any(title_of(text) for text in texts) else TITLE)
    for at, block in enumerate(blocks):
        following = texts[at + 1] if at + 1 < len(texts) else ""
        if block.zone:
            yield Labelled(_in_zone(block.zone, texts[at], state, words), block)
        else:
            yield Labelled(_next(texts[at], following, state, words), block)


class _Words:
    """The language's words, and what is known of the whole text, in the form that labelling asks for."""

    def __init__(self, language: Language, texts: Sequence[str]) -> None:
        structure = language.structure
        self.openings: Openings = openings(language.code)
        self.has_formula = any(self.openings.organ(text) for text in texts)
        self.has_numbers = any(_LOOSELY_NUMBERED.match(text) for text in texts)
        self.annex = re.compile(rf"(?:{'|'.join(map(re.escape, structure.annex))})(?:\s+[IVX\d]+)?\W*$")
        self.heading = re.compile(rf"(?:{'|'.join(structure.heading)})\s+(?:[IVX\d]+|[a-z]+)\W*$")
        self.meeting = re.compile(rf".{{0,60}}\b{structure.meeting}\b.{{0,40}}$")
        self.adopted = re.compile(rf"\[?(?:{'|'.join(structure.adopted)})\b.{{0,180}}$")
        self.date = re.compile(rf"\d{{1,2}} (?:{'|'.join(language.months)}) \d{{4}}\.?$")


def title_of(text: str) -> tuple[str, str] | None:
    """The number and the title in a title line ("62/209. South-South cooperation"), else None."""
    match = _TITLE.match(text)
    return (match["number"], match["title"].strip()) if match else None


def _in_zone(zone: str, text: str, state: _State, words: _Words) -> str:
    """The label of a block whose place the format itself names."""
    if zone == PREAMBLE:
        state.zone = BODY
        return _preambular(text, state)
    if zone == SECTION:
        if _SECTION.match(text):
            state.begin_part()
        return SECTION
    if zone == ANNEX and words.openings.organ(text):
        return FORMULA
    if zone == TITLE and _LOOSELY_NUMBERED.match(text):
        return _paragraph(text, "", state, words)
    if zone == FORMULA or (zone == TITLE and state.zone != COVER):
        state.begin_part()
    elif zone == TITLE and not words.has_formula:
        state.zone = BODY
    elif zone in (ANNEX, CLOSING):
        state.zone = zone
    return zone


def _next(text: str, following: str, state: _State, words: _Words) -> str:
    if words.openings.organ(text):
        if state.zone != ANNEX:
            state.begin_part()
        return FORMULA
    if state.zone in (COVER, TITLE, FORMULA):
        return _head(text, state, words)
    return _body(text, following, state, words)


def _head(text: str, state: _State, words: _Words) -> str:
    """What stands above the enacting formula: cover, title line and the lines below it; recitals may come first too."""
    if state.zone == COVER:
        if title_of(text):
            state.zone = FORMULA
            return TITLE
        return COVER
    if state.zone == TITLE:
        state.zone = BODY
        return TITLE
    if len(text) < _LONGEST_HEADING and not words.openings.plain(text) and not text.endswith((",", ";", ".")):
        return TITLE
    return _preambular(text, state) if words.has_formula else _body(text, "", state, words)


def _body(text: str, following: str, state: _State, words: _Words) -> str:
    if words.annex.match(text) or (state.operative and words.heading.match(text)):
        state.zone = ANNEX
        return ANNEX
    if _closes(text, state, words):
        state.zone = CLOSING
        return CLOSING
    if state.zone == CLOSING:
        return _after_closing(text, state, words)
    return ANNEX if state.zone == ANNEX else _paragraph(text, following, state, words)


def _closes(text: str, state: _State, words: _Words) -> bool:
    if len(text) > _LONGEST_CLOSING or (state.preambular == 0 and state.operative is None):
        return False
    if _NUMBERED.match(text) or words.openings.plain(text):
        return False
    return any(pattern.match(text) for pattern in (words.meeting, words.date, words.adopted))


def _after_closing(text: str, state: _State, words: _Words) -> str:
    if _SECTION.match(text):
        state.begin_part()
        return SECTION
    if words.date.match(text) or not text[0].isupper():
        return CLOSING
    state.zone = ANNEX
    return ANNEX


def _paragraph(text: str, following: str, state: _State, words: _Words) -> str:
    state.zone = BODY
    number = _number(text, state, words)
    if number:
        state.operative, state.levels = f"OP{number}", []
        return state.operative
    if _heads(text, following, state, words):
        if _SECTION.match(text) or _LETTERED_HEADING.match(text):
            state.operative, state.unnumbered, state.levels = None, 0, []
        return SECTION
    item = _ITEM.match(text)
    if item and (state.operative or words.openings.operative(text[item.end() :])):
        operative = state.operative or state.next_unnumbered()
        _descend(item["item"], state.levels)
        return operative + "".join(f"({level})" for level in state.levels)
    return _unnumbered(text, state, words)


def _unnumbered(text: str, state: _State, words: _Words) -> str:
    opens = words.openings
    if not words.has_numbers and opens.operative(text):
        return state.next_unnumbered()
    if state.operative:
        return state.next_unnumbered() if not words.has_formula and not words.has_numbers else state.operative
    if opens.operative(text) or (not words.has_formula and not opens.preambular(text)):
        return state.next_unnumbered()
    if not words.has_numbers and opens.maybe_operative(text) and text.endswith((".", ";", ":")):
        return state.next_unnumbered()
    return _preambular(text, state)


def _preambular(text: str, state: _State) -> str:
    if _ITEM.match(text) and state.preambular:
        return f"PP{state.preambular}"
    return state.next_preambular()


def _number(text: str, state: _State, words: _Words) -> str | None:
    """The printed number of an operative paragraph; a comma or a letter for "1" that scanning left is mended where the
    number is the one to be expected."""
    loose = _LOOSELY_NUMBERED.match(text)
    if loose:
        return loose["number"]
    match = _NUMBERED.match(text)
    if match is None:
        return None
    number = "1" if match["number"] in ("I", "i", "l") else match["number"]
    expected = 1 if state.operative is None else int(re.sub(r"\D.*", "", state.operative[2:])) + 1
    return number if int(number) == expected and words.openings.operative(text[match.end() :]) else None


def _heads(text: str, following: str, state: _State, words: _Words) -> bool:
    """Whether a block is the heading of a section: a numeral or letter, or a short line without an end before a
    numbered paragraph."""
    if _SECTION.match(text):
        return True
    if len(text) > _LONGEST_HEADING or CLOSED.search(text) or words.openings.plain(text) or not text[0].isupper():
        return False
    return _LETTERED_HEADING.match(text) is not None or (
        state.operative is not None and _LOOSELY_NUMBERED.match(following) is not None
    )


def _descend(item: str, levels: list[str]) -> None:
    """Put an item at its level: (a), (b)(i), (b)(ii), (c). "(i)" after "(h)" is a letter, else a Roman numeral."""
    roman = _ROMAN.match(item) is not None
    letter_next = levels and len(item) == 1 and len(levels[0]) == 1 and ord(item) == ord(levels[0]) + 1
    if not levels or (letter_next and (not roman or len(levels) == 1)):
        levels[:] = [item]
    elif roman:
        levels[1:] = [item]
    else:
        levels[:] = [item]
