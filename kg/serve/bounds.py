"""What one request may take, and what the application allows."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Bounds:
    """Limits of one answer. `seconds` is the time of one question, `patience` that for which it waits for a worker.

    `rows` bounds rows and triples, `answer_bytes` the text of an answer, `request_bytes` the body of a request,
    `memory` the bytes that a worker may take for an answer. Of `workers` processes, one is kept from the SPARQL
    endpoint where there are two or more, so that pages are answered while it is busy.
    """

    seconds: float = 10.0
    rows: int = 10_000
    answer_bytes: int = 16 << 20
    request_bytes: int = 128 << 10
    memory: int = 2 << 30
    workers: int = 4
    patience: float = 20.0


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the application listens and how it is called: `hosts` are names besides those of this machine.

    `root_path` is the path under which a reverse proxy shows it ("/kg", "" for none).
    """

    host: str = "127.0.0.1"
    port: int = 8000
    hosts: tuple[str, ...] = ()
    root_path: str = ""
    bounds: Bounds = field(default_factory=Bounds)
