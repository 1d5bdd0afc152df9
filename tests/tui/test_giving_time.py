"""More time for one person, and giving back what was handed in, from the app."""

import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from cadre_tui.model.answers.response import State
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round_rules import Use
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.drawers import read_drawer
from cadre_tui.services.rounds import hours, life
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.oversight import ways
from cadre_tui.tui.oversight.people import ProgressPeopleScreen
from cadre_tui.tui.rounds.board_screen import BoardScreen
from cadre_tui.tui.rounds.time_screen import TimeScreen
from tests.services.ballots.township import anonymous, township
from tests.services.small import fill_self
from tests.tui import small_county
from tests.tui.golden import Look, assert_looks, each_look, press, settle, text_of, write

ROUND = small_county.CURRENT
SELF, PEER = Purpose.SELF, Purpose.PEER


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """No look by the clock while a picture is taken."""
    monkeypatch.setattr("cadre_tui.tui.oversight.watching.EVERY", 3600.0)


def flat(pilot: Pilot[Any]) -> str:
    """The screen's text where it does not matter where lines were broken."""
    return re.sub(r"\s", "", text_of(pilot.app))


def acts(session: Session) -> list[str]:
    return [each.code for each in audit.entries(session)]


async def opened(pilot: Pilot[Any], person: str, *, back: bool = False) -> None:
    navigation.open_time(pilot.app, ROUND, person, back=back)
    await settle(pilot)


def focused(pilot: Pilot[Any]) -> str | None:
    return pilot.app.focused.id if pilot.app.focused else None


@each_look
async def test_giving_time_looks_like_this(look: Look, county: County, organiser: Session) -> None:
    async with look.open(county, organiser) as pilot:
        await opened(pilot, "q1")
        await write(pilot, "2026-11-12")
        await press(pilot, "tab")
        await write(pilot, "下乡")
        await press(pilot, "enter")
        await assert_looks(pilot, "time", look)


@each_look
async def test_giving_back_to_be_agreed_to_looks_like_this(look: Look, county: County, organiser: Session) -> None:
    async with look.open(county, organiser) as pilot:
        await opened(pilot, "q2", back=True)
        await press(pilot, "down", "tab")
        await write(pilot, "漏了佐证")
        await press(pilot, "enter")
        await assert_looks(pilot, "time_back", look)


async def test_time_is_given_from_the_list_of_people(county: County, organiser: Session) -> None:
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "enter", "p", "down", "enter", "d")
        assert isinstance(pilot.app.screen, TimeScreen)
        await press(pilot, "down")
        await write(pilot, "2026-12-20")
        await press(pilot, "enter")
        assert focused(pilot) == "reason"
        await write(pilot, "防汛")
        await press(pilot, "enter")
        assert "还没有办" in text_of(pilot.app)
        assert "time-given" not in acts(organiser)
        await press(pilot, "y")
        assert "“评价同事”延期到2026-12-2023:59" in flat(pilot)
        await press(pilot, "y", "escape")
        assert isinstance(pilot.app.screen, ProgressPeopleScreen)
    held = life.find(county, ROUND)
    assert [(each.purpose, each.reason) for each in held.extensions] == [(PEER, "防汛")]
    assert acts(organiser).count("time-given") == 1


async def test_somebody_is_found_by_typing_on_the_rounds_page(county: County, organiser: Session) -> None:
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "enter", "t")
        await write(pilot, "limin")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, TimeScreen)
        assert "退回答卷 · 李敏" in text_of(pilot.app)
        await press(pilot, "enter")
        assert focused(pilot) == "reason", "the moment may be left out before the deadline"
        await write(pilot, "漏了佐证")
        await press(pilot, "enter", "y")
        assert "退回了李敏的“自我检查”2份" in flat(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, BoardScreen)
    states = {each.purpose: each.state for each in read_drawer(county, ROUND, "q2").responses}
    assert states == {SELF: State.REOPENED, PEER: State.SUBMITTED}
    assert "responses-reopened" in acts(organiser)


@pytest.mark.parametrize(
    ("until", "reason", "field", "said"),
    [
        ("下周", "下乡", "until", "看不懂时间“下周”"),
        ("", "下乡", "until", "没有写延到什么时候"),
        ("2026-11-01", "下乡", "until", "已经过去了"),
        ("2026-11-12", "下乡", "until", "不比现在的截止时间"),
        ("2026-12-20", " ", "reason", "没有写理由"),
    ],
)
async def test_what_is_wrong_is_told_at_its_field(
    county: County, organiser: Session, until: str, reason: str, field: str, said: str
) -> None:
    async with Look().open(county, organiser) as pilot:
        await opened(pilot, "q1")
        pilot.app.screen.query_one("#until", Input).value = until
        pilot.app.screen.query_one("#reason", Input).value = reason
        await press(pilot, "tab", "enter")
        assert focused(pilot) == field
        assert said in flat(pilot)
        rows = text_of(pilot.app).splitlines()
        label = next(at for at, row in enumerate(rows) if ("延到什么时候（" if field == "until" else "理由（") in row)
        assert rows[label + 4].strip().startswith("!"), "right below the field"
        await press(pilot, "y")
        await write(pilot, "1")
        assert said not in flat(pilot)
    assert life.find(county, ROUND).extensions == ()


