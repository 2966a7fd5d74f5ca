"""Numbered resolutions and decisions: "its resolutions 57/270 B of 23 June 2003, 60/212 of … and 61/1".

Digit first: numbers of the right shape are found in one linear pass, and each is then asked what stands before it: a
head ("resolution"), or another number of the same list whose head is still in force. Lists run on past dates, titles
and footnotes until a semicolon or a new head (55.6 % of all linked citations follow a comma or "and").
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from functools import cache

from kg.extract.parts import part_after, part_before
from kg.languages import Language, any_of, date_at, load
from kg.model import OWN, Document, Kind, Mention, Span
from kg.symbols import expand_letters, number_range

NAME = "resolutions"
EXAMPLES = (
    ("its resolutions 57/270 B of 23 June 2003 and 60/212", ("57/270B", "60/212")),
    ("Security Council resolution 1325 (2000)", ("1325 (2000)",)),
    ("See resolution 2200 A (XXI), annex.", ("2200A (XXI)",)),
    ("resolutions 46/235 to 46/237", ("46/235", "46/236", "46/237")),
    ("decision 1/CP.21", ("1/CP.21",)),
)

# What a number of an act has right behind a digit or a Roman numeral, and what may stand before that.
_HINT = re.compile(r"[0-9IVX](?:[/.][0-9C]| ?\(| [A-Z][ ,(–-])")
_BEFORE_DIGIT = frozenset("0123456789SEOMBNPIVX-/.")
_LONGEST_GAP = 400


@dataclass(frozen=True, slots=True)
class _Head:
    """What governs a list: the kind and the organ that its head names, and where the head's words start."""

    kind: Kind
    organ: str | None
    start: int


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """The head words and organ names of a language, in the forms that `str.endswith` takes."""

    heads: tuple[str, ...]
    kinds: dict[str, Kind]
    organs: dict[str, str]
    organ_names: tuple[str, ...]
    own: tuple[str, ...]
    fillers: tuple[str, ...]
    number: re.Pattern[str]
    letter_ends: re.Pattern[str]
    gap_ends: re.Pattern[str]


@cache
def _number(code: str) -> re.Pattern[str]:
    """The numbers of acts; part letters are joined by words of the language ("A and B", "A to D")."""
    words = load(code).references
    letters = rf"[A-Z](?:(?:, [A-Z])*,? {words.conjunction} [A-Z]| {words.to} [A-Z]|[-–][A-Z])?"
    roman = r"(?:E?S-)?[IVXLC]{1,7}"
    return re.compile(
        r"(?<![\w/.-])(?:"
        rf"(?P<year>\d{{1,4}}) ?(?P<paren>\((?:{roman}|\d{{4}})\))(?P<trail> [A-Z](?!\w))?"
        rf"|(?P<lettered>\d{{1,4}}) (?P<mid>{letters}) (?P<roman>\({roman}\))"
        rf"|(?P<session>(?:E?S-|OM/)?\d{{1,4}}/\d{{1,4}})(?![\d/])(?P<letters> ?{letters}(?![\w’'.]))?"
        r"|(?P<conference>\d{1,3}/(?:CP|CMP|CMA|COP|MOP)\.\d{1,3}"
        r"|(?:SS\.|BS-|NP-)?[IVX]{1,6}/\d{1,3}|SS\.[IVX]{1,5}/\d{1,2}|\d{1,3}\.\d{1,3})(?!\w)"
        r")"
    )


@cache
def _vocabulary(code: str) -> _Vocabulary:
    language = load(code)
    words = language.references
    kinds = {f"{word} ": Kind.RESOLUTION for word in words.resolution}
    kinds |= {f"{word} ": Kind.DECISION for word in words.decision}
    organs = {f"{short} ": short for organ in language.organs for short in organ.abbreviated}
    organs |= {f"{name} ": organ.slug for organ in language.organs for name in organ.full}
    return _Vocabulary(
        heads=tuple(kinds),
        kinds=kinds,
        organs=organs,
        organ_names=tuple(sorted(organs, key=len, reverse=True)),
        own=tuple(f"{word} " for word in words.own),
        fillers=tuple(f"{word} " for word in words.fillers),
        number=_number(code),
        letter_ends=re.compile(rf"$|[,;.):–-]| (?:{any_of(language.grammar.after_letter)}|\()"),
        gap_ends=re.compile(rf"(?:[,;(]|\b(?:{any_of(language.grammar.joints)}))\s*$"),
    )


def find(document: Document) -> Iterator[Mention]:
    """The numbered resolutions and decisions of a document, in the order of the text."""
    language = load(document.language)
    text, head, end = document.text, None, 0
    for match in _numbers_in(text, language):
        head = (
            _head_before(text, match.start(), language)
            or _continued(text, head, end, match, language)
            or _distant(text, match, language)
        )
        if head is None:
            continue
        start = head.start if head.start >= end else match.start()
        end = yield from _item(text, match, start, head, language)


def _numbers_in(text: str, language: Language) -> Iterator[re.Match[str]]:
    """The numbers of acts, in order: digits lead to them, then what precedes them ("S-", "BS-V/") is looked for."""
    number, past = _vocabulary(language.code).number, 0
    for hint in _HINT.finditer(text):
        if hint.start() < past:
            continue
        start = hint.start()
        while start > past and text[start - 1] in _BEFORE_DIGIT:
            start -= 1
        match = number.match(text, start)
        if match:
            past = match.end()
            yield match


