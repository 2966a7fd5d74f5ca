"""The values that pass between the stages: Document -> Mention -> Link -> Citation, and the Facts a text states.

Nothing here can be changed once it is made. Offsets are code points in `Document.text`, half open: `text[start:end]`.

What a text has by the thousand (Span, Mention, Link, Citation) is a tuple, not a dataclass: making one costs a third.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from kg.metadata import Metadata


class Kind(StrEnum):
    """What sort of thing a mention names."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    DOCUMENT = "document"
    PUBLICATION = "publication"
    TREATY = "treaty"
    INSTRUMENT = "instrument"
    BODY = "body"
    OPENSET = "openset"


class Relation(StrEnum):
    """The speech act that governs a citation. The values are the local names of the RDF properties."""

    RECALLS = "recalls"
    REAFFIRMS = "reaffirms"
    AFFIRMS = "affirms"
    TAKES_NOTE = "takes_note"
    WELCOMES = "welcomes"
    ENDORSES = "endorses"
    RECOGNIZES = "recognizes"
    STRESSES = "stresses"
    APPRECIATES = "appreciates"
    REQUESTS = "requests"
    INVITES = "invites"
    URGES = "urges"
    DECIDES = "decides"
    CONSIDERS = "considers"
    TAKES_INTO_ACCOUNT = "takes_into_account"
    ACTS_UNDER = "acts_under"
    BELIEVES = "believes"
    CONCERN = "concern"
    CONDEMNS = "condemns"
    REGRETS = "regrets"
    REJECTS = "rejects"
    MENTIONS = "mentions"


class Predicate(StrEnum):
    """What a text may state between two cited things. The values are the local names of the RDF properties."""

    ENDORSED_BY = "endorsedBy"
    ADOPTED_BY = "adoptedBy"
    CONTAINED_IN = "containedIn"
    SAME_AS = "issuedAs"
    REPORT_OF = "reportOf"
    REGISTERED_AS = "registeredAs"
    ESTABLISHED_BY = "establishedBy"
    AMENDED_BY = "amendedBy"
    SUPERSEDED_BY = "supersededBy"


class Span(NamedTuple):
    """A stretch of `Document.text`, half open."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Whether another stretch lies in this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A labelled stretch of the text: `TITLE`, `PP3`, `OP10`, `OP10(a)`, `ANNEX`, `COVER` (above the title)."""

    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class Call:
    """The place where a footnote's mark stood in the running text, and the paragraph that bears it."""

    offset: int
    where: str


@dataclass(frozen=True, slots=True)
class Footnote:
    """The text of one note (without its mark) and the places that call it."""

    mark: str
    span: Span
    calls: tuple[Call, ...] = ()

    @property
    def label(self) -> str:
        return f"FN{self.mark}"


@dataclass(frozen=True, slots=True)
class Origin:
    """`length` characters of the text from `start` on stand in the source from `source_start` on."""

    start: int
    source_start: int
    length: int


@dataclass(frozen=True)
class Document:
    """A text that was read: one logical text with its paragraphs, its footnotes and the way back to the source.

    `text` has one line a paragraph and then one line a footnote; footnote marks are taken out of it and kept as calls.
    `symbol` is the canonical identity (DESIGN 4.1) or None, `organ` the gazetteer slug of the adopting body or None,
    `date` the ISO date of adoption, `digest` the SHA-256 of the source bytes, `notes` what the reader could not make
    sense of, `metadata` what the source records beside the text (None for a format that has none), `links` which
    printed words its editors linked to which symbol: evidence only where a user trusts it.
    """

    source: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    footnotes: tuple[Footnote, ...] = ()
    origins: tuple[Origin, ...] = ()
    symbol: str | None = None
    organ: str | None = None
    title: str | None = None
    date: str | None = None
    session: str | None = None
    meeting: str | None = None
    language: str = "en"
    digest: str = ""
    notes: tuple[str, ...] = ()
    metadata: Metadata | None = None
    links: tuple[tuple[str, str], ...] = ()

    @cached_property
    def _starts(self) -> list[int]:
        return [paragraph.span.start for paragraph in self.paragraphs]

    @cached_property
    def _note_starts(self) -> list[int]:
        return [note.span.start for note in self.footnotes]

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds an offset; None between paragraphs and in footnotes."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset < self.paragraphs[index].span.end:
            return self.paragraphs[index]
        return None

    def footnote_at(self, offset: int) -> Footnote | None:
        """The footnote whose text holds an offset, or None."""
        index = bisect_right(self._note_starts, offset) - 1
        if index >= 0 and offset < self.footnotes[index].span.end:
            return self.footnotes[index]
        return None

    def source_offset(self, offset: int) -> int | None:
        """The offset in the decoded source of a character of the text; None for a character the reader put in."""
        index = bisect_right(self.origins, offset, key=lambda origin: origin.start) - 1
        if index < 0:
            return None
        origin = self.origins[index]
        inside = offset - origin.start
        return origin.source_start + inside if inside < origin.length else None


class Mention(NamedTuple):
    """Words that name an instrument or a body, and all that these words alone say about it.

    `target` is the identity where the words determine it (a symbol, a Sales number, a gazetteer slug); else it is None
    and linking decides: a numbered act from `number` ("33/134", "2200 A (XXI)") and `organ` (a gazetteer slug, `OWN`
    for "its", the printed word where it is ambiguous ("Council"), or None where no organ is named). `extent` is the
    whole reference where it is wider than the words that name the thing (an Official Records citation around its
    symbol). `found_by` is the NAME of the extractor.
    """

    kind: Kind
    span: Span
    found_by: str
    target: str | None = None
    label: str | None = None
    number: str | None = None
    organ: str | None = None
    date: str | None = None
    part: str | None = None
    extent: Span | None = None


OWN = "own"
"""`Mention.organ` of "its resolution": the body that adopts the document."""


class Link(NamedTuple):
    """Which instrument a mention names: `target` (None if that could not be decided), by what evidence, how surely."""

    mention: Mention
    kind: Kind
    target: str | None
    label: str | None
    method: str
    confidence: float


class Citation(NamedTuple):
    """A document cites an instrument or a body: in paragraph `where`, under `relation`, in the words `quote`.

    `footnote` is the mark of the note that holds the words or hangs on them; `called_in` the paragraphs that bear the
    mark when the words stand in the note itself.
    """

    where: str
    kind: Kind
    target: str | None
    label: str | None
    relation: Relation
    quote: str
    span: Span
    part: str | None
    footnote: str | None
    called_in: tuple[str, ...]
    date: str | None
    method: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Reference:
    """A cited thing by its canonical identity."""

    kind: Kind
    target: str
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the text states between two cited things, in paragraph `where`, by the words at `span`."""

    subject: Reference
    predicate: Predicate
    object: Reference
    where: str
    span: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read out of one document: its citations in the order of the text, and the facts it states."""

    document: Document
    citations: tuple[Citation, ...]
    facts: tuple[Fact, ...] = ()
