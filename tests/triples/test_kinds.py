"""The kind of a thing by the classes that it was written with."""

from __future__ import annotations

import pytest

from kg.model import Kind
from kg.pipeline import sample_store
from kg.store import Table
from kg.triples import reused, vocabulary
from kg.triples.kinds import kind_of


@pytest.mark.parametrize(
    ("classes", "kind"),
    [
        ({reused.RESOLUTION, reused.LEGAL_RESOURCE, reused.DOCUMENT}, Kind.RESOLUTION),
        ({reused.CHARTER, vocabulary.NAMED_INSTRUMENT}, Kind.TREATY),
        ({reused.POST}, Kind.BODY),
        ({vocabulary.NAMED_INSTRUMENT, reused.DOCUMENT}, Kind.INSTRUMENT),
        ({reused.LEGAL_RESOURCE}, None),
        (set(), None),
    ],
)
def test_kind_of(classes: set[str], kind: Kind | None) -> None:
    assert kind_of(classes) is kind


def test_what_the_sample_cites_as_a_kind_has_classes_of_that_kind() -> None:
    answer = sample_store().ask(
        f"SELECT ?thing ?kind ?class WHERE {{ ?citation <{reused.CITED_ENTITY}> ?thing ; "
        f"<{vocabulary.CITATION_KIND}> ?kind . ?thing <{reused.TYPE}> ?class }}"
    )
    assert isinstance(answer, Table)
    classes: dict[tuple[str, str], set[str]] = {}
    for row in answer.rows:
        thing, kind, name = (getattr(term, "value", "") for term in row)
        classes.setdefault((thing, kind), set()).add(name)
    assert len(classes) > 30
    assert {(thing, kind_of(names)) for (thing, _), names in classes.items()} == {
        (thing, Kind(kind)) for thing, kind in classes
    }
