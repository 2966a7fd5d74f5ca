"""The same resolution gives the same citations, in whatever format it comes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg import extract, link
from kg.model import Citation, Reading
from kg.read import Source, read_source
from tests.read.paper import pdf
from tests.read.rendering import Resolution, akn, docx, page, plain
from tests.read.resolutions import HARBOURS, LIGHTHOUSES

RENDERERS: dict[str, Callable[[Resolution], bytes]] = {
    "own.xml": akn,
    "own.html": page,
    "own.docx": docx,
    "own.pdf": pdf,
    "short.pdf": lambda resolution: pdf(resolution, height=430),
}
BOTH = pytest.mark.parametrize("resolution", [HARBOURS, LIGHTHOUSES], ids=["harbours", "lighthouses"])


def _reading(name: str, content: bytes) -> Reading:
    document = read_source(Source(name, content))
    return link.link(document, extract.find(document))


def _said(citation: Citation) -> tuple[str, ...]:
    parts = (citation.where, citation.kind, citation.target, citation.relation, citation.called_in)
    return tuple(str(part) for part in (*parts, citation.part, citation.date, citation.quote))


@BOTH
@pytest.mark.parametrize("name", RENDERERS)
def test_same_citations(name: str, resolution: Resolution) -> None:
    expected = _reading("own.txt", plain(resolution))
    found = _reading(name, RENDERERS[name](resolution))
    assert [_said(citation) for citation in found.citations] == [_said(citation) for citation in expected.citations]


@BOTH
@pytest.mark.parametrize("name", RENDERERS)
def test_same_identity_and_labels(name: str, resolution: Resolution) -> None:
    document = _reading(name, RENDERERS[name](resolution)).document
    assert (document.symbol, document.title) == (resolution.symbol, resolution.title)
    assert document.notes == ()
    labels = [paragraph.label for paragraph in document.paragraphs if paragraph.label.startswith(("PP", "OP"))]
    assert (
        labels
        == {
            "71/399": ["PP1", "PP2", "PP3", "OP1", "OP2", "OP2(a)", "OP2(b)", "OP2(b)(i)", "OP2(b)(ii)", "OP3", "OP4"],
            "38/99": ["PP1", "PP2", "PP3", "OP1", "OP2", "OP2(a)", "OP2(b)", "OP3"],
        }[resolution.number]
    )


def test_what_is_cited() -> None:
    """The text itself is read right, so that all formats are not merely wrong alike."""
    citations = _reading("own.txt", plain(HARBOURS)).citations
    targets = {(citation.where, citation.target) for citation in citations}
    assert {("PP1", "A/RES/64/72"), ("PP1", "E/RES/2011/44"), ("OP2(b)(i)", "A/DEC/63/415")} <= targets
    assert {("OP2(b)(ii)", "S/RES/1838(2008)"), ("FN3", "A/71/74"), ("FN4", "UNTS 31363")} <= targets
    called = {(citation.target, citation.called_in) for citation in citations if citation.where == "FN1"}
    assert called == {("A/RES/70/1", ("PP2",)), ("A/RES/70/1", ("OP2(a)",))}
