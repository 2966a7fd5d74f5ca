"""How kinds and relations look: shapes, line patterns and the families that share a colour.

The colours themselves stand in `web/theme.css` (Okabe-Ito, so that colour-blind people can tell them apart); shape and
line pattern say the same a second time.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Kind, Relation

SOLID: tuple[int, ...] = ()
_PATTERNS: tuple[tuple[int, ...], ...] = (
    SOLID,
    (10, 4),
    (3, 4),
    (14, 4, 3, 4),
    (6, 6),
    (2, 7),
    (18, 6),
    (9, 3, 2, 3, 2, 3),
)


@dataclass(frozen=True, slots=True)
class KindStyle:
    """A kind of node: what it is called in the plural and the vis-network shape that stands for it."""

    kind: Kind
    caption: str
    shape: str


@dataclass(frozen=True, slots=True)
class RelationStyle:
    """A relation: its name, the family that gives its colour, its dashes (pixels on, off, …; none is solid)."""

    relation: str
    caption: str
    family: str
    dashes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Relations of one colour."""

    name: str
    caption: str


KINDS: tuple[KindStyle, ...] = (
    KindStyle(Kind.RESOLUTION, "Resolutions", "dot"),
    KindStyle(Kind.DECISION, "Decisions", "diamond"),
    KindStyle(Kind.DOCUMENT, "Reports, documents", "square"),
    KindStyle(Kind.PUBLICATION, "Publications", "triangle"),
    KindStyle(Kind.TREATY, "Treaties", "hexagon"),
    KindStyle(Kind.INSTRUMENT, "Plans, declarations", "star"),
    KindStyle(Kind.BODY, "Bodies", "triangleDown"),
)

FAMILIES: tuple[Family, ...] = (
    Family("recall", "Looks back"),
    Family("support", "Stands by it"),
    Family("act", "Acts on it"),
    Family("ask", "Asks of it"),
    Family("object", "Objects"),
    Family("other", "In passing"),
)

_MEMBERS: dict[str, tuple[Relation, ...]] = {
    "recall": (
        Relation.RECALLS,
        Relation.TAKES_NOTE,
        Relation.CONSIDERS,
        Relation.TAKES_INTO_ACCOUNT,
    ),
    "support": (
        Relation.REAFFIRMS,
        Relation.WELCOMES,
        Relation.ENDORSES,
        Relation.RECOGNIZES,
        Relation.AFFIRMS,
        Relation.STRESSES,
        Relation.APPRECIATES,
        Relation.BELIEVES,
    ),
    "act": (Relation.ACTS_UNDER, Relation.DECIDES),
    "ask": (Relation.REQUESTS, Relation.INVITES, Relation.URGES),
    "object": (Relation.CONCERN, Relation.CONDEMNS, Relation.REGRETS, Relation.REJECTS),
    "other": (Relation.MENTIONS,),
}

_RELATIONS = {
    str(relation): RelationStyle(str(relation), str(relation).replace("_", " "), family, _PATTERNS[position])
    for family, members in _MEMBERS.items()
    for position, relation in enumerate(members)
}


def kind_style(kind: str) -> KindStyle:
    """The style of a kind of node. Open sets have no node, so every kind that reaches a network has a style."""
    return next((style for style in KINDS if style.kind == kind), KINDS[-2])


def relation_style(relation: str) -> RelationStyle:
    """The style of a relation; one that is not of `model.Relation` counts as in passing, dashed."""
    return _RELATIONS.get(relation) or RelationStyle(relation, relation.replace("_", " "), "other", _PATTERNS[1])


def ordered(relations: set[str]) -> list[RelationStyle]:
    """The styles of these relations in the order of the legend."""
    order = list(_RELATIONS)
    rank = {name: position for position, name in enumerate(order)}
    return [relation_style(name) for name in sorted(relations, key=lambda name: (rank.get(name, len(order)), name))]
