"""The metadata of AKN4UN XML -> Metadata: classification, workflow, voting, and the marked facts of the cover.

They are dirty: blocks stand twice, dates are 0001-01-01, attributes empty, sentences stand where symbols should. What
cannot be relied on is left out. The words of attributes are English whatever the language of the text. Elements: Akoma
Ntoso 3.0 (OASIS) as profiled for the United Nations system (AKN4UN guidelines).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from kg import symbols
from kg.metadata import AgendaItem, Draft, Metadata, Party, Recommendation, Side, Vote
from kg.read.parties import body, parties, party
from kg.read.subjects import headings, subjects, text_of

_DRAFTS = ("draftResolution", "draftDecision")
_SIDES = ("inFavour", "against", "abstaining")
_WITHOUT_VOTE = re.compile(r"adoptedWithoutVote|without (?:a )?vote|by consensus|silence procedure", re.IGNORECASE)
_ITEM = re.compile(r"[0-9]{1,3}(?: ?\([a-z]{1,3}\))*")
# "116e": the item as the keyword of the library writes it
_KEY_ITEM = re.compile(r"([0-9]{1,3})([a-z]?)")
_DAY = re.compile(r"(?!0001)[0-9]{4}-[0-9]{2}-[0-9]{2}")
_COUNT = re.compile(r"[0-9]{1,4}")
_JOB = re.compile(r"[0-9]{2}-[0-9]{5}")
_LANGUAGES = {"english": "en", "french": "fr", "spanish": "es", "russian": "ru", "arabic": "ar", "chinese": "zh"}
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Claims:
    """What the metadata say of the identity of the document, to be held against its cover: number ("75-127"), date."""

    number: str | None
    date: str | None


def metadata(document: etree._Element) -> tuple[Metadata, Claims] | None:
    """The metadata in a whole file, and what they claim the document is; None if there are none.

    The parts of one resolution ("74/92 A and B") have a block each under one for the whole, which comes first.
    """
    meta = next(document.iter("{*}meta"), None)
    if meta is None:
        return None
    steps = list(document.iter("{*}step"))
    sponsors, additional, submission = _sponsors(steps)
    keywords = list(document.iter("{*}keyword"))
    found = Metadata(
        agenda=_agenda(document, keywords),
        meeting_record=_meeting_record(steps),
        drafts=tuple(_drafts(steps)),
        recommendation=_recommendation(document, steps),
        sponsors=sponsors,
        additional=additional,
        submission=submission,
        vote=_vote(document, steps),
        subjects=subjects(keywords),
        headings=headings(keywords),
        issued=_day(_dated(meta, "publication")),
        job_number=_job_number(document),
        original_language=_original_language(document),
    )
    return found, _claims(meta)


def _claims(meta: etree._Element) -> Claims:
    """`/akn/un/statement/deliberation/unga/2020-12-11/75-127/` and the date of adoption."""
    work = next(meta.iter("{*}FRBRWork"), None)
    uri = next(work.iter("{*}FRBRuri"), None) if work is not None else None
    parts = (uri.get("value") or "").strip("/").split("/") if uri is not None else []
    return Claims(parts[-1] if parts else None, _day(_dated(meta, "adoption")))


def _dated(meta: etree._Element, name: str) -> str | None:
    return next((each.get("date") for each in meta.iter("{*}FRBRdate") if each.get("name") == name), None)


def _day(value: str | None) -> str | None:
    """A date of the metadata; 0001-01-01 stands for none."""
    return value if value and _DAY.fullmatch(value) else None


def _of(steps: Iterable[etree._Element], *outcomes: str) -> Iterator[etree._Element]:
    return (step for step in steps if step.get("outcome") in outcomes)


def _symbols(step: etree._Element) -> list[str]:
    """The symbols of a step: "A/75/L.59 (as amended in A/75/L.60)" has two."""
    words = step.get("as") or ""
    single = symbols.try_parse(words)
    return [single.text] if single else [found.symbol.text for found in symbols.find(words)]


def _drafts(steps: list[etree._Element]) -> Iterator[Draft]:
    seen = set()
    for step in _of(steps, *_DRAFTS):
        first, *others = _symbols(step) or [""]
        if first and first not in seen:
            seen.add(first)
            yield Draft(first, _day(step.get("date")), tuple(dict.fromkeys(others)))


def _meeting_record(steps: list[etree._Element]) -> str | None:
    """The verbatim record; what was voted on by mail has a letter in its place, which is none."""
    named = (symbol for step in _of(steps, "adopted") for symbol in _symbols(step))
    return next((symbol for symbol in named if "/PV." in symbol), None)


def _recommendation(document: etree._Element, steps: list[etree._Element]) -> Recommendation | None:
    """The report, its paragraph (in `refersTo`), and the body: of the cover's "on the report of …", or of the step."""
    step = next(_of(steps, "recommendedForAdoption"), None)
    if step is None:
        return None
    report = next(iter(_symbols(step)), None)
    paragraph = step.get("refersTo") or ""
    proponent = next(document.iter("{*}docProponent"), None)
    names = [step.get("by") or ""]
    if proponent is not None:
        names.insert(0, _HUMP.sub(" ", (proponent.get("refersTo") or "").removeprefix("#")))
    found = next((slug for name in names if name.strip() and (slug := body(name))), None)
    if report is None and found is None:
        return None
    return Recommendation(report, f"para. {paragraph}" if report and paragraph.isdecimal() else None, found)


