"""How many residual degrees of freedom a table of ratings can have, told from who rated whom alone; without numpy."""

from collections.abc import Hashable, Iterable
from typing import Final

FEWEST_FREE: Final = 30
"""Residual degrees of freedom under which the variances, and so the ridge, are not estimated."""


def most_free(pairs: Iterable[tuple[Hashable, Hashable]]) -> int:
    """The residual degrees of freedom of the additive model, were every pair (rater, subject) a rating.

    Ratings − subjects − raters + connected pieces: how many pairs close a ring (the cyclomatic number of the graph).
    Fewer ratings never have more, so that this bounds what is left when some of them do not count.
    """
    above: dict[tuple[str, Hashable], tuple[str, Hashable]] = {}

    def root(node: tuple[str, Hashable]) -> tuple[str, Hashable]:
        while above.setdefault(node, node) != node:
            above[node] = above[above[node]]
            node = above[node]
        return node

    free = 0
    for rater, subject in set(pairs):
        one, other = root(("rater", rater)), root(("subject", subject))
        free += one == other
        above[one] = other
    return free
