"""Which days are worked on: the country's holidays and the weekends worked instead of them, and the county's word."""

from collections.abc import Callable
from datetime import date
from functools import cache

from cadre_tui.model.study.settings import StudySettings


def works(settings: StudySettings, year: int) -> Callable[[date], bool]:
    """Whether a day of that year is worked on: by what the county settled, else by the country's holidays.

    The days that are moved for a holiday are known once the State Council has announced them; before, the holidays
    that the law sets are.
    """
    free, working = frozenset(settings.free), frozenset(settings.working)

    def answer(day: date) -> bool:
        if day in working:
            return True
        return day not in free and _country(year)(day)

    return answer


@cache
def _country(year: int) -> Callable[[date], bool]:
    from holidays import country_holidays  # noqa: PLC0415 - only where a calendar is proposed

    china = country_holidays("CN", years=[year])

    def is_worked_on(day: date) -> bool:
        return bool(china.is_working_day(day))

    return is_worked_on
