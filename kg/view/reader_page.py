"""The reader page: a document as a text to read, with every citation marked, its footnotes beside their calls, what
cites it in the margin, and what could not be linked. One HTML file without any outside request.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kg.model import Kind
from kg.network.rows import Source
from kg.view.address import Link, address, official
from kg.view.embed import code_block, content_policy, json_block
from kg.view.legend import KINDS, kind_style
from kg.view.modules import WEB, joined, pasted
from kg.view.reader_data import Cite, Passage, ReaderData, Thing, reader_data
from kg.view.reader_text import Piece, by_passage, key, pieces

_STYLES = ("theme.css", "reader.css")
_SHOWN_CITING = 200
"""Citing documents that are listed; some instruments are cited by thousands."""

_NO_KIND = "openset"


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of the page, with the footnotes that are called in it. `anchor` is its name within the page."""

    label: str
    anchor: str
    depth: int
    pieces: list[Piece]
    notes: list[NoteRow]


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A footnote beside the paragraph that calls it. `anchor` is None where the note is repeated for a second call."""

    mark: str
    anchor: str | None
    pieces: list[Piece]


def reader_page(source: Source, name: str, *, link: Link = official, home: str | None = None) -> str:
    """The page of a document in a store (IRI, symbol or printed number) as HTML, the same for the same store.

    `link` says where links to other things lead (`kg.view.address`), `home` is the address of a page to go back to.
    Raises ViewError if the store does not hold the text of the document.
    """
    data = reader_data(source, name)
    rows, loose = _rows(data)
    script = code_block(joined("reader.js"))

    def href(thing: Thing) -> str | None:
        return address(link, thing)

    return (
        _environment()
        .get_template("reader.html")
        .render(
            data=data,
            home=home,
            rows=rows,
            loose=loose,
            cites=data.cites,
            hrefs=[href(cite.cited) if cite.cited else None for cite in data.cites],
            href=href,
            official=official,
            kinds=_kinds(data),
            cards=[_card(cite) for cite in data.cites],
            unlinked=[cite for cite in data.cites if cite.cited is None and cite.kind is not Kind.OPENSET],
            sets=[cite for cite in data.cites if cite.kind is Kind.OPENSET],
            cited_by=data.cited_by[:_SHOWN_CITING],
            more=len(data.cited_by) - _SHOWN_CITING,
            style=code_block(pasted(*_STYLES)),
            script=script,
            policy=content_policy([script]),
        )
    )


def _rows(data: ReaderData) -> tuple[list[Row], list[NoteRow]]:
    """The paragraphs with their footnotes, and the footnotes that no paragraph calls."""
    held = by_passage(data.passages, data.cites)
    paragraphs = [passage for passage in data.passages if passage.mark is None]
    notes = [passage for passage in data.passages if passage.mark is not None]
    marks = [(offset, note.mark or "") for note in notes for offset in note.called]
    shown: set[str] = set()

    def cut(passage: Passage) -> list[Piece]:
        return pieces(passage, {number: data.cites[number] for number in held.get(key(passage), ())}, marks)

    def beside(paragraph: Passage) -> list[NoteRow]:
        called = [note for note in notes if any(paragraph.start < at <= paragraph.end for at in note.called)]
        return [_note(note, shown, cut(note)) for note in sorted(called, key=lambda note: min(note.called))]

    anchors = _anchors(paragraphs)
    rows = [
        Row(each.label, anchor, each.label.count("("), cut(each), beside(each))
        for each, anchor in zip(paragraphs, anchors, strict=True)
    ]
    return rows, [_note(note, shown, cut(note)) for note in notes if key(note) not in shown]


def _note(note: Passage, shown: set[str], cut: list[Piece]) -> NoteRow:
    first = key(note) not in shown
    shown.add(key(note))
    return NoteRow(note.mark or "", f"{note.label}-{note.start}" if first else None, cut)


def _anchors(paragraphs: list[Passage]) -> list[str]:
    """The labels as names within the page, the second of a label with `~2`, as in the graph."""
    seen: Counter[str] = Counter()
    anchors = []
    for passage in paragraphs:
        seen[passage.label] += 1
        anchors.append(passage.label + (f"~{seen[passage.label]}" if seen[passage.label] > 1 else ""))
    return anchors


def _card(cite: Cite) -> dict[str, object]:
    """What is shown of a citation when it is pointed at."""
    cited = cite.cited
    return {
        "kind": _caption(cite.kind),
        "title": cited.title if cited else "",
        "identity": cited.identity if cited else "",
        "date": (cited.date if cited else None) or cite.date or "",
        "relation": cite.relation.replace("_", " "),
        "part": cite.part or "",
        "method": cite.method,
        "confidence": cite.confidence,
        "read": bool(cited and cited.read),
    }


def _caption(kind: Kind) -> str:
    return "open set" if kind is Kind.OPENSET else str(kind)


def _kinds(data: ReaderData) -> list[tuple[str, str, int]]:
    """The kinds of the legend: name, caption, number of citations."""
    counts = Counter(cite.kind for cite in data.cites)
    named = [(str(style.kind), kind_style(style.kind).caption, counts[style.kind]) for style in KINDS]
    return [row for row in (*named, (_NO_KIND, "Open sets", counts[Kind.OPENSET])) if row[2]]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(WEB), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["json_block"] = json_block
    return environment
