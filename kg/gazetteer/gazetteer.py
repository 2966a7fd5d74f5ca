"""The gazetteer as the other stages see it: entries by slug, by name, and in a text."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from kg import resources
from kg.errors import GazetteerError
from kg.gazetteer.entry import BODIES, INSTRUMENTS, Entry
from kg.gazetteer.matcher import Matcher, NameHit
from kg.gazetteer.names import tabulate
from kg.gazetteer.spelling import fold


class Gazetteer:
    """Named instruments, treaties and bodies in one language.

    Raises GazetteerError for entries that share a slug or a name, or that refer to a body that is no entry.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(sorted(entries, key=lambda entry: entry.slug))
        self._by_slug = {entry.slug: entry for entry in self.entries}
        _check(self.entries, self._by_slug)
        self._table = tabulate(self.entries)
        self._matcher = Matcher(self._table.full, self._table.joint, self._table.acronyms)

    def entry(self, slug: str) -> Entry:
        """The entry of a slug. Raises GazetteerError if there is none."""
        try:
            return self._by_slug[slug]
        except KeyError:
            raise GazetteerError(f"no entry {slug!r}") from None

    def __contains__(self, slug: object) -> bool:
        return slug in self._by_slug

    def by_name(self, name: str) -> Entry | None:
        """The entry that a full name or plain acronym means, whatever its case, typography or leading "the"."""
        return self._table.folded.get(fold(name))

    def by_short_name(self, name: str) -> tuple[Entry, ...]:
        """The entries that may bear a short name ("Convention", "CRC"), by slug; as the Turtle files write it."""
        return self._table.short.get(name, ())

    def find(self, text: str) -> list[NameHit]:
        """All full names in a text, longest first where they nest, in one linear pass; offsets are code points.

        A joint name is found once for each entry that bears it.
        """
        return list(self._matcher.find(text))


@cache
def load(language: str = "en") -> Gazetteer:
    """The gazetteer of the installed ontology in one language, read once.

    Raises GazetteerError that names the file and the entry at fault.
    """
    return read(resources.ontology(), language)


def read(folder: Path, language: str = "en") -> Gazetteer:
    """The gazetteer of another folder with `bodies.ttl` and `instruments.ttl`. Raises GazetteerError as `load` does."""
    from kg.gazetteer import turtle  # heavy: pyoxigraph

    return Gazetteer(entry for name in (BODIES, INSTRUMENTS) for entry in turtle.read(folder / name, language))


def _check(entries: tuple[Entry, ...], by_slug: dict[str, Entry]) -> None:
    if len(by_slug) < len(entries):
        twice = next(entry for entry in entries if by_slug[entry.slug] is not entry)
        raise twice.fault("the slug stands in two entries")
    for entry in entries:
        for slug in (*entry.parents, *filter(None, [entry.adopted_by])):
            if slug not in by_slug:
                raise entry.fault(f"refers to {slug}, which is no entry")
