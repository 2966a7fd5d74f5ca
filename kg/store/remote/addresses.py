"""Where a server answers queries, takes updates and keeps graphs: three URLs, found from one where servers agree."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlsplit, urlunsplit

from kg.errors import StoreError

_SCHEMES = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Addresses:
    """The URLs of the SPARQL Protocol for queries and for updates, and of the Graph Store Protocol."""

    query: str
    update: str
    graphs: str

    def graph(self, iri: str) -> str:
        """Where the Graph Store Protocol has a named graph."""
        return f"{self.graphs}{'&' if '?' in self.graphs else '?'}graph={quote(iri, safe='')}"


def is_url(place: str) -> bool:
    """Whether a place that a person typed is a server's URL, not a folder."""
    return place.lower().startswith(_SCHEMES)


def addresses(url: str, update: str | None = None, graphs: str | None = None) -> Addresses:
    """The addresses of the server at `url`; `update` and `graphs`, where given, stand instead of those guessed.

    | `url`                              | queries                | updates         | graphs                    |
    | no path, `/query`                  | `/query`               | `/update`       | `/store`                  |
    | `/sparql`, `/sparql-auth`          | as given               | `/sparql-auth`  | `/sparql-graph-crud-auth` |
    | `/DATASET/sparql`, `…/query`       | as given               | `…/update`      | `…/data`                  |
    | `…/repositories/NAME`              | as given               | `…/statements`  | `…/rdf-graphs/service`    |
    | anything else                      | as given               | as given        | as given                  |

    StoreError for what is no URL of a server, or has a password in it.
    """
    for each in filter(None, (url, update, graphs)):
        _check(each)
    scheme, host, path, query, _ = urlsplit(url)
    path = path or "/query"
    updating, keeping = _beside(path)
    return Addresses(
        query=urlunsplit((scheme, host, path, query, "")),
        update=update or urlunsplit((scheme, host, updating, "", "")),
        graphs=graphs or urlunsplit((scheme, host, keeping, "", "")),
    )


def _beside(path: str) -> tuple[str, str]:
    """The paths for updates and for graphs that stand beside a path for queries."""
    folder, _, name = path.rstrip("/").rpartition("/")
    if path == "/query":
        return "/update", "/store"
    if path in ("/sparql", "/sparql-auth"):
        return "/sparql-auth", "/sparql-graph-crud-auth"
    if name in ("sparql", "query"):
        return f"{folder}/update", f"{folder}/data"
    if folder.endswith("/repositories"):
        return f"{folder}/{name}/statements", f"{folder}/{name}/rdf-graphs/service"
    return path, path


def _check(url: str) -> None:
    shown = url.rpartition("@")[2].partition("?")[0]
    try:
        parts = urlsplit(url)
        right = is_url(url) and bool(parts.hostname) and parts.port != 0
    except ValueError:
        right = False
    if not right or any(char.isspace() or not char.isprintable() for char in url):
        raise StoreError(f"not the URL of a server: {shown[:100]!a}")
    if parts.username is not None or parts.password is not None:
        fault = "a URL with a user or password in it; set KG_STORE_USER and KG_STORE_PASSWORD instead"
        raise StoreError(fault, source=f"{parts.scheme}://{shown}")
