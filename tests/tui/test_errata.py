"""Correcting the wording of a round's checklists from the app, and what whoever fills in sees of it."""

from pathlib import Path

import pytest

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.people.person import Role
from cadre_tui.services.county import County
from cadre_tui.services.filling.tasks import todo
from cadre_tui.services.people import accounts
from cadre_tui.services.rounds import errata, life
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.errata.screens import ErrataScreen, ErratumReasonScreen, ErratumScreen
from cadre_tui.tui.rounds.board_screen import BoardScreen
from tests.tui.golden import Look, press, settle, text_of, write
from tests.tui.small_county import CURRENT, county_in, signed_in

SELF, PEER = Purpose.SELF, Purpose.PEER
TEXT = ("criterion", "plan.overall", "text")


def correct(county: County, language: str) -> None:
    """The organiser words the first criterion otherwise."""
    session = accounts.act_as(signed_in(county, "zzb"), Role.ORGANISER)
    pin = errata.pinned(life.find(county, CURRENT), "core.mutual")
    errata.correct_text(session, CURRENT, pin, TEXT, language, "另一种说法", "漏写")


async def test_an_organiser_corrects_a_text_and_says_why(county: County, organiser: Session) -> None:
    async with Look().open(county, organiser) as pilot:
        pilot.app.push_screen(navigation.made("round", CURRENT))
        await settle(pilot)
        assert isinstance(pilot.app.screen, BoardScreen)
        await press(pilot, "z")
        assert isinstance(pilot.app.screen, ErrataScreen)
        assert "▸ 考评表的名称：学习型干部四项重点检查" in text_of(pilot.app)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ErratumScreen)
        assert "F9 下一步" in text_of(pilot.app)
        await press(pilot, "f9")
        assert "没有要更正的" in text_of(pilot.app)
        await write(pilot, "（改）")
        await press(pilot, "f9")
        assert isinstance(pilot.app.screen, ErratumReasonScreen)
        await write(pilot, "漏了字")
        await press(pilot, "f9")
        assert isinstance(pilot.app.screen, ErrataScreen)
        assert "（改）（2026-11-10，漏了字）" in text_of(pilot.app)
    (made,) = life.find(county, CURRENT).errata
    assert (made.field, made.reason) == (("title",), "漏了字")


@pytest.mark.parametrize(
    ("language", "erratum"), [("zh", "更正：另一种说法（2026-11-10，漏写）"), ("en", "Erratum:")]
)
async def test_whoever_fills_in_sees_it_under_the_text(county_folder: Path, language: str, erratum: str) -> None:
    county = county_in(county_folder)
    correct(county, language)
    cadre = signed_in(county, "q1")
    async with Look(language).open(county, cadre) as pilot:
        mine = next(each for each in todo(cadre, CURRENT, SELF).tasks if each.checklist == "core.mutual")
        navigation.open_form(pilot.app, mine, "plan.overall")
        await settle(pilot)
        assert erratum in text_of(pilot.app)


async def test_colleagues_see_it_above_the_options(county_folder: Path) -> None:
    county = county_in(county_folder)
    correct(county, "zh")
    cadre = signed_in(county, "q1")
    async with Look().open(county, cadre) as pilot:
        navigation.open_colleagues(pilot.app, todo(cadre, CURRENT, PEER))
        await settle(pilot)
        assert "更正：另一种说法（2026-11-10，漏写）" in text_of(pilot.app)
