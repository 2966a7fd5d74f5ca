"""The registry: every entry is found where it lies, and a file in which searching would go astray is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import RegistryError
from kg.registry import PACKAGED, VARIABLE, Registered, Registry, load, text
from kg.symbols import Symbol, try_parse
from tests.registry.texts import ENTRIES, HEAD, content, put

FORMAT = b"# kg registry 1\n"
LINE = b"A/RES/60/1\t2005-09-16\tOutcome\t\tcited\n"


def test_every_packaged_entry_is_found_and_nothing_else() -> None:
    packaged = load()
    entries = list(packaged)
    assert len(entries) == len(packaged) > 15_000
    assert [packaged.entry(entry.symbol) for entry in entries] == entries
    for entry in entries[::50]:
        assert packaged.entry(f"{entry.symbol}0/") is None
        assert packaged.entry(entry.symbol[:-1] + "\t") is None


def test_the_packaged_registry_passes_the_check_that_others_must_pass(tmp_path: Path) -> None:
    assert list(load(put(tmp_path, PACKAGED.read_bytes()))) == list(load())


def test_every_source_of_an_entry_is_explained_in_the_head() -> None:
    packaged = load()
    explained = {line.removeprefix("# source ").partition(":")[0] for line in packaged.head.splitlines() if ":" in line}
    assert {source for entry in packaged for source in entry.sources} == explained


@pytest.mark.parametrize(
    ("symbol", "date", "title"),
    [
        ("A/RES/60/1", "2005-09-16", "2005 World Summit Outcome"),
        ("A/RES/60/2", "2005-10-06", None),
        ("A/RES/60/10", None, None),
        ("S/RES/1325(2000)", "2000-10-31", "Women and peace and security"),
        ("A/RES/60/3", None, None),
        ("", None, None),
        ("A/RES/60/1\t2005-09-16", None, None),
        ("#", None, None),
        ("\ud800", None, None),
    ],
)
def test_look_up(symbol: str, date: str | None, title: str | None) -> None:
    registry = Registry(content())
    assert (registry.date(symbol), registry.title(symbol)) == (date, title)
    assert (symbol in registry) == (symbol in {entry.symbol for entry in ENTRIES})


def test_a_symbol_serves_as_well_as_its_spelling() -> None:
    assert Symbol.parse("S/RES/1325(2000)") in Registry(content())


def test_what_an_entry_is_called() -> None:
    registry = Registry(content())
    names = {entry.symbol: (entry.name, entry.organ) for entry in registry}
    assert names["A/RES/60/1"] == ("2005 World Summit Outcome", "general-assembly")
    assert names["A/RES/60/10"] == ("TERRITORIES, BRITISH", "general-assembly")
    assert names["S/RES/1325(2000)"][1] == "security-council"


@pytest.mark.parametrize(
    ("symbol", "highest"),
    [("A/RES/60/99", 10), ("A/RES/61/1", 7), ("A/RES/62/1", None), ("S/RES/1(1946)", 1325), ("A/60/1", None)],
)
def test_highest_number_of_a_session_or_a_series(symbol: str, highest: int | None) -> None:
    assert Registry(content()).highest(Symbol.parse(symbol)) == highest


def test_an_empty_registry() -> None:
    registry = Registry(HEAD.encode())
    assert (len(registry), list(registry), registry.entry("A/RES/60/1")) == (0, [], None)


SYMBOLS = st.builds("A/RES/{}/{}".format, st.integers(31, 80), st.integers(1, 400))
FIELDS = st.none() | st.text(st.characters(exclude_categories=["Cc", "Cs", "Z"]), min_size=1, max_size=9)


@given(st.dictionaries(SYMBOLS, st.tuples(st.none() | st.dates().map(str), FIELDS, FIELDS)))
def test_what_is_written_is_read_again(rows: dict[str, tuple[str | None, str | None, str | None]]) -> None:
    entries = {symbol: Registered(symbol, *fields, ("cited",)) for symbol, fields in rows.items()}
    registry = Registry(text(entries.values(), HEAD).encode())
    assert {entry.symbol: entry for entry in registry} == entries
    assert [registry.entry(symbol) for symbol in entries] == list(entries.values())
    chosen = [*sorted(entries)[::2], "", "A/RES/1/9999"]
    assert {entry.symbol: entry for entry in registry.entries(chosen)} == {each: entries[each] for each in chosen[:-2]}


def test_white_space_in_a_title_cannot_break_a_line() -> None:
    registry = Registry(text([Registered("A/RES/60/1", None, " Boats\tand\n nets ", None, ("cited",))], HEAD).encode())
    assert registry.title("A/RES/60/1") == "Boats and nets"


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "no registry"),
        (b"A/RES/60/1\t\t\t\tcited\n", "no registry"),
        (FORMAT + LINE[:-1], "the last line has no end"),
        (FORMAT + b"A/RES/60/1\t2005-09-16\tOutcome\n", "line 2: 3 columns, not 5"),
        (FORMAT + b"\n", "line 2: 1 columns, not 5"),
        (FORMAT + LINE + b"\xff" + LINE, "not UTF-8"),
        (FORMAT + LINE + LINE, "line 3: a second line of one symbol"),
        (FORMAT + LINE.replace(b"60/1", b"60/2") + LINE, "line 3: not sorted by the bytes of symbols"),
        (FORMAT + LINE.replace(b"A/RES", b"a/res"), "line 2: no canonical symbol: 'a/res/60/1'"),
        (FORMAT + LINE.replace(b"A/RES/60/1", b"Boats"), "line 2: no canonical symbol: 'Boats'"),
        (FORMAT + LINE.replace(b"09-16", b"02-30"), "line 2: no date: '2005-02-30'"),
        (FORMAT + LINE.replace(b"2005-09-16", b"20050916"), "line 2: no date: '20050916'"),
        (FORMAT + LINE.replace(b"cited", b""), "line 2: no names of sources: ''"),
        (FORMAT + LINE.replace(b"cited", b"Cited, twice"), "line 2: no names of sources: 'Cited, twice'"),
    ],
)
def test_a_damaged_file_is_one_line(data: bytes, fault: str, tmp_path: Path) -> None:
    with pytest.raises(RegistryError) as told:
        load(put(tmp_path, data))
    assert str(told.value).startswith(str(tmp_path / "registry.tsv"))
    assert fault in str(told.value)
    assert "\n" not in str(told.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="cannot be read: No such file"):
        load(tmp_path / "none.tsv")


def test_another_registry_by_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(put(tmp_path, content())))
    assert list(load()) == sorted(ENTRIES, key=lambda entry: entry.symbol.encode())
    assert len(load(PACKAGED)) > len(ENTRIES)
    monkeypatch.setenv(VARIABLE, "")
    assert len(load()) == len(load(PACKAGED))


def test_packaged_symbols_are_canonical_and_their_titles_are_single_lines() -> None:
    for entry in load():
        symbol = try_parse(entry.symbol)
        assert symbol is not None
        assert symbol.text == entry.symbol
        assert entry.name is None or entry.name == " ".join(entry.name.split())
