"""Putting data and scripts into a page so that they stay what they are: text stays text, scripts are ours alone."""

from __future__ import annotations

import gzip
import json
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import fields
from hashlib import sha256
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

# Inside a script element only `</script`, `<script` and `<!--` can do harm; `&` and `>` go too, for a block that is
# harmless wherever it is put. ensure_ascii takes care of U+2028, U+2029 and lone surrogates.
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def json_block(value: object) -> Markup:
    """JSON that can stand inside `<script type="application/json">`, the same for the same value."""
    return Markup(json.dumps(value, ensure_ascii=True, separators=(",", ":")).translate(_ESCAPES))


def code_block(code: str) -> Markup:
    """A script or style of ours or of vis-network, as it must stand inside its element.

    Raises ValueError if the code would end the element early: our own files must not.
    """
    text = code.replace("\r\n", "\n").replace("\r", "\n")
    if "</script" in text.lower() or "</style" in text.lower() or "<!--" in text:
        raise ValueError("the code would end the element that holds it")
    return Markup(text)


def content_policy(scripts: list[Markup]) -> str:
    """The Content-Security-Policy of a page: these scripts and no others, inline styles, data images, no requests."""
    hashes = " ".join(f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def packed_block(value: object) -> Markup:
    """JSON, compressed by gzip, as base64: for what is large and not needed at once. The same for the same value."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return Markup(b64encode(gzip.compress(text.encode("ascii"), mtime=0)).decode("ascii"))


def columns(rows: Sequence[DataclassInstance], of: type[DataclassInstance]) -> dict[str, list[object]]:
    """Rows of one dataclass as a list for each field, so that JSON repeats no name."""
    return {field.name: [getattr(row, field.name) for row in rows] for field in fields(of)}
