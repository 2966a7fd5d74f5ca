"""The words of a language, one TOML file each: organs, heads, months, verbs, connectives. Data, no code."""

from kg.languages.dates import date_at, find_dates
from kg.languages.patterns import any_of
from kg.languages.words import Language, Organ, Verb, available, load

__all__ = ["Language", "Organ", "Verb", "any_of", "available", "date_at", "find_dates", "load"]
