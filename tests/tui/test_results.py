from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from cadre_tui.services.county import County
from cadre_tui.services.results import reading
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.result.list_page import matching
from cadre_tui.tui.result.list_screen import ResultsScreen
from cadre_tui.tui.result.screen import ResultScreen
from tests.tui import small_county
from tests.tui.golden import LOOKS, Look, assert_looks, each_look, press, settle, text_of
from tests.tui.results_made import INCOMPLETE, WHOLE


@asynccontextmanager
async def opened(
    county: County, session: Session, look: Look = LOOKS[0], round_id: str = small_county.FORMER
) -> AsyncIterator[Pilot[Any]]:
    async with look.open(county, session) as pilot:
        navigation.open_results(pilot.app, round_id)
        await settle(pilot)
        yield pilot


def shown(pilot: Pilot[Any]) -> str:
    return text_of(pilot.app)


async def test_everybody_stands_under_the_unit_with_total_and_grade(county: County, organiser: Session) -> None:
    found = reading.results(organiser, small_county.FORMER)
    async with opened(county, organiser) as pilot:
        rows = shown(pilot).splitlines()
        assert "8/8 人 · 5 人有总分" in rows[0]
        assert "城关镇：5 人，5 人有总分" in shown(pilot)
        first = next(row for row in rows if "张建国" in row)
        assert str(found[0].total) in first
        assert str(found[0].grade.say("zh") if found[0].grade else "") in first


async def test_where_there_is_no_total_it_says_what_is_missing(county: County, organiser: Session) -> None:
    async with opened(county, organiser) as pilot:
        row = next(row for row in shown(pilot).splitlines() if "刘洋" in row)
        assert "! 同事：评价人不足 3 人，不显示" in row


async def test_enter_opens_a_persons_result_and_esc_comes_back(county: County, organiser: Session) -> None:
    async with opened(county, organiser) as pilot:
        await press(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, ResultScreen)
        assert "李敏 · 城关镇" in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ResultsScreen)
        assert next(row for row in shown(pilot).splitlines() if "李敏" in row).strip().startswith("▸")


async def test_typing_narrows_and_esc_clears_before_it_leaves(county: County, organiser: Session) -> None:
    async with opened(county, organiser) as pilot:
        await press(pilot, "f3", *"limin")
        assert "1/8 人" in shown(pilot)
        assert "王海" not in shown(pilot)
        await press(pilot, "enter", "enter")
        assert "李敏 · 城关镇" in shown(pilot)
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, ResultsScreen)
        assert "8/8 人" in shown(pilot)
        assert not pilot.app.screen.query_one(Input).display
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, ResultsScreen)


async def test_nothing_found_is_told(county: County, organiser: Session) -> None:
    async with opened(county, organiser) as pilot:
        await press(pilot, "f3", *"zzz")
        assert "没有找到" in shown(pilot)
        await press(pilot, "enter", "enter")
        assert isinstance(pilot.app.screen, ResultsScreen)


async def test_a_cadre_is_refused_in_a_sentence(county: County, cadre: Session) -> None:
    async with opened(county, cadre) as pilot:
        assert "李敏" not in shown(pilot)
        assert len(shown(pilot).split()) > 4
        await press(pilot, "f3", "a", "escape", "escape")
        assert not isinstance(pilot.app.screen, ResultsScreen)


@pytest.mark.parametrize(
    ("typed", "count"), [("张", 1), ("城关镇 良好", 1), ("zjg", 1), ("zhang jian", 1), ("没有", 0), ("", 2)]
)
def test_people_are_found_by_name_unit_grade_and_pinyin(typed: str, count: int) -> None:
    person = WHOLE.subject.model_copy(update={"sort_key": "zhang jian guo"})
    other = replace(INCOMPLETE, subject=person.model_copy(update={"name": "李敏", "sort_key": "li min"}))
    found = matching([replace(WHOLE, subject=person), other], typed, "zh")
    assert len(found) == count


@each_look
async def test_the_results_look_as_they_should(
    county: County, organiser: Session, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [
        replace(each, subject=each.subject.model_copy(update={"id": f"q{number}", "name": name}))
        for number, (each, name) in enumerate([(WHOLE, "张建国"), (INCOMPLETE, "李敏"), (WHOLE, "[a1]欧阳震华")])
    ]
    monkeypatch.setattr(reading, "results", lambda *_arguments: tuple(made))
    async with opened(county, organiser, look) as pilot:
        await press(pilot, "down")
        await assert_looks(pilot, "results", look)