def _sponsors(steps: list[etree._Element]) -> tuple[tuple[Party, ...], tuple[Party, ...], str | None]:
    """The sponsors, those that joined them, and the words on the submission where these name no party."""
    first, submission = _first_sponsors(steps)
    listed = [
        each for step in _of(steps, "draftResolutionAdditionalSponsors") for each in parties(step.get("by") or "")
    ]
    return first, tuple(dict.fromkeys(each for each in listed if each not in first)), submission


def _first_sponsors(steps: list[etree._Element]) -> tuple[tuple[Party, ...], str | None]:
    found: dict[Party, None] = {}
    submission = None
    for step in _of(steps, *_DRAFTS):
        words = " ".join((step.get("by") or "").split())
        listed = parties(words)
        if any(each.slug for each in listed):
            found.update(dict.fromkeys(listed))
        else:
            submission = submission or words or None
    return tuple(found), submission


def _vote(document: etree._Element, steps: list[etree._Element]) -> Vote | None:
    """How the document was adopted; None if its parts were adopted in different ways."""
    votes = {_one_vote(each, steps) for each in document.iter("{*}voting")}
    return votes.pop() if len(votes) == 1 else None


def _one_vote(voting: etree._Element, steps: list[etree._Element]) -> Vote | None:
    """The counts, where a missing side is nobody; without counts a vote only if the words say that there was none."""
    counts = {each.get("refersTo"): each for each in voting.iter("{*}count")}
    if "inFavour" in counts:
        return Vote(*(_side(counts.get(name)) for name in _SIDES))
    words = [voting.get("outcome"), *(step.get(name) for step in _of(steps, "adopted") for name in ("as", "by"))]
    return Vote() if any(_WITHOUT_VOTE.search(each) for each in words if each) else None


def _side(count: etree._Element | None) -> Side:
    if count is None:
        return Side(0)
    listed = tuple(party(text_of(each)) for each in count.iter("{*}organization"))
    value = _COUNT.fullmatch(count.get("value") or "")
    return Side(int(value[0]) if value else len(listed), listed)


def _agenda(document: etree._Element, keywords: list[etree._Element]) -> tuple[AgendaItem, ...]:
    """The items of the cover with the titles beside them, else those of the keywords.

    The numbers that keywords give in brackets are those of an index, not of an agenda, and their titles its headings.
    """
    marked = _marked(document)
    numbers = [number for text in marked.get("agenda item", ()) for number in _ITEM.findall(text)]
    titles = list(marked.get("agenda item name", ()))
    keyed = [item for each in keywords if each.get("refersTo") == "agenda" and (item := _keyed(each))]
    if not titles and len({item.title for item in keyed}) == 1:
        titles = [item.title for item in keyed[:1] if item.title]
    if not numbers:
        return tuple(dict.fromkeys(keyed)) or tuple(AgendaItem(None, title) for title in titles)
    if len(titles) == len(numbers):
        return tuple(AgendaItem(*pair) for pair in zip(numbers, titles, strict=True))
    # which title is whose cannot be told
    return (*(AgendaItem(number, None) for number in numbers), *(AgendaItem(None, title) for title in titles))


def _keyed(keyword: etree._Element) -> AgendaItem | None:
    value, title = keyword.get("value") or "", (keyword.get("showAs") or "").strip()
    match = _KEY_ITEM.fullmatch(value)
    if match is None and value != "X":
        return None
    number = f"{match[1]} ({match[2]})" if match and match[2] else match[1] if match else None
    # the headings of the index are in capitals
    return AgendaItem(number, None if title.isupper() else title.removesuffix(".") or None)


def _marked(document: etree._Element) -> dict[str, list[str]]:
    """The texts of the cover that are marked as something."""
    marked: dict[str, list[str]] = {}
    for cover in document.iter("{*}coverPage"):
        for each in cover.iter("{*}inline"):
            marked.setdefault(each.get("name") or "", []).append(text_of(each))
    return marked


def _job_number(document: etree._Element) -> str | None:
    docket = next(document.iter("{*}docketNumber"), None)
    match = _JOB.match(text_of(docket)) if docket is not None else None
    return match[0] if match else None


def _original_language(document: etree._Element) -> str | None:
    for each in document.iter("{*}inline"):
        if each.get("name") == "originalLanguage":
            return _LANGUAGES.get((each.get("refersTo") or "").removeprefix("#").lower())
    return None
