"""The organiser's list of people, one person's page, and taking over a roster in the app."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from cadre_tui.model.fault import NotPermitted
from cadre_tui.model.people.person import Person, Roster, Unit
from cadre_tui.services.county import County
from cadre_tui.services.people import accounts, history, roster
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.drawing.columns import width_of
from cadre_tui.tui.drawing.glyphs import UNICODE
from cadre_tui.tui.drawing.parts import plain
from cadre_tui.tui.home.screen import HomeScreen
from cadre_tui.tui.people import ways
from cadre_tui.tui.people.import_screen import ImportScreen
from cadre_tui.tui.people.list_page import PeopleMenu, findable, matching
from cadre_tui.tui.people.list_screen import PeopleScreen
from cadre_tui.tui.people.person_screen import PersonScreen
from tests.tui import small_county
from tests.tui.golden import LOOKS, Look, assert_looks, each_look, press, settle, text_of, write

LATER = """编号,姓名,单位,层级,职务,上级,兼任单位,服务单位,状态,参评
q1,张建国,城关镇,县级领导,镇长,,,,在岗,是
q2,李敏,城关镇,乡科级干部,党政办主任,q1,县政府办,,在岗,是
q3,王海,县政府办,机关干部,经济发展办主任,q7,,城关镇,在岗,是
q4,赵雪梅,城关镇,机关干部,宣传委员,q1,,,借调,是
q5,陈刚,城关镇,机关干部,[a1]材料员,q1,,,请假,是
q7,孙丽华,县政府办,机关干部,副主任,,,,在岗,是
q8,周建平,县政府办,机关干部,科员,q7,,,在岗,是
q9,吴群,农业局,,群众代表,,,,在岗,否
"""
FAULTY = "编号,姓名,单位,层级,状态\nq1,,城关镇,机关干部,在岗\nq1,李敏,城关镇,机关,请長假\n"


@pytest.fixture
def later_file(tmp_path: Path) -> Path:
    """The second roster: q1 rises, q3 moves, q4 is seconded, q5 on leave, q6 leaves, q9 only rates."""
    path = tmp_path / "花名册2.csv"
    path.write_text(LATER, "utf-8")
    return path


@pytest.fixture
def later(county_folder: Path, later_file: Path) -> Session:
    """The organiser's session, a day after the second roster was taken over."""
    county = small_county.county_in(county_folder, small_county.Clock(small_county.NOW - timedelta(days=1)))
    roster.import_roster(small_county.signed_in(county, small_county.ORGANISER), later_file)
    return small_county.signed_in(small_county.county_in(county_folder), small_county.ORGANISER)


@asynccontextmanager
async def people(session: Session, look: Look = LOOKS[0]) -> AsyncIterator[Pilot[Any]]:
    async with look.open(session.county, session) as pilot:
        await press(pilot, "p")
        yield pilot


@asynccontextmanager
async def taking(session: Session, path: str | Path, look: Look = LOOKS[0]) -> AsyncIterator[Pilot[Any]]:
    async with look.open(session.county, session) as pilot:
        await press(pilot, "i")
        await write(pilot, str(path))
        await press(pilot, "enter")
        yield pilot


def shown(pilot: Pilot[Any]) -> str:
    return text_of(pilot.app)


def row(pilot: Pilot[Any], word: str) -> str:
    return next(each for each in shown(pilot).splitlines() if word in each)


async def test_everybody_stands_under_the_unit_with_level_and_standing(later: Session) -> None:
    async with people(later) as pilot:
        assert isinstance(pilot.app.screen, PeopleScreen)
        assert "8/8 人" in shown(pilot).splitlines()[0]
        assert "城关镇：4 人，2 人不在岗" in shown(pilot)
        assert row(pilot, "赵雪梅").split() == ["赵雪梅", "宣传委员", "机关干部", "◐", "借调"]
        assert "兼 县政府办" in row(pilot, "李敏")
        assert "仅评价" in row(pilot, "吴群")
        assert "[a1]材料员" in row(pilot, "陈刚")


