"""What can go wrong, one class a stage. Each error carries the source and the place in it, and prints as one line."""

from __future__ import annotations


class KgError(Exception):
    """A fault in the input or the environment that a user can act on.

    `source` names the file, graph or query at fault; `place` the position in it ("line 3", "PP2"), where known.
    """

    def __init__(self, message: str, *, source: str | None = None, place: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.source = source
        self.place = place

    def __str__(self) -> str:
        at = ", ".join(part for part in (self.source, self.place) if part)
        line = f"{at}: {self.message}" if at else self.message
        return " ".join(line.split())


class ReadError(KgError):
    """A source that cannot be turned into a document."""


class UnreadLanguageError(ReadError):
    """A source in a language that no language file describes yet."""


class SymbolError(KgError, ValueError):
    """A string that is no symbol of any known series."""


class LanguageError(KgError):
    """A language file that is missing or faulty."""


class GazetteerError(KgError):
    """An ontology file with names that cannot be used."""


class TriplesError(KgError):
    """RDF that cannot be written, read or validated."""


class ClusterError(KgError):
    """A cluster that cannot be reached, or whose workers cannot do the work."""


class StoreError(KgError):
    """A store that cannot be opened, read or written."""


class QueryError(KgError):
    """A query that does not exist, does not parse, lacks a parameter or is refused."""


class NetworkError(KgError):
    """A network question about something that the graph does not hold."""


class ViewError(KgError):
    """A page that cannot be drawn."""


class RegistryError(KgError):
    """A registry of instruments that cannot be read, or lacks what was asked for."""


class ExportError(KgError):
    """A form that the graph cannot be exported in, or a file that cannot be written."""


class ServeError(KgError):
    """A web application that cannot be started."""
