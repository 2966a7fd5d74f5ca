"""The footnotes of an HTML page: which elements are notes, and which links and superscripts call them.

A call is a short link that leads onward to its note; the note's own link leads back to the call. Where nothing is
linked, a block that begins with a superscript is the note of that mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml.html import HtmlElement

from kg.read.rows import marks

NOTE_BLOCKS = frozenset({"p", "li", "div", "td", "dd", "aside", "section", "blockquote"})
_MARK = re.compile(r"\[?\(?(\d{1,3}|\*{1,3}|[a-z]{1,2}|[ivx]{1,5})\)?\]?")
_NOTE_NAME = re.compile(r"fn|ftn|note|cite|edn", re.IGNORECASE)
_NOTE_ROLES = frozenset({"doc-noteref", "noteref"})


@dataclass(slots=True)
class HtmlNotes:
    """`elements` are the notes in order with their marks, `calls` the links with the index of the note they call,
    `back` the links in notes that lead back."""

    elements: list[tuple[str, HtmlElement]] = field(default_factory=list)
    calls: dict[HtmlElement, int] = field(default_factory=dict)
    back: set[HtmlElement] = field(default_factory=set)
    _index: dict[HtmlElement, int] = field(default_factory=dict)

    def index(self, mark: str, element: HtmlElement) -> int:
        """The index of the note that an element holds; a new one gets the mark."""
        if element not in self._index:
            self._index[element] = len(self.elements)
            self.elements.append((mark, element))
        return self._index[element]

    def holds(self, element: HtmlElement) -> bool:
        """Whether an element is a note."""
        return element in self._index

    def called(self, element: HtmlElement) -> list[int]:
        """The notes that a superscript calls by its links, or else by its marks; none if it is something else."""
        linked = [self.calls[link] for link in element.iter("a") if link in self.calls]
        if linked:
            return linked
        places = {mark: at for at, (mark, _) in enumerate(self.elements)}
        found = [places.get(mark) for mark in marks(_text(element))]
        return [at for at in found if at is not None] if None not in found else []


def find_notes(root: HtmlElement) -> HtmlNotes:
    """The notes of a page and what calls them."""
    notes = HtmlNotes()
    order = {element: at for at, element in enumerate(root.iter())}
    named = _named(root)
    for link in root.iter("a"):
        target = named.get(unquote(link.get("href", "")[1:])) if link.get("href", "").startswith("#") else None
        if target is None:
            continue
        mark = _MARK.fullmatch(_text(link))
        if order[target] < order[link]:
            notes.back.add(link)
        elif mark and _looks_like_call(link):
            holder = _holder(target)
            if holder is not None and link not in set(holder.iter("a")):
                notes.calls[link] = notes.index(mark[1], holder)
    for mark_text, block in _unlinked(root, notes):
        notes.index(mark_text, block)
    return notes


def note_text(mark: str, words: str) -> str:
    """The words of a note without the mark they begin with."""
    return re.sub(rf"^[\[(]?{re.escape(mark)}[\])]?[.:/]?\s+", "", words, count=1)


def _named(root: HtmlElement) -> dict[str, HtmlElement]:
    named: dict[str, HtmlElement] = {}
    for element in root.iter():
        if isinstance(element.tag, str):
            for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
                if name:
                    named.setdefault(name, element)
    return named


def _looks_like_call(link: HtmlElement) -> bool:
    raised = next(link.iter("sup"), None) is not None or next(link.iterancestors("sup"), None) is not None
    role = {link.get("role", ""), link.get("epub:type", "")} & _NOTE_ROLES
    return raised or bool(role) or _text(link).startswith("[") or _NOTE_NAME.search(link.get("href", "")) is not None


def _holder(target: HtmlElement) -> HtmlElement | None:
    """The block that a link's target is or stands in."""
    for element in (target, *target.iterancestors()):
        if element.tag in NOTE_BLOCKS:
            return element
    return None


def _unlinked(root: HtmlElement, notes: HtmlNotes) -> Iterator[tuple[str, HtmlElement]]:
    seen: set[str] = set()
    for raised in root.iter("sup"):
        mark = _text(raised)
        parent = raised.getparent()
        linked = any(link in notes.calls for link in raised.iter("a")) or any(map(notes.holds, raised.iterancestors()))
        if len(marks(mark)) != 1 or linked or parent is None:
            continue
        begins = parent.tag in NOTE_BLOCKS and raised.getprevious() is None and not (parent.text or "").strip()
        if begins and mark in seen:
            yield mark, parent
        seen.add(mark)


def _text(element: HtmlElement) -> str:
    return "".join(str(text) for text in element.itertext()).strip()
