"""The names of States in the metadata of UN documents -> parties with their gazetteer slugs.

The metadata are in English whatever the language of the text. A list of sponsors reads "Albania, Trinidad and Tobago
and Cuba (on behalf of the States Members of the United Nations that are members of the Group of 77 and China)".
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg import gazetteer
from kg.metadata import Party
from kg.model import Kind

# A text that merely mentions a State names no body, so the gazetteer finds a State by the name of its Government.
_GOVERNMENTS = ("Government of {}", "Government of the {}")
# what stands between commas, those in brackets aside
_PIECE = re.compile(r"(?:[^,()]|\([^()]*\)|[()])+")
_AND = re.compile(r" and ")
_BRACKET = re.compile(r"(?P<name>[^()]+(?: \([^()]*\))?) \((?P<inside>[^()]*)\)")
_GROUP = re.compile(r"on behalf (?:of )?(?:the )?(.+)")
_MEMBERS = re.compile(r".*\bmembers of (?:the )?(.+)")
# "Uruguay and Zambia. - Viet Nam was removed from the list of sponsors": the rest is a remark
_REMARK = re.compile(r"\. (?=[-–])")
_UN = "UN "
_LONGEST = 400
"""Characters of the longest piece between commas that is looked at for names; a real one has under 200."""


def parties(listing: str) -> tuple[Party, ...]:
    """The parties of a list in its order, each once; what is no known name stays as a party without a slug."""
    plain = _REMARK.split(" ".join(listing.split()), maxsplit=1)[0]
    found = [party for piece in _PIECE.findall(plain) if piece.strip() for party in _named(piece.strip())]
    return tuple(dict.fromkeys(found))


def party(name: str) -> Party:
    """One party by its name, which may say in brackets for which group it spoke; any other bracket is dropped."""
    name = " ".join(name.split())
    slug = _state(name)
    match = _BRACKET.fullmatch(name) if slug is None else None
    if match and (slug := _state(match["name"])):
        return Party(match["name"], slug, _group(match["inside"]))
    return Party(name, slug)


def body(name: str) -> str | None:
    """The slug of a body by its name or acronym, or None; library headings put "UN" and the parent organ before it."""
    plain = name.strip("\u200b ")
    candidates = [plain, plain.rpartition(". ")[2]]
    if plain.startswith(_UN):
        rest = plain.removeprefix(_UN)
        candidates += [rest, f"United Nations {rest}"]
    for candidate in candidates:
        entry = gazetteer.load().by_name(candidate)
        if entry is not None and entry.kind is Kind.BODY and entry.category != "government":
            return entry.slug
    return None


def _named(piece: str) -> list[Party]:
    """The parties of a piece between commas: one, or several with "and" between them, itself a part of some names."""
    piece = piece.removeprefix("and ")
    whole = party(piece)
    if whole.slug is not None or len(piece) > _LONGEST:
        return [whole]
    for match in _AND.finditer(piece):
        first = party(piece[: match.start()])
        if first.slug is not None:
            return [first, *_named(piece[match.end() :])]
    return [whole]


def _group(words: str) -> Party | None:
    match = _GROUP.fullmatch(words)
    if match is None:
        return None
    members = _MEMBERS.fullmatch(match[1])
    name = members[1] if members else match[1]
    return Party(name, body(name))


@cache
def _states() -> dict[str, str]:
    """Folded name of a Government -> slug of its State."""
    return {
        gazetteer.fold(name): entry.parents[0]
        for entry in gazetteer.load().entries
        if entry.category == "government" and entry.parents
        for name in entry.names
    }


@lru_cache(maxsize=4096)
def _state(name: str) -> str | None:
    """The slug of a State by its name; the same two hundred names stand in every file."""
    states = _states()
    return next((slug for each in _GOVERNMENTS if (slug := states.get(gazetteer.fold(each.format(name))))), None)
