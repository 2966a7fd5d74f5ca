"""Style sheets and scripts: a fixed set of files, read once, so that no path of a request reaches the disk."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from starlette.requests import Request
from starlette.responses import Response

import kg.view
from kg.serve.refusal import RefusalError
from kg.view.web_bundle import web_bundle

_OWN = Path(__file__).resolve().parent.parent / "static"
_VIEW = Path(kg.view.__file__).resolve().parent / "web"
_TYPES = MappingProxyType({".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"})
_BUNDLED = ("yasgui.js", "yasgui.css")


def file(request: Request) -> Response:
    """A file by its name; 304 if the client has it."""
    name = request.path_params["name"]
    found = files().get(name)
    if found is None:
        raise RefusalError(404, "no such file")
    tag = f'"{sha256(found).hexdigest()[:16]}"'
    headers = {"ETag": tag, "Cache-Control": "max-age=300"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(found, media_type=_TYPES[Path(name).suffix], headers=headers)


@cache
def files() -> dict[str, bytes]:
    """The files by name."""
    return dict(_files())


def _files() -> Iterator[tuple[str, bytes]]:
    for path in sorted(_OWN.iterdir()):
        if path.suffix in _TYPES:
            yield path.name, path.read_bytes()
    yield "theme.css", (_VIEW / "theme.css").read_bytes()
    for name in _BUNDLED:
        if (text := web_bundle(name)) is not None:
            yield name, text.encode()
