"""Where packaged data lies: the only module that knows whether kg runs from the source tree or from a wheel.

In the source tree `ontology/` and `queries/` stand beside the package; in a wheel they travel inside it.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def ontology() -> Path:
    """The folder of `kg.ttl`, the gazetteers, the shapes and the examples."""
    return _folder("ontology")


def queries() -> Path:
    """The folder of the catalogue, one `.rq` file a query."""
    return _folder("queries")


def sample() -> Path:
    """The packaged sample, resolution 62/209 as plain text."""
    return _PACKAGE / "data" / "A_RES_62_209.txt"


def atlas() -> Path:
    """The packed atlas: citations of a selection of resolutions, as compressed N-Quads."""
    return _PACKAGE / "atlas" / "atlas.nq.xz"
