"""Home: what is to be done, what may be looked at, and where each entry leads."""

import asyncio
from collections.abc import Callable
from decimal import Decimal
from threading import Event
from typing import Any

import pytest

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.filling.home import Home
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round_rules import RoundRules, Use
from cadre_tui.model.text import Text
from cadre_tui.services.county import County
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.home import home_of
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.drawing.columns import width_of
from cadre_tui.tui.entry.sign_in import SignInScreen
from cadre_tui.tui.growth import ways
from cadre_tui.tui.home import page as home_page
from cadre_tui.tui.home.page import Doors
from cadre_tui.tui.home.screen import HomeScreen
from cadre_tui.tui.widgets.menu_list import MenuList
from tests.tui.golden import Look, assert_looks, each_look, press, settle, text_of
from tests.tui.small_county import CURRENT, FORMER, signed_in

DOORS = Doors(form=list, colleagues=list, hand_in=list, result=list, plan=list)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """What home asks to be opened, instead of opening it."""
    asked: list[tuple[Any, ...]] = []

    def note(name: str) -> Callable[..., None]:
        return lambda app, *what: asked.append((name, *what))

    own = ("open_form", "open_colleagues", "open_hand_in")
    for name in (*own, "open_round", "open_step", "open_round_wizard"):
        monkeypatch.setattr(navigation, name, note(name))
    monkeypatch.setattr(ways, "open_growth", note("open_growth"))
    return asked


@each_look
async def test_home_looks_like_this(look: Look, county: County, cadre: Session) -> None:
    async with look.open(county, cadre) as pilot:
        await assert_looks(pilot, "home", look)


@each_look
async def test_an_organisers_home_looks_like_this(look: Look, county: County, organiser: Session) -> None:
    async with look.open(county, organiser) as pilot:
        await assert_looks(pilot, "home_organiser", look)


async def test_enter_opens_the_form_under_the_cursor(
    county: County, cadre: Session, opened: list[tuple[Any, ...]]
) -> None:
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "enter", "down", "enter")
    assert [(name, task.checklist, task.purpose) for name, task in opened] == [
        ("open_form", "core.learning", Purpose.SELF),
        ("open_form", "core.mutual", Purpose.SELF),
    ]


async def test_enter_opens_the_colleagues_and_the_result(
    county: County, cadre: Session, opened: list[tuple[Any, ...]]
) -> None:
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "down", "down", "enter", "down", "enter")
    assert opened[0][0] == "open_colleagues"
    assert opened[0][1].purpose is Purpose.PEER
    assert opened[1] == ("open_growth", FORMER)


async def test_an_organiser_opens_a_round_goes_on_with_it_and_makes_another(
    county: County, organiser: Session, opened: list[tuple[Any, ...]]
) -> None:
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "enter", "down", "enter", "g", "n")
    assert opened == [
        ("open_round", CURRENT),
        ("open_round", FORMER),
        ("open_step", FORMER),
        ("open_round_wizard",),
    ]


async def test_a_cadre_is_offered_no_organisers_keys(
    county: County, cadre: Session, opened: list[tuple[Any, ...]]
) -> None:
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "n", "g")
        assert "新建一轮" not in text_of(pilot.app)
    assert not opened


async def test_s_hands_in_what_the_cursor_is_on(
    county: County, cadre: Session, opened: list[tuple[Any, ...]]
) -> None:
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "down", "down", "s")
        await press(pilot, "down", "s")
    assert opened == [("open_hand_in", CURRENT, Purpose.PEER)], "a result cannot be handed in"


async def test_when_all_is_answered_handing_in_is_the_next_step(
    county: County, opened: list[tuple[Any, ...]]
) -> None:
    session = signed_in(county, "q2")
    responses.take_back(session, CURRENT, Purpose.PEER)
    async with Look().open(county, session) as pilot:
        assert "评价同事都答完了，现在可以提交" in text_of(pilot.app)
        await press(pilot, "down", "down", "down", "enter")
    assert opened == [("open_hand_in", CURRENT, Purpose.PEER)]


async def test_what_was_done_above_shows_when_one_comes_back(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        assert "12/19" in text_of(pilot.app)
        await press(pilot, "f1")
        task = tasks.todo(cadre, CURRENT, Purpose.SELF).tasks[0]
        first = next(iter(responses.open_form(cadre, task).response.answers))
        responses.save(cadre, task, {first: None})
        await press(pilot, "escape")
        assert "11/19" in text_of(pilot.app)


async def test_f5_shows_what_others_did_and_the_cursor_stays(county: County, organiser: Session) -> None:
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "down")
        responses.take_back(signed_in(county, "q2"), CURRENT, Purpose.PEER)
        assert "4/26" in text_of(pilot.app)
        await press(pilot, "f5")
        assert "0/26" in text_of(pilot.app)
        assert pilot.app.screen.query_one(MenuList).here.name == FORMER


