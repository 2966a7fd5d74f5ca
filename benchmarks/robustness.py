"""What `kg build` survives: python -m benchmarks.robustness [--corpus DIR] [--kills N].

`kill -9` at random moments, with the store compared after each; and 200 malformed files among 2,000.
"""

from __future__ import annotations

import json
import random
import tempfile
from pathlib import Path

from benchmarks.corpora import arguments, folders, malformed
from benchmarks.measured import begin, report, run
from kg.store import open_store
from kg.triples.registry import registry_graph

Graphs = dict[str, list[str]]


def held(store: Path) -> Graphs:
    """The quads of each graph in a store, sorted."""
    graphs: Graphs = {}
    for line in open_store(store, read_only=True).dump():
        graphs.setdefault(line.rsplit(" ", 2)[1], []).append(line)
    return graphs


def documents(graphs: Graphs) -> Graphs:
    """All but the registry's graph, which follows at the end of a build."""
    return {name: quads for name, quads in graphs.items() if name != f"<{registry_graph()}>"}


def kills(paths: list[Path], folder: Path, times: int) -> None:
    """Build, killed at random moments, until it has been killed so many times; compare with an undisturbed build."""
    chance = random.Random(1)  # noqa: S311
    full = run("build", *paths, "--store", folder / "undisturbed").seconds
    expected = held(folder / "undisturbed")
    whole, killed, differences, builds = documents(expected), 0, 0, 0
    while killed < times:
        store, done, builds = folder / f"killed-{builds}", False, builds + 1
        while not done:
            limit = chance.uniform(0.1, full) if killed < times else None
            ran = run("build", *paths, "--store", store, kill_after=limit)
            killed, done = killed + (ran.code < 0), ran.code == 0
            if not done and (store / "CURRENT").exists():
                differences += any(whole.get(name) != quads for name, quads in documents(held(store)).items())
        differences += held(store) != expected
    report(
        f"{killed} kills over {builds} builds of {len(whole):,} documents, {full:.1f} s", f"{differences} differences"
    )


def broken(folder: Path) -> None:
    """2,000 small texts, 200 of them malformed."""
    malformed(folder / "malformed")
    ran = run("build", folder / "malformed", "--store", folder / "store")
    lines = (folder / "store" / "failed.jsonl").read_text().splitlines()
    named = {json.loads(line)["source"] for line in lines}
    built = len(documents(held(folder / "store")))
    report("200 malformed of 2,000", f"{built:,} built, {len(named)} named, exit code {ran.code}")


def main() -> None:
    """Measure both, into folders that are removed afterwards."""
    parser = arguments(__doc__)
    parser.add_argument("--kills", type=int, default=50)
    given = parser.parse_args()
    begin("what", "figure")
    with tempfile.TemporaryDirectory() as name:
        broken(Path(name))
    with tempfile.TemporaryDirectory() as name:
        kills([folders(given)[-1]], Path(name), given.kills)


if __name__ == "__main__":
    main()
