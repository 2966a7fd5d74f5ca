"""IRIs of everything that can be cited, of documents and of what lies in them (DESIGN 4.1).

An IRI comes from content alone, so the same input gives the same graph.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from kg.errors import SymbolError
from kg.model import Kind
from kg.symbols.series import Place, grammar
from kg.symbols.symbol import Symbol, try_parse

BASE = "https://w3id.org/instrument-kg/"
UNDOCS = "https://undocs.org/"

_ABSOLUTE = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?/(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]*/)?")
_IN_PATH = "/-._~!$&'()*+,;=:@"
_IN_FRAGMENT = _IN_PATH + "?"
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = re.compile(r"['’ʼ`]")
_HEX = re.compile(r"[0-9a-f]{16,}")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def slug(name: str) -> str:
    """An official name as an ASCII slug: accents dropped, lower case, hyphens; never empty.

    "United Nations Children's Fund" -> united-nations-childrens-fund. A name with no Latin letter or digit gets a slug
    from its hash. A slug is its own slug.
    """
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name)).encode("ascii", "ignore").decode("ascii")
    return _NOT_IN_SLUG.sub("-", plain.lower()).strip("-") or f"x-{_hash(name)}"


@dataclass(frozen=True, slots=True)
class Scheme:
    """Makes IRIs under a base, which ends in a slash. SymbolError if the base is no http(s) IRI."""

    base: str = BASE

    def __post_init__(self) -> None:
        if not _ABSOLUTE.fullmatch(self.base):
            raise SymbolError(f"not a base IRI (http or https, ending in a slash): {self.base!r}")

    def thing(self, target: str, kind: Kind) -> str:
        """The IRI of a cited thing, from its canonical identity (a symbol, a gazetteer slug or a name) and its kind."""
        symbol = None if kind is Kind.BODY else try_parse(target)
        return self.instrument(symbol, kind) if symbol is not None else self.named(target, kind)

    def instrument(self, symbol: Symbol, kind: Kind | None = None) -> str:
        """The IRI of what bears a symbol. `kind` tells a resolution from a decision of bodies with one number form."""
        place = grammar().by_name[symbol.series].place
        if place is Place.UNDOCS:
            return UNDOCS + quote(symbol.text, safe=_IN_PATH)
        return self.base + "id/" + _LOCAL[place](symbol, kind or symbol.kind)

    def named(self, name: str, kind: Kind) -> str:
        """The IRI of a thing known by a slug or a name: `id/body/…`, `id/treaty/…`, `id/instrument/…`."""
        folder = {Kind.BODY: "body", Kind.TREATY: "treaty", Kind.PUBLICATION: "publication"}.get(kind, "instrument")
        return f"{self.base}id/{folder}/{name if _SLUG.fullmatch(name) else slug(name)}"

    def document(self, symbol: str | None, digest: str) -> str:
        """The IRI of a document that was read: by its symbol, else by the SHA-256 of its source (hex)."""
        parsed = try_parse(symbol) if symbol else None
        if parsed is not None:
            return self.instrument(parsed)
        return f"{self.base}id/document/{_digest_name(digest)}"

    def graph(self, symbol: str | None, digest: str) -> str:
        """The IRI of the named graph that holds what was read from a document."""
        parsed = try_parse(symbol) if symbol else None
        name = quote(parsed.text, safe=_IN_PATH) if parsed is not None else _digest_name(digest)
        return f"{self.base}graph/{name}"


def fragment(document: str, label: str) -> str:
    """The IRI of a paragraph or footnote of a document: `…#OP10(a)`, `…#FN6`."""
    return f"{document}#{quote(label, safe=_IN_FRAGMENT, errors='surrogatepass')}"


def citation(document: str, content: Sequence[str]) -> str:
    """The IRI of a citation node of a document: `…#cite-` and 16 hex digits of the SHA-256 of what it says."""
    return f"{document}#cite-{_hash(json.dumps(list(content)))}"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _digest_name(digest: str) -> str:
    return f"sha256-{digest[:16]}" if _HEX.fullmatch(digest) else f"sha256-{_hash(digest)}"


def _act(symbol: Symbol, kind: Kind) -> str:
    """`decision/A/DEC/62/518`, `decision/UNFCCC/1/CP.21`, `resolution/commission-on-narcotic-drugs/53/4`."""
    folder = "resolution" if kind is Kind.RESOLUTION else "decision"
    body, colon, number = symbol.text.partition(":")
    if not colon:
        return f"{folder}/{quote(symbol.text, safe=_IN_PATH)}"
    name = body if body.isupper() and body.isalpha() else slug(body)
    return f"{folder}/{name}/{quote(number, safe=_IN_PATH)}"


def _publication(symbol: Symbol, _kind: Kind) -> str:
    return f"publication/{quote(symbol.text.removeprefix('Sales No. '), safe=_IN_PATH)}"


def _treaty(symbol: Symbol, _kind: Kind) -> str:
    return f"treaty/{symbol.text.replace(' ', '-')}"


def _local(symbol: Symbol, _kind: Kind) -> str:
    return f"document/{quote(symbol.text, safe=_IN_PATH)}"


_LOCAL = {Place.ACT: _act, Place.PUBLICATION: _publication, Place.TREATY: _treaty, Place.LOCAL: _local}
