"""Lines as a file: nothing is lost or added, whatever the size of the reads."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.store.lines import line_file

LINE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n"))


@given(st.lists(LINE), st.integers(1, 40))
def test_reads_give_the_lines_back(lines: list[str], size: int) -> None:
    file = line_file(lines)
    chunks = iter(lambda: file.read(size), b"")
    assert b"".join(chunks) == "".join(f"{line}\n" for line in lines).encode()


def test_lines_are_drawn_as_they_are_read() -> None:
    endless = iter(lambda: "x" * 1000, None)
    assert line_file(endless).read(10) == b"x" * 10
