"""The folder of a store that is being built: Oxigraph's files, the ledger, and the list of what failed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.build.ledger import Ledger
from kg.build.outcome import Failed
from kg.errors import StoreError
from kg.store import OxigraphStore, open_store
from kg.store.faults import store_faults

LEDGER, FAILURES = "sources.sqlite", "failed.jsonl"
_BEGUN = re.compile(r"IDENTITY|LOCK|LOG|MANIFEST-\d+|OPTIONS-\d+|\d+\.(?:dbtmp|log)|OPTIONS-\d+\.dbtmp")
_MARK = "CURRENT"
_HALF_LOADED = "bulk-*.sst"


@contextmanager
def opened(folder: Path) -> Iterator[tuple[OxigraphStore, Ledger]]:
    """The store in a folder and its ledger, made if they are not there, in order again after a crash.

    StoreError if the folder holds something else, is in use, or cannot be written.
    """
    with store_faults(str(folder)):
        _clear_stillborn(folder)
    store = open_store(folder)
    with store_faults(str(folder)):
        _clear_half_loaded(folder)
    ledger = Ledger(folder / LEDGER)
    try:
        yield store, ledger
    finally:
        ledger.close()
        _clear_half_loaded(folder)


def write_failures(folder: Path, failures: Iterable[Failed]) -> None:
    """List the files that failed in `failed.jsonl`, an object a line; no failures, no such file."""
    path = folder / FAILURES
    lines = [
        json.dumps({"source": failure.path, "reason": failure.reason, "cause": failure.cause}) + "\n"
        for failure in failures
    ]
    try:
        path.unlink(missing_ok=True)
        if lines:
            path.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise StoreError(f"cannot be written: {error.strerror or error}", source=str(path)) from error


def _clear_half_loaded(folder: Path) -> None:
    """Remove the files of bulk loads that were cut short, while no other process can write: they never get loaded."""
    for left in folder.glob(_HALF_LOADED):
        left.unlink(missing_ok=True)


def _clear_stillborn(folder: Path) -> None:
    """Remove what a crash in the first moment of a store left: files that the engine made before its first commit."""
    names = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    if "LOCK" in names and _MARK not in names and all(map(_BEGUN.fullmatch, names)):
        for name in names:
            (folder / name).unlink(missing_ok=True)
