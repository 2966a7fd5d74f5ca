"""The command line: the commands of `kg.commands`, put together."""

from __future__ import annotations

import click

from kg import __version__
from kg.commands.build import build
from kg.commands.chain import chain
from kg.commands.demo import demo
from kg.commands.export import export
from kg.commands.extract import extract
from kg.commands.measures import network
from kg.commands.push import push
from kg.commands.query import query
from kg.commands.registry import registry
from kg.commands.serve import serve
from kg.commands.validate import validate
from kg.commands.view import view


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="kg")
def main() -> None:
    """United Nations resolutions as a knowledge graph of the instruments they cite."""


for command in (demo, extract, build, query, chain, network, view, export, push, serve, validate, registry):
    main.add_command(command)
