"""Which organ adopted a numbered act: the hard part, for many organs number alike.

Evidence, in the order of its weight: the organ named beside the number; "its", for the adopting organ; the shape of the
number (a Roman session, a year in brackets); an abbreviated organ ("Council") read by what the text named before; the
date printed beside it against the window of the session; at last the adopting organ itself. Where the evidence does not
decide, the link stays open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg import gazetteer
from kg.languages import load
from kg.link.memory import Memory
from kg.model import OWN, Document, Link, Mention
from kg.symbols import Symbol, fits, numbered, of_body, runs, try_parse
from kg.symbols.series import grammar

GENERAL_ASSEMBLY, SECURITY_COUNCIL = "general-assembly", "security-council"
ECOSOC, HUMAN_RIGHTS_COUNCIL = "economic-and-social-council", "human-rights-council"
# Bodies of conventions whose decisions carry the session in the number: CP, CMP, CMA (climate), COP (desertification).
_CONVENTIONS = (
    (re.compile(r"\d+/(?:CP|CMP|CMA)\."), "UNFCCC"),
    (re.compile(r"\d+/COP\."), "UNCCD"),
    (re.compile(r"(?:BS-|NP-)?[IVX]+/\d"), "CBD"),
)
_SHAPES = (
    (re.compile(r"\d+[A-Z]? ?\(E?S-[IVXLC]+\)"), (GENERAL_ASSEMBLY,)),
    (re.compile(r"\d+[A-Z]? ?\([IVXLC]+\)"), (GENERAL_ASSEMBLY, ECOSOC)),
    (re.compile(r"\d+ ?\(\d{4}\)"), (SECURITY_COUNCIL,)),
    (re.compile(r"\d{4}/\d+"), (ECOSOC, "commission-on-human-rights")),
    (re.compile(r"E?S-\d+/\d+"), (GENERAL_ASSEMBLY, HUMAN_RIGHTS_COUNCIL)),
    (re.compile(r"\d{1,3}/\d+"), (GENERAL_ASSEMBLY, HUMAN_RIGHTS_COUNCIL)),
)


def link_act(document: Document, mention: Mention, memory: Memory, beside: str | None = None) -> Link:
    """The link of a numbered resolution or decision; its method says which evidence decided.

    `beside` is the slug of a body that is named right before the words ("… Commission resolution 16/1"), right behind
    them ("resolution 8/4 of the Conference …"), or as the owner of "its" ("the Assembly, in its resolution 57/253").
    """
    if symbol := _of_convention(mention.number or ""):
        return _linked(mention, symbol, "number shape", 0.95)
    organ = mention.organ
    if beside and (link := _by_beside(document, mention, beside)):
        return link
    if organ == OWN:
        return _by_own(document, mention)
    if organ and organ in organ_slugs(document.language):
        return _by_organ(document, mention, organ, "named organ")
    if organ:
        return _by_abbreviation(document, mention, organ, memory)
    if target := memory.target_of(mention):
        return Link(mention, mention.kind, target, None, "named before", 0.9)
    return _by_shape(document, mention)


def link_by_paragraph(document: Document, mention: Mention, slug: str) -> Link | None:
    """The link of an act that would else stay open, to the body last named in its paragraph; None if that is no help.

    "the Environment Assembly, as reflected in its resolution 2/17", "World Health Assembly resolutions on ageing,
    specifically resolution 58.16".
    """
    link = _by_beside(document, mention, slug)
    return link._replace(method="body named before", confidence=0.7) if link else None


def _of_convention(number: str) -> Symbol | None:
    """The decision of a convention's body, whose number says which."""
    for pattern, convention in _CONVENTIONS:
        if pattern.match(number) and (symbol := try_parse(f"{convention}:{number}")):
            return symbol
    return None


@cache
def organ_slugs(language: str) -> frozenset[str]:
    """The slugs of the organs that a language names in full."""
    return frozenset(organ.slug for organ in load(language).organs)


def _by_beside(document: Document, mention: Mention, slug: str) -> Link | None:
    """The act of a body beside it, where that body is known to number so or its acts have no symbols."""
    if symbol := numbered(slug, mention.kind, mention.number or ""):
        return _linked(mention, symbol, "named organ", 0.99)
    known = gazetteer.load(document.language)
    if slug in known and slug not in _numbering_organs() and mention.number and known.entry(slug).category != "post":
        return _linked(mention, of_body(known.entry(slug).label, mention.number), "named organ", 0.9)
    return None


def _by_own(document: Document, mention: Mention) -> Link:
    if document.organ is None:
        return _by_shape(document, mention)
    return _by_organ(document, mention, document.organ, "own organ")


