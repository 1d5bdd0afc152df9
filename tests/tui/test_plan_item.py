"""An item of the plan while it is typed: by whose clock its saving is told, and when a wrong day is."""

import time
from collections.abc import Iterator

import pytest

from cadre_tui.services.county import County
from cadre_tui.services.session import Session
from cadre_tui.tui.growth import ways
from tests.tui.golden import Look, press, settle, text_of, write
from tests.tui.small_county import FORMER as ROUND


@pytest.fixture
def far_machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine whose clock shows another zone than the county's."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "America/New_York")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("far_machine")
async def test_the_time_of_saving_is_told_by_the_clock_of_the_county(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        ways.open_plan(pilot.app, ROUND)
        await settle(pilot)
        await press(pilot, "a")
        await write(pilot, "每周学一次")
        await pilot.pause(0.8)
        await settle(pilot)
        assert "已保存 14:03" in text_of(pilot.app)


async def test_a_day_that_is_none_is_told_as_soon_as_its_field_is_left(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        ways.open_plan(pilot.app, ROUND)
        await settle(pilot)
        await press(pilot, "a", "tab", "tab")
        await write(pilot, "2026-13-01")
        assert "不是日期" not in text_of(pilot.app)
        await press(pilot, "enter")
        assert "“2026-13-01”不是日期" in text_of(pilot.app)
        await press(pilot, "shift+tab", *["backspace"] * 5)
        await write(pilot, "12-31")
        await press(pilot, "enter")
        assert "不是日期" not in text_of(pilot.app)
