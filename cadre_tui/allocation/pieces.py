"""The connected pieces of a graph of raters and cadres."""

from collections.abc import Hashable, Iterable
from typing import TypeVar

Person = TypeVar("Person", bound=Hashable)


def pieces(pairs: Iterable[tuple[Person, Person]]) -> list[tuple[set[Person], set[Person]]]:
    """The raters and the subjects of each piece, in the order in which the pairs first name them.

    A person is two nodes, as rater and as subject; who is in no pair is in no piece.
    """
    above: dict[tuple[bool, Person], tuple[bool, Person]] = {}

    def root(node: tuple[bool, Person]) -> tuple[bool, Person]:
        while (parent := above.setdefault(node, node)) != node:
            above[node] = above[parent]
            node = parent
        return node

    for rater, subject in pairs:
        above[root((False, subject))] = root((True, rater))
    found: dict[tuple[bool, Person], tuple[set[Person], set[Person]]] = {}
    for node in list(above):
        as_rater, person = node
        found.setdefault(root(node), (set(), set()))[0 if as_rater else 1].add(person)
    return list(found.values())
