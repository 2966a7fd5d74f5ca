"""A server that fails: what may pass is tried again, all else is one clear line that names the URL and the reason."""

from __future__ import annotations

import pytest

from kg.errors import QueryError, StoreError
from kg.store import Statements, Table, Verdict
from kg.store.remote import Addresses, Credentials, Limits, RemoteStore
from kg.store.remote.transport import Transport
from tests.commands import kg, refusal
from tests.servers.engines import free_port
from tests.servers.fake import Fake, Reply, breaks_off, fake_server, hangs_up, is_silent, never_ends, says

JSON = "application/sparql-results+json"
ROWS = '{"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "literal", "value": "found"}}]}}'
QUERY = "SELECT ?x WHERE { ?x ?y ?z }"
FOUND = says(200, ROWS, JSON)
SECRET = "open sesame"
QUICK = Limits(connect=2, silence=0.3, whole=2, largest=1 << 20, tries=3)


def store(fake: Fake, pauses: list[float] | None = None, credentials: Credentials | None = None) -> RemoteStore:
    transport = Transport(credentials or Credentials(), QUICK, sleep=(pauses if pauses is not None else []).append)
    return RemoteStore(Addresses(f"{fake.url}/sparql", f"{fake.url}/update", f"{fake.url}/graphs"), transport)


def values(answer: object) -> list[str]:
    assert isinstance(answer, Table)
    return [str(term) for row in answer.rows for term in row]


@pytest.mark.parametrize(
    "fault",
    [says(503), says(502), says(504), says(429), hangs_up, breaks_off],
    ids=["503", "502", "504", "429", "hangs up", "breaks off"],
)
def test_what_may_pass_is_tried_again(fault: Reply) -> None:
    pauses: list[float] = []
    with fake_server(fault, fault, FOUND) as fake:
        assert values(store(fake, pauses).ask(QUERY, union=False)) == ['"found"']
    assert len(fake.asked) == 3
    assert pauses == [0.25, 0.5]


@pytest.mark.parametrize(("wanted", "pause"), [("3", 3), ("86400", 20), ("Fri, 31 Dec 1999 23:59:59 GMT", 0.25)])
def test_the_server_may_say_how_long_to_wait_within_reason(wanted: str, pause: float) -> None:
    pauses: list[float] = []
    with fake_server(says(503, headers={"Retry-After": wanted}), FOUND) as fake:
        store(fake, pauses).ask(QUERY, union=False)
    assert pauses == [pause]


FAULTS: list[tuple[str, Reply, str, int]] = [
    ("busy", says(503, "overloaded"), "HTTP 503: overloaded", 3),
    ("hangs up", hangs_up, "the connection broke off", 3),
    ("breaks off", breaks_off, "the connection broke off", 3),
    ("silent", is_silent, "no answer within 0.3 seconds", 1),
    ("fails", says(500, "out of\x1b[31m order\n\nreally"), "HTTP 500: out of [31m order really", 1),
    ("long reason", says(500, "x" * 5000), "HTTP 500: " + "x" * 199 + "…", 1),
    ("page", says(404, "<html>not here</html>", "text/html"), "HTTP 404: refused", 1),
    (
        "elsewhere",
        says(302, headers={"Location": "http://a.test/?key=1"}),
        "answers from elsewhere (http://a.test/)",
        1,
    ),
    ("who", says(401), "credentials wanted: set KG_STORE_USER and KG_STORE_PASSWORD, or KG_STORE_TOKEN", 1),
    ("forbidden", says(403), "HTTP 403: credentials wanted", 1),
    ("endless", never_ends, "the answer is longer than 1,048,576 bytes", 1),
    ("garbage", says(200, "hello", JSON), f"cannot be read as what was asked for (it is {JSON})", 1),
    ("other format", says(200, "<html/>", "text/html"), "cannot be read as what was asked for (it is text/html)", 1),
    ("bytes", says(200, b"\xff\x00\xfe", JSON), "cannot be read as what was asked for", 1),
    ("half", says(200, ROWS[:-20], JSON), "cannot be read as what was asked for", 1),
    ("cut", says(200, ROWS, JSON, {"X-SPARQL-MaxRows": "10000"}), "the server cuts answers at 10000 rows", 1),
    ("late", says(200, ROWS, JSON, {"X-SQL-State": "S1TAT"}), "a part of the answer", 1),
]


@pytest.mark.parametrize(("reply", "reason", "times"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS])
def test_a_fault_is_one_line_with_the_url_and_the_reason(reply: Reply, reason: str, times: int) -> None:
    with fake_server(reply) as fake:
        with pytest.raises(StoreError) as caught:
            values(store(fake).ask(QUERY, union=False))
        line = str(caught.value)
        assert line.startswith(f"{fake.url}/sparql: ")
        assert reason in line
        assert line.isprintable()
        assert len(fake.asked) == times


def test_nobody_listens() -> None:
    fake = Fake(f"http://127.0.0.1:{free_port()}")
    with pytest.raises(StoreError, match=r"/sparql: cannot be reached \(Connection refused\)"):
        store(fake).ask(QUERY, union=False)


def test_a_query_that_the_server_refuses_is_a_fault_of_the_query() -> None:
    with (
        fake_server(says(400, "line 1: no such function")) as fake,
        pytest.raises(QueryError, match="no such function"),
    ):
        store(fake).ask(QUERY, union=False)


@pytest.mark.parametrize(
    "text",
    ["INSERT DATA { <a:a> <a:b> <a:c> }", "# SELECT\nDROP ALL", "PREFIX a: <b:SELECT> CLEAR ALL", "", "LOAD <a:b>"],
)
def test_an_update_is_never_sent_as_a_query(text: str) -> None:
    with fake_server(FOUND) as fake, pytest.raises(QueryError, match="a query begins with SELECT"):
        store(fake).ask(text)
    assert fake.asked == []


