"""Builds a store from files: many at once, again where something changed, and on from where a crash left it."""

from kg.build.outcome import Failed
from kg.build.run import TIME_LIMIT, Settings, build
from kg.build.summary import Counts, Holdings, Summary

__all__ = ["TIME_LIMIT", "Counts", "Failed", "Holdings", "Settings", "Summary", "build"]
