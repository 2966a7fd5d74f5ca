"""The command line on the packaged sample: what each command prints and where, its formats and its exit codes."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from kg import __version__, query, read, resources
from kg.cli import main
from kg.model import Kind, Relation
from tests.commands import Ran, kg, refusal

SAMPLE = str(resources.sample())
MISSING = "no such file"
# DESIGN 4.2: these keys, in this order.
KEYS = [
    *("source", "document", "where", "kind", "target", "label", "relation", "quote", "start", "end", "part"),
    *("footnote", "called_in", "date", "method", "confidence"),
]
BODIES = "SELECT (COUNT(DISTINCT ?body) AS ?bodies) WHERE { ?body a org:Organization }"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ran, Path]:
    """What `kg demo` printed, and the folder it filled."""
    out = tmp_path_factory.mktemp("demo") / "new" / "folder"
    return kg("demo", "--out", out), out


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store on disk with the sample in it."""
    folder = tmp_path_factory.mktemp("store") / "graph"
    built = kg("build", SAMPLE, "--store", folder)
    assert (built.code, built.out) == (0, "")
    assert built.err.startswith("1 file: 1 read, 0 unchanged, 0 failed\nthe store holds 1 documents from 1 sources\n")
    return folder


def test_help_names_every_command() -> None:
    shown = kg("--help")
    assert shown.code == 0
    assert shown.err == ""
    listed = {line.split()[0] for line in shown.out.partition("Commands:")[2].splitlines() if line.strip()}
    assert set(main.commands) <= listed
    assert {"demo", "extract", "build", "query", "chain", "network", "view", "export", "validate"} <= set(main.commands)


@pytest.mark.parametrize("command", sorted(main.commands))
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_of_a_command(command: str, option: str) -> None:
    shown = kg(command, option)
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.startswith("Usage: ")
    assert len(shown.out.splitlines()) > len(["usage", "", "what it does"])


def test_version() -> None:
    assert kg("--version").out == f"kg, version {__version__}\n"


def test_help_loads_nothing_heavy() -> None:
    heavy = "rdflib pyoxigraph networkx pyvis pyshacl rich lxml numpy kg.pipeline"
    script = f"import sys, kg.cli; print(*(name for name in '{heavy}'.split() if name in sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == ""


def test_extract_as_a_table() -> None:
    shown = kg("extract", SAMPLE)
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.startswith("What A/RES/62/209 South-South cooperation cites")
    assert any(
        line.split()[:4] == ["PP1", "reaffirms", "A/RES/33/134", "1978-12-19"] for line in shown.out.splitlines()
    )


def test_extract_as_json_lines() -> None:
    shown = kg("extract", "--format", "jsonl", SAMPLE)
    assert (shown.code, shown.err) == (0, "")
    records = [json.loads(line) for line in shown.out.splitlines()]
    text = read.read(SAMPLE).text
    for record in records:
        assert list(record) == KEYS
        assert record["source"] == SAMPLE
        assert record["document"] == "A/RES/62/209"
        assert text[record["start"] : record["end"]] == record["quote"] != ""
        assert record["kind"] in list(Kind)
        assert record["relation"] in list(Relation)
        assert 0 <= record["confidence"] <= 1
        assert bool(record["called_in"]) == record["where"].startswith("FN")
    assert ("PP1", "resolution", "A/RES/33/134", "reaffirms", "1978-12-19") in {
        (each["where"], each["kind"], each["target"], each["relation"], each["date"]) for each in records
    }
    assert any((each["where"], each["called_in"]) == ("FN1", ["OP13"]) for each in records)


@pytest.mark.parametrize("form", ["table", "jsonl"])
def test_one_bad_input_does_not_stop_the_rest(form: str) -> None:
    shown = kg("extract", "--format", form, "nowhere.txt", SAMPLE)
    assert shown.code == 3
    assert shown.err == f"kg: nowhere.txt: {MISSING}\n"
    assert shown.out == kg("extract", "--format", form, SAMPLE).out


def test_only_bad_inputs_fail() -> None:
    shown = kg("extract", "nowhere.txt", "nor-here.txt")
    assert (shown.code, shown.out) == (1, "")
    assert shown.err == f"kg: nowhere.txt: {MISSING}\nkg: nor-here.txt: {MISSING}\n"


