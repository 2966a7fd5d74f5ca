"""The reader pages of many documents, as files that link to each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from kg.network import Node
from kg.network.rows import Source
from kg.symbols import slug
from kg.view.address import Link, Linked, official
from kg.view.reader_page import reader_page

_LONGEST = 100


def file_names(listed: Sequence[Node]) -> dict[str, str]:
    """A file name for the text of each node that was read, by IRI: `a-res-62-209.html`.

    Those that come to the same name are told apart by a number, in the order of the nodes.
    """
    seen: Counter[str] = Counter()
    names: dict[str, str] = {}
    for each in listed:
        if each.read:
            stem = slug(each.identity)[:_LONGEST]
            seen[stem] += 1
            names[each.iri] = f"{stem}.html" if seen[stem] == 1 else f"{stem}_{seen[stem]}.html"
    return names


def reader_files(source: Source, names: Mapping[str, str], home: str | None = None) -> Iterator[tuple[str, str]]:
    """The file name and the page of each document of `names` (file names by IRI); `home` is a page to go back to.

    Links lead to the other files, else to official documents.
    """
    for iri, name in sorted(names.items()):
        yield name, reader_page(source, iri, link=beside(names), home=home)


def beside(names: Mapping[str, str]) -> Link:
    """Where links lead among files: to the text of a thing if it is one of them, else to the official document."""

    def link(thing: Linked) -> str | None:
        return names.get(thing.iri) or official(thing)

    return link
