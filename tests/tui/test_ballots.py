"""A vote by ballot in the app, with the keyboard alone: voter, organiser, tellers."""

import re
from pathlib import Path
from shutil import copytree, ignore_patterns
from typing import Any
from unittest.mock import patch

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from cadre_tui.model.fault import StoreFailure
from cadre_tui.services.ballot_boxes import box_of
from cadre_tui.services.ballots import counting, tellers, voting
from cadre_tui.services.people import accounts
from cadre_tui.services.rounds import life
from cadre_tui.tui.ballots.ballot_screen import KeyingScreen, VoteScreen
from cadre_tui.tui.ballots.code_screen import BallotCodeScreen, ReceiptsScreen
from cadre_tui.tui.ballots.hand_in_screen import HandInBallotScreen
from cadre_tui.tui.ballots.print_screen import PrintSlipsScreen
from cadre_tui.tui.ballots.remark_screen import BallotRemarkScreen
from cadre_tui.tui.ballots.watch_screen import BallotsScreen
from cadre_tui.tui.entry.sign_in import SignInScreen
from cadre_tui.tui.rounds.board_screen import BoardScreen
from tests.services.ballots.township import CADRES, WORD, anonymous, both, opened, township, vote
from tests.services.small import PASSWORD, Clock, Small, reopened
from tests.tui.golden import Look, assert_looks, each_look, press, settle, text_of, write

CODE = re.compile(r"[2-9A-Z]{4}(?:-[2-9A-Z]{4}){3}")
FEW = {"units": ("纪委",)}
"""A round about the two of one unit, so that a ballot is four keys."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ballots") / "data"
    township(folder)
    return folder


@pytest.fixture
def town(made: Path, tmp_path: Path) -> Small:
    copytree(made, tmp_path / "data", ignore=ignore_patterns(".locks"))
    return reopened(tmp_path / "data", Clock())


async def enter(pilot: Pilot[Any], code: str) -> None:
    """From the sign-in to the ballot, with a code and the voter's own word."""
    await press(pilot, "f6")
    await write(pilot, code)
    await press(pilot, "enter")
    await write(pilot, WORD)
    await press(pilot, "enter")


@each_look
async def test_a_ballot_of_sixty_people_looks_like_this(look: Look, town: Small) -> None:
    codes = opened(town, {"a": 5, "b": 5, "c": 5})
    voter = voting.enter(town.county, codes["b"][0], WORD)
    marks = "0112" * 3 + voter.marks[12:]
    voting.keep(voter, marks)
    async with look.open(town.county) as pilot:
        await enter(pilot, codes["b"][0])
        assert isinstance(pilot.app.screen, VoteScreen)
        await assert_looks(pilot, "ballot", look)
        await press(pilot, "s")
        await assert_looks(pilot, "ballot-hand-in", look)


async def mistype(pilot: Pilot[Any], code: str) -> None:
    """The same, with a code that is wrong at first."""
    await press(pilot, "f6")
    assert isinstance(pilot.app.screen, BallotCodeScreen)
    assert "不记名：程序不记录谁用了哪张测评码" in text_of(pilot.app)
    await write(pilot, code[:-1] + ("2" if code[-1] != "2" else "3"))
    await press(pilot, "enter")
    await write(pilot, WORD)
    await press(pilot, "enter")
    assert "有地方输错了" in text_of(pilot.app)
    assert pilot.app.screen.query_one("#word", Input).value == WORD, "only the code has to be put right"
    pilot.app.screen.query_one("#code", Input).value = code.lower()
    await press(pilot, "enter", "enter")


async def test_a_voter_goes_from_the_slip_to_the_receipt_without_signing_in(town: Small) -> None:
    codes = opened(town, {"a": 5, "b": 5, "c": 5}, **FEW)
    async with Look().open(town.county) as pilot:
        await mistype(pilot, codes["a"][0])
        assert isinstance(pilot.app.screen, VoteScreen)
        assert pilot.app.session is None  # type: ignore[attr-defined]
        await press(pilot, "2", "s")
        assert "还有 3 处没有评" in text_of(pilot.app)
        await press(pilot, "y")
        assert isinstance(pilot.app.screen, HandInBallotScreen), "a ballot that is not whole stays here"
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, SignInScreen)
        await enter(pilot, codes["a"][0])
        assert "接着上次的填" in text_of(pilot.app)
        await press(pilot, "3", "4", "2", "u", "1", "s", "y")
        receipt = re.search(r"[0-9A-F]{4}(?:-[0-9A-F]{4}){3}", text_of(pilot.app))
        assert receipt
        assert "不说明那张票评了什么" in text_of(pilot.app).replace("\n", "").replace(" ", "")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, SignInScreen)
        await enter(pilot, codes["a"][0])
        assert "已经用过了" in text_of(pilot.app)
        assert {field.value for field in pilot.app.screen.query(Input)} == {""}, "the next voter types another code"
        assert pilot.app.focused.id == "code"  # type: ignore[union-attr]
        await press(pilot, "escape")
        box = box_of(town.county, "r1", "a")
        assert box is not None
        assert ([each.marks for each in box.ballots], box.receipts) == (["1320"], (receipt.group().replace("-", ""),))
        counting.close(town.organiser, "r1")
        life.close_round(town.organiser, "r1")
        await press(pilot, "f6", "f7")
        assert isinstance(pilot.app.screen, ReceiptsScreen)
        await write(pilot, receipt.group())
        await press(pilot, "enter")
        assert "名单里有这个回执号" in text_of(pilot.app)


