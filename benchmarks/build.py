"""What `kg build` costs and survives, measured on a corpus: python benchmarks/build.py [--corpus DIR] [--workers N].

First build, nothing changed, one file changed, the corpus four times, malformed files, and `kill -9` at random moments.
Times are wall clock, so other work on the machine counts; memory is that of all processes together (Linux only).
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from kg.build.inputs import found
from kg.build.outcome import Read, Task
from kg.build.reading import key, prepare, read_out
from kg.errors import KgError
from kg.store import open_store

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
FOLDERS = ("unxml", "unsc-ocr")
MEGABYTE = 1_000_000
COMMAND = (sys.executable, "-c", "from kg.cli import main; main()", "build")
_NUMBERS = re.compile(rb"\b(\d{1,4})(/\d|\s\((?:19|20)\d\d\))")
_CHILDREN = "/proc/{0}/task/{0}/children"


@dataclass(frozen=True, slots=True)
class Ran:
    """A command: its exit code, how long it took, and the most memory that its processes held together."""

    code: int
    seconds: float
    peak: int


def run(*arguments: str | Path, kill_after: float | None = None) -> Ran:
    """Run `kg build`, watching its memory; after so many seconds end it with kill -9."""
    begun, peak = time.monotonic(), 0
    with subprocess.Popen([*COMMAND, *map(str, arguments)], stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            peak = max(peak, memory(process.pid))
            if kill_after is not None and time.monotonic() - begun >= kill_after:
                process.send_signal(signal.SIGKILL)
            time.sleep(0.02)
    return Ran(process.returncode, time.monotonic() - begun, peak)


def memory(pid: int) -> int:
    """Bytes that a process and its children hold, shared pages counted once."""
    try:
        children = Path(_CHILDREN.format(pid)).read_text().split()
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    own = next((int(line.split()[1]) * 1024 for line in rollup.splitlines() if line.startswith("Pss:")), 0)
    return own + sum(memory(int(child)) for child in children)


def held(store: Path) -> list[str]:
    """All quads of a store."""
    return list(open_store(store, read_only=True).dump())


def report(what: str, figure: str) -> None:
    """One line of the table."""
    print(f"| {what} | {figure} |", flush=True)


def alone(paths: list[Path]) -> Iterator[Read]:
    """What is read out of the files by this process alone, one after the other."""
    prepare()
    for path in found(paths):
        try:
            outcome = read_out(Task(str(path), key(path)), "measured")
        except KgError:
            continue
        if isinstance(outcome, Read) and outcome.readable:
            yield outcome


def first_build(paths: list[Path], folder: Path, workers: int) -> None:
    """The first build, beside reading alone and beside Oxigraph's own bulk load of the same quads."""
    begun = time.monotonic()
    reads = list(alone(paths))
    reading = time.monotonic() - begun
    begun = time.monotonic()
    open_store(folder / "loaded").load_nquads(b"".join(read.quads for read in reads))
    loading = time.monotonic() - begun
    size = sum(Path(read.path).stat().st_size for read in reads)
    ran = run(*paths, "--store", folder / "store", "--workers", str(workers))
    quads, files = len(open_store(folder / "store", read_only=True)), len(found(paths))
    report("files; of them read", f"{files:,}; {len(reads):,} ({size / MEGABYTE:.0f} MB)")
    report("first build", f"{ran.seconds:.1f} s, exit code {ran.code}")
    report(
        "files/s; MB/s; triples/s",
        f"{files / ran.seconds:.0f}; {size / MEGABYTE / ran.seconds:.2f}; {quads / ran.seconds:,.0f}",
    )
    report("peak memory, all processes", f"{ran.peak / MEGABYTE:.0f} MB")
    report("reading alone, one process; one bulk load alone", f"{reading:.1f} s; {loading:.1f} s")
    report("bound: twice both together", f"{2 * (reading + loading):.1f} s")
    again = run(*paths, "--store", folder / "store", "--workers", str(workers))
    report("again, nothing changed", f"{again.seconds:.2f} s ({again.seconds / ran.seconds:.1%} of the first)")


def one_changed(paths: list[Path], folder: Path) -> None:
    """Change one file of a store that is up to date."""
    copies = [Path(shutil.copytree(path, folder / "changing" / path.name)) for path in paths]
    run(*copies, "--store", folder / "store", "--prune")
    victim = next(file for file in found(copies) if "/en/" in str(file) or file.suffix == ".txt")
    victim.write_bytes(victim.read_bytes().replace(b"Recalling", b"Reaffirming"))
    report("one file changed", f"{run(*copies, '--store', folder / 'store').seconds:.2f} s")


