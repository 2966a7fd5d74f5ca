"""UN symbols: one canonical spelling for each instrument, found in running text, made from printed numbers.

Symbol.parse("a/res/217 A (III)")                                -> A/RES/217(III)A
find("See A/55/74, annex II.")                                   -> [Found(4, 11, A/55/74)]
numbered("general-assembly", Kind.RESOLUTION, "2200 A (XXI)")    -> A/RES/2200(XXI)A
Scheme().thing("A/RES/62/209", Kind.RESOLUTION)                  -> https://undocs.org/A/RES/62/209
"""

from kg.symbols.build import number_range, numbered, of_body
from kg.symbols.iri import Scheme, citation, fragment, slug
from kg.symbols.letters import expand_letters
from kg.symbols.search import Found, find
from kg.symbols.sessions import fits, runs, session_name, session_of_ordinal
from kg.symbols.symbol import Symbol, try_parse

__all__ = [
    "Found",
    "Scheme",
    "Symbol",
    "citation",
    "expand_letters",
    "find",
    "fits",
    "fragment",
    "number_range",
    "numbered",
    "of_body",
    "runs",
    "session_name",
    "session_of_ordinal",
    "slug",
    "try_parse",
]
