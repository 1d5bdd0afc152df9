"""Study on the screen: a cadre's year and plan, the calendar, the sign-in, what supervisors see."""

from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from cadre_tui.model.people.person import Role
from cadre_tui.model.study.log import Mark
from cadre_tui.model.study.plan import Progress
from cadre_tui.model.study.settings import LEADERS, MIDDLE
from cadre_tui.services import audit
from cadre_tui.services.people import accounts, roles
from cadre_tui.services.study import arranging, plans, settling, signing_in
from cadre_tui.services.study.given_facts import given_facts
from cadre_tui.services.study.reading import log_of
from cadre_tui.tui.study.facts_screen import FactsImportScreen
from cadre_tui.tui.study.import_screen import CourseImportScreen
from cadre_tui.tui.study.item_screen import StudyItemScreen
from cadre_tui.tui.study.overview_screens import StudyOverviewScreen
from cadre_tui.tui.study.sign_in_page import initials, matching
from cadre_tui.tui.study.sign_in_screen import AttendanceScreen
from cadre_tui.tui.study.year_screen import StudyScreen
from cadre_tui.tui.widgets.where_to import WhereTo
from tests.services.small import Small, reopened
from tests.services.study.study_county import CADRE, YEAR, calendar, clerk, make
from tests.tui.golden import LOOKS, Look, assert_looks, each_look, press, settle, text_of, write


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("study") / "data"
    small = make(folder, count=12)
    first, second, *_rest = [each for each in calendar(small).sessions if each.audience == "leaders"]
    signing_in.mark_rest(small.organiser, YEAR, first.id, Mark.PRESENT)
    signing_in.mark(small.organiser, YEAR, second.id, CADRE, Mark.EXCUSED, "出差")
    return folder


@pytest.fixture
def small(made: Path, tmp_path: Path) -> Small:
    from tests.services.study.study_county import now  # noqa: PLC0415

    return reopened(copytree(made, tmp_path / "data"), now())


def shown(pilot: Pilot[Any]) -> str:
    return text_of(pilot.app)


async def test_a_cadre_writes_a_plan_from_a_template_and_says_what_came_of_it(small: Small) -> None:
    session = small.signed_in(CADRE)
    async with LOOKS[1].open(small.county, session) as pilot:
        assert "学习" in shown(pilot)
        await press(pilot, "b")
        assert isinstance(pilot.app.screen, StudyScreen)
        assert "集中学习 1 / 2 次" in shown(pilot)
        assert "还没有写：按 n 写一条" in shown(pilot)
        await press(pilot, "n", "down", "enter")
        assert isinstance(pilot.app.screen, StudyItemScreen)
        assert pilot.app.screen.query_one("#content", Input).value.startswith("政治理论")
        await press(pilot, "f8", "f8", "escape")
        assert "再按一次 Esc 就不要了" in shown(pilot), "what a key changed is not dropped in silence"
        await press(pilot, "f9")
        assert "还要写一句用到了工作的什么地方" in shown(pilot)
        await write(pilot, "写进了镇里的方案")
        await press(pilot, "f9")
        assert isinstance(pilot.app.screen, StudyScreen)
        assert "写进了镇里的方案" in shown(pilot)
    (item,) = plans.plan(session, YEAR, CADRE).items
    assert (item.progress, item.outcome) == (Progress.DONE, "写进了镇里的方案")


async def test_hours_that_seem_to_be_there_are_asked_about_and_sent_once_more(small: Small) -> None:
    async with LOOKS[1].open(small.county, small.signed_in(CADRE)) as pilot:
        for told in ("登记", "可能重复"):
            await press(pilot, *(("b", "h") if told == "登记" else ("h",)))
            await write(pilot, "网课")
            await press(pilot, "enter")
            await write(pilot, "4")
            await press(pilot, "enter")
            await write(pilot, "2026-03-01")
            await press(pilot, "f9")
        assert "可能重复" in shown(pilot)
        await press(pilot, "f9")
        assert isinstance(pilot.app.screen, StudyScreen)
    log = log_of(small.county, YEAR, CADRE)
    assert [(each.title, each.counted) for each in log.hours] == [("网课", False), ("网课", False)]


