"""Reader pages as files that link to each other."""

from __future__ import annotations

import re

import pytest

from kg import pipeline
from kg.model import Kind
from kg.network import Node, build, nodes
from kg.pipeline import put
from kg.view import file_names, reader_files
from tests.texts import reading


def _node(iri: str, identity: str, *, read: bool = True) -> Node:
    return Node(iri, identity, "", Kind.RESOLUTION, None, None, 0, read)


@pytest.mark.parametrize(
    ("identities", "names"),
    [
        (["A/RES/62/209"], ["a-res-62-209.html"]),
        (["A/RES/1/1", "A/RES/1-1", "A-RES-1-1"], ["a-res-1-1.html", "a-res-1-1_2.html", "a-res-1-1_3.html"]),
        (["S/RES/1325(2000)"], ["s-res-1325-2000.html"]),
        (["../../etc/passwd"], ["etc-passwd.html"]),
        (["x" * 300], [f"{'x' * 100}.html"]),
    ],
)
def test_file_names(identities: list[str], names: list[str]) -> None:
    listed = [_node(f"urn:{number}", identity) for number, identity in enumerate(identities)]
    assert list(file_names(listed).values()) == names


def test_only_what_was_read_has_a_file() -> None:
    assert file_names([_node("urn:a", "A/RES/1/1", read=False)]) == {}


def test_files_link_to_each_other_and_back() -> None:
    store = pipeline.sample_store()
    put(store, reading("Recalling its resolutions 62/209 of 19 December 2007 and 33/134 of 19 December 1978,"))
    names = file_names(nodes(build(store.inner)))
    pages = dict(reader_files(store.inner, names, home="../graph.html"))
    assert sorted(pages) == ["a-res-62-209.html", "a-res-70-301.html"]
    hrefs = set(re.findall(r'href="([^"]*)"', pages["a-res-70-301.html"]))
    assert {"a-res-62-209.html", "https://undocs.org/A/RES/33/134", "../graph.html"} <= hrefs
    assert "a-res-70-301.html" in pages["a-res-62-209.html"]
