"""How the grades come about, on screens: the lines, the cases, a decision; all with the keyboard."""

from fractions import Fraction
from pathlib import Path
from shutil import copytree

import pytest

from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.counting_rules import Quota, Referral
from cadre_tui.services import audit
from cadre_tui.services.people import roles
from cadre_tui.services.results.outcome.deciding import decide
from cadre_tui.services.results.outcome.working_out import outcome
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.outcome.decide_screen import DecideScreen
from cadre_tui.tui.outcome.screen import OutcomeScreen
from tests.services.results.test_outcome import closed
from tests.services.small import Clock, Small, make, reopened
from tests.tui.golden import LOOKS, Look, assert_looks, each_look, press, settle, text_of, write

POOR = Referral(options=("nil",), over=Fraction(1, 3))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A round after its filling in: two tie on the line of one place, one has too many poor votes."""
    folder = tmp_path_factory.mktemp("outcome") / "data"
    closed(make(folder), quota=Quota(share=Fraction(1, 2)), refer=(POOR,))
    return folder


@pytest.fixture
def small(made: Path, tmp_path: Path) -> Small:
    copytree(made, tmp_path / "data")
    return reopened(tmp_path / "data", Clock())


@each_look
async def test_the_outcome_looks_like_this(look: Look, small: Small) -> None:
    async with look.open(small.county, small.organiser) as pilot:
        navigation.open_outcome(pilot.app, "r1")
        await settle(pilot)
        await assert_looks(pilot, "outcome", look)


@each_look
async def test_a_decision_looks_like_this(look: Look, small: Small) -> None:
    async with look.open(small.county, small.organiser) as pilot:
        navigation.open_outcome(pilot.app, "r1")
        await settle(pilot)
        await press(pilot, "enter", "down")
        await write(pilot, "名额给了安三")
        await press(pilot, "enter")
        await assert_looks(pilot, "outcome_decide", look)


async def test_everything_is_decided_with_the_keyboard_and_then_the_round_is_published(small: Small) -> None:
    async with LOOKS[0].open(small.county, small.organiser) as pilot:
        await press(pilot, "enter", "w")
        assert isinstance(pilot.app.screen, OutcomeScreen)
        assert "还有 3 人的等次要由组织研究决定" in text_of(pilot.app)
        for reason, moves in (("先到基层", ()), ("名额给了安二", ("down",)), ("谈话核实", ())):
            await press(pilot, "enter")
            assert isinstance(pilot.app.screen, DecideScreen)
            await press(pilot, *moves)
            await press(pilot, "enter")
            assert "请先写明理由" in text_of(pilot.app)
            await write(pilot, reason)
            await press(pilot, "enter", "y")
            assert isinstance(pilot.app.screen, OutcomeScreen)
            await press(pilot, "down")
        assert "没有要决定的了" in text_of(pilot.app)
        await press(pilot, "escape")
        assert "等次的形成看过了，要决定的都定了" in text_of(pilot.app)
    life.publish(small.organiser, "r1")
    assert sum(each.code == "outcome-decided" for each in audit.entries(small.organiser)) == 3


async def test_a_place_too_many_is_refused_where_one_decides(small: Small) -> None:
    async with LOOKS[0].open(small.county, small.organiser) as pilot:
        navigation.open_outcome(pilot.app, "r1")
        await settle(pilot)
        for _person in range(2):
            await press(pilot, "enter")
            await write(pilot, "都好")
            await press(pilot, "enter", "y")
            if _person == 0:
                await press(pilot, "down")
        assert isinstance(pilot.app.screen, DecideScreen)
        assert "只剩 1 个名额" in text_of(pilot.app)
        await press(pilot, "escape", "down", "enter", "y")
        assert isinstance(pilot.app.screen, OutcomeScreen)


async def test_after_the_publication_nothing_is_decided_and_no_key_says_so(small: Small) -> None:
    outcome(small.organiser, "r1")
    for subject, grade in (("a2", "good"), ("a3", "pass"), ("a4", "fail")):
        decide(small.organiser, "r1", subject, grade, "组织研究")
    life.publish(small.organiser, "r1")
    async with LOOKS[0].open(small.county, small.organiser) as pilot:
        navigation.open_outcome(pilot.app, "r1")
        await settle(pilot)
        assert "Enter 决定" not in text_of(pilot.app)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, OutcomeScreen)
        assert text_of(pilot.app).splitlines()[-2].strip(), "why not is told"
        await press(pilot, "down")
        assert not text_of(pilot.app).splitlines()[-2].strip()


async def test_a_supervisor_has_the_key_where_an_organiser_is_concerned_alone(small: Small) -> None:
    roles.grant(small.organiser, "a3", Role.ORGANISER)
    overseer = Session(small.county, "b2", Role.SUPERVISOR, frozenset({Role.SUPERVISOR}))
    async with LOOKS[0].open(small.county, overseer) as pilot:
        navigation.open_outcome(pilot.app, "r1")
        await settle(pilot)
        shown = []
        for _each in range(3):
            name = text_of(pilot.app)
            shown.append(("▸ ○ 安三" in name, "Enter 决定" in name))
            await press(pilot, "down")
        assert [decides for _who, decides in shown] == [who for who, _decides in shown]
        assert any(who for who, _decides in shown)
