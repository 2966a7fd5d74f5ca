"""The pool: every task is answered, whatever becomes of the processes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from kg import languages
from kg.build.workers import Lost, Pool
from kg.errors import KgError

SLEEP = "__import__('time').sleep(600)"
ABORT = "__import__('os').abort()"
EXIT = "__import__('os')._exit(7)"


def answers(tasks: list[str], *, count: int = 2, limit: float = 60) -> dict[str, object]:
    """What comes of Python expressions."""
    pool: Pool[str, object] = Pool(eval, dict, count=count, limit=limit)
    with closing(pool):
        return dict(pool.run(iter(tasks)))


@pytest.mark.parametrize("count", [1, 3])
def test_every_task_is_answered(count: int) -> None:
    assert answers([f"{number} + 1" for number in range(50)], count=count) == {
        f"{number} + 1": number + 1 for number in range(50)
    }


def test_a_process_that_dies_costs_only_its_task() -> None:
    came = answers([*map(str, range(10)), ABORT, EXIT, *map(str, range(10, 20))])
    assert {number: came[str(number)] for number in range(20)} == {number: number for number in range(20)}
    assert came[ABORT] == Lost("the process that read it died (signal 6)")
    assert came[EXIT] == Lost("the process that read it died (exit code 7)")


def test_a_task_that_was_lost_by_accident_is_tried_again(tmp_path_factory: pytest.TempPathFactory) -> None:
    mark = tmp_path_factory.mktemp("mark") / "been"
    first = f"(p := __import__('pathlib').Path({str(mark)!r})).exists() or p.touch()"
    once = f"5 if {first} else __import__('os')._exit(1)"
    assert answers([once, "1"]) == {once: 5, "1": 1}


def test_a_task_that_takes_forever_is_ended() -> None:
    came = answers(["1", SLEEP, "2", "3", "4", "5", "6", "7"], count=1, limit=3)
    assert came.pop(SLEEP) == Lost("takes longer than 3 seconds")
    assert came == {str(number): number for number in range(1, 8)}


def test_tasks_are_taken_as_they_are_needed() -> None:
    taken = []

    def tasks() -> Iterator[str]:
        for number in range(100):
            taken.append(number)
            yield str(number)

    pool: Pool[str, object] = Pool(eval, dict, count=2, limit=60)
    with closing(pool):
        next(iter(pool.run(tasks())))
        assert len(taken) < 20


def test_a_process_that_cannot_be_prepared_says_why() -> None:
    pool: Pool[str, object] = Pool(eval, partial(languages.load, "tlh"), count=1, limit=60)
    with closing(pool), pytest.raises(KgError, match="tlh"):
        list(pool.run(iter(["1"])))


def test_a_process_that_dies_before_it_is_ready() -> None:
    import os

    pool: Pool[str, object] = Pool(eval, os.abort, count=1, limit=60)
    with closing(pool), pytest.raises(KgError, match="could not be started"):
        list(pool.run(iter(["1"])))


def test_a_process_that_dies_once_before_it_is_ready_costs_nothing(tmp_path: Path) -> None:
    mark = str(tmp_path / "been")
    once = f"(p := __import__('pathlib').Path({mark!r})).exists() or p.touch() or __import__('os').abort()"
    pool: Pool[str, object] = Pool(eval, partial(eval, once), count=2, limit=60)
    with closing(pool):
        assert sorted(made for _, made in pool.run(map(str, range(9)))) == list(range(9))  # type: ignore[type-var]
