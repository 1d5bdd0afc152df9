"""看自己: what it shows, and where its keys lead."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from cadre_tui import locale
from cadre_tui.model.growth.growth import GrowthPage
from cadre_tui.services.county import County
from cadre_tui.services.growth import plans
from cadre_tui.services.home import home_of
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.drawing.glyphs import ASCII, UNICODE
from cadre_tui.tui.drawing.parts import line_width, plain
from cadre_tui.tui.growth import page as lines
from cadre_tui.tui.growth import plan_screen, screen
from cadre_tui.tui.growth.plan_screen import PlanScreen
from cadre_tui.tui.growth.reading import SectionsPage
from cadre_tui.tui.growth.screen import GrowthScreen
from cadre_tui.tui.home.screen import HomeScreen
from cadre_tui.tui.result.screen import ResultScreen
from cadre_tui.words.figures import figure
from cadre_tui.words.growth import quadrants as words
from tests.tui.golden import LOOKS, Look, assert_looks, each_look_afresh, press, text_of
from tests.tui.growth_made import EMPTY, PAGE
from tests.tui.growth_pilot import opened, shown
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
