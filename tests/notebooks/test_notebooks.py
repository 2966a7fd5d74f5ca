"""Every notebook runs without a warning, shows what its text says, and is committed without output."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
PLAN = "Buenos Aires Plan of Action for Promoting and Implementing Technical Cooperation among Developing Countries"
ENDORSING = "United Nations Conference on Technical Cooperation among Developing Countries"

# By notebook and cell: what the cell shows.
SHOWN = {
    ("01_citation_chains", "reading"): ["A/RES/62/209: South-South cooperation (2007-12-19)"],
    ("01_citation_chains", "citations"): ["PP1", "reaffirms", "resolution 33/134"],
    ("01_citation_chains", "cites"): ["A/RES/33/134", "kg:reaffirms", "1978-12-19", "A/RES/57/263", "kg:acts_under"],
    ("01_citation_chains", "own"): ["FN1", "OP13", "publication/E.78.II.A.11", "A/62/295"],
    ("01_citation_chains", "chain"): ["A/RES/62/209 (2007-12-19) reaffirms A/RES/33/134 (1978-12-19) in PP1"],
    ("01_citation_chains", "second"): ["kg:endorsedBy", "A/RES/33/134", "kg:containedIn", "A/55/74"],
    ("01_citation_chains", "routes"): [
        f"62/209 cites {PLAN}, endorsed by {ENDORSING}",
        f"62/209 cites {PLAN}, contained in Sales No. E.78.II.A.11",
    ],
    ("01_citation_chains", "figure"): ["image/png"],
    ("01_citation_chains", "page"): ["citation_chains.html"],
    ("02_south_south", "open"): ["statements about"],
    ("02_south_south", "citing"): ["A/RES/62/209", "South-South cooperation", "kg:reaffirms"],
    ("02_south_south", "timeline"): ["image/png"],
    ("02_south_south", "company"): ["A/RES/"],
    ("02_south_south", "chain"): ["A/RES/33/134", "A/RES/57/263", "kg:acts_under"],
    ("02_south_south", "behind"): ["A/RES/33/134", "A/RES/62/209"],
    ("03_instruments_and_verbs", "coverage"): ["General Assembly", "Security Council"],
    ("03_instruments_and_verbs", "leaders"): [
        "General Armistice Agreements",
        "S/RES/186(1964)",
        "S/RES/1325(2000)",
        "Universal Declaration of Human Rights",
    ],
    ("03_instruments_and_verbs", "generations"): ["image/png"],
    ("03_instruments_and_verbs", "verbs"): ["image/png"],
    ("03_instruments_and_verbs", "age"): ["image/png"],
    ("03_instruments_and_verbs", "long-lived"): ["Charter of the United Nations", "A/RES/1514(XV)"],
    ("04_mapping_a_field", "fields"): ["2030 Agenda for Sustainable Development", "A/RES/1514(XV)"],
    ("04_mapping_a_field", "field"): ["things", "S/RES/253(1968)", "S/RES/385(1976)", "Effects of atomic radiation"],
    ("04_mapping_a_field", "main-path"): ["A/RES/2145(XXI)", "S/RES/385(1976)", "S/RES/435(1978)", "0.52"],
    ("04_mapping_a_field", "most-cited"): ["A/RES/1514(XV)", "True"],
    ("04_mapping_a_field", "map"): ["image/png"],
    ("04_mapping_a_field", "page"): ["mapping_a_field.html"],
    ("05_checking_a_draft", "draft"): ["A/RES/80/999: South-South cooperation, 11 citations"],
    ("05_checking_a_draft", "citations"): ["A/RES/33/134", "A/HRC/RES/31/17", "date window"],
    ("05_checking_a_draft", "faults"): ["date outside the session", "no such number", "2015-10-25", "2015-09-25"],
    ("05_checking_a_draft", "loose"): ["other resolutions relevant to South-South", "nothing in particular"],
}


# By notebook: the files that it writes.
WRITTEN = {
    "01_citation_chains": ["out/citation_chains.html"],
    "04_mapping_a_field": ["out/mapping_a_field.html"],
}


def read(path: Path) -> nbformat.NotebookNode:
    """The notebook of a file."""
    notebook: nbformat.NotebookNode = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    return notebook


def shown(cell: nbformat.NotebookNode) -> str:
    """The text of what a cell printed and showed, and the types of what is no text."""
    outputs = cell.get("outputs", ())
    texts = [output.get("text") or output.get("data", {}).get("text/plain", "") for output in outputs]
    return "\n".join([*texts, *(kind for output in outputs for kind in output.get("data", {}))])


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebooks_show_what_they_say(path: Path, tmp_path: Path) -> None:
    notebook = read(path)
    # A cell that raises fails the test here.
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    assert [output for output in outputs if output.get("name") == "stderr"] == []
    by_id = {cell.id: shown(cell) for cell in notebook.cells}
    expected = {cell: texts for (name, cell), texts in SHOWN.items() if name == path.stem}
    assert expected, f"no cell of {path.name} is checked: add some to SHOWN"
    assert [(cell, text) for cell, texts in expected.items() for text in texts if text not in by_id[cell]] == []
    assert all((tmp_path / name).is_file() for name in WRITTEN.get(path.stem, ()))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebooks_are_committed_without_output(path: Path) -> None:
    left = [cell.id for cell in read(path).cells if cell.get("outputs") or cell.get("execution_count")]
    assert left == []


def test_there_are_notebooks() -> None:
    assert {name for name, _ in SHOWN} == {path.stem for path in NOTEBOOKS}
