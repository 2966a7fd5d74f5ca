"""What the gazetteer knows of one instrument, treaty or body."""

from __future__ import annotations

from dataclasses import dataclass

from kg.errors import GazetteerError
from kg.model import Kind

BODIES, INSTRUMENTS = "bodies.ttl", "instruments.ttl"
"""The maintained files, in the folder of the ontology."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One block of `ontology/bodies.ttl` or `instruments.ttl` in one language, or a Government derived from a State.

    `names` can be used anywhere and mean this entry alone (the label stands first); `short_names` need a full name
    before them or an organ in force ("the Charter"); `joint_names` name it together with others ("Rio conventions").
    `containers` are canonical symbols or "Sales No. …" (DESIGN 4.1),
    `part` the place in them. `parents` and `adopted_by` are slugs; `adopter` names an adopting body that is no entry.
    `date` is an ISO date, month or year. `unts` is a registration number or a range ("970-973"). `supplements` are the
    Official Records in which the body reports ("GA 39"). `verified` tells facts seen in official texts from others.
    """

    slug: str
    label: str
    kind: Kind
    category: str
    iri: str
    names: tuple[str, ...] = ()
    short_names: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    joint_names: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    supplements: tuple[str, ...] = ()
    containers: tuple[str, ...] = ()
    part: str | None = None
    adopted_by: str | None = None
    adopter: str | None = None
    endorsed_by: tuple[str, ...] = ()
    unts: str | None = None
    date: str | None = None
    verified: bool = False

    @property
    def acronym(self) -> str | None:
        """The first acronym, or None."""
        return self.acronyms[0] if self.acronyms else None

    @property
    def container(self) -> str | None:
        """The document that contains the instrument (the first, where it was issued twice), or None."""
        return self.containers[0] if self.containers else None

    def fault(self, message: str) -> GazetteerError:
        """The error that says what is wrong with this entry, and in which file it stands."""
        return GazetteerError(message, source=BODIES if self.kind is Kind.BODY else INSTRUMENTS, place=self.slug)
