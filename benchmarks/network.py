"""How long the measures of `kg.network` take on a large network, beside the plain networkx function where there is one.

    python -m benchmarks.network [--nodes N] [--citations N] [--limit SECONDS]

The network is made here, the same in every run: documents in the order of time, each citing older ones, mostly such as
are cited already (preferential attachment). Seconds are those of CPU time of one process, once. A rival that is not
done within the limit (of CPU seconds) is stopped; it runs in a process of its own.
"""

from __future__ import annotations

import argparse
import multiprocessing
import platform
import resource
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version

import networkx as nx
import numpy as np
from rich.table import Table

from kg import network as measures
from kg import terminal
from kg.model import Kind
from kg.network import Edge, Network, Node
from kg.network.elements import add_edge, add_node

NODES, CITATIONS, LIMIT = 25_000, 500_000, 60
FIRST_YEAR, LAST_YEAR = 1946, 2025
SERIES = 500
PACKAGES = ("networkx", "numpy", "scipy")

Work = Callable[[Network], object]


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure, and what networkx alone would be asked for it, if it can be asked."""

    name: str
    work: Work
    rival: str = ""
    plain: Work | None = None


def made(nodes: int, citations: int) -> Network:
    """A network of documents of `SERIES` yearly series with so many citations in all."""
    chances = np.random.default_rng(1).random((citations, 2)).tolist()
    network = Network()
    for number in range(nodes):
        year = FIRST_YEAR + number * (LAST_YEAR - FIRST_YEAR + 1) // nodes
        date = f"{year}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        symbol = f"A/RES/{year - 1945}/{number + 1}"
        iri = f"https://undocs.org/{symbol}"
        title = f"Question {number % SERIES}"
        add_node(network, Node(iri, symbol, title, Kind.RESOLUTION, "General Assembly", date, 0, True))
    iris = list(network)
    popular = [0]
    for number, (mostly, which) in enumerate(chances):
        citing = 1 + number * (nodes - 1) // citations
        cited = popular[int(which * len(popular))] if mostly < 0.6 else int(which * citing)
        cited = citing - SERIES if number % 20 == 0 and citing >= SERIES else min(cited, citing - 1)
        popular.append(cited)
        relation = "recalls" if number % 3 else "reaffirms"
        edge = Edge(
            f"{iris[citing]}#cite-{number}", iris[citing], iris[cited], relation, None, "", number, None, (), None,
            None, None, None,
        )  # fmt: skip
        add_edge(network, edge)
    return network


def simple(network: Network) -> nx.DiGraph[str]:
    return nx.DiGraph(network)


def ways(network: Network) -> int:
    """The plain way to a search path count would be to walk all paths; what networkx has is a longest path."""
    return len(nx.dag_longest_path(simple(network)))


def youngest_to_oldest(network: Network) -> object:
    first, *_, last = network
    return measures.dated_chains(network, last, first, 3)


MEASURES = (
    Measure("degrees", measures.degrees, "degree, in_degree", lambda n: (dict(n.in_degree()), dict(n.out_degree()))),
    Measure("pagerank", measures.pagerank, "pagerank", lambda n: nx.pagerank(simple(n), tol=1e-12)),
    Measure("hits", measures.hits, "hits", lambda n: nx.hits(simple(n))),
    Measure("hubs", measures.hubs),
    Measure("cores", measures.cores, "core_number", lambda n: nx.core_number(nx.Graph(n))),
    Measure(
        "betweenness, 200 sources",
        measures.betweenness,
        "betweenness_centrality, k=200",
        lambda n: nx.betweenness_centrality(simple(n), k=200, seed=1),
    ),
    Measure(
        "communities",
        measures.communities,
        "louvain_communities",
        lambda n: nx.community.louvain_communities(nx.Graph(n), seed=1),
    ),
    Measure("co_cited, 1,000 pairs", measures.co_cited),
    Measure("coupled, 1,000 pairs", measures.coupled),
    Measure("main_path, key-route", measures.main_path, "dag_longest_path (no counts)", ways),
    Measure("main_path, global", partial(measures.main_path, method="global")),
    Measure("main_path, local", partial(measures.main_path, method="local")),
    Measure("ages", measures.ages),
    Measure("age_profile", measures.age_profile),
    Measure("renewals", measures.renewals),
    Measure("orphans of the most cited", lambda n: measures.orphans(n, measures.degrees(n)[0].iri)),
    Measure("faults", measures.faults),
    Measure("select, one relation", lambda n: measures.select(n, measures.Choice(relations=["recalls"]))),
    Measure("dated_chains of 3, end to end", youngest_to_oldest),
)


def seconds(work: Work, network: Network) -> float:
    """CPU seconds of this process for some work, once."""
    start = time.process_time()
    work(network)
    return time.process_time() - start


def within(limit: int, work: Work, network: Network) -> float | None:
    """CPU seconds for some work in a process of its own; None if the limit of them is not enough."""
    context = multiprocessing.get_context("fork")  # nothing of the network is copied
    answers: multiprocessing.SimpleQueue[float] = context.SimpleQueue()

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
        answers.put(seconds(work, network))

    process = context.Process(target=limited)
    process.start()
    process.join()
    return None if answers.empty() else answers.get()


def lines(network: Network, limit: int) -> Iterator[tuple[str, str, str, str]]:
    for measure in MEASURES:
        own = seconds(measure.work, network)
        if measure.plain is None:
            yield measure.name, f"{own:.2f}", "", ""
            continue
        other = within(limit, measure.plain, network)
        yield measure.name, f"{own:.2f}", measure.rival, f"{other:.2f}" if other is not None else f"> {limit}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--nodes", type=int, default=NODES)
    parser.add_argument("--citations", type=int, default=CITATIONS)
    parser.add_argument("--limit", type=int, default=LIMIT, help="CPU seconds for a function of networkx")
    arguments = parser.parse_args()
    network = made(arguments.nodes, arguments.citations)
    links = sum(len(network.adj[iri]) for iri in network)
    print(f"{platform.machine()}, Python {platform.python_version()}, ", end="")
    print(", ".join(f"{name} {version(name)}" for name in PACKAGES))
    title = f"{len(network):,} nodes, {network.number_of_edges():,} citations, {links:,} links; seconds of CPU time"
    table: Table = terminal.table(
        ("measure", "kg.network", "networkx", "networkx s"), lines(network, arguments.limit), title
    )
    terminal.console().print(table)


if __name__ == "__main__":
    main()
