"""What a document has named so far, so that short names and "those resolutions" find what they point back to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from kg.languages import load
from kg.model import Kind, Link, Mention

_NUMBERED = frozenset({Kind.RESOLUTION, Kind.DECISION})
_BY_SHAPE = "shape of a name"
_SOURCES = frozenset({Kind.DOCUMENT, Kind.PUBLICATION, Kind.RESOLUTION, Kind.DECISION})


@dataclass(slots=True)
class Memory:
    """The last thing that each short form may stand for, the last organs, and the last numbered acts."""

    language: str
    names: dict[str, dict[str | None, Link]] = field(default_factory=dict)
    defined: dict[str, Link] = field(default_factory=dict)
    organs: list[str] = field(default_factory=list)
    acts: list[Link] = field(default_factory=list)
    acts_paragraph: object = None
    last_body: Link | None = None
    source: Link | None = None
    targets: dict[tuple[Kind, str | None], str] = field(default_factory=dict)

    def keep_name(self, link: Link, surface: str) -> None:
        """Remember a full name under every short form of what was printed and of its official name."""
        for form in _folded_forms(surface, link.label or surface, self.language):
            if " " not in form and link.method == _BY_SHAPE:
                continue  # a bare "Committee" is not left to a name that nobody knows
            history = self.names.setdefault(form, {})
            history.pop(link.target, None)
            history[link.target] = link
        if link.kind == Kind.BODY and link.target:
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
        if slug in self.organs:
            self.organs.remove(slug)
        self.organs.append(slug)

    def knows(self, words: str) -> bool:
        """Whether anything named so far may be called so."""
        return words.casefold() in self.names or words.casefold() in self.defined

    def named(self, words: str, hint: str = "") -> Link | None:
        """What a short name stands for: the last thing that bore it and whose label holds all words of a hint."""
        if not hint and (defined := self.defined.get(words.casefold())):
            return defined
        wanted = set(hint.casefold().split())
        for link in reversed(self.names.get(words.casefold(), {}).values()):
            if wanted <= set((link.label or "").casefold().split()):
                return link
        return None


@cache
def _heads(language: str) -> re.Pattern[str]:
    heads = sorted((h for words in load(language).shapes.values() for h in words), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, heads))})(?:s|es)?\b")


@lru_cache(maxsize=20_000)
def _folded_forms(surface: str, label: str, language: str) -> tuple[str, ...]:
    """The short forms of both names, without regard to case, each once."""
    forms = [form.casefold() for name in (surface, label) for form in short_forms(name, language)]
    return tuple(dict.fromkeys(forms))


@lru_cache(maxsize=20_000)
def short_forms(name: str, language: str) -> tuple[str, ...]:
    """The short forms of a full name: "High-level Committee", "Committee" for the one on South-South Cooperation."""
    return tuple(_forms(name, language))


def _forms(name: str, language: str) -> Iterator[str]:
    words = load(language).names
    for match in _heads(language).finditer(name):
        head = name[: match.end()]
        starts = [0, *(blank.end() for blank in re.finditer(r"[ ]", head))]
        yield from (
            head[at:] for at in starts if at <= match.start() and (head[at : at + 1].isupper() or at == match.start())
        )
        break
    stop = re.search(rf" (?:{'|'.join(words.stops)}) ", name)
    if stop:
        yield name[: stop.start()]
    for role, heads in words.roles.items():
        if name.startswith(heads):
            yield role
