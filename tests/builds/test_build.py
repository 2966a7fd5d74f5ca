"""Builds on disk with real processes: the store follows from the files alone; a second build does only what is new."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.build import Settings, Summary, build
from kg.build.folder import FAILURES, LEDGER
from kg.errors import StoreError
from kg.pipeline import put, reading
from kg.store import OxigraphStore, open_store
from kg.store.register import register
from kg.triples import reused
from kg.triples.registry import registry_graph
from tests.builds.files import documents, held, text, write, xml
from tests.commands import kg, refusal

ONE = Settings(workers=1)
PRUNE = Settings(workers=1, prune=True)


def made(files: dict[str, str], folder: Path) -> list[str]:
    """The quads that an undisturbed build of these files makes."""
    build([write(folder / "fresh", files)], folder / "fresh-store", ONE)
    return held(folder / "fresh-store")


def did(summary: Summary) -> tuple[int, int, int, int]:
    """Files read, unchanged, in another language, failed."""
    counts = summary.counts
    return counts.read, counts.unchanged, counts.other_language, counts.failed


def test_workers_batches_and_order_do_not_matter(tmp_path: Path) -> None:
    files = {f"{number}.txt": text(number) for number in range(1, 30)} | {"x/5.xml": xml(5), "y/5.xml": xml(5)}
    corpus = write(tmp_path / "corpus", files)
    build([corpus], tmp_path / "a", Settings(workers=1))
    build(sorted(corpus.rglob("*.*"), reverse=True), tmp_path / "b", Settings(workers=3, batch=10_000))
    assert held(tmp_path / "a") == held(tmp_path / "b")
    assert len(documents(tmp_path / "a")) == 29


def test_a_build_puts_what_a_reading_says(tmp_path: Path) -> None:
    corpus = write(tmp_path / "corpus", {"1.txt": text(1), "2.xml": xml(2)})
    build([corpus], tmp_path / "store", ONE)
    alone = open_store()
    for name in ("1.txt", "2.xml"):
        put(alone, reading(corpus / name))
    register(alone)
    assert held(tmp_path / "store") == list(alone.dump())


def test_what_has_not_changed_is_skipped_and_what_has_is_replaced(tmp_path: Path) -> None:
    files = {"1.txt": text(1), "2.txt": text(2), "3.txt": text(3), "fr.xml": xml(4, language="fra")}
    corpus, store = write(tmp_path / "corpus", files), tmp_path / "store"
    assert did(build([corpus], store, ONE)) == (3, 0, 1, 0)
    assert did(build([corpus], store, ONE)) == (0, 3, 1, 0)
    changed = {"2.txt": text(2, "61/2"), "3.txt": text(33)}
    write(corpus, changed)
    assert did(build([corpus], store, ONE)) == (2, 1, 1, 0)
    assert held(store) == made(files | changed, tmp_path)


def test_a_store_is_merged_when_it_has_doubled_and_only_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    merged: list[str] = []
    monkeypatch.setattr(OxigraphStore, "optimize", lambda store: merged.append(store.source))
    corpus, store = tmp_path / "corpus", tmp_path / "store"
    for files, merges in ((range(1, 4), 1), (range(1, 4), 1), (range(4, 6), 1), (range(6, 12), 2)):
        write(corpus, {f"{number}.txt": text(number) for number in files})
        build([corpus], store, ONE)
        assert len(merged) == merges


def test_a_file_that_can_no_longer_be_read_leaves_what_was_read_before(tmp_path: Path) -> None:
    corpus, store = write(tmp_path / "corpus", {"1.txt": text(1), "2.txt": text(2)}), tmp_path / "store"
    build([corpus], store, ONE)
    before = held(store)
    write(corpus, {"2.txt": ""})
    assert did(build([corpus], store, ONE)) == (0, 1, 0, 1)
    assert held(store) == before


def test_prune_removes_what_is_gone_and_nothing_else(tmp_path: Path) -> None:
    files = {"a/1.txt": text(1), "a/2.txt": text(2), "b/3.txt": text(3)}
    corpus, store = write(tmp_path / "corpus", files), tmp_path / "store"
    build([corpus], store, ONE)
    (corpus / "a/2.txt").unlink()
    build([corpus / "a"], store, ONE)
    assert len(documents(store)) == 3
    assert build([corpus / "a"], store, PRUNE).holdings.documents == 2
    del files["a/2.txt"]
    assert held(store) == made(files, tmp_path)


def test_what_the_registry_says_follows_the_documents(tmp_path: Path) -> None:
    """60/1 is in the registry. It has a title there while it is cited and unread, and is forgotten with its citer."""
    corpus, store = write(tmp_path / "corpus", {"1.txt": text(1), "2.txt": text(2, "60/212")}), tmp_path / "store"
    build([corpus], store, ONE)
    assert said_by_the_registry(store) == {"A/RES/60/1", "A/RES/60/212"}
    (corpus / "2.txt").unlink()
    build([corpus], store, PRUNE)
    assert said_by_the_registry(store) == {"A/RES/60/1"}
    (corpus / "1.txt").unlink()
    build([corpus], store, PRUNE)
    assert held(store) == []


def said_by_the_registry(store: Path) -> set[str]:
    """The symbols that the registry's graph dates."""
    lines = [line for line in held(store) if line.endswith(f" <{registry_graph()}> .") and reused.DATE_DOCUMENT in line]
    return {line.split("> ")[0].removeprefix("<https://undocs.org/") for line in lines}


