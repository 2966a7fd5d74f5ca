"""Bodies that stand right beside a numbered act and say whose it is.

"Commission on Crime Prevention and Criminal Justice resolutions 16/1 and 23/1", "resolution 8/4 of 20 December 2019 of
the Conference of the States Parties", "that the General Assembly, in its resolution 57/253": any body that was found in
the text counts, not only those that a language file lists.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from kg import gazetteer
from kg.extract import resolutions
from kg.languages import any_of, date_at, load
from kg.model import OWN, Document, Kind, Mention

_BODY = Kind.BODY
_LONGEST_SITTING = 60
# Categories of bodies that adopt resolutions or decisions; an office or a fund adopts none.
_ADOPTING = frozenset(
    {
        *("board", "commission", "committee", "conference", "council", "executive_board", "expert_body"),
        *("functional_commission", "governing_body", "main_committee", "principal_organ", "regional_commission"),
        *("subcommission", "treaty_body", "treaty_meeting", "working_group"),
    }
)


@cache
def _in_its(code: str) -> re.Pattern[str]:
    """What stands between a body and its act: ", in its relevant |resolution"."""
    language = load(code)
    owning, own = any_of(language.grammar.owning), any_of(language.references.own)
    part = rf"(?:{language.grammar.in_annex}|(?:{any_of(language.parts_before)}) [\w ]{{1,12}} {language.grammar.of})"
    return re.compile(rf",? (?:{owning}) (?:{part} )?(?:{own}) (?:[a-z]+ ){{0,2}}$")


@cache
def _sitting(code: str) -> re.Pattern[str]:
    """What stands between a body and its act where its session is named: " at its twelfth meeting, of |resolution"."""
    language = load(code)
    sittings = any_of((language.references.session, language.structure.meeting))
    return re.compile(rf",? {language.grammar.sitting} [a-z-]+(?: [a-z]+)? (?:{sittings}),? {language.grammar.of} $")


@cache
def _behind(code: str) -> re.Pattern[str]:
    """What stands between an act and the body that adopted it: " of the ", ", entitled “…”, adopted by the "."""
    language = load(code)
    agents = any_of(language.statements.agent)
    title = rf",? (?:{any_of(language.statements.titled)})[^”’\"\n]{{1,300}}[”’\"]"
    return re.compile(
        rf"(?:(?:{title},?)? {language.grammar.of}|(?:{title})?,? (?:{agents})) {language.grammar.articles[0]} "
    )


@cache
def _joint(code: str) -> re.Pattern[str]:
    """What joins two acts of a list."""
    return re.compile(rf",? (?:{load(code).references.conjunction} )?")


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
        self._language = load(document.language)
        self._owners: dict[int, str] = {}
        self._spoken_for: set[int] = set()
        bodies = [m for m in mentions if m.kind == _BODY and m.target]
        self._starts = {m.span.start: m for m in bodies}
        self._ends = {m.span.end: m for m in bodies}
        acts = [mention for mention in mentions if mention.found_by == resolutions.NAME]
        last: Mention | None = None
        for mention in acts:
            owner = self._owner(mention) or self._inherited(mention, last)
            if owner:
                self._owners[id(mention)] = owner
            last = mention
        for mention, following in zip(reversed(acts[:-1]), reversed(acts), strict=False):
            self._share(mention, following)
        self._adopting = sorted(self._adopters(bodies, acts))

    def of(self, mention: Mention) -> str | None:
        """The slug of the body beside an act."""
        return self._owners.get(id(mention))

    def named_before(self, mention: Mention) -> str | None:
        """The last body named in the same paragraph before an act, if it is of a kind that adopts acts."""
        index = bisect_left(self._adopting, (mention.span.start, "")) - 1
        if index < 0:
            return None
        start, slug = self._adopting[index]
        return None if "\n" in self._text[start : mention.span.start] else slug

    def is_spoken_for(self, mention: Mention) -> bool:
        """Whether a body only says whose act it is, and so is no citation of its own."""
        return id(mention) in self._spoken_for

    def _adopters(self, bodies: Sequence[Mention], acts: Sequence[Mention]) -> Iterator[tuple[int, str]]:
        """Where bodies that adopt acts are named, alone or by an act that is theirs."""
        named = [(body.span.start, body.target) for body in bodies]
        named += [(act.span.start, self._owners.get(id(act)) or act.organ) for act in acts]
        for start, slug in named:
            if slug is not None and self._adopts(slug):
                yield start, slug

    def _owner(self, mention: Mention) -> str | None:
        if mention.organ == OWN:
            return self._subject(mention)
        body = self._after(mention) if mention.organ is not None else self._before(mention) or self._after(mention)
        if mention.organ is not None and (body is None or body.target != mention.organ):
            return None
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

    def _before(self, mention: Mention) -> Mention | None:
        start = mention.span.start
        if body := self._ends.get(start - 1):
            return body
        match = _sitting(self._language.code).search(self._text, max(0, start - _LONGEST_SITTING), start)
        return self._ends.get(match.start()) if match else None

    def _after(self, mention: Mention) -> Mention | None:
        match = _behind(self._language.code).match(self._text, self._end(mention))
        body = self._starts.get(match.end()) if match else None
        return body if body is not None and self._adopts(body.target) else None

    def _adopts(self, slug: str | None) -> bool:
        """Whether a body is of a kind that adopts acts."""
        known = gazetteer.load(self._language.code)
        return slug is not None and slug in known and known.entry(slug).category in _ADOPTING

    def _end(self, mention: Mention) -> int:
        """Where an act's words end, the date behind its number included."""
        end = mention.span.end
        dated = date_at(self._text, end + len(f" {self._language.references.of} "), self._language)
        return dated[1] if mention.date and dated else end

    def _share(self, mention: Mention, following: Mention) -> None:
        """The body behind a list is that of all its members: "resolutions 7/8 and 8/4 of the Conference"."""
        owner = self._owners.get(id(following))
        behind = owner is not None and (following.organ is None or self._after(following) is not None)
        if owner is None or not behind or mention.organ is not None or id(mention) in self._owners:
            return
        if _joint(self._language.code).fullmatch(self._text, self._end(mention), following.span.start):
            self._owners[id(mention)] = owner

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
