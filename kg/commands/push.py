"""`kg push`: a store to a SPARQL server."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from kg.commands.frame import opened_here, reported, say

_LINES = 10
"""Plain lines of a push, from its first graph to its last."""


@click.command()
@click.argument("url")
@click.option("--store", type=click.Path(path_type=Path), help="Folder of a store made by kg build.")
@click.option("--update-url", envvar="KG_STORE_UPDATE_URL", help="Where the server takes SPARQL Update.")
@click.option("--graph-url", envvar="KG_STORE_GRAPH_URL", help="Where its Graph Store Protocol is.")
@click.option("--prune", is_flag=True, help="Remove there what was pushed and is gone here.")
@reported
def push(url: str, store: Path | None, update_url: str | None, graph_url: str | None, prune: bool) -> int:
    """Bring a store to the SPARQL 1.1 server at URL: one named graph a document, each whole.

    What the server has already is not sent again; interrupted, the same command goes on. Who asks is said by
    KG_STORE_USER and KG_STORE_PASSWORD, or by KG_STORE_TOKEN. docs/servers.md names the URLs of well-known servers.
    """
    from kg.store.push import push as push_store
    from kg.store.remote import open_server

    target = open_server(url, update_url=update_url, graph_url=graph_url)
    source = opened_here(store)
    with _shown(len(source.graphs())) as watch:
        pushed = push_store(source, target, prune=prune, watch=watch)
    say(f"{pushed.sent:,} graphs sent ({pushed.quads:,} triples), {pushed.kept:,} were there already")
    if pushed.gone:
        say(
            f"{pushed.gone:,} removed"
            if pushed.pruned
            else f"{pushed.gone:,} there are gone here; --prune removes them"
        )
    return 0


@contextmanager
def _shown(graphs: int) -> Iterator[Callable[[int], None]]:
    """What to tell how many graphs more are done: a bar on a terminal, plain lines elsewhere; on standard error."""
    if sys.stderr.isatty():
        with click.progressbar(length=graphs, label="graphs", file=sys.stderr, show_pos=True) as bar:
            yield bar.update
        return
    done = told = 0

    def tell(more: int) -> None:
        nonlocal done, told
        done += more
        if done * _LINES // graphs > told and done < graphs:
            told = done * _LINES // graphs
            say(f"{done:,} of {graphs:,} graphs")

    yield tell
