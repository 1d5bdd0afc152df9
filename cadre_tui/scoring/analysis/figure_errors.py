"""How sure a figure by a round's rule is; without numpy.

A column is what the raters of one group gave one person. Votes are taken as independent, each column's around a
middle of its own, and all columns' spread is pooled: five equal votes for one person are no certainty. So
var(Σ share × figure) = Σ share² × var(figure), as of strata: Cochran (1977), *Sampling Techniques*, 5.4.

- ``mean`` and ``votes``: var = s² ÷ n, s² the pooled variance. By votes a column holds the pseudo-values of the
  jackknife, whose mean has the variance of a ratio of sums: Tukey (1958), *Ann. Math. Statist.* 29, 614.
- ``trimmed``, where one highest and one lowest are left out: var = s²w ÷ h, with h = n − 2 votes that are counted and
  s²w the sum of squares of the winsorised votes by h − 1: Tukey & McLaughlin (1963), *Sankhyā* A 25, 331–352.
- ``median``: var = (π ÷ 2) × s² ÷ n, which is right for many normal votes, and of few votes, or where some lie far
  off, too much and not too little: Kendall & Stuart (1977), *The Advanced Theory of Statistics* 1, 10.10. Of one or
  two votes the median is the mean.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import fsum, pi, sqrt

from cadre_tui.model.rounds.counting_rules import Rule
from cadre_tui.scoring.analysis.distributions import SURE, t_quantile
from cadre_tui.scoring.statutory import TRIM_FROM


@dataclass(frozen=True)
class Column:
    """What the raters of one group gave one person, in points, one vote at least; ``share`` of the whole figure."""

    share: Fraction
    votes: tuple[Fraction, ...]

    def trims(self, rule: Rule) -> bool:
        """Whether extreme votes are left out."""
        return rule is Rule.TRIMMED and len(self.votes) >= TRIM_FROM


@dataclass(frozen=True)
class Spread:
    """A variance in points squared, pooled, and the differences (degrees of freedom) that it was estimated from."""

    variance: float
    free: int


@dataclass(frozen=True)
class Error:
    """Points either way with 95 %, by the t distribution with ``free`` degrees of freedom."""

    points: float
    free: int


def errors(rule: Rule, people: Mapping[str, Sequence[Column]]) -> dict[str, Error]:
    """By person, of the figures of one checklist; nobody where the votes differ in nothing, or there is one each."""
    columns = [column for own in people.values() for column in own]
    whole = _pooled(map(_plain, columns), columns)
    cut = _pooled((_winsorised(each) for each in columns if each.trims(rule)), columns)
    found = {}
    for name, own in people.items():
        spreads = [(each, cut if each.trims(rule) else whole) for each in own]
        known = [(column, spread) for column, spread in spreads if spread is not None]
        if known and len(known) == len(spreads):
            variance = fsum(float(each.share) ** 2 * spread.variance / _worth(rule, each) for each, spread in known)
            free = min(spread.free for _column, spread in known)
            found[name] = Error(t_quantile((1 + SURE) / 2, free) * sqrt(variance), free)
    return found


def _worth(rule: Rule, column: Column) -> float:
    """Of how many votes a mean is as sure."""
    count = len(column.votes)
    if column.trims(rule):
        return count - 2
    return count * 2 / pi if rule is Rule.MEDIAN and count > 2 else count


def _plain(column: Column) -> tuple[float, int]:
    """Squares around the mean, and the differences in them."""
    return _squares(column.votes), len(column.votes) - 1


def _winsorised(column: Column) -> tuple[float, int]:
    """The same with the highest and the lowest vote drawn to the next one."""
    _lowest, *counted, _highest = sorted(column.votes)
    return _squares((counted[0], *counted, counted[-1])), len(counted) - 1


def _squares(votes: Sequence[Fraction]) -> float:
    values = [float(each) for each in votes]
    middle = fsum(values) / len(values)
    return fsum((each - middle) ** 2 for each in values)


def _pooled(squares: Iterable[tuple[float, int]], columns: Iterable[Column]) -> Spread | None:
    """At least the variance of rounding to the smallest step between two votes; None where nothing differs."""
    found = list(squares)
    free = sum(each for _sum, each in found)
    step = _step(columns)
    if free < 1 or not step:
        return None
    return Spread(max(fsum(each for each, _free in found) / free, step**2 / 12), free)


def _step(columns: Iterable[Column]) -> float:
    values = sorted({vote for column in columns for vote in column.votes})
    return float(min((high - low for low, high in pairwise(values)), default=Fraction(0)))
