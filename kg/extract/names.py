"""Named instruments, treaties and bodies that the gazetteer holds, by their full names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import gazetteer
from kg.languages import load
from kg.model import Document, Kind, Mention, Span

NAME = "names"
EXAMPLES = (
    ("the Havana Programme of Action adopted", ("Havana Programme of Action",)),
    ("undertaken by the United Nations to support", ("United Nations",)),
    ("on a United Nations conference on", ()),
)
# Groups that act only as a figure of speech; the annotation guidelines count none of them as a body.
_NO_BODIES = frozenset({"collective", "state", "state_group"})
_BODIES_ALL_THE_SAME = frozenset({"member-states", "united-nations-development-system"})
NOT_COUNTED = "not counted"
"""`Mention.found_by` of words that are known and are no citation; they keep shorter names inside them from counting."""
_NEXT_WORD = re.compile(r"[ ]([A-Za-z][\w-]*)")


def find(document: Document) -> Iterator[Mention]:
    """The full names in a document, longest first where they nest."""
    names, text = load(document.language).names, document.text
    for hit in gazetteer.load(document.language).find(text):
        entry, span = hit.entry, Span(hit.start, hit.end)
        if text[hit.start : hit.end] in names.alone and _qualifies(text, hit.end, names.function_words, names.others):
            continue
        if entry.kind != Kind.BODY and _goes_on(text, span, entry.label, names.continuing):
            continue
        if entry.category in _NO_BODIES and entry.slug not in _BODIES_ALL_THE_SAME:
            yield Mention(entry.kind, span, NOT_COUNTED)
        else:
            yield Mention(entry.kind, span, NAME, target=entry.slug, label=entry.label)


def _goes_on(text: str, span: Span, label: str, continuing: tuple[str, ...]) -> bool:
    """Whether an alias goes on to be the name of something else: "Kampala Convention on …"."""
    if text[span.start : span.end] == label:
        return False
    lead = next((word for word in continuing if text.startswith(word, span.end)), None)
    return lead is not None and text[span.end + len(lead) :][:5].removeprefix("the ")[:1].isupper()


def _qualifies(text: str, end: int, function_words: frozenset[str], others: tuple[str, ...]) -> bool:
    """Whether a name merely qualifies the noun after it: "United Nations conference", "United Nations and other …"."""
    match = _NEXT_WORD.match(text, end)
    return match is not None and (match[1] not in function_words or text.startswith(others, end))
