"""Names of instruments, treaties and bodies: the maintained lists of `ontology/`, and where a text uses them."""

from kg.gazetteer.entry import Entry
from kg.gazetteer.gazetteer import Gazetteer, load
from kg.gazetteer.matcher import NameHit
from kg.gazetteer.spelling import fold

__all__ = ["Entry", "Gazetteer", "NameHit", "fold", "load"]
