"""Days, hours and times as they are typed into the forms of study. Pure."""

from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from unicodedata import normalize

from cadre_tui.model.fault import BadInput


def day(text: str) -> date | None:
    """The day that was typed; None where nothing was.

    Raises:
        BadInput: it is none.
    """
    written = normalize("NFKC", text).strip().replace("/", "-").replace(".", "-")
    if not written:
        return None
    try:
        year, month, of_month = (int(each) for each in written.split("-"))
        return date(year, month, of_month)
    except ValueError:
        raise BadInput("study-day-unreadable", written=text.strip()) from None


def days(text: str) -> tuple[date, ...]:
    """The days that were typed, with any mark between them, in order.

    Raises:
        BadInput: one of them is none.
    """
    pieces = normalize("NFKC", text).replace("、", " ").replace(",", " ").replace(";", " ").split()
    return tuple(sorted({found for each in pieces if (found := day(each)) is not None}))


def number(text: str) -> Decimal:
    """The number that was typed; 0 where nothing was.

    Raises:
        BadInput: it is none.
    """
    written = normalize("NFKC", text).strip()
    if not written:
        return Decimal(0)
    try:
        found = Decimal(written)
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite() or abs(found) > 10**6:
        raise BadInput("study-number-unreadable", written=text.strip())
    return found


def times(text: str) -> tuple[time | None, time | None]:
    """From when to when, as ``09:00-11:30``; neither where nothing was typed.

    Raises:
        BadInput: they are none.
    """
    written = normalize("NFKC", text).strip().replace("—", "-").replace("–", "-")
    if not written:
        return None, None
    first, _dash, last = written.partition("-")
    return _clock(first), _clock(last)


def _clock(text: str) -> time:
    try:
        return datetime.strptime(text.strip(), "%H:%M").time()
    except ValueError:
        raise BadInput("study-time-unreadable", written=text.strip()) from None