async def test_a_ballot_that_is_left_alone_is_sealed_and_goes(town: Small) -> None:
    codes = opened(town, {"a": 5, "b": 5, "c": 5}, ballot_text=True, **FEW)
    async with Look().open(town.county) as pilot:
        seconds = 0.0
        pilot.app.idle._clock = lambda: seconds
        await press(pilot, "f6")
        await write(pilot, codes["a"][0])
        seconds += 599
        await press(pilot, "enter")
        await write(pilot, WORD)
        await press(pilot, "enter", "2", "up", "enter")
        assert isinstance(pilot.app.screen, BallotRemarkScreen)
        await write(pilot, "作风扎实")
        seconds += 599
        pilot.app.idle.look()
        await settle(pilot)
        assert "作风扎实" in text_of(pilot.app)
        seconds += 1
        with patch("cadre_tui.services.ballots.voting.keep", side_effect=StoreFailure("store-disk-full", folder="x")):
            pilot.app.idle.look()
            await settle(pilot)
        assert isinstance(pilot.app.screen, BallotRemarkScreen), "nothing is given up that is not sealed"
        seconds += 60
        pilot.app.idle.look()
        await settle(pilot)
        assert isinstance(pilot.app.screen, SignInScreen)
        assert len(pilot.app.screen_stack) == 2
        seconds += 6000
        signing_in = pilot.app.screen
        pilot.app.idle.look()
        await settle(pilot)
        assert pilot.app.screen is signing_in, "an empty one stays as it is"
    left = voting.enter(town.county, codes["a"][0], WORD)
    assert left.marks == "1..."
    assert list(left.remarks.values()) == ["作风扎实"]


async def test_a_ballot_whose_vote_is_over_does_not_stay_open(town: Small) -> None:
    codes = opened(town, {"a": 5, "b": 5, "c": 5}, **FEW)
    async with Look().open(town.county) as pilot:
        seconds = 0.0
        pilot.app.idle._clock = lambda: seconds
        await press(pilot, "f6")
        await write(pilot, codes["a"][0])
        await press(pilot, "enter")
        await write(pilot, WORD)
        await press(pilot, "enter", "2")
        counting.close(town.organiser, "r1")
        for wait in (600, 60):
            assert isinstance(pilot.app.screen, VoteScreen)
            seconds += wait
            pilot.app.idle.look()
            await settle(pilot)
        assert isinstance(pilot.app.screen, SignInScreen)


async def test_a_code_half_typed_does_not_stay_for_the_next_one(town: Small) -> None:
    codes = opened(town, {"a": 5, "b": 5, "c": 5}, **FEW)
    async with Look().open(town.county) as pilot:
        seconds = 0.0
        pilot.app.idle._clock = lambda: seconds
        await press(pilot, "f6")
        await write(pilot, codes["a"][0])
        seconds += 600
        await press(pilot, "x")
        assert isinstance(pilot.app.screen, SignInScreen)
        assert {field.value for field in pilot.app.screen.query(Input)} == {""}


async def test_the_organiser_prints_watches_and_closes(town: Small, tmp_path: Path) -> None:
    town.opened(anonymous(**FEW))
    slips = tmp_path / "slips.html"
    async with Look().open(town.county, town.organiser) as pilot:
        assert "下一步：按 v" in text_of(pilot.app)
        keys = text_of(pilot.app).splitlines()[-1]
        assert "v 测评票" in keys
        assert "谁评谁" not in keys, "nobody is told to rate anybody"
        await press(pilot, "v")
        assert isinstance(pilot.app.screen, BallotsScreen)
        await press(pilot, "escape", "enter", "v")
        assert isinstance(pilot.app.screen, BallotsScreen)
        await press(pilot, "p")
        assert isinstance(pilot.app.screen, PrintSlipsScreen)
        for count in "567":
            await write(pilot, count)
            await press(pilot, "enter")
        pilot.app.screen.query_one("#file", Input).value = str(slips)
        await press(pilot, "enter")
        assert "还没有印" in text_of(pilot.app)
        assert not slips.exists()
        await press(pilot, "y")
        assert "共 18 张票条" in text_of(pilot.app)
        codes = CODE.findall(slips.read_text("utf-8"))
        assert len(set(codes)) == 18
        for code in codes[-7:]:
            vote(town, code, "1212")
        await press(pilot, "escape")
        told = text_of(pilot.app)
        assert "5 张以上" in told
        assert "7 张" not in told
        await press(pilot, "c")
        assert "封箱以后谁也不能再投" in text_of(pilot.app)
        await press(pilot, "y")
        assert "已经封箱" in text_of(pilot.app)
    assert counting.status(town.organiser, "r1").closed


