"""Accounts in the app: activation codes for all, one person anew, roles, and the wait after wrong passwords."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from stat import S_IMODE
from typing import Any
from unittest.mock import patch

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from cadre_tui.model.fault import NotPermitted
from cadre_tui.model.people.person import Role
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.people import accounts, roles, roster
from cadre_tui.services.people.account_list import account_of
from cadre_tui.services.session import Session
from cadre_tui.tui.people import slips_screen, ways
from cadre_tui.tui.people.list_screen import PeopleScreen
from cadre_tui.tui.people.person_screen import PersonScreen
from cadre_tui.tui.people.slips_screen import SlipsScreen
from tests.tui import small_county
from tests.tui.golden import Look, assert_looks, each_look, press, settle, text_of, write

CODE = re.compile(r"[2-9A-Z]{4}(?:-[2-9A-Z]{4}){3}")
NEW = (("n1", "马新"), ("n2", "[b]高新"))


@pytest.fixture
def newcomers(organiser: Session, tmp_path: Path) -> Session:
    """The organiser's session; two people have joined who have no code yet."""
    rows = [",".join(each) for each in small_county.PEOPLE]
    rows += [f"{key},{name},县政府办,agency-staff,新科员" for key, name in NEW]
    path = tmp_path / "more.csv"
    path.write_text("\n".join(["编号,姓名,单位,层级,职务", *rows]) + "\n", "utf-8")
    roster.import_roster(organiser, path)
    return organiser


@asynccontextmanager
async def issuing(session: Session, path: str | Path, look: Look | None = None) -> AsyncIterator[Pilot[Any]]:
    """The page on which codes are issued to all, with that file's name typed."""
    async with (look or Look()).open(session.county, session) as pilot:
        await press(pilot, "p", "c")
        pilot.app.screen.query_one(Input).value = ""
        await write(pilot, str(path))
        await press(pilot, "enter")
        yield pilot


@asynccontextmanager
async def page_of(session: Session, person: str, look: Look | None = None) -> AsyncIterator[Pilot[Any]]:
    """One person's page."""
    async with (look or Look()).open(session.county, session) as pilot:
        ways.open_person(pilot.app, person)
        await settle(pilot)
        yield pilot


def shown(pilot: Pilot[Any]) -> str:
    return text_of(pilot.app)


def flat(pilot: Pilot[Any]) -> str:
    """The screen's text where it does not matter where lines were broken."""
    return re.sub(r"\s", "", shown(pilot))


def acts(county: County) -> list[str]:
    return [each.code for each in audit.entries(small_county.signed_in(county, small_county.ORGANISER))]


async def test_all_who_have_none_get_a_code_that_works_on_the_screen_and_in_the_file(
    newcomers: Session, tmp_path: Path
) -> None:
    path = tmp_path / "条子.html"
    async with issuing(newcomers, path) as pilot:
        assert isinstance(pilot.app.screen, SlipsScreen)
        assert "2 人还没有" in shown(pilot).splitlines()[0]
        assert "要给 2 人发激活码" in shown(pilot)
        assert "每个激活码只显示这一次" in shown(pilot)
        assert "[b]高新 县政府办 新科员" in shown(pilot)
        assert not path.exists()
        assert account_of(newcomers, "n1").entry.value == "none"
        await press(pilot, "y")
        codes = CODE.findall(shown(pilot))
        assert len(codes) == 2
        assert "共2个激活码，写在" in flat(pilot)
        await press(pilot, "y", "escape")
        assert isinstance(pilot.app.screen, PeopleScreen)
    assert S_IMODE(path.stat().st_mode) == 0o600
    assert CODE.findall(path.read_text("utf-8")) == codes
    assert accounts.activate(newcomers.county, "n1", codes[0], "newcomers-own").person == "n1"
    assert accounts.activate(newcomers.county, "n2", codes[1], "newcomers-own").person == "n2"


async def test_a_file_that_is_there_is_refused_before_any_code_is_issued(newcomers: Session, tmp_path: Path) -> None:
    path = tmp_path / "there.html"
    path.write_text("mine", "utf-8")
    async with issuing(newcomers, path) as pilot:
        assert "没有覆盖，也没有发激活码" in flat(pilot)
        await press(pilot, "y")
        assert not CODE.search(shown(pilot))
    async with issuing(newcomers, tmp_path / "later.html") as pilot:
        (tmp_path / "later.html").write_text("mine", "utf-8")  # somebody was quicker
        await press(pilot, "y")
        assert "没有覆盖，也没有发激活码" in flat(pilot)
        assert not CODE.search(shown(pilot))
    assert path.read_text("utf-8") == (tmp_path / "later.html").read_text("utf-8") == "mine"
    assert account_of(newcomers, "n1").entry.value == "none"


