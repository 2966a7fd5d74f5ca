"""Which files a build reads: files as they are named, folders with all that can be documents below them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

SUFFIXES = frozenset({".akn", ".docx", ".htm", ".html", ".json", ".pdf", ".txt", ".xhtml", ".xml"})
"""What a folder's files must end in to be read; a file that is named by itself is always read."""


def found(paths: Iterable[Path]) -> list[Path]:
    """The files at these paths, each once, sorted by their absolute paths.

    Folders are walked to the bottom; hidden files and folders, links to folders and files of other kinds are passed
    over. What does not exist is kept, for reading says so.
    """
    each = {os.path.abspath(file): file for path in paths for file in _below(path)}
    return [each[name] for name in sorted(each)]


def _below(path: Path) -> Iterator[Path]:
    if not os.path.isdir(path):  # nor can it be told of a folder that may not be looked into
        yield path
        return
    for folder, folders, files in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if not name.startswith(".") and os.path.splitext(name)[1].lower() in SUFFIXES:
                yield Path(folder, name)
