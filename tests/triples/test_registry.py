"""The registry's graph: what is said of whom, in a form that the shapes accept."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import Reading
from kg.registry import Registered, Registry, head_of, text
from kg.symbols import Scheme
from kg.triples import registry as triples
from kg.triples.registry import registry_graph, registry_quads
from kg.triples.validate import validate
from kg.triples.write import nquads

GRAPH = "https://w3id.org/instrument-kg/registry"
REGISTRY = Registry(
    text(
        [
            Registered("A/RES/33/134", "1978-12-19", 'Rivers "and" seas', None, ("cited",)),
            Registered("A/RES/33/135", None, None, "RIVERS", ("votes",)),
            Registered("A/RES/33/136", "1978-12-19", None, None, ("cited",)),
            Registered("A/DEC/33/405", None, None, None, ("cited",)),
        ],
        head_of({"cited": "dates that others print", "votes": "roll calls"}),
    ).encode()
)


@pytest.fixture(autouse=True)
def _settled_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(triples, "__version__", "1.2.3")


def said(*symbols: str) -> list[str]:
    """What the registry says of instruments, without graph and provenance."""
    lines = registry_quads(symbols, REGISTRY)
    end = f" <{GRAPH}> ."
    assert all(line.endswith(end) for line in lines)
    return [line.removesuffix(end) for line in lines if line.startswith("<https://undocs.org/") or "/decision/" in line]


@pytest.mark.parametrize(
    ("symbol", "lines"),
    [
        (
            "A/RES/33/134",
            [
                '<https://undocs.org/A/RES/33/134> <http://data.europa.eu/eli/ontology#date_document> "1978-12-19"'
                "^^<http://www.w3.org/2001/XMLSchema#date>",
                '<https://undocs.org/A/RES/33/134> <http://purl.org/dc/terms/title> "Rivers \\"and\\" seas"@en',
            ],
        ),
        (
            "A/RES/33/135",
            ['<https://undocs.org/A/RES/33/135> <http://www.w3.org/2004/02/skos/core#prefLabel> "RIVERS"@en'],
        ),
        ("A/DEC/33/405", []),
    ],
)
def test_what_is_said_of_an_instrument(symbol: str, lines: list[str]) -> None:
    assert said(symbol) == lines


@pytest.mark.parametrize("symbols", [(), ("A/RES/1/1",), ("Boats",)])
def test_of_what_it_lacks_there_are_no_quads(symbols: tuple[str, ...]) -> None:
    assert registry_quads(symbols, REGISTRY) == []


def test_an_empty_registry_says_nothing() -> None:
    assert registry_quads(["A/RES/60/1"], Registry(head_of({}).encode())) == []


def test_order_and_repetition_do_not_matter() -> None:
    symbols = ["A/RES/33/134", "A/RES/33/136", "A/RES/1/1"]
    assert registry_quads(symbols, REGISTRY) == registry_quads([*reversed(symbols), *symbols], REGISTRY)


def test_the_source_is_the_entries_that_were_used() -> None:
    def source(*symbols: str) -> str:
        (line,) = (line for line in registry_quads(symbols, REGISTRY) if "wasDerivedFrom" in line)
        return line.split()[2]

    assert source("A/RES/33/134") == source("A/RES/33/134", "A/RES/1/1") != source("A/RES/33/135")


def test_another_base() -> None:
    scheme = Scheme(base="https://example.org/")
    assert registry_graph(scheme) == "https://example.org/registry"
    lines = registry_quads(["A/DEC/33/405", "A/RES/33/134"], REGISTRY, scheme)
    assert lines
    assert not any(GRAPH in line for line in lines)


def test_it_conforms_beside_a_document_that_names_the_instruments(rivers: Reading, tmp_path: Path) -> None:
    lines = [*nquads(rivers), *registry_quads([entry.symbol for entry in REGISTRY], REGISTRY)]
    path = tmp_path / "graph.nq"
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    assert validate(path).violations == ()


def test_the_shapes_do_look_at_it(rivers: Reading, tmp_path: Path) -> None:
    """Without its software, the run of the registry's graph breaks a shape."""
    lines = [line for line in registry_quads(["A/RES/33/134"], REGISTRY) if "wasAssociatedWith" not in line]
    path = tmp_path / "graph.nq"
    path.write_text("".join(f"{line}\n" for line in [*nquads(rivers), *lines]), encoding="utf-8")
    assert [violation.shape for violation in validate(path).violations] == ["shape:RunAgent"]
