"""Graph -> network: the right nodes and edges, the same from every source."""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph
import pytest
from oxrdflib import OxigraphStore
from rdflib import Dataset, Graph

from kg.model import Kind
from kg.network import Network, build, edges, find, node, nodes
from kg.store import open_store

UN = "https://undocs.org/"
RESOLUTION = UN + "A/RES/62/209"


@pytest.mark.parametrize(
    ("identity", "kind", "label", "date", "times_cited", "read"),
    [
        ("A/RES/62/209", Kind.RESOLUTION, "South-South cooperation", "2007-12-19", 0, True),
        (
            "A/RES/57/263",
            Kind.RESOLUTION,
            "Economic and technical cooperation among developing countries",
            "2002-12-20",
            2,
            True,
        ),
        ("A/RES/50/119", Kind.RESOLUTION, "", "1995-12-20", 1, True),
        ("A/RES/33/134", Kind.RESOLUTION, "", "1978-12-19", 2, False),
        ("A/DEC/62/518", Kind.DECISION, "", "2007", 0, True),
        ("A/58/683", Kind.DOCUMENT, "", None, 1, False),
        ("secretary-general", Kind.BODY, "Secretary-General", None, 1, False),
        ("buenos-aires-plan-of-action", Kind.INSTRUMENT, "Buenos Aires Plan of Action", None, 1, False),
    ],
)
def test_nodes(
    network: Network, identity: str, kind: Kind, label: str, date: str | None, times_cited: int, read: bool
) -> None:
    found = node(network, find(network, identity))
    assert (found.kind, found.label, found.date) == (kind, label, date)
    assert (found.times_cited, found.read) == (times_cited, read)


def test_no_other_nodes(network: Network) -> None:
    # The General Assembly only adopts here, nothing cites it; the open set names nothing.
    assert len(network) == 8
    assert network.number_of_edges() == 8


def test_organ_goes_by_its_name(network: Network) -> None:
    assert node(network, RESOLUTION).organ == "General Assembly"
    assert node(network, UN + "A/RES/50/119").organ is None


def test_what_a_document_is_filed_under(network: Network) -> None:
    filed = node(network, UN + "A/RES/57/263")
    # A concept without a name goes by its IRI; names that differ by case alone are one.
    assert filed.subjects == ("17", "DEVELOPING COUNTRIES")
    assert filed.languages == ("en", "fr")
    assert filed.agenda == "Operational activities for development"
    assert node(network, RESOLUTION).subjects == node(network, RESOLUTION).languages == ()


@pytest.mark.parametrize(
    ("label", "agenda", "title"), [("A title", "An item", "A title"), ("", "An item", "An item"), ("", "", "")]
)
def test_title(network: Network, label: str, agenda: str, title: str) -> None:
    assert replace(node(network, RESOLUTION), label=label, agenda=agenda).title == title


def test_kinds_that_citations_disagree_on() -> None:
    store = pyoxigraph.Store()
    kinds = ["treaty", "document", "treaty", "document"]
    for number, kind in enumerate(kinds):
        store.load(
            f"""
            @prefix kg: <https://w3id.org/instrument-kg/ns#> . @prefix cito: <http://purl.org/spar/cito/> .
            <urn:c{number}> cito:hasCitingEntity <urn:a> ; cito:hasCitedEntity <urn:b> ;
                cito:hasCitationCharacterization kg:recalls ; kg:citationKind "{kind}" .
            """.encode(),
            format=pyoxigraph.RdfFormat.TURTLE,
        )
    assert node(build(store), "urn:b").kind is Kind.DOCUMENT  # the first by name of two that are as frequent
    store.load(
        b"""
        @prefix kg: <https://w3id.org/instrument-kg/ns#> . @prefix cito: <http://purl.org/spar/cito/> .
        <urn:c9> cito:hasCitingEntity <urn:a> ; cito:hasCitedEntity <urn:b> ;
            cito:hasCitationCharacterization kg:recalls ; kg:citationKind "treaty" .
        """,
        format=pyoxigraph.RdfFormat.TURTLE,
    )
    assert node(build(store), "urn:b").kind is Kind.TREATY


