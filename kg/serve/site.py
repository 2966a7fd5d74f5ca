"""What the routes share: the pool, the index, addresses, and templates in which everything is escaped."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pyoxigraph import Literal, NamedNode
from starlette.requests import Request
from starlette.responses import HTMLResponse

from kg.model import Kind
from kg.query import Result
from kg.serve.addresses import Addresses, official, short
from kg.serve.bounds import Settings
from kg.serve.guards import POLICY
from kg.serve.index import Index
from kg.serve.pool import Pool
from kg.serve.summary import Summary
from kg.store import Term
from kg.view.legend import KINDS

_TEMPLATES = Path(__file__).resolve().parent / "templates"
_NAMED = frozenset({Kind.BODY, Kind.INSTRUMENT, Kind.TREATY})
_CAPTIONS = {style.kind: style.caption for style in KINDS}


@dataclass(frozen=True, slots=True)
class Cell:
    """A term in a table: what is shown, where it leads, and its whole IRI for who points at it."""

    text: str
    href: str | None = None
    iri: str | None = None
    number: bool = False


@dataclass(frozen=True, slots=True)
class Site:
    """One application: what it asks, what it knows, how it is called."""

    pool: Pool
    index: Index
    summary: Summary
    settings: Settings
    addresses: Addresses = field(default_factory=Addresses)

    def page(self, template: str, *, status: int = 200, policy: str = POLICY, **values: object) -> HTMLResponse:
        """A page of a template. `policy` is its content security policy."""
        text = _environment().get_template(template).render(site=self, root=self.addresses.root, **values)
        return HTMLResponse(text, status, headers={"Content-Security-Policy": policy, "Vary": "Accept"})

    def cell(self, term: Term | None) -> Cell:
        """A term of an answer as a table shows it."""
        if term is None:
            return Cell("")
        if isinstance(term, NamedNode):
            return Cell(short(term.value), self.addresses.of(term.value), term.value)
        text = term.value if isinstance(term, Literal) else str(term)
        return Cell(text, number=isinstance(term, Literal) and text.replace(".", "", 1).isdecimal() and len(text) < 8)

    def rows(self, result: Result) -> list[list[Cell]]:
        """The rows of an answer."""
        return [[self.cell(term) for term in row] for row in result.rows]

    def label(self, iri: str) -> str:
        """What a link to a thing says: the name of what is known by a name, else the symbol."""
        known = self.index.get(iri)
        if known is None:
            return short(iri)
        return known.name if known.name and known.kind in _NAMED else known.identity

    def title(self, iri: str) -> str:
        """The title to stand beside the label, "" if the label says it or there is none."""
        known = self.index.get(iri)
        return known.name if known and known.kind not in _NAMED else ""


def site_of(request: Request) -> Site:
    """The site that a request is for."""
    site: Site = request.app.state.site
    return site


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(short=short, official=official, count=_count, caption=caption, words=_words)
    environment.globals.update(kinds=[style.kind for style in KINDS])
    return environment


def caption(kind: Kind) -> str:
    """A kind in the plural, as people read it."""
    return _CAPTIONS.get(kind, "Open sets")


def _count(number: int, one: str, many: str | None = None) -> str:
    """`1 document`, `2,300 documents`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _words(relation: str) -> str:
    """`takes note` for an IRI or a name of a relation."""
    return relation.replace("#", "/").rsplit("/", 1)[-1].rsplit(":", 1)[-1].replace("_", " ")
