"""Real resolutions, where ../shared is there: floors that reading must not fall below."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from kg.errors import ReadError
from kg.model import Document
from kg.read import read


def _operative_gaps(document: Document) -> bool:
    """Whether a printed number is followed by one that neither counts on nor starts again."""
    numbers = [int(match[1]) for p in document.paragraphs if (match := re.fullmatch(r"OP(\d+)", p.label))]
    return any(later not in (number, number + 1, 1) for number, later in zip([0, *numbers], numbers, strict=False))


@pytest.fixture(scope="module")
def old(shared: Path) -> dict[Path, Document]:
    """Security Council resolutions 1 to 450, scanned."""
    return {path: read(path) for path in sorted((shared / "corpus" / "unsc-ocr").glob("*.txt"))}


def test_old_council_resolutions(old: dict[Path, Document]) -> None:
    wrong: Counter[str] = Counter()
    for path, document in old.items():
        match = re.match(r"S_RES_0*(\d+)_(\d+)", path.name)
        assert match is not None
        wrong["symbol"] += document.symbol != f"S/RES/{match[1]}({match[2]})"
        wrong["date"] += document.date is None
        wrong["no operative paragraph"] += not any(p.label.startswith("OP") for p in document.paragraphs)
        wrong["gaps"] += _operative_gaps(document)
        wrong["uncalled"] += sum(not note.calls for note in document.footnotes)
    assert len(old) == 450
    assert wrong["symbol"] <= 2  # two are misprinted: "(197-4)", "434 (1973)"
    assert wrong["date"] <= 1
    assert wrong["no operative paragraph"] == 0
    assert wrong["gaps"] <= 2
    assert wrong["uncalled"] <= 15


def test_every_character_leads_back_to_the_scan(old: dict[Path, Document]) -> None:
    for path, document in list(old.items())[::15]:
        raw = path.read_text(encoding="utf-8").replace("\u2011", "-")
        for at, character in enumerate(document.text):
            place = document.source_offset(at)
            assert character.isspace() if place is None else raw[place] == character or raw[place].isspace()


def test_official_xml(shared: Path) -> None:
    wrong: Counter[str] = Counter()
    paths = sorted((shared / "corpus" / "unxml").glob("*/*/en/*.xml"))
    for path in paths[::4]:
        try:
            document = read(path)
        except ReadError:
            wrong["unread"] += 1
            continue
        root = etree.parse(path, etree.XMLParser(recover=True)).getroot()
        numbers = ["".join("".join(map(str, e.itertext())).split()) for e in root.iter("{*}docNumber")]
        labels = {p.label for p in document.paragraphs if p.label.startswith("PP")}
        wrong["symbol"] += not any(str(document.symbol) in (n, re.sub(r"[A-Z]-[A-Z]$", "", n)) for n in numbers)
        wrong["preamble"] += len(labels) < sum(1 for p in root.iter("{*}preamble") for _ in p.iter("{*}container"))
        wrong["footnotes"] += len(document.footnotes) != sum(1 for _ in root.iter("{*}authorialNote"))
        wrong["uncalled"] += sum(not note.calls for note in document.footnotes)
        wrong["gaps"] += _operative_gaps(document)
    assert wrong["unread"] <= 1  # one French file among the English ones
    assert wrong["symbol"] <= 1
    assert wrong["preamble"] == wrong["footnotes"] == wrong["uncalled"] == 0
    assert wrong["gaps"] <= 3
