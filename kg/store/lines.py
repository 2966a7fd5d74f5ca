"""Lines as a file, so that quads reach the engine as they are made and none has to be held."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_BUFFER = 1 << 20


def line_file(lines: Iterable[str]) -> BinaryIO:
    """A binary file of lines in UTF-8, to be read once. The lines come with or without line ends."""
    return io.BufferedReader(_Lines(lines), _BUFFER)


class _Lines(io.RawIOBase):
    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Fill the buffer with whole lines and a part of the next one; 0 at the end."""
        room = memoryview(buffer).cast("B")
        chunks, held = [self._rest], len(self._rest)
        while held < len(room) and (line := next(self._lines, None)) is not None:
            chunk = line.rstrip("\n").encode("utf-8") + b"\n"
            chunks.append(chunk)
            held += len(chunk)
        data = b"".join(chunks)
        count = min(len(data), len(room))
        room[:count] = data[:count]
        self._rest = data[count:]
        return count
