"""Readings made by hand, and a gazetteer of a few entries, so that the tests do not move with the installed one."""

from __future__ import annotations

import pytest

from kg.gazetteer import Entry, Gazetteer
from kg.model import (
    Call,
    Citation,
    Document,
    Fact,
    Footnote,
    Kind,
    Paragraph,
    Predicate,
    Reading,
    Reference,
    Relation,
    Span,
)
from kg.triples import provenance

PLAN = "buenos-aires-plan-of-action"
LINES = (
    ("TITLE", "South-South cooperation"),
    (
        "PP1",
        "Reaffirming its resolution 33/134 of 19 December 1978, in which it endorsed the Buenos Aires Plan of Action,",
    ),
    ("PP2", "Recalling the Covenant and other relevant resolutions,"),
    ("OP1", "Requests the Secretary-General and the Friends of the River to report."),
    ("FN1", "Sales No. E.78.II.A.11, chap. I."),
)


@pytest.fixture(autouse=True)
def _settled_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """The graph names the version of the software; the golden files do not change with it."""
    monkeypatch.setattr(provenance, "__version__", "1.2.3")


@pytest.fixture
def names() -> Gazetteer:
    """A few entries: a plan, a covenant with a month for a date, a State with its Government, a post and its parent."""
    return Gazetteer(
        (
            _entry(PLAN, "Buenos Aires Plan of Action", Kind.INSTRUMENT, "plan_of_action", date="1978-09-12"),
            _entry("covenant", "International Covenant on Rivers", Kind.TREATY, "covenant", date="1966-12"),
            _entry("protocol", "Protocol on Rivers", Kind.TREATY, "protocol", date="1967"),
            _entry("general-assembly", "General Assembly", Kind.BODY, "principal_organ", parents=("united-nations",)),
            _entry("united-nations", "United Nations", Kind.BODY, "international_organization"),
            _entry("secretariat", "Secretariat", Kind.BODY, "principal_organ", parents=("united-nations",)),
            _entry("secretary-general", "Secretary-General", Kind.BODY, "post", parents=("secretariat",)),
            _entry("envoy", "Envoy on Rivers", Kind.BODY, "post", parents=("secretary-general",)),
            _entry("argentina", "Argentina", Kind.BODY, "state"),
            _entry(
                "government-of-argentina", "Government of Argentina", Kind.BODY, "government", parents=("argentina",)
            ),
        )
    )


def _entry(
    slug: str, label: str, kind: Kind, category: str, *, date: str | None = None, parents: tuple[str, ...] = ()
) -> Entry:
    iri = f"https://w3id.org/instrument-kg/id/{kind}/{slug}"
    return Entry(slug, label, kind, category, iri, names=(label,), date=date, parents=parents)


def _lay_out(lines: tuple[tuple[str, str], ...]) -> tuple[str, dict[str, Span]]:
    """The text with one line each, and the span of each label (the last one of equal labels)."""
    spans, at = {}, 0
    for label, line in lines:
        spans[label] = Span(at, at + len(line))
        at += len(line) + 1
    return "\n".join(line for _, line in lines), spans


def make_document(**changes: object) -> Document:
    """The document of LINES; `changes` replace its fields."""
    text, spans = _lay_out(LINES)
    fields: dict[str, object] = {
        "source": "rivers.txt",
        "text": text,
        "paragraphs": tuple(Paragraph(label, spans[label]) for label, _ in LINES[:-1]),
        "footnotes": (Footnote("1", spans["FN1"], (Call(spans["PP1"].end - 1, "PP1"), Call(spans["OP1"].end, "OP1"))),),
        "symbol": "A/RES/62/209",
        "organ": "general-assembly",
        "title": "South-South cooperation",
        "date": "2007-12-19",
        "session": "62",
        "meeting": "78th plenary meeting",
        "digest": "ab" * 32,
        "notes": ("line 9: a mark without a note",),
    }
    return Document(**(fields | changes))  # type: ignore[arg-type]