def test_attributes_are_those_of_networkx(network: Network) -> None:
    assert network.nodes[RESOLUTION]["date"] == "2007-12-19"
    assert network[RESOLUTION][UN + "A/58/683"][RESOLUTION + "#cite-5"]["part"] == "annex II"


def test_citation_with_all_details(network: Network) -> None:
    first = next(edge for edge in edges(network) if edge.iri == RESOLUTION + "#cite-1")
    assert (first.relation, first.quote, first.start) == ("reaffirms", "resolution 57/263", 52)
    assert (first.date, first.method, first.confidence) == ("2002-12-20", "own organ", 0.99)
    assert first.place() == "PP1"
    assert first.where is not None
    assert first.where.start == 40
    assert first.where.text.startswith("Reaffirming resolution 57/263 and")


@pytest.mark.parametrize(
    ("citation", "place", "footnote", "called_in"),
    [
        ("#cite-1", "PP1", None, []),
        ("#cite-3", "PP1", "FN1", ["OP1", "PP1"]),
        ("#cite-5", "FN1", "FN1", ["OP1", "PP1"]),
    ],
)
def test_footnotes(network: Network, citation: str, place: str, footnote: str | None, called_in: list[str]) -> None:
    edge = next(edge for edge in edges(network) if edge.iri == RESOLUTION + citation)
    assert edge.place() == place
    assert (edge.footnote.label if edge.footnote else None) == footnote
    assert sorted(passage.label for passage in edge.called_in) == called_in


def test_a_graph_without_passages_still_gives_citations(network: Network) -> None:
    edge = next(edge for edge in edges(network) if edge.citing == UN + "A/RES/50/119")
    assert (edge.where, edge.place(), edge.start, edge.confidence) == (None, "", None, None)


def test_a_store_of_ours_gives_the_same_network(store: pyoxigraph.Store, network: Network) -> None:
    nquads = store.dump(format=pyoxigraph.RdfFormat.N_QUADS)
    assert nquads is not None
    ours = open_store(None)
    ours.load_nquads(nquads)
    other = build(ours)
    assert nodes(other) == nodes(network)
    assert edges(other) == edges(network)


def test_rdflib_gives_the_same_network(store: pyoxigraph.Store, network: Network) -> None:
    nquads = store.dump(format=pyoxigraph.RdfFormat.N_QUADS)
    assert nquads is not None
    dataset = Dataset()
    dataset.parse(data=nquads.decode(), format="nquads")
    graph = Graph()
    for subject, predicate, value, _ in dataset.quads():
        graph.add((subject, predicate, value))
    for source in (dataset, graph, Dataset(store=OxigraphStore(store=store))):
        other = build(source)
        assert nodes(other) == nodes(network)
        assert edges(other) == edges(network)
        assert list(other) == list(network)


def test_loose_data_gives_one_edge_and_a_kind() -> None:
    store = pyoxigraph.Store()
    store.load(
        b"""
        @prefix kg: <https://w3id.org/instrument-kg/ns#> . @prefix cito: <http://purl.org/spar/cito/> .
        <urn:c> cito:hasCitingEntity <urn:a> ; cito:hasCitedEntity <urn:b> ;
            cito:hasCitationCharacterization kg:recalls, kg:affirms ; kg:citationKind "nonsense" ; kg:start "x" .
        """,
        format=pyoxigraph.RdfFormat.TURTLE,
    )
    found = build(store)
    assert [(edge.relation, edge.start) for edge in edges(found)] == [("affirms", None)]
    assert {each.kind for each in nodes(found)} == {Kind.INSTRUMENT}


def test_an_empty_graph_gives_an_empty_network() -> None:
    assert len(build(pyoxigraph.Store())) == 0
    assert len(build(Dataset())) == 0
