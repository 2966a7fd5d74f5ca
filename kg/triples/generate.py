"""Writes `vocabulary.py` from the ontology: `python -m kg.triples.generate`, after each change of its terms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pyoxigraph

from kg import resources
from kg.errors import TriplesError

NAMESPACE = "https://w3id.org/instrument-kg/ns#"
TERMS = "kg.ttl"
RELATIONS = "relations.ttl"

_DEFINED_BY = pyoxigraph.NamedNode("http://www.w3.org/2000/01/rdf-schema#isDefinedBy")
_NOTATION = pyoxigraph.NamedNode("http://www.w3.org/2004/02/skos/core#notation")
_IN_SCHEME = pyoxigraph.NamedNode("http://www.w3.org/2004/02/skos/core#inScheme")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")

_HEAD = f'''"""The terms of the project's own vocabulary.

Generated from ontology/{TERMS} and ontology/{RELATIONS} by `python -m kg.triples.generate`; not to be edited.
"""

from __future__ import annotations

NAMESPACE = "{NAMESPACE}"

'''


def module_text() -> str:
    """The source of `vocabulary.py`; TriplesError for an ontology file that is missing or no Turtle."""
    terms = _read(resources.ontology() / TERMS)
    defined, categories, kinds = (
        _subjects(terms, _DEFINED_BY),
        _subjects(terms, _NOTATION),
        _subjects(terms, _IN_SCHEME),
    )
    relations = _subjects(_read(resources.ontology() / RELATIONS), _DEFINED_BY)
    constants = sorted(defined.keys() - categories.keys() - kinds.keys())
    return "".join(
        (
            _HEAD,
            *(f'{_constant_name(name)} = NAMESPACE + "{name}"\n' for name in constants),
            _table("RELATIONS", "Relation -> property.", {name: name for name in relations}),
            _table("BODY_CONCEPTS", "Category of a body in the gazetteer -> concept.", {name: name for name in kinds}),
            _table(
                "INSTRUMENT_CLASSES",
                "Category of an instrument in the gazetteer -> class.",
                {category: name for name, category in categories.items()},
            ),
        )
    )


def _read(path: Path) -> pyoxigraph.Dataset:
    try:
        return pyoxigraph.Dataset(pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE))
    except (OSError, SyntaxError) as error:
        raise TriplesError(str(error), source=str(path)) from error


def _subjects(dataset: pyoxigraph.Dataset, predicate: pyoxigraph.NamedNode) -> dict[str, str]:
    """Local name of each own term that has the property -> the value of the property."""
    quads = (quad for quad in dataset if quad.predicate == predicate)
    return {quad.subject.value.removeprefix(NAMESPACE): quad.object.value for quad in quads}


def _table(name: str, meaning: str, rows: Mapping[str, str]) -> str:
    lines = "".join(f'    "{key}": NAMESPACE + "{rows[key]}",\n' for key in sorted(rows))
    return f'\n{name}: dict[str, str] = {{\n{lines}}}\n"""{meaning}"""\n'


def _constant_name(local_name: str) -> str:
    return _HUMP.sub("_", local_name).upper()


if __name__ == "__main__":
    Path(__file__).with_name("vocabulary.py").write_text(module_text(), encoding="utf-8")
