"""Small registries for the tests."""

from __future__ import annotations

from pathlib import Path

from kg.registry import Registered, head_of, text

HEAD = head_of({"record": "the document's own record", "cited": "dates that others print"})
ENTRIES = (
    Registered("A/RES/60/1", "2005-09-16", "2005 World Summit Outcome", None, ("cited", "record")),
    Registered("A/RES/60/2", "2005-10-06", None, None, ("cited",)),
    Registered("A/RES/60/10", None, None, "TERRITORIES, BRITISH", ("cited",)),
    Registered("A/RES/61/7", None, "Boats", None, ("cited",)),
    Registered("S/RES/1325(2000)", "2000-10-31", "Women and peace and security", None, ("record",)),
)


def content(*entries: Registered) -> bytes:
    """A registry as it stands in a file."""
    return text(entries or ENTRIES, HEAD).encode()


def put(folder: Path, data: bytes) -> Path:
    """A registry file with this content."""
    path = folder / "registry.tsv"
    path.write_bytes(data)
    return path
