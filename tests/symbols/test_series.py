"""Every series of series.toml keeps its own promises: this file needs no change when a series is added."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import resources
from kg.errors import SymbolError
from kg.symbols import Symbol, series, try_parse
from kg.symbols.series import Form, Place, Series, grammar

SERIES = grammar().series
EXAMPLES = [
    pytest.param(one, printed, canonical, id=f"{one.name}:{printed}")
    for one in SERIES
    for printed, canonical in one.examples
]
COUNTER_EXAMPLES = [pytest.param(one, text, id=f"{one.name}:{text}") for one in SERIES for text in one.counter_examples]


@pytest.mark.parametrize(("one", "printed", "canonical"), EXAMPLES)
def test_an_example_parses_to_its_canonical_form(one: Series, printed: str, canonical: str) -> None:
    symbol = Symbol.parse(printed)
    assert (str(symbol), symbol.series, symbol.kind, symbol.organ) == (canonical, one.name, one.kind, one.organ)


@pytest.mark.parametrize(("one", "printed", "canonical"), EXAMPLES)
def test_a_canonical_form_parses_to_itself(one: Series, printed: str, canonical: str) -> None:
    assert Symbol.parse(canonical) == Symbol.parse(printed)
    assert str(Symbol.parse(canonical)) == canonical


@pytest.mark.parametrize(("one", "text"), COUNTER_EXAMPLES)
def test_a_counter_example_is_not_of_the_series(one: Series, text: str) -> None:
    symbol = try_parse(text)
    assert symbol is None or symbol.series != one.name


@pytest.mark.parametrize("one", SERIES, ids=lambda one: one.name)
def test_an_entry_is_complete(one: Series) -> None:
    assert one.description
    assert one.examples
    assert one.counter_examples
    assert one.form is Form.WORDS or one.root
    assert one.numbered is None or one.organ


@pytest.mark.parametrize("one", SERIES, ids=lambda one: one.name)
def test_letters_are_put_in_canonical_order(one: Series) -> None:
    """A range of letters is several symbols, so a pattern with letters must say how to write one."""
    assert "letter" not in one.regex.groupindex or one.canonical


def test_names_are_unique() -> None:
    assert len({one.name for one in SERIES}) == len(SERIES)


def test_acts_without_a_document_have_no_undocs_address() -> None:
    assert grammar().by_name["ga-decision"].place is Place.ACT


def test_every_organ_is_in_the_gazetteer() -> None:
    bodies = resources.ontology() / "bodies.ttl"
    if not bodies.is_file():
        pytest.skip("ontology/bodies.ttl is not there")
    text = bodies.read_text(encoding="utf-8")
    organs = {one.organ for one in SERIES if one.organ}
    assert sorted(organ for organ in organs if f"body:{organ} a " not in text) == []


@pytest.mark.parametrize(
    ("entry", "complaint"),
    [
        ('name = "x"\nkind = "resolution"\npattern = "X/1"', "description"),
        ('name = "x"\ndescription = "d"\nkind = "verse"\npattern = "X/1"', "verse"),
        (
            'name = "x"\ndescription = "d"\nkind = "document"\npattern = "X/1"\nexamples = "X/1"',
            "examples is not a list",
        ),
        ('name = "x"\ndescription = "d"\nkind = "document"\npattern = "<nowhere>"', "nowhere"),
        ('name = "x"\ndescription = "d"\nkind = "document"\npattern = "X/(1"', "pattern"),
        ('name = "x"\ndescription = "d"\nkind = "document"\npattern = "x/1"', "capital"),
    ],
)
def test_a_faulty_entry_is_one_clear_line(
    entry: str, complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "series.toml"
    data.write_text(f"words = []\n[fragments]\n[[series]]\n{entry}\n", encoding="utf-8")
    monkeypatch.setattr(series, "DATA", data)
    with pytest.raises(SymbolError, match=complaint) as caught:
        [(one.regex, one.root) for one in grammar.__wrapped__().series]
    assert "x" in str(caught.value)
    assert "\n" not in str(caught.value)
