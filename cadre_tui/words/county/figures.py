"""The figures of many people together, one by one: as text, with what is kept back said in a word."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from cadre_tui.locale import N_, _
from cadre_tui.model.checklists.checklist import Focus, Purpose
from cadre_tui.model.results.county_result import (
    BANDS,
    CountyResult,
    Figures,
    FormerRound,
    Reached,
    Side,
    Sides,
    UnitFigures,
    profile_key,
)
from cadre_tui.model.rounding import round_half_up
from cadre_tui.words.results.result import signed
from cadre_tui.words.tables import NOTHING

KEPT: Final = N_("未显示")
"""Where there is one that would tell too much of too few."""

FOCI: Final = {
    Focus.PLAN: N_("学习计划"),
    Focus.WORK: N_("联系工作"),
    Focus.GROUP: N_("组织机制"),
    Focus.LASTING: N_("持续机制"),
}

SIDES: Final[dict[Side | None, str]] = {
    None: N_("全体"),
    Side.LEADERS: N_("领导干部"),
    Side.OTHERS: N_("其他干部"),
}


def focus(code: Focus) -> str:
    """A focal check, in short."""
    return _(FOCI[code])


def side(code: Side | None) -> str:
    """Whose figures."""
    return _(SIDES[code])


def who_leads() -> str:
    """How leaders and others are told apart."""
    return _("领导干部：花名册上层级是县级领导、乡科级干部的；其余是其他干部。")


def least(found: CountyResult) -> str:
    """What is not told."""
    if found.least <= 1:
        return _("这一轮是记名的，人数再少也显示。")
    return _("不足 {least} 人的不显示；从别的数能推算出来的，也一并不显示。").format(least=found.least)


def missing(figures: Figures, measure: str) -> str:
    """What stands where a figure is not."""
    return _(KEPT) if measure in figures.kept_back else NOTHING


def mean(figures: Figures) -> str:
    """The mean total."""
    return missing(figures, "total") if figures.total is None else str(figures.total.mean)


def median(figures: Figures) -> str:
    """The middle total."""
    if figures.total is None:
        return missing(figures, "total")
    return _(KEPT) if figures.total.median is None else str(figures.total.median)


def quartiles(figures: Figures) -> str:
    """Between which totals the middle half lies."""
    spread = figures.total
    if spread is None:
        return missing(figures, "total")
    if spread.lower is None:
        return _(KEPT)
    return _("{lower}～{upper}").format(lower=spread.lower, upper=spread.upper)


def change(figures: Figures) -> str:
    """The mean total against the former round's."""
    return signed(figures.change) or NOTHING


def reached(figures: Figures, measure: str) -> str:
    """What share of the points was reached, in per cent."""
    found = _reached(figures, measure)
    return missing(figures, measure) if found is None else f"{found.share}%"


def reached_change(figures: Figures, measure: str) -> str:
    """The share against the former round's, in percentage points."""
    found = _reached(figures, measure)
    return NOTHING if found is None else signed(found.change) or NOTHING


def people(figures: Figures, measure: str) -> str:
    """Of how many people the figure is."""
    found = _reached(figures, measure)
    return NOTHING if found is None else str(found.people)


def _reached(figures: Figures, measure: str) -> Reached | None:
    return figures.criteria.get(measure) or figures.profile.get(measure)


def part(count: int, of: int) -> Decimal | None:
    """How much of a whole, in per cent; of nothing, nothing."""
    return round_half_up(Fraction(100 * count, of), 1) if of else None


def graded(figures: Figures, place: int) -> str:
    """How many earned the grade in that place, and what part of those who have a total they are."""
    if figures.grades is None:
        return missing(figures, "grades")
    share = part(figures.grades[place], figures.scored)
    return f"{figures.grades[place]}" if share is None else f"{figures.grades[place]}  {share}%"


def spread(counts: tuple[int, ...] | None) -> str:
    """How many are in each place, such as ``8/3/1/0``."""
    return _(KEPT) if counts is None else "/".join(map(str, counts))


def banded(figures: Figures, measure: str) -> str:
    """How many people are in each of the bands of their share."""
    found = _reached(figures, measure)
    return missing(figures, measure) if found is None else spread(found.bands)


def bands() -> tuple[str, ...]:
    """What the bands are called."""
    return *(_("{least}% 以上").format(least=each) for each in BANDS[:-1]), _("不足 {least}%").format(least=BANDS[-2])


def grades_spread(figures: Figures) -> str:
    """How many earned each grade."""
    return missing(figures, "grades") if figures.grades is None else spread(figures.grades[:-1])


def difference(sides: Sides) -> str:
    """How much higher leaders' mean is than that of all others."""
    leaders, others = sides.leaders.total, sides.others.total
    if leaders is None or others is None:
        return ""
    between = leaders.mean - others.mean
    if not between:
        return _("领导干部和其他干部的均分一样。")
    higher = (
        _("领导干部的均分比其他干部高 {points} 分。")
        if between > 0
        else _("领导干部的均分比其他干部低 {points} 分。")
    )
    return higher.format(points=abs(between))


def foci_before(
    found: CountyResult, by: Purpose, unit: UnitFigures | None = None
) -> tuple[tuple[FormerRound, Mapping[str, Decimal]], ...]:
    """The former rounds of which a focal check stands beside this round's, the oldest first, each with its profile.

    Of the whole county, or of one ``unit``, as those rounds' own pages tell it.
    """
    keys = {profile_key(by, focus) for focus in Focus}
    every = ((each, each.profile if unit is None else unit.before.get(each.round, {})) for each in found.course)
    return tuple((each, profile) for each, profile in every if not keys.isdisjoint(profile))


def focus_shares(
    found: CountyResult, by: Purpose, focus: Focus, unit: UnitFigures | None = None
) -> list[Decimal | None]:
    """A focal check in those rounds, then in this one; None where a round does not tell it."""
    now = (unit.sides if unit else found.county).everybody.focus(by, focus)
    before = [profile.get(profile_key(by, focus)) for _round, profile in foci_before(found, by, unit)]
    return [*before, now.share if now else None]
