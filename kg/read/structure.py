"""Which paragraph is which: cover, title, enacting formula, preambular, operative, annex, closing lines.

Rules of the United Nations Editorial Manual: preambular paragraphs are unnumbered and end in commas; operative ones are
numbered (a lone one is not) and end in semicolons; the meeting and date of adoption close the resolution; annexes follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.languages import Language
from kg.read.marks import Marked

_TITLE = re.compile(
    r"(?P<number>(?:S-|ES-)?\d+/\d+(?: [A-Z](?:(?:,| and| to|-) ?[A-Z])*)?|\d+(?: [A-Z])? ?\([A-Z0-9-]+\))[.]\s+(?P<title>\S.*)"
)
_NUMBERED = re.compile(r"(?P<number>\d{1,3})\s?\.\s+(?=\S)")
_ITEM = re.compile(r"\((?P<item>[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)\s+")
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})$")
_SECTION = re.compile(r"(?:[IVX]{1,5}|[A-Z])\.?$")

COVER, TITLE, FORMULA, CLOSING, ANNEX, SECTION = "COVER", "TITLE", "FORMULA", "CLOSING", "ANNEX", "SECTION"


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
    levels: list[str] = field(default_factory=list)


def label(blocks: Sequence[Marked], language: Language) -> Iterator[Labelled]:
    """Each block with its label, in order. A text without an enacting formula is labelled as far as it can be."""
    words = _Words(language, any(_is_formula(block.words.text, language) for block in blocks))
    state = _State(COVER if words.has_formula else TITLE)
    for block in blocks:
        if block.zone:
            state.zone = block.zone if block.zone == ANNEX else state.zone
            yield Labelled(block.zone, block)
        else:
            yield Labelled(_next(block.words.text, state, words), block)


class _Words:
    """The language's words in the form that labelling asks for."""

    def __init__(self, language: Language, has_formula: bool) -> None:
        self.has_formula = has_formula
        self.language = language
        self.annex = re.compile(rf"(?:{'|'.join(map(re.escape, language.structure.annex))})(?:\s+[IVX\d]+)?\W*$")
        self.heading = re.compile(rf"(?:{'|'.join(language.structure.heading)})\s+(?:[IVX\d]+|[a-z]+)\W*$")
        self.meeting = re.compile(rf".{{0,60}}\b{language.structure.meeting}\b.{{0,40}}$")
        self.adopted = re.compile(rf"\[?(?:{'|'.join(language.structure.adopted)})\b.{{0,150}}$")
        self.date = re.compile(rf"\d{{1,2}} (?:{'|'.join(language.months)}) \d{{4}}\.?$")
        self.operative = tuple(verb.present for verb in language.verbs) + tuple(b for _, b in language.light_verbs)
        self.preambular = tuple(verb.participle for verb in language.verbs) + tuple(a for a, _ in language.light_verbs)
        names = "|".join(re.escape(name) for organ in language.organs for name in organ.full)
        self.formula = re.compile(rf"{language.structure.enacting} (?:{names})\s*,?$")

    def opens(self, text: str, forms: tuple[str, ...]) -> bool:
        """Whether a paragraph opens with one of these verbs, adverbs before it allowed ("Also requests")."""
        if text.startswith(forms):
            return True
        head = text.split(" ", 3)[:3]
        lowered = tuple(form[0].lower() + form[1:] for form in forms)
        return any(" ".join(head[at:]).startswith(lowered) for at in (1, 2) if len(head) > at)


def _is_formula(text: str, language: Language) -> bool:
    return len(text) < 120 and formula_organ(text, language) is not None


def formula_organ(text: str, language: Language) -> str | None:
    """The slug of the organ that an enacting formula names ("The General Assembly,"), else None."""
    head = language.structure.enacting + " "
    if not text.startswith(head):
        return None
    name = text[len(head) :].rstrip(" ,")
    return next((organ.slug for organ in language.organs if name in organ.full), None)


def title_of(text: str) -> tuple[str, str] | None:
    """The number and the title in a title line ("62/209. South-South cooperation"), else None."""
    match = _TITLE.match(text)
    return (match["number"], match["title"].strip()) if match else None


def _next(text: str, state: _State, words: _Words) -> str:
    if state.zone == COVER:
        return _cover(text, state, words)
    if state.zone == TITLE:
        state.zone = FORMULA if words.has_formula else "BODY"
        if title_of(text) or words.has_formula:
            return TITLE
    if words.has_formula and _is_formula(text, words.language):
        if state.zone != ANNEX:
            state.zone, state.operative, state.levels = "BODY", None, []
        return FORMULA
    if state.zone == FORMULA:
        return TITLE
    return _body(text, state, words)


def _cover(text: str, state: _State, words: _Words) -> str:
    if title_of(text):
        state.zone = FORMULA
        return TITLE
    if _is_formula(text, words.language):
        state.zone = "BODY"
        return FORMULA
    return COVER


def _body(text: str, state: _State, words: _Words) -> str:
    if words.annex.match(text) or (state.operative and words.heading.match(text)):
        state.zone = ANNEX
        return ANNEX
    if _closes(text, state, words):
        state.zone = CLOSING
        return CLOSING
    if state.zone in (ANNEX, CLOSING):
        return ANNEX if state.zone == ANNEX or not words.date.match(text) else CLOSING
    return _paragraph(text, state, words)


def _closes(text: str, state: _State, words: _Words) -> bool:
    if len(text) > 200 or (state.preambular == 0 and state.operative is None):
        return False
    return any(pattern.match(text) for pattern in (words.meeting, words.date, words.adopted))


def _paragraph(text: str, state: _State, words: _Words) -> str:
    numbered = _NUMBERED.match(text)
    if numbered:
        state.operative, state.levels = f"OP{numbered['number']}", []
        return state.operative
    item = _ITEM.match(text)
    if item and state.operative:
        _descend(item["item"], state.levels)
        return state.operative + "".join(f"({level})" for level in state.levels)
    if state.operative:
        return SECTION if _SECTION.match(text) else state.operative
    if words.opens(text, words.operative) and not words.opens(text, words.preambular):
        state.operative = "OP1"
        return state.operative
    return _preambular(text, item is not None, state)


def _preambular(text: str, is_item: bool, state: _State) -> str:
    if _SECTION.match(text):
        return SECTION
    if not is_item or not state.preambular:
        state.preambular += 1
    return f"PP{state.preambular}"


def _descend(item: str, levels: list[str]) -> None:
    """Put an item at its level: (a), (b)(i), (b)(ii), (c). "(i)" after "(h)" is a letter, else a Roman numeral."""
    roman = _ROMAN.match(item) is not None and item != ""
    letter_next = levels and len(item) == 1 and len(levels[0]) == 1 and ord(item) == ord(levels[0]) + 1
    if not levels or (letter_next and (not roman or len(levels) == 1)):
        levels[:] = [item]
    elif roman:
        levels[1:] = [item]
    else:
        levels[:] = [item]
