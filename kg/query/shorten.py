"""IRIs as people read and type them: `A/RES/62/209`, `A/RES/62/209#OP10`, `body/secretary-general`, `kg:recalls`."""

from __future__ import annotations

from urllib.parse import unquote

from kg.symbols import Scheme
from kg.symbols.iri import UNDOCS
from kg.triples import reused


class Shortener:
    """Short forms of IRIs under one scheme. A parameter of type `symbol` takes those of instruments and bodies back."""

    def __init__(self, scheme: Scheme | None = None) -> None:
        base = (scheme or Scheme()).base
        self._beginnings = (
            (UNDOCS, ""),
            (f"{base}id/", ""),
            (f"{base}graph/", "graph/"),
            *((namespace, f"{prefix}:") for prefix, namespace in reused.PREFIXES),
        )

    def short(self, iri: str) -> str:
        """The short form of an IRI; the IRI itself if it has none."""
        for beginning, instead in self._beginnings:
            if iri.startswith(beginning) and len(iri) > len(beginning):
                return instead + unquote(iri[len(beginning) :])
        return iri