async def test_after_the_deadline_giving_back_asks_for_a_moment(county_folder: Path) -> None:
    clock = small_county.Clock(small_county.NOW + timedelta(days=7))
    county = small_county.county_in(county_folder, clock)
    organiser = small_county.signed_in(county, small_county.ORGANISER)
    deadline = hours.deadline_of(life.find(county, ROUND), "q2", SELF)
    assert deadline is not None
    assert deadline < county.now()
    async with Look().open(county, organiser) as pilot:
        await opened(pilot, "q2", back=True)
        assert "现在已经不能填" in text_of(pilot.app)
        await press(pilot, "enter")
        await write(pilot, "漏了佐证")
        await press(pilot, "enter")
        assert focused(pilot) == "until"
        assert "李敏现在已经不能填写" in flat(pilot)
        await write(pilot, "2026-11-25 18:00")
        await press(pilot, "enter", "y")
        assert "截止时间延到2026-11-2518:00" in flat(pilot)
    given = hours.extension_of(life.find(county, ROUND), "q2", SELF)
    assert given is not None
    assert given.until == datetime(2026, 11, 25, 18, tzinfo=small_county.CHINA)


async def test_escape_goes_back_to_the_fields_and_nothing_is_done(county: County, organiser: Session) -> None:
    async with Look().open(county, organiser) as pilot:
        await opened(pilot, "q1")
        await write(pilot, "2026-12-20")
        await press(pilot, "enter")
        await write(pilot, "[b]下乡")
        await press(pilot, "enter")
        assert "理由：[b]下乡" in text_of(pilot.app)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, TimeScreen)
        await press(pilot, "f4")
        assert pilot.app.screen.query_one("#reason", Input).value == "[b]下乡"
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, TimeScreen)
    assert life.find(county, ROUND).extensions == ()


async def test_who_handed_nothing_in_has_nothing_to_be_given_back(county: County, organiser: Session) -> None:
    async with Look().open(county, organiser) as pilot:
        await opened(pilot, "q5", back=True)
        assert "没有可以退回的" in text_of(pilot.app)
        assert "照办" not in text_of(pilot.app)
        await press(pilot, "y", "enter", "escape")
        assert not isinstance(pilot.app.screen, TimeScreen)


@pytest.mark.parametrize("role", [Role.CLERK, Role.SUPERVISOR])
async def test_organisers_alone_have_the_keys(county: County, role: Role) -> None:
    unit = next(each.id for each in county.roster().units if each.name == "城关镇")
    session = Session(county, "q1", role, frozenset({role}), frozenset({unit} if role is Role.CLERK else ()))
    async with Look(columns=120).open(county, session) as pilot:
        ways.open_progress_people(pilot.app, ROUND, unit, None, "城关镇")
        await settle(pilot)
        assert "李敏" in text_of(pilot.app)
        assert "延期" not in text_of(pilot.app)
        await press(pilot, "d", "t")
        assert isinstance(pilot.app.screen, ProgressPeopleScreen)


async def test_a_published_round_gives_no_time(county: County, organiser: Session) -> None:
    async with Look().open(county, organiser) as pilot:
        navigation.open_round(pilot.app, small_county.FORMER)
        await settle(pilot)
        await press(pilot, "d", "t")
        assert isinstance(pilot.app.screen, BoardScreen)
        navigation.open_time(pilot.app, small_county.FORMER, "q1")
        await settle(pilot)
        assert "y 照办" not in text_of(pilot.app)
        assert text_of(pilot.app).splitlines()[-2].strip(), "why not is told"


async def test_the_chosen_kind_stays_in_sight_on_the_smallest_screen(county: County, organiser: Session) -> None:
    async with Look(columns=60, lines=15).open(county, organiser) as pilot:
        await opened(pilot, "q1")
        assert "▸ 自我检查" in text_of(pilot.app)
        await press(pilot, "down")
        assert "▸ 评价同事" in text_of(pilot.app)
        assert "理由（必须写）" in text_of(pilot.app)


async def test_beside_a_vote_by_ballot_only_what_can_be_done_has_a_key(tmp_path: Path) -> None:
    town = township(tmp_path / "data")
    both = (*anonymous().use, Use(checklist="t.pair", by=SELF))
    town.opened(anonymous(use=both, units=("纪委",)))
    voter = town.signed_in("t1")
    async with Look(columns=120).open(town.county, town.organiser) as pilot:
        await press(pilot, "enter", "t")
        assert "还没有人提交过，没有可以退回的" in text_of(pilot.app)
        await press(pilot, "p", "enter")
        assert isinstance(pilot.app.screen, ProgressPeopleScreen)
        keys = text_of(pilot.app).splitlines()[-1]
        assert "d 准予延期" not in keys, "one person is not treated otherwise than all"
        assert "t 退回答卷" not in keys, "nothing is handed in yet"
        await press(pilot, "d", "t")
        assert isinstance(pilot.app.screen, ProgressPeopleScreen)
        fill_self(voter)
        await press(pilot, "f5", "down")
        assert "t 退回答卷" in text_of(pilot.app).splitlines()[-1], "a self-assessment is nobody's ballot"
        await press(pilot, "d")
        assert isinstance(pilot.app.screen, ProgressPeopleScreen)
        await press(pilot, "t")
        assert isinstance(pilot.app.screen, TimeScreen)
        assert "退回答卷 · 监票t1" in text_of(pilot.app)
