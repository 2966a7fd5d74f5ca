"""The hyperlinks that editors placed in AKN4UN XML: which printed words they took for which document.

Reading never uses them; linking does where it is told to trust them. They are good, not perfect: a number of another
organ is sometimes linked to the General Assembly's act of that number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from urllib.parse import unquote

from lxml import etree

from kg.read.strand import plain
from kg.symbols import try_parse

_DOCUMENT = re.compile(r"https?://(?:www\.)?undocs\.org/(?:[a-z]{2}/)?(?P<symbol>[^?#]+)")


def links(root: etree._Element) -> tuple[tuple[str, str], ...]:
    """Printed words and the canonical symbol they are linked to, sorted; words linked to several are left out."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for element in root.iter("{*}a", "{*}ref"):
        match = _DOCUMENT.fullmatch(element.get("href", "").strip())
        symbol = try_parse(unquote(match["symbol"])) if match else None
        if symbol is not None:
            words = " ".join(plain("".join(str(text) for text in element.itertext())).split())
            found[words].add(str(symbol))
    return tuple((words, min(symbols)) for words, symbols in sorted(found.items()) if words and len(symbols) == 1)
