"""`kg registry show` and `kg registry refresh` as a user types them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.registry import VARIABLE, load
from tests.builds.files import text, write, xml
from tests.commands import kg, refusal
from tests.registry.texts import ENTRIES, content, put

SUMMIT = """\
A/RES/60/1
  date     2005-09-16
  title    2005 World Summit Outcome
  organ    general-assembly
  sources  cited, record
"""
WOMEN = """\
S/RES/1325(2000)
  date     2000-10-31
  title    Women and peace and security
  organ    security-council
  sources  record
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return put(tmp_path, content())


@pytest.mark.parametrize(
    ("names", "code", "out", "err"),
    [
        (("A/RES/60/1",), 0, SUMMIT, ""),
        (("60/1",), 0, SUMMIT, ""),
        (("s/res/1325 (2000)", "60/1"), 0, WOMEN + SUMMIT, ""),
        (("60/1", "60/99"), 3, SUMMIT, "kg: 60/99: not in the registry\n"),
        (("Boats",), 1, "", "kg: Boats: not in the registry\n"),
    ],
)
def test_show(names: tuple[str, ...], code: int, out: str, err: str, file: Path) -> None:
    ran = kg("registry", "show", *names, "--registry", file)
    assert (ran.code, ran.out, ran.err) == (code, out, err)


def test_a_label_is_told_apart_from_a_title(file: Path) -> None:
    assert "  label    TERRITORIES, BRITISH\n" in kg("registry", "show", "60/10", "--registry", file).out


def test_show_the_packaged_one() -> None:
    shown = kg("registry", "show", "33/134")
    assert shown.code == 0
    assert "  date     1978-12-19\n" in shown.out


def test_the_environment_names_another(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(file))
    assert kg("registry", "show", "60/1").out == SUMMIT
    assert kg("registry", "show", "33/134").code == 1


def test_all_commands_heed_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ("query", "cites", "document=62/209", "of_kind=resolution", "--format", "csv")
    assert "United Nations Conference on Technical Cooperation" in kg(*asked).out
    monkeypatch.setenv(VARIABLE, str(put(tmp_path, content())))
    ran = kg(*asked)
    assert "2005 World Summit Outcome" in ran.out
    assert "United Nations Conference on Technical Cooperation" not in ran.out


@pytest.mark.parametrize("command", [("registry", "show", "60/1"), ("query", "documents")])
def test_a_damaged_registry_is_one_line(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(put(tmp_path, content()[:-1])))
    assert refusal(kg(*command)) == f"{tmp_path / 'registry.tsv'}: the last line has no end"


def test_refresh(file: Path, tmp_path: Path) -> None:
    files = {"1.xml": xml(1), "fr.xml": xml(2, language="fra"), "3.txt": text(3), "deep/4.XML": xml(4)}
    corpus, out = write(tmp_path / "corpus", files), tmp_path / "new.tsv"
    ran = kg("registry", "refresh", corpus, "--registry", file, "--out", out)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == (
        f"2 documents, 1 in other languages, 0 without a symbol\n2 new, 0 changed, 0 conflicts; wrote {out}\n"
    )
    new = load(out)
    assert {entry.symbol for entry in new} == {*(entry.symbol for entry in ENTRIES), "A/RES/70/1", "A/RES/70/4"}
    assert new.title("A/RES/70/1") == "Small islands"
    assert new.head == load(file).head
    again = kg("registry", "refresh", corpus, "--registry", out, "--out", out)
    assert "0 new, 0 changed, 0 conflicts" in again.err
    assert list(load(file)) == sorted(ENTRIES, key=lambda entry: entry.symbol)


def test_refresh_names_what_fails(file: Path, tmp_path: Path) -> None:
    corpus, out = write(tmp_path / "corpus", {"1.xml": xml(1), "2.xml": "<akomaNtoso><p>"}), tmp_path / "new.tsv"
    ran = kg("registry", "refresh", corpus, "--registry", file, "--out", out)
    assert ran.code == 3
    assert ran.err.startswith(f"kg: {corpus / '2.xml'}")
    assert "A/RES/70/1" in load(out)


def test_refresh_from_nothing(file: Path, tmp_path: Path) -> None:
    corpus = write(tmp_path / "corpus", {"1.txt": text(1)})
    assert "no XML files" in refusal(kg("registry", "refresh", corpus, "--registry", file))


def test_refresh_that_cannot_be_written(file: Path, tmp_path: Path) -> None:
    corpus = write(tmp_path / "corpus", {"1.xml": xml(1)})
    ran = kg("registry", "refresh", corpus, "--registry", file, "--out", tmp_path)
    assert "cannot be written" in refusal(ran)
