"""`make bench`: how fast text becomes citations and quads, beside simpler things done to the same text in the same run.

Every rate is per second of CPU time of one process, the best of a few rounds, so that other work on the machine counts
for little. The text is the packaged sample over and over, and the English XML of a corpus where there is one.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from rich.table import Table

from kg import extract, link, read, resources, terminal
from kg.model import Document, Reading
from kg.read import Source
from kg.store import open_store
from kg.triples.write import nquads

ROUNDS = 3
MEGABYTE = 1_000_000
CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
PACKAGES = ("ahocorasick-rs", "lxml", "pyoxigraph", "rdflib")
# What one would write first: the shapes of numbers, with no idea whose they are.
PLAIN_PATTERNS = tuple(
    map(
        re.compile,
        (
            r"\b\d{1,3}/\d{1,3}(?: [A-Z]\b)?",
            r"\b\d{1,4}(?: [A-Z])? \((?:19|20)\d\d\)",
            r"\b\d{1,4}(?: [A-Z])? \([XVI]+\)",
            r"\b[AES]/(?:[A-Z0-9.]+/)*\d+(?:/(?:Add|Corr|Rev)\.\d+)*",
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A line of the table: a rate in its unit, and how many times that of `beside` it is."""

    what: str
    rate: float
    unit: str
    beside: str = ""
    ratio: float | None = None


def seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """CPU seconds of this process for some work, the best of several rounds."""

    def once() -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    return min(once() for _ in range(rounds))


def start_to_end(*command: str) -> float:
    """CPU seconds of a process of Python from start to end, the best of several rounds."""

    def once() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *command], stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    return min(once() for _ in range(ROUNDS))


def samples(megabytes: float) -> list[Source]:
    """The packaged sample as many times as make up so much text."""
    one = read.load(resources.sample())
    return [one] * max(1, round(megabytes * MEGABYTE / len(one.content)))


def official(corpus: Path, megabytes: float) -> list[Source]:
    """English XML of a corpus, files from all over it, until they make up so much; none if there is no corpus."""
    paths = sorted((corpus / "unxml").glob("*/*/en/*.xml"))
    size, chosen = 0, []
    for path in paths[:: max(1, len(paths) // 500)]:
        if size < megabytes * MEGABYTE:
            chosen.append(read.load(path))
            size += len(chosen[-1].content)
    return chosen


def plain(texts: Sequence[str]) -> int:
    """Numbers by shape alone."""
    return sum(len(pattern.findall(text)) for text in texts for pattern in PLAIN_PATTERNS)


def courts(texts: Sequence[str]) -> float | None:
    """MB of text a second by eyecite, which finds the citations of courts; None where it is not installed.

    It is slow enough that half a megabyte tells.
    """
    try:
        from eyecite import get_citations
    except ImportError:
        return None
    some, size = [], 0
    for text in texts:
        if size < MEGABYTE / 2:
            some.append(text)
            size += len(text.encode())
    return size / MEGABYTE / seconds(lambda: [get_citations(text) for text in some], rounds=1)


def of_text(name: str, sources: Sequence[Source]) -> Iterator[Figure]:
    """Bytes to documents, documents to citations, and plain patterns, all in MB of text (UTF-8) a second."""
    documents = [read.read_source(source) for source in sources]
    texts = [document.text for document in documents]
    size = sum(len(text.encode()) for text in texts) / MEGABYTE
    reading = size / seconds(lambda: [read.read_source(source) for source in sources])
    citing = size / seconds(lambda: list(map(cited, documents)))
    bare = size / seconds(lambda: plain(texts))
    whole = 1 / (1 / reading + 1 / citing)
    title = f"{name}, {len(documents)} documents, {size:.1f} MB"
    yield Figure(f"{title}: plain number patterns (re)", bare, "MB/s")
    if rival := courts(texts):
        yield Figure(f"{title}: eyecite, its defaults", rival, "MB/s", "plain patterns", rival / bare)
        yield Figure(f"{title}: documents to citations", citing, "MB/s", "eyecite", citing / rival)
    yield Figure(f"{title}: bytes to documents", reading, "MB/s", "plain patterns", reading / bare)
    yield Figure(f"{title}: documents to citations", citing, "MB/s", "plain patterns", citing / bare)
    yield Figure(f"{title}: bytes to citations", whole, "MB/s", "plain patterns", whole / bare)


def cited(document: Document) -> Reading:
    return link.link(document, extract.find(document))


def of_quads(documents: int) -> Iterator[Figure]:
    """Quads of the sample under numbers of their own: written, and loaded into Oxigraph."""
    one = cited(read.read(resources.sample()))
    readings = [replace(one, document=replace(one.document, symbol=f"A/RES/62/{n + 1}")) for n in range(documents)]
    lines = [line for each in readings for line in nquads(each)]
    text = "\n".join(lines).encode()
    loading = len(lines) / seconds(lambda: open_store().load_nquads(text))
    writing = len(lines) / seconds(lambda: [nquads(each) for each in readings])
    yield Figure(f"{len(lines):,} quads: bulk load of Oxigraph, in memory", loading, "quads/s")
    yield Figure(f"{len(lines):,} quads: written as N-Quads", writing, "quads/s", "bulk load", writing / loading)


def of_startup() -> Iterator[Figure]:
    """From the start of a command to its end, beside a Python that does nothing."""
    nothing = start_to_end("-c", "pass")
    for shown, arguments in (("--help", ["--help"]), ("extract", ["extract", str(resources.sample())])):
        spent = start_to_end("-c", "from kg.cli import main; main()", *arguments)
        yield Figure(f"kg {shown}, start to end", spent, "s", "python -c pass", spent / nothing)


def table(figures: Sequence[Figure]) -> Table:
    """The figures, three significant digits each."""
    rows = [
        (each.what, f"{float(f'{each.rate:.3g}'):,g} {each.unit}", each.ratio and f"{each.ratio:.2f} × {each.beside}")
        for each in figures
    ]
    return terminal.table(("what", "figure", "beside"), rows)


def machine() -> str:
    """What the figures hold for: cores, Python, packages."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}, {packages}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--megabytes", type=float, default=5.0, help="text to read, of each sort")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="folder with unxml/*/*/en/*.xml")
    options = parser.parse_args()
    figures = list(of_text("sample", samples(options.megabytes)))
    xml = official(options.corpus, options.megabytes)
    figures += of_text("XML", xml) if xml else ()
    figures += [*of_quads(documents=100), *of_startup()]
    console = terminal.console()
    console.print(machine())
    console.print(table(figures))


if __name__ == "__main__":
    main()
