"""A calendar of collective sessions as iCalendar (RFC 5545): what telephones and mail programs take in."""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from cadre_tui.locale import _
from cadre_tui.model.study.session import SessionState, StudyCalendar
from cadre_tui.model.study.settings import StudySettings
from cadre_tui.words.study import terms

CHINA: Final = ZoneInfo("Asia/Shanghai")


def as_icalendar(of: StudyCalendar, settled: StudySettings, now: datetime) -> bytes:
    """The sessions as events: those without an hour last the day; those that were called off say so.

    An event keeps its id, so that a calendar that is taken in again changes what is there.
    """
    from icalendar import Calendar, Event  # noqa: PLC0415 - only where a calendar is handed out

    whole = Calendar()
    whole.add("prodid", "-//cadre-tui//study//")
    whole.add("version", "2.0")
    whole.add("x-wr-calname", _("{year} 年集中学习").format(year=of.year))
    for each in of.sessions:
        event = Event()
        event.add("uid", f"{of.year}-{of.unit or 'county'}-{each.id}@cadre-tui")
        event.add("dtstamp", now)
        audience = terms.audience(each.audience, settled)
        event.add(
            "summary",
            f"{audience}：{each.theme}" if each.theme else _("{audience}集中学习").format(audience=audience),
        )
        if each.begins is not None and each.ends is not None:
            event.add("dtstart", datetime.combine(each.day, each.begins, CHINA))
            event.add("dtend", datetime.combine(each.day, each.ends, CHINA))
        else:
            event.add("dtstart", each.day)
            event.add("dtend", each.day + timedelta(days=1))
        if each.place:
            event.add("location", each.place)
        told = [_("{hours} 学时").format(hours=terms.hours(each.hours)), _(terms.KINDS[each.kind])]
        told += [_("主讲：{speaker}").format(speaker=each.speaker)] if each.speaker else []
        event.add("description", _("，").join(told))
        event.add("status", "CANCELLED" if each.state is SessionState.CANCELLED else "CONFIRMED")
        whole.add_component(event)
    return bytes(whole.to_ical())