def _head_before(text: str, start: int, language: Language) -> _Head | None:
    """The head right before a number: "General Assembly resolution |", "its relevant decisions |"."""
    words = _vocabulary(language.code)
    window = text[max(0, start - 120) : start]
    if not window.endswith(words.heads):
        return None
    head = next(word for word in words.heads if window.endswith(word))
    before = _without_fillers(window[: -len(head)], words)
    organ, used = None, 0
    if before.endswith(words.own):
        organ = OWN
    elif before.endswith(words.organ_names):
        name = next(name for name in words.organ_names if before.endswith(name))
        organ, used = words.organs[name], len(name) + len(window) - len(head) - len(before)
    return _Head(words.kinds[head], organ, start - len(head) - used)


def _without_fillers(text: str, words: _Vocabulary) -> str:
    while text.endswith(words.fillers):
        text = text[: -len(next(word for word in words.fillers if text.endswith(word)))]
    return text


def _continued(text: str, head: _Head | None, end: int, match: re.Match[str], language: Language) -> _Head | None:
    """The head of the list that a number goes on with: same paragraph, after a comma or "and", no semicolon between."""
    if head is None or (match["year"] and not match["paren"]):
        return None
    gap = text[end : match.start()]
    # A list of the Security Council may lack a comma: "2106 (2013) 2122 (2013)" cannot be anything else.
    joined = _vocabulary(language.code).gap_ends.search(gap) or (match["paren"] and not gap.strip())
    if len(gap) > _LONGEST_GAP or "\n" in gap or ". " in gap or not joined:
        return None
    return None if _is_period(match) else head


def _distant(text: str, match: re.Match[str], language: Language) -> _Head | None:
    """The head of a set that a number is a member of: "its resolutions on Iraq, in particular | 1500 (2003)"."""
    words = _vocabulary(language.code)
    window = text[max(0, match.start() - _LONGEST_GAP) : match.start()].rpartition("\n")[2]
    at, head = max((window.rfind(f" {word.rstrip()}"), word) for word in words.heads)
    leads = tuple(f"{lead} " for lead in language.references.leads)
    if at < 0 or ". " in window[at:] or not window.endswith((*leads, *words.own)) or _is_period(match):
        return None
    set_of = window[: at + len(head)] + " "
    near = _head_before(set_of, len(set_of), language)
    return _Head(words.kinds[head], near.organ if near else None, match.start())


def _is_period(match: re.Match[str]) -> bool:
    """ "2000/2001" is a period of years, not a number."""
    first, _, second = (match["session"] or "").partition("/")
    return len(first) == 4 and len(second) == 4 and first.isdigit() and second.isdigit()


def _item(
    text: str, match: re.Match[str], start: int, head: _Head, language: Language
) -> Generator[Mention, None, int]:
    """The mentions of one list item (several for letters and ranges); returns the offset where its words end."""
    base, letters, end = _parsed(text, match, language)
    numbers = _numbers(base, letters, match)
    after = part_after(text, end, language)
    part = part_before(text, start, language) or (after[0] if after else None)
    date, past = _date(text, after[1] if after else end, language)
    organ = head.organ or _organ_after(text, past, language)
    for number in numbers:
        yield Mention(head.kind, Span(start, end), NAME, number=number, organ=organ, date=date, part=part)
    yield from _range(text, numbers, end, head, organ, language)
    return past


def _parsed(text: str, match: re.Match[str], language: Language) -> tuple[str, str, int]:
    """The number without letters, the letters as printed, and where both end."""
    if match["session"]:
        letters, end = match["letters"] or "", match.end()
        # A part letter is followed by the end of the item, never by a noun ("60/212 A report" has none).
        if letters and not _vocabulary(language.code).letter_ends.match(text, end):
            letters, end = "", match.end("session")
        return match["session"], letters.strip(), end
    if match["lettered"]:
        return f"{match['lettered']} {match['roman']}", match["mid"], match.end()
    if match["year"]:
        return f"{match['year']} {match['paren']}", (match["trail"] or "").strip(), match.end()
    return match["conference"], "", match.end()


def _numbers(base: str, letters: str, match: re.Match[str]) -> tuple[str, ...]:
    if not letters:
        return (base,)
    expanded = expand_letters(letters) or (letters,)
    if match["session"]:
        return tuple(f"{base}{letter}" for letter in expanded)
    count, _, paren = base.partition(" ")
    return tuple(f"{count}{letter} {paren}" for letter in expanded)


def _date(text: str, end: int, language: Language) -> tuple[str | None, int]:
    of = f" {language.references.of} "
    for lead in (of, ", " + of.lstrip()):
        if text.startswith(lead, end) and (found := date_at(text, end + len(lead), language)):
            return found
    return None, end


def _organ_after(text: str, end: int, language: Language) -> str | None:
    """The organ named behind the number: "resolution 2003/68 of the Commission on Human Rights"."""
    lead = f" {language.references.of} the "
    if not text.startswith(lead, end):
        return None
    words = _vocabulary(language.code)
    rest = text[end + len(lead) : end + len(lead) + 120] + " "
    return next((words.organs[name] for name in words.organ_names if rest.startswith(name.rstrip())), None)


def _range(
    text: str, numbers: tuple[str, ...], end: int, head: _Head, organ: str | None, language: Language
) -> Iterator[Mention]:
    """The members between the ends of "46/235 to 46/237"; the ends themselves are items of the list."""
    lead = f" {language.references.to} "
    if len(numbers) != 1 or not text.startswith(lead, end):
        return
    number = _vocabulary(language.code).number
    first, last = number.fullmatch(numbers[0]), number.match(text, end + len(lead))
    if not first or not last or not first["session"] or not last["session"]:
        return
    span = Span(end - len(first["session"]), last.end("session"))
    for between in number_range(first["session"], last["session"])[1:-1]:
        yield Mention(head.kind, span, NAME, number=between, organ=organ)
