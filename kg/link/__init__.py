"""Mentions to citations: which instrument each mention names, under which relation, and what the text states of it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.link.citations import cite
from kg.link.facts import state
from kg.link.linker import Linker
from kg.model import Document, Mention, Reading

__all__ = ["link"]


def link(document: Document, mentions: Sequence[Mention], *, trust_links: bool = False) -> Reading:
    """Everything that a document cites and states, from its mentions in the order of the text.

    With `trust_links` the editors' own links decide what the words alone leave open or unsure.
    """
    links = list(Linker(document, mentions, trust_links=trust_links).links())
    return Reading(document, cite(document, links), state(document, links))
