"""The development plan on home: what is due, what opens with it, and what is told before anybody has looked."""

from datetime import timedelta
from typing import Any

import pytest

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.growth.plan import Followed, PlanItem
from cadre_tui.services.county import County
from cadre_tui.services.growth import plans
from cadre_tui.services.session import Session
from cadre_tui.store import keys
from cadre_tui.tui import navigation
from cadre_tui.tui.growth import ways
from tests.tui.golden import Look, press, text_of
from tests.tui.small_county import FORMER, NOW


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """What home asks to be opened, instead of opening it."""
    asked: list[tuple[Any, ...]] = []
    for room, name in (
        (navigation, "open_form"),
        (navigation, "open_colleagues"),
        (ways, "open_plan"),
        (ways, "open_follow"),
    ):
        monkeypatch.setattr(room, name, lambda app, *what, name=name, **_instead: asked.append((name, *what)))
    return asked


def planned(session: Session, *days: int | None) -> None:
    """An item for each number of days from today."""
    for number, day in enumerate(days, 1):
        by = None if day is None else NOW.date() + timedelta(days=day)
        plans.put(session, FORMER, PlanItem(id=str(number), what=f"第{number}件事", by=by))


async def test_items_of_the_plan_that_are_due_stand_among_what_is_to_be_done(county: County, cadre: Session) -> None:
    planned(cadre, -3, 0, 20)
    async with Look().open(county, cadre) as pilot:
        assert "! 改进计划  2 项已到期" in text_of(pilot.app)
        plans.follow(cadre, FORMER, "1", Followed.DONE)
        plans.follow(cadre, FORMER, "2", Followed.DONE)
        await press(pilot, "f5")
        assert "◐ 改进计划  1 项在做，最近一项 2026-11-30 到期" in text_of(pilot.app)


async def test_enter_on_the_plan_opens_it(county: County, cadre: Session, opened: list[tuple[Any, ...]]) -> None:
    planned(cadre, 20)
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "down", "down", "down", "enter")
    assert opened == [("open_plan", FORMER)]


async def test_a_self_assessment_opens_with_the_former_plan_until_all_of_it_is_told_about(
    county: County, cadre: Session, opened: list[tuple[Any, ...]]
) -> None:
    planned(cadre, 20)
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "enter")
        plans.follow(cadre, FORMER, "1", Followed.NOT)
        await press(pilot, "f5", "enter", "down", "down", "enter")
    assert [each[0] for each in opened] == ["open_follow", "open_form", "open_colleagues"]
    assert opened[0][1] == FORMER
    assert opened[0][2].purpose is Purpose.SELF


async def test_so_it_does_from_the_list_of_what_is_missing_but_not_again_from_its_form(
    county: County, cadre: Session, opened: list[tuple[Any, ...]]
) -> None:
    planned(cadre, 20)
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "s", "enter")
        assert [each[0] for each in opened] == ["open_follow"]
        task, at = opened[0][2:]
        assert (task.purpose, bool(at)) == (Purpose.SELF, True)
        pilot.app.pop_screen()
        pilot.app.push_screen(navigation.made("form", task, None))
        await press(pilot, "s", "enter")
    assert opened[1] == ("open_form", task, at)


async def test_a_result_that_nobody_has_looked_at_tells_no_figure(county: County, cadre: Session) -> None:
    county.store.change(keys.plan(FORMER, "q1"), lambda found: {**(found or {}), "seen": None})
    async with Look().open(county, cadre) as pilot:
        assert "先看自己" in text_of(pilot.app)
        assert "历次总分" not in text_of(pilot.app)
