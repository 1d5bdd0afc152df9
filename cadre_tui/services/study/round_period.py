"""The days that a round's facts are counted over."""

from datetime import date

from cadre_tui.model.round import Round
from cadre_tui.model.study.period import Period
from cadre_tui.services.county import County
from cadre_tui.services.rounds.hours import CHINA
from cadre_tui.services.study.reading import today


def period_of(county: County, held: Round) -> Period:
    """From the day that the round's rules name, else from New Year's Day of the year in which it opened, to today.

    A round that opens in January looks back on the year before.
    """
    last = today(county)
    first = held.rules.facts_from or _usual(held.opened.astimezone(CHINA).date() if held.opened else last)
    return Period(first=min(first, last), last=last)


def _usual(opened: date) -> date:
    return date(opened.year - 1 if opened.month == 1 else opened.year, 1, 1)
