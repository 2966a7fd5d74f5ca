"""Laying out a resolution of our own on pages, as a PDF turned into text has it: the inverse of what is tested."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

TITLE = "70/301. Small islands and their harbours"
FORMULA = "The General Assembly,"
CLOSING = ("101st plenary meeting", "9 September 2016")
SYMBOL = "A/RES/70/301"


@dataclass(frozen=True, slots=True)
class Layout:
    """Width and height of a page in characters and lines, and how it sets notes and furniture."""

    width: int = 80
    height: int = 50
    rule: bool = True
    indent: int = 0
    furniture: bool = True


@dataclass(frozen=True, slots=True)
class Body:
    """A paragraph with its label, its words, and the notes called after a word: (index of the word, mark)."""

    label: str
    words: tuple[str, ...]
    calls: tuple[tuple[int, str], ...] = ()

    def printed(self) -> str:
        marks = dict(self.calls)
        return " ".join(word + marks.get(at, "") for at, word in enumerate(self.words))

    def plain(self) -> str:
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class _Row:
    text: str
    marks: tuple[str, ...] = ()


def pages(paragraphs: list[Body], notes: dict[str, str], layout: Layout) -> str:
    """The text of the pages, each note at the foot of the page on which it is called first."""
    rows = [_Row(TITLE), _Row(""), _Row(FORMULA), _Row("")]
    for paragraph in paragraphs:
        rows += [*_wrapped(paragraph, layout.width), _Row("")]
    return "\f".join(_page(number, *page, layout) for number, page in enumerate(_cut(rows, notes, layout)))


def _wrapped(paragraph: Body, width: int) -> list[_Row]:
    waiting = [mark for _, mark in paragraph.calls]
    rows = []
    for line in textwrap.wrap(paragraph.printed(), width, break_on_hyphens=False, break_long_words=False):
        here = [mark for mark in waiting if any(word.endswith("," + mark) for word in line.split())]
        rows.append(_Row(line, tuple(here)))
    return rows


def _cut(rows: list[_Row], notes: dict[str, str], layout: Layout) -> list[tuple[list[str], list[str]]]:
    """Rows dealt out to pages, each with the lines of its notes."""
    cut: list[tuple[list[str], list[str]]] = [([], [])]
    for row in rows:
        added = [line for mark in row.marks for line in textwrap.wrap(f"{mark} {notes[mark]}", layout.width)]
        body, foot = cut[-1]
        if body and len(body) + len(foot) + 1 + len(added) > layout.height:
            cut.append(([], []))
            body, foot = cut[-1]
        body.append(row.text)
        foot += added
    cut[-1][0].extend(CLOSING)
    return cut


def _page(number: int, body: list[str], foot: list[str], layout: Layout) -> str:
    head = [SYMBOL, ""] if layout.furniture else []
    tail = ["", f"{number + 1}/9"] if layout.furniture else []
    rule = ["_______________"] if layout.rule else [""]
    below = [*rule, *foot] if foot else []
    margin = " " * layout.indent
    return "".join(f"{margin}{line}\n" if line else "\n" for line in (*head, *body, *below, *tail))
