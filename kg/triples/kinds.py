"""The kind of a thing by its classes: `things` read the other way round."""

from __future__ import annotations

from collections.abc import Collection

from kg.model import Kind
from kg.triples import reused, vocabulary

_KINDS = {
    reused.RESOLUTION: Kind.RESOLUTION,
    reused.DECISION: Kind.DECISION,
    vocabulary.PUBLICATION: Kind.PUBLICATION,
    reused.TREATY: Kind.TREATY,
    reused.CONVENTION: Kind.TREATY,
    reused.CHARTER: Kind.TREATY,
    reused.CONSTITUTION: Kind.TREATY,
    reused.PROTOCOL: Kind.TREATY,
    reused.ORGANIZATION: Kind.BODY,
    reused.POST: Kind.BODY,
    vocabulary.NAMED_INSTRUMENT: Kind.INSTRUMENT,
    reused.DOCUMENT: Kind.DOCUMENT,
}


def kind_of(classes: Collection[str]) -> Kind | None:
    """The kind that the IRIs of classes tell, of several the most particular; None if they tell none."""
    return next((kind for name, kind in _KINDS.items() if name in classes), None)
