"""The remedy list on the screen: from a weak criterion to an item, to its owner's home, and back to be settled."""

from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from cadre_tui.model.oversight.remedy import RemedyState
from cadre_tui.model.people.person import Role
from cadre_tui.services.oversight import remedies
from cadre_tui.services.people import accounts
from cadre_tui.tui import navigation
from cadre_tui.tui.county.screen import CountyScreen
from cadre_tui.tui.remedies.form_screen import RemedyFormScreen
from cadre_tui.tui.remedies.list_screen import RemediesScreen
from cadre_tui.tui.remedies.one_screen import RemedyScreen
from tests.services.small import PASSWORD, Small
from tests.services.units import CLERK, SUPERVISOR, acting, long_after, make_units
from tests.tui.golden import LOOKS, Look, assert_looks, each_look, press, settle, text_of, write

DUE = date(2026, 5, 1)


@pytest.fixture(scope="module")
def made_units(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("units") / "data"
    make_units(folder)
    return folder


@pytest.fixture
def small(made_units: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Small:
    codes = iter(("7KMX-3Q2W", "8LNY-4R3X", "9MPZ-5S4Y"))
    monkeypatch.setattr(remedies, "receipt_code", lambda: next(codes))
    return long_after(copytree(made_units, tmp_path / "units"))


def shown(pilot: Pilot[Any]) -> str:
    return text_of(pilot.app)


async def test_a_weak_criterion_becomes_an_item_with_an_owner_and_a_day(small: Small) -> None:
    async with LOOKS[0].open(small.county, small.organiser) as pilot:
        navigation.open_county(pilot.app, "n1")
        await settle(pilot)
        await press(pilot, "right_square_bracket", "m")
        assert isinstance(pilot.app.screen, RemedyFormScreen)
        assert pilot.app.screen.query_one("#text", Input).value == "第二项："
        await write(pilot, "补学")
        await press(pilot, "enter")
        await write(pilot, "a3")
        await press(pilot, "enter")
        await write(pilot, "2026-05-01")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, CountyScreen)
        (made,) = remedies.of_round(small.county, "n1")
        assert (made.text, made.criterion, made.owner, made.due) == ("第二项：补学", "t.pair/pair.two", "a3", DUE)
        assert "已列入整改清单" in shown(pilot)
        await press(pilot, "z")
        assert isinstance(pilot.app.screen, RemediesScreen)
        assert "共 1 项，1 项没有了结" in shown(pilot)


async def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_stays(small: Small) -> None:
    async with LOOKS[0].open(small.county, small.organiser) as pilot:
        navigation.open_remedy_form(pilot.app, "n1", "")
        await settle(pilot)
        await write(pilot, "补记录")
        await press(pilot, "enter")
        await write(pilot, "谁也不是")
        await press(pilot, "enter")
        await write(pilot, "五月")
        await press(pilot, "f9")
        assert "花名册里没有这些编号：谁也不是" in shown(pilot)
        assert pilot.app.focused is not None and pilot.app.focused.id == "owner"
        pilot.app.screen.query_one("#owner", Input).value = "人a1"
        await press(pilot, "f9")
        assert "“五月”不是日期" in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, RemedyFormScreen)
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, RemedyFormScreen)
        assert remedies.of_round(small.county, "n1") == ()


async def test_the_day_that_was_typed_stays_in_another_language(small: Small) -> None:
    async with LOOKS[0].open(small.county, small.organiser) as pilot:
        navigation.open_remedy_form(pilot.app, "n1", "")
        await settle(pilot)
        pilot.app.screen.query_one("#due", Input).value = "2026-05-01"
        await press(pilot, "f4")
        assert pilot.app.screen.query_one("#due", Input).value == "2026-05-01"


async def test_a_session_that_has_ended_is_told_when_the_item_is_sent(small: Small) -> None:
    async with LOOKS[0].open(small.county, small.organiser) as pilot:
        accounts.change_password(small.organiser, PASSWORD, "another one")
        navigation.open_remedy_form(pilot.app, "n1", "")
        await settle(pilot)
        await write(pilot, "补记录")
        await press(pilot, "f9")
        assert isinstance(pilot.app.screen, RemedyFormScreen)
        assert "这次登录已经结束" in shown(pilot)
        assert "补记录" in shown(pilot)


async def test_f3_offers_the_people_of_the_unit(small: Small) -> None:
    async with LOOKS[0].open(small.county, acting(small, CLERK, Role.CLERK)) as pilot:
        navigation.open_remedies(pilot.app, "n1")
        await settle(pilot)
        await press(pilot, "n", "f3")
        assert "人a1" in shown(pilot)
        assert "人b1" not in shown(pilot)
        await press(pilot, *"a2", "enter")
        assert pilot.app.screen.query_one("#owner", Input).value == "a2"


