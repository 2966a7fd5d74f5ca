"""The atlas as a store on disk: unpacked once into the user's cache, under the hash of what was packed."""

from __future__ import annotations

import hashlib
import lzma
import os
import shutil
import tempfile
from pathlib import Path

from kg import resources
from kg.errors import StoreError
from kg.store import OxigraphStore, open_store


def open_atlas() -> OxigraphStore:
    """The atlas, to be asked. StoreError if it is not packed, or the cache cannot be written."""
    return open_store(store_folder(), read_only=True)


def store_folder(cache: Path | None = None) -> Path:
    """The folder of the unpacked atlas, filled if it is not there; `cache` is the user's by default.

    It appears whole or not at all, so that two processes that both unpack do not disturb each other.
    """
    packed = _packed()
    above = cache or _cache()
    folder = above / f"atlas-{hashlib.sha256(packed).hexdigest()[:16]}"
    if folder.is_dir():
        return folder
    try:
        above.mkdir(parents=True, exist_ok=True)
        _unpack(packed, above, folder)
    except OSError as error:
        raise StoreError(f"the atlas cannot be unpacked: {error.strerror or error}", source=str(above)) from None
    return folder


def _packed() -> bytes:
    try:
        return resources.atlas().read_bytes()
    except OSError:
        raise StoreError("this installation has no atlas", source=str(resources.atlas())) from None


def _unpack(packed: bytes, above: Path, folder: Path) -> None:
    made = Path(tempfile.mkdtemp(dir=above, prefix=".atlas-"))
    try:
        _fill(made / "store", packed)
        os.rename(made / "store", folder)
    except OSError:
        if not folder.is_dir():  # another process was first: as good
            raise
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _fill(folder: Path, packed: bytes) -> None:
    store = open_store(folder)
    store.load_nquads(lzma.decompress(packed))
    store.flush()
    del store


def _cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "instrument-kg"
