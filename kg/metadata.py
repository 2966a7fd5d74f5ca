"""What the record of a resolution says beside its text: agenda, drafts, sponsors, votes, subjects."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Subject:
    """A concept that a document is classified under: its IRI, its label in English (may be empty), its scheme's IRI."""

    iri: str
    label: str
    scheme: str


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """What a document was adopted under: the number with its letters ("73 (a)"), the title of the item, or both."""

    number: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Party:
    """Who sponsors or votes: the name as recorded, the gazetteer slug (None for a name that it has not), and the group
    for which the party spoke."""

    name: str
    slug: str | None = None
    group: Party | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft of a document by its symbol, its ISO date if recorded, and the symbols of amendments to it."""

    symbol: str
    date: str | None = None
    amendments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recommendation:
    """On whose recommendation a document was adopted: the report's symbol, the part of it, the body's slug."""

    report: str | None = None
    part: str | None = None
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a vote: how many voted so, and who, as far as the source lists them."""

    count: int
    parties: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class Vote:
    """How a document was adopted: by the votes of its sides, or without a vote, where all sides are None."""

    in_favour: Side | None = None
    against: Side | None = None
    abstaining: Side | None = None

    @property
    def without_vote(self) -> bool:
        return self.in_favour is None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a source records of its document beside the text, as far as it can be relied on; all symbols are canonical.

    `meeting_record` is the record of the meeting of adoption, `additional` the sponsors that joined after the draft was
    issued, `submission` the words on who submitted the draft where no sponsor is known by name ("submitted by the Chair
    of the Committee"), `headings` are subject headings without an IRI, `issued` the ISO date of publication,
    `original_language` a BCP 47 tag.
    """

    agenda: tuple[AgendaItem, ...] = ()
    meeting_record: str | None = None
    drafts: tuple[Draft, ...] = ()
    recommendation: Recommendation | None = None
    sponsors: tuple[Party, ...] = ()
    additional: tuple[Party, ...] = ()
    submission: str | None = None
    vote: Vote | None = None
    subjects: tuple[Subject, ...] = ()
    headings: tuple[str, ...] = ()
    issued: str | None = None
    job_number: str | None = None
    original_language: str | None = None