async def test_typing_narrows_and_enter_opens_the_persons_page(later: Session) -> None:
    async with people(later) as pilot:
        await press(pilot, "f3", *"wh")
        assert "1/8 人" in shown(pilot)
        await press(pilot, "enter", "enter")
        assert isinstance(pilot.app.screen, PersonScreen)
        assert shown(pilot).splitlines()[0].split() == ["王海", "县政府办", "经济发展办主任"]
        assert "孙丽华（q7） 副主任" in row(pilot, "上级")
        assert "城关镇 -> 县政府办" in row(pilot, "调动单位")
        assert "增加" in shown(pilot)
        await press(pilot, "escape", "escape")
        assert "8/8 人" in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_nobody_found_is_told_and_the_list_comes_back(later: Session) -> None:
    async with people(later) as pilot:
        await press(pilot, "f3", *"zzz")
        assert "没有找到" in shown(pilot)
        await press(pilot, "escape")
        assert "8/8 人" in shown(pilot)


async def test_a_page_longer_than_the_screen_can_be_read_to_its_end(later: Session) -> None:
    async with Look(columns=60, lines=15).open(later.county, later) as pilot:
        ways.open_person(pilot.app, "q3")
        await settle(pilot)
        before = shown(pilot)
        assert "增加" not in before
        await press(pilot, "pagedown", "pagedown", "down")
        assert "增加" in shown(pilot)
        await press(pilot, "pageup", "pageup", "pageup", "up")
        assert shown(pilot) == before


async def test_the_page_tells_whether_somebody_can_get_in(later: Session) -> None:
    for _failure in range(30):
        with suppress(NotPermitted):
            accounts.sign_in(later.county, "q3", "wrong")
    for person, told in (("q1", "● 已设密码"), ("q8", "◐ 激活码未用"), ("q9", "○ 未发激活码")):
        async with Look().open(later.county, later) as pilot:
            ways.open_person(pilot.app, person)
            await settle(pilot)
            assert row(pilot, "账号").split(maxsplit=1) == ["账号", told]
    async with Look().open(later.county, later) as pilot:
        ways.open_person(pilot.app, "q3")
        await settle(pilot)
        assert "● 已设密码，还要等 30 秒" in row(pilot, "账号")


async def test_somebody_who_left_still_has_a_page(later: Session) -> None:
    async with Look().open(later.county, later) as pilot:
        ways.open_person(pilot.app, "q6")
        await settle(pilot)
        assert "已不在花名册上" in shown(pilot)
        assert "减少" in shown(pilot)


async def test_a_roster_is_taken_over_after_its_difference_was_seen(
    county: County, organiser: Session, later_file: Path
) -> None:
    async with taking(organiser, later_file) as pilot:
        text = shown(pilot)
        assert "增加 1 人，减少 1 人，变动 6 人，不变 1 人。" in text
        assert "+ 增加（1 人）" in text
        assert "- 减少（1 人）" in text
        assert "城关镇 -> 县政府办" in text
        assert "还没有写入：看清以后按 y 写入" in text
        assert history.roster_today(organiser).person("q9") is None
        await press(pilot, "y")
        assert "花名册已经写入：增加 1 人" in shown(pilot)
        assert "y 写入" not in shown(pilot).splitlines()[-1]
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
    assert county.roster().person("q9") is not None
    assert len(history.imports(organiser)) == 2


