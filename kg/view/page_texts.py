"""What the panel of the page shows: every citation with its paragraph, the quoted words marked, and its footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.network import Edge, Network, Passage, edges
from kg.view.page_data import drawn_lines


@dataclass(frozen=True, slots=True)
class PageCitation:
    """A citation in the panel. `mark` is where the quoted words stand in the text of passage `where`, in UTF-16 units.

    `mark` is None where the words cannot be found there; `quote` is "" where the mark says it all. `where`, `footnote`
    and `called_in` are numbers of passages: a citation in a footnote says where the note is called, one that bears a
    footnote's mark shows the note; `order` is the place among all citations, in the order of the texts.
    """

    line: int
    order: int
    where: int | None
    quote: str
    mark: tuple[int, int] | None
    footnote: int | None
    called_in: tuple[int, ...]
    date: str | None
    part: str | None
    method: str | None
    confidence: float | None


@dataclass(frozen=True, slots=True)
class PassageText:
    """The label and text of a paragraph or footnote."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class PageTexts:
    """Everything the panel quotes."""

    citations: tuple[PageCitation, ...]
    passages: tuple[PassageText, ...]


def page_texts(network: Network) -> PageTexts:
    """The citations of a network, those of one line side by side in the order of `page_data.drawn_lines`."""
    listed = edges(network)
    order = {edge.iri: position for position, edge in enumerate(listed)}
    passages = _Passages()
    citations = tuple(_citations(listed, order, passages))
    return PageTexts(citations, tuple(PassageText(each.label, each.text) for each in passages.numbers))


class _Passages:
    """Numbers for passages, in the order in which they are first needed."""

    def __init__(self) -> None:
        self.numbers: dict[Passage, int] = {}

    def number(self, passage: Passage) -> int:
        return self.numbers.setdefault(passage, len(self.numbers))


def _citations(listed: Sequence[Edge], order: dict[str, int], passages: _Passages) -> Iterator[PageCitation]:
    for line, members in enumerate(drawn_lines(listed).values()):
        for edge in members:
            yield _citation(edge, line, order[edge.iri], passages)


def _citation(edge: Edge, line: int, order: int, passages: _Passages) -> PageCitation:
    in_note = edge.footnote is not None and edge.footnote == edge.where
    mark = _mark(edge)
    return PageCitation(
        line=line,
        order=order,
        where=passages.number(edge.where) if edge.where else None,
        quote="" if mark else edge.quote,
        mark=mark,
        footnote=passages.number(edge.footnote) if edge.footnote and not in_note else None,
        called_in=tuple(map(passages.number, edge.called_in)) if in_note else (),
        date=edge.date,
        part=edge.part,
        method=edge.method,
        confidence=edge.confidence,
    )


def _mark(edge: Edge) -> tuple[int, int] | None:
    """Where the quoted words stand: by the offsets if the graph has both, else the first place that has the words."""
    if not edge.where or not edge.quote:
        return None
    text = edge.where.text
    start = (edge.start or 0) - edge.where.start if edge.where.start is not None else -1
    if start < 0 or not text.startswith(edge.quote, start):
        start = text.find(edge.quote)
    return (_units(text[:start]), _units(text[: start + len(edge.quote)])) if start >= 0 else None


def _units(text: str) -> int:
    """The length in UTF-16 code units, which is how JavaScript counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
