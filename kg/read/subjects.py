"""The keywords of AKN4UN XML -> subjects with IRIs, and headings without.

Three vocabularies have IRIs: the UNBIS Thesaurus and the SDG knowledge organization system of the United Nations, and
EuroVoc. Any other address is refused. Sources: the IRIs of 2,388 official files; the concept schemes as their
publishers name them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from kg.metadata import Subject

_DROPPED = ("agenda", "title")
"""What `refersTo` says of keywords that are no subjects."""


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """`pattern` has the group `code`; `label` is how the publisher spells its labels."""

    pattern: re.Pattern[str]
    base: str
    scheme: str
    label: str


_VOCABULARIES = (
    # 7 digits are a concept, 6 a microthesaurus, 2 a domain; labels are in capitals
    _Vocabulary(
        re.compile(r"https?://metadata\.un\.org/thesaurus/(?P<code>[0-9]{2}|[0-9]{6,7})"),
        "http://metadata.un.org/thesaurus/",
        "http://metadata.un.org/thesaurus/00",
        "{upper}",
    ),
    # a goal, target or indicator: 3, 3.8, 3.b; the files give no label but the number
    _Vocabulary(
        re.compile(r"https?://metadata\.un\.org/sdg/(?P<code>[0-9]{1,2}(?:\.[0-9a-z]{1,2}){0,2})"),
        "http://metadata.un.org/sdg/",
        "http://metadata.un.org/sdg",
        "SDG {code}",
    ),
    _Vocabulary(
        re.compile(r"https?://eurovoc\.europa\.eu/(?P<code>[0-9]{1,6}|c_[0-9a-f]{6,10})"),
        "http://eurovoc.europa.eu/",
        "http://eurovoc.europa.eu/100141",
        "{plain}",
    ),
)


def subjects(keywords: Iterable[etree._Element]) -> tuple[Subject, ...]:
    """The concepts of the known vocabularies, each once, in the order of their IRIs; of several labels the first.

    Files repeat a keyword under each goal, and write "https" for "http". The label is empty where none is given.
    """
    found: dict[str, Subject] = {}
    for keyword in keywords:
        subject = _subject(keyword) if keyword.get("refersTo") not in _DROPPED else None
        if subject and not (subject.iri in found and found[subject.iri].label):
            found[subject.iri] = subject
    return tuple(found[iri] for iri in sorted(found))


def headings(keywords: Iterable[etree._Element]) -> tuple[str, ...]:
    """The headings that the files give without an address, each once, in alphabetical order."""
    plain = (
        _plain(each.get("showAs") or "")
        for each in keywords
        if not each.get("href") and each.get("refersTo") not in _DROPPED
    )
    return tuple(sorted({text for text in plain if text}))


def text_of(element: etree._Element) -> str:
    """All text in an element, with single spaces."""
    return " ".join("".join(str(text) for text in element.itertext()).split())


def _subject(keyword: etree._Element) -> Subject | None:
    address = (keyword.get("href") or "").strip()
    label = _plain(keyword.get("showAs") or keyword.get("value") or "")
    for each in _VOCABULARIES:
        if match := each.pattern.fullmatch(address):
            shown = each.label.format(code=match["code"], plain=label, upper=label.upper())
            # some files repeat the address in the place of the label
            return Subject(each.base + match["code"], "" if "://" in shown.lower() else shown, each.scheme)
    return None


def _plain(label: str) -> str:
    """Files write "women&#39;s_rights" with the entity escaped again."""
    return " ".join(html.unescape(label).replace("_", " ").replace("\u200b", "").split())
