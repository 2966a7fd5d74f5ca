"""What a document has named so far, so that short names and "those resolutions" find what they point back to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from kg.languages import any_of, load
from kg.model import Kind, Link, Mention

_BODY = Kind.BODY
_NUMBERED = frozenset({Kind.RESOLUTION, Kind.DECISION})
_BY_SHAPE = "shape of a name"
_SOURCES = frozenset({Kind.DOCUMENT, Kind.PUBLICATION, Kind.RESOLUTION, Kind.DECISION})


@dataclass(slots=True)
class Memory:
    """The last thing that each short form may stand for, the last organs, and the last numbered acts.

    What was named last stands last in `organs` and among the bearers of a name.
    """

    language: str
    names: dict[str, dict[str | None, Link]] = field(default_factory=dict)
    defined: dict[str, Link] = field(default_factory=dict)
    organs: dict[str, None] = field(default_factory=dict)
    acts: list[Link] = field(default_factory=list)
    acts_paragraph: object = None
    last_body: Link | None = None
    source: Link | None = None
    targets: dict[tuple[Kind, str | None], str] = field(default_factory=dict)

    def keep_name(self, link: Link, surface: str) -> None:
        """Remember a full name under every short form of what was printed and of its official name."""
        by_shape = link.method == _BY_SHAPE
        for form in _folded_forms(surface, link.label or surface, self.language):
            if by_shape and " " not in form:
                continue  # a bare "Committee" is not left to a name that nobody knows
            history = self.names.get(form)
            if history is None:
                history = self.names[form] = {}
            history.pop(link.target, None)
            history[link.target] = link
        if link.kind == _BODY and link.target:
            self.last_body = link
            self.keep_organ(link.target)

    def define(self, words: str, link: Link) -> None:
        """Keep what the text itself says a short name shall mean: "… on the Law of the Sea (the Convention)"."""
        self.defined[words.casefold()] = link

    def keep_act(self, link: Link, paragraph: object) -> None:
        """Remember a numbered act; the acts of one paragraph are what "those resolutions" means."""
        if link.kind in _NUMBERED and link.target:
            self.targets.setdefault((link.kind, link.mention.number), link.target)
            if paragraph != self.acts_paragraph:
                self.acts, self.acts_paragraph = [], paragraph
            self.acts.append(link)

    def target_of(self, mention: Mention) -> str | None:
        """What a number without an organ was when it was named before in the document."""
        return self.targets.get((mention.kind, mention.number))

    def keep_source(self, link: Link) -> None:
        """Remember the source that a note cites, which "Ibid." in the next one stands for."""
        registered = str(link.target).startswith(("UNTS", "LNTS"))
        if link.target and (link.kind in _SOURCES or registered):
            self.source = link

    def keep_organ(self, slug: str) -> None:
        """Remember an organ that the text named, so that "Council" means the last council."""
        self.organs.pop(slug, None)
        self.organs[slug] = None

    def knows(self, words: str) -> bool:
        """Whether anything named so far may be called so."""
        form = words.casefold()
        return form in self.names or form in self.defined

    def named(self, words: str, hint: str = "") -> Link | None:
        """What a short name stands for: the last thing that bore it and whose label holds all words of a hint."""
        form = words.casefold()
        bearers = self.names.get(form, {})
        if not hint:
            return self.defined.get(form) or next(reversed(bearers.values()), None)
        wanted = set(hint.casefold().split())
        for link in reversed(bearers.values()):
            if wanted <= set((link.label or "").casefold().split()):
                return link
        return None


@cache
def _heads(language: str) -> re.Pattern[str]:
    heads = any_of(head for words in load(language).shapes.values() for head in words)
    return re.compile(rf"\b(?:{heads})(?:s|es)?\b")


@lru_cache(maxsize=4096)
def _folded_forms(surface: str, label: str, language: str) -> tuple[str, ...]:
    """The short forms of both names, without regard to case, each once.

    "High-level Committee" and "Committee" for the one on South-South Cooperation.
    """
    forms = [form.casefold() for name in dict.fromkeys((surface, label)) for form in _forms(name, language)]
    return tuple(dict.fromkeys(forms))


def _forms(name: str, language: str) -> Iterator[str]:
    if match := _heads(language).search(name):
        head = name[: match.end()]
        starts = [0, *(blank.end() for blank in re.finditer(r"[ ]", head))]
        yield from (
            head[at:] for at in starts if at <= match.start() and (head[at : at + 1].isupper() or at == match.start())
        )
    if stop := _stops(language).search(name):
        yield name[: stop.start()]
    for role, heads in load(language).names.roles.items():
        if name.startswith(heads):
            yield role


@cache
def _stops(language: str) -> re.Pattern[str]:
    """Where the short form of a name may end: before "for" in "Special Unit for South-South Cooperation"."""
    return re.compile(rf" (?:{any_of(load(language).names.stops)}) ")
