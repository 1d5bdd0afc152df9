"""A round's board: where it stands, what the next phase wants, and every step agreed to before it is done."""

from datetime import timedelta
from decimal import Decimal

import pytest

from cadre_tui.locale import _
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.rounds.round import Phase
from cadre_tui.model.rounds.round_rules import RoundRules, Secrecy, Use
from cadre_tui.model.text import Text
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.rounds import life, preparing
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.home.screen import HomeScreen
from cadre_tui.tui.oversight.dashboard import DashboardScreen
from cadre_tui.tui.result.list_screen import ResultsScreen
from cadre_tui.tui.rounds.board_screen import BoardScreen
from cadre_tui.tui.rounds.step_screen import StepScreen
from tests.tui.golden import Look, assert_looks, each_look, press, settle, text_of, write
from tests.tui.small_county import CURRENT, FORMER

SELF_USE = (Use(checklist="core.mutual", by=Purpose.SELF, weight=Decimal(1)),)


def a_round(**changes: object) -> RoundRules:
    usual: dict[str, object] = {"id": "next", "title": Text({"zh": "明年", "en": "Next year"}), "use": SELF_USE}
    return RoundRules.model_validate(usual | changes)


@pytest.fixture
def prepared(organiser: Session) -> Session:
    """A round in preparation, in which some have too few raters."""
    peers = (*SELF_USE, Use(checklist="core.mutual", by=Purpose.PEER, weight=Decimal(2)))
    life.new(organiser, a_round(use=peers, sequence="self-first"))
    return organiser


@each_look
async def test_a_board_looks_like_this(look: Look, county: County, prepared: Session) -> None:
    async with look.open(county, prepared) as pilot:
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, BoardScreen)
        await assert_looks(pilot, "round_board", look)


@each_look
async def test_a_step_that_asks_for_a_reason_looks_like_this(look: Look, county: County, organiser: Session) -> None:
    async with look.open(county, organiser) as pilot:
        await press(pilot, "g")
        assert isinstance(pilot.app.screen, StepScreen)
        await assert_looks(pilot, "round_step", look)


async def test_what_is_in_the_way_is_told_and_nothing_is_done(county: County, prepared: Session) -> None:
    async with Look().open(county, prepared) as pilot:
        await press(pilot, "enter")
        assert "! 保密的轮次，每个人至少要请 7 人评价" in text_of(pilot.app)
        await press(pilot, "g")
        assert "还不能往下办" in text_of(pilot.app)
        await press(pilot, "y")
    assert life.find(county, "next").phase is Phase.SETUP


async def test_a_round_is_taken_through_all_its_phases_from_the_app_alone(county: County, organiser: Session) -> None:
    life.new(organiser, a_round())
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "enter", "g")
        assert "冻结这一轮的规则、考评表和花名册" in text_of(pilot.app)
        assert "这一步不能退回" in text_of(pilot.app)
        await press(pilot, "y")
        assert isinstance(pilot.app.screen, BoardScreen)
        assert "份答卷没有提交" in text_of(pilot.app)
        await press(pilot, "g", "y")
        assert life.find(county, "next").phase is Phase.OPEN, "y is text in the field for the reason"
        await press(pilot, "backspace", "enter")
        assert "请先写明理由" in text_of(pilot.app)
        await write(pilot, "防汛，等不得")
        await press(pilot, "enter", "y")
        assert life.find(county, "next").phase is Phase.MODERATION
        await press(pilot, "g", "y")
        assert life.find(county, "next").phase is Phase.PUBLISHED
        await press(pilot, "r")
        assert isinstance(pilot.app.screen, ResultsScreen)
        await press(pilot, "escape", "g", "y")
        assert life.find(county, "next").phase is Phase.ARCHIVED
        assert "这一轮已经归档，只能看。" in text_of(pilot.app)
        await press(pilot, "g")
        assert isinstance(pilot.app.screen, BoardScreen), "nothing follows"
    decision = life.find(county, "next").decision
    assert decision is not None
    assert decision.reason == "防汛，等不得"
    done = [each.code for each in audit.entries(organiser) if each.values.get("round") == "next"]
    assert done == ["round-made", "round-open", "round-moderation", "round-published", "round-archived"]


