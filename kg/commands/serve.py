"""`kg serve`: the graph as a local web application."""

from __future__ import annotations

import click

from kg.commands.frame import Place, reported, say, store_option
from kg.errors import ServeError


@click.command()
@store_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one.")
@click.option("--allow-host", "hosts", multiple=True, metavar="NAME", help="A name by which it may be called, too.")
@click.option("--root-path", default="", metavar="PATH", help="Path under which a proxy shows it, such as /kg.")
@click.option("--timeout", type=click.FloatRange(0.1, 3600), default=10.0, show_default=True, help="Seconds an answer.")
@click.option("--max-rows", type=click.IntRange(min=1), default=10_000, show_default=True, help="Rows an answer.")
@click.option("--max-mb", type=click.IntRange(1, 1024), default=16, show_default=True, help="Megabytes an answer.")
@click.option("--memory-mb", type=click.IntRange(64), default=2048, show_default=True, help="Memory of an answer.")
@click.option("--workers", type=click.IntRange(1, 64), default=4, show_default=True, help="Processes that answer.")
@reported
def serve(
    store: Place | None,
    host: str,
    port: int,
    hosts: tuple[str, ...],
    root_path: str,
    timeout: float,
    max_rows: int,
    max_mb: int,
    memory_mb: int,
    workers: int,
) -> int:
    """Search the graph, follow its citations and ask it in SPARQL, in a browser. Reads the store, changes nothing."""
    try:
        from kg.serve.bounds import Bounds, Settings
        from kg.serve.server import serve as run
    except ModuleNotFoundError as error:
        raise ServeError(f"needs {error.name}: pip install 'instrument-kg[serve]'") from None
    if root_path and (not root_path.startswith("/") or root_path.endswith("/")):
        raise click.UsageError("--root-path begins with a slash and does not end with one, as /kg")
    if isinstance(store, str):
        raise ServeError(f"{store} is a server already: kg serve opens a folder")
    bounds = Bounds(
        seconds=timeout,
        rows=max_rows,
        answer_bytes=max_mb << 20,
        memory=memory_mb << 20,
        workers=workers,
    )
    settings = Settings(host, port, hosts, root_path, bounds)
    run(store, settings, lambda address: say(f"the graph is at {address}"))
    return 0
