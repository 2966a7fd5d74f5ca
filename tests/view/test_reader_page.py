"""The reader page: what it takes from a store, how it cuts the text, and the page in a real browser."""

from __future__ import annotations

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import pipeline
from kg.errors import ViewError
from kg.model import Kind
from kg.pipeline import put
from kg.store import OxigraphStore, open_store
from kg.view.reader_data import Cite, Passage, ReaderData, Thing, reader_data
from kg.view.reader_page import reader_page
from kg.view.reader_text import by_passage, pieces
from tests.texts import reading

from .conftest import HOSTILE, Open

SAMPLE = "62/209"


@pytest.fixture(scope="module")
def sample() -> OxigraphStore:
    return pipeline.sample_store()


@pytest.fixture(scope="module")
def citing() -> OxigraphStore:
    """The sample, and a resolution of our own that cites it twice, an unknown act and a set of others."""
    store = pipeline.sample_store()
    body = (
        "Recalling its resolution 62/209 of 19 December 2007, and other relevant resolutions,\n\n"
        "Recalling decision 9/3 of the Board,\n\n"
        "1. Reaffirms resolution 62/209;\n\n(a) Stresses the Charter of the United Nations;"
    )
    put(store, reading(body))
    return store


@pytest.fixture(scope="module")
def hostile() -> OxigraphStore:
    """A document whose every text, and some of whose addresses, try to become part of the page."""
    store = open_store()
    iri, note, cite = "https://undocs.org/A/RES/62/209", "urn:note", "urn:cite"
    kg, cito, dcterms = "https://w3id.org/instrument-kg/ns#", "http://purl.org/spar/cito/", "http://purl.org/dc/terms/"
    eli = "http://data.europa.eu/eli/ontology#"
    hostile = pyoxigraph.Literal(HOSTILE)

    def add(subject: str, predicate: str, value: object) -> None:
        term = pyoxigraph.NamedNode(value) if isinstance(value, str) else value
        assert isinstance(term, pyoxigraph.NamedNode | pyoxigraph.Literal)
        store.inner.add(pyoxigraph.Quad(pyoxigraph.NamedNode(subject), pyoxigraph.NamedNode(predicate), term))

    for order, (passage, label) in enumerate(((iri + "#OP1", "OP1"), (note, f"FN{HOSTILE}")), 1):
        add(passage, dcterms + "isPartOf", iri)
        add(passage, kg + "paragraphLabel", pyoxigraph.Literal(label))
        add(passage, kg + "order", pyoxigraph.Literal(order))
        add(passage, kg + "text", hostile)
        add(passage, kg + "start", pyoxigraph.Literal(1000 * (order - 1)))
        add(passage, kg + "end", pyoxigraph.Literal(1000 * (order - 1) + len(HOSTILE)))
    add(note, kg + "calledAt", pyoxigraph.Literal(10))
    for predicate in ("title", "identifier"):
        add(iri, dcterms + predicate, hostile)
    add(iri, eli + "date_document", hostile)
    for number, target in enumerate(("javascript:window.hit=3", "https://undocs.org/%22onclick=hit", None)):
        node = f"{cite}{number}"
        add(node, cito + "hasCitingEntity", iri)
        add(node, cito + "hasCitationCharacterization", kg + "recalls")
        for predicate in ("quote", "part", "printedDate", "method"):
            add(node, kg + predicate, hostile)
        add(node, kg + "citationKind", pyoxigraph.Literal("resolution"))
        add(node, kg + "start", pyoxigraph.Literal(3 * number))
        add(node, kg + "end", pyoxigraph.Literal(3 * number + 2))
        add(node, kg + "inParagraph", iri + "#OP1")
        if target:
            add(node, cito + "hasCitedEntity", target)
            add(target, dcterms + "title", hostile)
    add("urn:by", cito + "hasCitedEntity", iri)
    add("urn:by", cito + "hasCitingEntity", "javascript:window.hit=4")
    add("urn:by", cito + "hasCitationCharacterization", kg + "recalls")
    add("urn:by", kg + "inParagraph", iri + "#OP1")
    add("javascript:window.hit=4", dcterms + "title", hostile)
    return store


