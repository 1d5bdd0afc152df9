"""What became of the plan: asked before the next self-assessment, and kept."""

import pytest
from textual.widgets import Input

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.growth.plan import Followed, Plan
from cadre_tui.services.county import County
from cadre_tui.services.growth import plans
from cadre_tui.services.home import home_of
from cadre_tui.services.session import Session
from cadre_tui.tui.form.screen import FormScreen
from cadre_tui.tui.growth.follow_screen import FollowScreen
from cadre_tui.tui.home.screen import HomeScreen
from tests.tui.golden import LOOKS, Look, assert_looks, each_look, press, write
from tests.tui.growth_made import FORMER, PLAN
from tests.tui.growth_pilot import opened, shown
from tests.tui.small_county import CURRENT, NOW, signed_in
from tests.tui.small_county import FORMER as ROUND


@pytest.fixture
def planned(cadre: Session) -> Plan:
    for each in (*PLAN.items[1:2], *FORMER.items[:1]):
        plans.put(cadre, ROUND, each.model_copy(update={"followed": None}))
    return plans.plan(cadre, ROUND)


@pytest.mark.usefixtures("planned")
@each_look
async def test_the_question_looks_like_this(look: Look, county: County, cadre: Session) -> None:
    todo = next(each for each in home_of(cadre).todos if each.purpose is Purpose.SELF)
    async with opened(county, cadre, look, "follow", todo.tasks[0]) as pilot:
        await press(pilot, "1", "enter")
        await assert_looks(pilot, "follow", look)


@pytest.mark.usefixtures("planned")
async def test_a_self_assessment_opens_with_the_plan_and_goes_on_to_its_form(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, FollowScreen)
        assert "已答 0/2 条" in shown(pilot)
        await press(pilot, "1", "enter")
        await write(pilot, "坚持下来了")
        await press(pilot, "enter", "3")
        assert "都说了" in shown(pilot)
        await press(pilot, "z")
        assert isinstance(pilot.app.screen, FormScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, FormScreen), "all was told: it is not asked again"
    told = [each.followed for each in plans.plan(cadre, ROUND).items]
    assert [(each.how, each.word, each.round) for each in told if each] == [
        (Followed.DONE, "坚持下来了", CURRENT),
        (Followed.NOT, "", CURRENT),
    ]


@pytest.mark.usefixtures("planned")
async def test_who_goes_on_without_telling_is_not_asked_again_before_they_sign_in_anew(
    county: County, cadre: Session
) -> None:
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "enter", "1", "z")
        assert isinstance(pilot.app.screen, FormScreen)
        await press(pilot, "escape", "enter")
        assert isinstance(pilot.app.screen, FormScreen)
        await press(pilot, "escape", "s", "enter")
        assert isinstance(pilot.app.screen, FormScreen), "what is missing is a key away"
    async with Look().open(county, signed_in(county, "q1")) as pilot:
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, FollowScreen)
        assert "已答 1/2 条" in shown(pilot)


@pytest.mark.usefixtures("planned")
async def test_a_word_that_is_being_typed_is_kept_on_esc_and_on_leaving(county: County, cadre: Session) -> None:
    async with opened(county, cadre, LOOKS[0], "follow") as pilot:
        await press(pilot, "enter")
        assert "先按" in shown(pilot), "a word needs an answer"
        await press(pilot, "2", "enter")
        await write(pilot, "一半")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, FollowScreen)
        assert "一半" in shown(pilot)
        await press(pilot, "enter")
        pilot.app.screen.query_one(Input).value = "一大半"
        await pilot.press("ctrl+q")
    told = plans.plan(cadre, ROUND).items[0].followed
    assert told is not None
    assert (told.how, told.word) == (Followed.PARTLY, "一大半")
    assert told.at == NOW
