"""Handing in with the keyboard: what is missing, the question, the way back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from textual.pilot import Pilot

from cadre_tui.demo.answering import answers_to
from cadre_tui.model.answers.response import State
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.services.county import County
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.form.question_row import QuestionRow
from cadre_tui.tui.form.screen import FormScreen
from cadre_tui.tui.hand_in.screen import HandInScreen
from tests.tui import small_county
from tests.tui.golden import LOOKS, Look, assert_looks, each_look, press, settle, text_of, write
from tests.tui.small_county import CURRENT


@asynccontextmanager
async def opened(
    county: County, session: Session, purpose: Purpose = Purpose.SELF, look: Look = LOOKS[0]
) -> AsyncIterator[Pilot[Any]]:
    async with look.open(county, session) as pilot:
        navigation.open_hand_in(pilot.app, CURRENT, purpose)
        await settle(pilot)
        yield pilot


def answer_everything(session: Session, purpose: Purpose = Purpose.SELF) -> None:
    for task in tasks.todo(session, CURRENT, purpose).tasks:
        form = responses.open_form(session, task)
        responses.save(session, task, answers_to(form.checklist, 0.9, Random(1), small_county.NOW.date()))


def states(session: Session, purpose: Purpose = Purpose.SELF) -> set[State | None]:
    return {task.state for task in tasks.todo(session, CURRENT, purpose).tasks}


async def test_what_is_missing_is_listed_by_form(county: County, cadre: Session) -> None:
    async with opened(county, cadre) as pilot:
        text = text_of(pilot.app)
        missing = sum(len(gap.missing) for gap in responses.gaps(cadre, CURRENT, Purpose.SELF))
        assert f"还缺 {missing} 处" in text
        assert "学习型干部四项重点检查" in text
        assert "13  领导干部与大家平等学习" in text
        await press(pilot, "s")
        assert "还没有齐" in text_of(pilot.app)
        assert states(cadre) == {State.DRAFT}


async def test_enter_jumps_to_what_is_missing_and_back_again(county: County, cadre: Session) -> None:
    async with opened(county, cadre) as pilot:
        before = sum(len(gap.missing) for gap in responses.gaps(cadre, CURRENT, Purpose.SELF))
        await press(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, FormScreen)
        (row,) = [row for row in pilot.app.screen.query(QuestionRow) if row.view.active]
        assert row.view.criterion.id == "group.support"
        await press(pilot, "0", "escape", "escape")
        assert isinstance(pilot.app.screen, HandInScreen)
        assert f"还缺 {before - 1} 处" in text_of(pilot.app)
        assert "14  责任" not in text_of(pilot.app)


async def test_a_number_that_was_typed_wrong_stands_in_the_list(county: County, cadre: Session) -> None:
    answer_everything(cadre)
    async with opened(county, cadre) as pilot:
        task = tasks.todo(cadre, CURRENT, Purpose.SELF).tasks[0]
        navigation.open_form(pilot.app, task, "group.records")
        await settle(pilot)
        await press(pilot, "enter", "down", "down", "down", "9", "escape", "escape")
        assert "填得不对" in text_of(pilot.app)
        assert "学习型干部四项重点检查  18/19" in text_of(pilot.app), "counted as on the form itself"
        await press(pilot, "s")
        assert states(cadre) == {State.DRAFT}
        await press(pilot, "enter", "enter", "down", "down", "down", "1", "escape", "escape", "s", "enter")
        assert states(cadre) == {State.SUBMITTED}


async def test_handing_in_asks_first_and_is_then_read_only(county: County, cadre: Session) -> None:
    answer_everything(cadre)
    async with opened(county, cadre) as pilot:
        assert "已齐，可以提交" in text_of(pilot.app)
        await press(pilot, "enter")
        assert "确认提交" in text_of(pilot.app)
        assert states(cadre) == {State.DRAFT}
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HandInScreen)
        assert "确认提交" not in text_of(pilot.app)
        await press(pilot, "s", "enter")
        assert states(cadre) == {State.SUBMITTED}
        assert "提交成功，共 2 份" in text_of(pilot.app)
        assert "现在只能看" in text_of(pilot.app)


async def test_not_yet_leaves_everything_as_it_is(county: County, cadre: Session) -> None:
    answer_everything(cadre)
    async with opened(county, cadre) as pilot:
        await press(pilot, "s", "down", "enter")
        assert states(cadre) == {State.DRAFT}
        assert "已齐，可以提交" in text_of(pilot.app)


async def test_what_is_handed_in_can_be_taken_back_and_changed(county: County, cadre: Session) -> None:
    answer_everything(cadre)
    async with opened(county, cadre) as pilot:
        await press(pilot, "s", "enter", "t")
        assert states(cadre) == {State.SUBMITTED}
        await press(pilot, "enter")
        assert states(cadre) == {State.DRAFT}
        await press(pilot, "down", "enter")
        form = pilot.app.screen
        assert isinstance(form, FormScreen)
        assert not form.read_only


async def test_a_form_beneath_learns_that_it_was_handed_in_and_taken_back(county: County, cadre: Session) -> None:
    answer_everything(cadre)
    async with LOOKS[0].open(county, cadre) as pilot:
        navigation.open_form(pilot.app, tasks.todo(cadre, CURRENT, Purpose.SELF).tasks[0])
        await settle(pilot)
        await press(pilot, "s", "s", "enter", "escape")
        form = pilot.app.screen
        assert isinstance(form, FormScreen)
        assert form.read_only
        assert "已提交" in text_of(pilot.app)
        await press(pilot, "n")
        assert "已经提交，只能看" in text_of(pilot.app)
        keys = text_of(pilot.app).splitlines()[-1]
        assert "n 下一未答" not in keys
        assert "s 提交情况" in keys, "there is nothing left to hand in"
        await press(pilot, "s", "t", "enter", "escape")
        assert not form.read_only
        assert "已提交" not in text_of(pilot.app)
        assert "已经提交" not in text_of(pilot.app)
        assert "s 提交  " in text_of(pilot.app).splitlines()[-1]


async def test_at_home_what_is_handed_in_can_be_taken_back(county: County, cadre: Session) -> None:
    answer_everything(cadre)
    async with LOOKS[0].open(county, cadre) as pilot:
        assert "s 提交" in text_of(pilot.app).splitlines()[-1]
        await press(pilot, "s", "s", "enter", "escape")
        assert states(cadre) == {State.SUBMITTED}
        keys = text_of(pilot.app).splitlines()[-1]
        assert "s 收回" in keys
        assert "s 提交" not in keys
        await press(pilot, "s", "t", "enter")
        assert states(cadre) == {State.DRAFT}


async def test_the_way_home_from_what_is_missing_is_two_steps_at_most(county: County, cadre: Session) -> None:
    async with LOOKS[0].open(county, cadre) as pilot:
        home = pilot.app.screen
        depth = len(pilot.app.screen_stack)
        navigation.open_form(pilot.app, tasks.todo(cadre, CURRENT, Purpose.SELF).tasks[1])
        await settle(pilot)
        await press(pilot, "1", "s", "down", "enter")
        form = pilot.app.screen
        assert isinstance(form, FormScreen)
        (row,) = [row for row in form.query(QuestionRow) if row.view.active]
        assert row.view.criterion.id == "group.support"
        assert len(pilot.app.screen_stack) == depth + 1
        await press(pilot, "escape")
        assert pilot.app.screen is home
        navigation.open_hand_in(pilot.app, CURRENT, Purpose.SELF)
        await settle(pilot)
        listed = pilot.app.screen
        await press(pilot, "enter", "s")
        assert pilot.app.screen is listed
        await press(pilot, "escape")
        assert pilot.app.screen is home


async def test_the_question_offers_only_what_it_asks(county: County, cadre: Session) -> None:
    answer_everything(cadre)
    async with opened(county, cadre) as pilot:
        assert "s 提交" in text_of(pilot.app).splitlines()[-1]
        await press(pilot, "s")
        assert "s 提交" not in text_of(pilot.app).splitlines()[-1]
        await press(pilot, "enter")
        assert "t 收回" in text_of(pilot.app).splitlines()[-1]
        await press(pilot, "t")
        assert "t 收回" not in text_of(pilot.app).splitlines()[-1]


async def test_colleagues_are_listed_by_their_names(county: County, cadre: Session) -> None:
    async with opened(county, cadre, Purpose.PEER) as pilot:
        text = text_of(pilot.app)
        for task in tasks.todo(cadre, CURRENT, Purpose.PEER).tasks[:2]:
            assert f"{task.subject.name} · " in text


async def test_a_jump_to_what_is_missing_says_about_whom(county: County, cadre: Session) -> None:
    async with opened(county, cadre, Purpose.PEER) as pilot:
        first, second = tasks.todo(cadre, CURRENT, Purpose.PEER).tasks[:2]
        await press(pilot, "f2")
        shown = text_of(pilot.app).splitlines()
        assert first.subject.name in next(line for line in shown if "1   学习计划" in line)
        assert "未答" in next(line for line in shown if "1   学习计划" in line)
        await write(pilot, second.subject.name)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, FormScreen)
        assert second.subject.name in text_of(pilot.app).splitlines()[0]


async def test_a_refusal_is_told_and_nothing_is_handed_in(county_folder: Path) -> None:
    clock = small_county.Clock()
    county = small_county.county_in(county_folder, clock)
    cadre = small_county.signed_in(county, "q1")
    answer_everything(cadre)
    async with opened(county, cadre) as pilot:
        clock.now += timedelta(days=30)
        await press(pilot, "s", "enter")
        assert "!" in text_of(pilot.app) or "期限" in text_of(pilot.app)
        assert State.SUBMITTED not in states(cadre)
        await press(pilot, "f5")
        assert "已过期限" in text_of(pilot.app)


@each_look
async def test_what_is_missing_looks_as_it_should(county: County, cadre: Session, look: Look) -> None:
    async with opened(county, cadre, look=look) as pilot:
        await assert_looks(pilot, "hand-in", look)


@each_look
async def test_the_summary_looks_as_it_should(county: County, cadre: Session, look: Look) -> None:
    answer_everything(cadre)
    async with opened(county, cadre, look=look) as pilot:
        await assert_looks(pilot, "hand-in-ready", look)


@pytest.mark.parametrize("look", LOOKS[:2], ids=str)
async def test_what_is_handed_in_looks_as_it_should(county: County, look: Look) -> None:
    async with opened(county, small_county.signed_in(county, "q2"), look=look) as pilot:
        await assert_looks(pilot, "hand-in-done", look)
