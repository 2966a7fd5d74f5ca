"""Every example behaves: the valid ones conform, the invalid ones fail for the one reason that their header states."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph
import pytest

from kg import resources
from kg.triples.validate import validate

EXAMPLES = resources.ontology() / "examples"
SHAPES = resources.ontology() / "shapes"
SH = "http://www.w3.org/ns/shacl#"


def files(folder: str) -> list[Path]:
    return sorted((EXAMPLES / folder).glob("*.ttl"))


def stated(path: Path) -> tuple[str, str]:
    """The shape and the path of the header: `# shape: shape:Citation`, `# path: kg:quote` or `# path: none`."""
    header = dict(re.findall(r"^# (shape|path): (\S+)$", path.read_text(encoding="utf-8"), re.MULTILINE))
    return header["shape"], header["path"].replace("none", "")


def node_shapes() -> dict[str, set[str]]:
    """Each shape that has targets -> itself and its property shapes, by prefixed name."""
    quads = [quad for file in SHAPES.glob("*.ttl") for quad in pyoxigraph.parse(path=file)]
    named = [(str(quad.subject), quad.predicate.value, str(quad.object)) for quad in quads]
    targeted = {subject for subject, predicate, _ in named if predicate.startswith(SH + "target")}
    short = {
        name: "shape:" + name.rpartition("#")[2].rstrip(">")
        for subject, _, target in named
        for name in (subject, target)
    }
    return {
        short[shape]: {short[shape]} | {short[o] for s, p, o in named if s == shape and p == SH + "property"}
        for shape in targeted
    }


@pytest.mark.parametrize("path", files("valid"), ids=lambda path: path.stem)
def test_valid(path: Path) -> None:
    report = validate(path)
    assert report.violations == ()
    assert report.triples > 0


@pytest.mark.parametrize("path", files("invalid"), ids=lambda path: path.stem)
def test_invalid_for_its_own_reason(path: Path) -> None:
    assert [(violation.shape, violation.path) for violation in validate(path).violations] == [stated(path)]


@pytest.mark.parametrize(("shape", "members"), sorted(node_shapes().items()))
def test_every_shape_has_an_invalid_example(shape: str, members: set[str]) -> None:
    assert members & {stated(path)[0] for path in files("invalid")}, shape


@pytest.mark.parametrize("path", sorted(SHAPES.glob("*.ttl")), ids=lambda path: path.stem)
def test_every_file_of_shapes_has_a_valid_example(path: Path) -> None:
    assert (EXAMPLES / "valid" / path.name).exists()


@pytest.mark.parametrize("name", ["bodies.ttl", "instruments.ttl"])
def test_gazetteer_conforms(name: str) -> None:
    assert validate(resources.ontology() / name).violations == ()
