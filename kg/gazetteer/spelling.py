"""How one name may be spelled: folding for comparison, variants for the search.

Both know typography and the spellings between which United Nations texts have changed ("co-operation" until the 1990s,
"-isation" in some texts of the Security Council), and nothing else of any language.
"""

from __future__ import annotations

import unicodedata

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‑": "-", "–": "-", "—": "-", "\u00a0": " "})
_OLD_SPELLINGS = (("co-op", "coop"), ("co-ord", "coord"), ("peace-keep", "peacekeep"), ("isation", "ization"))
_ARTICLE = "the "

# Each pair: the spelling of the Turtle files, and one that texts have in its place throughout the name. Hyphens come
# last, because the pairs above them make some.
_VARIANTS = (
    ("ooperation", "o-operation"),
    ("oordination", "o-ordination"),
    ("eacekeeping", "eace-keeping"),
    ("ization", "isation"),
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
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))


def fold(name: str) -> str:
    """The form under which names are compared: no case, accents, typography, old spellings or leading article."""
    plain = name if name.isascii() else unaccented(name.translate(_PLAIN))
    plain = " ".join(plain.casefold().split())
    for old, new in _OLD_SPELLINGS:
        plain = plain.replace(old, new)
    return plain.removeprefix(_ARTICLE)


def variants(name: str) -> list[str]:
    """The name, first, and every spelling of it that a text may have, each once; a capital may open a sentence."""
    forms = [name]
    for ours, theirs in _VARIANTS:
        forms += [form.replace(ours, theirs) for form in forms if ours in form]
    if not name.isascii():
        forms += [unaccented(form) for form in forms]
    if name[0].islower():
        forms += [form[0].upper() + form[1:] for form in forms]
    return list(dict.fromkeys(forms))
