"""The command line given what it cannot do: one line on standard error and the right exit code."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import resources
from tests.commands import kg, refusal

SAMPLE = str(resources.sample())

WRONG_VALUES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("query", "cited"), "no query 'cited'; did you mean cites or co-cited or cited-by?"),
    (("query", "cites"), "cites: document is required"),
    (("query", "cites", "document=no such thing"), "cites, document: 'no such thing' is neither a symbol nor a name"),
    (("query", "cites", "documents=62/209"), "cites: no parameter 'documents'; did you mean document?"),
    (("query", "cites", "--store", "nowhere"), "nowhere: no store there"),
    (("query", "--file", "nowhere.rq"), "nowhere.rq: cannot be read: No such file or directory"),
    (("chain", "A/RES/1/1", "A/RES/33/134"), "no node 'A/RES/1/1' in the network"),
    (("chain", "A/RES/33/134", "A/RES/33/134"), "a chain needs two different ends"),
    (("view", "Nothing of the kind"), "no node 'Nothing of the kind' in the network"),
    (("view", "--out", "nowhere/page.html"), "nowhere/page.html: cannot be written: No such file or directory"),
    (("validate", "nowhere.ttl"), "nowhere.ttl: "),
    (("export", "--store", "nowhere"), "nowhere: no store there"),
    (("build", SAMPLE, "--store", SAMPLE), f"{SAMPLE}: not a folder"),
)


@pytest.mark.parametrize(("arguments", "message"), WRONG_VALUES, ids=lambda value: str(value)[:40])
def test_wrong_values_get_one_line(
    arguments: tuple[str, ...], message: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert refusal(kg(*arguments)).startswith(message)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "text",
    [
        b"SELECT ?x WHERE { ?x",
        b"DROP ALL",
        b"SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT ('é' AS ?x) WHERE {}".encode("latin-1"),
    ],
    ids=["broken", "update", "service", "not UTF-8"],
)
def test_queries_that_are_refused(text: bytes, tmp_path: Path) -> None:
    file = tmp_path / "own.rq"
    file.write_bytes(text)
    assert refusal(kg("query", "--file", file))


WRONG_USAGE: tuple[tuple[str, ...], ...] = (
    ("nonsense",),
    ("extract",),
    ("extract", SAMPLE, "--format", "xml"),
    ("build", SAMPLE),
    ("query", "cites", "62/209"),
    ("query", "cites", "--file", "own.rq"),
    ("chain", "A/RES/62/209"),
    ("network", "beauty"),
    ("network", "--top", "many"),
    ("network", "orphans"),
    ("network", "main-path", "--method", "scenic"),
    ("validate",),
)


@pytest.mark.parametrize("arguments", WRONG_USAGE, ids=" ".join)
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    shown = kg(*arguments)
    assert (shown.code, shown.out) == (2, "")
    assert "Usage: " in shown.err
    assert "Error: " in shown.err