async def test_a_certificate_waits_and_the_calendar_and_a_sheet_become_files(small: Small, tmp_path: Path) -> None:
    async with LOOKS[1].open(small.county, small.signed_in(CADRE)) as pilot:
        await press(pilot, "b", "z", "f6")
        await write(pilot, "无人机巡查")
        await press(pilot, "f9")
        assert "无人机巡查" in shown(pilot)
        assert "本职以外的技能，等核对" in shown(pilot)
    async with LOOKS[1].open(small.county, small.organiser) as pilot:
        for key, name in (("o", "year.ics"), ("s", "papers")):
            await press(pilot, *(("b", key) if key == "o" else (key,)))
            pilot.app.screen.query_one("#to", Input).value = str(tmp_path / name)
            await press(pilot, "enter")
            assert "写好了" in shown(pilot)
    assert (tmp_path / "year.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert len(list((tmp_path / "papers").glob("*.docx"))) == 1


async def test_people_are_signed_in_by_their_initials_and_the_rest_at_once(small: Small) -> None:
    third = [each for each in arranging.calendar(small.organiser, YEAR).sessions if each.audience == "leaders"][2]
    async with LOOKS[0].open(small.county, small.organiser) as pilot:
        await press(pilot, "b")
        screen: Any = pilot.app.screen
        screen.query_one("#list").menu.find(third.id)
        await press(pilot, "enter", "enter")
        assert isinstance(pilot.app.screen, AttendanceScreen)
        await press(pilot, *"p02", "enter")
        assert "人02 到" in shown(pilot)
        await press(pilot, *"p01", "f6", "enter")
        assert "人01 请假（出差）" in shown(pilot)
        await press(pilot, *"p05", "f7")
        await press(pilot, "f9", "down", "enter")
        assert "未签 0" in shown(pilot)
    marks = {each: log_of(small.county, YEAR, each).at(third.key) for each in ("p02", "p01", "p05", "p06")}
    assert [each.mark if each else None for each in marks.values()] == ["present", "excused", "absent", "present"]


async def test_a_unit_is_seen_down_to_what_waits_and_that_is_accepted(small: Small) -> None:
    from datetime import UTC, datetime  # noqa: PLC0415
    from decimal import Decimal  # noqa: PLC0415

    from cadre_tui.model.study.log import HoursEntry  # noqa: PLC0415
    from cadre_tui.services.study import hours  # noqa: PLC0415
    from tests.services.study.study_county import day  # noqa: PLC0415

    entry = HoursEntry(
        id="", title="网课", day=day("2026-03-01"), hours=Decimal(4), proof="证书", at=datetime.now(UTC)
    )
    hours.add(small.signed_in(CADRE), CADRE, entry)
    async with LOOKS[1].open(small.county, small.organiser) as pilot:
        await press(pilot, "b", "d")
        assert "待" not in shown(pilot).split("该办的")[0]
        screen: Any = pilot.app.screen
        screen.query_one("#list").menu.find("unit 丙单位")
        await press(pilot, "enter")
        assert "待核对 1" in shown(pilot)
        screen = pilot.app.screen
        screen.query_one("#list").menu.find(CADRE)
        await press(pilot, "enter")
        screen = pilot.app.screen
        screen.query_one("#list").menu.find("entry 1")
        await press(pilot, "enter", "enter")
        assert "等核对" not in shown(pilot)
    assert log_of(small.county, YEAR, CADRE).hours[0].counted


async def test_a_clerk_sees_the_own_unit_alone_and_writes_its_plan(small: Small) -> None:
    session = clerk(small)
    async with LOOKS[1].open(small.county, session) as pilot:
        await press(pilot, "b", "d")
        assert "乙单位" in shown(pilot)
        assert "丙单位" not in shown(pilot)
        screen: Any = pilot.app.screen
        screen.query_one("#list").menu.find("unit 乙单位")
        await press(pilot, "p", "n")
        await write(pilot, "业务大讲堂每月一次")
        await press(pilot, "f9")
        assert "业务大讲堂每月一次" in shown(pilot)
    assert accounts.act_as(session, Role.CLERK)
    assert plans.plan(small.organiser, YEAR, "乙单位", of_unit=True).items[0].content == "业务大讲堂每月一次"


async def test_an_organiser_settles_sets_a_source_and_takes_an_export_in_row_by_row(
    small: Small, tmp_path: Path
) -> None:
    file = tmp_path / "net.csv"
    rows = ("p02,党章,2026-02-03,4", "p02,党章,2026-02-03,4", "p99,党章,2026-02-03,4", "p03,招商,2026-03-03,6")
    file.write_text("\n".join(("学员编号,课程,完成日期,学时", *rows)) + "\n", "utf-8")
    async with LOOKS[1].open(small.county, small.organiser) as pilot:
        await press(pilot, "b", "t")
        pilot.app.screen.query_one("#others", Input).value = "80"
        pilot.app.screen.query_one("#levels", Input).value = "县级领导=110、村（社区)干部＝60"
        pilot.app.screen.query_one("#audiences", Input).value = "leaders=县级领导＋乡科级干部、middle=机干部"
        await press(pilot, "f9")
        assert "没有叫“机干部”的层级" in shown(pilot)
        pilot.app.screen.query_one("#audiences", Input).value = "leaders=县级领导＋乡科级干部、middle=enterprise"
        await press(pilot, "f9", "i", "enter")
        for name, value in (
            ("id", "net"),
            ("person", "学员编号"),
            ("course", "课程"),
            ("day", "完成日期"),
            ("hours", "学时"),
        ):
            pilot.app.screen.query_one(f"#{name}", Input).value = value
        await press(pilot, "f9", "i", "enter")
        assert isinstance(pilot.app.screen, CourseImportScreen)
        pilot.app.screen.query_one("#path", Input).value = str(file)
        await press(pilot, "enter")
        assert "花名册里没有“p99”" in shown(pilot)
        await press(pilot, "enter")
        assert "新的 2 条，已经有的 0 条，要问的 1 条，没有看的 1 行" in shown(pilot)
        await press(pilot, "enter", "y")
        assert "写入了 3 条" in shown(pilot)
    settled = settling.settings(small.organiser)
    assert settled.required_of_others == 80
    assert settled.required == {"county-leadership": 110, "village-branch": 60}
    assert [each.levels for each in settled.audiences] == [LEADERS.levels, ("enterprise",)]
    assert settled.audiences[1].title == MIDDLE.title, "what is not typed stays"
    assert sum(each.hours for each in log_of(small.county, YEAR, "p02").hours) == 8
    assert [each.title for each in log_of(small.county, YEAR, "p03").hours] == ["招商"]


async def test_another_systems_numbers_are_seen_and_taken_in(small: Small, tmp_path: Path) -> None:
    file = tmp_path / "visits.csv"
    file.write_text("编号,数名,数值,条目\np02,visits.made,x,东村\n", "utf-8")
    async with LOOKS[1].open(small.county, small.organiser) as pilot:
        await press(pilot, "b", "i", "down", "enter")
        assert isinstance(pilot.app.screen, FactsImportScreen)
        pilot.app.screen.query_one("#title", Input).value = "走访系统"
        pilot.app.screen.query_one("#path", Input).value = str(file)
        await press(pilot, "enter")
        assert "第 2 行" in shown(pilot)
        file.write_text("编号,数名,数值,条目\np02,visits.made,12,东村\n", "utf-8")
        await press(pilot, "escape", "enter")
        assert "p02  visits.made  来源：走访系统，12（1 条）" in shown(pilot)
        assert not dict(given_facts(small.county, "p02"))
        await press(pilot, "y")
        assert "写入了 1 人的数" in shown(pilot)
    assert dict(given_facts(small.county, "p02"))["visits.made"].value == 12


async def test_supervisors_have_the_summary_written_too_and_clerks_do_not(small: Small, tmp_path: Path) -> None:
    roles.grant(small.organiser, CADRE, Role.SUPERVISOR)
    supervisor = accounts.act_as(small.signed_in(CADRE), Role.SUPERVISOR)
    async with LOOKS[1].open(small.county, supervisor) as pilot:
        await press(pilot, "b", "o")
        where = pilot.app.screen.query_one(WhereTo)
        where.value = str(tmp_path / "summary")
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, StudyOverviewScreen)
        assert not where.display
    (written,) = (tmp_path / "summary").iterdir()
    assert written.suffix == ".docx"
    assert [each.who for each in audit.entries(small.organiser) if each.code == "study-summary-made"] == [CADRE]
    async with LOOKS[1].open(small.county, clerk(small)) as pilot:
        await press(pilot, "b", "d")
        assert isinstance(pilot.app.screen, StudyOverviewScreen)
        assert "出小结" not in shown(pilot)
        await press(pilot, "o")
        assert not pilot.app.screen.query_one(WhereTo).display