async def test_its_owner_sees_it_on_home_reports_and_the_organiser_settles_it(small: Small) -> None:
    made = remedies.make(small.organiser, "r1", "每月对照检查一次", "b2", DUE, unit="乙单位")
    async with LOOKS[0].open(small.county, small.signed_in("b2")) as pilot:
        assert "每月对照检查一次" in shown(pilot)
        assert "2026-05-01" in shown(pilot)
        screen: Any = pilot.app.screen
        screen.query_one("#list").menu.find(f"remedy r1 {made.id}")
        await press(pilot, "enter", "d")
        await write(pilot, "查了两次，有记录")
        await press(pilot, "f9")
        assert isinstance(pilot.app.screen, RemedyScreen)
        assert "待核查" in shown(pilot)
        assert "s 销号" not in shown(pilot)
    async with LOOKS[0].open(small.county, small.organiser) as pilot:
        assert "待核查" in shown(pilot), "what was reported waits on the organiser's home"
        navigation.open_remedies(pilot.app, "r2")
        await settle(pilot)
        assert "以前各轮的整改事项" in shown(pilot)
        await press(pilot, "enter", "s")
        await write(pilot, "看过原件")
        await press(pilot, "f9")
        assert "已销号" in shown(pilot)
        assert "s 销号" not in shown(pilot)
    assert remedies.find(small.county, "r1", made.id).state is RemedyState.SETTLED


async def test_the_next_rounds_page_shows_former_items_with_their_state(small: Small) -> None:
    made = remedies.make(small.organiser, "r1", "每月对照检查一次", "b2", DUE, unit="乙单位")
    remedies.report(small.signed_in("b2"), "r1", made.id, RemedyState.WORKING, "已经开始")
    async with Look(lines=40).open(small.county, small.organiser) as pilot:
        navigation.open_county(pilot.app, "n1")
        await settle(pilot)
        line = next(each for each in shown(pilot).splitlines() if "每月对照检查一次" in each)
        assert "整改中" in line
        await press(pilot, "end", "enter")
        assert isinstance(pilot.app.screen, RemedyScreen)


async def test_another_owner_is_named_with_the_reason(small: Small) -> None:
    made = remedies.make(small.organiser, "n1", "补记录", "b2", DUE, unit="乙单位")
    async with LOOKS[0].open(small.county, small.organiser) as pilot:
        navigation.open_remedies(pilot.app, "n1")
        await settle(pilot)
        await press(pilot, "enter", "h")
        await write(pilot, "工作调动")
        pilot.app.screen.query_one("#owner", Input).value = "b3"
        await press(pilot, "f9")
        assert "改责任人或者期限。工作调动" in shown(pilot)
    assert remedies.find(small.county, "n1", made.id).owner == "b3"


async def test_a_supervisor_reads_and_says_nothing(small: Small) -> None:
    remedies.make(small.organiser, "n1", "补记录", "b2", DUE, unit="乙单位")
    async with LOOKS[0].open(small.county, acting(small, SUPERVISOR, Role.SUPERVISOR)) as pilot:
        navigation.open_remedies(pilot.app, "n1")
        await settle(pilot)
        assert "n 列一项" not in shown(pilot)
        await press(pilot, "enter")
        assert "补记录" in shown(pilot)
        assert "销号" not in shown(pilot).splitlines()[-1]


@each_look
async def test_the_list_an_item_and_its_form_look_as_they_should(small: Small, look: Look) -> None:
    late = remedies.make(small.organiser, "r1", "每月对照检查一次，写出小结", "b2", DUE, unit="乙单位")
    remedies.make(
        small.organiser, "n1", "第二项：补学", "a3", date(2026, 6, 30), unit="甲单位", criterion="t.pair/pair.two"
    )
    remedies.make(small.organiser, "n1", "建立每季度讲评", "c1", date(2026, 7, 31))
    small.clock.now = small.clock.now.replace(month=5, day=4)
    remedies.report(small.signed_in("b2"), "r1", late.id, RemedyState.WORKING, "已经开始，差两个月的记录")
    async with look.open(small.county, small.organiser) as pilot:
        navigation.open_remedies(pilot.app, "n1")
        await settle(pilot)
        await assert_looks(pilot, "remedies", look)
        await press(pilot, "down", "down", "enter")
        await assert_looks(pilot, "remedy", look)
        await press(pilot, "escape", "n", "enter")
        await assert_looks(pilot, "remedy-form", look)
