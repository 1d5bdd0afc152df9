"""A clerk's home, the list of paper forms, and typing one; and what a supervisor's and a rater's home show."""

import pytest

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.people.person import Role
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.drawers import read_drawer
from cadre_tui.services.filling import paper
from cadre_tui.services.people import accounts, roles
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.drawing.glyphs import UNICODE
from cadre_tui.tui.drawing.parts import plain
from cadre_tui.tui.home.screen import HomeScreen
from cadre_tui.tui.paper import page as paper_page
from cadre_tui.tui.paper.screen import PaperScreen
from tests.tui import small_county
from tests.tui.golden import Look, assert_looks, each_look, press, settle, text_of


@pytest.fixture
def clerk(county: County, organiser: Session) -> Session:
    """李敏 (q2) as clerk of 城关镇."""
    roles.grant(organiser, "q2", Role.CLERK, ["城关镇"])
    return accounts.act_as(small_county.signed_in(county, "q2"), Role.CLERK)


def head(pilot_app: object) -> str:
    return text_of(pilot_app).splitlines()[0]


@each_look
async def test_the_list_of_paper_forms_looks_like_this(look: Look, county: County, clerk: Session) -> None:
    async with look.open(county, clerk) as pilot:
        await press(pilot, "e")
        assert isinstance(pilot.app.screen, PaperScreen)
        await assert_looks(pilot, "paper", look)


async def test_a_clerks_home_shows_rounds_and_no_result(county: County, clerk: Session) -> None:
    async with Look().open(county, clerk) as pilot:
        told = text_of(pilot.app)
        assert "李敏 · 单位联络员" in told
        assert "下一步" not in told
        await press(pilot, "down", "enter")
        assert "没有权限" not in text_of(pilot.app)
        assert "总分" not in text_of(pilot.app)


async def test_paper_is_typed_under_a_banner_and_handed_in(
    county: County, organiser: Session, clerk: Session
) -> None:
    async with Look().open(county, clerk) as pilot:
        await press(pilot, "e", "f2", *"陈刚", "down", "enter")
        assert head(pilot.app).startswith(" 代录纸质表：陈刚 · 评价同事")
        for _each in range(4 * 8):
            await pilot.press("3")
        await press(pilot, "enter")
        assert head(pilot.app).startswith(" 代录纸质表：陈刚")
        await press(pilot, "escape", "s")
        assert head(pilot.app).startswith(" 代录纸质表：陈刚 · 提交")
        await press(pilot, "s", "enter")
        assert isinstance(pilot.app.screen, PaperScreen)
        assert "代录纸质表：" not in head(pilot.app)
        row = next(row for row in text_of(pilot.app).splitlines() if "陈刚" in row and "评价同事" in row)
        assert "已提交" in row
        await press(pilot, "f2", *"陈刚", "down", "enter")
        assert "录入的人不能再看" in text_of(pilot.app).replace("\n", "")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert pilot.app.session == clerk  # type: ignore[attr-defined]
    found = read_drawer(county, small_county.CURRENT, "q5").responses
    assert {each.entered_by for each in found if each.purpose is Purpose.PEER} == {"q2"}
    assert [each.values["count"] for each in audit.entries(organiser) if each.code == "paper-entered"] == [4]
    async with Look().open(county, small_county.signed_in(county, "q5")) as pilot:
        assert "由 李敏 照纸质表代录" in text_of(pilot.app)


async def test_who_has_begun_themself_is_left_alone(county: County, clerk: Session) -> None:
    async with Look().open(county, clerk) as pilot:
        await press(pilot, "e", "enter")
        assert "已经自己在填" in text_of(pilot.app).replace("\n", "")
        assert isinstance(pilot.app.screen, PaperScreen)


async def test_roles_are_gone_through_with_r(county: County, organiser: Session) -> None:
    roles.grant(organiser, "q1", Role.SUPERVISOR)
    roles.grant(organiser, "q1", Role.CLERK, ["城关镇"])
    async with Look().open(county, small_county.signed_in(county, "q1")) as pilot:
        seen = []
        for _each in range(3):
            seen.append(next(each for each in ("待办", "单位联络员", "督查员") if each in text_of(pilot.app)))
            await press(pilot, "r")
        assert sorted(seen) == ["单位联络员", "待办", "督查员"]
        assert "待办" in text_of(pilot.app)


async def test_a_supervisor_sees_progress_and_after_the_publication_results(
    county: County, organiser: Session
) -> None:
    roles.grant(organiser, "q1", Role.SUPERVISOR)
    supervisor = accounts.act_as(small_county.signed_in(county, "q1"), Role.SUPERVISOR)
    async with Look().open(county, supervisor) as pilot:
        await press(pilot, "enter")
        assert "县政府办" in text_of(pilot.app)
        assert "总分" not in text_of(pilot.app)
        await press(pilot, "escape", "down", "enter")
        assert "8/8 人 · 5 人有总分" in text_of(pilot.app)


async def test_a_locked_screen_tells_nobody_whose_paper_is_typed(county: County, clerk: Session) -> None:
    async with Look().open(county, paper.begin(clerk, small_county.CURRENT, "q5")) as pilot:
        navigation.open_lock(pilot.app, True)
        await settle(pilot)
        assert "陈刚" not in text_of(pilot.app)


def test_in_a_confidential_round_the_clerk_is_told_what_it_means(county: County, clerk: Session) -> None:
    found = paper.whose(clerk, small_county.CURRENT)
    said = {
        secret: "".join(
            plain(row.draw(78, False))
            for row in paper_page.rows(found.model_copy(update={"confidential": secret}), UNICODE, 78, list)
        )
        for secret in (False, True)
    }
    assert "必然看到" in said[True]
    assert "必然看到" not in said[False]
