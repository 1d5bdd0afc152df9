"""After an account was issued anew: what was said of colleagues is sealed on form, grid and where one hands in."""

from pathlib import Path
from shutil import copytree

import pytest

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.filling.home import Task
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.people import accounts
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from tests.services.office import office, rules_of
from tests.services.small import PASSWORD, Clock, Small, pair, reopened
from tests.tui.golden import Look, assert_looks, each_look, press, settle, text_of


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A confidential round in which l1 has answered about two colleagues, and half about a third."""
    folder = tmp_path_factory.mktemp("office") / "data"
    small = office(folder)
    small.opened(rules_of())
    session = small.signed_in("l1")
    one, other, third = asked(session)[:3]
    answers = {one: pair("good", "half"), other: pair("half", "nil"), third: {"pair.one": Answer(choice="good")}}
    responses.save_many(session, answers)
    return folder


@pytest.fixture
def again(begun: Path, tmp_path: Path) -> Session:
    """The same person, with a new code."""
    copytree(begun, tmp_path / "data")
    small: Small = reopened(tmp_path / "data", Clock())
    code = accounts.issue_activation_codes(small.organiser, ["l1"])["l1"]
    return accounts.activate(small.county, "l1", code, PASSWORD)


def asked(session: Session) -> tuple[Task, ...]:
    return tasks.todo(session, "r1", Purpose.PEER).tasks


@each_look
async def test_a_sealed_form_shows_nothing_and_says_why(look: Look, again: Session) -> None:
    async with look.open(again.county, again) as pilot:
        navigation.open_form(pilot.app, asked(again)[0])
        await settle(pilot)
        await assert_looks(pilot, "form_sealed", look)


@each_look
async def test_the_grid_shows_nothing_of_what_is_sealed(look: Look, again: Session) -> None:
    async with look.open(again.county, again) as pilot:
        navigation.open_colleagues(pilot.app, tasks.todo(again, "r1", Purpose.PEER))
        await settle(pilot)
        await press(pilot, "home", "2")
        await assert_looks(pilot, "grid_sealed", look)


async def test_it_is_answered_anew_once_that_was_asked_for_twice(again: Session) -> None:
    task = asked(again)[0]
    async with Look().open(again.county, again) as pilot:
        navigation.open_form(pilot.app, task)
        await settle(pilot)
        await press(pilot, "1")
        assert "可以照原样一起提交" in text_of(pilot.app)
        await press(pilot, "w")
        assert "再按一次 w" in text_of(pilot.app)
        assert responses.open_form(again, task).sealed
        await press(pilot, "w")
        assert "已作废" in text_of(pilot.app)
        await press(pilot, "1", "ctrl+s")
        fresh = responses.open_form(again, task)
        assert not fresh.sealed
        assert len(fresh.response.answers) == 1
        await press(pilot, "w", "w")
        assert responses.open_form(again, task).response == fresh.response, "nothing to discard any more"


async def test_where_one_hands_in_what_is_whole_and_what_is_not_is_told(again: Session) -> None:
    async with Look().open(again.county, again) as pilot:
        assert "有 3 份是账号重新发放以前填的" in text_of(pilot.app)
        navigation.open_hand_in(pilot.app, "r1", Purpose.PEER)
        await settle(pilot)
        assert "有 3 份是账号重新发放以前填的" in text_of(pilot.app)
        assert text_of(pilot.app).count("不能照原样提交") == 1
