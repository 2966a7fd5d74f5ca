"""Readings to N-Quads: golden graphs, the same bytes each time, hostile text."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph
from rdflib.compare import graph_diff, isomorphic

from kg.errors import TriplesError
from kg.gazetteer import Gazetteer
from kg.model import Citation, Document, Kind, Paragraph, Reading, Relation, Span
from kg.symbols import Scheme
from kg.triples import reused, vocabulary
from kg.triples.validate import validate
from kg.triples.write import document_iri, graph_iri, nquads

DATA = Path(__file__).parent / "data"


@pytest.fixture(params=["rivers", "annexes"])
def case(request: pytest.FixtureRequest) -> tuple[str, Reading]:
    return request.param, request.getfixturevalue(request.param)


def parse(lines: list[str]) -> list[pyoxigraph.Quad]:
    return list(pyoxigraph.parse("\n".join(lines), format=pyoxigraph.RdfFormat.N_QUADS))


def value(term: object) -> str:
    return str(getattr(term, "value", term))


def objects(lines: list[str], subject: str, predicate: str) -> set[str]:
    node = pyoxigraph.NamedNode(subject)
    return {value(quad.object) for quad in parse(lines) if quad.subject == node and quad.predicate.value == predicate}


def citation_nodes(lines: list[str]) -> set[str]:
    kind = pyoxigraph.NamedNode(reused.CITATION)
    return {value(quad.subject) for quad in parse(lines) if quad.object == kind}


def test_golden_graph(case: tuple[str, Reading], names: Gazetteer) -> None:
    """The expected graphs were read line by line when they were made."""
    name, reading = case
    triples = "\n".join(str(quad.triple) + " ." for quad in parse(nquads(reading, names=names)))
    found = Graph().parse(data=triples, format="nt")
    expected = Graph().parse(DATA / f"{name}.ttl")
    assert isomorphic(found, expected), graph_diff(found, expected)[1:]


def test_one_sorted_named_graph(case: tuple[str, Reading], names: Gazetteer) -> None:
    _, reading = case
    lines = nquads(reading, names=names)
    assert lines == sorted(set(lines))
    assert {value(quad.graph_name) for quad in parse(lines)} == {graph_iri(reading.document)}


def test_lines_are_those_that_oxigraph_writes(case: tuple[str, Reading], names: Gazetteer) -> None:
    lines = nquads(case[1], names=names)
    written = pyoxigraph.serialize(parse(lines), format=pyoxigraph.RdfFormat.N_QUADS)
    assert written is not None
    assert written.decode().splitlines() == lines


def test_result_conforms_to_the_shapes(case: tuple[str, Reading], names: Gazetteer, tmp_path: Path) -> None:
    file = tmp_path / "graph.nq"
    file.write_text("\n".join(nquads(case[1], names=names)), encoding="utf-8")
    assert validate(file).violations == ()


def test_plain_links_are_those_of_the_linked_citations(rivers: Reading, names: Gazetteer) -> None:
    lines = nquads(rivers, names=names)
    document, scheme = document_iri(rivers.document), Scheme()
    linked = [citation for citation in rivers.citations if citation.target is not None]
    cited = objects(lines, document, reused.CITES)
    assert len(cited) == len({citation.target for citation in linked})
    for citation in linked:
        kind = Kind.TREATY if citation.target == "covenant" else citation.kind
        assert scheme.thing(citation.target or "", kind) in objects(
            lines, document, vocabulary.RELATIONS[citation.relation]
        )


def test_same_bytes_whatever_the_hash_seed() -> None:
    """The order of sets differs between interpreters; the lines do not."""
    source = """if True:
        from kg.model import *
        from kg.triples.turtle import turtle
        from kg.triples.write import nquads
        span = Span(0, 24)
        document = Document("s", "resolution 60/1 and 60/2", (Paragraph("PP1", span),), symbol="A/RES/62/209")
        ends = ("x", span, None, None, (), None, "method", 1.0)
        lines = nquads(Reading(document, tuple(
            Citation("PP1", Kind.RESOLUTION, f"A/RES/60/{number}", None, relation, *ends)
            for number in range(9) for relation in Relation
        )))
        print(lines, turtle(lines))"""
    outputs = {
        subprocess.run(
            [sys.executable, "-c", source], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1


def test_equal_citations_stay_apart_and_others_keep_their_names(rivers: Reading, names: Gazetteer) -> None:
    twice = replace(rivers, citations=(rivers.citations[0], rivers.citations[0]))
    nodes, once = (citation_nodes(nquads(reading, names=names)) for reading in (twice, rivers))
    assert len(nodes) == 2
    assert len(nodes & once) == 1


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("1978-12-19",), {"1978-12-19"}),
        (("1978-12-19", "1978-12-19"), {"1978-12-19"}),
        (("1978-12-19", "1978-12-20"), set()),
        (("1987-12-19",), set()),
        (("1978-12-32",), set()),
        ((None,), set()),
    ],
    ids=["one", "agreed", "disputed", "outside the session", "no day", "none"],
)
def test_printed_date_of_a_cited_resolution(
    rivers: Reading, names: Gazetteer, dates: tuple[str | None, ...], expected: set[str]
) -> None:
    citations = tuple(rivers.citations[0]._replace(date=date) for date in dates)
    lines = nquads(Reading(rivers.document, citations), names=names)
    assert objects(lines, "https://undocs.org/A/RES/33/134", reused.DATE_DOCUMENT) == expected


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [("A/RES/62/209", "Resolution"), ("A/DEC/62/518", "Decision"), ("A/62/295", "Document"), (None, "Document")],
)
def test_class_of_the_document(rivers: Reading, names: Gazetteer, symbol: str | None, expected: str) -> None:
    document = replace(rivers.document, symbol=symbol)
    types = objects(nquads(Reading(document, ()), names=names), document_iri(document), reused.TYPE)
    assert types == {f"https://w3id.org/un/ontology/undo/{expected}", reused.LEGAL_RESOURCE}


@pytest.mark.parametrize(
    ("slug", "kind", "expected"),
    [
        ("buenos-aires-plan-of-action", Kind.INSTRUMENT, {"LegalResource", "NamedInstrument", "PlanOfAction"}),
        ("covenant", Kind.INSTRUMENT, {"LegalResource", "Treaty", "Covenant"}),
        ("protocol", Kind.TREATY, {"LegalResource", "Treaty", "Protocol"}),
        ("UNTS 27531", Kind.TREATY, {"LegalResource", "Treaty"}),
        ("Sales No. E.78.II.A.11", Kind.PUBLICATION, {"LegalResource", "Publication"}),
        ("A/DEC/62/518", Kind.DECISION, {"LegalResource", "Decision"}),
        ("kampala-declaration", Kind.INSTRUMENT, {"LegalResource", "NamedInstrument"}),
        ("secretary-general", Kind.BODY, {"Post"}),
        ("argentina", Kind.BODY, {"Organization", "State"}),
        ("friends-of-the-river", Kind.BODY, {"Organization"}),
    ],
)
def test_class_of_a_cited_thing(rivers: Reading, names: Gazetteer, slug: str, kind: Kind, expected: set[str]) -> None:
    reading = Reading(rivers.document, (rivers.citations[0]._replace(target=slug, kind=kind, date=None),))
    lines = nquads(reading, names=names)
    [cited] = objects(lines, document_iri(rivers.document), reused.CITES)
    assert {iri.replace("#", "/").rpartition("/")[2] for iri in objects(lines, cited, reused.TYPE)} == expected


@pytest.mark.parametrize(
    ("slug", "link", "parent"),
    [
        ("general-assembly", reused.SUB_ORGANIZATION_OF, "united-nations"),
        ("secretary-general", reused.POST_IN, "secretariat"),
        ("envoy", reused.REPORTS_TO, "secretary-general"),
    ],
)
def test_parents_of_a_cited_body(rivers: Reading, names: Gazetteer, slug: str, link: str, parent: str) -> None:
    """The parent has a name of its own, but its own parents are left to the gazetteer."""
    citation = rivers.citations[0]._replace(target=slug, kind=Kind.BODY)
    lines = nquads(Reading(replace(rivers.document, organ=None), (citation,)), names=names)
    body = "https://w3id.org/instrument-kg/id/body/"
    assert objects(lines, body + slug, link) == {body + parent}
    assert objects(lines, body + parent, reused.PREF_LABEL) == {names.entry(parent).label}
    for above in (reused.SUB_ORGANIZATION_OF, reused.POST_IN, reused.REPORTS_TO):
        assert objects(lines, body + parent, above) == set()


def test_citation_in_no_paragraph_is_refused(rivers: Reading, names: Gazetteer) -> None:
    reading = replace(rivers, citations=(rivers.citations[0]._replace(where="PP9"),))
    with pytest.raises(TriplesError) as error:
        nquads(reading, names=names)
    assert str(error.value) == "rivers.txt, PP9: the document has no such paragraph"


ANY_TEXT = st.text(st.characters(), max_size=20)


@given(
    ANY_TEXT,
    ANY_TEXT,
    ANY_TEXT,
    ANY_TEXT,
    st.sampled_from(sorted(set(Kind) - {Kind.OPENSET})),
    st.none() | ANY_TEXT,
    ANY_TEXT,
)
def test_hostile_text_stays_text(
    text: str, label: str, target: str, name: str, kind: Kind, mark: str | None, language: str
) -> None:
    """Whatever the strings, each line is one quad, and all quads lie in the document's graph."""
    span = Span(0, len(text))
    document = Document("s", text, (Paragraph(label, span),), title=name, session=name, meeting=name, language=language)
    citation = Citation(label, kind, target, name, Relation.URGES, text, span, name, mark, (), name, name, 0.5)
    lines = nquads(Reading(document, (citation,)), names=Gazetteer(()))
    quads = parse(lines)
    assert len(quads) == len(lines)
    assert {value(quad.graph_name) for quad in quads} == {graph_iri(document)}
