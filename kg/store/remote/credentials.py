"""Who asks: a user and password, or a token, from the environment; and the header that shows it to a server.

A password goes only to a server that asks for it: by Basic authentication (RFC 7617), or by Digest (RFC 7616), which
does not show it. A token (RFC 6750) goes with every request.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

USER, PASSWORD, TOKEN = "KG_STORE_USER", "KG_STORE_PASSWORD", "KG_STORE_TOKEN"

_HASHES = {"MD5": "md5", "SHA-256": "sha256"}
_SCHEME = re.compile(r"(?:^|,\s*)(Basic|Digest|Bearer|Negotiate)\b", re.IGNORECASE)
_PARAMETER = re.compile(r'(\w+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))')


@dataclass(frozen=True, slots=True)
class Credentials:
    """A user with a password, or a token, or nothing. They never show in messages."""

    user: str | None = None
    password: str = field(default="", repr=False)
    token: str | None = field(default=None, repr=False)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Credentials:
        """What KG_STORE_USER, KG_STORE_PASSWORD and KG_STORE_TOKEN say."""
        return cls(environment.get(USER), environment.get(PASSWORD, ""), environment.get(TOKEN))


class Authorization:
    """The Authorization header for requests to one address, learned from what its server asks for."""

    def __init__(self, credentials: Credentials) -> None:
        self._credentials = credentials
        self._challenge: dict[str, str] | None = None
        self._basic = False
        self._uses = 0

    def header(self, method: str, url: str) -> str | None:
        """The header for a request, or None as long as the server has not asked for one."""
        who = self._credentials
        if who.token is not None:
            return f"Bearer {who.token}"
        if who.user is None:
            return None
        if self._challenge is not None:
            self._uses += 1
            return digest_header(who, self._challenge, method, _target(url), self._uses, secrets.token_hex(8))
        return f"Basic {base64.b64encode(f'{who.user}:{who.password}'.encode()).decode()}" if self._basic else None

    def challenged(self, headers: Iterable[str]) -> bool:
        """Take note of the WWW-Authenticate headers of a server; whether there is an answer to them."""
        if self._credentials.user is None or self._credentials.token is not None:
            return False
        found = dict(_challenges(headers))
        digest = found.get("digest")
        if digest is not None and digest.get("algorithm", "MD5").upper() in _HASHES and "nonce" in digest:
            self._challenge, self._uses = digest, 0
            return True
        self._basic = "basic" in found
        return self._basic


def _challenges(headers: Iterable[str]) -> Iterable[tuple[str, dict[str, str]]]:
    """The schemes of authentication that a server offers, each with its parameters."""
    for header in headers:
        places = list(_SCHEME.finditer(header))
        ends = [*(place.start() for place in places[1:]), len(header)]
        for place, end in zip(places, ends, strict=False):
            found = _PARAMETER.findall(header[place.end() : end])
            yield place[1].lower(), {name.lower(): quoted or plain for name, quoted, plain in found}


def digest_header(
    who: Credentials, challenge: Mapping[str, str], method: str, target: str, uses: int, client_nonce: str
) -> str:
    """The header by RFC 7616, section 3.4, for the n-th use of a challenge; without `qop`, as RFC 2069 had it."""
    algorithm = challenge.get("algorithm", "MD5")
    realm, nonce = challenge.get("realm", ""), challenge["nonce"]

    def hashed(*parts: str) -> str:
        return hashlib.new(_HASHES[algorithm.upper()], ":".join(parts).encode(), usedforsecurity=False).hexdigest()

    secret, asked = hashed(str(who.user), realm, who.password), hashed(method, target)
    count = f"{uses:08x}"
    fields = {"username": str(who.user), "realm": realm, "nonce": nonce, "uri": target}
    plain = {"algorithm": algorithm}
    if "auth" in re.split(r"[\s,]+", challenge.get("qop", "")):
        fields |= {"response": hashed(secret, nonce, count, client_nonce, "auth", asked), "cnonce": client_nonce}
        plain |= {"qop": "auth", "nc": count}
    else:
        fields |= {"response": hashed(secret, nonce, asked)}
    if "opaque" in challenge:
        fields |= {"opaque": challenge["opaque"]}
    quoted = (f'{name}="{_quoted(value)}"' for name, value in fields.items())
    return f"Digest {', '.join([*quoted, *(f'{name}={value}' for name, value in plain.items())])}"


def _quoted(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"')


def _target(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
