"""`kg registry`: what is known of instruments whose text was never read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.commands.frame import FAILED, exit_code, paths_argument, reported, say
from kg.errors import KgError, RegistryError, UnreadLanguageError

if TYPE_CHECKING:
    from kg.registry import Registered

_LISTED = 20

registry_option = click.option(
    "--registry",
    "file",
    type=click.Path(path_type=Path),
    envvar="KG_REGISTRY",
    help="Another registry than the packaged one; also by KG_REGISTRY, which all commands heed.",
)


@click.group()
def registry() -> None:
    """Symbols, dates and titles of resolutions, decisions and statements, read or not."""


@registry.command()
@click.argument("names", nargs=-1, required=True, metavar="SYMBOL...")
@registry_option
@reported
def show(names: tuple[str, ...], file: Path | None) -> int:
    """Print what is known of each SYMBOL ("33/134" is the General Assembly's)."""
    from kg import registry as known

    opened, missing = known.load(file), 0
    for name in names:
        entry = opened.entry(_symbol(name))
        if entry is None:
            missing += 1
            say(f"kg: {name}: not in the registry")
        else:
            click.echo("\n".join(_lines(entry)))
    return exit_code(missing, len(names))


@registry.command()
@paths_argument
@click.option("--out", type=click.Path(path_type=Path), default=Path("registry.tsv"), show_default=True)
@registry_option
@reported
def refresh(paths: tuple[Path, ...], out: Path, file: Path | None) -> int:
    """Put what documents record of themselves into a new registry, with all that the present one holds.

    PATHs are files and folders of AKN4UN XML. The new registry is used where KG_REGISTRY names it.
    """
    from kg import registry as known
    from kg.build.inputs import found

    opened = known.load(file)
    files = [path for path in found(paths) if path.suffix.lower() in (".xml", ".akn") or path in paths]
    if not files:
        raise RegistryError("no XML files", source=", ".join(map(str, paths)))
    reader = _Records()
    result = known.refresh(opened, reader.records(files))
    try:
        out.write_text(known.text(result.entries, opened.head), encoding="utf-8")
    except OSError as error:
        raise RegistryError(f"cannot be written: {error.strerror or error}", source=str(out)) from None
    for conflict in result.conflicts:
        say(f"kg: {conflict}")
    say(f"{reader.read} documents, {reader.other} in other languages, {reader.nameless} without a symbol")
    say(f"{result.added} new, {result.changed} changed, {len(result.conflicts)} conflicts; wrote {out}")
    return exit_code(reader.failed, len(files)) if reader.failed < len(files) else FAILED


class _Records:
    """Reads what documents say of themselves, and counts what came of it."""

    def __init__(self) -> None:
        self.read = self.other = self.nameless = self.failed = 0

    def records(self, files: list[Path]) -> list[Registered]:
        found = [self._record(file) for file in files]
        return [entry for entry in found if entry is not None]

    def _record(self, file: Path) -> Registered | None:
        from kg import read
        from kg.registry import RECORD, Registered

        try:
            document = read.read(file)
        except UnreadLanguageError:
            self.other += 1
            return None
        except KgError as error:
            self.failed += 1
            say(f"kg: {error}")
            return None
        self.read += 1
        if document.symbol is None:
            self.nameless += 1
            return None
        return Registered(document.symbol, document.date, document.title, sources=(RECORD,))


def _symbol(name: str) -> str:
    """The canonical symbol of what a person typed, a bare number being one of the General Assembly's resolutions."""
    from kg.model import Kind
    from kg.symbols import numbered, try_parse

    symbol = try_parse(name) or numbered("general-assembly", Kind.RESOLUTION, name)
    return symbol.text if symbol is not None else name


def _lines(entry: Registered) -> list[str]:
    told = (("date", entry.date), ("title", entry.title), ("label", entry.label), ("organ", entry.organ))
    details = [f"  {name:<8} {value}" for name, value in (*told, ("sources", ", ".join(entry.sources))) if value]
    return [entry.symbol, *details]
