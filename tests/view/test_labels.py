"""Labels: short, wrapped, and no wider than estimated."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Kind
from kg.network import Node
from kg.view.labels import LINE_CHARACTERS, MAX_LINES, height, labels, width


def _node(identity: str, label: str, kind: Kind, *, read: bool = False) -> Node:
    return Node("urn:" + identity, identity, label, kind, None, None, 0, read)


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (_node("A/RES/33/134", "", Kind.RESOLUTION), "A/RES/33/134"),
        (_node("A/RES/33/134", "A title", Kind.RESOLUTION), "A/RES/33/134"),
        (_node("A/RES/33/134", "A title", Kind.RESOLUTION, read=True), "A/RES/33/134\nA title"),
        (_node("FCCC/CP/2015/10/Add.1/Rev.1", "", Kind.DOCUMENT), "FCCC/CP/2015/10/Add.1/Rev.1"),
        (_node("A/" + 40 * "1", "", Kind.DOCUMENT), "A/" + 27 * "1" + "…"),
        (_node("undp", "United Nations Development Programme", Kind.BODY), "United Nations\nDevelopment Programme"),
        (_node("undp", "", Kind.BODY), "undp"),
        (_node("plan", "One\n two\tthree", Kind.INSTRUMENT), "One two three"),
        (
            _node(
                "plan",
                "Buenos Aires Plan of Action for Promoting and Implementing Technical Cooperation",
                Kind.INSTRUMENT,
            ),
            "Buenos Aires Plan of\nAction for Promoting\nand Implementing …",
        ),
    ],
)
def test_label(node: Node, expected: str) -> None:
    assert labels([node]) == {node.iri: expected}


def test_a_title_that_returns_every_year_is_left_out() -> None:
    nodes = [_node(f"A/RES/{number}/1", "The same", Kind.RESOLUTION, read=True) for number in range(2)]
    assert list(labels(nodes).values()) == ["A/RES/0/1", "A/RES/1/1"]


@given(st.text())
def test_labels_stay_small(text: str) -> None:
    (found,) = labels([_node("slug", text, Kind.BODY)]).values()
    lines = found.split("\n")
    assert len(lines) <= MAX_LINES
    assert all(len(line) <= LINE_CHARACTERS for line in lines)
    assert 0 <= width(found) <= 15 * LINE_CHARACTERS
    assert height(found) > 0
