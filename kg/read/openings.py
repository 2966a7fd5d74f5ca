"""How paragraphs open: participles in the preamble, verbs in the present in the operative part, formulas, headings."""

from __future__ import annotations

import re
from functools import cache

from kg.languages import Language, load

# Running English has more than a quarter of such words, lists and tables some; other languages hit on a few by chance.
_TASTE, _ENOUGH_WORDS, _LEAST_SHARE = 100_000, 100, 0.04
_WORD = re.compile(r"\w+")
_FIRST_WORD = re.compile(r"[\w-]+")
_LONGEST_FORMULA = 200
_NOTHING: tuple[str, ...] = ()
_LAST_WORD = re.compile(r"\w+ ?$")


class Openings:
    """The opening words of one language, in the form that reading asks for."""

    def __init__(self, language: Language) -> None:
        structure = language.structure
        light = language.light_verbs
        self._participles = _Forms([verb.participle for verb in language.verbs] + [form for form, _ in light])
        self._presents = _Forms([verb.present for verb in language.verbs] + [form for _, form in light])
        self._recitals = tuple(f"{word} " for word in structure.recital)
        self._resolving = structure.resolving
        self._present = re.compile(structure.present)
        names = "|".join(re.escape(name) for organ in language.organs for name in organ.full)
        lead = re.escape(structure.enacting)
        self._formula = re.compile(rf"(?:[A-Z]\w+ )?(?i:{lead}) (?P<organ>{names})(?P<comma>\s*,)?$")
        self.months = language.months
        self._counting = _counting(language)
        self._common = frozenset((*language.names.function_words, *language.connective_between))
        abbreviated = (*language.parts_after, *language.references.number)
        self._abbreviated = tuple(f"{word} " for word in abbreviated if word.endswith("."))
        self._names = tuple(name for organ in language.organs for name in organ.full)
        self._slugs = {name: organ.slug for organ in language.organs for name in organ.full}

    def preambular(self, text: str) -> bool:
        """Whether a paragraph opens as in a preamble, adverbs before it allowed ("Deeply concerned", "Whereas")."""
        if text.startswith(self._recitals) or self._participles.begin(text):
            return True
        return self._participles.open(text) and not self._presents.begin(text)

    def operative(self, text: str) -> bool:
        """Whether a paragraph opens with a known verb in the present ("Also requests"), or says that it resolves."""
        return text.startswith(self._resolving) or (self._presents.open(text) and not self.preambular(text))

    def plain(self, text: str) -> bool:
        """Whether a line opens with a verb form itself, capitalised, as only a paragraph does."""
        return text.startswith(self._recitals) or self._participles.begin(text) or self._presents.begin(text)

    def maybe_operative(self, text: str) -> bool:
        """Whether the first word has at least the shape of a verb in the present ("Transmits")."""
        return self._present.match(text) is not None and not self.preambular(text)

    def organ(self, text: str) -> str | None:
        """The slug of the organ that an enacting formula names ("The General Assembly,"), else None."""
        if len(text) > _LONGEST_FORMULA or not text.rstrip(" ,").endswith(self._names):
            return None
        match = self._formula.match(text)
        return self._slugs[match["organ"]] if match and text[0].isupper() else None

    def formula_with_comma(self, text: str) -> bool:
        """Whether a line is an enacting formula down to its comma, which no line broken by chance is likely to be."""
        return self.organ(text) is not None and text.endswith(",")

    def speaks(self, text: str) -> bool:
        """Whether a text is in this language, by the share of its commonest words; short texts are believed."""
        words = _WORD.findall(text[:_TASTE])
        if len(words) < _ENOUGH_WORDS:
            return True
        return sum(word.lower() in self._common for word in words) >= _LEAST_SHARE * len(words)

    def takes_number(self, before: str) -> bool:
        """Whether the words before a number make it part of the sentence: "paragraph 3", "by 9", "No. 4"."""
        if before.endswith(self._abbreviated):
            return True
        word = _LAST_WORD.search(before)
        return word is not None and word.group().strip().lower() in self._counting


def _counting(language: Language) -> frozenset[str]:
    references = language.references
    words = (*language.structure.counting, *language.structure.heading, *references.resolution, *references.decision)
    parts = (*language.parts_before, *language.parts_after, *language.names.function_words)
    return frozenset(word.lower() for word in (*words, *parts))


class _Forms:
    """Verb forms, found at the start of a paragraph or after one or two other words."""

    def __init__(self, forms: list[str]) -> None:
        self._upper = _by_first_word(forms)
        self._lower = _by_first_word([form[0].lower() + form[1:] for form in forms])

    def begin(self, text: str) -> bool:
        word = _FIRST_WORD.match(text)
        return word is not None and text.startswith(self._upper.get(word.group(), _NOTHING))

    def open(self, text: str) -> bool:
        if self.begin(text):
            return True
        head = text[:80].split(" ", 3)
        return any(self._later(" ".join(head[at:])) for at in (1, 2) if len(head) > at)

    def _later(self, text: str) -> bool:
        word = _FIRST_WORD.match(text)
        return word is not None and text.startswith(self._lower.get(word.group(), _NOTHING))


def _by_first_word(forms: list[str]) -> dict[str, tuple[str, ...]]:
    grouped: dict[str, list[str]] = {}
    for form in forms:
        match = _FIRST_WORD.match(form)
        grouped.setdefault(match.group() if match else form, []).append(form)
    return {word: tuple(group) for word, group in grouped.items()}


@cache
def openings(code: str) -> Openings:
    """The openings of a language, made once."""
    return Openings(load(code))