@pytest.mark.parametrize("status", [500, 503])
def test_writing_is_tried_again(status: int) -> None:
    with fake_server(says(status), says(204)) as fake:
        store(fake).put_graph("http://example.org/g?a=b&c", ["<a:a> <a:b> <a:c>"])
    assert [(each.method, each.path, each.body) for each in fake.asked] == [
        ("PUT", "/graphs?graph=http%3A%2F%2Fexample.org%2Fg%3Fa%3Db%26c", b"<a:a> <a:b> <a:c> .\n")
    ] * 2


def test_removing_what_is_not_there_is_no_fault() -> None:
    with fake_server(says(404)) as fake:
        store(fake).remove_graph("http://example.org/g")
    with fake_server(says(405)) as fake, pytest.raises(StoreError, match="HTTP 405"):
        store(fake).remove_graph("http://example.org/g")


BASIC, DIGEST = 'Basic realm="kg"', 'Digest realm="kg", nonce="7ypf/xlj9", qop="auth", algorithm=MD5'


@pytest.mark.parametrize(
    ("challenge", "begins"),
    [(BASIC, "Basic bGlicmFyaWFuOm9wZW4gc2VzYW1l"), (DIGEST, 'Digest username="librarian", realm="kg", nonce="7ypf')],
)
def test_a_password_goes_to_who_asks_for_it(challenge: str, begins: str) -> None:
    who = Credentials("librarian", SECRET)
    with fake_server(says(401, headers={"WWW-Authenticate": challenge}), FOUND) as fake:
        asked = store(fake, credentials=who)
        asked.ask(QUERY, union=False)
        asked.ask(QUERY, union=False)
    first, second, third = (each.authorization for each in fake.asked)
    assert first is None
    assert second is not None
    assert second.startswith(begins)
    assert third is not None
    assert third.startswith(begins), "known by now"


def test_a_token_goes_with_every_request() -> None:
    with fake_server(FOUND) as fake:
        store(fake, credentials=Credentials(token=SECRET)).ask(QUERY, union=False)
    assert [each.authorization for each in fake.asked] == [f"Bearer {SECRET}"]


@pytest.mark.parametrize("challenge", [BASIC, DIGEST, "Negotiate", 'Digest realm="kg", nonce="1", algorithm=MD4'])
def test_refused_credentials_are_not_told(challenge: str) -> None:
    who = Credentials("librarian", SECRET)
    with fake_server(says(401, SECRET, headers={"WWW-Authenticate": challenge})) as fake:
        with pytest.raises(StoreError, match="HTTP 401: credentials refused") as caught:
            store(fake, credentials=who).ask(QUERY, union=False)
        assert SECRET not in repr(who) + str(caught.value)
        assert len(fake.asked) <= 2


def test_triples_come_as_n_triples_or_turtle() -> None:
    turtle = "@prefix a: <http://example.org/> . a:a a:b a:c, a:d ."
    with fake_server(says(200, turtle, "text/turtle; charset=utf-8")) as fake:
        answer = store(fake).ask("CONSTRUCT WHERE { ?x ?y ?z }", union=False)
        assert isinstance(answer, Statements)
        assert len(list(answer.triples)) == 2


@pytest.mark.parametrize("value", [True, False])
def test_a_verdict(value: bool) -> None:
    with fake_server(says(200, f'{{"head": {{}}, "boolean": {str(value).lower()}}}', JSON)) as fake:
        assert store(fake).ask("ASK { ?x ?y ?z }", union=False) == Verdict(value)


def test_a_default_graph_that_is_no_union_is_refused() -> None:
    """Wrong rows would be worse: the queries need the union, and this server has no way to it."""
    graph = '{"x": {"type": "uri", "value": "http://example.org/g"}, "y": {"type": "uri", "value": "http://e.org/d"}}'
    named = f'{{"head": {{"vars": ["x", "y"]}}, "results": {{"bindings": [{graph}]}}}}'
    with fake_server(says(200, named, JSON), says(200, '{"head": {}, "boolean": false}', JSON)) as fake:
        with pytest.raises(StoreError, match="its default graph is not the union of its graphs"):
            store(fake).ask(QUERY)
        assert b"union-default-graph=true" in fake.asked[-1].body


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["query", "plans", "--store", "{url}/sparql"], "HTTP 404: gone"),
        (["chain", "62/209", "33/134", "--store", "{url}/sparql"], "HTTP 404: gone"),
        (["network", "--store", "{url}/sparql"], "HTTP 404: gone"),
        (["export", "--format", "nquads", "--store", "{url}/sparql"], "HTTP 404: gone"),
        (["push", "{url}/sparql"], "HTTP 404: gone"),
    ],
)
def test_commands_say_it_in_one_line(arguments: list[str], line: str) -> None:
    with fake_server(says(404, "gone")) as fake:
        ran = kg(*(each.format(url=fake.url) for each in arguments))
        assert refusal(ran) == f"{fake.url}/sparql: {line}"


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("ftp://example.org/", "not the URL of a server: 'ftp://example.org/'"),
        ("http://", "not the URL of a server: 'http://'"),
        ("http://a b/", "not the URL of a server"),
        ("http://example.org:port/", "not the URL of a server"),
        ("http://who:" + SECRET.replace(" ", "-") + "@127.0.0.1:1/", "a URL with a user or password in it"),
    ],
)
def test_what_is_no_url_of_a_server(url: str, fault: str) -> None:
    line = refusal(kg("push", url))
    assert fault in line
    assert SECRET.replace(" ", "-") not in line
