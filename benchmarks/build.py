"""What `kg build` costs on the whole corpus: python -m benchmarks.build [--corpus DIR] [--workers N].

The first build beside reading alone and beside Oxigraph's own bulk load; then again with nothing changed, with one file
changed, and on a corpus four times as large. Other work on the machine counts in the clock's seconds, hardly in those
of the processor.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.corpora import arguments, copies, folders, readable
from benchmarks.measured import MEGABYTE, Ran, begin, report, run
from kg.build.inputs import found
from kg.build.outcome import Read, Task
from kg.build.reading import key, prepare, read_out
from kg.errors import KgError
from kg.store import open_store


def cost(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock and of processor time that work in this process takes."""
    clock, processor = time.monotonic(), time.process_time()
    work()
    return time.monotonic() - clock, time.process_time() - processor


def both(clock: float, processor: float) -> str:
    return f"{clock:.1f} s ({processor:.1f} s of processor time)"


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


def first_build(paths: list[Path], folder: Path, workers: int) -> Ran:
    """The first build, beside reading alone and beside Oxigraph's own bulk load of the same quads."""
    reads: list[Read] = []
    reading = cost(lambda: reads.extend(alone(paths)))
    quads = b"".join(read.quads for read in reads)
    loading = cost(lambda: open_store(folder / "loaded").load_nquads(quads))
    size = sum(Path(read.path).stat().st_size for read in reads) / MEGABYTE
    ran = run("build", *paths, "--store", folder / "store", "--workers", str(workers))
    held, files = len(open_store(folder / "store", read_only=True)), len(found(paths))
    rates = f"{files / ran.seconds:.0f}; {size / ran.seconds:.2f}; {held / ran.seconds:,.0f}"
    report("files; of them read", f"{files:,}; {len(reads):,} ({size:.0f} MB)")
    report(f"first build ({held:,} quads), exit code {ran.code}", both(ran.seconds, ran.work))
    report("files/s; MB/s; triples/s", rates)
    report("peak memory, all processes", f"{ran.peak / MEGABYTE:.0f} MB")
    report("reading alone, one process", both(*reading))
    report("one bulk load of the same quads alone", both(*loading))
    bound = [2 * (one + other) for one, other in zip(reading, loading, strict=True)]
    report("bound: twice both together", both(*bound))
    report(
        "the build beside the bound", f"{ran.seconds / bound[0]:.2f} × ({ran.work / bound[1]:.2f} × in processor time)"
    )
    return ran


def again(paths: list[Path], folder: Path, workers: int, first: Ran) -> None:
    """Build once more with nothing changed."""
    ran = run("build", *paths, "--store", folder / "store", "--workers", str(workers))
    share = f"{ran.seconds / first.seconds:.1%} of the first; {ran.work / first.work:.1%} in processor time"
    report("again, nothing changed", f"{both(ran.seconds, ran.work)}: {share}")


def one_changed(paths: list[Path], folder: Path) -> None:
    """Change one file of a store that is up to date."""
    copied = [Path(shutil.copytree(path, folder / "changing" / path.name)) for path in paths]
    run("build", *copied, "--store", folder / "store", "--prune")
    victim = next(path for path in readable(copied) if path.suffix == ".xml")
    victim.write_bytes(victim.read_bytes().replace(b"Recalling", b"Reaffirming"))
    ran = run("build", *copied, "--store", folder / "store")
    report("one file changed", both(ran.seconds, ran.work))


def four_times(paths: list[Path], workers: int) -> None:
    """The corpus under new numbers, once and four times over: is more memory needed?"""
    once, peaks = len(readable(paths)), []
    for times in (1, 4):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            copies(paths, folder / "copies", times * once)
            ran = run("build", folder / "copies", "--store", folder / "store", "--workers", str(workers))
        peaks.append(ran.peak)
        figure = f"{both(ran.seconds, ran.work)}, {ran.peak / MEGABYTE:.0f} MB"
        report(f"{times * once:,} readable files ({times} ×)", figure)
    report("memory, four times beside once", f"{peaks[1] / peaks[0]:.2f} ×")


def main() -> None:
    """Measure all of it, into folders that are removed afterwards."""
    given = arguments(__doc__).parse_args()
    paths = folders(given)
    begin("what", "figure")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first = first_build(paths, folder, given.workers)
        again(paths, folder, given.workers, first)
        one_changed(paths, folder)
    four_times(paths, given.workers)


if __name__ == "__main__":
    main()
