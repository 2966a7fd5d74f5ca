"""What the README shows is what the program prints, and what it links to is there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from kg.cli import main
from tests.commands import kg

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("README.md", "CONTRIBUTING.md", "benchmarks/README.md")
CONSOLE = re.compile(r"^```console\n\$ kg (?P<command>[^\n]*)\n(?P<answer>.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?P<target>[^)#]+)[^)]*\)")
PICTURE_BYTES = 200_000


def text(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def lines(printed: str) -> list[str]:
    """What the eye sees: no blanks at line ends, no empty lines around."""
    return [line.rstrip() for line in printed.strip("\n").splitlines() if line.strip()]


@pytest.mark.parametrize("shown", list(CONSOLE.finditer(text("README.md"))), ids=lambda match: match["command"])
def test_answers_are_those_of_the_program(shown: re.Match[str]) -> None:
    ran = kg(*shlex.split(shown["command"]))
    assert (ran.code, ran.err) == (0, "")
    assert lines(ran.out) == lines(shown["answer"])


def test_every_command_is_in_the_table() -> None:
    named = re.findall(r"^\| `kg (\w+)", text("README.md"), re.MULTILINE)
    assert sorted(named) == sorted(main.commands)


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    targets = [match["target"] for match in LINK.finditer(text(page))]
    local = [target for target in targets if "://" not in target]
    assert [target for target in local if not ((ROOT / page).parent / target).exists()] == []


def test_the_picture_is_small() -> None:
    assert 0 < (ROOT / "docs" / "picture.png").stat().st_size < PICTURE_BYTES