async def test_a_quoted_path_and_one_in_the_own_folder_are_understood(
    organiser: Session, later_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with taking(organiser, f"'{later_file}' ") as pilot:
        assert "增加 1 人" in shown(pilot)
    monkeypatch.setenv("HOME", str(later_file.parent))
    async with taking(organiser, f"~/{later_file.name}") as pilot:
        assert "增加 1 人" in shown(pilot)
    async with taking(organiser, "~nobody-of-that-name/x.csv") as pilot:
        assert "找不到花名册文件" in shown(pilot)


async def test_every_fault_is_listed_and_nothing_can_be_written(
    organiser: Session, county: County, tmp_path: Path
) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(FAULTY, "utf-8")
    before = county.roster()
    async with taking(organiser, path) as pilot:
        text = shown(pilot)
        assert "有 4 处错误，一行也没有导入" in text
        assert [code for code in ("RO010", "RO011", "RO014", "RO026") if code in text] == [
            "RO010",
            "RO011",
            "RO014",
            "RO026",
        ]
        await press(pilot, "y")
        assert county.roster() == before
        path.write_text(LATER, "utf-8")
        await press(pilot, "escape", "enter")
        assert "增加 1 人" in shown(pilot)


async def test_another_path_forgets_what_was_seen_of_the_first(organiser: Session, later_file: Path) -> None:
    async with taking(organiser, later_file) as pilot:
        await press(pilot, "escape", "x")
        assert isinstance(pilot.app.screen, ImportScreen)
        assert pilot.app.screen.query_one(Input).value.endswith("x")
        assert "增加 1 人" not in shown(pilot)
        await press(pilot, "backspace", "enter")
        assert "增加 1 人" in shown(pilot)


async def test_a_file_that_changed_meanwhile_is_not_written(organiser: Session, later_file: Path) -> None:
    async with taking(organiser, later_file) as pilot:
        later_file.write_text(LATER.replace("县级领导", "乡科级干部"), "utf-8")
        await press(pilot, "y")
        assert "又有了改动，没有导入" in shown(pilot)
        assert history.roster_today(organiser).person("q9") is None


async def test_an_empty_path_and_a_file_without_changes_are_told(
    organiser: Session, later: Session, later_file: Path
) -> None:
    async with taking(organiser, " ") as pilot:
        assert "请写上文件的路径。" in shown(pilot)
    async with taking(later, later_file) as pilot:
        assert "文件和现在的花名册一样，没有要写入的。" in shown(pilot)
        await press(pilot, "y")
        assert len(history.imports(later)) == 2


async def test_a_cadre_has_neither_people_nor_an_import(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "p", "i")
        assert isinstance(pilot.app.screen, HomeScreen)
        navigation.open_people(pilot.app)
        await settle(pilot)
        assert "李敏" not in shown(pilot)
        assert "现在的身份不能办这件事" in shown(pilot)


async def test_the_list_is_new_after_a_roster_was_taken_over_from_it(organiser: Session, later_file: Path) -> None:
    async with people(organiser) as pilot:
        assert "吴群" not in shown(pilot)
        await press(pilot, "i")
        await write(pilot, str(later_file))
        for key in ("enter", "y", "escape"):  # each waits for what the one before it had read
            await press(pilot, key)
        assert isinstance(pilot.app.screen, PeopleScreen)
        assert "吴群" in shown(pilot)


@pytest.mark.parametrize(
    ("typed", "ids"),
    [("", "abc"), ("甲", "ab"), ("zhang", "a"), ("zjg", "a"), ("借调", "b"), ("乙 仅评价", "c"), ("镇长", "a")],
)
def test_people_are_found_by_whatever_is_known_of_them(typed: str, ids: str) -> None:
    found = findable(
        Roster(
            units=(Unit(id="u", name="甲"), Unit(id="v", name="乙")),
            people=(
                Person(id="c", name="王", unit="v", level="", rated=False, sort_key="wang"),
                Person(id="b", name="李", unit="u", level="enterprise", standing="seconded", sort_key="li"),
                Person(id="a", name="张建国", unit="u", level="enterprise", duty="镇长", sort_key="zhang jian guo"),
            ),
        )
    )
    assert sorted(each.id for each in matching(found, typed)) == sorted(ids)


@pytest.mark.parametrize("width", [40, 78, 118, 200])
def test_no_line_of_the_list_is_wider_than_the_screen(width: int) -> None:
    long = Person(
        id="a",
        name="欧阳" * 9,
        unit="u",
        level="township-bureau",
        duty="主任" * 30,
        also_in=("单位" * 30,),
        rated=False,
    )
    menu = PeopleMenu((long,), {}, lambda _person: None, UNICODE)
    lines = [plain(menu.line(at, width)) for at in range(len(menu))]
    assert all(width_of(each) <= max(width, 61) for each in lines)


@each_look
async def test_the_list_of_people_looks_like_this(look: Look, later: Session) -> None:
    async with people(later, look) as pilot:
        await assert_looks(pilot, "people", look)


@each_look
async def test_a_persons_page_looks_like_this(look: Look, later: Session) -> None:
    async with look.open(later.county, later) as pilot:
        ways.open_person(pilot.app, "q2")
        await settle(pilot)
        await assert_looks(pilot, "person", look)


@each_look
async def test_a_roster_before_it_is_taken_over_looks_like_this(
    look: Look, organiser: Session, later_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(later_file.parent)
    async with taking(organiser, later_file.name, look) as pilot:
        await assert_looks(pilot, "import", look)


@each_look
async def test_a_faulty_roster_looks_like_this(
    look: Look, organiser: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bad.csv").write_text(FAULTY, "utf-8")
    monkeypatch.chdir(tmp_path)
    async with taking(organiser, "bad.csv", look) as pilot:
        await assert_looks(pilot, "import_faulty", look)
