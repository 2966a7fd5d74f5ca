"""Where the links of a page lead: official documents, pages beside it, or the pages of an application around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Protocol, TypeAlias
from urllib.parse import quote

from kg.symbols.iri import UNDOCS

# Nothing that could end an attribute, leave the host or carry a query.
_OFFICIAL = re.compile(rf"{re.escape(UNDOCS)}[A-Za-z0-9][A-Za-z0-9/().,_%~+-]*")
# A path on the server, or in the folder, that the page came from: no scheme, no host, no character to be encoded.
_LOCAL = re.compile(r"(?!//)(?!/\\)(?![^/?#]*:)[A-Za-z0-9/?#&=().,:;@!$*'_%~+-]+")


class Linked(Protocol):
    """A document, instrument or body that a page names: a `kg.network.Node`, or a `Thing` of the reader page."""

    @property
    def iri(self) -> str: ...
    @property
    def identity(self) -> str: ...
    @property
    def read(self) -> bool: ...


Link: TypeAlias = Callable[[Linked], str | None] | str
"""A function from a thing to the address of a page about it, None if it has none; or a template of that address, in
which `{iri}` and `{identity}` stand for those of the thing, percent-encoded but for slashes and brackets.

What it gives must be a path (`/instrument/A/RES/62/209`, `texts/page.html`) or an official document; there is no link
to anything else.
"""


def official(thing: Linked) -> str | None:
    """The address of the official document, for what has a UN symbol."""
    return thing.iri if _OFFICIAL.fullmatch(thing.iri) else None


def address(link: Link | None, thing: Linked) -> str | None:
    """Where a link to a thing leads, or None."""
    if link is None:
        return None
    found = _filled(link, thing) if isinstance(link, str) else link(thing)
    return found if found and (_LOCAL.fullmatch(found) or _OFFICIAL.fullmatch(found)) else None


def _filled(template: str, thing: Linked) -> str:
    # One after the other would fill in what the first value brings along.
    values = {"iri": thing.iri, "identity": thing.identity}
    return re.sub(r"\{(iri|identity)\}", lambda found: quote(values[found[1]], safe="/()"), template)
