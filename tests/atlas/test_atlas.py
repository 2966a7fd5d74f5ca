"""The packaged atlas: small, without texts, as its description says; unpacked once; asked by every command."""

from __future__ import annotations

import hashlib
import lzma
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import Graph, Literal

from kg import resources
from kg.atlas import open_atlas, store_folder
from kg.errors import StoreError
from kg.store import OxigraphStore
from kg.triples import vocabulary
from tests.commands import kg, refusal

LARGEST = 6_000_000


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OxigraphStore]:
    """The atlas, unpacked into a cache of the tests' own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield open_atlas()


def test_it_is_small_and_what_its_description_says() -> None:
    packed = resources.atlas().read_bytes()
    assert len(packed) <= LARGEST
    described = Graph().parse(resources.atlas().with_name("atlas.ttl"))
    assert Literal(hashlib.sha256(packed).hexdigest()) in set(described.objects())
    assert Literal(lzma.decompress(packed).count(b"\n")) in set(described.objects())


def test_it_holds_no_texts() -> None:
    said = lzma.decompress(resources.atlas().read_bytes()).decode()
    assert vocabulary.TEXT not in said
    assert vocabulary.QUOTE not in said


def test_commands_ask_it(atlas: OxigraphStore) -> None:
    ran = kg("query", "cites", "document=A/RES/62/209", "--atlas", "--format", "csv")
    assert ran.code == 0
    assert "https://undocs.org/A/RES/33/134" in ran.out
    assert "https://undocs.org/A/RES/57/263" in ran.out
    ran = kg("query", "timeline", "instrument=A/RES/33/134", "--atlas", "--format", "csv")
    years = [int(line.split(",")[0]) for line in ran.out.splitlines()[1:]]
    assert years == sorted(years)
    assert years[-1] - years[0] >= 15


def test_the_store_is_unpacked_once(atlas: OxigraphStore) -> None:
    folder = store_folder()
    before = sorted((each.name, each.stat().st_mtime_ns) for each in folder.iterdir() if each.suffix == ".sst")
    assert store_folder() == folder
    assert sorted((each.name, each.stat().st_mtime_ns) for each in folder.iterdir() if each.suffix == ".sst") == before
    assert [each.name for each in folder.parent.iterdir()] == [folder.name]


def test_a_cache_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("mine")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    with pytest.raises(StoreError, match="the atlas cannot be unpacked"):
        store_folder()
    assert "the atlas cannot be unpacked" in refusal(kg("query", "documents", "--atlas"))


def test_one_store_at_a_time() -> None:
    ran = kg("query", "documents", "--atlas", "--store", "here")
    assert (ran.code, ran.out) == (2, "")
    assert "--store and --atlas exclude each other" in ran.err
