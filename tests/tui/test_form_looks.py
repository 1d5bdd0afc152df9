"""Golden screens of the form, in both languages, sizes and sets of signs."""

import pytest

from cadre_tui.services.county import County
from cadre_tui.services.session import Session
from tests.tui.form_pilot import opened, saved, screen
from tests.tui.golden import Look, assert_looks, each_look, each_look_afresh, press, settle, text_of


@each_look
async def test_the_form_looks_as_it_should(county: County, cadre: Session, look: Look) -> None:
    async with opened(county, cadre, look=look) as pilot:
        await assert_looks(pilot, "form", look)


@each_look_afresh
async def test_typing_in_a_table_looks_as_it_should(county: County, cadre: Session, look: Look) -> None:
    async with opened(county, cadre, "group.records", look=look) as pilot:
        await press(pilot, "enter", "2", "down", *"9999", "down", "down", "9", "up")
        await saved(pilot)  # else the status may come back from the saving that is under way
        screen(pilot).status("")
        await pilot.pause()
        await assert_looks(pilot, "form-table", look)


@each_look_afresh
async def test_writing_a_reason_looks_as_it_should(county: County, cadre: Session, look: Look) -> None:
    async with opened(county, cadre, "work.problems", look=look) as pilot:
        await press(pilot, "tab", *"两条措施", "tab", *"简报")
        await saved(pilot)  # else the status may come back from the saving that is under way
        screen(pilot).status("")
        await pilot.pause()
        await assert_looks(pilot, "form-notes", look)


async def test_the_guidance_comes_back_beside_what_is_written_where_there_is_room(
    county: County, cadre: Session
) -> None:
    async with opened(county, cadre, "work.problems") as pilot:
        await press(pilot, "tab", "x")
        assert "看学习前有没有列出" not in text_of(pilot.app)
        await pilot.resize_terminal(120, 40)
        await settle(pilot)
        assert "看学习前有没有列出" in text_of(pilot.app)


@pytest.mark.parametrize("size", [(60, 15), (200, 60)])
async def test_the_smallest_and_the_largest_terminal(county: County, cadre: Session, size: tuple[int, int]) -> None:
    look = Look(columns=size[0], lines=size[1])
    async with opened(county, cadre, look=look) as pilot:
        await assert_looks(pilot, "form", look)