async def test_markup_in_a_persons_post_is_shown_as_it_is(county: County) -> None:
    async with Look().open(county, signed_in(county, "q5")) as pilot:
        assert "陈刚 · 城关镇 [a1]材料员" in text_of(pilot.app)


async def test_somebody_with_two_roles_changes_between_them(county: County) -> None:
    both = Session(county, "q1", Role.CADRE, frozenset({Role.CADRE, Role.ORGANISER}))
    async with Look().open(county, both) as pilot:
        assert "r 换身份" in text_of(pilot.app)
        await press(pilot, "r")
        assert "考评轮次" in text_of(pilot.app)
        assert "张建国 · 组织者" in text_of(pilot.app)
        await press(pilot, "r")
        assert "待办" in text_of(pilot.app)


async def test_somebody_with_one_role_is_offered_no_other(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        assert "换身份" not in text_of(pilot.app)
        await press(pilot, "r")
        assert pilot.app.session is cadre


async def test_signing_out_leads_back_and_forgets_who_was_there(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "o")
        assert isinstance(pilot.app.screen, SignInScreen)
        assert pilot.app.session is None
        assert "张建国" not in text_of(pilot.app)


@pytest.mark.parametrize("key", ["o", "r"])
async def test_what_was_still_being_read_for_somebody_who_left_is_dropped(
    key: str, county: County, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, answer = Event(), Event()
    quick = home_of

    def slow_home(session: Session) -> Home:
        if session.role is Role.CADRE:
            asked.set()
            answer.wait(5)
        return quick(session)

    both = Session(county, "q1", Role.CADRE, frozenset({Role.CADRE, Role.ORGANISER}))
    async with Look().open(county, both) as pilot:
        monkeypatch.setattr("cadre_tui.tui.home.view.home_of", slow_home)
        answer.clear()
        await pilot.press("f5")
        await asyncio.to_thread(asked.wait, 5)
        await pilot.press(key)
        answer.set()
        await settle(pilot)
        told = text_of(pilot.app)
        assert ("编号或姓名" if key == "o" else "考评轮次") in told
        assert "待办" not in told


async def test_f2_leads_to_any_entry(county: County, cadre: Session, opened: list[tuple[Any, ...]]) -> None:
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "f2", *"上半年", "enter")
    assert opened == [("open_growth", FORMER)]


async def test_the_side_pane_opens_and_closes_with_the_width(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        assert "截止：" not in text_of(pilot.app)
        await pilot.resize_terminal(120, 40)
        await press(pilot, "down", "down")
        assert "截止：2026年11月23日 23:59（还剩 13 天）" in text_of(pilot.app)
        assert "○ 李敏" in text_of(pilot.app)
        await pilot.resize_terminal(60, 15)
        await press(pilot)
        assert "截止：" not in text_of(pilot.app)
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "▸ ○ 评价同事" in text_of(pilot.app)


async def test_in_a_small_terminal_the_state_is_still_a_word(county: County, cadre: Session) -> None:
    async with Look(columns=60, lines=15).open(county, cadre) as pilot:
        rows = text_of(pilot.app).splitlines()
        assert "填写中" in rows[3]
        assert "未开始" in rows[5]
        assert "还剩 13 天" in rows[5]


async def test_in_a_wide_terminal_what_belongs_together_stands_together(county: County, cadre: Session) -> None:
    async with Look(columns=200, lines=60).open(county, cadre) as pilot:
        row = next(row for row in text_of(pilot.app).splitlines() if "12/19" in row)
        assert width_of(row[: row.index("还剩")]) < home_page.WIDEST


async def test_another_language_chosen_above_is_spoken_beneath(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "enter", "f4")
        assert "Hand in" in text_of(pilot.app)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "To do" in text_of(pilot.app)
        assert "待办" not in text_of(pilot.app)


async def test_a_round_not_opened_yet_says_how_to_open_it(county: County, organiser: Session) -> None:
    use = (Use(checklist="core.mutual", by=Purpose.SELF, weight=Decimal(1)),)
    life.new(organiser, RoundRules(id="next", title=Text("明年"), use=use))
    async with Look().open(county, organiser) as pilot:
        assert "筹备中" in text_of(pilot.app)
        assert "准备好以后按 g 开启" in text_of(pilot.app)


# Pure


async def test_what_was_refreshed_is_said_until_another_screen_is_opened(county: County, organiser: Session) -> None:
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "f5")
        assert "已刷新" in text_of(pilot.app)
        await press(pilot, "p", "escape")
        assert "已刷新" not in text_of(pilot.app)
