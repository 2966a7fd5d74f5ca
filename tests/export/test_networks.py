"""GraphML and GEXF open in networkx with the nodes, edges and attributes that Gephi and Cytoscape show."""

from __future__ import annotations

import io
import re
from datetime import date

import networkx as nx
import pytest
from lxml import etree

from kg.export import whole
from kg.network import build
from kg.store import OxigraphStore
from tests.export.conftest import DOCUMENT, written

UN = "https://undocs.org/"
ASSEMBLY, COUNCIL, ECOSOC = UN + "A/RES/70/301", UN + "S/RES/2300(2016)", UN + "E/RES/2016/99"
_GEXF = "{http://gexf.net/1.3}"


def read_graphml(store: OxigraphStore) -> nx.MultiDiGraph[str]:
    graph = nx.read_graphml(io.BytesIO(written("graphml", whole(store))), force_multigraph=True)
    assert isinstance(graph, nx.MultiDiGraph)
    return graph


def read_gexf(store: OxigraphStore) -> nx.MultiDiGraph[str]:
    graph = nx.read_gexf(io.BytesIO(written("gexf", whole(store))), version="1.3")
    return nx.MultiDiGraph(graph)


@pytest.mark.parametrize("read", [read_graphml, read_gexf])
@pytest.mark.parametrize("name", ["sample", "small"])
def test_nodes_and_ends_are_those_of_the_network(read: object, name: str, request: pytest.FixtureRequest) -> None:
    store: OxigraphStore = request.getfixturevalue(name)
    network = build(store.inner)
    assert callable(read)
    found = read(store)
    assert set(found) == set(network)
    assert set(found.edges()) == set(network.edges())


@pytest.mark.parametrize("read", [read_graphml, read_gexf])
def test_nodes_say_what_they_are(read: object, small: OxigraphStore) -> None:
    assert callable(read)
    found = read(small)
    said = {key: found.nodes[ASSEMBLY][key] for key in ("label", "kind", "title", "times_cited", "read")}
    assert said == {
        "label": "A/RES/70/301",
        "kind": "resolution",
        "title": "Small islands",
        "times_cited": 3,
        "read": True,
    }
    assert found.nodes[UN + "A/RES/33/134"]["read"] is False
    assert {data["kind"] for _, data in found.nodes(data=True)} >= {"resolution", "document", "body", "treaty"}


@pytest.mark.parametrize("read", [read_graphml, read_gexf])
def test_citations_of_one_relation_are_one_edge_with_a_weight(read: object, small: OxigraphStore) -> None:
    assert callable(read)
    found = read(small)
    between = {data["relation"]: (data["weight"], data["places"]) for data in found[ECOSOC][ASSEMBLY].values()}
    assert between == {"takes_note": (2, "OP1")}
    assert {data["relation"] for data in found[ECOSOC][COUNCIL].values()} == {"recalls"}


def test_years_are_numbers_for_gephi(sample: OxigraphStore) -> None:
    for found in (read_graphml(sample), read_gexf(sample)):
        assert found.nodes[UN + "A/RES/33/134"]["year"] == 1978
        assert found.nodes[UN + "A/RES/62/209"]["year"] == 2007


def test_gexf_follows_its_grammar(sample: OxigraphStore, hostile: OxigraphStore) -> None:
    for store in (sample, hostile):
        root = etree.fromstring(written("gexf", whole(store)))
        graph = root.find(f"{_GEXF}graph")
        assert graph is not None
        assert [child.tag.removeprefix(_GEXF) for child in graph] == ["attributes", "attributes", "nodes", "edges"]
        for kind, declared in zip(("node", "edge"), graph.findall(f"{_GEXF}attributes"), strict=True):
            assert declared.get("class") == kind
            types = {each.get("id"): each.get("type") for each in declared}
            for value in graph.iterfind(f".//{_GEXF}{kind}/{_GEXF}attvalues/{_GEXF}attvalue"):
                assert _fits(value.get("value") or "", types[value.get("for")])
        ids = [each.get("id") for each in graph.iter(f"{_GEXF}node")]
        assert len(ids) == len(set(ids))
        for edge in graph.iter(f"{_GEXF}edge"):
            assert {edge.get("source"), edge.get("target")} <= set(ids)


def _fits(value: str, kind: str | None) -> bool:
    """Whether a value is one of its declared type."""
    return {"integer": re.compile(r"-?\d+"), "boolean": re.compile("true|false")}.get(
        str(kind), re.compile("[\\s\\S]*")
    ).fullmatch(value) is not None


def test_gexf_puts_what_is_dated_on_the_time_line(sample: OxigraphStore) -> None:
    root = etree.fromstring(written("gexf", whole(sample)))
    starts = {each.get("id"): each.get("start") for each in root.iter(f"{_GEXF}node")}
    assert starts[UN + "A/RES/62/209"] == "2007-12-19"
    assert starts[UN + "A/RES/33/134"] == "1978-12-19"
    assert all(date.fromisoformat(start) for start in starts.values() if start)
    edges = {each.get("start") for each in root.iter(f"{_GEXF}edge")}
    assert edges == {"2007-12-19"}


@pytest.mark.parametrize("read", [read_graphml, read_gexf])
def test_hostile_words_stay_words(read: object, hostile: OxigraphStore) -> None:
    assert callable(read)
    title = read(hostile).nodes[DOCUMENT]["title"]
    assert ']]> \ufffd\ufffd\ufffd </title><script>hit()</script> &amp; "quoted"' in title