@pytest.mark.parametrize("first", ["1.xml", "1.txt"])
def test_two_sources_are_one_document(tmp_path: Path, first: str) -> None:
    files = {"1.xml": xml(1), "1.txt": text(1)}
    corpus, store = write(tmp_path / "corpus", files), tmp_path / "store"
    build([corpus / first], store, ONE)
    summary = build([corpus], store, ONE)
    assert (summary.holdings.documents, summary.holdings.sources) == (1, 2)
    assert summary.holdings.linked["resolution"] == 1
    lines = held(store)
    assert lines == made(files, tmp_path)
    assert sum("prov#alternateOf" in line for line in lines) == 1
    assert not any("meet 1 times" in line for line in lines), "the XML, not the text, is what the graph is taken from"


def test_when_the_better_source_goes_the_other_takes_its_place(tmp_path: Path) -> None:
    corpus, store = write(tmp_path / "corpus", {"1.xml": xml(1), "1.txt": text(1)}), tmp_path / "store"
    build([corpus], store, ONE)
    (corpus / "1.xml").unlink()
    build([corpus], store, PRUNE)
    assert held(store) == made({"1.txt": text(1)}, tmp_path)


def test_a_store_that_another_program_wrote_to_is_put_right(tmp_path: Path) -> None:
    corpus, store = write(tmp_path / "corpus", {"1.txt": text(1), "2.txt": text(2)}), tmp_path / "store"
    build([corpus], store, ONE)
    before = held(store)
    opened = open_store(store)
    opened.remove_graph(opened.graphs()[0])
    del opened
    assert did(build([corpus], store, ONE)) == (1, 1, 0, 0)
    assert held(store) == before


def test_without_the_ledger_everything_is_read_again_and_found_there(tmp_path: Path) -> None:
    corpus, store = write(tmp_path / "corpus", {"1.txt": text(1), "1.xml": xml(1)}), tmp_path / "store"
    build([corpus], store, ONE)
    before = held(store)
    (store / LEDGER).unlink()
    assert did(build([corpus], store, ONE)) == (2, 0, 0, 0)
    assert held(store) == before


def test_one_in_ten_malformed(tmp_path: Path) -> None:
    files = {f"{number:02}.txt": text(number) for number in range(1, 41)}
    bad = {
        f"{number:02}.txt": content for number, content in zip(range(5, 41, 10), ["", "\0", " ", "\x01"], strict=True)
    }
    store = tmp_path / "store"
    summary = build([write(tmp_path / "corpus", files | bad)], store, Settings(workers=2))
    assert did(summary) == (36, 0, 0, 4)
    listed = [json.loads(line) for line in (store / FAILURES).read_text().splitlines()]
    assert [Path(each["source"]).name for each in listed] == sorted(bad)
    assert {each["cause"] for each in listed} == {"is empty", "is no text"}
    good = {name: content for name, content in files.items() if name not in bad}
    assert held(store) == made(good, tmp_path)
    assert kg("build", tmp_path / "corpus", "--store", store).code == 3
    build([tmp_path / "corpus/01.txt"], store, ONE)
    assert not (store / FAILURES).exists()


def test_files_that_hold_the_same_are_read_once_and_fail_each(tmp_path: Path) -> None:
    files = {"a.txt": text(1), "b.txt": text(1), "c.txt": "", "d.txt": ""}
    summary = build([write(tmp_path / "corpus", files)], tmp_path / "store", ONE)
    assert did(summary) == (1, 1, 0, 2)
    assert [Path(failure.path).name for failure in summary.failures] == ["c.txt", "d.txt"]


def test_only_documents_of_a_folder_are_read(tmp_path: Path) -> None:
    files = {"1.txt": text(1), "2.md": "-", ".hidden/2.txt": text(2), ".3.txt": text(3), "deep/er/4.XML": xml(4)}
    corpus = write(tmp_path / "corpus", files)
    seen: list[int] = []
    summary = build([corpus, corpus / "1.txt"], tmp_path / "store", ONE, lambda counts: seen.append(counts.done))
    assert did(summary) == (2, 0, 0, 0)
    assert seen == [1, 2]


def test_a_second_build_on_the_same_store_is_refused(tmp_path: Path) -> None:
    corpus, store = write(tmp_path / "corpus", {"1.txt": text(1)}), tmp_path / "store"
    build([corpus], store, ONE)
    other = open_store(store)
    assert "in use by another process" in refusal(kg("build", corpus, "--store", store))
    del other
    assert len(held(store)) > 0


def test_a_damaged_ledger_is_one_line(tmp_path: Path) -> None:
    corpus, store = write(tmp_path / "corpus", {"1.txt": text(1)}), tmp_path / "store"
    build([corpus], store, ONE)
    (store / LEDGER).write_bytes(b"not a database" * 100)
    with pytest.raises(StoreError, match="is damaged"):
        build([corpus], store, ONE)


def test_no_input_at_all_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = kg("build", tmp_path / "empty", "--store", tmp_path / "store")
    assert (ran.code, ran.out) == (0, "")
    assert "0 files" in ran.err
