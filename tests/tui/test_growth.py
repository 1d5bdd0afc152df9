"""看自己, the plan and what became of it: what they show, what each key does, and that nothing typed is lost."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from cadre_tui import locale
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.growth.growth import GrowthPage
from cadre_tui.model.growth.plan import Followed, Plan, PlanItem
from cadre_tui.services.county import County
from cadre_tui.services.growth import plans
from cadre_tui.services.growth.pages import growth_page
from cadre_tui.services.home import home_of
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.drawing.glyphs import ASCII, UNICODE
from cadre_tui.tui.drawing.parts import line_width, plain
from cadre_tui.tui.form.screen import FormScreen
from cadre_tui.tui.growth import page as lines
from cadre_tui.tui.growth import plan_screen, screen
from cadre_tui.tui.growth.follow_screen import FollowScreen
from cadre_tui.tui.growth.item_screen import PlanItemScreen
from cadre_tui.tui.growth.plan_screen import PlanScreen
from cadre_tui.tui.growth.reading import SectionsPage
from cadre_tui.tui.growth.screen import GrowthScreen
from cadre_tui.tui.home.screen import HomeScreen
from cadre_tui.tui.result.screen import ResultScreen
from cadre_tui.words.figures import figure
from cadre_tui.words.growth import quadrants as words
from tests.tui.golden import LOOKS, Look, assert_looks, each_look, each_look_afresh, press, settle, text_of, write
from tests.tui.growth_made import EMPTY, FORMER, ITEM, PAGE, PLAN
from tests.tui.small_county import CURRENT, NOW
from tests.tui.small_county import FORMER as ROUND

TODAY = date(2026, 11, 10)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page that has everything, instead of the county's own."""
    monkeypatch.setattr(screen, "growth_page", lambda *_who: PAGE)
    monkeypatch.setattr(plan_screen, "growth_page", lambda *_who: PAGE)


@pytest.fixture
def chinese() -> Iterator[None]:
    before = locale.language()
    locale.use("zh")
    yield
    locale.use(before)


@asynccontextmanager
async def opened(
    county: County, session: Session, look: Look = LOOKS[0], name: str = "growth", *more: Any
) -> AsyncIterator[Pilot[Any]]:
    async with look.open(county, session) as pilot:
        pilot.app.push_screen(navigation.made(name, ROUND, *more))
        await settle(pilot)
        yield pilot


def shown(pilot: Pilot[Any]) -> str:
    return text_of(pilot.app)


# 看自己


@pytest.mark.usefixtures("made")
@each_look_afresh
async def test_the_first_page_of_a_result_looks_like_this(look: Look, county: County, cadre: Session) -> None:
    async with opened(county, cadre, look) as pilot:
        await assert_looks(pilot, "growth", look)
        await press(pilot, "end")
        await assert_looks(pilot, "growth-end", look)


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize("look", LOOKS[:4], ids=str)
async def test_the_same_as_tables_of_text_looks_like_this(look: Look, county: County, cadre: Session) -> None:
    async with opened(county, cadre, look) as pilot:
        await press(pilot, "t")
        await assert_looks(pilot, "growth-tables", look)
        await press(pilot, "t")
        assert "▅" in shown(pilot)


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("width", [60, 78, 200])
def test_the_tables_of_text_have_every_number_of_the_small_columns(width: int) -> None:
    found = lines.sections(PAGE, UNICODE, "zh", width, plan=True, today=TODAY, text=True)
    said = ["\n".join(plain(one) for one in each.lines) for each in found]
    for each in PAGE.compared.criteria:
        name = each.row.text.say("zh")
        told = next((one[one.index(name) :] for one in said if name in one), "")
        if each.quadrant is None and not told:
            continue
        own, peers = words.figures_of(each)
        for number in (each.row.points, each.row.own, each.row.peers):
            assert number is None or figure(Fraction(number)) in told
        for course in (own, peers) if each.before else ():
            assert words.course(course, "·") in told
        assert words.lean(each) in told
    assert "▅" not in "".join(said)


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("text", [False, True])
@pytest.mark.parametrize("page", [PAGE, EMPTY])
@pytest.mark.parametrize("width", [40, 78, 118])
@pytest.mark.parametrize("glyphs", [UNICODE, ASCII])
def test_no_line_is_wider_than_its_place(page: GrowthPage, width: int, glyphs: Any, text: bool) -> None:
    drawn = SectionsPage(
        lines.before(page, width),
        lines.sections(page, glyphs, "zh", width, plan=True, today=TODAY, text=text),
        glyphs,
        width,
    )
    for index in range(len(drawn)):
        assert line_width(drawn.line(index, width)) <= width, plain(drawn.line(index, width))