@each_look
async def test_the_forms_fit_the_smallest_terminal(look: Look, small: Small) -> None:
    async with look.open(small.county, small.signed_in(CADRE)) as pilot:
        await press(pilot, "b", "n", "down", "enter")
        await assert_looks(pilot, "study-item", look)
    async with look.open(small.county, small.organiser) as pilot:
        await press(pilot, "b", "i", "enter")
        await assert_looks(pilot, "study-source", look)


@each_look
async def test_the_pages_look_like_this(look: Look, small: Small) -> None:
    third = [each for each in arranging.calendar(small.organiser, YEAR).sessions if each.audience == "leaders"][2]
    signing_in.mark(small.organiser, YEAR, third.id, "p01", Mark.ABSENT)
    async with look.open(small.county, small.organiser) as pilot:
        await press(pilot, "b")
        await assert_looks(pilot, "study-calendar", look)
        await press(pilot, "d")
        await assert_looks(pilot, "study-overview", look)
        await press(pilot, "escape")
        screen: Any = pilot.app.screen
        screen.query_one("#list").menu.find(third.id)
        await press(pilot, "enter", "enter")
        await settle(pilot)
        await assert_looks(pilot, "study-sign-in", look)
    async with look.open(small.county, small.signed_in(CADRE)) as pilot:
        await press(pilot, "b")
        await assert_looks(pilot, "study", look)


def test_initials_find_whom_they_mean_first_those_without_a_mark(small: Small) -> None:
    page = signing_in.sign_in(small.organiser, YEAR, "leaders-01")
    assert {initials(each.person.sort_key)[0] for each in page.lines} == {"r"}
    assert [each.person.id for each in matching(page.lines, "人02")] == ["p02"]
    assert matching(page.lines, "zzz") == []
    assert len(matching(page.lines, "r")) == len(page.lines)
