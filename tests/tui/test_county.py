"""The county's page on the screen: view by view, down to a criterion and a unit, bars and tables."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from decimal import Decimal
from pathlib import Path
from shutil import copytree
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot

from cadre_tui.model.people.person import Role
from cadre_tui.services.results.county.result import county_result
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.county import criteria, gathering
from cadre_tui.tui.county.screen import CountyScreen
from cadre_tui.tui.drawing.glyphs import UNICODE
from cadre_tui.tui.result.list_screen import ResultsScreen
from cadre_tui.tui.widgets.menu_list import MenuList
from tests.services.small import Small
from tests.services.units import CLERK, SUPERVISOR, acting, long_after, make_units
from tests.tui.golden import LOOKS, Look, assert_looks, each_look, press, settle, text_of


@pytest.fixture(scope="module")
def made_units(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("units") / "data"
    make_units(folder)
    return folder


@pytest.fixture
def small(made_units: Path, tmp_path: Path) -> Small:
    return long_after(copytree(made_units, tmp_path / "units"))


@asynccontextmanager
async def opened(
    small: Small, look: Look = LOOKS[0], session: Session | None = None, round_id: str = "r2"
) -> AsyncIterator[Pilot[Any]]:
    async with look.open(small.county, session or small.organiser) as pilot:
        navigation.open_county(pilot.app, round_id)
        await settle(pilot)
        yield pilot


def shown(pilot: Pilot[Any]) -> str:
    return text_of(pilot.app)


def row(pilot: Pilot[Any], word: str) -> list[str]:
    """The cells of the first line that begins with a word."""
    lines = (each.replace("▸", " ").strip() for each in shown(pilot).splitlines())
    return next(each for each in lines if each.startswith(word)).split()


async def test_the_organiser_comes_to_it_from_everybodys_results(small: Small) -> None:
    async with LOOKS[0].open(small.county, small.organiser) as pilot:
        navigation.open_results(pilot.app, "r2")
        await settle(pilot)
        await press(pilot, "u")
        assert isinstance(pilot.app.screen, CountyScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ResultsScreen)


async def test_a_cadre_and_a_clerk_come_to_it_from_home(small: Small) -> None:
    for session in (small.signed_in("a1"), acting(small, CLERK, Role.CLERK)):
        async with LOOKS[0].open(small.county, session) as pilot:
            lines = [str(each.name) for each in pilot.app.screen.query_one(MenuList).menu.rows if each.go]
            at = next(number for number, name in enumerate(lines) if name.endswith("r2"))
            await press(pilot, *["down"] * at, "u")
            assert isinstance(pilot.app.screen, CountyScreen)
            assert "[总览]" in shown(pilot)


async def test_the_overview_tells_totals_and_grades_of_leaders_beside_others(small: Small) -> None:
    async with opened(small, round_id="n1") as pilot:
        assert "15 人 · 15 人有总分" in shown(pilot)
        assert row(pilot, "领导干部")[:2] == ["领导干部", "3"]
        assert "10.0" in row(pilot, "领导干部")
        assert "领导干部的均分比其他干部高 2.7 分" in shown(pilot)
        assert row(pilot, "良好")[1:3] == ["13", "86.7%"]


async def test_enter_goes_from_the_criteria_to_one_of_them_and_to_a_unit(small: Small) -> None:
    async with opened(small, round_id="n1") as pilot:
        await press(pilot, "right_square_bracket")
        assert "[考评项]" in shown(pilot)
        assert row(pilot, "第二项")[2] == "66.7%"
        await press(pilot, "enter")
        assert "第二项 · 自评，满分 4 分" in shown(pilot)
        assert row(pilot, "90% 以上")[2:4] == ["5", "33.3%"]
        await press(pilot, "enter")
        assert "· 乙单位" in shown(pilot), "the weakest unit stands first"
        assert "单位 " not in shown(pilot).splitlines()[1]
        await press(pilot, "escape", "escape", "escape")
        assert isinstance(pilot.app.screen, CountyScreen) is False


def test_points_of_a_criterion_are_written_as_people_write_them(small: Small) -> None:
    found = county_result(small.organiser, "n1")
    asked = found.criteria[0].model_copy(update={"points": Decimal(20)})
    first, *_rest = criteria.one(found, found.county, asked, UNICODE, lambda _unit: None, 78)
    assert "满分 20 分" in "".join(part.text for part in first.draw(78, False))


async def test_small_units_are_kept_back_and_the_word_says_so(small: Small) -> None:
    async with opened(small) as pilot:
        await press(pilot, "right_square_bracket", "right_square_bracket")
        assert "未显示" in row(pilot, "丙单位")[2]
        assert ["未显示" in row(pilot, each)[2] for each in ("甲单位", "乙单位")].count(True) == 1


async def test_units_are_found_by_their_names(small: Small) -> None:
    async with opened(small) as pilot:
        await press(pilot, "right_square_bracket", "right_square_bracket", "f3", "乙")
        assert "乙单位" in shown(pilot)
        assert "甲单位" not in shown(pilot)
        await press(pilot, "escape")
        assert "甲单位" in shown(pilot)


async def test_the_change_since_the_former_round_stands_with_its_numbers(small: Small) -> None:
    async with opened(small) as pilot:
        await press(pilot, "left_square_bracket")
        assert "[升降]" in shown(pilot)
        assert "6.5" in next(each for each in shown(pilot).splitlines() if "共 15 人" in each)
        assert "升得最多" in shown(pilot)
        assert "▲" in "".join(row(pilot, "第二项"))


async def test_the_tables_hold_the_same_figures_and_the_arrows_go_through_them(small: Small) -> None:
    async with opened(small) as pilot:
        await press(pilot, "t")
        assert row(pilot, "全体 ")[:4] == ["全体", "15", "15", "7.9"]
        await press(pilot, "end")
        assert "不足 3 人的不显示" in shown(pilot)
        await press(pilot, "t")
        assert "[总览]" in shown(pilot)


async def test_each_figure_of_the_line_at_the_cursor_is_explained_and_the_cursor_comes_back(small: Small) -> None:
    async with opened(small, round_id="n1") as pilot:
        await press(pilot, "down", "e")
        assert "[怎么来的]" in shown(pilot)
        assert "全县 · 领导干部 · 总分" in shown(pilot)
        assert "3 人得分单上的总分相加，除以 3" in shown(pilot)
        await press(pilot, "escape")
        here = pilot.app.screen.query_one(MenuList).here
        assert here is not None
        assert here.name == "total leaders"
        await press(pilot, "right_square_bracket", "e")
        assert "再除以满分" in shown(pilot)


async def test_a_clerk_sees_their_own_unit_and_a_cadre_none(small: Small) -> None:
    async with opened(small, session=acting(small, CLERK, Role.CLERK), round_id="n1") as pilot:
        await press(pilot, "right_square_bracket", "right_square_bracket")
        assert "甲单位" in shown(pilot)
        assert "乙单位" not in shown(pilot)
    async with opened(small, session=small.signed_in("a1"), round_id="n1") as pilot:
        assert " 单位 " not in shown(pilot).splitlines()[1]


async def test_before_the_publication_it_says_why_there_is_nothing(small: Small) -> None:
    async with opened(small, round_id="open") as pilot:
        assert "结果还没有公布" in shown(pilot)
        assert "t 表格" not in shown(pilot)


async def test_esc_stops_what_takes_long_and_says_so(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = Event()

    def endless(session: Session, round_id: str, progress: Callable[[int, int], None]) -> None:
        while True:
            progress(3, 10_000)
            begun.set()

    monkeypatch.setattr(gathering, "county_result", endless)
    async with LOOKS[0].open(small.county, small.organiser) as pilot:
        navigation.open_county(pilot.app, "r2")
        while not begun.is_set() or "/10000 人" not in shown(pilot):
            await pilot.pause()
        assert "已汇总 3/10000 人，按 Esc 停下" in shown(pilot)
        await press(pilot, "escape")
        assert "已经停下" in shown(pilot)
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, CountyScreen)


async def test_f2_finds_a_criterion_by_its_name(small: Small) -> None:
    async with opened(small, session=acting(small, SUPERVISOR, Role.SUPERVISOR)) as pilot:
        await press(pilot, "f2", *"第二", "enter")
        assert "第二项 · 自评，满分 4 分" in shown(pilot)


@each_look
async def test_every_view_looks_as_it_should(small: Small, look: Look) -> None:
    async with opened(small, look) as pilot:
        await assert_looks(pilot, "county", look)
        for name in ("criteria", "units", "levels", "course"):
            await press(pilot, "right_square_bracket")
            await assert_looks(pilot, f"county-{name}", look)
        await press(pilot, "t")
        await assert_looks(pilot, "county-tables", look)
