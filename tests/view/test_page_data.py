"""The data of a page: lines, citations in the order of the text, marked words."""

from __future__ import annotations

import pytest

from kg.model import Kind, Relation
from kg.network import Edge, Network, Node, Passage
from kg.network.elements import add_edge, add_node
from kg.view.arrange import arrange
from kg.view.legend import KINDS, ordered, relation_style
from kg.view.page_data import PageData, page_data


def _data(network: Network) -> PageData:
    return page_data(network, arrange(network), title="Title", focus=None)


def _marked(data: PageData) -> list[str | None]:
    """The words each citation marks, cut out as JavaScript cuts."""
    found: list[str | None] = []
    for citation in sorted(data.citations, key=lambda each: each.order):
        if citation.mark is None or citation.where is None:
            found.append(None)
            continue
        start, end = citation.mark
        units = data.passages[citation.where].text.encode("utf-16-le")
        found.append(units[2 * start : 2 * end].decode("utf-16-le"))
    return found


def test_the_marked_words_are_the_quote(decades: Network) -> None:
    data = _data(decades)
    quotes = [citation.quote for citation in sorted(data.citations, key=lambda each: each.order)]
    assert [words for words in _marked(data) if words is not None] == quotes[1:]
    assert quotes[0] == "33/134"  # its paragraph is not in the graph


def test_the_offset_decides_between_equal_words(decades: Network) -> None:
    marks = [citation.mark for citation in _data(decades).citations if citation.quote == "resolution 57/263"]
    # Before the second one stands a character of two UTF-16 units.
    assert marks == [(12, 29), (72, 89)]


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
    assert [citation.mark for citation in _data(network).citations] == [expected]


def test_parallel_citations_become_one_line(decades: Network) -> None:
    data = _data(decades)
    pairs = [(data.nodes[line.citing].identity, data.nodes[line.cited].identity, line.count) for line in data.lines]
    assert ("A/RES/62/209", "A/RES/57/263", 2) in pairs
    assert sum(line.count for line in data.lines) == len(data.citations) == 8


def test_relations_between_the_same_two_are_ranked(star: Network) -> None:
    ranks: dict[tuple[int, int], list[int]] = {}
    for line in _data(star).lines:
        ranks.setdefault((line.citing, line.cited), []).append(line.rank)
    assert max(len(each) for each in ranks.values()) == 3
    assert all(each == list(range(len(each))) for each in ranks.values())


@pytest.mark.parametrize(
    ("iri", "link"),
    [
        ("https://undocs.org/A/RES/2625(XXV)", True),
        ("https://undocs.org/S/RES/1325(2000)", True),
        ("https://undocs.org.example.net/A/RES/1/1", False),
        ("https://undocs.org/A/RES/1/1?x=1", False),
        ('https://undocs.org/A"onclick=1', False),
        ("http://undocs.org/A/RES/1/1", False),
        ("javascript:alert(1)//https://undocs.org/A", False),
        ("https://w3id.org/instrument-kg/id/body/x", False),
    ],
)
def test_only_official_documents_are_linked(iri: str, link: bool) -> None:
    network = Network()
    add_node(network, Node(iri, "x", "", Kind.RESOLUTION, None, None, 0, True))
    assert [each.link for each in _data(network).nodes] == [iri if link else None]


def test_every_kind_and_relation_has_its_own_look() -> None:
    drawn = [kind for kind in Kind if kind is not Kind.OPENSET]
    assert [style.kind for style in KINDS] == drawn
    assert len({style.shape for style in KINDS}) == len(KINDS)
    styles = [relation_style(relation) for relation in Relation]
    assert len({(style.family, style.dashes) for style in styles}) == len(Relation)


def test_the_legend_keeps_its_order_and_takes_unknown_relations() -> None:
    names = [style.relation for style in ordered({"zzz", "mentions", "recalls", "requests"})]
    assert names == ["recalls", "requests", "mentions", "zzz"]
    assert relation_style("zzz").family == "other"
