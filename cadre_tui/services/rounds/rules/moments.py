"""Times as people write them: a day means its end in China, a moment may carry its zone."""

from datetime import date, datetime, time, timedelta, timezone
from typing import Final

from cadre_tui.model.fault import BadInput

CHINA: Final = timezone(timedelta(hours=8))
LAST_SECOND: Final = time(23, 59, 59)


def until(written: str) -> datetime:
    """``2026-12-20`` (its end, in China), ``2026-12-20 18:00`` (in China) or ``2026-12-20T18:00:00+08:00``.

    Raises:
        BadInput: it is no time.
    """
    plain = written.strip()
    try:
        return datetime.combine(date.fromisoformat(plain), LAST_SECOND, CHINA)
    except ValueError:
        pass
    try:
        found = datetime.fromisoformat(plain)
        zoned = found if found.tzinfo else found.replace(tzinfo=CHINA)
        zoned.astimezone(CHINA)  # a moment at the edge of the calendar has no such time elsewhere
    except (ValueError, OverflowError):
        raise BadInput("time-unreadable", written=plain) from None
    return zoned
