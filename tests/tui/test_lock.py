"""A terminal at which nobody presses a key is locked: nothing to be read, nothing lost, one password away."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from cadre_tui import locale
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.people.person import Role
from cadre_tui.services.county import County
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.people import accounts, entry_settings, roles
from cadre_tui.services.session import Proof, Session
from cadre_tui.tui.app import CadreApp
from cadre_tui.tui.drawing.glyphs import UNICODE
from cadre_tui.tui.entry.lock import LockScreen
from cadre_tui.tui.entry.sign_in import SignInScreen
from cadre_tui.tui.form.screen import FormScreen
from cadre_tui.tui.home.screen import HomeScreen
from tests.tui.golden import Look, assert_looks, each_look, press, settle, text_of, write
from tests.tui.small_county import ORGANISER, PASSWORD, signed_in

MINUTE = 60.0


@dataclass
class Stopwatch:
    """Seconds, moved by hand."""

    seconds: float = 0.0

    def __call__(self) -> float:
        return self.seconds


@asynccontextmanager
async def opened(session: Session, watch: Stopwatch, **options: Any) -> AsyncIterator[Pilot[Any]]:
    locale.use("zh")
    session = replace(session, proof=Proof(watch))
    app = CadreApp(session.county, session=session, glyphs=UNICODE, clock=watch, **options)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        yield pilot


async def leave_alone(pilot: Pilot[Any], watch: Stopwatch, minutes: float) -> None:
    watch.seconds += minutes * MINUTE
    pilot.app.idle.look()
    await settle(pilot)


@each_look
async def test_the_cover_looks_like_this(look: Look, county: County, cadre: Session) -> None:
    async with look.open(county, cadre) as pilot:
        pilot.app.idle._clock = lambda: 1e9
        pilot.app.idle.look()
        await settle(pilot)
        await assert_looks(pilot, "lock", look)


async def test_after_ten_minutes_nothing_is_to_be_read_and_the_password_leads_back(cadre: Session) -> None:
    watch = Stopwatch()
    async with opened(cadre, watch) as pilot:
        await press(pilot, "enter")
        form = pilot.app.screen
        assert isinstance(form, FormScreen)
        await leave_alone(pilot, watch, 9.9)
        assert pilot.app.screen is form
        await leave_alone(pilot, watch, 0.1)
        assert isinstance(pilot.app.screen, LockScreen)
        shown = text_of(pilot.app)
        assert "请 张建国 填密码解锁" in shown
        for word in ("学习", "自我检查", "理由", "/18"):
            assert word not in shown
        await press(pilot, *PASSWORD, "enter")
        assert pilot.app.screen is form
        assert pilot.app.session == cadre


async def test_what_is_being_typed_is_still_there_behind_the_cover(cadre: Session) -> None:
    watch = Stopwatch()
    async with opened(cadre, watch) as pilot:
        await press(pilot, "enter", "tab")
        await write(pilot, "带着问题学习，写到一半")
        typed = text_of(pilot.app)
        assert "写到一半" in typed
        await leave_alone(pilot, watch, 10)
        assert "写到一半" not in text_of(pilot.app)
        await press(pilot, *PASSWORD, "enter")
        assert "写到一半" in text_of(pilot.app)


async def test_whoever_presses_keys_is_not_locked_out(cadre: Session) -> None:
    watch = Stopwatch()
    async with opened(cadre, watch) as pilot:
        for _each in range(5):
            watch.seconds += 9 * MINUTE
            await press(pilot, "down")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_after_twelve_hours_one_proves_again_who_one_is_however_busily_one_typed(cadre: Session) -> None:
    watch = Stopwatch()
    async with opened(cadre, watch, idle=0) as pilot:
        for _lap in range(2):
            for _each in range(11):
                watch.seconds += 60 * MINUTE
                await press(pilot, "down")
            assert isinstance(pilot.app.screen, HomeScreen)
            watch.seconds += 60 * MINUTE
            await press(pilot, "down")
            assert isinstance(pilot.app.screen, LockScreen)
            assert "登录已满 12 小时，屏幕已锁。填写的内容都已保存。" in text_of(pilot.app)
            await press(pilot, *PASSWORD, "enter")


async def test_what_was_typed_before_the_machine_slept_past_the_end_is_saved_by_the_password(cadre: Session) -> None:
    watch = Stopwatch()
    async with opened(cadre, watch) as pilot:
        await press(pilot, "enter", "1", "tab")
        await write(pilot, "合上电脑前写的")
        watch.seconds += 13 * 60 * MINUTE
        pilot.app.idle.look()
        await settle(pilot)
        assert "有的内容还没能保存，解锁以后请核对" in text_of(pilot.app).replace("\n", "")
        task = tasks.todo(signed_in(cadre.county, "q1"), "2026-h2", Purpose.SELF).tasks[0]
        assert "合上电脑前写的" not in repr(responses.open_form(signed_in(cadre.county, "q1"), task))
        await press(pilot, *PASSWORD, "enter")
        assert isinstance(pilot.app.screen, FormScreen)
        assert "填写的内容都已保存" in text_of(pilot.app)
        assert "合上电脑前写的" in repr(responses.open_form(signed_in(cadre.county, "q1"), task))


async def test_what_asks_behind_the_cover_once_the_session_is_over_leaves_no_complaint(cadre: Session) -> None:
    watch = Stopwatch()
    async with opened(cadre, watch) as pilot:
        home = pilot.app.screen
        await leave_alone(pilot, watch, 13 * 60)
        home.fetch(lambda: accounts.roles(pilot.app.session), lambda _roles: None)
        await settle(pilot)
        await press(pilot, *PASSWORD, "enter")
        assert pilot.app.screen is home
        assert "12 小时" not in text_of(pilot.app)
        assert accounts.roles(pilot.app.session)


async def test_a_key_that_comes_too_late_locks_and_does_nothing_else(cadre: Session) -> None:
    watch = Stopwatch()
    async with opened(cadre, watch) as pilot:
        watch.seconds += 11 * MINUTE
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, LockScreen)
        await press(pilot, *PASSWORD, "enter")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_a_wrong_password_opens_nothing_and_is_counted(cadre: Session) -> None:
    watch = Stopwatch()
    async with opened(cadre, watch) as pilot:
        await leave_alone(pilot, watch, 10)
        for _each in range(5):
            await press(pilot, *"wrong", "enter")
            assert isinstance(pilot.app.screen, LockScreen)
            assert pilot.app.screen.query_one(Input).value == ""
        await press(pilot, *PASSWORD, "enter")
        assert isinstance(pilot.app.screen, LockScreen)
        assert "请等 30 秒再试" in text_of(pilot.app).replace("\n", "")


async def test_esc_lets_somebody_else_sign_in_and_closes_what_lay_beneath(cadre: Session) -> None:
    watch = Stopwatch()
    async with opened(cadre, watch) as pilot:
        await press(pilot, "enter", "1")
        await leave_alone(pilot, watch, 10)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, SignInScreen)
        assert pilot.app.session is None
        assert not any(isinstance(each, FormScreen | HomeScreen) for each in pilot.app.screen_stack)
        await press(pilot, *"q2", "enter", *PASSWORD, "enter")
        assert pilot.app.session.person == "q2"


async def test_the_cover_also_lies_over_the_palette_and_stands_once(cadre: Session) -> None:
    watch = Stopwatch()
    async with opened(cadre, watch) as pilot:
        await press(pilot, "f10")
        await leave_alone(pilot, watch, 10)
        await leave_alone(pilot, watch, 10)
        assert isinstance(pilot.app.screen, LockScreen)
        assert sum(isinstance(each, LockScreen) for each in pilot.app.screen_stack) == 1
        await press(pilot, "f1")
        await leave_alone(pilot, watch, 30)
        assert sum(isinstance(each, LockScreen) for each in pilot.app.screen_stack) == 1


@pytest.mark.parametrize(("option", "locked"), [(0, False), (30, False), (3, True), (None, True)])
async def test_the_minutes_can_be_settled_where_the_program_starts(
    cadre: Session, option: float | None, locked: bool
) -> None:
    watch = Stopwatch()
    async with opened(cadre, watch, idle=option) as pilot:
        await leave_alone(pilot, watch, 12)
        assert isinstance(pilot.app.screen, LockScreen) is locked


async def test_the_county_settles_the_minutes(county: County, organiser: Session, cadre: Session) -> None:
    entry_settings.set_idle_minutes(accounts.act_as(organiser, Role.ORGANISER), 2)
    watch = Stopwatch()
    async with opened(cadre, watch) as pilot:
        await leave_alone(pilot, watch, 2)
        assert isinstance(pilot.app.screen, LockScreen)


async def test_whoever_lost_a_role_meanwhile_begins_anew(county: County, organiser: Session) -> None:
    roles.grant(organiser, "q1", Role.SUPERVISOR)
    supervisor = accounts.act_as(signed_in(county, "q1"), Role.SUPERVISOR)
    watch = Stopwatch()
    async with opened(supervisor, watch) as pilot:
        await leave_alone(pilot, watch, 10)
        roles.revoke(organiser, "q1", Role.SUPERVISOR)
        await press(pilot, *PASSWORD, "enter")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert pilot.app.session.roles == {Role.CADRE}


async def test_who_came_by_a_key_is_saved_and_leaves(cadre: Session) -> None:
    watch = Stopwatch()
    async with opened(cadre, watch, handed_over=True) as pilot:
        await leave_alone(pilot, watch, 10)
        assert not pilot.app.is_running or pilot.app._exit
        assert "请重新连接" in pilot.app.farewell


async def test_who_came_by_a_key_leaves_after_twelve_hours_too(cadre: Session) -> None:
    watch = Stopwatch()
    async with opened(cadre, watch, handed_over=True, idle=0) as pilot:
        await leave_alone(pilot, watch, 12 * 60)
        assert pilot.app.farewell == "登录已满 12 小时，填写的内容已经保存，程序已退出。要继续，请重新连接。"


async def test_at_the_sign_in_there_is_nothing_to_lock(county: County) -> None:
    watch = Stopwatch()
    async with Look().open(county) as pilot:
        pilot.app.idle._clock = watch
        await leave_alone(pilot, watch, 60)
        assert isinstance(pilot.app.screen, SignInScreen)
        await press(pilot, *ORGANISER, "enter", *PASSWORD, "enter")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_whose_account_was_changed_is_asked_for_the_password_of_today_and_goes_on_from_home(
    cadre: Session,
) -> None:
    watch = Stopwatch()
    async with opened(cadre, watch) as pilot:
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, FormScreen)
        accounts.change_password(signed_in(cadre.county, "q1"), PASSWORD, "another one")
        await press(pilot, "1", "escape", "escape")
        assert isinstance(pilot.app.screen, LockScreen)
        assert "你的账号有了变动" in text_of(pilot.app)
        assert "请 张建国 填现在的密码接着用" in text_of(pilot.app)
        await write(pilot, "another one")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, HomeScreen)
        await press(pilot, "enter", "1", "ctrl+s")
        assert isinstance(pilot.app.screen, FormScreen)
        assert "填写的内容都已保存" in text_of(pilot.app)


async def test_the_cover_of_a_session_that_ended_stands_once_and_esc_leads_to_the_sign_in(cadre: Session) -> None:
    watch = Stopwatch()
    async with opened(cadre, watch) as pilot:
        accounts.change_password(signed_in(cadre.county, "q1"), PASSWORD, "another one")
        home = pilot.app.screen
        for _each in range(2):
            home.fetch(lambda: accounts.roles(pilot.app.session), lambda _roles: None)
        await settle(pilot)
        assert [type(each) for each in pilot.app.screen_stack].count(LockScreen) == 1
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, SignInScreen)


async def test_what_could_not_be_saved_any_more_stays_to_be_read_and_the_way_on_is_a_key_away(cadre: Session) -> None:
    watch = Stopwatch()
    async with opened(cadre, watch) as pilot:
        await press(pilot, "enter", "tab")
        accounts.change_password(signed_in(cadre.county, "q1"), PASSWORD, "another one")
        await write(pilot, "写了一半的理由")
        await press(pilot, "ctrl+s")
        told = text_of(pilot.app).replace("\n ", "")
        assert "这次登录已经结束" in told
        assert "都已保存" not in told, "one sentence does not say both"
        assert "写了一半的理由" in told
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, LockScreen)


@pytest.mark.parametrize("key", ["down", "r", "f1", "f10", "s", "b", "f5", "enter"])
async def test_no_key_at_home_fails_once_the_session_has_ended(key: str, cadre: Session) -> None:
    watch = Stopwatch()
    async with opened(cadre, watch) as pilot:
        accounts.change_password(signed_in(cadre.county, "q1"), PASSWORD, "another one")
        await press(pilot, key)
        assert pilot.app._exception is None
        assert not pilot.app.failed
