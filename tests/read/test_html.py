"""HTML: blocks, numbers as a browser prints them, notes linked and unlinked, what is left out, what cannot be read."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.model import Document
from kg.read import Source, read_source
from tests.read.rendering import page, plain
from tests.read.resolutions import HARBOURS

HEAD = "<p>A/RES/71/399</p><h1>71/399. Boats</h1><p>The General Assembly,</p>"


def _read(inner: str, encoding: str = "utf-8", head: str = "") -> Document:
    text = f"<!DOCTYPE html><html><head><title>UN</title>{head}</head><body>{HEAD}{inner}</body></html>"
    return read_source(Source("own.html", text.encode(encoding)))


def _texts(document: Document) -> list[str]:
    """The texts of the paragraphs below the enacting formula."""
    return [document.text[item.span.start : item.span.end] for item in document.paragraphs][3:]


def _called(document: Document) -> list[tuple[str, str, list[str]]]:
    return [
        (note.mark, document.text[note.span.start : note.span.end], [call.where for call in note.calls])
        for note in document.footnotes
    ]


BLOCKS = {
    "inline": (
        "<p><i>Notes</i> <a href='x'>resolution 70/1</a> &amp; <b>b</b>oats.</p>",
        ["Notes resolution 70/1 & boats."],
    ),
    "line ends in the source": ("<p>Notes\n   boats\nhere.</p>", ["Notes boats here."]),
    "containers": ("<div>Notes <section>boats</section> and ships.</div>", ["Notes", "boats", "and ships."]),
    "one break": ("<p>Notes<br>boats.</p>", ["Notes boats."]),
    "two breaks": ("<p>Notes boats.<br>\n<br>Notes ships.</p>", ["Notes boats.", "Notes ships."]),
    "cells": ("<table><tr><td>Boats</td><td>70/1</td></tr></table>", ["Boats", "70/1"]),
    "left out": (
        "<script>a</script><style>b</style><nav>c</nav><p hidden>d</p><p style='display: none'>e</p>"
        "<div role='navigation'>f</div><!-- g --><p>Notes boats.</p>",
        ["Notes boats."],
    ),
    "unclosed": ("<p>Notes boats;<p>Notes ships.", ["Notes boats;", "Notes ships."]),
    "raised text that is no mark": ("<p>Notes the 2<sup>nd</sup> boat.</p>", ["Notes the 2nd boat."]),
    "no-break spaces": ("<p>Notes&nbsp;resolution&nbsp;70/1.</p>", ["Notes resolution 70/1."]),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_blocks(name: str) -> None:
    inner, expected = BLOCKS[name]
    assert _texts(_read(inner)) == expected


LISTS = {
    "numbers": ("<ol><li>Notes a;</li><li>Notes b.</li></ol>", ["1. Notes a;", "2. Notes b."]),
    "a start": (
        "<ol start='4'><li>Notes a;</li><li value='9'>Notes b;</li><li>c.</li></ol>",
        ["4. Notes a;", "9. Notes b;", "10. c."],
    ),
    "letters": ("<ol type='a'><li>a;</li><li>b.</li></ol>", ["(a) a;", "(b) b."]),
    "capitals": ("<ol type='I'><li>Boats</li></ol>", ["I. Boats"]),
    "nested": (
        "<ol><li>Decides:<ol type='a'><li>to sail:<ol type='i'><li>north;</li></ol></li></ol></li></ol>",
        ["1. Decides:", "(a) to sail:", "(i) north;"],
    ),
    "nested without a type": ("<ol><li>Decides:<ol><li>to sail.</li></ol></li></ol>", ["1. Decides:", "(1) to sail."]),
    "printed in the text": ("<ol><li>3. Notes a;</li><li>(b) to b.</li></ol>", ["3. Notes a;", "(b) to b."]),
    "no numbers": ("<ol style='list-style-type: none'><li>Notes a.</li></ol><ul><li>b</li></ul>", ["Notes a.", "b"]),
}


@pytest.mark.parametrize("name", LISTS)
def test_lists(name: str) -> None:
    inner, expected = LISTS[name]
    assert _texts(_read(inner)) == expected


_TWICE = [("1", "See A/70/1.", ["OP1", "OP2"])]
NOTES = {
    "linked superscripts": (
        '<p>1. Notes boats;<sup><a href="#fn1" id="r1">1</a></sup></p>'
        '<p>2. Notes rafts.<sup><a href="#fn1">1</a></sup></p>'
        '<ol><li id="fn1">See A/70/1. <a href="#r1">back</a></li></ol>'
    ),
    "in brackets, both ways": (
        '<p>1. Notes boats;<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a></p>'
        '<p>2. Notes rafts.<a href="#_ftn1">[1]</a></p>'
        '<div><p><a href="#_ftnref1" name="_ftn1">[1]</a> See A/70/1.</p></div>'
    ),
    "the mark printed again": (
        '<p>1. Notes boats;<a href="#n1"><sup>1</sup></a></p><p>2. Notes rafts.<sup>1</sup></p>'
        '<p id="n1"><sup>1</sup> See A/70/1.</p>'
    ),
    "unlinked": (
        "<p>1. Notes boats;<sup>1</sup></p><p>2. Notes rafts.<sup>1</sup></p><hr><p><sup>1</sup> See A/70/1.</p>"
    ),
    "by role": (
        '<p>1. Notes boats;<a role="doc-noteref" href="#x">1</a></p>'
        '<p>2. Notes rafts.<a role="doc-noteref" href="#x">1</a></p><aside id="x">1. See A/70/1.</aside>'
    ),
}


@pytest.mark.parametrize("name", NOTES)
def test_notes(name: str) -> None:
    document = _read(NOTES[name])
    assert _called(document) == _TWICE
    assert _texts(document) == ["1. Notes boats;", "2. Notes rafts."]


def test_a_link_within_the_page_is_no_call() -> None:
    inner = '<p>1. Notes <a href="#p2">paragraph 2</a>;</p><p id="p2">2. Notes rafts.</p>'
    assert _texts(_read(inner)) == ["1. Notes paragraph 2;", "2. Notes rafts."]


def test_only_the_main_part_is_read_and_notes_wherever_they_stand() -> None:
    main = f'<main>{HEAD}<p>1. Notes boats.<sup><a href="#f">1</a></sup></p></main>'
    text = f'<html><body><p>Welcome</p>{main}<footer><p id="f">See A/70/1.</p><p>Contact</p></footer></body></html>'
    document = read_source(Source("own.htm", text.encode()))
    assert _texts(document) == ["1. Notes boats."]
    assert _called(document) == [("1", "See A/70/1.", ["OP1"])]
    assert "Welcome" not in document.text
    assert "Contact" not in document.text


@pytest.mark.parametrize(
    ("encoding", "head"),
    [("utf-8", ""), ("utf-16", ""), ("windows-1252", ""), ("iso-8859-15", '<meta charset="iso-8859-15">')],
)
def test_encodings(encoding: str, head: str) -> None:
    assert _texts(_read("<p>1. Notes Île de la Réunion.</p>", encoding, head)) == ["1. Notes Île de la Réunion."]


def test_a_false_encoding_is_seen_through() -> None:
    document = _read("<p>1. Notes 100 € for the Île.</p>", "windows-1252", '<meta charset="utf-8">')
    assert _texts(document) == ["1. Notes 100 € for the Île."]


def test_xhtml_and_preformatted_pages() -> None:
    declared = b'<?xml version="1.0" encoding="utf-8"?>\n' + page(HARBOURS)
    assert read_source(Source("own.xhtml", declared)).text == read_source(Source("own.html", page(HARBOURS))).text
    text = plain(HARBOURS)
    document = read_source(Source("own.html", b"<html><body><pre>" + text + b"</pre></body></html>"))
    assert document.text == read_source(Source("own.txt", text)).text
    assert document.origins == ()


def test_a_page_without_a_resolution_says_so() -> None:
    text = "<html><body><p>Welcome to the library of the United Nations.</p></body></html>"
    assert any("no resolution" in note for note in read_source(Source("own.html", text.encode())).notes)


BAD = {
    "not found": (
        "<html><head><title>404 Not Found</title></head><body>Try again</body></html>",
        "is an error page (Not Found)",
    ),
    "denied": ("<html><body><h1>Access Denied</h1><p>Go away.</p></body></html>", "is an error page (Access Denied)"),
    "a line": ("<html><body>Error 503</body></html>", "is an error page (Error 503)"),
    "only a script": ("<html><body><script>let a = 1</script></body></html>", "holds no text"),
    "nothing": ("<html></html>", "holds no text"),
    "deep": ("<html><body>" + "<div>" * 1000 + "boat", "nested more than 200 deep"),
    "French": (
        f"<html><body><p>{'Réaffirmant sa résolution et les navires du port ' * 30}</p></body></html>",
        "English",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_one_line(name: str) -> None:
    text, fault = BAD[name]
    with pytest.raises(ReadError) as caught:
        read_source(Source("own.html", text.encode()))
    assert str(caught.value).startswith("own.html: ")
    assert fault in str(caught.value)
    assert "\n" not in str(caught.value)


_TAGS = ["p", "ol", "li", "sup", "a href='#n'", "p id='n'", "br", "td", "pre", "main", "i"]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from([*(f"<{tag}>" for tag in _TAGS), "</p>", "</ol>", "</a>", "</sup>", " boats ", "1", "&", "<"])
    )
)
def test_tag_soup_is_read_or_refused(pieces: list[str]) -> None:
    with suppress(ReadError):
        _read("".join(pieces))
