"""A result on the screen: what it shows and what each key does."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from textual.pilot import Pilot

from cadre_tui.services.county import County
from cadre_tui.services.results import reading
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.result.screen import ResultScreen
from tests.tui import small_county
from tests.tui.golden import LOOKS, Look, assert_looks, each_look, marked_text_of, press, settle, text_of
from tests.tui.results_made import GROUPED, INCOMPLETE, WHOLE


@asynccontextmanager
async def opened(
    county: County, session: Session, look: Look = LOOKS[0], subject: str = "q1", round_id: str = small_county.FORMER
) -> AsyncIterator[Pilot[Any]]:
    async with look.open(county, session) as pilot:
        navigation.open_result(pilot.app, round_id, subject)
        await settle(pilot)
        yield pilot


@pytest.fixture
def whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every result is the one that has everything."""
    monkeypatch.setattr(reading, "result", lambda *_arguments: WHOLE)


def shown(pilot: Pilot[Any]) -> str:
    return text_of(pilot.app)


def row_of(pilot: Pilot[Any], name: str) -> str:
    return next(row for row in shown(pilot).splitlines() if name in row)


async def test_a_cadre_sees_the_own_result_from_the_store(county: County, cadre: Session) -> None:
    found = reading.result(cadre, small_county.FORMER, "q1")
    async with opened(county, cadre) as pilot:
        assert f"总分 {found.total}" in shown(pilot)
        assert "张建国 · 城关镇 副镇长" in shown(pilot)
        row = found.criteria[0]
        assert row.text.say("zh") in shown(pilot)
        assert f"{row.peers:.2f}" in row_of(pilot, row.text.say("zh"))


async def test_the_cursor_moves_over_headings_to_the_last_criterion(
    county: County, cadre: Session, whole: None
) -> None:
    async with opened(county, cadre) as pilot:
        await press(pilot, "down", "down", "down", "down")
        assert row_of(pilot, "[a1]政治素养").strip().startswith("▸")
        await press(pilot, "end", "down")
        assert row_of(pilot, "个人年度学习计划").strip().startswith("▸")
        await press(pilot, "home", "up")
        assert row_of(pilot, "学习计划建立与实施").strip().startswith("▸")


async def test_e_explains_and_esc_goes_back_to_the_table_then_home(
    county: County, cadre: Session, whole: None
) -> None:
    async with opened(county, cadre) as pilot:
        await press(pilot, "down", "e")
        assert "差：自评减同事，+3.9 分" in shown(pilot)
        assert "可以做的" in shown(pilot)
        await press(pilot, "escape")
        assert "满分" in shown(pilot)
        assert row_of(pilot, "学习内容与工作结合").strip().startswith("▸")
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, ResultScreen)


async def test_t_tells_the_same_as_tables_of_text_and_scrolls(county: County, cadre: Session, whole: None) -> None:
    async with opened(county, cadre, Look(columns=60, lines=15)) as pilot:
        await press(pilot, "t")
        before = shown(pilot)
        assert "2025年下半年" in before
        assert "84.0" in before
        await press(pilot, "pagedown", "pagedown", "pagedown", "pagedown")
        assert "同事评分不足 3 人的，不显示。" in shown(pilot)
        await press(pilot, "t")
        assert "考评项" in shown(pilot)


async def test_the_side_pane_tells_guidance_and_what_one_could_do(
    county: County, cadre: Session, whole: None
) -> None:
    async with opened(county, cadre, Look(columns=120, lines=40)) as pilot:
        await press(pilot, "down")
        assert "看计划文本" in shown(pilot)
        assert "你给自己的评价明显高于同事" in shown(pilot)


async def test_somebody_elses_result_gives_no_advice(county: County, organiser: Session, whole: None) -> None:
    async with opened(county, organiser, Look(columns=120, lines=40)) as pilot:
        await press(pilot, "down")
        assert "可以做的" not in shown(pilot)
        assert "同事看到而本人没看到" in shown(pilot)


async def test_what_is_not_published_yet_is_told_in_a_sentence(county: County, cadre: Session) -> None:
    async with opened(county, cadre, round_id=small_county.CURRENT) as pilot:
        assert isinstance(pilot.app.screen, ResultScreen)
        assert "公布" in shown(pilot)
        assert "总分" not in shown(pilot)


