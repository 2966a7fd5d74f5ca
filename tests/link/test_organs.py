"""Which organ adopted a numbered act, and by what evidence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract import find
from kg.link import link
from tests.texts import reading

CASES = [
    ("general-assembly", "Recalling its resolution 60/1,", "A/RES/60/1", "own organ"),
    ("human-rights-council", "Recalling its resolution 5/1,", "A/HRC/RES/5/1", "own organ"),
    ("human-rights-council", "Recalling General Assembly resolution 60/251,", "A/RES/60/251", "named organ"),
    ("human-rights-council", "Recalling Council resolution 33/10,", "A/HRC/RES/33/10", "organ in force"),
    (
        "general-assembly",
        "Recalling Human Rights Council resolution 5/1, and Council resolution 33/10 of 29 September 2016,",
        "A/HRC/RES/33/10",
        "organ in force",
    ),
    ("general-assembly", "Recalling resolution 43/15 of 22 June 2020,", "A/HRC/RES/43/15", "date window"),
    ("general-assembly", "Recalling resolution 1325 (2000),", "S/RES/1325(2000)", "number shape"),
    ("general-assembly", "Recalling resolution 2625 (XXV),", "A/RES/2625(XXV)", "organ of the document"),
    ("security-council", "Recalling resolution 60/1,", "A/RES/60/1", "number shape"),
    ("economic-and-social-council", "Recalling its decision 2005/303,", "E/DEC/2005/303", "own organ"),
    ("general-assembly", "Recalling decision 1/CP.21,", "UNFCCC:1/CP.21", "number shape"),
    (
        "economic-and-social-council",
        "Recalling Commission on Narcotic Drugs resolution 53/4,",
        "Commission on Narcotic Drugs:53/4",
        "named organ",
    ),
    (
        "general-assembly",
        "Welcoming resolutions 7/8 of 10 November 2017 and 8/4 of 20 December 2019 of the Conference of the States "
        "Parties to the United Nations Convention against Corruption,",
        "UNCAC:7/8",
        "named organ",
    ),
    (
        "general-assembly",
        "Recalling resolution 8/12, entitled “Corruption and crimes”, of the Conference of the States Parties to the "
        "United Nations Convention against Corruption,",
        "UNCAC:8/12",
        "named organ",
    ),
    (
        "general-assembly",
        "Noting the adoption by the Economic and Social Commission for Asia and the Pacific at its seventy-second "
        "session, of resolution 72/7 of 19 May 2016,",
        "E/ESCAP/RES/72/7",
        "named organ",
    ),
    (
        "general-assembly",
        "Noting the work of the United Nations Environment Assembly, as reflected in its resolution 2/17,",
        "UNEP/EA.2/Res.17",
        "body named before",
    ),
    (
        "security-council",
        "Recalling its endorsement, in resolution 2066 (2012), of the Secretary-General’s recommendation,",
        "S/RES/2066(2012)",
        "organ of the document",
    ),
]


@pytest.mark.parametrize(("organ", "paragraph", "target", "method"), CASES)
def test_organ(organ: str, paragraph: str, target: str, method: str) -> None:
    found = [(c.target, c.method) for c in reading(paragraph, organ=organ).citations]
    assert (target, method) in found


def test_what_cannot_be_decided_stays_open_and_says_why() -> None:
    (cited,) = reading("Recalling Commission resolution 53/4,").citations
    assert (cited.target, cited.confidence) == (None, 0.0)
    assert cited.method == "organ not decided"


def test_an_office_named_before_adopts_nothing() -> None:
    cited = reading("Noting the Office of Legal Affairs, and resolution 12.20,").citations
    assert [(c.target, c.method) for c in cited if c.kind == "resolution"] == [(None, "no organ known numbers so")]


def test_an_act_in_a_report_is_the_reporting_bodys() -> None:
    notes = (
        "1 Official Records of the General Assembly, Seventy-fourth Session, Supplement No. 53A (A/74/53/Add.1), "
        "chap. III, resolution 42/12.\n"
        "2 Official Records of the Economic and Social Council, 2015, Supplement No. 7 (E/2015/27), chap. I, "
        "resolution 59/1, annex."
    )
    cited = reading("Recalling the Volta Pathway,1 and the Niger Pathway,2", notes).citations
    assert [c.target for c in cited if c.kind == "resolution"] == [
        "A/HRC/RES/42/12",
        "Commission on the Status of Women:59/1",
    ]


def test_its_in_an_annex_is_the_organ_that_speaks_there() -> None:
    body = (
        "1. Approves the annexed text.\n\nAnnex\n\nThe Human Rights Council,\n\nRecalling its resolution 33/10,\n\n"
        "1. Decides to act."
    )
    assert [c.target for c in reading(body).citations if c.where == "ANNEX"] == ["A/HRC/RES/33/10"]


def test_an_agencys_resolution_is_in_its_own_form() -> None:
    cited = reading("Recalling World Health Assembly resolution 69.2 of 28 May 2016,").citations
    assert [c.target for c in cited] == ["World Health Assembly:69.2"]


@pytest.mark.parametrize(
    ("words", "links", "trusted", "untrusted"),
    [
        ("resolution 72/7 of 19 May 2016,", (("72/7", "E/ESCAP/RES/72/7"),), "E/ESCAP/RES/72/7", None),
        ("resolution 72/7 of 19 May 2016,", (("72/7", "A/RES/72/7"),), None, None),
        ("its resolution 60/1,", (("60/1", "A/HRC/RES/60/1"),), "A/RES/60/1", "A/RES/60/1"),
    ],
)
def test_links_of_the_editors_decide_what_is_open_where_they_are_trusted(
    words: str, links: tuple[tuple[str, str], ...], trusted: str | None, untrusted: str | None
) -> None:
    document = replace(reading(f"Recalling {words}").document, links=links)
    for trust, expected in ((True, trusted), (False, untrusted)):
        cited = link(document, find(document), trust_links=trust).citations
        assert [c.target for c in cited] == [expected]
