"""A line of the calendar: what a session is about has the room that its day and its class leave."""

from datetime import date, time

import pytest

from cadre_tui import locale
from cadre_tui.model.study.session import StudyCalendar, StudySession
from cadre_tui.model.study.settings import StudySettings
from cadre_tui.tui.drawing.glyphs import UNICODE
from cadre_tui.tui.drawing.parts import line_width, plain
from cadre_tui.tui.study.calendar_screen import Shown, rows

THEME = "财政预算绩效管理条例"
LEADERS = StudySession(id="leaders-01", audience="leaders", day=date(2026, 3, 6), theme=THEME)
TIMED = LEADERS.model_copy(update={"id": "leaders-02", "begins": time(9), "ends": time(11, 30)})


def lines(*sessions: StudySession, width: int) -> list[str]:
    page = Shown(StudyCalendar(year=2026, sessions=sessions), StudySettings())
    drawn = [row.draw(width, False) for row in rows(page, UNICODE, lambda session: session)]
    assert all(line_width(each) <= width for each in drawn)
    return [plain(each) for each in drawn]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_at_80_columns_the_theme_is_whole(language: str) -> None:
    locale.use(language)
    (told,) = lines(LEADERS, width=76)
    assert THEME in told


def test_where_hours_are_told_a_long_class_gives_way() -> None:
    told = lines(LEADERS, TIMED, width=76)
    assert "09:00-11:30" in told[1]
    assert all("财政预算绩效" in each for each in told)
    locale.use("en")
    assert "Deputy" in lines(TIMED, width=76)[0]
