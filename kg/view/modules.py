"""Our modules of JavaScript -> one script that can stand in a page.

A page of one file has no address that a module could be imported from, and its content policy lets nothing be fetched.
So the modules are put one after the other in the order in which a browser would run them, in one closure, without
their imports and exports: that works because no two of them use one name, and none renames what it imports. Comments
that hold types are for `tsc` (`web/bundle/tsconfig.pages.json`) and stay behind.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

WEB = Path(__file__).resolve().parent / "web"

_IMPORT = re.compile(r'^import (?:\{[^}]*\} from )?"\./([\w.]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let)\b)", re.MULTILINE)
_TYPES = re.compile(r"^ */\*\*(?:(?!\*/).)*\*/\n+", re.MULTILINE | re.DOTALL)


@cache
def joined(entry: str) -> str:
    """The script of a module of `web/` and of all that it imports, each once, as a closure."""
    bodies = "\n".join(_bare(text) for text in _in_order(entry).values())
    return f"(() => {{\n'use strict';\n{bodies}}})();\n"


@cache
def pasted(*names: str) -> str:
    """Files of `web/` as they are, one after the other."""
    return "\n".join((WEB / name).read_text(encoding="utf-8") for name in names)


def _bare(text: str) -> str:
    for pattern in (_IMPORT, _EXPORT, _TYPES):
        text = pattern.sub("", text)
    return text


def _in_order(entry: str) -> dict[str, str]:
    """The texts of the modules by name: what is imported stands before what imports it, if they do not in turns."""
    texts: dict[str, str] = {}
    begun: set[str] = set()

    def visit(name: str) -> None:
        if name in begun:
            return
        begun.add(name)
        text = (WEB / name).read_text(encoding="utf-8")
        for imported in _IMPORT.findall(text):
            visit(imported)
        texts[name] = text

    visit(entry)
    return texts
