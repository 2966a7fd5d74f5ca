"""How well citations are found, on the hand-made gold and on the editors' links; skipped where ../shared is absent.

The floors are what was reached, less a margin for honest refactoring: a change that falls below one is a regression.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from kg import pipeline

GOLD_FLOOR, RELATION_FLOOR, LINK_RECALL, LINK_AGREEMENT = 0.97, 0.98, 0.994, 0.89
# F1 on the hand-made gold, by what a reader looks for.
GROUPS = (
    (("resolution", "decision", "document", "publication"), 0.99),
    (("treaty", "instrument"), 0.95),
    (("body",), 0.95),
)
# Recall of the editors' links; docs/accuracy.md says what keeps two families below 0.99.
FAMILIES = {
    "GA resolution": 0.995,
    "SC resolution": 0.99,
    "SC statement": 0.99,
    "HRC resolution": 0.97,
    "ECOSOC resolution": 0.989,
    "other document": 0.988,
}


def _records(path: Path) -> str:
    """The citations of one file as JSON lines; nothing for a file that cannot be read."""
    result = next(iter(pipeline.readings([path])))
    if isinstance(result, pipeline.Failure):
        return ""
    return "".join(json.dumps(pipeline.record(result, citation)) + "\n" for citation in result.citations)


def _score(script: Path, *arguments: object, records: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(script), *map(str, arguments)]
    return subprocess.run(command, input=records, capture_output=True, text=True, check=False)


def test_the_sample_is_read_as_annotated(shared: Path, root: Path) -> None:
    records = _records(root / "kg" / "data" / "A_RES_62_209.txt")
    gold = ("--gold", shared / "gold", "--only", "A_RES_62_209", "--min-f1", "1.0")
    scored = _score(shared / "score" / "gold.py", *gold, records=records)
    assert scored.returncode == 0, scored.stdout
    assert "relation right on 44 of 44 matched" in scored.stdout


def test_hand_made_gold(shared: Path) -> None:
    records = "".join(map(_records, sorted((shared / "corpus" / "golddocs").iterdir())))
    gold = ("--gold", shared / "gold", "--min-f1", GOLD_FLOOR)
    scored = _score(shared / "score" / "gold.py", *gold, records=records)
    assert scored.returncode == 0, scored.stdout
    relation = re.search(r"relation (\d\.\d+) on 6 of 6 documents", scored.stdout)
    assert relation, scored.stdout
    assert float(relation[1]) >= RELATION_FLOOR
    rows = re.findall(r"^(\w+) +\d+ +(\d+) +(\d+) +(\d+) ", scored.stdout, re.MULTILINE)
    counts = {kind: tuple(map(int, numbers)) for kind, *numbers in rows}
    for kinds, floor in GROUPS:
        hit, missed, extra = (sum(counts[kind][column] for kind in kinds) for column in range(3))
        assert 2 * hit / (2 * hit + missed + extra) >= floor, scored.stdout


def test_links_of_the_editors(shared: Path) -> None:
    paths = sorted((shared / "corpus" / "unxml").glob("*/*/en/*.xml"))
    if not paths:
        pytest.skip("needs ../shared/corpus/unxml")
    with ProcessPoolExecutor() as workers:
        records = "".join(workers.map(_records, paths, chunksize=32))
    corpus = shared / "corpus"
    links = ("--gold", corpus / "links" / "en.csv", "--root", corpus, "--show", "0")
    floors = ("--min-recall", LINK_RECALL, "--min-agree", LINK_AGREEMENT)
    scored = _score(shared / "score" / "links.py", *links, *floors, records=records)
    assert scored.returncode == 0, scored.stdout
    rows = re.findall(r"^(\w[\w ]+?)  +\d+ .* (\d\.\d+) +\d\.\d+$", scored.stdout, re.MULTILINE)
    recall = {family: float(number) for family, number in rows}
    assert [family for family, floor in FAMILIES.items() if recall[family] < floor] == []
