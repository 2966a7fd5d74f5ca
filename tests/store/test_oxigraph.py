"""The store on Oxigraph: what goes in comes out, graphs are replaced whole, and faults are one line."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import URIRef

from kg.errors import QueryError, StoreError
from kg.store import OxigraphStore, Statements, Table, Verdict, open_store

GRAPH_1 = "http://example.org/graph/1"
GRAPH_2 = "http://example.org/graph/2"
A_CITES_B = "<http://example.org/a> <http://purl.org/spar/cito/cites> <http://example.org/b>"
B_CITES_C = "<http://example.org/b> <http://purl.org/spar/cito/cites> <http://example.org/c>"
LINES = [f"{A_CITES_B} <{GRAPH_2}> .", f"{A_CITES_B} <{GRAPH_1}> .", f"{B_CITES_C} <{GRAPH_1}> ."]
CITES = "SELECT ?citing ?cited WHERE { ?citing <http://purl.org/spar/cito/cites> ?cited } ORDER BY ?citing"


@pytest.fixture(params=["memory", "disk"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> OxigraphStore:
    opened = open_store(tmp_path / "store" if request.param == "disk" else None)
    opened.load_nquads(LINES)
    return opened


def table(store: OxigraphStore, query: str) -> list[tuple[str, ...]]:
    answer = store.ask(query)
    assert isinstance(answer, Table)
    return [tuple(str(term) for term in row) for row in answer.rows]


def test_dump_is_sorted_graph_by_graph(store: OxigraphStore) -> None:
    assert list(store.dump()) == [LINES[1], LINES[2], LINES[0]]
    assert len(store) == 3
    assert store.graphs() == (GRAPH_1, GRAPH_2)


def test_bytes_and_lines_with_or_without_ends_load_the_same(store: OxigraphStore) -> None:
    others = [open_store(), open_store()]
    others[0].load_nquads("\n".join(LINES).encode())
    others[1].load_nquads(line + "\n" for line in reversed(LINES))
    assert [list(other.dump()) for other in others] == [list(store.dump())] * 2


def test_default_graph_is_dumped_first() -> None:
    store = open_store()
    store.load_nquads([*LINES, f"{B_CITES_C} ."])
    assert next(store.dump()) == f"{B_CITES_C} ."


def test_ask_reads_the_union(store: OxigraphStore) -> None:
    assert set(table(store, CITES)) == {
        ("<http://example.org/a>", "<http://example.org/b>"),
        ("<http://example.org/b>", "<http://example.org/c>"),
    }


def test_ask_reads_the_graphs_of_from(store: OxigraphStore) -> None:
    answer = store.ask(CITES.replace("WHERE", f"FROM <{GRAPH_2}> WHERE"), union=False)
    assert isinstance(answer, Table)
    assert len(list(answer.rows)) == 1


def test_ask_answers_every_query_form(store: OxigraphStore) -> None:
    assert store.ask("ASK { ?s ?p ?o }") == Verdict(True)
    answer = store.ask("CONSTRUCT WHERE { <http://example.org/b> ?p ?o }")
    assert isinstance(answer, Statements)
    assert [str(triple) for triple in answer.triples] == [B_CITES_C]


def test_unbound_variables_are_none(store: OxigraphStore) -> None:
    answer = store.ask("SELECT ?s ?x WHERE { <http://example.org/b> ?p ?s OPTIONAL { ?s ?p ?x } }")
    assert isinstance(answer, Table)
    assert [row[1] for row in answer.rows] == [None]


def test_replace_graph_leaves_other_graphs(store: OxigraphStore) -> None:
    store.replace_graph(GRAPH_1, [f"{B_CITES_C} <{GRAPH_1}> ."])
    assert list(store.dump()) == [LINES[2], LINES[0]]
    store.replace_graph(GRAPH_2, [])
    assert list(store.dump()) == [LINES[2]]
    assert not store.has_graph(GRAPH_2)


@pytest.mark.parametrize(
    "quads",
    [
        [f"{A_CITES_B} <{GRAPH_1}> .", f"{A_CITES_B} <{GRAPH_2}> ."],
        [f"{A_CITES_B} ."],
        [f"{A_CITES_B} <{GRAPH_1}> .", "not a quad"],
        [f'<http://example.org/a> <http://example.org/p> "}} }}; DROP ALL" <{GRAPH_2}> .'],
    ],
)
def test_replace_graph_is_all_or_nothing(store: OxigraphStore, quads: list[str]) -> None:
    before = list(store.dump())
    with pytest.raises(StoreError):
        store.replace_graph(GRAPH_1, quads)
    assert list(store.dump()) == before


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_replace_graph_takes_any_text_as_text(text: str) -> None:
    store = open_store()
    literal = str(pyoxigraph.Literal(text))
    line = f"<http://example.org/a> <http://example.org/p> {literal} <{GRAPH_1}> ."
    store.replace_graph(GRAPH_1, [line])
    [quad] = pyoxigraph.parse("\n".join(store.dump()), format=pyoxigraph.RdfFormat.N_QUADS)
    assert quad.object == pyoxigraph.Literal(text)


def test_graph_name_that_is_no_iri_is_refused(store: OxigraphStore) -> None:
    with pytest.raises(StoreError):
        store.replace_graph("http://example.org/> } ; DROP ALL #", [])
    assert len(store) == 3


def test_remove_graph(store: OxigraphStore) -> None:
    store.remove_graph(GRAPH_1)
    assert store.graphs() == (GRAPH_2,)
    store.remove_graph(GRAPH_1)


def test_rdflib_reads_the_same_quads(store: OxigraphStore) -> None:
    dataset = store.dataset
    assert len(list(dataset.query(CITES))) == len(table(store, CITES))
    named = dataset.graph(URIRef(GRAPH_1))
    assert (URIRef("http://example.org/b"), None, URIRef("http://example.org/c")) in named


@pytest.mark.parametrize(
    ("query", "place"),
    [("SELECT * WHERE {\n ?s ?p }", "line 2"), ("", "line 1"), ("SELECT (<http://x/f>(1) AS ?y) {}", None)],
)
def test_queries_that_cannot_be_answered(store: OxigraphStore, query: str, place: str | None) -> None:
    with pytest.raises(QueryError) as caught:
        store.ask(query)
    assert caught.value.place == place
    assert "\n" not in str(caught.value)


def test_quads_that_do_not_parse(store: OxigraphStore) -> None:
    with pytest.raises(StoreError):
        store.load_nquads(["<a> <b>"])


def test_what_is_written_on_disk_is_there_again(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    store.load_nquads(LINES)
    dumped = list(store.dump())
    del store
    assert list(open_store(tmp_path / "store", read_only=True).dump()) == dumped


def test_read_only_sees_what_was_flushed_and_cannot_write(tmp_path: Path) -> None:
    writer = open_store(tmp_path / "store")
    writer.load_nquads(LINES)
    writer.flush()
    reader = open_store(tmp_path / "store", read_only=True)
    assert len(reader) == 3
    with pytest.raises(StoreError):
        reader.replace_graph(GRAPH_1, [])


@pytest.mark.parametrize("read_only", [False, True])
def test_folder_with_other_files_is_left_alone(tmp_path: Path, read_only: bool) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(StoreError, match="other files"):
        open_store(tmp_path, read_only=read_only)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_file_is_no_store(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("mine")
    with pytest.raises(StoreError, match="not a folder"):
        open_store(path)


def test_read_only_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store there"):
        open_store(tmp_path / "store", read_only=True)
    assert not (tmp_path / "store").exists()


def test_store_in_use_is_refused(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    code = "import sys; from pathlib import Path; from kg.store import open_store; open_store(Path(sys.argv[1]))"
    ended = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "store")], capture_output=True, text=True, check=False
    )
    assert "StoreError" in ended.stderr
    assert "in use by another process" in ended.stderr
    assert len(store) == 0


def test_damaged_store_is_refused(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    del store
    (tmp_path / "store" / "CURRENT").write_text("garbage")
    with pytest.raises(StoreError, match="damaged"):
        open_store(tmp_path / "store")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_place_that_cannot_be_made_is_refused() -> None:
    with pytest.raises(StoreError) as caught:
        open_store(Path("/dev/full/store"))
    assert caught.value.source == "/dev/full/store"
    assert "\n" not in str(caught.value)


def test_lines_that_fail_are_a_fault_of_the_store() -> None:
    def lines() -> list[str]:
        raise OSError(errno.ENOSPC, "No space left on device")

    store = open_store()
    with pytest.raises(StoreError, match="No space left"):
        store.load_nquads(line for _ in range(1) for line in lines())
