"""What is shown to a server that asks who it is, against the examples of the RFCs."""

from __future__ import annotations

import pytest

from kg.store.remote.credentials import Authorization, Credentials, digest_header

MUFASA = Credentials("Mufasa", "Circle of Life")
NONCE = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v"
CLIENT_NONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"
URL = "http://www.example.org/dir/index.html"


@pytest.mark.parametrize(
    ("algorithm", "response"),
    [
        ("MD5", "8ca523f5e9506fed4657c9700eebdbec"),
        ("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
    ],
)
def test_digest_as_rfc_7616_has_it(algorithm: str, response: str) -> None:
    """Section 3.9.1."""
    challenge = {"realm": "http-auth@example.org", "nonce": NONCE, "qop": "auth, auth-int", "algorithm": algorithm}
    header = digest_header(MUFASA, challenge, "GET", "/dir/index.html", 1, CLIENT_NONCE)
    assert f'response="{response}"' in header
    assert "nc=00000001" in header


def test_digest_without_qop_as_rfc_2069_has_it() -> None:
    """Section 2.4, with the correction of erratum 749."""
    challenge = {"realm": "testrealm@host.com", "nonce": "dcd98b7102dd2f0e8b11d0f600bfb0c093", "opaque": "5ccc"}
    who = Credentials("Mufasa", "CircleOfLife")
    header = digest_header(who, challenge, "GET", "/dir/index.html", 1, CLIENT_NONCE)
    assert 'response="1949323746fe6a43ef61f9606e7febea"' in header
    assert 'opaque="5ccc"' in header
    assert "qop" not in header


def test_every_use_of_a_challenge_is_counted_and_a_new_one_begins_anew() -> None:
    asked = Authorization(MUFASA)
    for nonce in ("1", "2"):
        assert asked.challenged([f'Digest realm="r", nonce="{nonce}", qop="auth"'])
        for count in (1, 2):
            header = asked.header("GET", URL)
            assert header is not None
            assert f'nonce="{nonce}"' in header
            assert f"nc={count:08x}" in header
            assert 'uri="/dir/index.html"' in header


@pytest.mark.parametrize(
    ("headers", "begins"),
    [
        (['Basic realm="a, Digest b"'], "Basic "),
        (['Basic realm="r"', 'Digest realm="r", nonce="n"'], "Digest "),
        (['Digest realm="r", nonce="n", Basic realm="r"'], "Digest "),
        (['Digest realm="r", nonce="n", algorithm=SHA-512-256', 'Basic realm="r"'], "Basic "),
        (["basic"], "Basic "),
        (["Bearer"], None),
        (["Digest realm=r"], None),
        ([""], None),
        ([], None),
    ],
)
def test_the_best_scheme_that_is_offered(headers: list[str], begins: str | None) -> None:
    asked = Authorization(MUFASA)
    assert asked.challenged(headers) is (begins is not None)
    header = asked.header("GET", URL)
    assert header is None if begins is None else str(header).startswith(begins)


def test_nothing_is_shown_without_credentials() -> None:
    asked = Authorization(Credentials())
    assert not asked.challenged(['Basic realm="r"'])
    assert asked.header("GET", URL) is None


def test_names_with_quotes_cannot_break_out() -> None:
    header = digest_header(Credentials('a", b="\\', "p"), {"nonce": "n"}, "GET", "/", 1, "c")
    assert r'username="a\", b=\"\\"' in header


def test_environment() -> None:
    found = Credentials.from_environment({"KG_STORE_USER": "u", "KG_STORE_PASSWORD": "p", "KG_STORE_TOKEN": "t"})
    assert found == Credentials("u", "p", "t")
    assert repr(found) == "Credentials(user='u')"
    assert Credentials.from_environment({}) == Credentials()
