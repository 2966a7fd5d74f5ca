"""Finding nodes by name, and the part of a network around one."""

from __future__ import annotations

import pytest

from kg.errors import NetworkError
from kg.model import Kind
from kg.network import Network, Node, edges, find, neighbourhood
from kg.network.elements import add_node

UN = "https://undocs.org/"


@pytest.mark.parametrize(
    ("name", "iri"),
    [
        (UN + "A/RES/62/209", UN + "A/RES/62/209"),
        ("A/RES/62/209", UN + "A/RES/62/209"),
        (" a/res/62/209 ", UN + "A/RES/62/209"),
        ("South-South Cooperation", UN + "A/RES/62/209"),
        ("secretary-general", "https://w3id.org/instrument-kg/id/body/secretary-general"),
    ],
)
def test_find(network: Network, name: str, iri: str) -> None:
    assert find(network, name) == iri


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("A/RES/62/208", "no node 'A/RES/62/208' in the network; did you mean A/RES/62/209"),
        ("Buenos Aires Plan", "did you mean Buenos Aires Plan of Action"),
        ("zzzzzz", "no node 'zzzzzz' in the network"),
    ],
)
def test_unknown_names_are_answered_with_the_nearest(network: Network, name: str, message: str) -> None:
    with pytest.raises(NetworkError) as caught:
        find(network, name)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_label_of_several_nodes_is_refused_with_the_choices() -> None:
    network = Network()
    for iri in ("urn:a", "urn:b"):
        add_node(network, Node(iri, iri[-1], "Report", Kind.DOCUMENT, None, None, 0, False))
    with pytest.raises(NetworkError, match="names several nodes: urn:a, urn:b"):
        find(network, "report")


@pytest.mark.parametrize(
    ("name", "depth", "size", "citations"),
    [("A/RES/50/119", 0, 1, 0), ("A/RES/50/119", 1, 3, 3), ("A/RES/50/119", 2, 4, 5), ("A/DEC/62/518", 3, 1, 0)],
)
def test_neighbourhood(network: Network, name: str, depth: int, size: int, citations: int) -> None:
    part = neighbourhood(network, name, depth)
    assert (len(part), part.number_of_edges()) == (size, citations)
    assert set(edges(part)) <= set(edges(network))
