"""Validation of files: what cannot be read is said in one line."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from kg.errors import TriplesError
from kg.triples.validate import Report, Violation, validate

UNNAMED = (
    "<urn:r> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://data.europa.eu/eli/ontology#LegalResource> ."
)
NAMED_ELSEWHERE = '<urn:r> <http://purl.org/dc/terms/identifier> "A/RES/1(I)" <urn:other> .'


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("suffix", [".ttl", ".nt", ".nq", ".trig", ".TTL"])
def test_violation(tmp_path: Path, suffix: str) -> None:
    report = validate(write(tmp_path, f"graph{suffix}", UNNAMED))
    message = "An instrument that was not read has an identifier or a name."
    assert report == Report(1, (Violation("urn:r", "", message, "shape:Instrument"),))
    assert not report.conforms


def test_union_of_the_graphs_is_checked(tmp_path: Path) -> None:
    text = UNNAMED.replace(" .", " <urn:one> .\n") + NAMED_ELSEWHERE
    assert validate(write(tmp_path, "graph.nq", text)) == Report(2, ())


def test_shapes_in_the_data_are_data(tmp_path: Path) -> None:
    """A file cannot bring shapes of its own, nor switch ours off."""
    text = UNNAMED + (
        "\n<https://w3id.org/instrument-kg/shapes#Instrument> <http://www.w3.org/ns/shacl#deactivated> true ."
        "\n<urn:o> a <http://www.w3.org/2002/07/owl#Ontology> ;"
        " <http://www.w3.org/2002/07/owl#imports> <http://example.invalid/> ."
    )
    assert not validate(write(tmp_path, "graph.ttl", text)).conforms


def test_ill_typed_literals_are_not_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    text = (
        UNNAMED[:-1]
        + '; <http://data.europa.eu/eli/ontology#date_document> "x"^^<http://www.w3.org/2001/XMLSchema#date> .'
    )
    logger = logging.getLogger("rdflib.term")
    report = validate(write(tmp_path, "graph.ttl", text))
    assert [violation.shape for violation in report.violations] == ["shape:Instrument", "shape:InstrumentDate"]
    assert caplog.records == []
    assert not logger.disabled


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("graph.ttl", "<urn:s> <urn:p>\n<no iri> .", "line 2"),
        ("graph.ttl", "<urn:s> <urn:p> <<( <urn:s> <urn:p> <urn:o> )>> .", "triple within a triple"),
        ("graph.nq", "<urn:s> <urn:p> <no iri> .", "line 1"),
        ("graph.txt", UNNAMED, "none of .ttl, .nt, .nq, .trig"),
        ("graph", UNNAMED, "none of .ttl, .nt, .nq, .trig"),
    ],
)
def test_unreadable_file(tmp_path: Path, name: str, text: str, message: str) -> None:
    path = write(tmp_path, name, text)
    with pytest.raises(TriplesError, match=message) as error:
        validate(path)
    assert str(error.value).startswith(f"{path}: ")
    assert "\n" not in str(error.value)


def test_missing_file_folder_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "folder.ttl").mkdir()
    (tmp_path / "bytes.ttl").write_bytes(b"\xff\xfe\x00")
    for name in ("missing.ttl", "folder.ttl", "bytes.ttl"):
        with pytest.raises(TriplesError, match=name):
            validate(tmp_path / name)
