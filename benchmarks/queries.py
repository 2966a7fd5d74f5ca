"""Every query of the catalogue on the whole corpus: python -m benchmarks.queries [--store DIR] [--limit SECONDS].

As `kg query` asks it, beside pyoxigraph asked directly (the same text, the rows only counted), and beside rdflib's own
engine on the same quads in memory, in a process that is ended after the time limit. Seconds are of processor time, the
best of several rounds; rdflib has one. The document and the instrument asked for are those with the most citations.
"""

from __future__ import annotations

import multiprocessing
import resource
import signal
import tempfile
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from pyoxigraph import QuerySolutions, RdfFormat
from rdflib import Dataset

from benchmarks.corpora import arguments, folders
from benchmarks.measured import begin, report, run
from kg import query
from kg.query import Query
from kg.query.run import bind
from kg.store import OxigraphStore, Table, open_store

ROUNDS = 3
_MOST_CITING = """
PREFIX cito: <http://purl.org/spar/cito/>
SELECT ?document WHERE { ?citation cito:hasCitingEntity ?document } GROUP BY ?document ORDER BY DESC(COUNT(*)) LIMIT 1
"""


def best(*works: Callable[[], int]) -> list[float]:
    """Seconds of processor time of each work, the best of several rounds, in turn."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for work, mine in zip(works, times, strict=True):
            begun = time.process_time()
            work()
            mine.append(time.process_time() - begun)
    return [min(mine) for mine in times]


def values(store: OxigraphStore) -> dict[str, str]:
    """What is asked for: the document that cites most, and the instrument that is cited most."""
    answer = store.ask(_MOST_CITING)
    assert isinstance(answer, Table)
    document = str(next(answer.rows)[0]).strip("<>")
    instrument = str(query.run(store, query.load().get("most-cited"), {"limit": "1"}).rows[0][0]).strip("<>")
    return {"document": document, "instrument": instrument, "thing": instrument}


def given(asked: Query, found: dict[str, str]) -> dict[str, str]:
    """The values of a query that it must have: those found, or else its example."""
    required = [parameter for parameter in asked.parameters if parameter.default is None]
    return {parameter.name: found.get(parameter.name, parameter.example) for parameter in required}


def in_memory(store: OxigraphStore) -> Dataset:
    """The quads of a store in rdflib's memory; the default graph is the union of all."""
    dataset = Dataset(default_union=True)
    with tempfile.NamedTemporaryFile(suffix=".nq") as file:
        store.inner.dump(file.name, format=RdfFormat.N_QUADS)
        dataset.parse(file.name, format="nquads")
    return dataset


def bounded(dataset: Dataset, text: str, limit: int) -> float | str | None:
    """Seconds of processor time that rdflib takes over a query; its error; None if it is not done within the limit."""
    context = multiprocessing.get_context("fork")  # the child has the graph without loading it
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_asked, args=(dataset, text, limit, theirs))
    process.start()
    theirs.close()
    try:
        told: float | str = ours.recv()
    except EOFError:
        process.join()
        return None if process.exitcode == -signal.SIGXCPU else f"exit code {process.exitcode}"
    process.join()
    return told


def _asked(dataset: Dataset, text: str, limit: int, told: Connection) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    begun = time.process_time()
    try:
        list(dataset.query(text))
    except Exception as error:  # whatever it fails with is its result
        told.send(type(error).__name__)
    else:
        told.send(time.process_time() - begun)


def beside(theirs: float | str | None, ours: float, limit: int) -> str:
    """What rdflib took, as it stands in the table."""
    if isinstance(theirs, float):
        return f"{theirs:.2f} s ({theirs / ours:,.1f} ×)"
    return f"fails ({theirs})" if theirs else f"over {limit} s (over {limit / ours:,.0f} ×)"


def compared(store: OxigraphStore, limit: int) -> None:
    """One line a query."""
    found, dataset = values(store), in_memory(store) if limit else None
    for asked in query.load():
        mine = given(asked, found)
        text = bind(asked, mine)

        def directly(text: str = text) -> int:
            solutions = store.inner.query(text, use_default_graph_as_union=True)
            assert isinstance(solutions, QuerySolutions)
            return sum(1 for _ in solutions)

        def by_kg(asked: Query = asked, mine: dict[str, str] = mine) -> int:
            return len(query.run(store, asked, mine).rows)

        ours, engine = best(by_kg, directly)
        shown = beside(bounded(dataset, text, limit), ours, limit) if dataset is not None else ""
        report(asked.name, f"{by_kg():,}", f"{ours:.3f} s", f"{engine:.3f} s", f"{ours / engine:.2f} ×", shown)


def main() -> None:
    """Ask them all of a store, which is built first if none is named."""
    parser = arguments(__doc__)
    parser.add_argument("--store", type=Path, help="a store that was built before")
    parser.add_argument("--limit", type=int, default=60, help="seconds that rdflib has for a query; 0: leave it out")
    options = parser.parse_args()
    begin("query", "rows", "kg", "pyoxigraph", "kg beside it", "rdflib's own engine")
    with tempfile.TemporaryDirectory() as name:
        folder = options.store or Path(name) / "store"
        if not options.store:
            run("build", *folders(options), "--store", folder, "--workers", str(options.workers))
        compared(open_store(folder, read_only=True), options.limit)


if __name__ == "__main__":
    main()