async def typed(pilot: Pilot[Any], *texts: str) -> None:
    """One field after another, each with Enter."""
    for each in texts:
        await write(pilot, each)
        await press(pilot, "enter")


async def test_tellers_count_key_paper_and_open_together(town: Small, tmp_path: Path) -> None:
    paper = tmp_path / "opening.txt"
    codes = opened(town, {"a": 5, "b": 5, "c": 5}, **FEW)
    session = accounts.sign_in(town.county, "t1", PASSWORD)
    async with Look().open(town.county, session) as pilot:
        assert "监票" in text_of(pilot.app)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, BallotsScreen)
        await press(pilot, "k")
        await typed(pilot, "4", "1", "", "t2", PASSWORD)
        assert "领走 4，退回 1，作废 0" in text_of(pilot.app)
        await press(pilot, "e")
        await typed(pilot, codes["a"][0], "t2", PASSWORD)
        assert isinstance(pilot.app.screen, KeyingScreen)
        await press(pilot, "1", "2", "3", "4", "s")
        assert "第二遍" in text_of(pilot.app)
        await press(pilot, "1", "2", "3", "3", "s")
        assert "两遍有 1 处不一样" in text_of(pilot.app)
        await press(pilot, "4", "s")
        assert "两遍一致" in text_of(pilot.app)
        counting.close(town.organiser, "r1")
        life.close_round(town.organiser, "r1")
        await press(pilot, "f5", "o")
        await typed(pilot, "t2", PASSWORD)
        told = text_of(pilot.app)
        assert "收到 1 张，有效 1 张" in told
        opening = counting.status(town.organiser, "r1").opened
        assert opening is not None
        assert opening.hash[:24] in told.replace("\n", "").replace(" ", "")
        await press(pilot, "escape", "w", "o")
        pilot.app.screen.query_one("#to", Input).value = str(paper)
        await press(pilot, "enter")
        assert "写好了" in text_of(pilot.app)
        signed = paper.read_text("utf-8")
        assert opening.hash in signed
        assert signed.count("签名：____") == 2


@each_look
async def test_the_page_of_a_vote_looks_like_this(look: Look, town: Small) -> None:
    codes = opened(town, {"a": 5, "b": 5, "c": 12})
    for code in codes["c"][:7]:
        vote(town, code, "12" * len(CADRES))
    tellers.count_slips(both(town), "r1", "c", 9, returned=1)
    async with look.open(town.county, town.organiser) as pilot:
        await press(pilot, "enter", "v")
        await assert_looks(pilot, "ballots", look)


async def test_a_word_about_somebody_is_written_under_its_warning(town: Small) -> None:
    codes = opened(town, {"a": 5, "b": 5, "c": 5}, ballot_text=True, **FEW)
    async with Look().open(town.county) as pilot:
        await enter(pilot, codes["a"][0])
        assert "可能认出是谁写的" in text_of(pilot.app).replace("\n", "").replace(" ", "")
        await press(pilot, "1", "up", "enter")
        await write(pilot, "肯下功夫")
        await press(pilot, "enter")
        assert "肯下功夫" in text_of(pilot.app)
        await press(pilot, "escape")
    assert voting.enter(town.county, codes["a"][0], WORD).remarks == {0: "肯下功夫"}


async def test_the_board_of_a_vote_offers_nothing_that_needs_to_know_who_voted(town: Small) -> None:
    opened(town, {"a": 5}, **FEW)
    async with Look().open(town.county, town.organiser) as pilot:
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, BoardScreen)
        offered = {each.name for each in pilot.app.screen.actions()}
        assert "ballots" in offered
        assert not offered & {"time", "give_back", "raters"}
        assert "票箱还没有封，大家还在投票" in text_of(pilot.app).replace("\n", "").replace(" ", "")
        await press(pilot, "p")
        assert "用测评票投票，没有按人统计的进度" in text_of(pilot.app)
        await press(pilot, "m")
        assert "谁抽了票条还没有投，程序不知道" in text_of(pilot.app)
