"""An organiser looks whether the data are whole; nobody else is offered it."""

from pathlib import Path

from cadre_tui.plugins.allowed.permission import PermissionFile
from cadre_tui.services.county import County, open_county
from cadre_tui.services.session import Session
from cadre_tui.tui.safekeeping.screen import CheckupScreen
from tests.store.folder.test_checkup import spoil
from tests.tui import small_county
from tests.tui.golden import Look, press, settle, text_of


async def test_an_organiser_sees_that_all_is_whole_and_then_what_is_not(
    county: County, organiser: Session, county_folder: Path
) -> None:
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "d")
        await settle(pilot)
        assert isinstance(pilot.app.screen, CheckupScreen)
        assert "数据完好" in text_of(pilot.app)
        spoil(next((county_folder / "drawers").rglob("[!.]*.json")))
        await press(pilot, "f5")
        await settle(pilot)
        assert "发现 1 处问题" in text_of(pilot.app)
        assert "drawers/" in text_of(pilot.app)


async def test_an_organiser_sees_which_files_do_not_go_with_a_backup(county_folder: Path) -> None:
    county = open_county(
        f"tinydb://{county_folder.absolute()}",
        permission=PermissionFile(county_folder),
        clock=small_county.Clock(),
        quick_passwords=True,
    )
    (county_folder / "checklists").mkdir()
    (county_folder / "checklists" / ".隐藏.toml").write_text("x", "utf-8")
    async with Look().open(county, small_county.signed_in(county, small_county.ORGANISER)) as pilot:
        await press(pilot, "d")
        await settle(pilot)
        shown = text_of(pilot.app)
        assert "数据完好" in shown
        assert "1 个文件不随备份走" in shown
        assert ".隐藏.toml" in shown


async def test_a_cadre_is_not_offered_it(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "d")
        await settle(pilot)
        assert not isinstance(pilot.app.screen, CheckupScreen)