async def test_no_slips_among_the_countys_own_files_or_where_no_folder_is(
    newcomers: Session, county_folder: Path, tmp_path: Path
) -> None:
    for path in (county_folder / "slips.html", tmp_path / "nowhere" / "slips.html"):
        async with issuing(newcomers, path) as pilot:
            await press(pilot, "y")
            assert not CODE.search(shown(pilot))
        assert not path.exists()
    assert account_of(newcomers, "n1").entry.value == "none"


async def test_slips_in_no_file_are_not_left_by_one_key_and_can_still_be_written(
    newcomers: Session, tmp_path: Path
) -> None:
    path = tmp_path / "afterwards.html"
    async with issuing(newcomers, "") as pilot:
        assert "条子不写成文件。" in shown(pilot)
        await press(pilot, "y")
        codes = CODE.findall(shown(pilot))
        await press(pilot, "escape")
        assert "离开就再也看不到了" in flat(pilot)
        assert CODE.findall(shown(pilot)) == codes
        await press(pilot, "o")
        await write(pilot, str(path))
        await press(pilot, "enter")
        assert CODE.findall(path.read_text("utf-8")) == codes == CODE.findall(shown(pilot))
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, PeopleScreen)


async def test_codes_whose_file_could_not_be_written_are_shown(newcomers: Session, tmp_path: Path) -> None:
    path = tmp_path / "full.html"
    async with issuing(newcomers, path) as pilot:
        with patch.object(slips_screen.words, "page", side_effect=OSError(28, "No space left on device")):
            await press(pilot, "y")
        assert "文件没有写成" in flat(pilot)
        assert len(CODE.findall(shown(pilot))) == 2
        assert not path.exists()


async def test_leaving_before_y_issues_nothing(newcomers: Session, tmp_path: Path) -> None:
    async with issuing(newcomers, tmp_path / "a.html") as pilot:
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, PeopleScreen)
    assert account_of(newcomers, "n1").entry.value == "none"
    assert list(tmp_path.glob("*.html")) == []


async def test_where_everybody_has_one_there_is_nothing_to_issue(organiser: Session) -> None:
    async with Look().open(organiser.county, organiser) as pilot:
        await press(pilot, "p", "c")
        assert "每个人都已经有激活码或密码" in shown(pilot)
        await press(pilot, "y")
        assert not CODE.search(shown(pilot))
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, PeopleScreen)


async def test_one_person_gets_another_code_and_the_old_password_ends(organiser: Session, county: County) -> None:
    async with page_of(organiser, "q3") as pilot:
        await press(pilot, "c")
        assert "要给 王海 重新发激活码" in shown(pilot)
        await press(pilot, "enter", "y")
        (code,) = CODE.findall(shown(pilot))
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, PersonScreen)
        assert "激活码未用" in shown(pilot)
    with pytest.raises(NotPermitted):
        small_county.signed_in(county, "q3")
    assert accounts.activate(county, "q3", code, "another-one").person == "q3"
    assert "accounts-reset" in acts(county)


async def test_nobody_locks_themselves_out(organiser: Session, county: County) -> None:
    roles.grant(organiser, "q1", Role.ORGANISER)
    own = accounts.act_as(small_county.signed_in(county, "q1"), Role.ORGANISER)
    async with page_of(own, "q1") as pilot:
        await press(pilot, "c")
        assert isinstance(pilot.app.screen, PersonScreen)
        assert "不能给自己重新发激活码" in flat(pilot)
    assert small_county.signed_in(county, "q1").person == "q1"


async def test_a_clerk_is_chosen_by_typing_and_taken_back(organiser: Session, county: County) -> None:
    async with page_of(organiser, "q2") as pilot:
        assert "收回身份" not in shown(pilot).splitlines()[-1]
        await press(pilot, "g", *"clerk", "down", "enter")
        assert "已经给了身份：单位联络员（县政府办）。" in shown(pilot)
        assert "干部、单位联络员（县政府办）" in shown(pilot)
        assert account_of(organiser, "q2").units == ("县政府办",)
        await press(pilot, "g", *"clerk", "enter")
        assert account_of(organiser, "q2").units == ("县政府办", "城关镇")
        await press(pilot, "t")
        assert "单位联络员（全部单位）" in shown(pilot)
        await write(pilot, "全部")
        await press(pilot, "enter")
        assert "已经收回身份：单位联络员（全部单位）。" in shown(pilot)
    assert Role.CLERK not in account_of(organiser, "q2").roles
    assert [each for each in acts(county) if each.startswith("role-")][-3:] == ["role-given"] * 2 + ["role-taken"]


