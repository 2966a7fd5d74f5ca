"""Bodies that stand right beside a numbered act and say whose it is.

"Commission on Crime Prevention and Criminal Justice resolutions 16/1 and 23/1", "resolution 8/4 of the Conference of
the States Parties", "that the General Assembly, in its resolution 57/253": any body that was found in the text counts,
not only those that a language file lists.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg import gazetteer
from kg.extract import resolutions
from kg.languages import any_of, load
from kg.model import OWN, Document, Kind, Mention

_BODY = Kind.BODY


@cache
def _in_its(code: str) -> re.Pattern[str]:
    """What stands between a body and its act: ", in its relevant |resolution"."""
    language = load(code)
    owning, own = any_of(language.grammar.owning), any_of(language.references.own)
    part = rf"(?:{language.grammar.in_annex}|(?:{any_of(language.parts_before)}) [\w ]{{1,12}} {language.grammar.of})"
    return re.compile(rf",? (?:{owning}) (?:{part} )?(?:{own}) (?:[a-z]+ ){{0,2}}$")


@cache
def _record(code: str) -> re.Pattern[str]:
    """A numbered supplement of the Official Records, up to the symbol in brackets."""
    numbers = any_of(load(code).references.number)
    return re.compile(rf"(?:{numbers}) (\d{{1,2}})([A-Z]?)\b[^();]{{0,40}}\(([AE])/")


@cache
def _supplements(language: str) -> dict[str, str]:
    """The bodies that report in the numbered supplements of the Official Records, by "GA 53"."""
    return {number: entry.slug for entry in gazetteer.load(language).entries for number in entry.supplements}


class Beside:
    """Which body, if any, stands beside each numbered act of a document."""

    def __init__(self, document: Document, mentions: Sequence[Mention]) -> None:
        self._document = document
        self._text = document.text
        self._of = f" {load(document.language).references.of} the "
        self._owners: dict[int, str] = {}
        self._spoken_for: set[int] = set()
        bodies = [m for m in mentions if m.kind == _BODY and m.target]
        self._starts = {m.span.start: m for m in bodies}
        self._ends = {m.span.end: m for m in bodies}
        last: Mention | None = None
        for mention in mentions:
            if mention.found_by == resolutions.NAME:
                owner = self._owner(mention) or self._inherited(mention, last)
                if owner:
                    self._owners[id(mention)] = owner
                last = mention

    def of(self, mention: Mention) -> str | None:
        """The slug of the body beside an act."""
        return self._owners.get(id(mention))

    def is_spoken_for(self, mention: Mention) -> bool:
        """Whether a body only says whose act it is, and so is no citation of its own."""
        return id(mention) in self._spoken_for

    def _owner(self, mention: Mention) -> str | None:
        if mention.organ == OWN:
            return self._subject(mention)
        if mention.organ is not None:
            return None
        before = self._ends.get(mention.span.start - 1)
        after = self._starts.get(mention.span.end + len(self._of)) if self._follows(mention) else None
        body = before or after
        if body is not None:
            self._spoken_for.add(id(body))
            return body.target
        return self._reporter(mention)

    def _reporter(self, mention: Mention) -> str | None:
        """The body whose report a note cites: "… Supplement No. 53A (A/74/53/Add.1), chap. III, resolution 42/12"."""
        note = self._document.footnote_at(mention.span.start)
        records = (
            _record(self._document.language).findall(self._text, note.span.start, mention.span.start) if note else ()
        )
        if not records:
            return None
        number, letter, symbol = records[-1]
        series = "GA" if symbol == "A" else "ECOSOC"
        known = _supplements(self._document.language)
        return known.get(f"{series} {number}{letter}") or known.get(f"{series} {number}")

    def _follows(self, mention: Mention) -> bool:
        return self._text.startswith(self._of, mention.span.end)

    def _subject(self, mention: Mention) -> str | None:
        """The body right before "in its": "the General Assembly, in its resolution 57/253"."""
        match = _in_its(self._document.language).search(self._text, max(0, mention.span.start - 60), mention.span.start)
        body = self._ends.get(match.start()) if match else None
        return body.target if body else None

    def _inherited(self, mention: Mention, last: Mention | None) -> str | None:
        """A list goes on under the body of its first member."""
        if last is None or mention.organ != last.organ or "\n" in self._text[last.span.end : mention.span.start]:
            return None
        in_list = mention.span.end - mention.span.start <= len(mention.number or "") + 4
        return self._owners.get(id(last)) if in_list else None
