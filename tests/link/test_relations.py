"""The relation of a citation: by the opening verb, a verb that takes over, or the connective right before it."""

from __future__ import annotations

import pytest

from kg.model import Relation
from tests.texts import reading

PARAGRAPHS = [
    ("Recalling its resolution 60/1,", "recalls"),
    ("Reaffirming also its resolution 60/1,", "reaffirms"),
    ("Reiterating the provisions of resolution 60/1,", "reaffirms"),
    ("Taking note with appreciation of resolution 60/1,", "takes_note"),
    ("Having considered resolution 60/1,", "considers"),
    ("Guided by resolution 60/1,", "acts_under"),
    ("Mindful of resolution 60/1,", "takes_into_account"),
    ("Expressing its deep concern at the neglect of resolution 60/1,", "concern"),
    ("Expressing its appreciation for resolution 60/1,", "appreciates"),
    ("Deeply concerned that resolution 60/1 is forgotten,", "concern"),
    ("Convinced that resolution 60/1 matters,", "believes"),
    ("Recalling the work done, and welcoming resolution 60/1,", "welcomes"),
    ("Recalling its commitment, in accordance with its resolution 60/1,", "acts_under"),
    ("Recalling the mandate pursuant to paragraph 4 of resolution 60/1,", "acts_under"),
    ("1. Decides, in accordance with Article 12(a) of resolution 60/1;", "acts_under"),
    ("1. Welcomes the commitments to supporting resolution 60/1;", "welcomes"),
    ("Recalling the objectives contained in resolution 60/1,", "recalls"),
    ("Recalling the rule, as contained in resolution 60/1,", "acts_under"),
    ("Recalling the year 2005, bearing in mind resolution 60/1,", "takes_into_account"),
    ("1. Also requests the Board to apply resolution 60/1;", "requests"),
    ("1. Recognizes the need, and in this context invites States to apply resolution 60/1;", "invites"),
    ("1. Calls upon States to apply resolution 60/1;", "urges"),
    ("1. Decides to apply resolution 60/1;", "decides"),
    ("1. Requests the Board, which decides on resolution 60/1, to report;", "requests"),
    ("1. Adopts the text of resolution 60/1;", "endorses"),
]


@pytest.mark.parametrize(("paragraph", "relation"), PARAGRAPHS)
def test_relation(paragraph: str, relation: str) -> None:
    found = [c.relation for c in reading(paragraph).citations if c.target == "A/RES/60/1"]
    assert found == [Relation(relation)]


def test_members_of_a_list_share_the_connective() -> None:
    cited = reading("1. Requests the Board to act in accordance with its resolutions 60/1, 60/2 and 61/3;").citations
    assert [c.relation for c in cited if c.target and c.target.startswith("A/RES")] == [Relation.ACTS_UNDER] * 3


def test_sub_paragraphs_inherit_from_the_paragraph_they_belong_to() -> None:
    cited = reading(
        "1. Requests the Board:\n\n(a) To apply resolution 60/1;\n\n(b) To forget resolution 60/2;"
    ).citations
    assert [(c.where, c.relation) for c in cited] == [("OP1(a)", Relation.REQUESTS), ("OP1(b)", Relation.REQUESTS)]


def test_a_note_takes_the_relation_of_the_words_that_bear_its_mark() -> None:
    body = "Recalling the Paris Agreement,1\n\n1. Requests the Board to apply the Paris Agreement;1"
    cited = [c for c in reading(body, "1 See resolution 60/1.").citations if c.where == "FN1"]
    assert sorted((c.relation, c.called_in) for c in cited) == [
        (Relation.RECALLS, ("PP1",)),
        (Relation.REQUESTS, ("OP1",)),
    ]


def test_every_relation_can_be_made_by_a_verb_or_a_connective() -> None:
    from kg.languages import load

    language = load("en")
    made = {verb.relation for verb in language.verbs} | set(language.connectives.values())
    assert made == set(Relation)
