"""Every query of the catalogue on four documents over three decades, rows counted by hand from data/decades.trig."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode

from kg.query import Query, Result, Shortener, load, run
from kg.query.parameters import convert
from kg.query.results import collect
from kg.store import OxigraphStore
from kg.symbols import Scheme

CONFERENCE = "United Nations Conference on Technical Cooperation among Developing Countries"
SOUTH = "United Nations conference on South-South cooperation"
ECONOMIC = "Economic and technical cooperation among developing countries"
PLAN, PLAN_NAME = "instrument/buenos-aires-plan-of-action", "Buenos Aires Plan of Action"
REPORT = "publication/E.78.II.A.11"
NOTE = "Report (United Nations publication, Sales No. E.78.II.A.11), chap. I."
UNDP, UNDP_NAME = "body/united-nations-development-programme", "United Nations Development Programme"
R29, R33, R49 = "A/RES/3251(XXIX)", "A/RES/33/134", "A/RES/49/96"
R57, R62 = "A/RES/57/263", "A/RES/62/209"
DATE = {R29: "1974-12-04", R33: "1978-12-19", R49: "1994-12-19", R57: "2002-12-20", R62: "2007-12-19"}

Values = dict[str, str]
Rows = list[tuple[str | None, ...]]

DEVELOPMENT = "http://metadata.un.org/thesaurus/1006319"

CASES: list[tuple[str, Values, Rows]] = [
    (
        "about",
        {"words": "Development"},
        [
            (R57, ECONOMIC, DATE[R57], "SUSTAINABLE DEVELOPMENT"),
            (R62, "South-South cooperation", DATE[R62], "SUSTAINABLE DEVELOPMENT"),
        ],
    ),
    ("about", {"words": "technical"}, [(R62, "South-South cooperation", DATE[R62], "TECHNICAL COOPERATION")]),
    (
        "ancestors",
        {"document": "A/RES/57/263"},
        [
            ("S/RES/1325(2000)", None, None),
            (PLAN, PLAN_NAME, None),
            (R29, None, DATE[R29]),
            (R33, CONFERENCE, DATE[R33]),
            (R49, SOUTH, DATE[R49]),
            ("A/58/683", None, "2004-01-15"),
        ],
    ),
    (
        "asked",
        {"document": R57},
        [
            (
                UNDP,
                UNDP_NAME,
                "kg:invites",
                "OP1",
                "1. Takes note of A/58/683, and invites the United Nations Development Programme to act on it;",
            )
        ],
    ),
    (
        "chain",
        {"document": R62, "instrument": R33},
        [
            (R62, DATE[R62], "kg:reaffirms", R33, DATE[R33]),
            (R62, DATE[R62], "kg:recalls", R49, DATE[R49]),
            (R62, DATE[R62], "kg:acts_under", R57, DATE[R57]),
            (R57, DATE[R57], "kg:recalls", R33, DATE[R33]),
            (R57, DATE[R57], "kg:recalls", R49, DATE[R49]),
            (R49, DATE[R49], "kg:recalls", R33, DATE[R33]),
        ],
    ),
    ("chain", {"document": R33, "instrument": R62}, []),
    (
        "cited-by",
        {"instrument": "33/134"},
        [
            (R49, SOUTH, DATE[R49], "kg:recalls", "1"),
            (R57, ECONOMIC, DATE[R57], "kg:recalls", "1"),
            (R62, "South-South cooperation", DATE[R62], "kg:reaffirms", "1"),
        ],
    ),
    (
        "cited-by",
        {"instrument": R33, "under": "reaffirms"},
        [(R62, "South-South cooperation", DATE[R62], "kg:reaffirms", "1")],
    ),
    ("cited-by", {"instrument": R33, "limit": "1"}, [(R49, SOUTH, DATE[R49], "kg:recalls", "1")]),
    (
        "cites",
        {"document": R62},
        [
            ("body/secretary-general", "Secretary-General", "body", "kg:requests", None, "1"),
            (PLAN, PLAN_NAME, "instrument", "kg:endorses", None, "1"),
            (REPORT, None, "publication", "kg:decides", None, "1"),
            (REPORT, None, "publication", "kg:endorses", None, "1"),
            (R33, CONFERENCE, "resolution", "kg:reaffirms", DATE[R33], "1"),
            (R49, SOUTH, "resolution", "kg:recalls", DATE[R49], "1"),
            (R57, ECONOMIC, "resolution", "kg:acts_under", DATE[R57], "1"),
            ("E/RES/2004/31", None, "resolution", "kg:recalls", "2003-07-21", "1"),
        ],
    ),
    (
        "cites",
        {"document": R62, "under": "recalls", "of_kind": "resolution"},
        [
            (R49, SOUTH, "resolution", "kg:recalls", DATE[R49], "1"),
            ("E/RES/2004/31", None, "resolution", "kg:recalls", "2003-07-21", "1"),
        ],
    ),
    (
        "co-cited",
        {"instrument": R33},
        [
            (R49, SOUTH, DATE[R49], "2"),
            (PLAN, PLAN_NAME, None, "2"),
            ("A/58/683", None, "2004-01-15", "1"),
            (R57, ECONOMIC, DATE[R57], "1"),
            ("E/RES/2004/31", None, "2003-07-21", "1"),
            ("S/RES/1325(2000)", None, None, "1"),
            (REPORT, None, None, "1"),
        ],
    ),
    (
        "descendants",
        {"instrument": R29},
        [
            (R33, CONFERENCE, DATE[R33]),
            (R49, SOUTH, DATE[R49]),
            (R57, ECONOMIC, DATE[R57]),
            (R62, "South-South cooperation", DATE[R62]),
        ],
    ),
    (
        "documents",
        {},
        [
            (R33, CONFERENCE, DATE[R33], "2", "2"),
            (R49, SOUTH, DATE[R49], "3", "3"),
            (R57, ECONOMIC, DATE[R57], "5", "5"),
            (R62, "South-South cooperation", DATE[R62], "7", "9"),
        ],
    ),
    ("endorsed", {}, [(PLAN, PLAN_NAME, "kg:endorsedBy", R33, CONFERENCE, DATE[R33])]),
    (
        "facts",
        {"thing": PLAN},
        [
            (PLAN, "kg:containedIn", REPORT, R62, "FN1", "Sales No. E.78.II.A.11"),
            (PLAN, "kg:endorsedBy", R33, R62, "PP1", "endorsed"),
        ],
    ),
    ("facts", {"thing": R33}, [(PLAN, "kg:endorsedBy", R33, R62, "PP1", "endorsed")]),
    (
        "find",
        {"words": "south-south COOPERATION"},
        [(R49, SOUTH, DATE[R49], "2"), (R62, "South-South cooperation", DATE[R62], "0")],
    ),
    ("find", {"words": "1325"}, [("S/RES/1325(2000)", None, None, "1")]),
    (
        "footnotes",
        {"document": R62},
        [
            ("FN1", "PP1", "kg:decides", REPORT, "Sales No. E.78.II.A.11", "chap. I", NOTE),
            ("FN1", "PP1", "kg:endorses", REPORT, "Sales No. E.78.II.A.11", "chap. I", NOTE),
            ("FN1", "OP13", "kg:decides", REPORT, "Sales No. E.78.II.A.11", "chap. I", NOTE),
            ("FN1", "OP13", "kg:endorses", REPORT, "Sales No. E.78.II.A.11", "chap. I", NOTE),
        ],
    ),
    (
        "mandates",
        {"body": "Secretary-General"},
        [
            (R62, DATE[R62], "kg:requests", "OP15", "15. Requests the Secretary-General to submit a report."),
            (R49, DATE[R49], "kg:requests", "OP2", "2. Requests the Secretary-General to report;"),
        ],
    ),
    (
        "mandates",
        {"body": "secretary-general", "since": "2000-01-01"},
        [(R62, DATE[R62], "kg:requests", "OP15", "15. Requests the Secretary-General to submit a report.")],
    ),
    (
        "misdated",
        {},
        [
            (R57, "PP1", R33, "1979-12-19", "1978-09-01", "1979-09-30"),
            (R57, "PP1", "S/RES/1325(2000)", "2001-10-31", "2000-01-01", "2000-12-31"),
        ],
    ),
    (
        "most-cited",
        {"limit": "3"},
        [(R33, CONFERENCE, DATE[R33], "3"), (PLAN, PLAN_NAME, None, "3"), (R49, SOUTH, DATE[R49], "2")],
    ),
    ("most-cited", {"under": "reaffirms"}, [(R33, CONFERENCE, DATE[R33], "1"), (PLAN, PLAN_NAME, None, "1")]),
    ("most-named-bodies", {}, [("body/secretary-general", "Secretary-General", "2"), (UNDP, UNDP_NAME, "1")]),
    (
        "oldest",
        {"since": "2000-01-01", "limit": "2"},
        [(R33, CONFERENCE, DATE[R33], "2", DATE[R62]), (R49, SOUTH, DATE[R49], "2", DATE[R62])],
    ),
    (
        "paragraphs",
        {"document": R62},
        [
            ("PP1", "kg:reaffirms", R33, "resolution 33/134", None, DATE[R33], None),
            ("PP1", "kg:endorses", PLAN, PLAN_NAME, None, None, "FN1"),
            ("PP2", "kg:recalls", R49, "resolution 49/96", None, None, None),
            ("PP2", "kg:recalls", "E/RES/2004/31", "resolution 2004/31", None, "2003-07-21", None),
            ("PP2", "kg:recalls", None, "other resolutions relevant to it", None, None, None),
            ("OP10", "kg:acts_under", R57, "resolution 57/263", None, DATE[R57], None),
            ("OP15", "kg:requests", "body/secretary-general", "Secretary-General", None, None, None),
            ("FN1", "kg:decides", REPORT, "Sales No. E.78.II.A.11", "chap. I", None, "FN1"),
            ("FN1", "kg:endorses", REPORT, "Sales No. E.78.II.A.11", "chap. I", None, "FN1"),
        ],
    ),
    ("plans", {}, [(PLAN, PLAN_NAME, "kg:PlanOfAction", REPORT, "Sales No. E.78.II.A.11", "3")]),
    (
        "reaffirmed",
        {"document": R62},
        [
            (R33, CONFERENCE, DATE[R33], "1", "0", "0"),
            (R57, ECONOMIC, DATE[R57], "1", "0", "0"),
            (PLAN, PLAN_NAME, None, "1", "0", "0"),
            (REPORT, None, None, "1", "0", "1"),
            (R49, SOUTH, DATE[R49], "0", "1", "0"),
            ("E/RES/2004/31", None, "2003-07-21", "0", "1", "0"),
        ],
    ),
    (
        "relations",
        {},
        [
            ("kg:recalls", "8", "4", "5"),
            ("kg:endorses", "3", "2", "2"),
            ("kg:reaffirms", "2", "2", "2"),
            ("kg:requests", "2", "2", "1"),
            ("kg:acts_under", "1", "1", "1"),
            ("kg:decides", "1", "1", "1"),
            ("kg:invites", "1", "1", "1"),
            ("kg:takes_note", "1", "1", "1"),
        ],
    ),
    (
        "similar",
        {"document": R62},
        [(R49, SOUTH, DATE[R49], "2"), (R57, ECONOMIC, DATE[R57], "2"), (R33, CONFERENCE, DATE[R33], "1")],
    ),
    (
        "sponsored",
        {"state": "argentina"},
        [(R62, "South-South cooperation", DATE[R62], "2"), (R57, ECONOMIC, DATE[R57], "1")],
    ),
    ("sponsors", {}, [("body/argentina", "Argentina", "2", "1"), ("body/cuba", "Cuba", "1", "0")]),
    (
        "subjects",
        {"document": R62},
        [
            (DEVELOPMENT, "SUSTAINABLE DEVELOPMENT", "http://metadata.un.org/thesaurus/00", "2"),
            ("http://metadata.un.org/sdg/17", None, "http://metadata.un.org/sdg", "1"),
        ],
    ),
    ("timeline", {"instrument": R33}, [("1994", "1", "0"), ("2002", "1", "0"), ("2007", "1", "1")]),
    ("unresolved", {}, [(R62, "PP2", "openset", "other resolutions relevant to it", "open set")]),
    ("unresolved", {"of_kind": "resolution"}, []),
    ("votes", {}, [(R57, ECONOMIC, DATE[R57], "120", "3", "20")]),
    ("votes", {"since": "2003-01-01"}, []),
    ("younger", {}, [(R57, DATE[R57], "A/58/683", "2004-01-15")]),
]


def shown(result: Result) -> Rows:
    short = Shortener().short
    return [
        tuple(
            short(term.value) if isinstance(term, NamedNode) else None if term is None else getattr(term, "value", None)
            for term in row
        )
        for row in result.rows
    ]


@pytest.mark.parametrize(("name", "values", "expected"), CASES)
def test_rows(decades: OxigraphStore, name: str, values: Values, expected: Rows) -> None:
    query = load().get(name)
    result = run(decades, query, values)
    assert result.columns == tuple(column.name for column in query.columns)
    assert shown(result) == expected


def test_every_query_has_a_case() -> None:
    assert {name for name, _values, _rows in CASES} == {query.name for query in load()}


@pytest.mark.parametrize("query", list(load()), ids=lambda query: query.name)
def test_the_file_runs_as_it_stands(decades: OxigraphStore, query: Query) -> None:
    """The text of a file, pasted to any server, asks what the defaults and examples ask."""
    examples = {one.name: one.example for one in query.parameters if one.default is None}
    assert shown(collect(decades.ask(query.text))) == shown(run(decades, query, examples))


@pytest.mark.parametrize("query", list(load()), ids=lambda query: query.name)
def test_the_file_holds_the_defaults_and_examples(decades: OxigraphStore, query: Query) -> None:
    prologue = query.text.partition("SELECT")[0]
    given = {one.name: convert(one.type, one.default or one.example, Scheme()) for one in query.parameters}
    for place in query.places:
        written = query.text[place.start : place.end]
        answer = decades.ask(f"{prologue} SELECT ?x WHERE {{ VALUES ?x {{ {written} }} }}")
        assert collect(answer).rows == ((given[place.name],),)