def make_citation(
    document: Document, where: str, quote: str, kind: Kind, target: str | None, **changes: object
) -> Citation:
    """A citation whose quote is looked up in the text; `changes` replace its fields."""
    start = document.text.index(quote)
    fields: dict[str, object] = {
        "where": where,
        "kind": kind,
        "target": target,
        "label": None,
        "relation": Relation.RECALLS,
        "quote": quote,
        "span": Span(start, start + len(quote)),
        "part": None,
        "footnote": None,
        "called_in": (),
        "date": None,
        "method": "by hand",
        "confidence": 0.9,
    }
    return Citation(**(fields | changes))  # type: ignore[arg-type]


@pytest.fixture
def rivers() -> Reading:
    """A resolution that cites one thing of nearly every kind, linked and not, and states two facts."""
    document = make_document()
    reaffirms = {"relation": Relation.REAFFIRMS}
    requests = {"relation": Relation.REQUESTS}
    note = {"footnote": "1", "called_in": ("PP1", "OP1"), "part": "chap. I"}
    citations = (
        make_citation(
            document, "PP1", "resolution 33/134", Kind.RESOLUTION, "A/RES/33/134", date="1978-12-19", **reaffirms
        ),
        make_citation(
            document, "PP1", "Buenos Aires Plan of Action", Kind.INSTRUMENT, PLAN, footnote="1", confidence=1.0
        ),
        make_citation(document, "PP2", "the Covenant", Kind.INSTRUMENT, "covenant"),
        make_citation(document, "PP2", "other relevant resolutions", Kind.OPENSET, None, method="open set"),
        make_citation(document, "OP1", "Secretary-General", Kind.BODY, "secretary-general", **requests),
        make_citation(
            document, "OP1", "Friends of the River", Kind.BODY, "friends-of-the-river", label="Friends of the River"
        ),
        make_citation(document, "FN1", "Sales No. E.78.II.A.11", Kind.PUBLICATION, "Sales No. E.78.II.A.11", **note),
    )
    plan = Reference(Kind.INSTRUMENT, PLAN)
    facts = (
        Fact(plan, Predicate.ENDORSED_BY, Reference(Kind.RESOLUTION, "A/RES/33/134"), "PP1", citations[1].span),
        Fact(
            plan,
            Predicate.CONTAINED_IN,
            Reference(Kind.PUBLICATION, "Sales No. E.78.II.A.11"),
            "FN1",
            citations[6].span,
        ),
    )
    return Reading(document, citations, facts)


@pytest.fixture
def annexes() -> Reading:
    """No symbol and no digest; a label and a mark that come twice; equal citations; dates that cannot be; markup."""
    first, second = (
        "Annex one of resolution 60/1 of 3 May 1999.",
        'Annex "two" of resolution 60/1\\\n<script>alert(1)</script>',
    )
    notes = ("See resolution 2200 A (XXI).", "Statement of 31 February by the Government of Argentina.")
    text, spans = _lay_out((("A", first), ("B", second), ("C", notes[0]), ("D", notes[1])))
    document = make_document(
        source="annexes.txt",
        text=text,
        paragraphs=(Paragraph("ANNEX", spans["A"]), Paragraph("ANNEX", spans["B"])),
        footnotes=(
            Footnote("*", spans["C"], (Call(spans["A"].end, "ANNEX"),)),
            Footnote("*", spans["D"], (Call(spans["B"].start + 3, "ANNEX"),)),
        ),
        **dict.fromkeys(("symbol", "organ", "title", "date", "session", "meeting")),
        digest="",
        notes=(),
        language="EN",
    )
    again = text.index("resolution 60/1", spans["B"].start)
    outcome = make_citation(document, "ANNEX", "resolution 60/1", Kind.RESOLUTION, "A/RES/60/1", date="1999-05-03")
    return Reading(
        document,
        (
            outcome,
            outcome._replace(span=Span(again, again + len("resolution 60/1")), date=None),
            make_citation(
                document, "FN*", "resolution 2200 A (XXI)", Kind.RESOLUTION, "A/RES/2200(XXI)A", footnote="*"
            ),
            make_citation(document, "FN*", "Statement", Kind.DOCUMENT, "A/54/1", date="1999-02-31", footnote="*"),
            make_citation(document, "FN*", "Argentina", Kind.BODY, "government-of-argentina", footnote="†"),
        ),
    )
