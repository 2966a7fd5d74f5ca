"""The registry: a sorted text that is searched where it lies, so that nothing is parsed but what is asked for.

The text is UTF-8, one line an instrument, its columns between tabs, sorted by the bytes of the symbol; lines that begin
with `#` stand at the top and explain. The packaged one is trusted; another is checked line by line when it is opened.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path

from kg.errors import RegistryError
from kg.registry.entry import COLUMNS, Registered, check_line, read_line, write_line
from kg.symbols import Symbol

PACKAGED = Path(__file__).with_name("registry.tsv")
VARIABLE = "KG_REGISTRY"
"""The environment variable that names another registry than the packaged one."""

_FORMAT = b"# kg registry 1\n"


class Registry:
    """What is known of instruments, by their symbols in canonical spelling."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._start = _head(content)

    def entry(self, symbol: Symbol | str) -> Registered | None:
        """What is known of an instrument; None if it is not in the registry."""
        line = self._find(str(symbol).encode("utf-8", "replace"))
        return read_line(line.decode()) if line is not None else None

    def entries(self, symbols: Iterable[str]) -> list[Registered]:
        """What is known of many instruments, in the order of the registry; what it lacks is passed over."""
        wanted = {symbol.encode("utf-8", "replace") for symbol in symbols}
        lines = self._content[self._start :].split(b"\n")[:-1]  # of thousands: quicker than searches
        return [read_line(line.decode()) for line in lines if line[: line.find(b"\t")] in wanted]

    def date(self, symbol: Symbol | str) -> str | None:
        """The ISO date of adoption, if known."""
        found = self.entry(symbol)
        return found.date if found else None

    def title(self, symbol: Symbol | str) -> str | None:
        """The title, if known."""
        found = self.entry(symbol)
        return found.title if found else None

    def highest(self, symbol: Symbol) -> int | None:
        """The highest number known of the session (or of the series, where numbers run through) of a symbol.

        None if no number of it is known. What the registry lacks below may yet exist; what lies far above does not.
        """
        return self._numbers.get(_run(symbol))

    def __contains__(self, symbol: Symbol | str) -> bool:
        return self.entry(symbol) is not None

    def __iter__(self) -> Iterator[Registered]:
        return map(read_line, self._content[self._start :].decode().split("\n")[:-1])

    def __len__(self) -> int:
        return self._content.count(b"\n", self._start)

    @property
    def head(self) -> str:
        """The lines at the top, which explain the sources."""
        return self._content[: self._start].decode()

    @cached_property
    def _numbers(self) -> dict[tuple[str, str], int]:
        highest: dict[tuple[str, str], int] = {}
        for entry in self:
            symbol = entry.parsed
            if symbol.number is not None:
                run = _run(symbol)
                highest[run] = max(highest.get(run, 0), symbol.number)
        return highest

    def _find(self, wanted: bytes) -> bytes | None:
        """The line of a symbol, by halving the stretch of the text in which it must stand."""
        content = self._content
        low, high = self._start, len(content)
        while low < high:
            start = content.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = content.find(b"\n", start)
            found = content[start : content.find(b"\t", start)]
            if found == wanted:
                return content[start:end]
            low, high = (end + 1, high) if found < wanted else (low, start)
        return None


def load(path: Path | None = None) -> Registry:
    """The registry in a file, by default that which KG_REGISTRY names, by default the packaged one; each is read once.

    Raises RegistryError for a file that cannot be read or is no registry.
    """
    named = path or os.environ.get(VARIABLE)
    return _opened(Path(named).absolute()) if named else _opened(PACKAGED)


def text(entries: Iterable[Registered], head: str) -> str:
    """The text of a registry of these entries, each symbol once, under a head as `Registry.head` gives it."""
    lines = {entry.symbol: write_line(entry) for entry in entries}
    return head + "".join(f"{lines[symbol]}\n" for symbol in sorted(lines, key=str.encode))


@cache
def _opened(path: Path) -> Registry:
    source = str(path)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise RegistryError(f"cannot be read: {error.strerror or error}", source=source) from None
    if not content.startswith(_FORMAT):
        raise RegistryError("no registry: `kg registry refresh` writes them", source=source)
    if path != PACKAGED:
        _check(content, source)
    return Registry(content)


def _check(content: bytes, source: str) -> None:
    """Refuse a text in which searching would go astray."""
    try:
        lines = content[_head(content) :].decode().split("\n")
    except UnicodeDecodeError:
        raise RegistryError("not UTF-8", source=source) from None
    if lines.pop():
        raise RegistryError("the last line has no end", source=source)
    above = content.count(b"\n", 0, _head(content))
    last = b""
    for number, line in enumerate(lines, start=above + 1):
        try:
            last = _behind(last, check_line(line).symbol.encode())
        except RegistryError as error:
            raise RegistryError(error.message, source=source, place=f"line {number}") from None


def _behind(last: bytes, symbol: bytes) -> bytes:
    if symbol <= last:
        raise RegistryError("a second line of one symbol" if symbol == last else "not sorted by the bytes of symbols")
    return symbol


def _head(content: bytes) -> int:
    """Where the entries begin, behind all lines with `#`."""
    start = 0
    while content[start : start + 1] == b"#":
        start = content.find(b"\n", start) + 1 or len(content)
    return start


def _run(symbol: Symbol) -> tuple[str, str]:
    """What numbers are counted in: a session, a year, or a whole series where the number has the year in brackets."""
    through = symbol.text.endswith(")")
    return symbol.series, "" if through else symbol.session or str(symbol.year)


def head_of(sources: dict[str, str]) -> str:
    """The head of a registry, with what each name of a source stands for."""
    explained = "".join(f"# source {name}: {what}\n" for name, what in sorted(sources.items()))
    return f"{_FORMAT.decode()}{explained}# {' '.join(COLUMNS)}\n"
