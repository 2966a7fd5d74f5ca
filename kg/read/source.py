"""Bytes from a path, and text from bytes, with one clear line for everything that can be wrong with them."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from kg.errors import ReadError

# A resolution with its annexes is far below this; a file above it is something else.
MAX_BYTES = 64 * 1024 * 1024
# Control characters that no text holds (tab, line feed, vertical tab, form feed, carriage return and escape are fine).
_CONTROL = bytes(sorted(set(range(32)) - {9, 10, 11, 12, 13, 26, 27}))
# Bytes that Windows-1252 leaves undefined.
_NO_1252 = bytes((0x81, 0x8D, 0x8F, 0x90, 0x9D))
_BINARY = {
    b"%PDF-": "is a PDF file, which cannot be read yet",
    b"PK\x03\x04": "is a ZIP or DOCX file, which cannot be read yet",
    b"\x89PNG": "is no text (a PNG image)",
    b"\xff\xd8\xff": "is no text (a JPEG image)",
    b"\x1f\x8b": "is no text (gzip data)",
    b"\xd0\xcf\x11\xe0": "is a Word 97 file, which cannot be read yet",
}


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one input, and the name by which the user gave it."""

    name: str
    content: bytes

    @property
    def suffix(self) -> str:
        return os.path.splitext(self.name)[1].lower()

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def load(path: Path | str) -> Source:
    """The bytes at a path. Raises ReadError for what is missing, a folder, unreadable, empty or too large."""
    name = os.fspath(path)  # a build opens thousands: no Path is made of a name
    try:
        with open(name, "rb") as file:
            if os.fstat(file.fileno()).st_size > MAX_BYTES:
                raise ReadError(f"is larger than {MAX_BYTES >> 20} MB; no resolution is", source=name)
            return Source(name, file.read())
    except IsADirectoryError:
        raise ReadError("is a folder; name the files, or use kg build for folders", source=name) from None
    except FileNotFoundError:
        raise ReadError("no such file", source=name) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ReadError(f"cannot be read: {reason}", source=name) from None


def check(source: Source) -> None:
    """Raise ReadError, with the reason, for bytes that no reader can make a document of."""
    if not source.content.strip(b" \t\r\n\f\v\x00\xef\xbb\xbf\xff\xfe"):
        raise ReadError("is empty", source=source.name)
    for magic, fault in _BINARY.items():
        if source.content.startswith(magic):
            raise ReadError(fault, source=source.name)


def decode(source: Source) -> str:
    """The text of a source: UTF-8, UTF-16 (with or without a byte order mark), or else Windows-1252, as old files are.

    A blank at the end never counts as text. Raises ReadError for bytes that are no text, with the first byte at fault.
    """
    content = source.content
    encoding = _utf16(content)
    text = _decoded(source, encoding) if encoding else _utf8_or_1252(source)
    if not text.strip("\ufeff \t\r\n\f\v\xa0\x1a"):
        raise ReadError("is empty", source=source.name)
    return text


def _utf16(content: bytes) -> str | None:
    """The UTF-16 encoding of these bytes, told by the mark or, in Latin script, by zeros at every second place."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    head = content[:4096]
    if len(head) < 4 or b"\x00" not in head:
        return None
    half = len(head) // 2
    if head[1::2].count(0) > 0.8 * half and not head[::2].count(0):
        return "utf-16-le"
    return "utf-16-be" if head[::2].count(0) > 0.8 * half and not head[1::2].count(0) else None


def _utf8_or_1252(source: Source) -> str:
    content = source.content
    found = next((at for at, byte in enumerate(content[:8192]) if byte in _CONTROL), content.find(b"\x00"))
    if found >= 0:
        raise ReadError("is no text (binary data)", source=source.name, place=f"byte {found}")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if any(byte in content for byte in _NO_1252) or _mixed(content):
            fault = "is neither UTF-8 nor Windows-1252 text throughout"
            raise ReadError(fault, source=source.name, place=f"byte {error.start}") from None
        return content.decode("cp1252")


def _mixed(content: bytes) -> bool:
    """Whether the bytes beyond ASCII are for the most part good UTF-8: the rest is damage or another encoding."""
    good = content.decode("utf-8", errors="ignore")
    bad = content.decode("utf-8", errors="replace").count("\ufffd")
    return sum(ord(char) > 0x7F for char in good) >= max(bad, 1)


def _decoded(source: Source, encoding: str) -> str:
    try:
        return source.content.decode(encoding).lstrip("\ufeff")
    except UnicodeDecodeError as error:
        fault = f"is no {encoding.upper()} text"
        raise ReadError(fault, source=source.name, place=f"byte {error.start}") from None
