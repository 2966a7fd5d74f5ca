"""`kg export`: every form by name, files that appear whole, the same bytes each time, one line for what is wrong."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.commands.export import _FORMS
from kg.export import FORMATS, whole
from kg.store import OxigraphStore
from tests.commands import kg, refusal
from tests.export.conftest import written

_ALL_FORMS = """
import hashlib, io
from kg import pipeline
from kg.export import FORMATS, whole
store = pipeline.sample_store()
for form in FORMATS.values():
    out = io.BytesIO()
    form.write(whole(store), out)
    print(form.name, hashlib.sha256(out.getvalue()).hexdigest())
"""


def test_the_command_offers_every_form() -> None:
    assert set(_FORMS) == {*FORMATS, "csv"}


@pytest.mark.parametrize("form", FORMATS)
def test_each_form_goes_to_standard_output_and_to_a_file(form: str, sample: OxigraphStore, tmp_path: Path) -> None:
    expected = written(form, whole(sample)).decode()
    ran = kg("export", "--format", form)
    assert (ran.code, ran.out, ran.err) == (0, expected, "")
    path = tmp_path / f"own{FORMATS[form].suffix}"
    ran = kg("export", "--format", form, "--out", path)
    assert (ran.code, ran.out, ran.err) == (0, "", f"wrote {path}\n")
    assert path.read_bytes() == expected.encode()
    assert os.listdir(tmp_path) == [path.name]


def test_csv_is_a_folder_of_two_files(tmp_path: Path) -> None:
    assert kg("export", "--format", "csv", "--out", tmp_path / "new" / "tables").code == 0
    assert sorted(os.listdir(tmp_path / "new" / "tables")) == ["edges.csv", "nodes.csv"]


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_the_same_bytes_whatever_the_order_of_hashes(seed: str, sample: OxigraphStore) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    ran = subprocess.run([sys.executable, "-c", _ALL_FORMS], env=environment, capture_output=True, check=True)
    found = dict(line.split() for line in ran.stdout.decode().splitlines())
    assert found == {name: hashlib.sha256(written(name, whole(sample))).hexdigest() for name in FORMATS}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--document", "A/RES/99/9"], "does not hold the text of A/RES/99/9"),
        (["--around", "A/RES/99/9"], "knows nothing of A/RES/99/9"),
        (["--document", "no symbol"], "no symbol"),
        (["--store", "no/such/store"], "no/such/store"),
        (["--out", "no/such/folder/graph.ttl"], "no/such/folder/graph.ttl"),
    ],
)
def test_failures_are_one_line(arguments: list[str], says: str) -> None:
    assert says in refusal(kg("export", *arguments))


def test_a_failure_leaves_no_file(tmp_path: Path) -> None:
    refusal(kg("export", "--document", "A/RES/99/9", "--out", tmp_path / "graph.ttl"))
    assert os.listdir(tmp_path) == []


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "tables").write_text("mine")
    assert "tables" in refusal(kg("export", "--format", "csv", "--out", tmp_path / "tables"))
    assert (tmp_path / "tables").read_text() == "mine"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--document", "62/209", "--around", "33/134"], "--document and --around exclude each other"),
        (["--format", "csv"], "csv is two files"),
        (["--format", "xls"], "'xls' is not one of"),
        (["--around", "33/134", "--depth", "10"], "--depth"),
    ],
)
def test_wrong_usage(arguments: list[str], says: str) -> None:
    ran = kg("export", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
