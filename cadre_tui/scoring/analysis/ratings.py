"""A table of ratings as arrays, and beside them the scores as they were written."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from math import lcm

import numpy as np
from numpy.typing import NDArray

from cadre_tui.model.results.analysis import Rating

Numbers = NDArray[np.float64]
Positions = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Ratings:
    """Who rated whom: positions in ``subjects`` and ``raters``, one a rating, in the order of the table.

    Nobody rates anybody twice, and there is at least one rating.
    """

    subjects: tuple[str, ...]
    raters: tuple[str, ...]
    subject: Positions
    rater: Positions
    exact: tuple[Fraction, ...]
    groups: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.exact)

    @cached_property
    def score(self) -> Numbers:
        """The scores as numbers."""
        return np.array([float(each) for each in self.exact])

    @cached_property
    def whole(self) -> tuple[int, ...]:
        """The scores times one common denominator: what is reckoned from these is exact."""
        denominator = lcm(*{each.denominator for each in self.exact})
        return tuple(each.numerator * (denominator // each.denominator) for each in self.exact)

    @cached_property
    def step(self) -> float:
        """The smallest difference between two scores of the table; 0 where all are the same."""
        values = sorted(set(self.exact))
        return float(min((b - a for a, b in pairwise(values)), default=Fraction(0)))

    @cached_property
    def raters_each(self) -> Positions:
        """By subject: how many rated it."""
        return np.bincount(self.subject, minlength=len(self.subjects))

    @cached_property
    def subjects_each(self) -> Positions:
        """By rater: how many they rated."""
        return np.bincount(self.rater, minlength=len(self.raters))

    @cached_property
    def complete(self) -> bool:
        """Whether every rater rated every subject."""
        return len(self) == len(self.subjects) * len(self.raters)

    def pulled(self, score: Numbers) -> "Ratings":
        """The same table with other scores."""
        return replace(self, exact=tuple(map(Fraction, score.tolist())))

    def by_subject(self) -> list[list[int]]:
        """By subject: the positions of its ratings."""
        found: list[list[int]] = [[] for _ in self.subjects]
        for at, subject in enumerate(self.subject.tolist()):
            found[subject].append(at)
        return found

    def by_rater(self) -> list[list[int]]:
        """By rater: the positions of their ratings."""
        found: list[list[int]] = [[] for _ in self.raters]
        for at, rater in enumerate(self.rater.tolist()):
            found[rater].append(at)
        return found


def ratings_of(rows: Sequence[Rating]) -> Ratings:
    """The table; subjects and raters in the order in which the rows first name them.

    Raises:
        ValueError: there are no rows, or somebody rates somebody twice. Whoever reads a file has told that before.
    """
    if not rows or len({(each.subject, each.rater) for each in rows}) < len(rows):
        raise ValueError("ratings must be there, each once")
    subjects = {name: at for at, name in enumerate(dict.fromkeys(each.subject for each in rows))}
    raters = {name: at for at, name in enumerate(dict.fromkeys(each.rater for each in rows))}
    return Ratings(
        subjects=tuple(subjects),
        raters=tuple(raters),
        subject=np.array([subjects[each.subject] for each in rows], dtype=np.intp),
        rater=np.array([raters[each.rater] for each in rows], dtype=np.intp),
        exact=tuple(each.score for each in rows),
        groups=tuple(each.group for each in rows),
    )
