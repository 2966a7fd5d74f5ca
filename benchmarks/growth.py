"""How the cost of a build grows with the corpus: python -m benchmarks.growth [--documents 1000,5000,20000].

The corpus under other numbers until there are so many documents, built anew each time; a table, and a plot beside this
file.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpora import arguments, copies, folders
from benchmarks.measured import MEGABYTE, Ran, begin, report, run
from kg.store import open_store

PLOT = Path(__file__).with_name("growth.svg")


@dataclass(frozen=True, slots=True)
class Point:
    """One size of the corpus: its files, their bytes, the quads that came of them, and the two builds."""

    files: int
    size: int
    quads: int
    first: Ran
    again: Ran


def measured(paths: list[Path], files: int, workers: int) -> Point:
    """Build a corpus of so many files, and build it again."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        size = copies(paths, folder / "copies", files)
        command = ("build", folder / "copies", "--store", folder / "store", "--workers", str(workers))
        first, second = run(*command), run(*command)
        return Point(files, size, len(open_store(folder / "store", read_only=True)), first, second)


def row(point: Point) -> tuple[str, ...]:
    first, again = point.first, point.again
    return (
        f"{point.files:,}",
        f"{point.size / MEGABYTE:.0f} MB",
        f"{point.quads:,}",
        f"{first.seconds:.0f} s",
        f"{first.work:.0f} s",
        f"{1000 * first.work / point.files:.1f} ms",
        f"{first.peak / MEGABYTE:.0f} MB",
        f"{again.seconds:.1f} s ({again.work:.1f} s)",
    )


def plot(points: list[Point]) -> None:
    """Processor time and memory over the number of documents."""
    import matplotlib as mpl
    from matplotlib import pyplot

    mpl.rcParams.update({"svg.hashsalt": "growth", "font.size": 9})
    figure, (left, right) = pyplot.subplots(1, 2, figsize=(8, 3))
    files = [0, *(point.files for point in points)]
    left.plot(files, [0, *(point.first.work for point in points)], "o-", label="first build")
    left.plot(files, [0, *(point.again.work for point in points)], "s--", label="again, nothing changed")
    left.set(xlabel="documents", ylabel="processor time, seconds")
    left.legend(frameon=False)
    right.plot(files[1:], [point.first.peak / MEGABYTE for point in points], "o-")
    right.set(xlabel="documents", ylabel="peak memory, MB", xlim=(0, None), ylim=(0, None))
    for axes in (left, right):
        axes.spines[["top", "right"]].set_visible(False)
    figure.tight_layout()
    figure.savefig(PLOT, metadata={"Date": None})


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument("--documents", default="1000,5000,20000", help="how many, separated by commas")
    given = parser.parse_args()
    paths = folders(given)
    begin(
        "documents", "read", "quads", "first build", "processor time", "a document", "peak memory", "again (processor)"
    )
    points = []
    for files in map(int, given.documents.split(",")):
        points.append(measured(paths, files, given.workers))
        report(*row(points[-1]))
    plot(points)


if __name__ == "__main__":
    main()
