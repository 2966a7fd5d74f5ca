"""What AKN4UN metadata give, clean and dirty, and where they contradict the cover."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.metadata import AgendaItem, Draft, Metadata, Party, Recommendation, Side, Subject, Vote
from kg.model import Document
from kg.read import Source, read, read_source

_NS = 'xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:akn4un="http://un.org/akn4un"'
_UNBIS, _SDG, _EUROVOC = (
    "http://metadata.un.org/thesaurus/00",
    "http://metadata.un.org/sdg",
    "http://eurovoc.europa.eu/100141",
)


def _document(
    meta: str = "", cover: str = "", *, uri: str = "/akn/un/unga/2016-09-09/70-301/", day: str = ""
) -> Document:
    work = f'<FRBRWork><FRBRuri value="{uri}"/><FRBRdate date="{day or "2016-09-09"}" name="adoption"/></FRBRWork>'
    expression = '<FRBRExpression><FRBRdate date="2016-09-20" name="publication"/></FRBRExpression>'
    text = (
        f"<akomaNtoso {_NS}><statement><meta><identification>{work}{expression}</identification>{meta}</meta>"
        f"<coverPage><p><docNumber>A/RES/70/301</docNumber></p>{cover}</coverPage>"
        "<preface><p><docNumber>70/301.</docNumber><docTitle>Boats</docTitle></p></preface>"
        '<preamble><formula name="enactingFormula"><p>The General Assembly,</p></formula></preamble>'
        "<mainBody><paragraph><num>1.</num><content><p>Notes boats.</p></content></paragraph></mainBody>"
        "<conclusions><p>9 September 2016</p></conclusions></statement></akomaNtoso>"
    )
    return read_source(Source("own.xml", text.encode()))


def _metadata(meta: str = "", cover: str = "") -> Metadata:
    found = _document(meta, cover).metadata
    assert found is not None
    return found


def _steps(*steps: str) -> Metadata:
    return _metadata("<workflow>" + "".join(f"<step {step}/>" for step in steps) + "</workflow>")


def _keywords(*keywords: str) -> Metadata:
    return _metadata("<classification>" + "".join(f"<keyword {each}/>" for each in keywords) + "</classification>")


def test_formats_without_metadata_have_none() -> None:
    assert read_source(Source("own.txt", b"The General Assembly,\n\n1. Notes boats.\n")).metadata is None


def test_empty_metadata() -> None:
    assert _metadata() == Metadata(issued="2016-09-20")


def test_dates_that_stand_for_none() -> None:
    assert _steps('outcome="draftResolution" as="A/70/L.41" date="0001-01-01"').drafts == (Draft("A/70/L.41"),)
    assert _document(day="0001-01-01").notes == _document().notes


@pytest.mark.parametrize(
    ("words", "drafts"),
    [
        ("A/C.2/70/L.41", (Draft("A/C.2/70/L.41", "2016-09-01"),)),
        ("a/c.2/70/l.41", (Draft("A/C.2/70/L.41", "2016-09-01"),)),
        ("A/70/L.5 (as amended in A/70/L.6)", (Draft("A/70/L.5", "2016-09-01", ("A/70/L.6",)),)),
        ("A/70/L.5, as orally revised", (Draft("A/70/L.5", "2016-09-01"),)),
        ("#", ()),
        ("", ()),
    ],
)
def test_drafts(words: str, drafts: tuple[Draft, ...]) -> None:
    assert _steps(f'outcome="draftResolution" as="{words}" date="2016-09-01"').drafts == drafts


@pytest.mark.parametrize(
    ("words", "record"),
    [
        ("A/70/PV.115", "A/70/PV.115"),
        ("S/PV.8980", "S/PV.8980"),
        ("S/2020/254", None),
        ("Adopted without vote, 46th meeting", None),
    ],
)
def test_meeting_record(words: str, record: str | None) -> None:
    assert _steps(f'outcome="adopted" as="{words}" date="2016-09-09"').meeting_record == record


def test_sponsors() -> None:
    found = _steps(
        'outcome="draftResolution" as="A/70/L.41" by="Cuba and Atlantis, Peru"',
        'outcome="draftResolutionAdditionalSponsors" by="Chile, Peru and Canad a"',
    )
    assert found.sponsors == (Party("Cuba", "cuba"), Party("Atlantis"), Party("Peru", "peru"))
    assert found.additional == (Party("Chile", "chile"), Party("Canad a"))
    assert found.submission is None


def test_submission_by_no_state() -> None:
    found = _steps('outcome="draftResolution" as="A/70/L.41" by="submitted  by the Chair, Ms. Boat (Peru)"')
    assert (found.sponsors, found.submission) == ((), "submitted by the Chair, Ms. Boat (Peru)")


@pytest.mark.parametrize(
    ("step", "cover", "expected"),
    [
        (
            'as="A/70/463/Add.2" refersTo="7" by=""',
            '<docProponent refersTo="#secondCommittee">[on the report of the Second Committee]</docProponent>',
            Recommendation("A/70/463/Add.2", "para. 7", "economic-and-financial-committee"),
        ),
        (
            'as="E/2021/26" by="UN. Commission for Social Development"',
            '<docProponent refersTo="#plenaryMeeting">[on a proposal]</docProponent>',
            Recommendation("E/2021/26", None, "commission-for-social-development"),
        ),
        ('as="A/74/400, as orally revised" refersTo="Chapter VII"', "", Recommendation("A/74/400")),
        ('as="" refersTo="7" by=""', '<docProponent refersTo="#noMainCommittee">[without]</docProponent>', None),
    ],
)
def test_recommendation(step: str, cover: str, expected: Recommendation | None) -> None:
    meta = f'<workflow><step outcome="recommendedForAdoption" {step}/></workflow>'
    assert _metadata(meta, f"<p>{cover}</p>").recommendation == expected


def _voting(inside: str, outcome: str = "") -> Vote | None:
    return _metadata(
        f'<analysis><parliamentary><voting outcome="{outcome}">{inside}</voting></parliamentary></analysis>'
    ).vote


def test_recorded_vote() -> None:
    names = "".join(f"<organization>{name}</organization>" for name in ("CUBA", "CHILEs"))
    vote = _voting(
        f'<quorum value=""/><count value="012" refersTo="inFavour"><akn4un:voters>{names}</akn4un:voters></count>'
        '<count value="1" refersTo="abstaining"/>',
        "adoptedRecordedVote",
    )
    assert vote == Vote(Side(12, (Party("CUBA", "cuba"), Party("CHILEs"))), Side(0), Side(1))
    assert not vote.without_vote


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        ("adoptedWithoutVote", Vote()),
        ("Adopted without vote, 59th plenary meeting", Vote()),
        ("Adopted by consensus", Vote()),
        ("", None),
        ("adoptedRecordedVote", None),
    ],
)
def test_without_counts(outcome: str, expected: Vote | None) -> None:
    assert _voting('<quorum value=""/>', outcome) == expected


def test_a_count_that_is_no_number_is_counted() -> None:
    vote = _voting('<count value="many" refersTo="inFavour"><organization>CUBA</organization></count>')
    assert vote is not None
    assert vote.in_favour == Side(1, (Party("CUBA", "cuba"),))


def test_an_unknown_voter_is_noted() -> None:
    meta = '<voting><count value="1" refersTo="inFavour"><organization>CHILEs</organization></count></voting>'
    assert "metadata name an unknown voter: CHILEs" in _document(meta).notes


def test_subjects_of_known_vocabularies() -> None:
    found = _keywords(
        'href="http://metadata.un.org/thesaurus/1007035" showAs="women&amp;#39;s_rights" dictionary="UNBIS"',
        'href="https://metadata.un.org/thesaurus/1007035" showAs="again"',
        'href="http://metadata.un.org/sdg/3.b" showAs="sdg_3.b"',
        'href="http://eurovoc.europa.eu/c_4523e1dd" showAs="food_security"',
        'href="http://eurovoc.europa.eu/5585" showAs="http://eurovoc.europa.eu/5585"',
    )
    assert found.subjects == (
        Subject("http://eurovoc.europa.eu/5585", "", _EUROVOC),
        Subject("http://eurovoc.europa.eu/c_4523e1dd", "food security", _EUROVOC),
        Subject("http://metadata.un.org/sdg/3.b", "SDG 3.b", _SDG),
        Subject("http://metadata.un.org/thesaurus/1007035", "WOMEN'S RIGHTS", _UNBIS),
    )


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "http://metadata.un.org.example/thesaurus/1007035",
        "http://example.org/?http://metadata.un.org/thesaurus/1007035",
        "http://metadata.un.org/thesaurus/1007035&gt; &lt;x:y",
        "http://metadata.un.org/thesaurus/../1",
        "ftp://metadata.un.org/sdg/1",
    ],
)
def test_any_other_address_is_refused(address: str) -> None:
    found = _keywords(f'href="{address}" showAs="boats"')
    assert (found.subjects, found.headings) == ((), ())


def test_headings_have_no_address() -> None:
    found = _keywords(
        'value="BOATS" showAs="BOATS"',
        'showAs="BOATS"',
        'showAs="Security Council resolution 1 [on boats]" refersTo="title"',
        'showAs=""',
    )
    assert found.headings == ("BOATS",)


_ITEMS = '<p><inline name="agenda item">{}</inline></p>'
_NAMES = '<p><inline name="agenda item name">{}</inline></p>'


@pytest.mark.parametrize(
    ("cover", "keywords", "expected"),
    [
        (_ITEMS.format("Agenda item 73 (a)") + _NAMES.format("Law of the sea"), "", [("73 (a)", "Law of the sea")]),
        (
            _ITEMS.format("Agenda items 14 and 122") + _NAMES.format("Rivers") + _NAMES.format("Lakes"),
            '<keyword refersTo="agenda" value="14" showAs="UN CONFERENCES"/>',
            [("14", "Rivers"), ("122", "Lakes")],
        ),
        (_ITEMS.format("Agenda items 14 and 122"), "", [("14", None), ("122", None)]),
        (
            _ITEMS.format("Agenda item 116 (e)"),
            '<keyword refersTo="agenda" value="116e" showAs="Election of boats."/>',
            [("116 (e)", "Election of boats")],
        ),
        (
            "",
            '<keyword refersTo="agenda" value="116e" showAs="Election of boats."/>',
            [("116 (e)", "Election of boats")],
        ),
        (
            "",
            '<keyword refersTo="agenda" value="[59]" showAs="BOATS--POLITICAL CONDITIONS"/>'
            '<keyword refersTo="agenda" value="X" showAs="The situation of boats."/>',
            [(None, "The situation of boats")],
        ),
        ("", "", []),
    ],
)
def test_agenda(cover: str, keywords: str, expected: list[tuple[str | None, str | None]]) -> None:
    found = _metadata(f"<classification>{keywords}</classification>", cover).agenda
    assert found == tuple(AgendaItem(*each) for each in expected)


def test_facts_of_publication() -> None:
    cover = (
        '<p><docketNumber refersTo="#publicationJobNumber">16-15777 (E)</docketNumber></p>'
        '<p><inline name="originalLanguage" refersTo="#french">Original: French</inline></p>'
    )
    found = _metadata(cover=cover)
    assert (found.issued, found.job_number, found.original_language) == ("2016-09-20", "16-15777", "fr")


def test_parts_that_were_adopted_in_different_ways_have_no_vote() -> None:
    unlike = '<voting outcome="adoptedWithoutVote"/><voting><count value="1" refersTo="inFavour"/></voting>'
    alike = '<voting outcome="adoptedWithoutVote"/>' * 2
    assert _metadata(unlike).vote is None
    assert _metadata(alike).vote == Vote()


def test_the_cover_is_believed() -> None:
    document = _document(uri="/akn/un/unga/2016-09-08/70-302/", day="2016-09-08")
    assert (document.symbol, document.date) == ("A/RES/70/301", "2016-09-09")
    assert document.notes == ("metadata say A/RES/70/302", "metadata say it was adopted on 2016-09-08")


@pytest.mark.parametrize("uri", ["", "/", "/akn/un/unga/2016-09-09/70-301A-C/", "/a/b/no number/", "/akn/un/70-301"])
def test_identities_that_say_nothing_else(uri: str) -> None:
    assert _document(uri=uri).notes == ()


def test_the_text_is_that_of_the_cover_alone() -> None:
    meta = '<workflow><step outcome="adopted" as="A/70/PV.115" by="Adopted by boats"/></workflow>'
    assert _document(meta).text == _document().text


def test_official_files(shared: Path) -> None:
    """Every twelfth: nearly all say who, what and how."""
    counts: Counter[str] = Counter()
    for path in sorted((shared / "corpus" / "unxml").glob("*/*/en/*.xml"))[::12]:
        try:
            found = read(path).metadata
        except ReadError:
            continue
        assert found is not None
        sides = (found.vote.in_favour, found.vote.against, found.vote.abstaining) if found.vote else ()
        voters = [party for side in sides if side for party in side.parties]
        counts["files"] += 1
        counts["agenda"] += bool(found.agenda)
        counts["vote"] += found.vote is not None
        counts["draft"] += bool(found.drafts)
        counts["sponsors"] += bool(found.sponsors or found.submission or found.recommendation)
        counts["subjects"] += bool(found.subjects or found.headings)
        counts["voters"] += len(voters)
        counts["unknown"] += sum(each.slug is None for each in (*voters, *found.sponsors, *found.additional))
    assert counts["files"] >= 95
    assert counts["agenda"] >= 0.97 * counts["files"]
    assert counts["vote"] >= 0.9 * counts["files"]
    assert counts["draft"] >= 0.85 * counts["files"]
    assert counts["sponsors"] >= 0.85 * counts["files"]
    assert counts["subjects"] >= 0.9 * counts["files"]
    assert counts["voters"] > 1000
    assert counts["unknown"] <= 3
