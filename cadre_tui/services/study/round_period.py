"""The days that a round's facts are counted over."""

from datetime import date, timedelta

from cadre_tui.model.rounds.round import Round
from cadre_tui.model.study.period import Period, half_of
from cadre_tui.services.county import County
from cadre_tui.services.study.reading import today

LOOKING_BACK = timedelta(days=31)
"""So long into a half-year a round still looks back on the half before."""


def period_of(county: County, held: Round) -> Period:
    """To the end of the half-year that is judged, from the day that the rules name, else from its New Year's Day.

    Whole half-years, so that the hours asked for are what a county writes down: 90 a year, 45 a half.
    """
    day = today(county)
    judged = day - LOOKING_BACK
    last = half_of(judged.year, 1 if judged.month <= 6 else 2).last
    first = held.rules.facts_from or date(last.year, 1, 1)
    return Period(first=first, last=last) if first <= last else Period(first=min(first, day), last=day)
