"""Less than everything: one document, or what lies around an instrument."""

from __future__ import annotations

import pytest
from rdflib import Graph

from kg.errors import KgError
from kg.export import around, of_document
from kg.export.elements import Gathered, citations
from kg.store import OxigraphStore
from tests.export.conftest import merged, written

UN = "https://undocs.org/"


def ends(store: OxigraphStore, name: str, depth: int) -> set[tuple[str, str]]:
    """Who cites whom in the neighbourhood of an instrument."""
    found = [each for part in around(store, name, depth) for each in citations(part)]
    return {(each.citing.removeprefix(UN), (each.cited or "").removeprefix(UN)) for each in found}


def test_a_document_is_all_that_its_graph_says(small: OxigraphStore) -> None:
    lines = written("nquads", of_document(small, "A/RES/70/301")).decode().splitlines()
    graph = "<https://w3id.org/instrument-kg/graph/A/RES/70/301> ."
    assert sorted(lines) == sorted(line for line in small.dump() if line.endswith(graph))


def test_a_document_brings_what_the_registry_knows_of_it(sample: OxigraphStore) -> None:
    gathered = Gathered()
    for part in of_document(sample, "62/209"):
        gathered.add(part)
    dates = {node.identity: node.date for node in gathered.nodes()}
    assert dates["A/RES/33/134"] == "1978-12-19"


@pytest.mark.parametrize(
    ("name", "depth", "expected"),
    [
        ("A/RES/33/134", 0, set()),
        ("A/RES/33/134", 1, {("A/RES/70/301", "A/RES/33/134")}),
        (
            "S/RES/2300(2016)",
            1,
            {
                ("S/RES/2300(2016)", "A/RES/70/301"),
                ("E/RES/2016/99", "S/RES/2300(2016)"),
                ("E/RES/2016/99", "A/RES/70/301"),
            },
        ),
    ],
)
def test_neighbourhoods(small: OxigraphStore, name: str, depth: int, expected: set[tuple[str, str]]) -> None:
    found = {pair for pair in ends(small, name, depth) if "/RES/" in pair[1]}
    assert found == expected


def test_a_neighbourhood_grows_with_its_depth(small: OxigraphStore) -> None:
    sizes = [len(ends(small, "A/RES/33/134", depth)) for depth in range(4)]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[1] < sizes[2]


def test_bodies_are_reached_but_not_passed_through(small: OxigraphStore) -> None:
    # 70/301 alone names the Secretary-General; two steps away is what it cites, not what else names him.
    near = ends(small, "A/62/295", 1)
    assert near == {("A/RES/70/301", "A/62/295")}


def test_a_neighbourhood_says_nothing_that_the_store_does_not(small: OxigraphStore) -> None:
    everything = set(merged(small))
    for depth in range(3):
        found = Graph().parse(data=written("ntriples", around(small, "S/RES/2300(2016)", depth)), format="nt")
        assert set(found) < everything


def test_a_neighbourhood_is_closed(small: OxigraphStore) -> None:
    # No plain link, citation or call leads to something that is not there.
    found = Graph().parse(data=written("ntriples", around(small, "S/RES/2300(2016)", 1)), format="nt")
    subjects = {str(subject) for subject in found.subjects()}
    passages = {str(value) for value in found.objects() if "#" in str(value) and str(value).startswith(UN)}
    assert passages <= subjects
    cited = {str(value) for value in found.objects(predicate=None) if str(value).startswith(UN + "A/RES/")}
    assert {each for each in cited if "#" not in each} <= {UN + "A/RES/70/301"}


@pytest.mark.parametrize("name", ["A/RES/99/9", "not a symbol at all", "A/RES/33/134 }} DROP ALL"])
def test_what_was_not_read_has_no_document(small: OxigraphStore, name: str) -> None:
    with pytest.raises(KgError) as raised:
        list(of_document(small, name))
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("name", ["A/RES/99/9", "not a symbol at all"])
def test_what_nothing_cites_has_no_neighbourhood(small: OxigraphStore, name: str) -> None:
    with pytest.raises(KgError) as raised:
        list(around(small, name, 1))
    assert "\n" not in str(raised.value)
