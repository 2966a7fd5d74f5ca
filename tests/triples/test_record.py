"""The metadata of a document as triples."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest

from kg.gazetteer import Gazetteer
from kg.metadata import AgendaItem, Draft, Metadata, Party, Recommendation, Side, Subject, Vote
from kg.model import Reading
from kg.triples import reused, vocabulary
from kg.triples.validate import validate
from kg.triples.write import nquads

DOCUMENT = "https://undocs.org/A/RES/62/209"
BODY = "https://w3id.org/instrument-kg/id/body/"
ARGENTINA = Party("ARGENTINA", "argentina", Party("United Nations", "united-nations"))
FULL = Metadata(
    agenda=(AgendaItem("57 (b)", "South-South cooperation"), AgendaItem(None, "Rivers")),
    meeting_record="A/62/PV.78",
    drafts=(Draft("A/C.2/62/L.41", "2007-11-05", ("A/C.2/62/L.42",)),),
    recommendation=Recommendation("A/62/424/Add.2", "para. 7", "secretary-general"),
    sponsors=(ARGENTINA,),
    additional=(Party("Canad a"),),
    submission="submitted by the Chair",
    vote=Vote(Side(2, (ARGENTINA, Party("CHILEs"))), Side(0), Side(1)),
    subjects=(
        Subject("http://metadata.un.org/thesaurus/1006319", "RIVERS", "http://metadata.un.org/thesaurus/00"),
        Subject("http://eurovoc.europa.eu/5585", "", "http://eurovoc.europa.eu/100141"),
    ),
    headings=("BOATS",),
    issued="2008-02-05",
    job_number="07-47517",
    original_language="en",
)


def lines(reading: Reading, metadata: Metadata | None, names: Gazetteer) -> list[str]:
    return nquads(replace(reading, document=replace(reading.document, metadata=metadata)), names=names)


def added(reading: Reading, metadata: Metadata, names: Gazetteer) -> dict[tuple[str, str], set[str]]:
    """(Subject, predicate) -> values of the triples that the metadata add."""
    found: dict[tuple[str, str], set[str]] = {}
    more = set(lines(reading, metadata, names)) - set(lines(reading, None, names))
    for quad in pyoxigraph.parse("\n".join(more), format=pyoxigraph.RdfFormat.N_QUADS):
        found.setdefault((quad.subject.value, quad.predicate.value), set()).add(quad.object.value)
    return found


def test_a_document_without_metadata_says_nothing_of_it(rivers: Reading, names: Gazetteer) -> None:
    assert added(rivers, Metadata(), names) == {}


@pytest.mark.parametrize(
    ("predicate", "values"),
    [
        (vocabulary.AGENDA_ITEM, {"57 (b)"}),
        (vocabulary.AGENDA_TITLE, {"South-South cooperation", "Rivers"}),
        (vocabulary.ADOPTED_AT_MEETING, {"https://undocs.org/A/62/PV.78"}),
        (vocabulary.DRAFT, {"https://undocs.org/A/C.2/62/L.41"}),
        (vocabulary.DRAFT_AMENDMENT, {"https://undocs.org/A/C.2/62/L.42"}),
        (vocabulary.RECOMMENDED_IN, {"https://undocs.org/A/62/424/Add.2"}),
        (vocabulary.RECOMMENDATION_PART, {"para. 7"}),
        (vocabulary.RECOMMENDED_BY, {BODY + "secretary-general"}),
        (vocabulary.SPONSOR, {BODY + "argentina"}),
        (vocabulary.ADDITIONAL_SPONSOR, set()),
        (vocabulary.SPONSOR_GROUP, {BODY + "united-nations"}),
        (vocabulary.SPONSOR_NAME, {"Canad a"}),
        (vocabulary.SUBMISSION, {"submitted by the Chair"}),
        (vocabulary.ADOPTED_BY_VOTE, {DOCUMENT + "#vote"}),
        (vocabulary.JOB_NUMBER, {"07-47517"}),
        (vocabulary.ORIGINAL_LANGUAGE, {"en"}),
        (reused.ISSUED, {"2008-02-05"}),
        (reused.DC_SUBJECT, {"http://metadata.un.org/thesaurus/1006319", "http://eurovoc.europa.eu/5585"}),
        (reused.KEYWORDS, {"BOATS"}),
    ],
)
def test_facts_of_the_document(rivers: Reading, names: Gazetteer, predicate: str, values: set[str]) -> None:
    assert added(rivers, FULL, names).get((DOCUMENT, predicate), set()) == values


def test_who_joined_is_a_sponsor_too(rivers: Reading, names: Gazetteer) -> None:
    found = added(rivers, Metadata(additional=(ARGENTINA,)), names)
    assert found[DOCUMENT, vocabulary.SPONSOR] == found[DOCUMENT, vocabulary.ADDITIONAL_SPONSOR] == {BODY + "argentina"}


def test_vote(rivers: Reading, names: Gazetteer) -> None:
    found = added(rivers, FULL, names)
    vote = {predicate: values for (subject, predicate), values in found.items() if subject == DOCUMENT + "#vote"}
    assert vote == {
        reused.TYPE: {vocabulary.VOTE},
        vocabulary.WITHOUT_VOTE: {"false"},
        vocabulary.IN_FAVOUR: {"2"},
        vocabulary.AGAINST: {"0"},
        vocabulary.ABSTAINING: {"1"},
        vocabulary.VOTED_IN_FAVOUR: {BODY + "argentina"},
    }


def test_no_vote(rivers: Reading, names: Gazetteer) -> None:
    found = added(rivers, Metadata(vote=Vote()), names)
    assert found[DOCUMENT + "#vote", vocabulary.WITHOUT_VOTE] == {"true"}
    assert (DOCUMENT + "#vote", vocabulary.IN_FAVOUR) not in found


def test_what_is_named_is_described(rivers: Reading, names: Gazetteer) -> None:
    found = added(rivers, FULL, names)
    record, draft = "https://undocs.org/A/62/PV.78", "https://undocs.org/A/C.2/62/L.41"
    assert found[record, reused.IDENTIFIER] == {"A/62/PV.78"}
    assert reused.MEETING_RECORD in found[record, reused.TYPE]
    assert found[draft, reused.DATE_DOCUMENT] == {"2007-11-05"}
    assert found[BODY + "argentina", reused.PREF_LABEL] == {"Argentina"}
    assert vocabulary.STATE in found[BODY + "argentina", reused.TYPE]
    assert found["http://metadata.un.org/thesaurus/1006319", reused.PREF_LABEL] == {"RIVERS"}
    assert found["http://eurovoc.europa.eu/5585", reused.IN_SCHEME] == {"http://eurovoc.europa.eu/100141"}
    assert ("http://eurovoc.europa.eu/5585", reused.PREF_LABEL) not in found


def test_days_that_no_calendar_has_are_left_out(rivers: Reading, names: Gazetteer) -> None:
    found = added(rivers, Metadata(issued="2008-02-31", drafts=(Draft("A/62/L.1", "2007-13-01"),)), names)
    assert (DOCUMENT, reused.ISSUED) not in found
    assert ("https://undocs.org/A/62/L.1", reused.DATE_DOCUMENT) not in found


def test_conforms(rivers: Reading, names: Gazetteer, tmp_path: Path) -> None:
    path = tmp_path / "record.nq"
    path.write_text("\n".join(lines(rivers, FULL, names)) + "\n", encoding="utf-8")
    assert validate(path).violations == ()


def test_hostile_words_stay_words(rivers: Reading, names: Gazetteer) -> None:
    hostile = '"> <x:y> .\n<script>alert(1)</script>\\'
    found = added(
        rivers,
        Metadata(headings=(hostile,), additional=(Party(hostile),), agenda=(AgendaItem(hostile, hostile),)),
        names,
    )
    assert set(found) == {
        (DOCUMENT, predicate)
        for predicate in (
            reused.KEYWORDS,
            vocabulary.SPONSOR_NAME,
            vocabulary.AGENDA_ITEM,
            vocabulary.AGENDA_TITLE,
        )
    }
    assert {value for values in found.values() for value in values} == {hostile}
