"""Reading Turtle: what becomes of a block, and which faults are told in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import GazetteerError
from kg.gazetteer import Entry, Gazetteer
from kg.gazetteer.gazetteer import read
from kg.model import Kind

PREFIXES = """
@prefix kg: <https://w3id.org/instrument-kg/ns#> .
@prefix body: <https://w3id.org/instrument-kg/id/body/> .
@prefix instrument: <https://w3id.org/instrument-kg/id/instrument/> .
@prefix treaty: <https://w3id.org/instrument-kg/id/treaty/> .
@prefix undo: <https://w3id.org/un/ontology/undo/> .
@prefix eli: <http://data.europa.eu/eli/ontology#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
BODIES = """
body:lake-council a org:Organization ; org:classification kg:governing_body ;
    skos:prefLabel "Lake Council"@en, "Conseil des lacs"@fr ;
    skos:altLabel "Council of the Lakes"@en ; skos:hiddenLabel "Lakes Council"@en ;
    kg:shortLabel "Council"@en ; kg:acronym "LAC" ; kg:series "LAC/" ; kg:supplement "GA 99" ;
    dcterms:identifier "lake-council" ; kg:factStatus "verified" .
body:president-of-the-lake-council a org:Post ; skos:prefLabel "President of the Lake Council"@en ;
    dcterms:identifier "president-of-the-lake-council" ; org:postIn body:lake-council .
body:lakeland a kg:State ; skos:prefLabel "Lakeland"@en ; skos:hiddenLabel "the Lakeland"@en ;
    skos:altLabel "the Republic of Lakeland"@en ; dcterms:identifier "lakeland" .
"""
INSTRUMENTS = """
instrument:lake-plan-of-action a kg:PlanOfAction, eli:LegalResource ; skos:prefLabel "Lake Plan of Action"@en ;
    dcterms:identifier "lake-plan-of-action" ; eli:date_document "1999-03"^^xsd:gYearMonth ;
    kg:adoptedBy body:lake-council ; kg:endorsedBy <https://undocs.org/A/RES/54/1> ;
    kg:containedIn <https://undocs.org/A/RES/217(III)A>, <https://w3id.org/instrument-kg/id/publication/E.99.I.1> ;
    kg:part "annex II" ; kg:factStatus "stated" .
treaty:lake-convention a undo:Convention ; skos:prefLabel "Lake Convention"@en ;
    dcterms:identifier "lake-convention" ; kg:adoptedByName "Lake Conference"@en ; kg:unts "12345" .
"""


def gazetteer(folder: Path, bodies: str = BODIES, instruments: str = INSTRUMENTS, language: str = "en") -> Gazetteer:
    (folder / "bodies.ttl").write_text(PREFIXES + bodies, encoding="utf-8")
    (folder / "instruments.ttl").write_text(PREFIXES + instruments, encoding="utf-8")
    return read(folder, language)


def test_a_body(tmp_path: Path) -> None:
    assert gazetteer(tmp_path).entry("lake-council") == Entry(
        slug="lake-council",
        label="Lake Council",
        kind=Kind.BODY,
        category="governing_body",
        iri="https://w3id.org/instrument-kg/id/body/lake-council",
        names=("Lake Council", "Council of the Lakes", "Lakes Council"),
        short_names=("Council",),
        acronyms=("LAC",),
        series=("LAC/",),
        supplements=("GA 99",),
        verified=True,
    )


def test_a_post(tmp_path: Path) -> None:
    post = gazetteer(tmp_path).entry("president-of-the-lake-council")
    assert (post.category, post.parents, post.acronym, post.container) == ("post", ("lake-council",), None, None)


def test_an_instrument(tmp_path: Path) -> None:
    plan = gazetteer(tmp_path).entry("lake-plan-of-action")
    assert (plan.kind, plan.category, plan.date) == (Kind.INSTRUMENT, "plan_of_action", "1999-03")
    assert plan.containers == ("A/RES/217(III)A", "Sales No. E.99.I.1")
    assert (plan.container, plan.part) == ("A/RES/217(III)A", "annex II")
    assert (plan.adopted_by, plan.adopter, plan.endorsed_by) == ("lake-council", None, ("A/RES/54/1",))
    assert not plan.verified


def test_a_treaty(tmp_path: Path) -> None:
    treaty = gazetteer(tmp_path).entry("lake-convention")
    assert (treaty.kind, treaty.category, treaty.unts) == (Kind.TREATY, "convention", "12345")
    assert (treaty.adopted_by, treaty.adopter) == (None, "Lake Conference")


def test_a_state_has_a_government_and_no_names(tmp_path: Path) -> None:
    known = gazetteer(tmp_path)
    government = known.entry("government-of-lakeland")
    assert (government.label, government.category) == ("Government of the Lakeland", "government")
    assert government.iri == "https://w3id.org/instrument-kg/id/body/government-of-lakeland"
    assert government.parents == ("lakeland",)
    assert known.by_name("Government of Lakeland") is government
    assert known.by_name("Government of the Republic of Lakeland") is government
    assert known.by_name("Lakeland") is None


def test_names_of_another_language_are_left_alone(tmp_path: Path) -> None:
    french = BODIES[: BODIES.index("body:president")]
    assert gazetteer(tmp_path, french, "", "fr").entry("lake-council").names == ("Conseil des lacs",)
    with pytest.raises(GazetteerError, match=r"bodies\.ttl, lakeland: 0 labels in 'fr'"):
        gazetteer(tmp_path, language="fr")


ONE = 'body:x a org:Organization ; org:classification kg:fund ; skos:prefLabel "X"@en ; dcterms:identifier "x" '


@pytest.mark.parametrize(
    ("bodies", "message"),
    [
        ("body:x a org:Organization", "bodies.ttl: cannot be read"),
        (f'{ONE}; skos:prefLabel "Y"@en .', "bodies.ttl, x: 2 labels in 'en' where one is needed"),
        (f"{ONE}; org:classification kg:board .", "bodies.ttl, x: more than one classification"),
        (ONE.replace('"x"', '"y"') + ".", "bodies.ttl, x: the identifier is not the last part of the IRI"),
        (
            ONE.replace("body:x", "<https://x/id/fund/x>") + ".",
            "bodies.ttl, x: the IRI is none of body, instrument, treaty",
        ),
        (ONE.replace("org:classification kg:fund ;", "") + ".", "bodies.ttl, x: no class that says what it is"),
        (f"{ONE}; kg:containedIn <https://x/> .", "bodies.ttl, x: https://x/ is no document and no publication"),
        (f"{ONE}; org:subOrganizationOf body:y .", "bodies.ttl, x: refers to y, which is no entry"),
        (
            ONE.replace(":x", ":z").replace('"x"', '"z"') + f". {ONE}.",
            "bodies.ttl, z: the name 'X' already belongs to x",
        ),
    ],
)
def test_faults(tmp_path: Path, bodies: str, message: str) -> None:
    with pytest.raises(GazetteerError) as caught:
        gazetteer(tmp_path, bodies, "")
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"bodies\.ttl: cannot be read"):
        read(tmp_path)