def four_times(paths: list[Path], folder: Path, workers: int) -> None:
    """The corpus under new numbers, once and four times over: is more memory needed?"""
    for times in (1, 4):
        for number in range(times):
            renumbered(paths, folder / "copies" / str(number), number)
        store = folder / f"copies-{times}"
        ran = run(folder / "copies", "--store", store, "--workers", str(workers))
        documents = len(open_store(store, read_only=True).graphs())
        figure = f"{ran.seconds:.1f} s, {ran.peak / MEGABYTE:.0f} MB"
        report(f"readable files {times} times ({documents:,} documents)", figure)


def renumbered(paths: list[Path], folder: Path, number: int) -> None:
    """A copy of what can be read, in which every resolution has another number."""

    def other(match: re.Match[bytes]) -> bytes:
        return b"%d%s" % (int(match[1]) + 100 * number, match[2])

    for file in found(paths):
        if "/en/" in str(file) or file.suffix == ".txt":
            to = folder / file.relative_to(paths[0].parent)
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_bytes(_NUMBERS.sub(other, file.read_bytes()) if number else file.read_bytes())


def malformed(folder: Path) -> None:
    """2,000 small texts, 200 of them malformed."""
    for number in range(2000):
        good = (
            f"{60 + number // 300}/{number % 300 + 1}. Boats\n\nThe General Assembly,\n\nRecalling resolution 60/1,\n"
        )
        content = good if number % 10 else ("", "\0\1", "<akomaNtoso><p>", "\x89PNG\r\n")[number // 10 % 4]
        path = folder / "malformed" / f"{number:04}{'.xml' if content.startswith('<') else '.txt'}"
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="latin-1")
    ran = run(folder / "malformed", "--store", folder / "malformed-store")
    documents = len(open_store(folder / "malformed-store", read_only=True).graphs())
    named = len((folder / "malformed-store" / "failed.jsonl").read_text().splitlines())
    report("200 malformed of 2,000", f"{documents:,} built, {named} named, exit code {ran.code}")


def kills(paths: list[Path], folder: Path, times: int) -> None:
    """Build, killed at random moments, until it has been killed so many times; compare with an undisturbed build."""
    chance = random.Random(1)  # noqa: S311
    full = run(*paths, "--store", folder / "undisturbed").seconds
    expected, killed, differences, builds = held(folder / "undisturbed"), 0, 0, 0
    documents = {line.rsplit(" ", 2)[1] for line in expected}
    whole = set(expected)
    while killed < times:
        store, done, builds = folder / f"killed-{builds}", False, builds + 1
        while not done:
            ran = run(*paths, "--store", store, kill_after=chance.uniform(0.1, full) if killed < times else None)
            killed, done = killed + (ran.code < 0), ran.code == 0
            if (store / "CURRENT").exists():
                found_there = set(held(store))
                graphs = {line.rsplit(" ", 2)[1] for line in found_there}
                rest = {line for line in whole if line.rsplit(" ", 2)[1] in graphs}
                differences += found_there != rest or not graphs <= documents
        differences += held(store) != expected
    report(f"{killed} kills over {builds} builds of {full:.1f} s", f"{differences} differences")


def main() -> None:
    """Measure all of it, into a folder that is removed afterwards."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="the folder with unxml/ and unsc-ocr/")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--kills", type=int, default=50)
    given = parser.parse_args()
    paths = [given.corpus / name for name in FOLDERS if (given.corpus / name).is_dir()]
    if not paths:
        sys.exit(f"no {' or '.join(FOLDERS)} in {given.corpus}")
    versions = ", ".join(f"{name} {version(name)}" for name in ("pyoxigraph", "lxml"))
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {versions}\n")
    print("| what | figure |\n|---|---|")
    steps: list[Callable[[Path], None]] = [
        lambda folder: first_build(paths, folder, given.workers),
        lambda folder: one_changed(paths, folder),
        lambda folder: four_times(paths, folder, given.workers),
        malformed,
        lambda folder: kills([paths[-1]], folder, given.kills),
    ]
    for step in steps:
        with tempfile.TemporaryDirectory() as folder:
            step(Path(folder))


if __name__ == "__main__":
    main()
