"""Web Annotations: both selectors find the words in the text that `--format text` gives."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pyoxigraph import Quad

from kg.errors import ExportError
from kg.export import of_document, whole
from kg.export.elements import citations
from kg.pipeline import sample_reading
from kg.store import OxigraphStore, open_store
from kg.triples import vocabulary
from tests.export.conftest import written


def items(store: OxigraphStore) -> list[dict[str, Any]]:
    """The annotations of all documents of a store."""
    found = json.loads(written("annotations", whole(store)))
    page = found["first"]["items"]
    assert (found["type"], found["first"]["type"], found["total"]) == (
        "AnnotationCollection",
        "AnnotationPage",
        len(page),
    )
    assert isinstance(page, list)
    return page


@pytest.mark.parametrize("name", ["sample", "small", "hostile"])
def test_both_selectors_find_the_words(name: str, request: pytest.FixtureRequest) -> None:
    store: OxigraphStore = request.getfixturevalue(name)
    found = items(store)
    documents = {each["target"]["source"]["id"] for each in found}
    texts = {name: written("text", of_document(store, name)).decode() for name in documents}
    for each in found:
        text, (position, quote) = texts[each["target"]["source"]["id"]], each["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
        assert text.index(quote["prefix"] + quote["exact"] + quote["suffix"]) <= position["start"]
    assert len(found) == sum(len(citations(part)) for part in whole(store)) > 0


def test_the_text_is_that_of_the_document(sample: OxigraphStore) -> None:
    document = sample_reading().document
    text = written("text", of_document(sample, "62/209")).decode()
    spans = [each.span for each in document.paragraphs] + [each.span for each in document.footnotes]
    for span in spans:
        assert text[span.start : span.end] == document.text[span.start : span.end]


def test_an_annotation_names_what_is_cited_and_how(sample: OxigraphStore) -> None:
    first = items(sample)[0]
    assert (first["type"], first["motivation"]) == ("Annotation", "linking")
    assert first["body"][0]["source"] == "https://undocs.org/A/RES/33/134"
    assert first["body"][1]["source"] == vocabulary.NAMESPACE + "reaffirms"
    assert first["target"]["source"] == {"id": "https://undocs.org/A/RES/62/209", "type": "Text", "language": "en"}


def test_what_is_not_linked_says_why(small: OxigraphStore) -> None:
    unlinked = [each for each in items(small) if each["motivation"] == "describing"]
    reasons = [each["body"][0]["value"] for each in unlinked]
    assert len(reasons) == len([each for part in whole(small) for each in citations(part) if not each.cited]) > 0
    assert all(reason.startswith("not linked: ") and len(reason) > 12 for reason in reasons)


def test_the_text_of_several_documents_is_refused(small: OxigraphStore) -> None:
    with pytest.raises(ExportError, match="the text of one document, not of 3: name it with --document"):
        written("text", whole(small))


def test_a_store_without_texts_has_no_places_to_annotate(small: OxigraphStore) -> None:
    bare = open_store()
    texts = {vocabulary.TEXT}
    bare.inner.extend(quad for quad in small.inner if isinstance(quad, Quad) and quad.predicate.value not in texts)
    with pytest.raises(ExportError, match="does not hold the words of the text"):
        written("annotations", whole(bare))
