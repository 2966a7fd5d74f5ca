"""Where the pages of a thing are: IRI -> path of the application.

`https://undocs.org/A/RES/62/209` is at `/instrument/A/RES/62/209`, `…/id/body/unicef` at `/instrument/body/unicef`: the
short forms that people read and type. Other IRIs have no page; a paragraph's IRI leads into the text of its document.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from kg.query import Shortener, Type
from kg.query.parameters import convert
from kg.symbols import Scheme
from kg.symbols.iri import UNDOCS

_SCHEME = Scheme()
_THINGS = (UNDOCS, f"{_SCHEME.base}id/")
_SHORTENER = Shortener(_SCHEME)
_IN_PATH = "/()!$'*,;:@"


def short(iri: str) -> str:
    """An IRI as people read it."""
    return _SHORTENER.short(iri)


def iri_of(name: str) -> str:
    """The IRI of a thing by its short form, symbol, printed number, name or IRI. QueryError if it is none of these."""
    return str(convert(Type.SYMBOL, name.strip(), _SCHEME).value)


def official(iri: str) -> str | None:
    """The address of the official document, for what has a UN symbol."""
    return iri if iri.startswith(UNDOCS) and "#" not in iri else None


@dataclass(frozen=True, slots=True)
class Addresses:
    """Paths below `root`, the path under which a proxy shows the application ("" for none)."""

    root: str = ""

    def of(self, iri: str) -> str | None:
        """Where a link from an IRI leads: a thing's page, a paragraph in its text; None for what has no page."""
        thing, hash_sign, place = iri.partition("#")
        if not _has_page(thing):
            return None
        if not hash_sign:
            return self.instrument(thing)
        return None if place.startswith("cite-") else f"{self.reader(thing)}#{place}"

    def instrument(self, iri: str) -> str:
        """The page of an instrument or body."""
        return self._at("instrument", iri)

    def reader(self, iri: str) -> str:
        """The text of a document."""
        return self._at("read", iri)

    def graph(self, iri: str) -> str:
        """The graph around a thing."""
        return self._at("graph", iri)

    def export(self, iri: str, form: str) -> str:
        """A document in another form."""
        return f"{self._at('export', iri)}?form={quote(form)}"

    def _at(self, page: str, iri: str) -> str:
        return f"{self.root}/{page}/{quote(short(iri), safe=_IN_PATH)}"


def _has_page(iri: str) -> bool:
    return any(iri.startswith(beginning) and len(iri) > len(beginning) for beginning in _THINGS)
