"""The data of a page: nodes, lines and their ranks, and the form in which all of it is written."""

from __future__ import annotations

import json
import re
from dataclasses import fields

from kg.model import Kind, Relation
from kg.network import Network, edges
from kg.view import graph_page
from kg.view.legend import KINDS, ordered, relation_style
from kg.view.page_data import Line, Links, PageData, PageNode, page_data


def _data(network: Network, links: Links | None = None) -> PageData:
    return page_data(network, title="Title", focus=None, links=links)


def test_parallel_citations_become_one_line(decades: Network) -> None:
    data = _data(decades)
    pairs = [(data.nodes[line.citing].identity, data.nodes[line.cited].identity, line.count) for line in data.lines]
    assert ("A/RES/62/209", "A/RES/57/263", 2) in pairs
    assert sum(line.count for line in data.lines) == len(edges(decades)) == 8


def test_relations_between_the_same_two_are_ranked(star: Network) -> None:
    ranks: dict[tuple[int, int], list[int]] = {}
    for line in _data(star).lines:
        ranks.setdefault((line.citing, line.cited), []).append(line.rank)
    assert max(len(each) for each in ranks.values()) == 3
    assert all(each == list(range(len(each))) for each in ranks.values())


def test_lines_that_a_longer_chain_replaces_are_known(families: Network) -> None:
    data = _data(families)
    years = {
        line.telling: int(data.nodes[line.citing].date[:4]) - int(data.nodes[line.cited].date[:4])  # type: ignore[index]
        for line in data.lines
        if data.nodes[line.cited].kind == "resolution"
    }
    assert years[True] == 1
    assert years[False] > 1


def test_everything_is_a_number_of_a_node(families: Network) -> None:
    data = _data(families)
    numbers = range(len(data.nodes))
    assert all(end in numbers for line in data.lines for end in (line.citing, line.cited))
    assert all(end in numbers for pair in data.path for end in pair)
    assert [data.nodes[hub].name for hub in data.hubs] == ["Charter of the United Nations", "Secretary-General"]
    assert {data.communities[node.community].caption for node in data.nodes if node.name == "Rivers"} == {"Rivers"}
    for each in data.arrangements:
        assert len(each.xs) == len(each.ys) == len(data.nodes)


def test_texts_are_linked_only_where_they_were_read(decades: Network) -> None:
    nodes = _data(decades, Links(page="/p/{identity}", around="/a/{identity}", reader="/r/{identity}")).nodes
    assert {node.read for node in nodes} == {True, False}
    for node in nodes:
        assert node.page == f"/p/{node.identity}"
        assert node.around == f"/a/{node.identity}"
        assert node.reader == (f"/r/{node.identity}" if node.read else None)


def test_rows_are_written_as_lists_by_field(decades: Network) -> None:
    block = re.search(r'id="data">(.*?)</script>', graph_page(decades, title="Title"))
    assert block
    written = json.loads(block[1])
    assert sorted(written) == sorted(field.name for field in fields(PageData))
    assert list(written["nodes"]) == [field.name for field in fields(PageNode)]
    assert list(written["lines"]) == [field.name for field in fields(Line)]
    assert written["nodes"]["identity"] == [node.identity for node in _data(decades).nodes]


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
