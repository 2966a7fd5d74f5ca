"""Citations as Web Annotations on the texts. Source: W3C, Web Annotation Data Model.

A target is the document with two selectors: by position, in the logical text that `kg export --format text` gives, in
code points as the model counts; and by the words with those around them, which finds the place in any other edition.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO, TypeAlias

from kg.errors import ExportError
from kg.export.elements import Cited, citations
from kg.export.parts import Part, by_subject, first
from kg.triples import reused, vocabulary

Json: TypeAlias = str | int | list["Json"] | dict[str, "Json"]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32
"""Characters before and behind the words, as far as the text has them."""


def web_annotations(parts: Iterable[Part], out: BinaryIO) -> None:
    """An AnnotationCollection with one page; an annotation for each citation, linked or not, in the order of the text.

    ExportError for a citation that the text does not bear out, as in a store without texts.
    """
    head = {"@context": CONTEXT, "type": "AnnotationCollection", "label": "Citations of instruments and bodies"}
    out.write(json.dumps(head, indent=1)[:-2].encode())
    out.write(b',\n "first": {\n  "type": "AnnotationPage",\n  "startIndex": 0,\n  "items": [')
    total = 0
    for part in parts:
        for each in _of_part(part):
            out.write(f"{',' if total else ''}\n{json.dumps(each, ensure_ascii=False, indent=1)}".encode())
            total += 1
    out.write(f'\n  ]\n }},\n "total": {total}\n}}\n'.encode())


def text(parts: Iterable[Part], out: BinaryIO) -> None:
    """The logical text of one document, in which all offsets count: a line a paragraph, then a line a footnote.

    ExportError for several documents: offsets begin anew in each.
    """
    found = [part for part in parts if part.document is not None]
    if len(found) != 1:
        raise ExportError(f"the text of one document, not of {len(found)}: name it with --document")
    out.write(text_of(found[0]).encode())


def text_of(part: Part) -> str:
    """The logical text of a document, put together from its passages."""
    pieces: list[str] = []
    length = 0
    for start, passage in sorted(_passages(part)):
        pieces += "\n" * (start - length), passage
        length = max(length, start) + len(passage)
    return "".join(pieces) + ("\n" if pieces else "")


def _passages(part: Part) -> Iterator[tuple[int, str]]:
    for found in by_subject(part.own).values():
        start, passage = first(found, vocabulary.START), first(found, vocabulary.TEXT)
        if start is not None and passage is not None:
            yield int(start), passage


def _of_part(part: Part) -> Iterator[Json]:
    """The annotations of a document."""
    whole, language = text_of(part), _language(part)
    for each in citations(part):
        if whole[each.start : each.end] != each.quote:
            raise ExportError("the store does not hold the words of the text", source=each.citing, place=each.paragraph)
        yield _annotation(each, whole, language)


def _annotation(each: Cited, whole: str, language: str) -> Json:
    document: dict[str, Json] = {"id": each.citing, "type": "Text", "language": language}
    position: Json = {"type": "TextPositionSelector", "start": each.start, "end": each.end}
    quote: Json = {
        "type": "TextQuoteSelector",
        "exact": each.quote,
        "prefix": whole[max(0, each.start - _AROUND) : each.start],
        "suffix": whole[each.end : each.end + _AROUND],
    }
    relation: Json = {
        "type": "SpecificResource",
        "purpose": "classifying",
        "source": vocabulary.NAMESPACE + each.relation,
    }
    return {
        "id": each.iri,
        "type": "Annotation",
        "motivation": "linking" if each.cited else "describing",
        "body": [_named(each), relation],
        "target": {"source": document, "selector": [position, quote]},
    }


def _named(each: Cited) -> Json:
    if each.cited is None:
        return {"type": "TextualBody", "purpose": "describing", "value": f"not linked: {each.reason}"}
    return {"type": "SpecificResource", "purpose": "identifying", "source": each.cited}


def _language(part: Part) -> str:
    found = (first(said, reused.IN_LANGUAGE) for said in by_subject(part.shared).values())
    return next((language for language in found if language), "en")
