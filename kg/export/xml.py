"""Which characters XML can hold. Source: W3C, Extensible Markup Language (XML) 1.0, section 2.2, Char."""

from __future__ import annotations

import re

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
REPLACEMENT = "\ufffd"


def clean(text: str) -> str:
    """The text with U+FFFD for each character that no XML document can hold, escaped or not."""
    return _NOT_XML.sub(REPLACEMENT, text)
