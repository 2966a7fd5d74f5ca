"""Which names stand for which entry: the written rule, applied to all entries at once.

1. A label, alternative label or hidden label means its entry wherever it stands. No two entries may share one.
2. An acronym does so too, if it has three characters or more, no other entry bears it as acronym or name, and its own
   entry does not list it as a short label. A shorter one has to be stated as an alternative label ("UN", "EU").
3. Every other acronym, and every short label, is a short name: it means one of the entries that bear it, and which one
   the context decides ("the Convention", "CRC"). A short label may not be the full name of another entry.
4. A joint label means all entries that bear it, wherever it stands ("the Rio conventions"): two at least, and no full
   name of any.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.gazetteer.entry import Entry
from kg.gazetteer.spelling import fold

_SHORTEST_ACRONYM = 3


@dataclass(frozen=True, slots=True)
class NameTable:
    """`full`, `acronyms`: name -> entry; `short`, `joint`: name -> entries; `folded`: folded full name -> entry."""

    full: dict[str, Entry]
    joint: dict[str, tuple[Entry, ...]]
    acronyms: dict[str, Entry]
    short: dict[str, tuple[Entry, ...]]
    folded: dict[str, Entry]


def tabulate(entries: Iterable[Entry]) -> NameTable:
    """Applies the rule above. Raises GazetteerError for a name that two entries share."""
    full: dict[str, Entry] = {}
    folded: dict[str, Entry] = {}
    short: dict[str, list[Entry]] = defaultdict(list)
    joint: dict[str, list[Entry]] = defaultdict(list)
    bearers: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for name in entry.names:
            full[name] = entry
            _only(folded.setdefault(fold(name), entry), entry, name)
        for name in entry.short_names:
            short[name].append(entry)
        for name in entry.joint_names:
            joint[name].append(entry)
        for name in entry.acronyms:
            bearers[name].append(entry)
    _check_joint(joint, full)
    for name in short.keys() & full.keys():
        for entry in short[name]:
            _only(full[name], entry, name)
    acronyms = {name: found[0] for name, found in bearers.items() if _is_plain(name, found, full, short)}
    for name, found in bearers.items():
        if name in acronyms:
            folded.setdefault(fold(name), found[0])
        elif name not in full:
            short[name].extend(entry for entry in found if entry not in short[name])
    return NameTable(full, _sorted(joint), acronyms, _sorted(short), folded)


def _check_joint(joint: dict[str, list[Entry]], full: dict[str, Entry]) -> None:
    for name, found in joint.items():
        if name in full:
            raise found[0].fault(f"the joint name {name!r} already belongs to {full[name].slug}")
        if len(found) < 2:
            raise found[0].fault(f"no other entry bears the joint name {name!r}")


def _sorted(bearers: dict[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    return {name: tuple(sorted(found, key=_slug)) for name, found in bearers.items()}


def _slug(entry: Entry) -> str:
    return entry.slug


def _only(owner: Entry, entry: Entry, name: str) -> None:
    if owner.slug != entry.slug:
        raise entry.fault(f"the name {name!r} already belongs to {owner.slug}")


def _is_plain(name: str, bearers: list[Entry], full: dict[str, Entry], short: dict[str, list[Entry]]) -> bool:
    alone = len(bearers) == 1 and bearers[0] not in short.get(name, ())
    return alone and len(name) >= _SHORTEST_ACRONYM and name not in full
