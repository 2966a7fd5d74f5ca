"""Series that renew themselves: by title and citation, by agenda item, and by enumeration."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.errors import NetworkError
from kg.model import Kind
from kg.network import Edge, Network, Node, Passage, renewals, renewed
from tests.network.networks import citation, linked, network_of, text

TITLE = "South-South cooperation"
PP4 = Passage("PP4", "", 0)


def at(edge: Edge, place: Passage = PP4) -> Edge:
    return replace(edge, where=place)


def yearly(count: int, title: str = TITLE) -> list[Node]:
    return [text(f"A/RES/{62 + n}/209", f"{2007 + n}-12-19", title) for n in range(count)]


def test_each_recalls_the_one_before() -> None:
    texts = yearly(4)
    network = network_of(texts, [citation(texts[n + 1], texts[n], n) for n in range(3)])
    (series,) = renewals(network)
    assert (series.title, series.organ, series.size) == (TITLE, "general-assembly", 4)
    assert (series.first, series.last, series.years_between) == ("A/RES/62/209", "A/RES/65/209", 1.0)
    assert series.members == tuple(each.iri for each in texts)
    rows = renewed(network, "A/RES/63/209")
    assert [(row.identity, row.recalls_previous, row.assumed) for row in rows] == [
        ("A/RES/62/209", False, False),
        ("A/RES/63/209", True, False),
        ("A/RES/64/209", True, False),
        ("A/RES/65/209", True, False),
    ]


def test_a_list_in_the_last_text_makes_the_series_of_texts_never_read() -> None:
    *cited, last = [*[replace(each, read=False) for each in yearly(3)], yearly(4)[3]]
    rows = renewed(network_of([*cited, last], [citation(last, each, n) for n, each in enumerate(cited)]), last.iri)
    assert [row.recalls_previous for row in rows] == [None, None, None, True]


@pytest.mark.parametrize(
    "titles",
    [
        ("Programme budget for the biennium 2016-2017", "Programme budget for the biennium 2018–2019"),
        ("Report of the 5th session", "REPORT OF THE 6TH SESSION"),
        ("Observance in the twenty-first century", "Observance in the twenty-first century: "),
    ],
)
def test_numbers_and_signs_do_not_matter(titles: tuple[str, str]) -> None:
    one, other = text("A/RES/70/1", "2015-12-01", titles[0]), text("A/RES/72/1", "2017-12-01", titles[1])
    (series,) = renewals(network_of([one, other], [citation(other, one, 1)]), least=2)
    assert series.title == titles[1]


@pytest.mark.parametrize(
    ("symbol", "title"),
    [("S/RES/1325(2000)", TITLE), ("A/DEC/61/518", TITLE), ("A/RES/61/1", "Something else"), ("A/RES/61/1", "")],
)
def test_another_organ_kind_or_title_is_another_series(symbol: str, title: str) -> None:
    last, other = text("A/RES/62/209", "2007-12-19", TITLE), text(symbol, "2000-10-31", title)
    if symbol.startswith("A/DEC"):
        other = replace(other, kind=Kind.DECISION)
    assert renewals(network_of([last, other], [citation(last, other, 1)]), least=2) == []


def test_the_same_title_without_a_citation_is_no_series() -> None:
    assert renewals(network_of(yearly(3), []), least=2) == []


def test_the_agenda_item_stands_in_for_a_title() -> None:
    read = [
        replace(text(f"S/RES/{number}({year})", f"{year}-08-30"), agenda="The situation in the Middle East")
        for number, year in ((2539, 2020), (2591, 2021))
    ]
    old = text("S/RES/2485(2019)", "2019-08-29", "The situation in the Middle East", read=False)
    network = network_of([*read, old], [citation(read[1], read[0], 1), citation(read[0], old, 1)])
    assert [row.identity for row in renewed(network, old.iri)] == [old.identity, *(each.identity for each in read)]


@pytest.mark.parametrize(
    ("starts", "places", "assumed"),
    [
        ((0, 30, 60), (PP4, PP4, PP4), True),
        ((0, 300, 360), (PP4, PP4, PP4), True),
        ((0, 30, 160), (PP4, PP4, PP4), False),
        ((0, 30, 60), (PP4, PP4, Passage("PP5", "", 50)), False),
    ],
    ids=["one list", "near one of the series", "far from it", "in the next paragraph"],
)
def test_untitled_texts_of_one_enumeration(starts: tuple[int, ...], places: tuple[Passage, ...], assumed: bool) -> None:
    """In 1: something else; 2: a text without a title; 3: one of the series."""
    *_, mate, last = yearly(4)
    other = text("A/RES/57/270B", "2003-06-23", "Something else", read=False)
    untitled = text("A/RES/60/212", "2005-12-22", read=False)
    citations = [
        replace(citation(last, cited, start), where=place)
        for cited, start, place in zip((other, untitled, mate), starts, places, strict=True)
    ]
    rows = renewed(network_of([mate, last, other, untitled], citations), last.iri)
    assert [row.identity for row in rows if row.assumed] == (["A/RES/60/212"] if assumed else [])
    assert [row.identity for row in rows if not row.assumed] == [mate.identity, last.identity]


def test_an_untitled_text_goes_where_most_enumerate_it() -> None:
    one, other = (
        yearly(4),
        [replace(each, iri=each.iri + "B", identity=each.identity + "B", label="Another matter") for each in yearly(3)],
    )
    untitled = text("A/RES/60/212", "2005-12-22", read=False)
    citations = [at(citation(each, cited, n)) for each in one[1:] for n, cited in enumerate((one[0], untitled))]
    citations += [at(citation(each, cited, n)) for each in other[1:] for n, cited in enumerate((other[0], untitled))]
    network = network_of([*one, *other, untitled], citations)
    assert [row.assumed for row in renewed(network, one[0].iri)] == [True, False, False, False, False]
    assert not any(row.assumed for row in renewed(network, other[0].iri))


def test_what_belongs_to_no_series() -> None:
    assert renewed(linked(2, [(2, 1)]), "A/RES/42/1") == []
    assert renewals(Network()) == []
    with pytest.raises(NetworkError, match="no node"):
        renewed(Network(), "A/RES/1/1")
