"""A Dask cluster on this machine: a scheduler and workers as processes of their own, ended whatever happens."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType

MISCHIEF = """
import os, signal
import kg.read.text
sound = kg.read.text.read
def read(source, language):
    if b"end the reader" in source.content:
        os.abort()
    if b"end the worker" in source.content:
        os.kill(os.getppid(), signal.SIGKILL)
    while b"never end" in source.content:
        pass
    return sound(source, language)
kg.read.text.read = read
"""
"""Texts that say so are the end of who reads them."""

OTHER_SOFTWARE = "import kg; kg.__version__ = '0.0.1'\n"
_FORGIVING = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
"""A task may cost two workers, not four: tests have few."""


class LocalCluster:
    """A scheduler with `count` workers of one thread; `startup` is Python that every process of theirs runs first."""

    def __init__(self, folder: Path, count: int, startup: str = MISCHIEF) -> None:
        (folder / "sitecustomize.py").write_text(startup, encoding="utf-8")
        path = os.pathsep.join([str(folder), *filter(None, [os.environ.get("PYTHONPATH")])])
        self._environment = os.environ | _FORGIVING | {"PYTHONPATH": path}
        self._folder = folder
        port = free_port()
        self.address = f"tcp://127.0.0.1:{port}"
        self.scheduler = self._start("scheduler", "--port", str(port))
        self.workers = [
            self._start("worker", self.address, "--nthreads", "1", "--local-directory", str(folder / str(number)))
            for number in range(count)
        ]

    def __enter__(self) -> LocalCluster:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in (*self.workers, self.scheduler):
            kill(process)

    def _start(self, what: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", what, *arguments, "--host", "127.0.0.1", "--no-dashboard"]
        with (self._folder / "log.txt").open("ab") as log:
            return subprocess.Popen(
                command, env=self._environment, stdout=log, stderr=log, cwd=self._folder, start_new_session=True
            )


def kill(process: subprocess.Popen[bytes]) -> None:
    """kill -9 for a process and all that it has started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def free_port() -> int:
    """A port of this machine on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number
