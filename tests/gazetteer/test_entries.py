"""The maintained files themselves: every entry can be found by every name, and refers only to what exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg import gazetteer
from kg.gazetteer import Entry, Gazetteer
from kg.gazetteer.spelling import variants
from kg.model import Kind
from kg.symbols import slug, try_parse

CARRIER = "Recalling also the {}, and noting"
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
REGISTRATION = re.compile(r"\d+(-\d+)?")


@pytest.fixture(scope="module")
def known() -> Gazetteer:
    return gazetteer.load()


def named(known: Gazetteer) -> list[tuple[str, Entry]]:
    return [(name, entry) for entry in known.entries for name in entry.names]


def test_there_are_as_many_as_there_should_be(known: Gazetteer) -> None:
    kinds = [entry.kind for entry in known.entries if entry.category not in ("state", "government")]
    assert kinds.count(Kind.BODY) >= 1_300
    assert kinds.count(Kind.INSTRUMENT) >= 550
    assert kinds.count(Kind.TREATY) >= 430
    assert sum(entry.category == "government" for entry in known.entries) >= 197


def test_every_name_is_found_and_means_its_entry(known: Gazetteer) -> None:
    wrong = []
    for name, entry in named(known):
        for form in variants(name):
            text = CARRIER.format(form)
            hits = [(text[hit.start : hit.end], hit.entry) for hit in known.find(text)]
            if hits != [(form, entry)]:
                wrong.append((form, hits))
    assert wrong == []


def test_every_name_is_looked_up(known: Gazetteer) -> None:
    assert [name for name, entry in named(known) if known.by_name(name) is not entry] == []
    assert [name for name, entry in named(known) if known.by_name(name.replace(" ", "  ").upper()) is not entry] == []


def test_every_acronym_leads_to_its_entry(known: Gazetteer) -> None:
    lost = [
        (acronym, entry.slug)
        for entry in known.entries
        for acronym in entry.acronyms
        if known.by_name(acronym) is not entry and entry not in known.by_short_name(acronym)
    ]
    assert lost == []


def test_every_short_name_leads_to_its_entry(known: Gazetteer) -> None:
    pairs = [(name, entry) for entry in known.entries for name in entry.short_names]
    assert [name for name, entry in pairs if entry not in known.by_short_name(name)] == []


def test_slugs_come_from_labels(known: Gazetteer) -> None:
    own = [entry for entry in known.entries if entry.category != "government"]
    assert [entry.slug for entry in own if slug(entry.label) != entry.slug] == []
    assert [entry.slug for entry in known.entries if not entry.iri.endswith(f"/{entry.slug}")] == []


def test_containers_and_endorsements_are_canonical_symbols(known: Gazetteer) -> None:
    documents = [(each, entry) for entry in known.entries for each in (*entry.containers, *entry.endorsed_by)]
    assert [(each, entry.slug) for each, entry in documents if str(try_parse(each)) != each] == []
    assert [entry.slug for entry in known.entries if entry.part and not entry.container] == []


def test_dates_and_registrations_have_their_form(known: Gazetteer) -> None:
    assert [entry.slug for entry in known.entries if entry.date and not DATE.fullmatch(entry.date)] == []
    assert [entry.slug for entry in known.entries if entry.unts and not REGISTRATION.fullmatch(entry.unts)] == []


def test_parents_are_bodies_and_lead_to_no_circle(known: Gazetteer) -> None:
    for entry in known.entries:
        seen, above = {entry.slug}, list(entry.parents)
        while above:
            parent = known.entry(above.pop())
            assert parent.kind is Kind.BODY, entry.slug
            assert parent.slug != entry.slug, entry.slug
            above.extend(each for each in parent.parents if each not in seen)
            seen.update(parent.parents)


@pytest.mark.parametrize(
    ("records", "slug_of_body"),
    [
        ("GA 39", "high-level-committee-on-south-south-cooperation"),
        ("ECOSOC 10", "commission-on-crime-prevention-and-criminal-justice"),
    ],
)
def test_supplements(known: Gazetteer, records: str, slug_of_body: str) -> None:
    assert [entry.slug for entry in known.entries if records in entry.supplements] == [slug_of_body]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Special Unit for South-South Cooperation", "United Nations Office for South-South Cooperation"),
        ("first South Summit", "First South Summit"),
        ("COVAX Facility", "COVID-19 Vaccine Global Access Facility"),
        (
            "United Nations High Commissioner for Human Rights",
            "Office of the United Nations High Commissioner for Human Rights",
        ),
        ("Government of Argentina", "Government of Argentina"),
        ("2030 Agenda", "2030 Agenda for Sustainable Development"),
    ],
)
def test_settled_cases(known: Gazetteer, name: str, label: str) -> None:
    entry = known.by_name(name)
    assert entry is not None
    assert entry.label == label


def test_the_gold_annotations_name_known_things(known: Gazetteer, shared: Path) -> None:
    rows = [
        line.split("\t")
        for path in sorted((shared / "gold").glob("*.tsv"))
        for line in path.read_text("utf-8").splitlines()
    ]
    targets = {row[2] for row in rows if row[1] in ("body", "instrument", "treaty") and not row[2].startswith("UNTS ")}
    assert len(targets) > 80
    assert sorted(target for target in targets if known.by_name(target) is None) == []


def test_blocks_stand_in_order(root: Path) -> None:
    for file, prefixes in (("bodies.ttl", ("body",)), ("instruments.ttl", ("instrument", "treaty"))):
        lines = (root / "ontology" / file).read_text(encoding="utf-8").splitlines()
        for prefix in prefixes:
            entries = [
                line.split(" ")[0] for line in lines if line.startswith(f"{prefix}:") and " a kg:State " not in line
            ]
            assert entries == sorted(entries)
