"""Commands run from outside, with what they cost; and the lines of a table in which it is told."""

from __future__ import annotations

import os
import platform
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

MEGABYTE = 1_000_000
COMMAND = (sys.executable, "-c", "from kg.cli import main; main()")
_CHILDREN = "/proc/{0}/task/{0}/children"


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command cost: seconds by the clock and of processor time, bytes at its peak, with all its processes."""

    code: int
    seconds: float
    work: float
    peak: int


def run(*arguments: str | Path, kill_after: float | None = None) -> Ran:
    """Run a command of `kg`, watching its memory; after so many seconds end it with kill -9."""
    begun, peak = time.monotonic(), 0
    process = subprocess.Popen([*COMMAND, *map(str, arguments)], stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    while True:
        ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        if ended:
            break
        peak = max(peak, memory(process.pid))
        if kill_after is not None and time.monotonic() - begun >= kill_after:
            process.send_signal(signal.SIGKILL)
        time.sleep(0.02)
    code = process.returncode = os.waitstatus_to_exitcode(status)
    return Ran(code, time.monotonic() - begun, usage.ru_utime + usage.ru_stime, peak)


def memory(pid: int) -> int:
    """Bytes that a process and its children hold, shared pages counted once (Linux)."""
    try:
        children = Path(_CHILDREN.format(pid)).read_text().split()
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    own = next((int(line.split()[1]) * 1024 for line in rollup.splitlines() if line.startswith("Pss:")), 0)
    return own + sum(memory(int(child)) for child in children)


def report(*cells: str) -> None:
    """One line of the table."""
    print(f"| {' | '.join(cells)} |", flush=True)


def begin(*columns: str) -> None:
    """The machine, how busy it is, and the head of a table."""
    versions = ", ".join(f"{name} {version(name)}" for name in ("pyoxigraph", "rdflib", "lxml"))
    load = f"load before: {os.getloadavg()[0]:.1f}"
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {versions}; {load}\n")
    report(*columns)
    report(*("---" for _ in columns))