async def test_the_last_organiser_cannot_be_taken_away(organiser: Session, county: County) -> None:
    roles.grant(organiser, "q1", Role.ORGANISER)
    own = accounts.act_as(small_county.signed_in(county, "q1"), Role.ORGANISER)
    roles.revoke(own, small_county.ORGANISER, Role.ORGANISER)
    async with page_of(own, "q1") as pilot:
        await press(pilot, "t", "enter")
        assert "除此以外没有能登录的组织者了" in shown(pilot)
    assert Role.ORGANISER in account_of(own, "q1").roles


async def test_whoever_is_not_in_the_roster_is_listed_last_and_has_a_page(organiser: Session) -> None:
    roles.grant(organiser, "jw1", Role.SUPERVISOR, name="王纪检")
    async with Look().open(organiser.county, organiser) as pilot:
        await press(pilot, "p")
        assert shown(pilot).index("周建平") < shown(pilot).index("不在花名册上的账号") < shown(pilot).index("王纪检")
        assert "8/8 人" in shown(pilot)
        await press(pilot, "f3", *"jw1", "enter", "enter")
        assert isinstance(pilot.app.screen, PersonScreen)
        assert "不在花名册上" in shown(pilot)
        assert "○ 未发激活码" in shown(pilot)
        await press(pilot, "c", "enter", "y")
        (code,) = CODE.findall(shown(pilot))
        assert accounts.activate(organiser.county, "jw1", code, "of-the-office").roles == {Role.SUPERVISOR}
        await press(pilot, "escape", "escape", "t", "enter")
        assert "已经收回身份：督查员。" in shown(pilot)
    assert Role.SUPERVISOR not in account_of(organiser, "jw1").roles


async def test_a_wait_is_lifted(organiser: Session, county: County) -> None:
    async with page_of(organiser, "q3") as pilot:
        assert "解除等待" not in shown(pilot).splitlines()[-1]
    for _failure in range(9):
        with suppress(NotPermitted):
            accounts.sign_in(county, "q3", "wrong")
    async with page_of(organiser, "q3") as pilot:
        assert "已设密码，还要等" in shown(pilot)
        await press(pilot, "u")
        assert "王海 可以马上登录了。" in shown(pilot)
        assert "还要等" not in shown(pilot)
    assert small_county.signed_in(county, "q3").person == "q3"


async def test_a_cadre_issues_nothing(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        ways.open_slips(pilot.app)
        await settle(pilot)
        assert "现在的身份不能办这件事" in shown(pilot)
        await press(pilot, "enter", "y")
        assert not CODE.search(shown(pilot))


@each_look
async def test_before_codes_are_issued_it_looks_like_this(
    look: Look, newcomers: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with page_before(look, newcomers, tmp_path, monkeypatch) as pilot:
        await assert_looks(pilot, "slips_before", look)


@each_look
async def test_slips_look_like_this(
    look: Look, newcomers: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with page_before(look, newcomers, tmp_path, monkeypatch) as pilot:
        with patch("secrets.choice", lambda letters: letters[7]):
            await press(pilot, "enter", "y")
        await assert_looks(pilot, "slips", look)


@each_look
async def test_a_person_who_gets_another_code_looks_like_this(look: Look, organiser: Session) -> None:
    async with page_of(organiser, "q3", look) as pilot:
        await press(pilot, "c")
        await assert_looks(pilot, "slips_anew", look)


@each_look
async def test_the_choice_of_roles_looks_like_this(look: Look, organiser: Session) -> None:
    roles.grant(organiser, "q2", Role.CLERK, ("城关镇",))
    async with page_of(organiser, "q2", look) as pilot:
        await press(pilot, "g")
        await assert_looks(pilot, "person_roles", look)


@asynccontextmanager
async def page_before(
    look: Look, session: Session, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Pilot[Any]]:
    monkeypatch.setattr(slips_screen, "place_for", lambda path: path)
    monkeypatch.chdir(folder)
    async with look.open(session.county, session) as pilot:
        await press(pilot, "p", "c")
        pilot.app.screen.query_one(Input).value = "slips.html"
        yield pilot


async def test_leaving_the_program_with_codes_in_no_file_is_warned_of_once(newcomers: Session) -> None:
    async with issuing(newcomers, "") as pilot:
        await press(pilot, "y")
        assert CODE.search(shown(pilot))
        await press(pilot, "ctrl+q")
        assert "没有写成文件" in shown(pilot)
        assert CODE.search(shown(pilot)), "still there"
        await press(pilot, "ctrl+q")
        assert pilot.app._exit


async def test_the_offered_file_name_gives_way_to_what_is_typed(newcomers: Session, tmp_path: Path) -> None:
    async with Look().open(newcomers.county, newcomers) as pilot:
        await press(pilot, "p", "c")
        assert pilot.app.screen.query_one(Input).value.endswith(".html")
        await write(pilot, str(tmp_path / "slips.html"))
        assert pilot.app.screen.query_one(Input).value == str(tmp_path / "slips.html")
