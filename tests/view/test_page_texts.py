"""What the panel quotes: citations in the order of the text, with the quoted words marked."""

from __future__ import annotations

import pytest

from kg.model import Kind
from kg.network import Edge, Network, Node, Passage, edges
from kg.network.elements import add_edge, add_node
from kg.view.page_data import page_data
from kg.view.page_texts import PageTexts, page_texts


def _marked(texts: PageTexts) -> list[str | None]:
    """The words each citation marks, cut out as JavaScript cuts."""
    found: list[str | None] = []
    for citation in sorted(texts.citations, key=lambda each: each.order):
        if citation.mark is None or citation.where is None:
            found.append(None)
            continue
        start, end = citation.mark
        units = texts.passages[citation.where].text.encode("utf-16-le")
        found.append(units[2 * start : 2 * end].decode("utf-16-le"))
    return found


def test_the_marked_words_are_the_quote(decades: Network) -> None:
    texts = page_texts(decades)
    first, *others = _marked(texts)
    assert first is None  # its paragraph is not in the graph
    assert [citation.quote for citation in texts.citations if citation.quote] == ["33/134"]
    quotes = [edge.quote for edge in edges(decades) if edge.quote != "33/134"]
    assert [words for words in others if words] == quotes


def test_the_offset_decides_between_equal_words(decades: Network) -> None:
    texts = page_texts(decades)
    marks = [
        citation.mark
        for citation, words in zip(texts.citations, _in_order(texts), strict=True)
        if words == "resolution 57/263"
    ]
    # Before the second one stands a character of two UTF-16 units.
    assert marks == [(12, 29), (72, 89)]


def _in_order(texts: PageTexts) -> list[str | None]:
    by_order = dict(zip(sorted(each.order for each in texts.citations), _marked(texts), strict=True))
    return [by_order[each.order] for each in texts.citations]


@pytest.mark.parametrize(
    ("start", "passage_start", "expected"),
    [(10, 4, (6, 9)), (10, None, (0, 3)), (None, 4, (0, 3)), (11, 4, (0, 3)), (2, 4, (0, 3))],
)
def test_wrong_or_missing_offsets(start: int | None, passage_start: int | None, expected: tuple[int, int]) -> None:
    network = Network()
    for iri in ("urn:a", "urn:b"):
        add_node(network, Node(iri, iri, "", Kind.RESOLUTION, None, None, 0, True))
    where = Passage("PP1", "1/1 - 1/1", passage_start)
    add_edge(network, Edge("urn:c", "urn:a", "urn:b", "recalls", where, "1/1", start, None, (), *[None] * 4))
    assert [citation.mark for citation in page_texts(network).citations] == [expected]


def test_words_that_are_not_in_the_paragraph_are_quoted_beside_it() -> None:
    network = Network()
    for iri in ("urn:a", "urn:b"):
        add_node(network, Node(iri, iri, "", Kind.RESOLUTION, None, None, 0, True))
    where = Passage("PP1", "something else", 0)
    add_edge(network, Edge("urn:c", "urn:a", "urn:b", "recalls", where, "1/1", 4, None, (), *[None] * 4))
    (citation,) = page_texts(network).citations
    assert (citation.mark, citation.quote) == (None, "1/1")


def test_citations_belong_to_the_lines_that_are_drawn(star: Network) -> None:
    lines = page_data(star, title="Star", focus=None).lines
    of = [citation.line for citation in page_texts(star).citations]
    assert [of.count(number) for number in range(len(lines))] == [line.count for line in lines]


def test_a_paragraph_is_written_once(families: Network) -> None:
    texts = page_texts(families)
    assert len(texts.passages) == 2
    assert {passage.label for passage in texts.passages} == {"PP1"}
