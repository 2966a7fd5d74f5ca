"""The official symbols and registry of ../shared: what share is understood, and what exactly is not."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kg.symbols import Symbol, fits, try_parse

FACTS = Path(__file__).parents[3] / "shared" / "facts"
pytestmark = pytest.mark.skipif(not FACTS.is_dir(), reason="../shared is not there")

NOT_SYMBOLS = {
    "Home/Mobile?FinalSymbol=A/RES/77/232&Language=E&DeviceType=Desktop&LangRequested=False": "an address",
    "75/291": "a number without its series",
    "3202 (S-VI)": "a number without its series",
    "sp/A/67/53/Corr.2": "the path of the Spanish version",
    "A/RES/14/221": "does not exist: session 14 numbered with Roman numerals",
}
MISPRINTED_DATES = {"A/HRC/RES/17/6", "A/HRC/RES/18/28", "A/HRC/RES/31/3"}


def column(name: str, number: int) -> list[str]:
    return [line.split("\t")[number] for line in (FACTS / name).read_text(encoding="utf-8").splitlines()]


def test_official_symbols_parse_and_come_back() -> None:
    official = column("symbols.tsv", 1)
    parsed = {text: try_parse(text) for text in official}
    refused = {text for text, symbol in parsed.items() if symbol is None}
    assert len(official) >= 9_000
    assert refused <= set(NOT_SYMBOLS)
    assert 1 - len(refused) / len(official) >= 0.998
    assert [text for text, symbol in parsed.items() if symbol and Symbol.parse(str(symbol)) != symbol] == []


def test_the_registry_is_canonical_already() -> None:
    """But for ranges of letters, which are several symbols."""
    registry = [text for text in column("registry.tsv", 0)[1:] if text[-2:-1] != "-"]
    assert [text for text in registry if str(try_parse(text)) != text] == []


def test_the_dates_of_the_registry_fit_their_sessions() -> None:
    with (FACTS / "registry.tsv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["date"]]
    verdicts = {row["symbol"]: fits(Symbol.parse(row["symbol"]), row["date"]) for row in rows}
    assert {symbol for symbol, verdict in verdicts.items() if verdict is False} <= MISPRINTED_DATES
    assert sum(verdict is True for verdict in verdicts.values()) >= 0.99 * len(verdicts)
