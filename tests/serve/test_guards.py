"""What stands before every route: hosts, sizes, headers."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from kg.serve.bounds import Bounds, Settings
from kg.serve.guards import POLICY, policy_of
from kg.serve.question import FORM

from .conftest import Client, client_of

HOSTS = [
    ("localhost", True),
    ("LOCALHOST:8000", True),
    ("127.0.0.1", True),
    ("127.0.0.1:8000", True),
    ("[::1]:8000", True),
    ("192.0.2.7:80", True),
    ("graph.example.org", True),
    ("Graph.Example.org:443", True),
    ("evil.example", False),
    ("localhost.evil.example", False),
    ("127.0.0.1.evil.example", False),
    ("localhost:8000.evil.example", False),
    ("evil.example:127.0.0.1", False),
    ("", False),
]


@pytest.fixture(scope="module")
def named(sample: Path) -> Iterator[Client]:
    settings = Settings(
        hosts=("graph.example.org",), root_path="/kg", bounds=Bounds(seconds=60, workers=1, request_bytes=5000)
    )
    with client_of(sample, settings) as found:
        yield found


@pytest.mark.parametrize(("host", "ours"), HOSTS)
def test_hosts(named: Client, host: str, ours: bool) -> None:
    assert named.get("/kg/", headers={"Host": host}).status_code == (200 if ours else 421)


@pytest.mark.parametrize("path", ["/", "/search?q=a", "/nothing", "/queries", "/static/site.css", "/queries/nothing"])
def test_every_answer_binds_the_browser(client: Client, path: str) -> None:
    headers = client.get(path, "text/html").headers
    assert headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers


def test_the_editor_may_run_no_other_scripts(client: Client) -> None:
    policy = client.get("/sparql", "text/html").headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "default-src 'none'" in policy


@pytest.mark.parametrize("page", ["read", "graph"])
def test_pages_with_scripts_of_their_own_are_bound_to_these(client: Client, page: str) -> None:
    policy = client.get(f"/{page}/A/RES/62/209").headers["content-security-policy"]
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert "'sha256-" in scripts
    assert "unsafe" not in scripts
    assert policy.endswith("frame-ancestors 'none'")


def test_a_page_that_states_no_policy_gets_the_strict_one() -> None:
    assert policy_of("<p>nothing") == POLICY


def test_large_requests_are_refused(named: Client) -> None:
    assert named.post("/kg/sparql", content=b"query=" + b"a" * 6000, headers={"Content-Type": FORM}).status_code == 413


def test_large_requests_of_unstated_length_are_refused(named: Client) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b"a" * 100

    assert named.post("/kg/sparql", content=pieces(), headers={"Content-Type": FORM}).status_code == 413


def test_links_stay_below_the_path_of_the_proxy(named: Client) -> None:
    for path in ("/kg/", "/kg/instrument/A/RES/62/209", "/kg/search?q=south", "/kg/queries/cites"):
        text = named.get(path, "text/html").text
        assert 'href="/kg/' in text
        assert 'href="/instrument' not in text
        assert 'action="/s' not in text
    assert named.get("/kg/instrument/62/209").headers["location"] == "/kg/instrument/A/RES/62/209"
