"""Given back and handed in late: its writer reads it on home, in the form, on the grid and where one hands in."""

from datetime import timedelta

import pytest

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.services.county import County
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.rounds import life, reopening
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from tests.tui import small_county
from tests.tui.golden import Look, assert_looks, each_look, press, settle, text_of

WHY = "漏填了佐证"


@pytest.fixture
def given_back(county: County, organiser: Session) -> Session:
    """李敏 (q2), who had handed everything in, and to whom it was given back."""
    for purpose in (Purpose.SELF, Purpose.PEER):
        reopening.reopen(organiser, small_county.CURRENT, "q2", purpose, WHY)
    return small_county.signed_in(county, "q2")


@each_look
async def test_home_tells_what_was_given_back(look: Look, county: County, given_back: Session) -> None:
    async with look.open(county, given_back) as pilot:
        await assert_looks(pilot, "home_given_back", look)


async def test_every_place_of_filling_in_tells_why(county: County, given_back: Session) -> None:
    todo = tasks.todo(given_back, small_county.CURRENT, Purpose.PEER)
    async with Look().open(county, given_back) as pilot:
        for go in (
            lambda: navigation.open_form(pilot.app, todo.tasks[0]),
            lambda: navigation.open_colleagues(pilot.app, todo),
            lambda: navigation.open_hand_in(pilot.app, small_county.CURRENT, Purpose.PEER),
        ):
            go()
            await settle(pilot)
            assert WHY in text_of(pilot.app)
            await press(pilot, "escape")


async def test_what_was_given_back_can_be_handed_in_again_at_once(county: County, given_back: Session) -> None:
    async with Look().open(county, given_back) as pilot:
        assert "现在可以提交" in text_of(pilot.app)
        await press(pilot, "s", "s", "enter")
        assert "提交成功" in text_of(pilot.app)
    assert tasks.todo(given_back, small_county.CURRENT, Purpose.SELF).tasks[0].returned == ""


async def test_in_the_time_of_grace_it_is_late_and_said_to_be(
    county_folder: object, county: County, organiser: Session
) -> None:
    begins = small_county.NOW - timedelta(days=12)
    rules = small_county._round("grace", "宽限", "Grace", begins).model_copy(update={"grace": 48})
    life.new(organiser, rules)
    life.open_round(organiser, "grace")
    cadre = small_county.signed_in(county, "q2")
    own = tasks.todo(cadre, "grace", Purpose.SELF)
    async with Look().open(county, cadre) as pilot:
        assert "逾期可补交" in text_of(pilot.app)
    for task in own.tasks:
        form = responses.open_form(cadre, task)
        responses.save(cadre, task, small_county.answers_to(form.checklist, 0.8, "late"))
    responses.hand_in(cadre, "grace", Purpose.SELF)
    async with Look().open(county, cadre) as pilot:
        row = next(row for row in text_of(pilot.app).splitlines() if "自我检查" in row and "逾期" in row)
        assert "迟交" in row
        navigation.open_hand_in(pilot.app, "grace", Purpose.SELF)
        await settle(pilot)
        assert "其中 2 份是迟交" in text_of(pilot.app)
        navigation.open_form(pilot.app, own.tasks[0])
        await settle(pilot)
        assert "迟交 · 第" in text_of(pilot.app)
