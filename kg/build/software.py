"""Which software reads: a fingerprint of all that the reading of a document depends on.

The version number alone would miss a new entry in the gazetteer, or work in progress.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import kg
from kg import resources

_STAGES = ("model.py", "symbols", "languages", "gazetteer", "read", "extract", "link", "triples")
_SUFFIXES = frozenset({".py", ".toml", ".ttl", ".tsv", ".txt", ".json"})


@cache
def fingerprint() -> str:
    """The version and a hash of the code and the data of the stages from bytes to quads."""
    package = Path(kg.__file__).parent
    digest = hashlib.sha256()
    for root in (*(package / stage for stage in _STAGES), resources.ontology()):
        for file in sorted(root.rglob("*")) if root.is_dir() else [root]:
            if file.suffix in _SUFFIXES:
                digest.update(f"{file.relative_to(root.parent).as_posix()}\0".encode())
                digest.update(hashlib.sha256(file.read_bytes()).digest())
    return f"{kg.__version__}+{digest.hexdigest()[:16]}"
