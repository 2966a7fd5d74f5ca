"""`kg serve` as a process of its own, asked over the network by clients that others wrote."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper

from tests.commands import kg, refusal

from .conftest import Server, serving
from .test_bounds import RUNAWAY

RESOLUTION = URIRef("https://undocs.org/A/RES/62/209")
REAFFIRMS = URIRef("https://w3id.org/instrument-kg/ns#reaffirms")
PLAN = "https://undocs.org/A/RES/33/134"
SELECT = "SELECT ?cited WHERE { <https://undocs.org/A/RES/62/209> kg:reaffirms ?cited }"
CONSTRUCT = "CONSTRUCT { ?s kg:reaffirms ?o } WHERE { ?s kg:reaffirms ?o }"


def test_rdflib_reads_it_as_a_store(server: Server) -> None:
    graph = Graph(SPARQLStore(f"{server.address}sparql"))
    assert URIRef(PLAN) in set(graph.objects(RESOLUTION, REAFFIRMS))
    assert (RESOLUTION, REAFFIRMS, URIRef(PLAN)) in graph
    assert len(list(graph.query("SELECT ?s WHERE { ?s cito:cites ?o } LIMIT 3"))) == 3


@pytest.mark.parametrize("method", ["GET", POST])
@pytest.mark.parametrize("form", [JSON, XML, CSV])
def test_sparqlwrapper_asks(server: Server, form: str, method: str) -> None:
    wrapper = SPARQLWrapper(f"{server.address}sparql")
    wrapper.setQuery(SELECT)
    wrapper.setMethod(method)
    wrapper.setReturnFormat(form)
    answer: Any = wrapper.query().convert()
    assert PLAN in (answer.toxml() if form == XML else answer.decode() if form == CSV else str(answer))


def test_sparqlwrapper_constructs(server: Server) -> None:
    wrapper = SPARQLWrapper(f"{server.address}sparql")
    wrapper.setQuery(CONSTRUCT)
    wrapper.setReturnFormat(TURTLE)
    answer: Any = wrapper.query().convert()
    graph = Graph().parse(data=answer, format="turtle")
    assert (RESOLUTION, REAFFIRMS, URIRef(PLAN)) in graph


@pytest.mark.skipif(shutil.which("curl") is None, reason="needs curl")
@pytest.mark.parametrize(
    "arguments",
    [
        ["-G", "--data-urlencode", f"query={SELECT}"],
        ["--data-urlencode", f"query={SELECT}"],
        ["--header", "Content-Type: application/sparql-query", "--data-binary", SELECT],
        ["-G", "--header", "Accept: text/csv", "--data-urlencode", f"query={SELECT}"],
    ],
)
def test_curl_asks(server: Server, arguments: list[str]) -> None:
    command = ["curl", "--silent", "--fail", *arguments, f"{server.address}sparql"]
    assert PLAN in subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_a_runaway_query_ends_while_others_are_served(server: Server) -> None:
    def ask(query: str) -> httpx.Response:
        return httpx.get(f"{server.address}sparql", params={"query": query}, timeout=60)

    def look(path: str) -> httpx.Response:
        return httpx.get(server.address + path, timeout=60)

    with ThreadPoolExecutor(12) as threads:
        runaways = [threads.submit(ask, RUNAWAY) for _ in range(2)]
        pages = [threads.submit(look, "instrument/A/RES/62/209") for _ in range(4)]
        files = [threads.submit(look, "search?q=south") for _ in range(4)]
        assert [each.result().status_code for each in (*pages, *files)] == [200] * 8
        ended = [each.result() for each in runaways]
    assert [each.status_code for each in ended] == [504, 504]
    assert all("not answered within 5 seconds" in each.text for each in ended)


def test_eight_clients_at_once_get_the_same_answers(server: Server) -> None:
    paths = ("sparql?query=" + SELECT.replace(" ", "%20"), "", "instrument/A/RES/33/134", "queries/documents")

    def answers(_number: int) -> list[bytes]:
        with httpx.Client(timeout=60) as client:
            return [client.get(server.address + path).content for path in paths * 3]

    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(answers, range(8)))
    assert all(each == found[0][: len(paths)] * 3 for each in found)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_without_complaint(sample: Path, how: int) -> None:
    with serving("--store", sample, "--workers", "1") as server:
        assert httpx.get(server.address).status_code == 200
        assert server.end(how) == (0, "")


def test_the_sample_without_a_store() -> None:
    with serving("--workers", "1") as server:
        assert "South-South cooperation" in httpx.get(f"{server.address}instrument/A/RES/62/209").text


def test_it_listens_on_this_machine_alone(server: Server) -> None:
    assert server.address.startswith("http://127.0.0.1:")
    assert httpx.get(server.address, headers={"Host": "evil.example"}).status_code == 421


def test_an_address_in_use_is_told(sample: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert refusal(kg("serve", "--store", sample, "--port", str(port))) == (
            f"cannot listen on 127.0.0.1 port {port}: Address already in use"
        )


def test_no_store_there_is_told(tmp_path: Path) -> None:
    # In a process of its own: the server brings an event loop, and a browser of these tests has one running.
    command = [
        sys.executable,
        "-c",
        "from kg.cli import main; main()",
        "serve",
        "--store",
        str(tmp_path),
        "--port",
        "0",
    ]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, "", f"kg: {tmp_path}: no store there\n")


def test_the_atlas() -> None:
    with serving("--atlas", "--workers", "1", "--timeout", "60") as server:
        assert httpx.get(f"{server.address}instrument/A/RES/33/134", timeout=120).status_code == 200
        assert httpx.get(f"{server.address}read/A/RES/62/209").status_code == 404


def test_a_server_is_not_served_again() -> None:
    told = refusal(kg("serve", "--store", "http://127.0.0.1:9/sparql"))
    assert told == "http://127.0.0.1:9/sparql is a server already: kg serve opens a folder"


@pytest.mark.parametrize("options", ["--root-path kg", "--root-path /kg/", "--workers 0", "--port x", "--timeout 0"])
def test_wrong_usage(options: str) -> None:
    shown = kg("serve", *options.split())
    assert (shown.code, shown.out) == (2, "")


def test_requests_that_are_no_http_end_nothing(server: Server) -> None:
    port = int(server.address.rstrip("/").rpartition(":")[2])
    for noise in (b"\x00" * 100, b"GET / HTTP/9.9\r\n\r\n", b"GET /" + b"a" * 100_000, b"POST /sparql HTTP/1.1\r\n"):
        with socket.create_connection(("127.0.0.1", port)) as connection:
            connection.sendall(noise)
    assert httpx.get(server.address).status_code == 200
