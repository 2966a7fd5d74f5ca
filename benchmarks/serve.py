"""Clients that ask `kg serve` all at once for a while: errors, how long answers take, and the memory before and after.

    python -m benchmarks.serve [--store FOLDER] [--clients 8] [--seconds 60] [--runaway]

Each client goes through pages, searches, catalogue queries and SPARQL in turn; with --runaway one more sends a query
that never ends, again and again.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import httpx

ROOT = Path(__file__).resolve().parent.parent
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
SELECT = "SELECT ?o (COUNT(DISTINCT ?s) AS ?n) { ?s kg:reaffirms ?o } GROUP BY ?o ORDER BY DESC(?n) LIMIT 50"
CONSTRUCT = "CONSTRUCT { ?s kg:recalls ?o } WHERE { ?s kg:recalls ?o } LIMIT 500"
ASKED = {
    "home": "",
    "search": "search?q=sustainable",
    "suggest": "suggest?q=62/",
    "instrument": "instrument/A/RES/33/134",
    "query": "queries/most-cited?limit=20",
    "SELECT": f"sparql?query={quote(SELECT)}",
    "CONSTRUCT": f"sparql?query={quote(CONSTRUCT)}",
    "ASK": f"sparql?query={quote('ASK { ?s kg:endorses ?o }')}",
}
PERCENTILES = (50, 95, 99)


class Tally:
    """Seconds by what was asked for, and statuses; shared by the clients."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, list[float]] = defaultdict(list)
        self.statuses: Counter[str] = Counter()
        self._lock = threading.Lock()

    def add(self, name: str, status: str, seconds: float) -> None:
        """Note an answer."""
        with self._lock:
            self.statuses[f"{name if status != '200' else 'all'}: {status}"] += 1
            self.seconds[name].append(seconds)


@contextmanager
def server(store: Path | None, timeout: float) -> Iterator[tuple[str, int]]:
    """A server on a free port: its address and the number of its process."""
    arguments = ["--port", "0", "--timeout", str(timeout), *(["--store", str(store)] if store else [])]
    command = [sys.executable, "-c", "from kg.cli import main; main()", "serve", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stderr is not None
        said = process.stderr.readline()
        found = re.search(r"http://\S+/", said)
        if found is None:
            raise SystemExit(said + process.stderr.read())
        try:
            yield found[0], process.pid
        finally:
            process.terminate()


def memory(pid: int) -> tuple[float, float]:
    """Megabytes of their own that the server's process and its workers together hold, as Linux counts them."""
    threads = Path(f"/proc/{pid}/task").iterdir()
    children = [child for thread in threads for child in (thread / "children").read_text().split()]
    return _own(str(pid)), sum(map(_own, children))


def _own(pid: str) -> float:
    found = re.search(r"RssAnon:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


def ask(address: str, tally: Tally, end: float, offset: int) -> None:
    """One client."""
    names = list(ASKED)
    with httpx.Client(timeout=120) as client:
        turn = offset
        while time.monotonic() < end:
            name = names[turn % len(names)]
            turn += 1
            _note(client, address + ASKED[name], name, tally)


def run_away(address: str, tally: Tally, end: float) -> None:
    """The client whose query never ends."""
    with httpx.Client(timeout=120) as client:
        while time.monotonic() < end:
            _note(client, f"{address}sparql?query={quote(RUNAWAY)}", "runaway", tally)


def _note(client: httpx.Client, url: str, name: str, tally: Tally) -> None:
    begun = time.monotonic()
    try:
        status = str(client.get(url).status_code)
    except httpx.HTTPError as error:
        status = type(error).__name__
    tally.add(name, status, time.monotonic() - begun)


def soak(address: str, clients: int, seconds: float, *, runaway: bool) -> Tally:
    """All clients for so many seconds."""
    tally, end = Tally(), time.monotonic() + seconds
    threads = [threading.Thread(target=ask, args=(address, tally, end, number)) for number in range(clients)]
    if runaway:
        threads.append(threading.Thread(target=run_away, args=(address, tally, end)))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tally


def percentile(values: list[float], percent: int) -> float:
    """The value that so many percent do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--store", type=Path)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--timeout", type=float, default=10.0)
    parser.add_argument("--runaway", action="store_true")
    options = parser.parse_args()
    with server(options.store, options.timeout) as (address, pid):
        soak(address, options.clients, min(10.0, options.seconds), runaway=False)  # caches fill
        before = memory(pid)
        tally = soak(address, options.clients, options.seconds, runaway=options.runaway)
        after = memory(pid)
    total = sum(map(len, tally.seconds.values()))
    print(f"{options.clients} clients, {options.seconds:g} s: {total} answers")
    for status, count in sorted(tally.statuses.items()):
        print(f"  {status:28} {count:6}")
    print(f"  {'seconds':14}" + "".join(f"{f'{each} %':>9}" for each in PERCENTILES) + f"{'count':>9}")
    for name, values in tally.seconds.items():
        shown = "".join(f"{percentile(values, each):9.3f}" for each in PERCENTILES)
        print(f"  {name:14}{shown}{len(values):9}")
    print(f"  memory, MB: server {before[0]:.0f} before, {after[0]:.0f} after; workers {before[1]:.0f}, {after[1]:.0f}")


if __name__ == "__main__":
    main()