def test_a_reader_that_has_seen_enough() -> None:
    """`kg extract … | head` ends without complaint."""
    command = [sys.executable, "-c", "from kg.cli import main; main()", "extract", "--format", "jsonl", *[SAMPLE] * 40]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_build_names_what_failed(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    built = kg("build", SAMPLE, "nowhere.txt", "--store", folder)
    assert (built.code, built.out) == (3, "")
    assert built.err.startswith(f"kg: nowhere.txt: {MISSING}\n2 files: 1 read, 0 unchanged, 1 failed\n")
    assert kg("query", "documents", "--format", "csv", "--store", folder).out.count("\r\n") == len(["header", "62/209"])


def test_building_again_changes_nothing(store: Path) -> None:
    before = kg("export", "--format", "nquads", "--store", store).out
    assert kg("build", SAMPLE, "--store", store).code == 0
    assert kg("export", "--format", "nquads", "--store", store).out == before != ""


def test_query_without_a_name_lists_the_catalogue() -> None:
    shown = kg("query")
    assert (shown.code, shown.err) == (0, "")
    names = {line.split()[0] for line in shown.out.splitlines() if line[1:2].isalpha()}
    assert {each.name for each in query.load()} <= names


@pytest.mark.parametrize("asked", list(query.load()), ids=lambda asked: asked.name)
def test_every_query_is_answered(asked: query.Query, store: Path) -> None:
    values = [f"{each.name}={each.example}" for each in asked.parameters if each.default is None]
    shown = kg("query", asked.name, *values, "--format", "csv", "--store", store)
    assert (shown.code, shown.err) == (0, "")
    header = shown.out.split("\r\n", 1)[0]
    assert header.split(",") == [column.name for column in asked.columns]


def test_query_as_table_csv_and_json() -> None:
    asked = ("query", "cited-by", "instrument=33/134")
    shown = kg(*asked)
    assert (shown.code, shown.err) == (0, "")
    assert all(word in shown.out for word in ("A/RES/62/209", "South-South cooperation", "2007-12-19", "kg:reaffirms"))
    expected = {
        "citing": "https://undocs.org/A/RES/62/209",
        "title": "South-South cooperation",
        "date": "2007-12-19",
        "relation": "https://w3id.org/instrument-kg/ns#reaffirms",
        "times": "1",
    }
    assert list(csv.DictReader(kg(*asked, "--format", "csv").out.splitlines())) == [expected]
    answer = json.loads(kg(*asked, "--format", "json").out)
    assert answer["head"]["vars"] == list(expected)
    assert [{key: term["value"] for key, term in row.items()} for row in answer["results"]["bindings"]] == [expected]


def test_a_query_of_ones_own(tmp_path: Path, store: Path) -> None:
    file = tmp_path / "own.rq"
    file.write_text(BODIES, encoding="utf-8")
    in_memory = kg("query", "--file", file, "--format", "csv")
    assert in_memory.code == 0
    assert in_memory.out == kg("query", "--file", file, "--format", "csv", "--store", store).out
    assert int(in_memory.out.split()[1]) > len(["General Assembly"])


def test_chain() -> None:
    shown = kg("chain", "A/RES/62/209", "A/RES/33/134")
    assert (shown.code, shown.err) == (0, "")
    steps = [line.split() for line in shown.out.splitlines()]
    assert ["1", "A/RES/62/209", "reaffirms", "A/RES/33/134", "1978-12-19"] in steps
    assert kg("chain", "A/RES/62/209", "Doha Plan of Action", "--all", "--longest", "1").code == 0


def test_chain_between_bare_numbers() -> None:
    assert kg("chain", "62/209", "33/134") == kg("chain", "A/RES/62/209", "A/RES/33/134")


def test_no_chain_leads_forward_in_time() -> None:
    backwards = kg("chain", "A/RES/33/134", "A/RES/62/209")
    assert refusal(backwards) == "no chain leads from A/RES/33/134 to A/RES/62/209"


def test_view_writes_a_page(tmp_path: Path) -> None:
    whole, around = tmp_path / "whole.html", tmp_path / "around.html"
    shown = kg("view", "--out", whole)
    assert (shown.code, shown.out, shown.err) == (0, "", f"wrote {whole}\n")
    assert kg("view", "A/RES/33/134", "--out", around).code == 0
    assert "<title>Citations around A/RES/33/134</title>" in around.read_text(encoding="utf-8")
    assert "Doha Plan of Action" in whole.read_text(encoding="utf-8")
    assert "Doha Plan of Action" not in around.read_text(encoding="utf-8")


def test_view_writes_the_texts_beside_the_page(tmp_path: Path) -> None:
    shown = kg("view", "--texts", "--out", tmp_path / "page.html")
    text = tmp_path / "page-texts" / "a-res-62-209.html"
    assert (shown.code, shown.err.splitlines()[-1]) == (0, f"wrote {text}")
    assert 'href="../page.html"' in text.read_text(encoding="utf-8")
    assert "page-texts/a-res-62-209.html" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_view_draws_what_a_query_finds(tmp_path: Path) -> None:
    found, own = tmp_path / "found.html", tmp_path / "own.rq"
    assert kg("view", "--query", "cited-by", "instrument=33/134", "--out", found).code == 0
    page = found.read_text(encoding="utf-8")
    assert "<title>Who cites X: 33/134</title>" in page
    assert "A/RES/62/209" in page
    assert "Doha Plan of Action" not in page
    own.write_text("SELECT ?x WHERE { ?x dcterms:identifier 'A/RES/60/1' }", encoding="utf-8")
    assert kg("view", "--file", own, "--out", found).code == 0
    assert "<title>Found by own.rq</title>" in found.read_text(encoding="utf-8")
    own.write_text("SELECT ?x WHERE { ?y dcterms:identifier ?x }", encoding="utf-8")
    assert "nothing in the answer" in refusal(kg("view", "--file", own, "--out", found))


def test_view_draws_a_field(tmp_path: Path) -> None:
    out = tmp_path / "field.html"
    assert kg("view", "--organ", "General Assembly", "--from", "2000", "--out", out).code == 0
    assert "<title>Citations of General Assembly, 2000–</title>" in out.read_text(encoding="utf-8")
    assert kg("view", "--field", "62/209", "--out", out).code == 0
    assert "<title>The field of 62/209</title>" in out.read_text(encoding="utf-8")
    assert "no-such-organ" in refusal(kg("view", "--organ", "no-such-organ", "--out", out))


def test_view_shows_a_text_to_read(tmp_path: Path) -> None:
    out = tmp_path / "text.html"
    assert kg("view", "62/209", "--reader", "--out", out).err == f"wrote {out}\n"
    assert "<title>A/RES/62/209 · South-South cooperation</title>" in out.read_text(encoding="utf-8")
    assert "no text of it" in refusal(kg("view", "33/134", "--reader", "--out", out))


@pytest.mark.parametrize(
    "words",
    [
        ("62/209", "33/134"),
        ("--reader",),
        ("--reader", "62/209", "--organ", "General Assembly"),
        ("--query", "cited-by", "62/209"),
        ("--query", "cited-by", "--file", "x.rq"),
        ("--file", "x.rq", "62/209"),
        ("--query", "most-cited", "--from", "2000"),
    ],
)
def test_view_takes_one_thing_at_a_time(words: tuple[str, ...]) -> None:
    assert kg("view", *words).code == 2


def test_export(demo: tuple[Ran, Path], store: Path) -> None:
    _, out = demo
    for form, name in (("turtle", "graph.ttl"), ("nquads", "graph.nq")):
        shown = kg("export", "--format", form, "--store", store)
        assert (shown.code, shown.err) == (0, "")
        written = (out / name).read_text(encoding="utf-8")
        assert _unprefixed(shown.out) == _unprefixed(written) != []


def _unprefixed(text: str) -> list[str]:
    """Its lines without the declarations of prefixes: what is streamed declares them all, a file those it uses."""
    return [line for line in text.splitlines() if line and not line.startswith("@prefix")]


def test_demo_shows_and_writes(demo: tuple[Ran, Path]) -> None:
    shown, out = demo
    assert (shown.code, shown.err) == (0, "")
    assert "What A/RES/62/209 South-South cooperation cites" in shown.out
    assert shown.out.count("kg query ") == len(["endorsed", "plans", "relations", "cited-by", "cites"])
    assert shown.out.rstrip().endswith("graph.ttl and graph.nq.")
    assert {path.name for path in out.iterdir()} == {"graph.ttl", "graph.nq", "graph.html", "text.html"}


def test_demo_twice_is_the_same_byte_for_byte(demo: tuple[Ran, Path], tmp_path: Path) -> None:
    _, first = demo
    # A process of its own, and other hashes: sets come out in another order.
    command = [sys.executable, "-c", "from kg.cli import main; main()", "demo", "--out", str(tmp_path)]
    subprocess.run(command, env={"PYTHONHASHSEED": "4711"}, cwd=tmp_path, capture_output=True, check=True)
    for name in ("graph.nq", "graph.ttl", "graph.html"):
        assert (tmp_path / name).read_bytes() == (first / name).read_bytes(), name


def test_demo_that_cannot_write_says_so() -> None:
    shown = kg("demo", "--out", SAMPLE)
    assert (shown.code, shown.err) == (1, f"kg: {SAMPLE}: cannot be written: File exists\n")


def test_what_demo_writes_conforms(demo: tuple[Ran, Path]) -> None:
    _, out = demo
    counted = [kg("validate", out / name) for name in ("graph.ttl", "graph.nq")]
    assert [(each.code, each.out) for each in counted] == [(0, ""), (0, "")]
    assert all(each.err.endswith(" triples, conforms\n") for each in counted)


@pytest.mark.parametrize("name", ["citation_under_an_unknown_relation", "paragraph_without_text"])
def test_what_breaks_a_shape_fails(name: str) -> None:
    path = resources.ontology() / "examples" / "invalid" / f"{name}.ttl"
    shown = kg("validate", path)
    assert shown.code == 1
    assert " (shape:" in shown.out
    assert shown.err.startswith(f"{path}: ")
    assert shown.err.endswith(" violation\n")
