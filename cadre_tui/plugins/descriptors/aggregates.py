"""Another way from the votes of one group of raters on one criterion to their one figure."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from cadre_tui.plugins.descriptors.saying import Exact, Words


@dataclass(frozen=True)
class Aggregate:
    """A rule by which votes become one figure, chosen by the name that a named round's rules give as ``rule``.

    ``figure`` is pure. It gets the points that one rater group gave to one criterion, exact and in ascending order,
    at least one of them, and answers a number from the lowest to the highest. It is asked twice and must answer the
    same. Sections and totals are added up from the criteria's figures, as the checklist adds.
    """

    name: str
    title: Words
    figure: Callable[[tuple[Fraction, ...]], Exact]
