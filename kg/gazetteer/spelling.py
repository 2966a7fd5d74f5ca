"""How one name may be spelled: folding for comparison, variants for the search.

Both know typography and the two spellings that United Nations texts changed between ("co-operation" until the 1990s),
and nothing else of any language.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‑": "-", "–": "-", "—": "-", "\u00a0": " "})
_OLD_SPELLINGS = (("co-op", "coop"), ("co-ord", "coord"), ("organisation", "organization"))
_ARTICLE = "the "

# Each pair: the spelling of the Turtle files, and one that texts have in its place throughout the name.
_VARIANTS = (
    ("cooperation", "co-operation"),
    ("Cooperation", "Co-operation"),
    ("coordination", "co-ordination"),
    ("Coordination", "Co-ordination"),
    ("’", "'"),
    ("“", '"'),
    ("”", '"'),
    ("–", "-"),
    ("-", "‑"),
)


def unaccented(text: str) -> str:
    """The text without diacritics: "Pérez-Guerrero" gives "Perez-Guerrero"."""
    if text.isascii():
        return text
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


def fold(name: str) -> str:
    """The form under which names are compared: no case, accents, typography, old spellings or leading article."""
    plain = " ".join(unaccented(name.translate(_PLAIN)).casefold().split())
    for old, new in _OLD_SPELLINGS:
        plain = plain.replace(old, new)
    return plain.removeprefix(_ARTICLE)


def variants(name: str) -> Iterator[str]:
    """The name and every spelling of it that a text may have, each once."""
    forms = [name]
    for ours, theirs in _VARIANTS:
        if ours in forms[0] or ours == "-":
            forms += [form.replace(ours, theirs) for form in forms if ours in form]
    if not name.isascii():
        forms += [unaccented(form) for form in forms]
    if name[0].islower():
        forms += [form[0].upper() + form[1:] for form in forms]
    return iter(dict.fromkeys(forms))