@pytest.mark.usefixtures("chinese")
def test_strengths_come_before_blind_spots_and_no_total_is_told() -> None:
    found = lines.sections(PAGE, UNICODE, "zh", 78, plan=True, today=TODAY)
    titles = [each.title for each in found]
    assert titles == [
        "长处：自己和同事都看到",
        "隐藏的长处：同事看到，自己没看到",
        "盲点：自己看高，同事看低",
        "短板：自己和同事都看到",
        "自查的不足：只有自评，不到分值的 80%",
        "同事写的评语",
        "收到的鼓励",
        "上次的计划：2025年下半年学习考评",
        "我的改进计划",
    ]
    told = "\n".join(plain(each) for section in found for each in section.lines)
    assert "86.5" not in told
    assert "良好" not in told
    assert "▂▅█" in told or "近 3 轮  自评" in told
    assert "同事 " in told
    assert "22.5 24.75 26.4" in told


@pytest.mark.usefixtures("chinese")
def test_where_there_is_nothing_it_says_why() -> None:
    told = "\n".join(plain(each) for each in lines.before(EMPTY, 78))
    assert "没有可以对照的项" in told
    (comments, plan) = lines.sections(EMPTY, UNICODE, "zh", 78, plan=True, today=TODAY)
    assert "不足 3 人评" in plain(comments.lines[0])
    assert "还没有写" in plain(plan.lines[0])


async def test_ones_own_result_opens_with_it_and_one_key_goes_on_to_the_figures(
    county: County, cadre: Session
) -> None:
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "end", "enter")
        assert isinstance(pilot.app.screen, GrowthScreen)
        assert "总分" not in shown(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ResultScreen)
        assert "总分" in shown(pilot)
        await press(pilot, "escape", "z")
        assert isinstance(pilot.app.screen, ResultScreen)
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


@pytest.mark.usefixtures("made")
async def test_the_figures_of_a_criterion_are_explained_from_here_and_esc_comes_back(
    county: County, cadre: Session
) -> None:
    async with opened(county, cadre) as pilot:
        await press(pilot, "e", "enter")
        assert isinstance(pilot.app.screen, ResultScreen)
        assert "÷" in text_of(pilot.app)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, GrowthScreen)


@pytest.mark.usefixtures("made")
async def test_sections_and_the_plan_are_a_key_away(county: County, cadre: Session) -> None:
    async with opened(county, cadre) as pilot:
        first = shown(pilot)
        await press(pilot, "right_square_bracket", "right_square_bracket")
        assert shown(pilot).splitlines()[1].startswith(" ─ 隐藏的长处")
        await press(pilot, "left_square_bracket", "home")
        assert shown(pilot) == first
        await press(pilot, "f2", *"收到的鼓励", "enter")
        assert "带得大家也坐得住了" in shown(pilot)
        await press(pilot, "p")
        assert isinstance(pilot.app.screen, PlanScreen)


async def test_looking_at_it_is_noted_and_home_tells_the_figures_from_then_on(county: County, cadre: Session) -> None:
    later = plans.plan(cadre, ROUND)
    assert later.seen is not None
    assert not home_of(cadre).results[0].unseen


async def test_the_figures_lead_to_the_plan_too(county: County, cadre: Session, organiser: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        navigation.open_result(pilot.app, ROUND, "q1")
        await press(pilot)
        await press(pilot, "p")
        assert isinstance(pilot.app.screen, PlanScreen)
    async with Look().open(county, organiser) as pilot:
        navigation.open_result(pilot.app, ROUND, "q1")
        await press(pilot)
        await press(pilot, "p")
        assert isinstance(pilot.app.screen, ResultScreen)


# The plan


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


# What became of it


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
