"""Bytes to text: encodings that are read, and what is refused with its reason."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.read import Source, read_source
from kg.read.source import decode
from kg.read.strand import join, plain, strand

TEXT = "62/301. Île “Boats”\n\nThe General Assembly,\n\n1. Notes – in brief – boats.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_that_are_read(encoding: str) -> None:
    assert decode(Source("text.txt", TEXT.encode(encoding))) == TEXT


BAD: dict[str, tuple[bytes | str, str]] = {
    "empty": (b"", "is empty"),
    "blanks": (b" \n\t\r\n", "is empty"),
    "a mark alone": (b"\xef\xbb\xbf\n", "is empty"),
    "zeros": (b"\x00" * 64, "is empty"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
    "DOCX": (b"PK\x03\x04\x14\x00", "DOCX"),
    "PNG": (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
    "gzip": (b"\x1f\x8b\x08\x00", "gzip"),
    "NUL in the middle": (b"The Assembly " * 2000 + b"\x00", "byte 26000: is no text (binary data)"),
    "control characters": (b"\x01\x02\x03 abc", "byte 0: is no text (binary data)"),
    "half UTF-16": (TEXT.encode("utf-16")[:-1], "is no UTF-16 text"),
    "mixed": (TEXT.encode() + "Île".encode("latin-1"), "is neither UTF-8 nor Windows-1252 text throughout"),
    "undefined in Windows-1252": (b"Boats \x81\x8d afloat", "byte 6: is neither UTF-8 nor Windows-1252"),
    "HTML": (b"<!DOCTYPE html>\n<html><body>404</body></html>", "is HTML or XML, not plain text"),
    "one endless line": (b"the of and " * 100_001, "line 1: is 1,100,011 characters long"),
    "French": ("L’Assemblée générale réaffirme sa résolution et prie le Secrétaire général. " * 20, "English"),
    "Arabic": ("إن الجمعية العامة تؤكد من جديد قرارها السابق وتطلب إلى الأمين العام " * 20, "English"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_refused_is_one_line_with_its_reason(name: str) -> None:
    content, fault = BAD[name]
    with pytest.raises(ReadError) as caught:
        read_source(Source("bad.txt", content.encode() if isinstance(content, str) else content))
    assert fault in str(caught.value)
    assert str(caught.value).startswith("bad.txt")
    assert "\n" not in str(caught.value)


@given(st.binary(max_size=400))
def test_bytes_at_random_are_read_or_refused(content: bytes) -> None:
    for name in ("random.txt", "random.xml"):
        with suppress(ReadError):
            read_source(Source(name, content))


@given(st.text(alphabet="ab \t\xa0\u00ad\u2011-\u200b", max_size=60), st.integers(0, 9))
def test_strands_remember_where_they_came_from(text: str, shift: int) -> None:
    kept = strand(text, shift).strip()
    assert "  " not in kept.text
    for origin in kept.origins:
        for at in range(origin.length):
            assert kept.text[origin.start + at] == plain(text)[origin.source_start + at - shift]
    half = len(kept.text) // 2
    assert join((kept.slice(0, half), kept.slice(half))) == kept