async def test_a_phase_that_somebody_else_brought_meanwhile_is_not_brought_twice(
    county: County, organiser: Session
) -> None:
    life.new(organiser, a_round())
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "enter", "g")
        life.open_round(organiser, "next")
        life.close_round(organiser, "next", "提前结束")
        await press(pilot, "y")
        assert "不能直接变成" in text_of(pilot.app)
    assert life.find(county, "next").phase is Phase.MODERATION


async def test_a_step_that_is_refused_shows_at_once_what_it_wants(county: County, organiser: Session) -> None:
    life.new(organiser, a_round())
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "enter", "g")
        assert "! 保密的轮次" not in text_of(pilot.app)
        peers = (*SELF_USE, Use(checklist="core.mutual", by=Purpose.PEER, weight=Decimal(2)))
        preparing.change_rules(organiser, "next", a_round(use=peers))
        await press(pilot, "y")
        assert isinstance(pilot.app.screen, StepScreen)
        assert "没有做到" in text_of(pilot.app)
        assert "! 保密的轮次，每个人至少要请 7 人评价" in text_of(pilot.app)
        assert "同意，照办" not in text_of(pilot.app)
    assert life.find(county, "next").phase is Phase.SETUP


async def test_progress_is_one_key_away(county: County, organiser: Session) -> None:
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "enter", "p")
        assert isinstance(pilot.app.screen, DashboardScreen)


async def test_a_round_in_preparation_is_thrown_away_once_agreed(county: County, organiser: Session) -> None:
    life.new(organiser, a_round())
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "enter", "x")
        assert "删掉轮次“next”吗" in text_of(pilot.app)
        await press(pilot, "escape")
        assert preparing.look_at(organiser, "next")
        await press(pilot, "x", "y")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "明年" not in text_of(pilot.app)
    assert "next" not in [each.id for each in life.rounds(organiser)]


async def test_an_opened_round_offers_neither_change_nor_throwing_away(county: County, organiser: Session) -> None:
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "enter")
        assert "改规则" not in text_of(pilot.app)
        await press(pilot, "x", "e")
        assert isinstance(pilot.app.screen, BoardScreen)
    assert life.find(county, CURRENT).phase is Phase.OPEN


async def test_a_rehearsal_is_marked(county: County, organiser: Session) -> None:
    life.new(organiser, a_round(mock=True, opens={Purpose.SELF: county.now() + timedelta(days=3)}))
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "enter")
        assert "【演练】明年" in text_of(pilot.app)
        await press(pilot, "g")
        assert "这是演练" in text_of(pilot.app)


async def test_every_key_stands_in_the_list_of_f1_also_those_without_room_at_the_foot(
    county: County, organiser: Session
) -> None:
    async with Look("en").open(county, organiser) as pilot:
        navigation.open_round(pilot.app, FORMER)
        await settle(pilot)
        foot = text_of(pilot.app).splitlines()[-1]
        applies = pilot.app.screen.actions()  # type: ignore[attr-defined]
        assert any(_(each.label) not in foot for each in applies if each.shown), "else there is nothing to try"
        await press(pilot, "f1")
        seen = text_of(pilot.app)
        for _page in range(4):
            await press(pilot, "pagedown")
            seen += text_of(pilot.app)
        for each in applies:
            assert _(each.help)[:30] in seen


async def test_too_many_colleagues_are_told_with_what_to_do_and_stand_in_nobodys_way(
    county: County, organiser: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cadre_tui.services.rounds.asked_of_many.MANY", 3)
    peers = (*SELF_USE, Use(checklist="core.mutual", by=Purpose.PEER, weight=Decimal(2)))
    life.new(organiser, a_round(use=peers, secrecy=Secrecy.NAMED))
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "enter")
        told = "".join(text_of(pilot.app).split())
        assert "人要评的同事超过" in told
        assert 'colleagues="balanced"、reviewers=7' in told
        assert "条件都做到了，按g往下办" in told
        await press(pilot, "g")
        assert isinstance(pilot.app.screen, StepScreen)
        assert "人要评的同事超过" in text_of(pilot.app)
        await press(pilot, "y")
    assert life.find(county, "next").phase is Phase.OPEN