def cited(data: ReaderData) -> set[tuple[str, str]]:
    return {(each.where, each.cited.identity) for each in data.cites if each.cited}


def test_what_the_store_knows_of_the_sample(sample: OxigraphStore) -> None:
    data = reader_data(sample, SAMPLE)
    document = pipeline.sample_reading().document
    assert (data.document.identity, data.document.title, data.document.date) == (
        "A/RES/62/209",
        "South-South cooperation",
        "2007-12-19",
    )
    assert data.organ == "General Assembly"
    labels = [*(each.label for each in document.paragraphs), *(each.label for each in document.footnotes)]
    assert [each.label for each in data.passages] == labels
    assert all(document.text[each.start : each.end] == each.text for each in data.passages)
    assert next(each for each in data.passages if each.mark == "1").called == tuple(
        call.offset for note in document.footnotes if note.mark == "1" for call in note.calls
    )
    assert {("PP1", "A/RES/33/134"), ("FN3", "A/55/74")} <= cited(data)
    assert len(data.cites) == len(pipeline.sample_reading().citations)


def test_who_cites_it_and_how(citing: OxigraphStore) -> None:
    (by,) = reader_data(citing, SAMPLE).cited_by
    assert (by.citing.identity, by.relations, by.places) == (
        "A/RES/70/301",
        ("reaffirms", "recalls"),
        ("OP1", "PP1"),
    )
    texts = {each.cited.identity: each.cited.read for each in reader_data(citing, "70/301").cites if each.cited}
    assert texts["A/RES/62/209"]
    assert not texts["charter-of-the-united-nations"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("33/134", "no text of it"),
        ("https://undocs.org/A/RES/9/9", "no text of it"),
        ("https://undocs.org/A> <x", "not an IRI"),
        ("??", "symbol"),
    ],
)
def test_documents_that_cannot_be_shown(sample: OxigraphStore, name: str, reason: str) -> None:
    with pytest.raises(ViewError, match=reason):
        reader_page(sample, name)


def test_the_same_store_gives_the_same_page(sample: OxigraphStore) -> None:
    assert reader_page(sample, SAMPLE) == reader_page(pipeline.sample_store(), SAMPLE)


@st.composite
def cut_texts(draw: st.DrawFn) -> tuple[Passage, dict[int, Cite], list[tuple[int, str]]]:
    text = draw(st.text(min_size=1, max_size=40))
    start = draw(st.integers(0, 50))
    offsets = st.integers(start, start + len(text))
    spans = draw(st.lists(st.tuples(offsets, offsets).map(sorted).filter(lambda span: span[0] < span[1]), max_size=6))
    cites = {
        number: Cite(a, b, Kind.RESOLUTION, "recalls", "OP1", "", None, None, None, "", None)
        for number, (a, b) in enumerate(spans)
    }
    marks = draw(st.lists(st.tuples(offsets, st.sampled_from("12*")), max_size=4))
    return Passage("OP1", start, start + len(text), text, ()), cites, marks


@given(cut_texts())
def test_pieces_are_the_text_and_hold_what_they_should(
    given: tuple[Passage, dict[int, Cite], list[tuple[int, str]]],
) -> None:
    passage, cites, marks = given
    cut = pieces(passage, cites, marks)
    assert "".join(piece.text for piece in cut) == passage.text
    assert sorted(piece.mark for piece in cut if piece.mark) == sorted(m for at, m in marks if at > passage.start)
    at = passage.start
    for piece in cut:
        for offset in range(at, at + len(piece.text)):
            assert set(piece.cites) == {n for n, cite in cites.items() if cite.start <= offset < cite.end}
        lengths = [cites[number].end - cites[number].start for number in piece.cites]
        assert lengths == sorted(lengths)
        at += len(piece.text)