async def test_a_result_without_anything_to_show_says_so(
    county: County, cadre: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing = replace(INCOMPLETE, criteria=())
    monkeypatch.setattr(reading, "result", lambda *_arguments: nothing)
    async with opened(county, cadre) as pilot:
        assert "还没有总分" in shown(pilot)
        assert "还没有可以显示的考评项" in shown(pilot)
        await press(pilot, "down", "e")
        assert "计入总分的部分还不全" in shown(pilot)
        await press(pilot, "t", "t", "f2", "escape", "escape")
        assert not isinstance(pilot.app.screen, ResultScreen)


async def test_somebody_elses_result_is_refused_in_a_sentence(county: County, cadre: Session) -> None:
    async with opened(county, cadre, subject="q2") as pilot:
        assert "总分" not in shown(pilot)
        assert "满分" not in shown(pilot)
        await press(pilot, "e", "t", "down", "escape")
        assert not isinstance(pilot.app.screen, ResultScreen)


async def test_f2_jumps_to_a_criterion(county: County, cadre: Session, whole: None) -> None:
    async with opened(county, cadre) as pilot:
        await press(pilot, "f2", *"持续", "enter")
        assert row_of(pilot, "持续学习机制落实").strip().startswith("▸")


@each_look
async def test_a_result_looks_as_it_should(county: County, cadre: Session, whole: None, look: Look) -> None:
    async with opened(county, cadre, look) as pilot:
        await press(pilot, "down")
        await assert_looks(pilot, "result", look)


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_rater_groups_have_their_columns_in_a_wide_window(
    county: County, cadre: Session, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr(reading, "result", lambda *_arguments: GROUPED)
    look = Look(language=language, columns=120, lines=40)
    async with opened(county, cadre, look) as pilot:
        await assert_looks(pilot, "result-groups", look)


async def test_e_explains_a_single_number_that_left_and_right_choose(
    county: County, cadre: Session, whole: None
) -> None:
    async with opened(county, cadre, Look(colour=False)) as pilot:
        await press(pilot, "down", "right", "right")
        assert "⟦27.0⟧" in marked_text_of(pilot.app)
        await press(pilot, "e")
        assert "自评 27 分" in shown(pilot)
        assert "较好 90 ÷ 100 × 30 = 27" in shown(pilot)
        assert "23.1" not in shown(pilot)
        await press(pilot, "escape", "right", "e")
        assert "6 人：138.6 ÷ 6 = 23.1" in shown(pilot)
        assert "差：" not in shown(pilot)
        await press(pilot, "escape", *["right"] * 3, "e")
        assert "27 − 23.1 = +3.9，占分值的 13%" in shown(pilot)
        await press(pilot, "escape", "right", "e")
        assert "比上一轮的同事评分 +0.4 分" in shown(pilot)
        await press(pilot, "escape", "right", "e")
        assert "督查：四项重点与四项素养评价" in shown(pilot), "the whole row again, and what it goes into"


@each_look
async def test_an_explanation_looks_as_it_should(county: County, cadre: Session, whole: None, look: Look) -> None:
    async with opened(county, cadre, look) as pilot:
        await press(pilot, "down", "e")
        await assert_looks(pilot, "result-steps", look)


async def test_a_resize_lays_the_tables_out_anew(county: County, cadre: Session, whole: None) -> None:
    async with opened(county, cadre, Look(columns=120, lines=40)) as pilot:
        await press(pilot, "t")
        for columns, lines in ((60, 15), (90, 30), (62, 40)):
            await pilot.resize_terminal(columns, lines)
            await settle(pilot)
            said = "".join(row.rstrip(" ▁▂▃▄▅▆▇█").lstrip() for row in shown(pilot).splitlines())
            assert "自评：学习型干部四项重点检查" in said
            assert "占 40%" in said


@pytest.mark.parametrize("look", LOOKS[:4], ids=str)
async def test_the_tables_of_a_result_look_as_they_should(
    county: County, cadre: Session, whole: None, look: Look
) -> None:
    async with opened(county, cadre, look) as pilot:
        await press(pilot, "t")
        await assert_looks(pilot, "result-tables", look)


async def test_a_result_in_the_smallest_window_looks_as_it_should(
    county: County, cadre: Session, whole: None
) -> None:
    look = Look(columns=60, lines=15)
    async with opened(county, cadre, look) as pilot:
        await assert_looks(pilot, "result", look)
