"""The values of a build: what is to be read, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field

Tally = tuple[tuple[str, int, int], ...]
"""The citations of a document: kind, how many of it are linked, how many are not."""


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read, and the key of what it held when it was looked at."""

    path: str
    key: str


@dataclass(frozen=True, slots=True)
class Source:
    """What was read once, known by its content: `key` is the SHA-256 of its bytes with the suffix of its name.

    `software` is what read it. `graph` is the graph of the document that it says it is, None for a language that cannot
    be read yet. `form`, `notes` and `length` rank the sources of one document.
    """

    key: str
    software: str
    graph: str | None = None
    form: int = 0
    notes: int = 0
    length: int = 0
    language: str = ""
    tally: Tally = ()

    @property
    def digest(self) -> str:
        return self.key.partition(".")[0]

    @property
    def rank(self) -> tuple[int, int, int, str]:
        """The least is the source that a document is taken from.

        The best form counts first (XML, DOCX, HTML, PDF, text), then that the reader understood it (fewest notes), then
        the longest text, and last the digest, so that there is always one.
        """
        return self.form, self.notes, -self.length, self.key


@dataclass(frozen=True, slots=True)
class Read:
    """A file was read: what it is, and the quads of its graph as N-Quads lines with line ends."""

    path: str
    source: Source
    quads: bytes = field(default=b"", repr=False)

    @property
    def readable(self) -> bool:
        """False for a language that cannot be read yet."""
        return self.source.graph is not None


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A file holds what was read before by the same software; `readable` is false for a language that cannot be."""

    path: str
    key: str
    readable: bool = True


@dataclass(frozen=True, slots=True, order=True)
class Failed:
    """A file could not be read: why, in one line, and the class of cause that a summary counts."""

    path: str
    reason: str
    cause: str
