"""Amending a round's checklist from the app, and what whoever fills in is told of it."""

import re
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from cadre_tui import checklists
from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.people.person import Role
from cadre_tui.plugins import builtin
from cadre_tui.services.county import County
from cadre_tui.services.filling.tasks import todo
from cadre_tui.services.people import accounts
from cadre_tui.services.rounds import amending, life
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.form.originals_screen import OriginalsScreen
from cadre_tui.tui.rounds.amend_screen import AmendScreen
from tests.tui.golden import Look, assert_looks, each_look, press, settle, text_of, write
from tests.tui.small_county import CURRENT, signed_in

SELF = Purpose.SELF
FILE = Path(builtin.__file__).parent / "core.mutual.toml"


def second() -> Checklist:
    """The second version: of one criterion “not applicable” may be said."""
    written = FILE.read_text("utf-8").replace('version = "2026.1"', 'version = "2026.2"', 1)
    return checklists.parse(
        written.replace('id = "work.overall"', 'id = "work.overall"\nallow_na = true', 1), "x.toml"
    )


def flat(pilot: Pilot[Any]) -> str:
    """The screen's text where it does not matter where lines were broken."""
    return re.sub(r"\s", "", text_of(pilot.app))


def amended(county: County) -> None:
    organiser = accounts.act_as(signed_in(county, "zzb"), Role.ORGANISER)
    amending.amend(organiser, CURRENT, second(), "县委文件调整")


@each_look
async def test_what_it_would_do_looks_like_this(look: Look, county: County, organiser: Session) -> None:
    async with look.open(county, organiser) as pilot:
        pilot.app.push_screen(navigation.made("amend", CURRENT, second()))
        await settle(pilot)
        await assert_looks(pilot, "amend", look)


async def test_it_takes_a_reason_and_is_agreed_to(county: County, organiser: Session) -> None:
    async with Look().open(county, organiser) as pilot:
        pilot.app.push_screen(navigation.made("amend", CURRENT, second()))
        await settle(pilot)
        assert isinstance(pilot.app.screen, AmendScreen)
        await press(pilot, "enter")
        assert "理由" in text_of(pilot.app)
        assert life.find(county, CURRENT).amendments == ()
        await write(pilot, "县委文件调整")
        await press(pilot, "enter")
        assert "理由：县委文件调整" in text_of(pilot.app)
        await press(pilot, "escape", "enter", "y")
        assert "已经修订为" in text_of(pilot.app)
    (made,) = life.find(county, CURRENT).amendments
    assert (made.reason, made.now.name) == ("县委文件调整", "core.mutual|2026.2")


async def test_without_a_new_version_there_is_nothing_to_choose(county: County, organiser: Session) -> None:
    async with Look().open(county, organiser) as pilot:
        pilot.app.push_screen(navigation.made("round", CURRENT))
        await settle(pilot)
        await press(pilot, "m")
        assert "没有可以换上的" in text_of(pilot.app)


@pytest.mark.parametrize(
    ("language", "told"), [("zh", "考评表修订过：县委文件调整"), ("en", "Thechecklistwasamended")]
)
async def test_home_and_the_form_say_so_and_the_original_can_be_read(
    county: County, language: str, told: str
) -> None:
    cadre = signed_in(county, "q2")  # has handed in
    amended(county)
    async with Look(language).open(county, cadre) as pilot:
        assert told in flat(pilot)
        now = next(each for each in todo(cadre, CURRENT, SELF).tasks if each.checklist == "core.mutual")
        navigation.open_form(pilot.app, now)
        await settle(pilot)
        assert told in flat(pilot)
        await press(pilot, "v")
        assert isinstance(pilot.app.screen, OriginalsScreen)
        assert "core.mutual|2026.1" in text_of(pilot.app)


async def test_home_says_so_right_below_the_form_that_was_amended(county: County) -> None:
    learning = FILE.with_name("core.learning.toml").read_text("utf-8")
    newer = checklists.parse(learning.replace('version = "2026.1"', 'version = "2026.2"', 1), "x.toml")
    organiser = accounts.act_as(signed_in(county, "zzb"), Role.ORGANISER)
    amending.amend(organiser, CURRENT, newer, "县委文件调整")
    async with Look().open(county, signed_in(county, "q1")) as pilot:
        lines = text_of(pilot.app).splitlines()
    (at,) = (n for n, each in enumerate(lines) if "考评表修订过" in each)
    assert "学习型干部四项重点检查" in lines[at - 1]


async def test_a_form_that_was_open_meanwhile_saves_nothing_and_says_why(county: County) -> None:
    cadre = signed_in(county, "q1")
    form = next(each for each in todo(cadre, CURRENT, SELF).tasks if each.checklist == "core.mutual")
    async with Look().open(county, cadre) as pilot:
        navigation.open_form(pilot.app, form)
        await settle(pilot)
        amended(county)
        await press(pilot, "2", "escape")
        assert "刚刚修订过" in flat(pilot)