def test_citations_belong_to_the_passage_they_start_in() -> None:
    passages = [Passage("PP1", 0, 10, "a" * 10, ()), Passage("OP1", 11, 20, "b" * 9, ())]
    thing = Thing("urn:x", "x", "", None, False)
    cites = [
        Cite(start, start + 2, Kind.BODY, "recalls", "", "", thing, None, None, "", None) for start in (0, 9, 10, 11)
    ]
    assert by_passage(passages, cites) == {"PP1@0": [0, 1], "OP1@11": [3]}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 400])
def test_it_opens(look: Open, sample: OxigraphStore, width: int, scheme: str) -> None:
    opened = look(reader_page(sample, SAMPLE), width=width, scheme=scheme)
    page = opened.page
    assert page.locator("h1").inner_text() == "South-South cooperation"
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert "Reaffirming its resolution 33/134 of 19 December 1978" in page.locator("#PP1 p").inner_text()
    assert "Sales No. E.78.II.A.11" in page.locator("#PP1 .notes").inner_text()
    assert "Sales No. E.78.II.A.11" in page.locator("#OP13 .notes").inner_text()
    beside = page.locator("#PP1 .notes").bounding_box()
    text = page.locator("#PP1 > p").bounding_box()
    assert beside is not None
    assert text is not None
    assert (beside["x"] > text["x"] + text["width"]) == (width == 1280)
    opened.keep(f"reader-{width}-{scheme}")


def test_pointing_at_a_citation_tells_of_it(look: Open, sample: OxigraphStore) -> None:
    page = look(reader_page(sample, SAMPLE)).page
    cite = page.get_by_role("link", name="resolution 33/134")
    cite.hover()
    card = page.locator("#card")
    for words in ("A/RES/33/134", "1978-12-19", "reaffirms", "own organ", "confidence"):
        assert words in card.inner_text()
    assert cite.get_attribute("href") == "https://undocs.org/A/RES/33/134"
    page.mouse.move(5, 5)
    assert card.is_hidden()


def test_every_citation_is_reached_by_the_keyboard(look: Open, sample: OxigraphStore) -> None:
    page = look(reader_page(sample, SAMPLE)).page
    page.locator("#text").focus()
    card = page.locator("#card")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "2005 World Summit Outcome":
            break
    assert "recalls" in card.inner_text()
    page.keyboard.press("Escape")
    assert card.is_hidden()


def test_kinds_can_be_put_aside(look: Open, sample: OxigraphStore) -> None:
    page = look(reader_page(sample, SAMPLE)).page
    body = page.locator("#PP5 [data-cite].body").first
    line = "element => getComputedStyle(element).borderBottomColor"
    assert body.evaluate(line) != "rgba(0, 0, 0, 0)"
    page.get_by_role("checkbox", name="Bodies").uncheck()
    assert body.evaluate(line) == "rgba(0, 0, 0, 0)"
    assert page.locator("#PP1 [data-cite].resolution").evaluate(line) != "rgba(0, 0, 0, 0)"


def test_the_margin(look: Open, citing: OxigraphStore) -> None:
    margin = look(reader_page(citing, SAMPLE)).page.locator("aside").inner_text()
    assert "Cited by 1" in margin
    assert "A/RES/70/301" in margin
    assert "reaffirms, recalls · OP1, PP1" in margin
    page = look(reader_page(citing, "70/301", link=lambda thing: f"/read/{thing.identity}", home="/")).page
    aside = page.locator("aside").inner_text()
    assert "Not linked: 1" in aside
    assert "decision 9/3" in aside
    assert "other relevant resolutions" in aside
    assert page.locator("#PP1 a[data-cite]").first.get_attribute("href") == "/read/A/RES/62/209"


def test_hostile_text_stays_text(look: Open, hostile: OxigraphStore) -> None:
    opened = look(reader_page(hostile, SAMPLE))
    page = opened.page
    assert page.locator("h1").inner_text() == HOSTILE
    hrefs = page.locator("a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert all(href.startswith(("https://undocs.org/", "#")) for href in hrefs)
    page.locator("[data-cite]").first.hover()
    assert "window.hit" in page.locator("#card").inner_text()
    for link in page.locator("span[data-cite]").all():
        link.click()
    opened.keep("reader-hostile")
