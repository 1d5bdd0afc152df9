"""An end that loses nothing, whoever brings it about, and that tells nothing."""

import logging
from pathlib import Path

import pytest

from cadre_tui import locale
from cadre_tui.model.fault import StoreFailure
from cadre_tui.services.county import County
from cadre_tui.services.session import Session
from cadre_tui.tui import ending
from cadre_tui.tui.app import CadreApp
from cadre_tui.tui.help.choice import ChoiceScreen
from tests.tui.golden import (
    Look,
    press,
    settle,
    text_of,
    until,
)
from tests.tui.typing_screen import ANSWER, Typing, typing


async def test_ctrl_q_saves_and_leaves(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        screen = await typing(pilot)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not pilot.app.is_running)
    assert screen.kept == [ANSWER]


async def test_ctrl_q_tells_when_nothing_can_be_saved_and_leaves_at_the_second_time(
    county: County, cadre: Session
) -> None:
    async with Look().open(county, cadre) as pilot:
        await typing(pilot, refuse=True)
        await press(pilot, "ctrl+q")
        assert pilot.app.is_running
        assert "/srv/cadre" in text_of(pilot.app)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not pilot.app.is_running)


async def test_escape_stays_where_nothing_can_be_saved(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        screen = await typing(pilot, refuse=True)
        await press(pilot, "escape")
        assert pilot.app.screen is screen


async def test_ctrl_c_says_which_key_leaves(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "ctrl+c")
        assert "要离开程序请按 Ctrl+Q" in text_of(pilot.app)


async def test_an_end_from_outside_saves_every_screen(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        refusing, beneath, above = Typing(refuse=True), Typing(), Typing()
        for screen in (beneath, refusing, above):
            await pilot.app.push_screen(screen)
        await pilot.app.push_screen(ChoiceScreen("", []))
        await settle(pilot)
        pilot.app.end(143)
        await pilot.pause()
        assert pilot.app.return_code == 143
    assert (above.kept, beneath.kept) == ([ANSWER], [ANSWER])


async def test_a_failure_saves_and_tells_neither_answers_nor_values(
    county: County, cadre: Session, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "cadre.log"
    ending.write_log_to(log)
    app = CadreApp(county, session=cadre)
    screen = Typing()
    try:
        with pytest.raises(ValueError, match="cannot read"):
            async with app.run_test() as pilot:
                await app.push_screen(screen)
                await settle(pilot)
                await pilot.press("f6")
    finally:
        for handler in [each for each in ending.log.handlers if isinstance(each, logging.FileHandler)]:
            ending.log.removeHandler(handler)
            handler.close()
    assert screen.kept == [ANSWER]
    assert app.failed
    written, told = log.read_text("utf-8"), app.last_words(log)
    assert "ValueError" in written
    assert "action_fail" in written
    assert log.stat().st_mode & 0o777 == 0o600
    assert "已经保存" in told
    assert str(log) in told
    out, err = capfd.readouterr()
    for text in (written, told, out, err):
        assert ANSWER not in text
        assert "cannot read" not in text


async def test_a_county_that_cannot_be_opened_is_refused_in_words() -> None:
    def county() -> County:
        raise StoreFailure("county-not-made", place="/srv/cadre")

    locale.use("zh")
    app = CadreApp(county)
    async with app.run_test() as pilot:
        await until(pilot, lambda: not app.is_running)
    assert app.refused is not None
    assert app.refused.code == "county-not-made"
