"""The generated module says what the ontology says, and the model's values have their terms."""

from __future__ import annotations

from pathlib import Path

from kg.model import Predicate, Relation
from kg.triples import generate, vocabulary


def test_module_is_up_to_date() -> None:
    """If this fails: python -m kg.triples.generate."""
    assert Path(vocabulary.__file__).read_text(encoding="utf-8") == generate.module_text()


def test_no_name_is_given_twice() -> None:
    names = [
        line.split()[0].rstrip(":")
        for line in generate.module_text().splitlines()
        if " = " in line and line[0].isupper()
    ]
    assert len(names) == len(set(names))


def test_relations_are_those_of_the_model() -> None:
    assert {relation.value: vocabulary.NAMESPACE + relation for relation in Relation} == vocabulary.RELATIONS


def test_predicates_of_the_model_are_defined() -> None:
    constants = {value for value in vars(vocabulary).values() if isinstance(value, str)}
    assert {vocabulary.NAMESPACE + predicate for predicate in Predicate} <= constants
