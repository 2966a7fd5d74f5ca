"""Sub-networks: the citations of some documents only, or only some of their citations."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from kg.errors import NetworkError
from kg.network.elements import MAX_SUGGESTIONS, Network, Node, nodes
from kg.symbols import slug, try_parse


@dataclass(frozen=True, slots=True)
class Choice:
    """What to keep of a network; what is empty or None keeps all. Names are compared without case.

    Of the citing documents: `organs` that adopted them ("General Assembly" or "general-assembly"), `first` and `last`
    year, `subjects` they are filed under, `languages` (codes) of the texts that were read. Of the citations:
    `relations`. Of what is cited: `kinds`.
    """

    organs: Collection[str] = ()
    first: int | None = None
    last: int | None = None
    subjects: Collection[str] = ()
    languages: Collection[str] = ()
    relations: Collection[str] = ()
    kinds: Collection[str] = ()


def select(network: Network, choice: Choice) -> Network:
    """The documents chosen, their citations chosen, and what these cite.

    Without a condition on documents everything in the network counts as chosen that still cites or is cited.
    Raises NetworkError for a name that nothing in the network has, with those that are near.
    """
    listed = {each.iri: each for each in nodes(network)}
    _check(network, listed.values(), choice)
    wanted = {iri for iri, each in listed.items() if _wanted(each, choice)}
    relations = _folded(choice.relations)
    kinds = _folded(choice.kinds)
    kept = [
        (citing, cited, key, attributes)
        for citing, cited, key, attributes in network.edges(keys=True, data=True)
        if citing in wanted
        and (not relations or attributes["relation"].casefold() in relations)
        and (not kinds or listed[cited].kind in kinds)
    ]
    ends = {iri for citing, cited, *_ in kept for iri in (citing, cited)}
    part = Network()
    part.add_nodes_from((iri, attributes) for iri, attributes in network.nodes(data=True) if iri in ends)
    for citing, cited, key, attributes in kept:
        part.add_edge(citing, cited, key=key, **attributes)
    return part


def _wanted(this: Node, choice: Choice) -> bool:
    year = this.year
    return (
        (not choice.organs or bool(_organs(this) & _slugs(choice.organs)))
        and (choice.first is None or (year is not None and year >= choice.first))
        and (choice.last is None or (year is not None and year <= choice.last))
        and (not choice.subjects or bool(_folded(this.subjects) & _folded(choice.subjects)))
        and (not choice.languages or bool(_folded(this.languages) & _folded(choice.languages)))
    )


def _organs(this: Node) -> set[str]:
    """The slugs of the adopting body: what the graph says, and what the symbol does."""
    symbol = try_parse(this.identity)
    return _slugs(name for name in (this.organ, symbol.organ if symbol else None) if name)


def _check(network: Network, listed: Collection[Node], choice: Choice) -> None:
    """Refuse names that nothing has: an empty answer to a slip of the pen would be taken for a fact."""
    relations = {str(attributes["relation"]) for _, _, attributes in network.edges(data=True)}
    _known("organ", choice.organs, {name for each in listed for name in (*_organs(each), each.organ or "") if name})
    _known("subject", choice.subjects, {name for each in listed for name in each.subjects})
    _known("language", choice.languages, {code for each in listed for code in each.languages})
    _known("relation", choice.relations, relations)
    _known("kind", choice.kinds, {each.kind.value for each in listed})


def _known(what: str, wanted: Iterable[str], names: set[str]) -> None:
    by_fold = {name.casefold(): name for name in sorted(names, reverse=True)}
    for name in wanted:
        if name.casefold() not in by_fold:
            near = get_close_matches(name.casefold(), sorted(by_fold), n=MAX_SUGGESTIONS, cutoff=0.5)
            hint = f"; did you mean {', '.join(by_fold[each] for each in near)}?" if near else ""
            raise NetworkError(f"nothing in the network has the {what} {name!r}{hint}")


def _folded(names: Iterable[str]) -> set[str]:
    return {name.casefold() for name in names}


def _slugs(names: Iterable[str]) -> set[str]:
    return {slug(name) for name in names}
