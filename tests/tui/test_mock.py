"""A rehearsal is marked on every screen that shows its title, in both languages."""

from datetime import timedelta
from typing import Any

import pytest
from textual.pilot import Pilot

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.services.county import County
from cadre_tui.services.filling import tasks
from cadre_tui.services.home import home_of
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from tests.tui import small_county
from tests.tui.golden import Look, settle, text_of

MOCK = "mock"
MARKS = {"zh": "【演练】", "en": "[Rehearsal]"}
each_language = pytest.mark.parametrize("language", ["zh", "en"])
WIDE = 120


@pytest.fixture
def rehearsing(organiser: Session) -> None:
    """A rehearsal is under way beside the round."""
    begins = small_county.NOW - timedelta(days=5)
    rules = small_county._round(MOCK, "试一试", "Trying", begins, former=small_county.FORMER)
    life.new(organiser, rules.model_copy(update={"mock": True}))
    life.open_round(organiser, MOCK)


def first(pilot: Pilot[Any]) -> str:
    return text_of(pilot.app).splitlines()[0]


@each_language
@pytest.mark.usefixtures("rehearsing")
async def test_every_screen_of_a_cadre_shows_the_mark(language: str, county: County, cadre: Session) -> None:
    mark = MARKS[language]
    async with Look(language, WIDE).open(county, cadre) as pilot:
        rows = text_of(pilot.app).splitlines()
        assert [row for row in rows if ("试一试" in row or "Trying" in row) and mark not in row] == []
        assert any(mark in row for row in rows[1:])
        own = tasks.todo(cadre, MOCK, Purpose.SELF).tasks[0]
        for go in (
            lambda: navigation.open_form(pilot.app, own),
            lambda: navigation.open_colleagues(pilot.app, tasks.todo(cadre, MOCK, Purpose.PEER)),
            lambda: navigation.open_hand_in(pilot.app, MOCK, Purpose.PEER),
        ):
            go()
            await settle(pilot)
            assert mark in first(pilot)


@each_language
@pytest.mark.usefixtures("rehearsing")
async def test_every_screen_of_an_organiser_shows_the_mark(language: str, county: County, organiser: Session) -> None:
    mark = MARKS[language]
    async with Look(language).open(county, organiser) as pilot:
        rows = text_of(pilot.app).splitlines()
        assert [mark in row for row in rows if "试一试" in row or "Trying" in row] == [True]
        navigation.open_progress(pilot.app, MOCK)
        await settle(pilot)
        assert mark in first(pilot)


@each_language
@pytest.mark.usefixtures("rehearsing")
async def test_results_of_a_rehearsal_show_the_mark(
    language: str, county: County, organiser: Session, cadre: Session
) -> None:
    life.close_round(organiser, MOCK, "演练到此为止")
    life.publish(organiser, MOCK)
    mark = MARKS[language]
    assert [each.round for each in home_of(cadre).results if each.mock] == [MOCK]
    async with Look(language).open(county, cadre) as pilot:
        assert any(mark in row for row in text_of(pilot.app).splitlines())
        navigation.open_result(pilot.app, MOCK, "q1")
        await settle(pilot)
        assert mark in first(pilot)
    async with Look(language).open(county, organiser) as pilot:
        navigation.open_results(pilot.app, MOCK)
        await settle(pilot)
        assert mark in first(pilot)
