"""Lines as a file, so that quads reach the engine as they are made and none has to be held."""

from __future__ import annotations

import io
from collections.abc import Iterable


class LineReader(io.RawIOBase):
    """A binary file of lines in UTF-8, read forward only. The lines come with or without line ends."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._rest = b""

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1) -> bytes:
        """At most `size` bytes; fewer, or none, at the end."""
        wanted = -1 if size is None or size < 0 else size
        chunks, held = [self._rest], len(self._rest)
        while wanted < 0 or held < wanted:
            line = next(self._lines, None)
            if line is None:
                break
            chunk = line.rstrip("\n").encode("utf-8") + b"\n"
            chunks.append(chunk)
            held += len(chunk)
        data = b"".join(chunks)
        cut = len(data) if wanted < 0 else wanted
        self._rest = data[cut:]
        return data[:cut]
