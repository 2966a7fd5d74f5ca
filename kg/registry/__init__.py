"""What is known of instruments whose text was never read: symbol, date, title, and who says so.

registry = load()
registry.entry("A/RES/33/134")      -> Registered("A/RES/33/134", "1978-12-19", "United Nations Conference on …", …)
"A/RES/33/134" in registry          -> True
registry.highest(Symbol.parse("A/RES/62/1"))  -> 277, the highest number known of that session
"""

from kg.registry.entry import Registered, write_line
from kg.registry.refresh import RECORD, Conflict, Refreshed, refresh
from kg.registry.registry import PACKAGED, VARIABLE, Registry, head_of, load, text

__all__ = [
    "PACKAGED",
    "RECORD",
    "VARIABLE",
    "Conflict",
    "Refreshed",
    "Registered",
    "Registry",
    "head_of",
    "load",
    "refresh",
    "text",
    "write_line",
]
