"""Real SPARQL servers on loopback, started for the tests and stopped after them."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import urllib3

from kg.store.remote import Credentials, RemoteStore, open_server

PATIENCE = 120
"""Seconds that a server may take to answer for the first time, on a machine that does much else."""

_VIRTUOSO_INI = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql_port}
DisableUnixSocket = 1
ServerThreads = 10
CheckpointInterval = 0
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = {folder}
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = {most_rows}
"""


@dataclass(frozen=True, slots=True)
class Engine:
    """A server that runs: the URL that a person would type, and who may write."""

    name: str
    url: str
    environment: dict[str, str]
    most_rows: int | None = None

    def store(self) -> RemoteStore:
        """The store behind it."""
        return open_server(self.url, credentials=Credentials.from_environment(self.environment))

    def clear(self) -> None:
        """Remove what tests put there."""
        store = self.store()
        for graph in store.graphs():
            if graph.startswith(("https://w3id.org/instrument-kg/", "http://example.org/")):
                store.remove_graph(graph)
        store.remove_graph("https://w3id.org/instrument-kg/pushed")


@contextmanager
def oxigraph(folder: Path, port: int | None = None) -> Iterator[Engine]:
    """The Oxigraph server, which keeps its data in a folder."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    if program is None:
        pytest.skip("needs the Oxigraph server (pip install oxigraph)")
    port = port or free_port()
    command = [program, "serve", "--location", str(folder / "data"), "--bind", f"127.0.0.1:{port}"]
    with _running(command, folder, f"http://127.0.0.1:{port}/query?query=ASK%7B%7D"):
        yield Engine("oxigraph", f"http://127.0.0.1:{port}", {})


@contextmanager
def virtuoso(folder: Path, most_rows: int = 10_000) -> Iterator[Engine]:
    """Virtuoso, with its usual limit of rows."""
    program = shutil.which("virtuoso-t")
    if program is None:
        pytest.skip("needs Virtuoso (apt-get install virtuoso-opensource)")
    port = free_port()
    ini = folder / "virtuoso.ini"
    ini.write_text(_VIRTUOSO_INI.format(folder=folder, port=port, sql_port=free_port(), most_rows=most_rows))
    with _running([program, "-f", "-c", str(ini)], folder, f"http://127.0.0.1:{port}/sparql?query=ASK%7B%7D"):
        who = {"KG_STORE_USER": "dba", "KG_STORE_PASSWORD": "dba"}
        yield Engine("virtuoso", f"http://127.0.0.1:{port}/sparql", who, most_rows)


@contextmanager
def _running(command: list[str], folder: Path, probe: str) -> Iterator[None]:
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, cwd=folder)
        try:
            _wait(process, probe, folder)
            yield
        finally:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[bytes], probe: str, folder: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert process.poll() is None, (folder / "output").read_text()
        try:
            if urllib3.request("GET", probe, retries=False, timeout=PATIENCE).status == 200:
                return
        except urllib3.exceptions.HTTPError:
            time.sleep(0.05)
    raise AssertionError(f"{command_name(process)} does not answer")


def command_name(process: subprocess.Popen[bytes]) -> str:
    """The program that a process runs."""
    return str(process.args[0]) if isinstance(process.args, list) else str(process.args)


def free_port() -> int:
    """A port of loopback that nothing listens on."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])
