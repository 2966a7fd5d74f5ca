"""Every extractor's own examples: what it finds in a text, by number, target or words."""

from __future__ import annotations

import pytest

from kg import extract
from kg.model import Mention
from tests.texts import snippet

EXAMPLES = list(extract.examples())


@pytest.mark.parametrize(("extractor", "text", "expected"), EXAMPLES)
def test_an_extractor_finds_its_examples(extractor: str, text: str, expected: tuple[str, ...]) -> None:
    module = next(each for each in extract.EXTRACTORS if extractor == each.NAME)
    document = snippet(text)
    found = [m for m in module.find(document) if m.found_by == extractor]
    shown = [(document.text[m.span.start : m.span.end], m) for m in found]
    assert [name for name in expected if not any(_names(name, words, m) for words, m in shown)] == []
    assert [words for words, m in shown if not any(_names(name, words, m) for name in expected)] == []


def _names(expected: str, words: str, mention: Mention) -> bool:
    return expected in (words, mention.number, mention.target)


def test_every_extractor_has_examples_and_a_name_of_its_own() -> None:
    assert all(each.EXAMPLES for each in extract.EXTRACTORS)
    assert len({each.NAME for each in extract.EXTRACTORS}) == len(extract.EXTRACTORS)
