"""Communities: planted ones are found, and none is worse than those of networkx."""

from __future__ import annotations

from itertools import combinations, pairwise

import networkx as nx
import pytest
from hypothesis import given

from kg.errors import NetworkError
from kg.model import Kind
from kg.network import Network, communities, field_of
from kg.network.leiden import leiden
from tests.network.networks import citation, linked, network_of, networks, plain, text


def cliques(count: int, size: int) -> Network:
    """So many groups in which all cite all that is older, one link from each group to the next."""
    groups = [range(number * size + 1, (number + 1) * size + 1) for number in range(count)]
    inside = [(b, a) for group in groups for a, b in combinations(group, 2)]
    return linked(count * size, [*inside, *((other[0], one[0]) for one, other in pairwise(groups))])


def modularity(graph: nx.Graph[int], partition: list[int]) -> float:
    groups = [{each for each in graph if partition[each] == name} for name in set(partition)]
    return float(nx.community.modularity(graph, groups, weight=None))


def parts(graph: nx.Graph[int], resolution: float = 1.0) -> list[int]:
    return leiden([dict.fromkeys(graph[each], 1) for each in sorted(graph)], resolution)


@pytest.mark.parametrize(("count", "size"), [(2, 4), (5, 6), (12, 5)])
def test_cliques_are_found(count: int, size: int) -> None:
    found = communities(cliques(count, size))
    assert [each.size for each in found] == [size] * count
    years = sorted((each.first, each.last) for each in found)
    assert years == [(1986 + number * size, 1985 + (number + 1) * size) for number in range(count)]
    assert {each.number for each in found} == set(range(1, count + 1))


def test_a_known_partition() -> None:
    # Zachary's karate club: the greatest modularity there is, is 0.4198 (Brandes et al., 2008).
    assert modularity(nx.karate_club_graph(), parts(nx.karate_club_graph())) > 0.415


@pytest.mark.parametrize("seed", range(8))
def test_no_worse_than_networkx(seed: int) -> None:
    graph = nx.gnp_random_graph(60, 0.08, seed=seed)
    theirs = nx.community.modularity(graph, nx.community.louvain_communities(graph, seed=seed))
    assert modularity(graph, parts(graph)) > theirs - 0.02


def test_resolution() -> None:
    graph = nx.gnp_random_graph(60, 0.08, seed=1)
    assert [len(set(parts(graph, resolution))) for resolution in (0.01, 60.0)] == [
        nx.number_connected_components(graph),
        60,
    ]


@given(networks(12))
def test_communities_hang_together_and_share_nothing(network: Network) -> None:
    graph, links = nx.Graph(plain(network)), set(plain(network).edges())
    found = communities(network, least=1)
    members = [iri for each in found for iri in each.members]
    assert sorted(members) == sorted(network)
    for each in found:
        assert nx.is_connected(graph.subgraph(each.members))
        inner = [(a, b) in links for a in each.members for b in each.members]
        touching = [link for link in links if {*link} & {*each.members}]
        expected = 2 * sum(inner) / (sum(inner) + len(touching)) if touching else 0
        assert each.inside == pytest.approx(expected)


@given(networks(12))
def test_the_order_of_what_was_put_in_does_not_matter(network: Network) -> None:
    turned = Network()
    turned.add_nodes_from(reversed(list(network.nodes(data=True))))
    for citing, cited, key, attributes in reversed(list(network.edges(keys=True, data=True))):
        turned.add_edge(citing, cited, key=key, **attributes)
    assert communities(turned) == communities(network)


def test_what_a_community_is_about() -> None:
    oceans = [text(f"A/RES/{60 + n}/30", f"{2005 + n}-12-01", "Oceans and the law of the sea") for n in range(3)]
    charter = text("charter-of-the-united-nations", "1945-06-26", "Charter of the United Nations", kind=Kind.TREATY)
    alone = text("A/RES/70/1", "2015-09-25")
    body = text("general-assembly", kind=Kind.BODY)
    links = [(2, 1), (1, 0), (2, 0)]
    citations = [citation(oceans[a], oceans[b], n) for n, (a, b) in enumerate(links)]
    citations += [citation(each, charter, 10) for each in oceans] + [citation(oceans[0], body, 20)]
    (found,) = communities(network_of([*oceans, charter, alone, body], citations))
    assert found.leading[0] == "Charter of the United Nations"
    assert found.leading[1] == "A/RES/60/30 Oceans and the law of the sea"
    assert found.about == ("Oceans and the law of the sea",)
    assert (found.size, found.first, found.last, found.inside) == (4, 1945, 2007, 1.0)


def test_the_field_of_something() -> None:
    network = cliques(3, 4)
    assert sorted(field_of(network, "A/RES/45/1")) == sorted(f"https://undocs.org/A/RES/{n}/1" for n in range(45, 49))
    with pytest.raises(NetworkError, match="no community"):
        field_of(linked(2, []), "A/RES/41/1")


@pytest.mark.parametrize("resolution", [0, -1, float("nan")])
def test_unusable_resolution(resolution: float) -> None:
    with pytest.raises(NetworkError, match="greater than 0"):
        communities(linked(2, [(2, 1)]), resolution)


def test_nothing_has_no_communities() -> None:
    assert communities(Network()) == []
    assert communities(linked(3, [])) == []
