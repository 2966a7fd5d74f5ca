"""Running commands as tests do: in this process, with what they wrote kept apart by stream."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from kg.cli import main

PREFIX = "kg: "


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command did: its exit code, and what it wrote where."""

    code: int
    out: str
    err: str


def kg(*arguments: str | Path) -> Ran:
    """Run a command in this process. Anything that is no clean exit fails the test: a user would see a traceback."""
    result = CliRunner().invoke(main, [str(each) for each in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ran(result.exit_code, result.stdout_bytes.decode(), result.stderr)


def refusal(ran: Ran) -> str:
    """The one line that says what was wrong; nothing else may have been printed."""
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(PREFIX)
    assert ran.err.count("\n") == 1
    return ran.err.removeprefix(PREFIX).rstrip("\n")
