"""Another password of one's own, from home: what it asks for, what it refuses, and what becomes of other sessions."""

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from cadre_tui.model.people.person import Role
from cadre_tui.services.county import County
from cadre_tui.services.people import accounts
from cadre_tui.services.session import Session
from cadre_tui.tui.entry.password import PasswordScreen
from cadre_tui.tui.home.screen import HomeScreen
from tests.refusing import forbidden
from tests.tui.golden import Look, assert_looks, each_look, press, text_of, write
from tests.tui.small_county import PASSWORD, signed_in

NEW = "春风化雨-2026"


async def fill(pilot: Pilot[Any], *texts: str) -> None:
    """Each text into its field, with Enter after it."""
    for text in texts:
        await write(pilot, text)
        await press(pilot, "enter")


@each_look
async def test_it_looks_like_this(look: Look, county: County, cadre: Session) -> None:
    async with look.open(county, cadre) as pilot:
        await press(pilot, "m")
        await assert_looks(pilot, "password", look)


async def test_the_old_one_and_the_new_one_twice_change_it_and_one_goes_on(county: County, cadre: Session) -> None:
    elsewhere = signed_in(county, "q1")
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "m")
        assert isinstance(pilot.app.screen, PasswordScreen)
        assert "在别处用原来的密码登录的都要重新登录" in text_of(pilot.app)
        await fill(pilot, PASSWORD, NEW, NEW)
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "密码改好了" in text_of(pilot.app)
        assert pilot.app.session.role is cadre.role
        await press(pilot, "enter")
        assert "重新登录" not in text_of(pilot.app), "the session goes on here"
    with forbidden("session-ended"):
        accounts.roles(elsewhere)
    with forbidden("sign-in-failed"):
        signed_in(county, "q1")
    assert accounts.sign_in(county, "q1", NEW).person == "q1"


async def test_an_organiser_stays_one(county: County, organiser: Session) -> None:
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "m")
        await fill(pilot, PASSWORD, NEW, NEW)
        assert isinstance(pilot.app.screen, HomeScreen)
        assert pilot.app.session.role is Role.ORGANISER


@pytest.mark.parametrize(
    ("typed", "told", "field"),
    [
        (("wrong-one", NEW, NEW), "原来的密码不对", "old"),
        ((PASSWORD, NEW, NEW + "x"), "两遍填的密码不一样", "again"),
        ((PASSWORD, PASSWORD, PASSWORD), "新密码和原来的一样", "password"),
        (("", NEW, NEW), "", "old"),
    ],
    ids=["wrong", "differ", "same", "empty"],
)
async def test_what_cannot_be_is_told_and_typed_again(
    typed: tuple[str, ...], told: str, field: str, county: County, cadre: Session
) -> None:
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "m")
        for text in typed:
            await write(pilot, text)
            await press(pilot, "enter" if text else "tab")
        shown = text_of(pilot.app)
        assert told in shown
        assert isinstance(pilot.app.screen, PasswordScreen)
        assert pilot.app.focused.id == field
        assert not any(text in shown for text in typed if text)
    assert accounts.sign_in(county, "q1", PASSWORD)


async def test_a_new_one_that_is_too_short_is_told(county: County, cadre: Session) -> None:
    county.quick_passwords = False
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "m")
        await fill(pilot, PASSWORD, "七个字太短了点", "七个字太短了点")
        assert "8" in text_of(pilot.app).splitlines()[-2]
        assert pilot.app.focused.id == "password"


async def test_escape_changes_nothing(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "m")
        await fill(pilot, PASSWORD, NEW)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert pilot.app.session is cadre
    assert accounts.sign_in(county, "q1", PASSWORD)


async def test_the_language_changes_and_what_was_typed_stays(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "m")
        await write(pilot, PASSWORD)
        await press(pilot, "f4")
        assert "Old password" in text_of(pilot.app)
        assert pilot.app.screen.query_one("#old", Input).value == PASSWORD


async def test_on_the_smallest_terminal_the_field_that_one_is_in_is_in_sight(county: County, cadre: Session) -> None:
    async with Look(columns=60, lines=15).open(county, cadre) as pilot:
        await press(pilot, "m")
        await fill(pilot, PASSWORD, NEW)
        assert pilot.app.focused.id == "again"
        await write(pilot, NEW)
        assert "再填一遍新密码" in text_of(pilot.app)
        assert "•" * len(NEW) in text_of(pilot.app).split("再填一遍新密码")[1]
        await press(pilot, "enter")
        assert "密码改好了" in text_of(pilot.app)
