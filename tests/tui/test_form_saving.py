"""Nothing that is typed into a form is lost: saving, refusals, coming and going."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.events import Paste

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.fault import StoreFailure
from cadre_tui.services.county import County
from cadre_tui.services.filling import responses
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.form.notes_editor import NotesEditor
from cadre_tui.tui.form.screen import FormScreen
from cadre_tui.words import refusals
from tests.tui import small_county
from tests.tui.form_pilot import cursor, opened, saved, screen, shown, stored, task_of
from tests.tui.golden import press, settle


async def test_leaving_saves_at_once_and_remembers_the_place(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "group.equals") as pilot:
        await press(pilot, "1", "down")
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, FormScreen)
        assert stored(cadre)["group.equals"].choice == "good"
        navigation.open_form(pilot.app, task_of(cadre))
        await settle(pilot)
        assert cursor(pilot) == "lasting.review"


async def test_flush_saves_what_is_being_typed(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "lasting.summary") as pilot:
        await press(pilot, "enter", *"断线之前")
        screen(pilot).flush()
        assert stored(cadre)["lasting.summary"].text == "断线之前"


async def test_looking_elsewhere_saves(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "group.equals") as pilot:
        await press(pilot, "1")
        pilot.app.app_focus = False
        await settle(pilot)
        assert stored(cadre)["group.equals"].choice == "good"


async def test_what_was_answered_in_another_terminal_is_taken_over_and_told(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "group.equals") as pilot:
        other = responses.open_form(cadre, task_of(cadre)).response.answers["work.problems"]
        theirs = other.model_copy(update={"choice": "poor"})
        responses.save(cadre, task_of(cadre), {"work.problems": theirs})
        await press(pilot, "1")
        await saved(pilot)
        assert "在别处也改过" in shown(pilot)
        assert stored(cadre)["group.equals"].choice == "good"
        await press(pilot, "left_square_bracket", "left_square_bracket", "right_square_bracket")
        assert "[4 差]" in shown(pilot)
        await press(pilot, "escape")
        assert stored(cadre)["work.problems"] == theirs


async def test_f5_tells_what_was_changed_elsewhere(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "group.equals") as pilot:
        responses.save(cadre, task_of(cadre), {"group.equals": Answer(choice="poor")})
        await press(pilot, "f5")
        assert "在别处也改过" in shown(pilot)
        assert "[4 差]" in shown(pilot)


async def test_a_text_being_written_is_not_overwritten_from_elsewhere(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "work.problems") as pilot:
        await press(pilot, "tab")
        other = responses.open_form(cadre, task_of(cadre)).response.answers["plan.hours"]
        responses.save(cadre, task_of(cadre), {"plan.hours": None})
        await press(pilot, *"实施")
        await saved(pilot)
        assert "在别处也改过" not in shown(pilot)
        await press(pilot, "escape")
        assert "在别处也改过" in shown(pilot)
        assert other.given
        assert "plan.hours" not in stored(cadre)
        assert stored(cadre)["work.problems"].reason.endswith("实施")


async def test_what_was_written_in_two_places_is_kept_from_both_and_told(county: County, cadre: Session) -> None:
    """Also while one goes on writing: neither loses a word, and nothing stands there twice."""
    async with opened(county, cadre, "lasting.summary") as pilot:
        responses.save(cadre, task_of(cadre), {"lasting.summary": Answer(text="另一处写的")})
        await press(pilot, "enter", *"这里写的")
        screen(pilot).flush()
        assert stored(cadre)["lasting.summary"].text == "另一处写的\n这里写的"
        await press(pilot, *"接着写")
        screen(pilot).flush()
        assert stored(cadre)["lasting.summary"].text == "另一处写的\n这里写的接着写"
        await press(pilot, "escape")
        await saved(pilot)
        assert "两处写的都留着" in shown(pilot)
        assert "另一处写的" in shown(pilot)


async def test_the_time_of_saving_is_told_by_the_clock_of_the_deadline(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "group.equals") as pilot:
        zone = responses.open_form(cadre, task_of(cadre)).deadline
        assert zone is not None
        await press(pilot, "1", "ctrl+s")
        told = screen(pilot).saving()
        times = {(datetime.now(zone.tzinfo) - timedelta(seconds=back)).strftime("%H:%M") for back in (0, 60)}
        assert any(time in told for time in times)


async def test_ctrl_s_saves_now(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "group.equals") as pilot:
        await press(pilot, "1", "ctrl+s")
        assert stored(cadre)["group.equals"].choice == "good"
        assert "已保存" in shown(pilot)


async def test_a_passed_deadline_is_told_and_nothing_vanishes_from_the_screen(county_folder: Path) -> None:
    clock = small_county.Clock()
    county = small_county.county_in(county_folder, clock)
    cadre = small_county.signed_in(county, "q1")
    async with opened(county, cadre, "group.equals") as pilot:
        clock.now += timedelta(days=30)
        await press(pilot, "1")
        await saved(pilot)
        assert "没有保存成功" in shown(pilot)
        assert "[1 好]" in shown(pilot)
        assert "只读" in shown(pilot)
        await press(pilot, "up", "2")
        assert "[2 较好]" not in shown(pilot)
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, FormScreen)
    assert "group.equals" not in stored(cadre)


async def test_a_store_that_cannot_be_written_keeps_everything_and_tries_again(
    county: County, cadre: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = next(code for code, sentence in refusals.SENTENCES.items() if "{" not in sentence)
    broken = True
    save = responses.save

    def failing(*arguments: Any) -> Any:
        if broken:
            raise StoreFailure(code)
        return save(*arguments)

    monkeypatch.setattr(responses, "save", failing)
    monkeypatch.setattr("cadre_tui.tui.autosave.RETRY", 0.2)
    async with opened(county, cadre, "group.equals") as pilot:
        await press(pilot, "1")
        await saved(pilot)
        assert "保存失败" in shown(pilot)
        assert "[1 好]" in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, FormScreen)
        broken = False
        await saved(pilot)
        assert stored(cadre)["group.equals"].choice == "good"
        assert "已保存" in shown(pilot)


async def test_only_looking_begins_nothing(county: County) -> None:
    session = small_county.signed_in(county, "q4")
    async with opened(county, session) as pilot:
        await press(pilot, "down", "right_square_bracket", "tab", "escape", "escape")
    assert task_of(session).state is None


async def test_control_characters_of_a_paste_do_not_stop_saving(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "work.problems") as pilot:
        await press(pilot, "tab")
        pilot.app.screen.query_one("#first").post_message(Paste("两条\x0b措施\x07"))
        await settle(pilot)
        await press(pilot, "escape", "escape")
    assert stored(cadre)["work.problems"].reason.endswith("两条措施")


async def test_what_is_handed_in_is_read_only(county: County) -> None:
    session = small_county.signed_in(county, "q2")
    async with opened(county, session, "work.problems") as pilot:
        before = stored(session)
        assert "已提交" in shown(pilot)
        await press(pilot, "4", "x", "u", "tab", "enter")
        assert "已经提交，只能看" in shown(pilot)
        assert not screen(pilot).query_one(NotesEditor).is_open
        await press(pilot, "escape")
        assert stored(session) == before


async def test_undo_survives_a_look_at_the_help(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "work.problems") as pilot:
        before = stored(cadre)
        await press(pilot, "4", "f1", "escape", "u")
        assert cursor(pilot) == "work.problems"
        await saved(pilot)
        assert stored(cadre) == before
