"""The catalogue: complete headers, names with suggestions, and faulty files named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.query import Query, load
from kg.query.catalogue import parse, read
from kg.query.parameters import convert
from kg.query.safety import check
from kg.symbols import Scheme

HEADER = """\
# title: Who cites X
# question: Which documents cite it?
# parameter: instrument | symbol | required | A/RES/33/134 | the cited instrument
# parameter: limit | integer | 10 | 5 | at most so many rows
# column: citing | the citing document
# sample_rows: 3
"""
TEXT = f"""{HEADER}
SELECT ?citing
WHERE {{
  VALUES ?instrument {{ <https://undocs.org/A/RES/33/134> }}
  ?citing <http://purl.org/spar/cito/cites> ?instrument .
}}
LIMIT 10
"""


@pytest.fixture(params=list(load()), ids=lambda query: query.name)
def query(request: pytest.FixtureRequest) -> Query:
    assert isinstance(request.param, Query)
    return request.param


def test_names_are_short_and_plain(query: Query) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+){0,2}", query.name)


def test_header_says_everything(query: Query) -> None:
    assert query.title
    assert query.question.endswith("?")
    assert query.columns
    assert all(column.meaning for column in query.columns)
    assert all(parameter.meaning for parameter in query.parameters)


def test_columns_are_those_of_the_query(query: Query) -> None:
    projection = query.text.partition("SELECT")[2].partition("WHERE")[0]
    named = re.sub(r"\([^?]*?(?:\?\w+)?[^?]*? AS (\?\w+)\)", r"\1", projection)
    assert re.findall(r"\?(\w+)", named) == [column.name for column in query.columns]


def test_defaults_and_examples_are_values_of_their_type(query: Query) -> None:
    for parameter in query.parameters:
        for value in filter(None, (parameter.default, parameter.example)):
            assert convert(parameter.type, value, Scheme())


def test_text_is_safe_and_ordered(query: Query) -> None:
    assert check(query.text) == ()
    assert "ORDER BY" in query.text


def test_queries_come_in_alphabetical_order() -> None:
    names = [query.name for query in load()]
    assert names == sorted(names)
    assert len(load()) == len(names)


@pytest.mark.parametrize(
    ("given", "meant"), [("cite-by", "cited-by"), ("most_cited", "most-cited"), ("Chains", "chain"), ("plan", "plans")]
)
def test_unknown_name_suggests_the_nearest(given: str, meant: str) -> None:
    with pytest.raises(QueryError, match=f"no query '{given}'; did you mean .*{meant}"):
        load().get(given)


def test_name_that_is_near_to_none() -> None:
    with pytest.raises(QueryError, match=r"no query 'xyzzy'$"):
        load().get("xyzzy")


def test_parse_reads_header_and_places() -> None:
    query = parse(TEXT, "cited-by", "cited-by.rq")
    assert (query.title, query.sample_rows) == ("Who cites X", 3)
    assert [(one.name, one.type, one.default, one.example) for one in query.parameters] == [
        ("instrument", "symbol", None, "A/RES/33/134"),
        ("limit", "integer", "10", "5"),
    ]
    assert [TEXT[place.start : place.end] for place in query.places] == ["<https://undocs.org/A/RES/33/134>", "10"]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("# title: Who cites X\n", "", "needs one 'title', it has 0"),
        ("# question: ", "# query: ", "line 2: not a header line"),
        ("# sample_rows: 3", "# sample_rows: many", "sample_rows"),
        (" | symbol | ", " | sybmol | ", "unknown type 'sybmol'"),
        (" | the cited instrument", "", "5 fields, not 4"),
        ("citing | the citing document", "citing", "a name and a meaning"),
        ("VALUES ?instrument {", "VALUES ?thing {", "no line that takes the parameter 'instrument'"),
        ("LIMIT 10", "", "no line that takes the parameter 'limit'"),
    ],
)
def test_faulty_header_is_named(old: str, new: str, fault: str) -> None:
    assert old in TEXT
    with pytest.raises(QueryError, match=re.escape(fault)) as caught:
        parse(TEXT.replace(old, new), "cited-by", "cited-by.rq")
    assert str(caught.value).startswith("cited-by.rq")


def test_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "bad.rq").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(QueryError, match=r"bad\.rq: cannot be read"):
        read(tmp_path)
