"""Bytes from a path, and text from bytes, with one clear line for everything that can be wrong with them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from kg.errors import ReadError

# A resolution with its annexes is far below this; a file above it is something else.
MAX_BYTES = 64 * 1024 * 1024
# Control characters that no text holds (tab, line feed, form feed and carriage return are fine).
_CONTROL = frozenset(range(32)) - {9, 10, 11, 12, 13, 27}


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one input, and the name by which the user gave it."""

    name: str
    content: bytes

    @property
    def suffix(self) -> str:
        return Path(self.name).suffix.lower()

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def load(path: Path | str) -> Source:
    """The bytes at a path. Raises ReadError for what is missing, a folder, unreadable, empty or too large."""
    path = Path(path)
    try:
        if path.is_dir():
            raise ReadError("is a folder; name the files, or use kg build for folders", source=str(path))
        if path.stat().st_size > MAX_BYTES:
            raise ReadError(f"is larger than {MAX_BYTES >> 20} MB; no resolution is", source=str(path))
        content = path.read_bytes()
    except FileNotFoundError:
        raise ReadError("no such file", source=str(path)) from None
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror or error}", source=str(path)) from None
    if not content.strip():
        raise ReadError("is empty", source=str(path))
    return Source(str(path), content)


def decode(source: Source) -> str:
    """The text of a source: UTF-8, UTF-16 with a byte order mark, or else Windows-1252, as old files are.

    Raises ReadError for bytes that are no text.
    """
    content = source.content
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(source, "utf-16")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if _is_binary(content):
            raise ReadError("is no text (binary data)", source=source.name) from None
        if any(byte in content for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)):
            place = f"byte {error.start}"
            raise ReadError("is neither UTF-8 nor Windows-1252 text", source=source.name, place=place) from None
        return content.decode("cp1252")
    if _is_binary(content):
        raise ReadError("is no text (binary data)", source=source.name)
    return text


def _decoded(source: Source, encoding: str) -> str:
    try:
        return source.content.decode(encoding)
    except UnicodeDecodeError as error:
        place = f"byte {error.start}"
        raise ReadError(f"is no {encoding.upper()} text", source=source.name, place=place) from None


def _is_binary(content: bytes) -> bool:
    return any(byte in _CONTROL for byte in content[:8192]) or b"\x00" in content
