"""What npm brings: the WebGL picture and the query editor, bundled when the wheel is built (`kg/view/web/webgl`).

The bundles are never committed; without them every page of pyvis works.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_DIST = Path(__file__).resolve().parent / "web" / "dist"
BUNDLES = ("graph.js", "yasgui.js", "yasgui.css")


@cache
def web_bundle(name: str) -> str | None:
    """The text of a bundle (one of `BUNDLES`), None where it was not built. Raises ValueError for another name."""
    if name not in BUNDLES:
        raise ValueError(f"no bundle is named {name!r}: {', '.join(BUNDLES)}")
    try:
        return (_DIST / name).read_text(encoding="utf-8")
    except OSError:
        return None
