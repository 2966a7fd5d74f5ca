"""Bad input through the real command line: one clear line that names the file, the right exit code, no traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main

GOOD = (
    "62/301. Boats\n\nThe General Assembly,\n\nRecalling its resolution 60/1 of 16 September 2005,\n\n1. Notes boats.\n"
)
_NS = 'xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"'
BAD: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \n\n\t\n", "is empty"),
    "image.txt": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "PNG"),
    "report.pdf": (b"%PDF-1.4\n1 0 obj\n", "PDF"),
    "archive.zip": (b"PK\x03\x04\x14\x00\x00\x00", "ZIP"),
    "nul.txt": (GOOD.encode() + b"\x00\x01", "binary"),
    "mixed.txt": (("Île " + GOOD).encode() + "Île".encode("latin-1"), "neither UTF-8 nor Windows-1252"),
    "long.txt": (b"the General Assembly and " * 2_000_000, "line 1: is 50,000,000 characters long"),
    "broken.xml": (b"404 Not Found", "no well-formed XML"),
    "empty.xml": (f"<akomaNtoso {_NS}/>".encode(), "holds no text"),
    "page.xml": (b"<!DOCTYPE html><html><body>502 Bad Gateway</body></html>", "no Akoma Ntoso"),
    "feed.xml": (b"<?xml version='1.0'?><rss><channel/></rss>", "no Akoma Ntoso"),
    "deep.xml": (f"<akomaNtoso {_NS}>".encode() + b"<a>" * 100_000, "nested"),
    "french.txt": (
        "L’Assemblée générale réaffirme sa résolution et prie le Secrétaire général. ".encode() * 20,
        "English",
    ),
}


def _extract(*paths: Path) -> Result:
    return CliRunner().invoke(main, ["extract", "--format", "jsonl", *map(str, paths)])


def _complaints(result: Result) -> list[str]:
    return result.stderr.splitlines()


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_line_and_exit_code_1(tmp_path: Path, name: str) -> None:
    content, fault = BAD[name]
    path = tmp_path / name
    path.write_bytes(content)
    result = _extract(path)
    assert (result.exit_code, result.stdout) == (1, "")
    (line,) = _complaints(result)
    assert line.startswith(f"kg: {path}")
    assert fault in line


def test_missing_file_and_folder(tmp_path: Path) -> None:
    result = _extract(tmp_path / "nowhere.txt", tmp_path)
    assert result.exit_code == 1
    missing, folder = _complaints(result)
    assert missing == f"kg: {tmp_path / 'nowhere.txt'}: no such file"
    assert folder.startswith(f"kg: {tmp_path}: is a folder")


def test_the_others_are_read_and_the_exit_code_says_that_some_failed(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(GOOD, encoding="utf-8")
    bad.write_bytes(b"")
    result = _extract(bad, good)
    assert result.exit_code == 3
    assert '"target": "A/RES/60/1"' in result.stdout
    assert _complaints(result) == [f"kg: {bad}: is empty"]


NOTED: dict[str, tuple[str, list[str]]] = {
    "no resolution": (
        "Dear Sir,\n\nPlease see General Assembly resolution 60/1.\n",
        ["no symbol found", "no resolution"],
    ),
    "no footnotes": (GOOD, []),
    "note without call": (f"{GOOD}\n____\n1 See A/62/295.\n", ["footnote 1 is called nowhere"]),
    "call without note": (
        GOOD.replace("2005,", "2005,¹").replace("boats.", "boats.2"),
        ["not there: 1, 2"],
    ),
}


@pytest.mark.parametrize("name", NOTED)
def test_what_is_odd_is_read_and_told(tmp_path: Path, name: str) -> None:
    text, notes = NOTED[name]
    path = tmp_path / "odd.txt"
    path.write_text(text, encoding="utf-8")
    result = _extract(path)
    assert result.exit_code == 0
    assert '"target": "A/RES/60/1"' in result.stdout
    said = _complaints(result)
    assert all(line.startswith(f"kg: {path}: ") for line in said)
    assert all(any(note in line for line in said) for note in notes)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_other_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "encoded.txt"
    path.write_bytes(GOOD.replace("Boats", "Île “Boats”").encode(encoding))
    result = _extract(path)
    assert result.exit_code == 0
    assert '"target": "A/RES/60/1"' in result.stdout


def test_entities_reach_neither_files_nor_the_network(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("resolution 61/999", encoding="utf-8")
    bombs = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    dtd = (
        f'<!DOCTYPE akomaNtoso SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY e0 "resolution 61/998 ">{bombs}'
        f'<!ENTITY file SYSTEM "{secret.as_uri()}"><!ENTITY net SYSTEM "http://127.0.0.1:9/x">]>'
    )
    body = "<mainBody><p>See resolution 60/1 &file; &net; &e11;</p></mainBody>"
    path = tmp_path / "bomb.xml"
    path.write_text(f"{dtd}<akomaNtoso {_NS}><statement>{body}</statement></akomaNtoso>", encoding="utf-8")
    result = _extract(path)
    assert "Traceback" not in result.output
    assert "61/99" not in result.stdout


def test_the_installed_command_prints_no_traceback(tmp_path: Path) -> None:
    path = tmp_path / "image.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    command = [sys.executable, "-c", "from kg.cli import main; main()", "extract", str(path)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == f"kg: {path}: is no text (a PNG image)\n"
