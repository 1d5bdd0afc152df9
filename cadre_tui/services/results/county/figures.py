"""Groups of people as they are shown: rounded once, what would tell too much left out, former figures beside."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from cadre_tui.model.results.county_result import Figures, Reached, Spread
from cadre_tui.model.rounding import round_half_up
from cadre_tui.scoring.gathering import GRADES, SPREAD, TOTAL, Group, Tally
from cadre_tui.scoring.spread import mean, quantile

SHARE_PLACES: Final = 1
"""Decimal places of a share in per cent."""

POINT_PLACES: Final = 2
"""Decimal places of a criterion's points."""

HALVES, QUARTERS = 2, 4
"""Into so many parts people are cut by the median, and by the quartiles: each must hold the minimum."""

CRITERION: Final = "/"


class How(NamedTuple):
    """How figures are told: the ``places`` of a total, the ``least`` number of people, criteria's ``full`` points."""

    places: int
    least: int
    full: Mapping[str, Decimal]


def figures(group: Group, hidden: frozenset[str], how: How) -> Figures:
    """A group's figures but for the measures that are ``hidden``."""
    shown = {
        key: _reached(tally, how.full.get(key), spread=key + SPREAD not in hidden)
        for key, tally in group.shares.items()
        if key not in hidden
    }
    return Figures(
        people=group.people,
        scored=len(group.totals),
        total=_spread(group, how) if group.totals and TOTAL not in hidden else None,
        grades=tuple(group.grades) if group.totals and GRADES not in hidden else None,
        profile={key: each for key, each in shown.items() if CRITERION not in key},
        criteria={key: each for key, each in shown.items() if CRITERION in key},
        kept_back=frozenset(measure for measure, *_told in group.measured() if measure in hidden),
    )


def _reached(tally: Tally, full: Decimal | None, *, spread: bool) -> Reached:
    return Reached(
        people=tally.people,
        share=round_half_up(100 * tally.mean, SHARE_PLACES),
        points=None if full is None else round_half_up(tally.mean * Fraction(full), POINT_PLACES),
        bands=tuple(tally.bands) if spread else None,
    )


def _spread(group: Group, how: How) -> Spread:
    ordered = sorted(map(Fraction, group.totals))

    def cut(part: Fraction, parts: int) -> Decimal | None:
        enough = len(ordered) >= parts * how.least
        return round_half_up(quantile(ordered, part), how.places) if enough else None

    return Spread(
        mean=round_half_up(mean(ordered), how.places),
        median=cut(Fraction(1, 2), HALVES),
        lower=cut(Fraction(1, 4), QUARTERS),
        upper=cut(Fraction(3, 4), QUARTERS),
    )


def beside(now: Figures, then: Figures | None, same: frozenset[str]) -> Figures:
    """With what they are more than ``then``, of the measures that mean the ``same`` and are shown in both."""
    if then is None:
        return now
    return now.model_copy(
        update={
            "change": now.total.mean - then.total.mean if now.total and then.total and TOTAL in same else None,
            "profile": _changed(now.profile, then.profile, same),
            "criteria": _changed(now.criteria, then.criteria, same),
        }
    )


def _changed(now: Mapping[str, Reached], then: Mapping[str, Reached], same: frozenset[str]) -> dict[str, Reached]:
    return {
        key: each.model_copy(update={"change": each.share - then[key].share}) if key in same and key in then else each
        for key, each in now.items()
    }
