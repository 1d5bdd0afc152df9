"""The page of home, as data: what stands in its rows, and what they leave out where there is little room."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from cadre_tui import locale
from cadre_tui.locale import _, use
from cadre_tui.model.answers.response import State
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.filling.home import Home, PublishedLine, RoundLine, Task, Todo
from cadre_tui.model.people.person import Person
from cadre_tui.model.rounds.round import Phase
from cadre_tui.model.text import Text
from cadre_tui.tui.drawing.columns import width_of
from cadre_tui.tui.drawing.glyphs import ASCII, UNICODE
from cadre_tui.tui.drawing.parts import plain
from cadre_tui.tui.drawing.progress import Stage, stage, stage_of_all, time_left
from cadre_tui.tui.home import organiser_page
from cadre_tui.tui.home import page as home_page
from cadre_tui.tui.home.page import Doors
from tests.tui.small_county import CHINA, NOW

DOORS = Doors(form=list, colleagues=list, hand_in=list, result=list, plan=list)


@pytest.mark.parametrize(
    ("phase", "verb"),
    [
        (Phase.SETUP, "开启"),
        (Phase.OPEN, "结束"),
        (Phase.SELF, "往下办"),
        (Phase.PEER, "结束"),
        (Phase.MODERATION, "公布"),
        (Phase.PUBLISHED, "归档"),
    ],
)
def test_an_organiser_reads_which_key_leads_on(phase: Phase, verb: str) -> None:
    line = RoundLine(round="r-1", title=Text("一轮"), phase=phase, handed_in={Purpose.SELF: (1, 8)})
    told = [plain(row.draw(100, False)) for row in organiser_page.rows([line], UNICODE, list)]
    assert any(f"按 g {verb}" in row for row in told)
    assert any("12%" in row for row in told) is (phase not in {Phase.SETUP, Phase.PUBLISHED})


def a_task(**changes: Any) -> Task:
    given: dict[str, Any] = {
        "round": "r",
        "purpose": Purpose.SELF,
        "subject": Person(id="a", name="甲", unit="u", level="agency-staff"),
        "checklist": "c",
        "title": Text("表"),
        "state": State.DRAFT,
        "answered": 1,
        "asked": 2,
        "open": True,
    }
    return Task(**given | changes)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"state": None, "answered": 0}, Stage.NOT_BEGUN),
        ({}, Stage.BEGUN),
        ({"answered": 2}, Stage.FILLED),
        ({"state": State.SUBMITTED, "answered": 2, "open": False}, Stage.HANDED_IN),
        ({"state": State.REOPENED}, Stage.REOPENED),
        ({"state": None, "answered": 0, "open": False}, Stage.MISSED),
        ({"answered": 2, "open": False}, Stage.MISSED),
    ],
)
def test_the_stage_of_a_task_follows_from_its_state(changes: dict[str, Any], expected: Stage) -> None:
    assert stage(a_task(**changes)) is expected


def test_tasks_together_are_as_far_as_the_one_that_lags_behind() -> None:
    handed_in, filled = a_task(state=State.SUBMITTED, answered=2), a_task(answered=2)
    assert stage_of_all([handed_in, handed_in]) is Stage.HANDED_IN
    assert stage_of_all([handed_in, filled]) is Stage.FILLED
    assert stage_of_all([filled, a_task(state=None, answered=0)]) is Stage.BEGUN
    assert stage_of_all([a_task(state=State.REOPENED), handed_in]) is Stage.REOPENED


@pytest.mark.parametrize(
    ("deadline", "in_chinese", "in_english"),
    [
        (NOW + timedelta(days=6), "还剩 6 天", "6 days left"),
        (datetime(2026, 11, 11, 0, 1, tzinfo=CHINA), "还剩 1 天", "1 day left"),
        (datetime(2026, 11, 10, 23, 59, tzinfo=CHINA), "今天 23:59 截止", "Today, 23:59"),
        (NOW - timedelta(seconds=1), "已过期限", "Overdue"),
        (None, "", ""),
    ],
)
def test_days_are_counted_in_the_deadlines_own_zone(
    deadline: datetime | None, in_chinese: str, in_english: str
) -> None:
    now = NOW.astimezone(UTC)
    assert time_left(deadline, now) == in_chinese
    locale.use("en")
    assert time_left(deadline, now) == in_english


def told(home: Home, **how: Any) -> str:
    rows = home_page.rows(home, how.get("glyphs", UNICODE), NOW, DOORS)
    return "\n".join(plain(row.draw(how.get("width", 76), False)).rstrip() for row in rows)


def published(*totals: str | None) -> Home:
    lines = [
        PublishedLine(round=f"r{n}", title=Text(f"第{n}轮"), total=Decimal(each) if each else None, grade=None)
        for n, each in enumerate(totals)
    ]
    return Home(person=None, county="", unit="", todos=(), results=tuple(lines))


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_what_stands_for_a_total_is_never_cut(tongue: str) -> None:
    use(tongue)
    try:
        unseen = published("78.4").results[0].model_copy(update={"unseen": True})
        assert _("先看自己") in told(published().model_copy(update={"results": (unseen,)}), width=60)
    finally:
        use("zh")


def test_former_totals_run_from_the_oldest_to_the_newest() -> None:
    drawn = told(published("86.5", None, "84.0", "81.4", "78.1"))
    assert "历次总分  ▁▃▅█  78.1  81.4  84.0  86.5" in drawn
    assert "没有总分" in drawn


def test_former_totals_that_are_all_alike_draw_a_level_line() -> None:
    assert "▄▄▄  80.0  80.0  80.0" in told(published("80.0", "80.0", "80.0"))


def test_one_total_makes_no_line_and_no_result_no_heading() -> None:
    assert "历次" not in told(published("80.0"))
    assert "结果" not in told(published())
    assert "现在没有要做的事" in told(published())


def test_a_long_title_is_cut_and_no_line_is_wider_than_the_screen() -> None:
    todo = Todo(
        round="r",
        round_title=Text("全县学习型干部" * 9),
        purpose=Purpose.SELF,
        tasks=(a_task(title=Text("学习型干部四项重点检查" * 5)),),
        deadline=NOW + timedelta(days=100),
        open=True,
    )
    home = Home(person=None, county="", unit="", todos=(todo,), results=())
    for width in (56, 76, 116):
        for glyphs in (UNICODE, ASCII):
            for line in told(home, width=width, glyphs=glyphs).splitlines()[1:]:
                assert width_of(line) <= width
