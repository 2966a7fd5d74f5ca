"""Whatever the page looks like, the reader gives back the paragraphs, the notes and the calls that were laid out."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Document
from kg.read import Source, read_source
from tests.read.pages import FORMULA, TITLE, Body, Layout, pages

_WORDS = ("harbours", "islands", "coastal", "States", "of", "the", "and", "fishing", "Geneva", "boats", "to", "shelter")
_LAYOUTS = st.builds(
    Layout,
    width=st.integers(45, 120),
    height=st.integers(14, 70),
    rule=st.booleans(),
    indent=st.sampled_from((0, 4, 10)),
    furniture=st.booleans(),
)


@st.composite
def _texts(draw: st.DrawFn) -> tuple[list[Body], dict[str, str]]:
    """Preambular and operative paragraphs with calls after words that end in a comma, and the notes that they call."""
    notes: dict[str, str] = {}
    bodies = []
    preambular, operative = draw(st.integers(1, 4)), draw(st.integers(1, 5))
    for number in range(preambular + operative):
        inside = draw(st.lists(st.sampled_from(_WORDS), min_size=4, max_size=60))
        is_operative = number >= preambular
        opening = [f"{number - preambular + 1}.", "Requests"] if is_operative else ["Recalling"]
        words = [*opening, *inside, "harbours" + (";" if is_operative else ",")]
        calls = []
        for place in sorted(draw(st.sets(st.integers(2, len(words) - 2), max_size=3))):
            words[place] = "islands,"
            mark = str(len(notes) + 1)
            calls.append((place, mark))
            notes[mark] = draw(st.sampled_from(("See A/62/295.", "Report of the Meeting on Boats, chap. I.", "Ibid.")))
        label = f"OP{number - preambular + 1}" if is_operative else f"PP{number + 1}"
        bodies.append(Body(label, tuple(words), tuple(calls)))
    return bodies, notes


def _read(text: str) -> Document:
    return read_source(Source("pages.txt", text.encode()))


@settings(max_examples=150, deadline=None)
@given(_texts(), _LAYOUTS)
def test_layout_makes_no_difference(text: tuple[list[Body], dict[str, str]], layout: Layout) -> None:
    bodies, notes = text
    document = _read(pages(bodies, notes, layout))
    found = [(p.label, document.text[p.span.start : p.span.end]) for p in document.paragraphs]
    wanted = [(body.label, body.plain()) for body in bodies]
    assert [item for item in found if item[0][:2] in ("PP", "OP")] == wanted
    assert {"TITLE": TITLE, "FORMULA": FORMULA}.items() <= dict(found).items()
    assert {n.mark: document.text[n.span.start : n.span.end] for n in document.footnotes} == notes
    called = [
        (note.mark, call.where, _before(document, call.offset)) for note in document.footnotes for call in note.calls
    ]
    assert called == [
        (mark, body.label, " ".join(body.words[: place + 1])) for body in bodies for place, mark in body.calls
    ]


def _before(document: Document, offset: int) -> str:
    paragraph = document.paragraph_at(offset - 1)
    assert paragraph is not None
    return document.text[paragraph.span.start : offset]


@settings(max_examples=60, deadline=None)
@given(_texts(), _LAYOUTS)
def test_offsets_lead_back_to_the_source(text: tuple[list[Body], dict[str, str]], layout: Layout) -> None:
    bodies, notes = text
    raw = pages(bodies, notes, layout)
    document = _read(raw)
    for at, character in enumerate(document.text):
        place = document.source_offset(at)
        assert character.isspace() if place is None else raw[place] == character or raw[place].isspace()
    ends = [document.source_offset(p.span.start) for p in document.paragraphs]
    assert None not in ends
    assert ends == sorted(ends, key=lambda place: place or 0)
