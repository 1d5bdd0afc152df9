"""Documents from the app: an organiser names a new folder, sees how far it is and stops it; a cadre names none."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.documents import outbox
from cadre_tui.services.documents.folder import Folder
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.documents.screen import DocumentsScreen
from cadre_tui.tui.rounds.board_screen import BoardScreen
from tests.tui import small_county
from tests.tui.golden import LOOKS, Look, assert_looks, each_look, press, settle, text_of


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the screen offers to write."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setattr(Path, "home", classmethod(lambda _cls: folder))
    return folder


async def open_board(pilot: Pilot[Any], round_id: str) -> None:
    navigation.open_round(pilot.app, round_id)
    await settle(pilot)
    assert isinstance(pilot.app.screen, BoardScreen)


def files(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.rglob("*") if each.is_file())


@each_look
async def test_the_choice_looks_like_this(look: Look, county: County, organiser: Session) -> None:
    async with look.open(county, organiser) as pilot:
        await open_board(pilot, small_county.FORMER)
        await press(pilot, "o", "3")
        await assert_looks(pilot, "documents", look)


async def test_all_documents_are_made_into_a_new_folder(county: County, organiser: Session, home: Path) -> None:
    async with LOOKS[0].open(county, organiser) as pilot:
        await open_board(pilot, small_county.FORMER)
        await press(pilot, "o", "o", "enter")
        (made,) = home.iterdir()
        assert made.name.startswith(f"考评材料-{small_county.FORMER}-")
        found = files(made)
        assert {"成绩册.xlsx", "考评汇总.docx", "考评汇总.html", "得分单-张建国-q1.docx"} <= set(found)
        assert f"写好了 {len(found)} 个文件" in text_of(pilot.app)
        await press(pilot, "o", "enter")
        assert "不会覆盖" in text_of(pilot.app)
        assert files(made) == found
    assert audit.entries(organiser)[-1].code == "documents-made"


async def test_another_folder_is_typed_over_the_one_that_is_offered(
    county: County, organiser: Session, home: Path, tmp_path: Path
) -> None:
    async with LOOKS[0].open(county, organiser) as pilot:
        await open_board(pilot, small_county.FORMER)
        await press(pilot, "o", "1", "3", "o")
        assert "放在哪个新文件夹，按 Enter 开始" in text_of(pilot.app)
        await press(pilot, *str(tmp_path / "elsewhere"), "enter")
        assert files(tmp_path / "elsewhere") == ["成绩册.xlsx"]
    assert not files(home)


async def test_what_is_not_chosen_is_not_made(county: County, organiser: Session, home: Path) -> None:
    async with LOOKS[0].open(county, organiser) as pilot:
        await open_board(pilot, small_county.FORMER)
        await press(pilot, "o", "1", "3", "o", "enter")
        assert files(home) == ["成绩册.xlsx"]
        await press(pilot, "2", "o")
        assert not pilot.app.screen.query_one(Input).display, "nothing is chosen"


async def test_esc_stops_it_and_what_is_there_is_whole(
    county: County, organiser: Session, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    second, go_on = Event(), Event()
    put: Callable[..., Path] = Folder.put
    written: list[str] = []

    def wait_at_the_second(self: Folder, folders: tuple[str, ...], name: str, content: bytes) -> Path:
        written.append(name)
        if len(written) == 2:
            second.set()
            assert go_on.wait(20)
        return put(self, folders, name, content)

    monkeypatch.setattr(Folder, "put", wait_at_the_second)
    async with LOOKS[0].open(county, organiser) as pilot:
        await open_board(pilot, small_county.FORMER)
        await press(pilot, "o", "o")
        await pilot.press("enter")
        while not second.is_set():
            await pilot.pause()
        assert "Esc 停下" in text_of(pilot.app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, DocumentsScreen)
        go_on.set()
        await settle(pilot)
        assert "停下了：写好了 2 个文件" in text_of(pilot.app)
    assert files(home) == sorted(written)
    assert len(written) == 2


async def test_before_the_publication_there_are_blank_forms_alone(
    county: County, organiser: Session, home: Path
) -> None:
    async with LOOKS[0].open(county, organiser) as pilot:
        await open_board(pilot, small_county.CURRENT)
        await press(pilot, "o")
        assert "公布以后才能出" in text_of(pilot.app)
        await press(pilot, "o")
        assert not pilot.app.screen.query_one(Input).display
        await press(pilot, "b", "enter")
        assert files(home)
        assert all(each.startswith("空白表-") for each in files(home))


async def test_a_cadre_has_their_own_score_sheet_put_where_the_organisers_settled(
    county: County, county_folder: Path, cadre: Session
) -> None:
    async with LOOKS[0].open(county, cadre) as pilot:
        navigation.open_result(pilot.app, small_county.FORMER, "q1")
        await settle(pilot)
        await press(pilot, "r")
        assert "导出了 3 个文件" in text_of(pilot.app)
        await press(pilot, "f")
    folder = county_folder / "outbox" / "张建国-q1" / small_county.FORMER
    assert {each.rpartition(".")[0].split("-")[0] for each in files(folder)} == {"得分单", "自评表"}


async def test_where_the_organisers_allow_none_a_cadre_is_told(
    county: County, county_folder: Path, cadre: Session, organiser: Session
) -> None:
    outbox.set_outbox(organiser, "off")
    async with LOOKS[0].open(county, cadre) as pilot:
        navigation.open_result(pilot.app, small_county.FORMER, "q1")
        await settle(pilot)
        await press(pilot, "r")
        assert "没有开放自己导出" in text_of(pilot.app)
    assert not (county_folder / "outbox").exists()


async def test_an_organiser_has_one_persons_sheet_made_into_a_new_folder(
    county: County, county_folder: Path, organiser: Session, home: Path
) -> None:
    """From that person's result, by the same key; nothing lies where cadres' own papers do."""
    async with LOOKS[0].open(county, organiser) as pilot:
        navigation.open_result(pilot.app, small_county.FORMER, "q1")
        await settle(pilot)
        await press(pilot, "r")
        assert "只出 张建国 一个人的得分单" in text_of(pilot.app)
        await press(pilot, "2", "3", "o", "enter")
        (made,) = home.iterdir()
        assert made.name.startswith("得分单-张建国-q1-")
        assert files(made) == ["得分单-张建国-q1.docx"]
        assert audit.entries(organiser)[-1].code == "score-sheet-made"
    assert not (county_folder / "outbox").exists()
