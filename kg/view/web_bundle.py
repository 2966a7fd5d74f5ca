"""What npm brings: the WebGL picture and the SPARQL editor, bundled with the wheel from `web/bundle` into `web/dist`.

The bundles are never committed; without them every page of pyvis works, and so does a plain form for queries.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_DIST = Path(__file__).resolve().parent / "web" / "dist"
BUNDLES = {
    "graph.js": "the WebGL picture",
    "yasgui.js": "the SPARQL editor",
    "yasgui.css": "the SPARQL editor",
}
"""The files, and what is missing where they are."""


@cache
def web_bundle(name: str) -> str | None:
    """The text of a bundle (one of `BUNDLES`), None where it was not built. Raises ValueError for another name."""
    _check(name)
    try:
        return (_DIST / name).read_text(encoding="utf-8")
    except OSError:
        return None


def how_to_get(name: str) -> str:
    """What a user can do about a bundle that was not built, as one line."""
    _check(name)
    return (
        f"{BUNDLES[name]} was not built into this kg: in the source tree, `make bundle` does it (it needs Node and npm)"
    )


def _check(name: str) -> None:
    if name not in BUNDLES:
        raise ValueError(f"no bundle is named {name!r}: {', '.join(BUNDLES)}")
