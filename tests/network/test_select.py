"""Sub-networks: which citations are left."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.errors import NetworkError
from kg.model import Kind
from kg.network import Choice, Network, edges, nodes, select
from tests.network.networks import citation, network_of, text

OLD = text("A/RES/33/134", "1978-12-19", read=False)
ONE = replace(
    text("A/RES/62/209", "2007-12-19"),
    organ="General Assembly",
    subjects=("SOUTH-SOUTH COOPERATION",),
    languages=("en", "fr"),
)
TWO = replace(text("S/RES/1325(2000)", "2000-10-31"), organ="Security Council", subjects=("WOMEN",), languages=("en",))
UNDATED = text("A/RES/57/263")
CHARTER = text("charter-of-the-united-nations", "1945-06-26", kind=Kind.TREATY, read=False)
NETWORK = network_of(
    [OLD, ONE, TWO, UNDATED, CHARTER],
    [
        citation(ONE, OLD, 1),
        citation(ONE, CHARTER, 2, "reaffirms"),
        citation(TWO, CHARTER, 3),
        citation(UNDATED, OLD, 4),
    ],
)


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice(), {1, 2, 3, 4}),
        (Choice(organs=["General Assembly"]), {1, 2, 4}),
        (Choice(organs=["general-assembly"]), {1, 2, 4}),
        (Choice(organs=["SECURITY COUNCIL", "general assembly"]), {1, 2, 3, 4}),
        (Choice(first=2001), {1, 2}),
        (Choice(last=2000), {3}),
        (Choice(first=2000, last=2007), {1, 2, 3}),
        (Choice(subjects=["women"]), {3}),
        (Choice(languages=["FR"]), {1, 2}),
        (Choice(relations=["reaffirms"]), {2}),
        (Choice(kinds=["treaty"]), {2, 3}),
        (Choice(kinds=["treaty"], relations=["recalls"]), {3}),
        (Choice(first=2030), set()),
    ],
)
def test_choices(choice: Choice, expected: set[int]) -> None:
    part = select(NETWORK, choice)
    assert {edge.start for edge in edges(part)} == expected
    ends = {iri for edge in edges(part) for iri in (edge.citing, edge.cited)}
    assert {each.iri for each in nodes(part)} == ends
    assert all(edge in edges(NETWORK) for edge in edges(part))
    assert all(each in nodes(NETWORK) for each in nodes(part))


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        (Choice(organs=["Genral Assembly"]), "organ 'Genral Assembly'; did you mean General Assembly"),
        (Choice(subjects=["wimen"]), "subject 'wimen'; did you mean WOMEN"),
        (Choice(languages=["ru"]), "language 'ru'"),
        (Choice(relations=["recals"]), "relation 'recals'; did you mean recalls"),
        (Choice(kinds=["publication"]), "kind 'publication'"),
    ],
)
def test_names_that_nothing_has(choice: Choice, message: str) -> None:
    with pytest.raises(NetworkError, match=message):
        select(NETWORK, choice)


def test_nothing_to_select_from() -> None:
    assert len(select(Network(), Choice(first=2000))) == 0
