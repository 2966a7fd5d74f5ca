"""The page as a text: determinism, focus, errors."""

from __future__ import annotations

import json
import re
from collections import Counter
from html.parser import HTMLParser

import pytest

from kg.errors import NetworkError
from kg.network import Network
from kg.view import graph_page


class _Tags(HTMLParser):
    """Counts the elements of a page and collects event handlers in attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.count: Counter[str] = Counter()
        self.handlers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.count[tag] += 1
        self.handlers += [name for name, _ in attrs if name.startswith("on")]


def test_the_same_network_gives_the_same_bytes(decades: Network, sixty: Network) -> None:
    for network in (decades, sixty):
        assert graph_page(network, title="A title") == graph_page(network.copy(), title="A title")


def test_the_page_names_no_place_to_fetch_from(decades: Network) -> None:
    html = graph_page(decades, title="A title")
    markup = re.sub(r"<(script|style)\b[^>]*>.*?</\1>", "", html, flags=re.DOTALL)
    assert re.findall(r"(?:src|href)=\"(?!data:)", markup) == []
    assert "sourceMappingURL" not in html


def test_hostile_text_is_nowhere_in_the_markup(hostile: Network) -> None:
    html = graph_page(hostile, title="</title><script>window.hit=4</script>")
    tags = _Tags()
    tags.feed(html)
    assert tags.count["script"] == 6
    assert tags.count["img"] == 0
    assert tags.handlers == []


@pytest.mark.parametrize(
    ("focus", "expected"), [("A/RES/57/263", "A/RES/57/263"), ("secretary-general", "secretary-general")]
)
def test_focus(decades: Network, focus: str, expected: str) -> None:
    html = graph_page(decades, title="A title", focus=focus)
    block = re.search(r'id="data">(.*?)</script>', html)
    assert block
    data = json.loads(block[1])
    assert data["nodes"]["identity"][data["focus"]] == expected


def test_an_unknown_focus_is_an_error(decades: Network) -> None:
    with pytest.raises(NetworkError, match="no node 'A/RES/1/1'"):
        graph_page(decades, title="A title", focus="A/RES/1/1")
