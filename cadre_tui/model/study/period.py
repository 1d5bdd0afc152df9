"""The days that something is counted over."""

from calendar import isleap
from datetime import date, timedelta
from fractions import Fraction

from cadre_tui.model.base import Frozen

DAY = timedelta(days=1)


class Period(Frozen):
    """From the ``first`` day to the ``last``, both in it."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def share(self) -> Fraction:
        """The part of a year that it is: whole months as twelfths, anything else by its days."""
        ends = self.last + DAY
        if self.first.day == ends.day == 1:
            return Fraction(12 * (ends.year - self.first.year) + ends.month - self.first.month, 12)
        days = (self.last - self.first).days + 1
        return Fraction(max(days, 0), 366 if isleap(self.first.year) else 365)

    def until(self, day: date) -> "Period":
        """The part of it that is over at the end of ``day``; where none is, one of no days."""
        return Period(first=self.first, last=max(min(self.last, day), self.first - DAY))


def year_of(year: int) -> Period:
    """A whole year."""
    return Period(first=date(year, 1, 1), last=date(year, 12, 31))


def half_of(year: int, half: int) -> Period:
    """The first or the second half of a year."""
    if half == 1:
        return Period(first=date(year, 1, 1), last=date(year, 6, 30))
    return Period(first=date(year, 7, 1), last=date(year, 12, 31))


def quarter(day: date) -> int:
    """Which quarter of its year a day lies in, 1 to 4."""
    return (day.month + 2) // 3
