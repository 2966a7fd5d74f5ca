"""Mentions to citations: which instrument each mention names, under which relation, and what the text states of it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.link.citations import cite
from kg.link.facts import state
from kg.link.linker import Linker
from kg.model import Document, Mention, Reading

__all__ = ["link"]


def link(document: Document, mentions: Sequence[Mention]) -> Reading:
    """Everything that a document cites and states, from its mentions in the order of the text."""
    links = list(Linker(document, mentions).links())
    return Reading(document, cite(document, links), state(document, links))
