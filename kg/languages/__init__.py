"""The words of a language, one TOML file each: organs, heads, months, verbs, connectives. Data, no code."""

from kg.languages.words import Language, Verb, available, load

__all__ = ["Language", "Verb", "available", "load"]
