"""Answers that are none: what is wrong, said to people and to programs."""

from __future__ import annotations

from collections.abc import Mapping

from kg.serve.bounds import Bounds


class RefusalError(Exception):
    """A request that is not answered: an HTTP status, one line that says why, and headers that belong to it."""

    def __init__(self, status: int, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(status, message, dict(headers or {}))  # these travel from a worker to the application
        self.status, self.message, self.headers = status, message, dict(headers or {})

    def __str__(self) -> str:
        return self.message


def too_long(bounds: Bounds) -> RefusalError:
    """The time limit was met. 504, for the process that answers did not do so in time."""
    return RefusalError(504, f"not answered within {bounds.seconds:g} seconds, and stopped; ask for less at a time")


def too_many_rows(rows: int) -> RefusalError:
    """422: the request is understood, its answer is beyond what is given at once."""
    return RefusalError(422, f"the answer has more than {rows:,} rows; ask for it in parts, with LIMIT and OFFSET")


def too_large(size: int) -> RefusalError:
    """422, as for rows."""
    return RefusalError(422, f"the answer is larger than {size:,} bytes; ask for less at a time")


def broken_off(bounds: Bounds) -> RefusalError:
    """The process that answered died: nearly always because it was denied memory."""
    return RefusalError(
        422, f"the answer was broken off: it may need more than {bounds.memory >> 20:,} MB of memory; ask for less"
    )


def busy() -> RefusalError:
    """No worker came free in time."""
    return RefusalError(503, "all workers are busy; try again in a moment", {"Retry-After": "5"})
