"""The plan and its items: what they show, what each key does, and that nothing typed is lost."""

from datetime import date

import pytest
from textual.widgets import Input, TextArea

from cadre_tui.model.growth.plan import Followed, PlanItem
from cadre_tui.services.county import County
from cadre_tui.services.growth import plans
from cadre_tui.services.growth.pages import growth_page
from cadre_tui.services.session import Session
from cadre_tui.tui.growth import plan_screen
from cadre_tui.tui.growth.item_screen import PlanItemScreen
from cadre_tui.tui.growth.plan_screen import PlanScreen
from tests.tui.golden import LOOKS, Look, assert_looks, each_look, press, write
from tests.tui.growth_made import ITEM, PAGE
from tests.tui.growth_pilot import opened, shown
from tests.tui.small_county import FORMER as ROUND


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page that has everything, instead of the county's own."""
    monkeypatch.setattr(plan_screen, "growth_page", lambda *_who: PAGE)


@pytest.mark.usefixtures("made")
@each_look
async def test_the_plan_looks_like_this(look: Look, county: County, cadre: Session) -> None:
    async with opened(county, cadre, look, "plan") as pilot:
        await assert_looks(pilot, "plan", look)


@each_look
async def test_an_item_looks_like_this(look: Look, county: County, cadre: Session) -> None:
    async with opened(county, cadre, look, "plan-item", ITEM, PAGE.about(ITEM)) as pilot:
        await assert_looks(pilot, "plan-item", look)


async def test_a_proposal_becomes_an_item_to_be_put_in_ones_own_words(county: County, cadre: Session) -> None:
    async with opened(county, cadre, LOOKS[0], "plan") as pilot:
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, PlanItemScreen)
        (item,) = plans.plan(cadre, ROUND).items
        criterion = growth_page(cadre, ROUND).about(item)
        assert criterion is not None
        assert criterion.say("zh") in shown(pilot)
        assert item.what in pilot.app.screen.query_one(TextArea).text
        await press(pilot, "escape")
        assert "1/8 条" in shown(pilot)


async def test_back_from_an_item_one_stands_on_it_and_not_on_the_next_proposal(
    county: County, cadre: Session
) -> None:
    async with opened(county, cadre, LOOKS[0], "plan") as pilot:
        await press(pilot, "enter", "escape", "enter", "escape")
        assert len(plans.plan(cadre, ROUND).items) == 1
        assert "▸ ○" in shown(pilot)
        await press(pilot, "a")
        await write(pilot, "每月讲一课")
        await press(pilot, "escape")
        assert "▸ ○ 每月讲一课" in shown(pilot)


async def test_an_item_of_ones_own_is_saved_while_it_is_typed(county: County, cadre: Session) -> None:
    async with opened(county, cadre, LOOKS[0], "plan") as pilot:
        await press(pilot, "a")
        await write(pilot, "每周学一次")
        await press(pilot, "tab")
        await write(pilot, "学习日")
        await press(pilot, "enter")
        await write(pilot, "２０２６．１２．３１")
        await press(pilot, "enter")
        await write(pilot, "笔记")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, PlanScreen)
        assert "每周学一次" in shown(pilot)
    (item,) = plans.plan(cadre, ROUND).items
    assert (item.what, item.work, item.by, item.proof) == ("每周学一次", "学习日", date(2026, 12, 31), "笔记")


async def test_leaving_the_program_saves_what_is_typed(county: County, cadre: Session) -> None:
    async with opened(county, cadre, LOOKS[0], "plan") as pilot:
        await press(pilot, "a")
        pilot.app.screen.query_one(TextArea).insert("每周学一次")
        await pilot.press("ctrl+q")
    assert [each.what for each in plans.plan(cadre, ROUND).items] == ["每周学一次"]


async def test_a_wrong_day_is_told_and_the_rest_is_saved(county: County, cadre: Session) -> None:
    plans.put(cadre, ROUND, PlanItem(id="1", what="学", by=date(2026, 12, 1)))
    async with opened(county, cadre, LOOKS[0], "plan") as pilot:
        await press(pilot, "enter", "tab", "tab")
        field = pilot.app.screen.query_one("#by", Input)
        field.value = "年底"
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, PlanItemScreen)
        assert "不是日期" in shown(pilot)
        assert field.value == "年底"
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, PlanScreen)
    (item,) = plans.plan(cadre, ROUND).items
    assert (item.what, item.by) == ("学", date(2026, 12, 1))


async def test_an_empty_item_is_none_and_a_half_one_is_asked_about_once(county: County, cadre: Session) -> None:
    async with opened(county, cadre, LOOKS[0], "plan") as pilot:
        await press(pilot, "a", "escape")
        assert isinstance(pilot.app.screen, PlanScreen)
        await press(pilot, "a", "tab")
        await write(pilot, "学习日")
        await press(pilot, "escape")
        assert "还没有写做什么" in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, PlanScreen)
    assert plans.plan(cadre, ROUND).items == ()


async def test_another_language_keeps_what_is_typed(county: County, cadre: Session) -> None:
    async with opened(county, cadre, LOOKS[0], "plan") as pilot:
        await press(pilot, "a")
        await write(pilot, "每周学一次")
        await press(pilot, "f4")
        assert "What to do" in shown(pilot)
        assert pilot.app.screen.query_one(TextArea).text == "每周学一次"
        await press(pilot, "f4")


async def test_what_is_taken_out_can_be_put_back(county: County, cadre: Session) -> None:
    plans.put(cadre, ROUND, PlanItem(id="1", what="学"))
    plans.follow(cadre, ROUND, "1", Followed.PARTLY, "一半")
    before = plans.plan(cadre, ROUND)
    async with opened(county, cadre, LOOKS[0], "plan") as pilot:
        await press(pilot, "delete")
        assert plans.plan(cadre, ROUND).items == ()
        assert "按 u 放回来" in shown(pilot)
        await press(pilot, "u")
    assert plans.plan(cadre, ROUND) == before


async def test_a_ninth_item_is_refused_in_a_sentence(county: County, cadre: Session) -> None:
    for number in range(8):
        plans.put(cadre, ROUND, PlanItem(id=str(number + 1), what="学"))
    async with opened(county, cadre, LOOKS[0], "plan") as pilot:
        await press(pilot, "a")
        await write(pilot, "第九件")
        await press(pilot, "escape")
        assert "最多 8 条" in shown(pilot)
        assert isinstance(pilot.app.screen, PlanItemScreen)
