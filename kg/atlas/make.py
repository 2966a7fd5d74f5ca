"""The atlas from a store that `kg build` made: `python -m kg.atlas.make STORE [FOLDER]`.

Writes `atlas.nq.xz` and its description `atlas.ttl` to a folder, by default into the package. The same store gives the
same bytes.
"""

from __future__ import annotations

import hashlib
import lzma
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import NamedNode, Triple

from kg import resources
from kg.atlas import chosen
from kg.atlas.described import Figures, described
from kg.store import OxigraphStore, Table, open_store
from kg.symbols import Scheme
from kg.triples import reused

_TOPICS = f"""
SELECT ?graph ?document WHERE {{
  ?graph <{reused.PRIMARY_TOPIC}> ?document . ?document <{reused.IDENTIFIER}> ?symbol
}}"""
_FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 6}]


def main(store: Path, folder: Path) -> None:
    """Make the atlas of a store and say how large it is. StoreError if the store cannot be read."""
    lines = list(quads(open_store(store, read_only=True)))
    packed = lzma.compress("".join(f"{line}\n" for line in lines).encode(), check=lzma.CHECK_CRC64, filters=_FILTERS)
    (folder / "atlas.nq.xz").write_bytes(packed)
    (folder / "atlas.ttl").write_text(described(_figures(lines, packed)), encoding="utf-8")
    print(f"{len(lines):,} quads, {len(packed):,} bytes")


def quads(store: OxigraphStore) -> Iterator[str]:
    """The quads of the atlas as N-Quads lines without line ends, graph by graph, each sorted."""
    things: set[str] = set()
    topics = _topics(store)
    for graph in store.graphs():
        name = NamedNode(graph)
        said = [quad.triple for quad in store.inner.quads_for_pattern(None, None, None, name)]
        document = topics.get(graph)
        things.update(str(triple) for triple in chosen.of_things(document, said))
        if document is not None:
            topic = Triple(name, NamedNode(reused.PRIMARY_TOPIC), NamedNode(document))
            yield from sorted(f"{triple} {name} ." for triple in {topic, *chosen.of_document(document, said)})
    yield from (f"{line} {NamedNode(shared_graph())} ." for line in sorted(things))


def shared_graph() -> str:
    """The graph that says what the things are that documents cite."""
    return f"{Scheme().base}atlas/things"


def _topics(store: OxigraphStore) -> dict[str, str]:
    """The graphs of documents that have a symbol; a text without one can be cited by nobody."""
    found = store.ask(_TOPICS)
    assert isinstance(found, Table)
    pairs = [(graph, document) for graph, document in found.rows]
    return {g.value: d.value for g, d in pairs if isinstance(g, NamedNode) and isinstance(d, NamedNode)}


def _figures(lines: list[str], packed: bytes) -> Figures:
    predicates = Counter(line.split(" ", 2)[1][1:-1] for line in lines)
    return Figures(
        quads=len(lines),
        documents=predicates[reused.PRIMARY_TOPIC],
        citations=predicates[reused.CITING_ENTITY],
        size=len(packed),
        sha256=hashlib.sha256(packed).hexdigest(),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else resources.atlas().parent)
