"""What goes into an atlas and what stays out, on a small store of our own; the same bytes each time."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest
from rdflib import Graph

from kg import pipeline
from kg.atlas import make
from kg.model import Kind
from kg.network import build, edges
from kg.store import OxigraphStore, open_store
from kg.triples import reused, vocabulary
from tests.texts import reading

TITLE = "Small islands"
VOID = "http://rdfs.org/ns/void#"


@pytest.fixture(scope="module")
def store() -> OxigraphStore:
    """A resolution with a footnote, a body that is asked and an open set, and one that cites it."""
    store = open_store()
    pipeline.put(
        store,
        reading(
            "Recalling its resolution 33/134 of 19 December 1978 and other relevant resolutions,\n\n"
            "1. Reaffirms its resolution 60/1 of 16 September 2005;¹\n\n"
            "2. Requests the Secretary-General to report to it on the subject at its next session;",
            "¹ See A/62/295, annex II.",
        ),
    )
    pipeline.put(
        store, reading("Recalling General Assembly resolution 70/301 of 9 September 2016,", organ="security-council")
    )
    return store


@pytest.fixture(scope="module")
def atlas(store: OxigraphStore) -> OxigraphStore:
    """The atlas of that store."""
    atlas = open_store()
    atlas.load_nquads(list(make.quads(store)))
    return atlas


def test_no_words_of_the_texts(atlas: OxigraphStore) -> None:
    said = "\n".join(atlas.dump())
    assert TITLE in said
    assert not any(term in said for term in (vocabulary.TEXT, vocabulary.QUOTE, vocabulary.START, "next session"))


def test_the_network_is_that_of_the_instruments(store: OxigraphStore, atlas: OxigraphStore) -> None:
    whole = build(store.inner)
    bodies = {iri for iri, kind in whole.nodes(data="kind") if kind is Kind.BODY}
    found = build(atlas.inner)
    assert set(found) == set(whole) - bodies
    kept = {(each.iri, each.citing, each.cited, each.relation) for each in edges(whole) if each.cited not in bodies}
    assert {(each.iri, each.citing, each.cited, each.relation) for each in edges(found)} == kept
    where = {each.cited.rsplit("/", 1)[-1]: each.where and each.where.label for each in edges(found)}
    assert (where["134"], where["1"]) == ("PP1", "OP1")


def test_bodies_are_in_the_plain_links(atlas: OxigraphStore) -> None:
    links = [line for line in atlas.dump() if f"<{vocabulary.RELATIONS['requests']}>" in line]
    assert len(links) == 1
    assert "/id/body/secretary-general>" in links[0]


def test_footnotes_keep_their_calls(atlas: OxigraphStore) -> None:
    (edge,) = [each for each in edges(build(atlas.inner)) if each.cited.endswith("A/62/295")]
    assert edge.footnote is not None
    assert (edge.footnote.label, [call.label for call in edge.called_in], edge.part) == ("FN1", ["OP1"], "annex II")


def test_things_are_described_once(atlas: OxigraphStore) -> None:
    labels = [line for line in atlas.dump() if reused.PREF_LABEL in line]
    assert len({line.split(" ", 1)[0] for line in labels}) > 1
    assert all(line.endswith(f"<{make.shared_graph()}> .") for line in labels)


def test_made_twice_it_has_the_same_bytes(store: OxigraphStore, tmp_path: Path) -> None:
    folder = tmp_path / "store"
    on_disk = open_store(folder)
    on_disk.load_nquads(list(store.dump()))
    on_disk.flush()
    del on_disk
    packed = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        make.main(folder, tmp_path / name)
        packed.append((tmp_path / name / "atlas.nq.xz").read_bytes())
    assert packed[0] == packed[1]
    assert lzma.decompress(packed[0]).decode().splitlines() == list(make.quads(store))
    described = Graph().parse(tmp_path / "one" / "atlas.ttl")
    figures = {str(p).rsplit("#", 1)[-1]: int(str(o)) for _, p, o in described if str(o).isdigit()}
    assert figures["documents"] == 2
    assert figures["triples"] == len(list(make.quads(store)))
    assert figures["byteSize"] == len(packed[0])
