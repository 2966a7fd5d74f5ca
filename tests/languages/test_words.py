"""Language files: every one loads, says everything that is asked of it, and nothing that nobody reads."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from kg import languages
from kg.errors import LanguageError
from kg.languages import words
from kg.model import Relation

FOLDER = Path(languages.__file__).parent
SECTIONS = {
    "references": words.References,
    "grammar": words.Grammar,
    "structure": words.Structure,
    "names": words.Names,
    "opensets": words.OpenSets,
    "facts": words.Statements,
}
# Keys that a section holds under another name in the loaded value.
RENAMED = {"references": {"and"}, "facts": {"endorsedBy", "adoptedBy"}}


@pytest.mark.parametrize("code", languages.available())
def test_a_language_loads(code: str) -> None:
    assert languages.load(code).code == code


@pytest.mark.parametrize("code", languages.available())
@pytest.mark.parametrize("section", SECTIONS)
def test_every_key_is_read(code: str, section: str) -> None:
    data = tomllib.loads((FOLDER / f"{code}.toml").read_text(encoding="utf-8"))
    read = {field.name for field in fields(SECTIONS[section])} | RENAMED.get(section, set())
    assert set(data[section]) - read == set()


@pytest.mark.parametrize("code", languages.available())
def test_every_relation_has_its_words(code: str) -> None:
    language = languages.load(code)
    made = {verb.relation for verb in language.verbs} | set(language.connectives.values())
    assert made == set(Relation)


@pytest.mark.parametrize("code", ["xx", "../../kg/languages/en", "en.toml", ""])
def test_an_unknown_language_is_refused_by_name(code: str) -> None:
    with pytest.raises(LanguageError, match="no language file"):
        languages.load(code)


def test_dates() -> None:
    english = languages.load("en")
    assert languages.find_dates("of 3 May 2001 and 19 December, 1978", english) == ["2001-05-03", "1978-12-19"]
    assert languages.date_at("on 3 May 2001", 3, english) == ("2001-05-03", 13)
