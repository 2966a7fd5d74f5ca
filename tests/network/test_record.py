"""Errors of the record, each beside what must not be called one."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from kg.network import ErrorKind, Fault, faults
from kg.registry import Registered, Registry, head_of
from kg.registry import text as registry_text
from tests.network.networks import citation, network_of, text

_HEAD = head_of({"record": "made for the tests"})


def registry_of(entries: Iterable[Registered]) -> Registry:
    return Registry(registry_text(entries, _HEAD).encode())


def session(number: int, last: int, date: str, source: str = "record") -> list[Registered]:
    return [Registered(f"A/RES/{number}/{n}", date, sources=(source,)) for n in range(1, last + 1)]


REGISTRY = registry_of(
    [*session(62, 277, "2007-12-19"), *session(63, 5, "2008-12-19"), *session(70, 3, "2015-12-01", "cited")]
)


def found(
    symbol: str, *, cited_date: str | None = None, printed: str | None = None, citing_date: str | None = "2012-12-21"
) -> list[Fault]:
    citing, cited = text("A/RES/67/227", citing_date), text(symbol, cited_date, read=False)
    return faults(network_of([citing, cited], [citation(citing, cited, 1, date=printed)]), REGISTRY)


@pytest.mark.parametrize(
    ("symbol", "cited_date", "printed", "expected"),
    [
        ("A/RES/62/209", "2007-12-19", "2007-12-19", []),
        ("A/RES/62/209", None, None, []),
        ("A/RES/69/239", "2014-12-19", None, [ErrorKind.YOUNGER]),
        ("A/RES/67/228", "2012-12-21", None, []),
        ("A/RES/67/229", "2012", None, []),
        ("A/RES/62/209", None, "2107-12-19", [ErrorKind.SESSION]),
        ("A/RES/62/209", None, "2007-12-24", [ErrorKind.DATE]),
        ("A/RES/62/278", None, None, [ErrorKind.NUMBER]),
        ("A/RES/62/270B", None, None, []),
        ("A/RES/61/900", None, None, []),
        ("A/RES/62/300", "2014-01-01", "2014-01-01", [ErrorKind.YOUNGER, ErrorKind.SESSION, ErrorKind.NUMBER]),
        ("A/RES/70/4", None, None, []),
        ("A/RES/70/1", None, "2015-10-02", []),
    ],
)
def test_errors(symbol: str, cited_date: str | None, printed: str | None, expected: list[ErrorKind]) -> None:
    assert [fault.error for fault in found(symbol, cited_date=cited_date, printed=printed)] == expected


@pytest.mark.parametrize(("citing_date", "count"), [("2008-12-01", 1), ("2012-12-21", 0), (None, 0)])
def test_the_youngest_session_may_have_gone_on(citing_date: str | None, count: int) -> None:
    known = [fault for fault in found("A/RES/63/9", citing_date=citing_date) if fault.error is ErrorKind.NUMBER]
    assert [fault.known for fault in known] == ["the last is 5"] * count


def test_a_session_with_a_gap_is_not_known_whole() -> None:
    gap = registry_of(entry for entry in session(62, 40, "2007-12-19") if entry.symbol != "A/RES/62/7")
    citing, cited = text("A/RES/67/227", "2012-12-21"), text("A/RES/62/300", read=False)
    assert faults(network_of([citing, cited], [citation(citing, cited, 1)]), gap) == []


def test_a_document_that_bears_a_wrong_date() -> None:
    network = network_of([text("S/RES/2536(2020)", "2017-11-07"), text("S/RES/1(1946)", "1980-01-01", read=False)], [])
    assert [
        (fault.error, fault.citing, fault.cited, fault.printed, fault.known) for fault in faults(network, REGISTRY)
    ] == [(ErrorKind.SESSION, "S/RES/2536(2020)", "S/RES/2536(2020)", "2017-11-07", "session or year 2020")]


def test_one_error_of_a_document_is_told_once() -> None:
    citing, cited = text("A/RES/67/227", "2012-12-21"), text("A/RES/69/239", "2014-12-19")
    (fault,) = faults(network_of([citing, cited], [citation(citing, cited, n) for n in (3, 1, 2)]), REGISTRY)
    assert fault.citation.endswith("#cite-1")
    assert fault.known == "2012-12-21 cites 2014-12-19"


def test_the_packaged_registry_knows_the_end_of_a_session() -> None:
    citing, cited = text("A/HRC/RES/55/25", "2024-04-04"), text("A/HRC/RES/54/42", read=False)
    (fault,) = faults(network_of([citing, cited], [citation(citing, cited, 1)]))
    assert (fault.error, fault.cited) == (ErrorKind.NUMBER, "A/HRC/RES/54/42")
