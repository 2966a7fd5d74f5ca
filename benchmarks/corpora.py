"""The corpus that is measured, larger ones made of it under other numbers, and one that is partly malformed."""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, Namespace
from itertools import count
from pathlib import Path

from kg.build.inputs import found

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
FOLDERS = ("unxml", "mandates", "unsc-ocr")
_NUMBERS = re.compile(rb"\b(\d{1,4})(/\d|\s\((?:19|20)\d\d\))")
_APART = 100
"""Numbers that lie between those of a resolution in one copy and in the next."""


def arguments(description: str | None) -> ArgumentParser:
    """What every benchmark of a corpus can be told."""
    parser = ArgumentParser(description=description)
    parser.add_argument("--corpus", type=Path, default=CORPUS, help=f"the folder with {', '.join(FOLDERS)}")
    parser.add_argument("--workers", type=int, default=2)
    return parser


def folders(given: Namespace) -> list[Path]:
    """The folders of documents in the corpus; the end of the program if there are none."""
    paths = [given.corpus / name for name in FOLDERS if (given.corpus / name).is_dir()]
    if not paths:
        sys.exit(f"no {' or '.join(FOLDERS)} in {given.corpus}")
    return paths


def readable(paths: list[Path]) -> list[Path]:
    """The files of the corpus in English: each of them is one document."""
    return [path for path in found(paths) if path.suffix != ".xml" or path.parent.name == "en"]


def copies(paths: list[Path], folder: Path, documents: int) -> int:
    """Put so many documents into a folder: the corpus over and over, each time under other numbers; their bytes.

    Files of the mandate registry are known by their names, so those names change; in the others the numbers do.
    """
    files, size, made = readable(paths), 0, 0
    for number in count():
        for file in files[: documents - made]:
            to = folder / str(number) / file.relative_to(paths[0].parent)
            to = to.with_name(_renamed(to.name, number)) if file.suffix == ".json" else to
            to.parent.mkdir(parents=True, exist_ok=True)
            size += to.write_bytes(_renumbered(file.read_bytes(), number) if number else file.read_bytes())
        made += min(len(files), documents - made)
        if made >= documents:
            return size
    return size


def _renumbered(content: bytes, number: int) -> bytes:
    return _NUMBERS.sub(lambda match: b"%d%s" % (int(match[1]) + _APART * number, match[2]), content)


def _renamed(name: str, number: int) -> str:
    """Another number in A_RES_62_209.json, S_RES_1325(2000).json: the last one that is no year."""
    later = 10 * _APART * number
    return re.sub(r"(\d+)((?:\([^)]*\))?\D*)$", lambda match: f"{int(match[1]) + later}{match[2]}", name)


def malformed(folder: Path) -> None:
    """2,000 small texts, 200 of them malformed."""
    folder.mkdir(parents=True)
    for number in range(2000):
        good = (
            f"{60 + number // 300}/{number % 300 + 1}. Boats\n\nThe General Assembly,\n\nRecalling resolution 60/1,\n"
        )
        content = good if number % 10 else ("", "\0\1", "<akomaNtoso><p>", "\x89PNG\r\n")[number // 10 % 4]
        suffix = ".xml" if content.startswith("<") else ".txt"
        (folder / f"{number:04}{suffix}").write_text(content, encoding="latin-1")