def _by_organ(document: Document, mention: Mention, organ: str, method: str) -> Link:
    symbol = numbered(organ, mention.kind, mention.number or "")
    if symbol is None or runs(symbol) is False:
        return _body_form(document, mention, organ, method)
    if mention.date and fits(symbol, mention.date) is False:
        other = _by_date(mention, _candidates(mention.number or ""))
        if method == "own organ" and other:
            return _linked(mention, other, "date window", 0.8)
        return _linked(mention, symbol, f"{method}, date outside the session", 0.6)
    return _linked(mention, symbol, method, 0.99)


def _body_form(document: Document, mention: Mention, organ: str, method: str) -> Link:
    """An act of a body whose acts have no symbol: `Commission on Narcotic Drugs:53/4`."""
    shape = _by_shape(document, mention)
    if organ in (GENERAL_ASSEMBLY, SECURITY_COUNCIL, ECOSOC, HUMAN_RIGHTS_COUNCIL):
        return shape if shape.target else _open(mention, f"{method} numbers no act so")
    name = next((o.full[0] for o in load(document.language).organs if o.slug == organ), None)
    if name is None or not mention.number:
        return _open(mention, f"{method} numbers no act so")
    return _linked(mention, of_body(name, mention.number), method, 0.9)


def _by_abbreviation(document: Document, mention: Mention, word: str, memory: Memory) -> Link:
    """ "Council resolution 33/10": the last council the text named, else the own organ, else what the date allows."""
    bearers = [organ.slug for organ in load(document.language).organs if word in organ.abbreviated]
    for slug in [*reversed(memory.organs), document.organ]:
        if slug in bearers:
            symbol = numbered(slug, mention.kind, mention.number or "")
            if symbol and _may_be(symbol, mention):
                return _linked(mention, symbol, "organ in force", 0.95)
    possible = [symbol for slug in bearers if (symbol := numbered(slug, mention.kind, mention.number or ""))]
    dated = [symbol for symbol in possible if mention.date and fits(symbol, mention.date)]
    if len(dated) == 1:
        return _linked(mention, dated[0], "date window", 0.9)
    if len(possible) == 1 and all(organ in _numbering_organs() for organ in bearers):
        return _linked(mention, possible[0], "number shape", 0.8)
    return _open(mention, "organ not decided")


@cache
def _numbering_organs() -> frozenset[str]:
    """The organs whose acts have symbols; of the others it is not known which numbers they have given."""
    return frozenset(organ for organ, _ in grammar().by_organ)


def _by_shape(document: Document, mention: Mention) -> Link:
    """No organ is named: what the number's shape, the date and the adopting organ together allow.

    Many bodies number like the Human Rights Council: in documents of others it takes a date to tell that it is meant.
    """
    candidates = _candidates(mention.number or "")
    if document.organ in candidates:
        symbol = numbered(str(document.organ), mention.kind, mention.number or "")
        if symbol and _may_be(symbol, mention) and _is_past(symbol, document):
            return _linked(mention, symbol, "organ of the document", 0.95)
    if mention.date and (symbol := _by_date(mention, candidates)):
        return _linked(mention, symbol, "date window", 0.9)
    for organ in candidates:
        known = organ in (GENERAL_ASSEMBLY, SECURITY_COUNCIL, ECOSOC, document.organ)
        symbol = numbered(organ, mention.kind, mention.number or "") if known else None
        if symbol and _may_be(symbol, mention):
            return _linked(mention, symbol, "number shape", 0.9 if len(candidates) == 1 else 0.8)
    return _open(mention, "no organ known numbers so")


def _may_be(symbol: Symbol, mention: Mention) -> bool:
    """Whether neither the printed date nor the run of numbers speaks against a symbol."""
    return (mention.date is None or fits(symbol, mention.date) is not False) and runs(symbol) is not False


def _is_past(symbol: Symbol, document: Document) -> bool:
    """Whether the act's session is not after the document's own, where both are numbers."""
    own, other = document.session or "", symbol.session or ""
    return not (own.isdigit() and other.isdigit() and symbol.organ == document.organ) or int(other) <= int(own)


def _candidates(number: str) -> Sequence[str]:
    return next((organs for pattern, organs in _SHAPES if pattern.match(number)), ())


def _by_date(mention: Mention, organs: Sequence[str]) -> Symbol | None:
    """The only candidate whose session holds the printed date, or None."""
    symbols = [symbol for organ in organs if (symbol := numbered(organ, mention.kind, mention.number or ""))]
    fitting = [symbol for symbol in symbols if mention.date and fits(symbol, mention.date)]
    return fitting[0] if len(fitting) == 1 else None


def _linked(mention: Mention, symbol: Symbol, method: str, confidence: float) -> Link:
    return Link(mention, mention.kind, str(symbol), None, method, confidence)


def _open(mention: Mention, reason: str) -> Link:
    return Link(mention, mention.kind, None, None, reason, 0.0)
