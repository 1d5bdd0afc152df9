"""Appeals on the screens: objecting, looking into it, putting it right, answering, reading the answer."""

import re

import pytest

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.oversight.appeal import Verdict
from cadre_tui.services.county import County
from cadre_tui.services.oversight import appeal_pages, appeals, corrections
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.appeals import ways
from tests.tui.golden import Look, assert_looks, each_look, press, settle, text_of, write
from tests.tui.small_county import FORMER, signed_in
from tests.tui.voices import appealed, supervisor, with_appeals

RECEIPT = "7KMX-3Q2W"


@pytest.fixture(autouse=True)
def same_receipt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(appeals, "receipt_code", lambda: RECEIPT)


@pytest.fixture
def open_county(county: County) -> County:
    with_appeals(county)
    return county


@each_look
async def test_writing_an_appeal_looks_like_this(look: Look, open_county: County, cadre: Session) -> None:
    async with look.open(open_county, cadre) as pilot:
        navigation.open_result(pilot.app, FORMER, "q1")
        await settle(pilot)
        await press(pilot, "o", "enter")
        await write(pilot, "调研报告少算了一篇，台账第3页有记录。")
        await assert_looks(pilot, "appeal-new", look)


async def test_one_appeals_from_the_result_and_gets_a_receipt(open_county: County, cadre: Session) -> None:
    async with Look().open(open_county, cadre) as pilot:
        navigation.open_result(pilot.app, FORMER, "q1")
        await settle(pilot)
        assert "我的异议" not in text_of(pilot.app)
        await press(pilot, "o", "down", "enter")
        assert "总分" in text_of(pilot.app)
        await press(pilot, "f9")
        assert "还没有写内容" in text_of(pilot.app)
        await press(pilot, "f1")
        assert "写好按 F9 提交" in text_of(pilot.app)
        await press(pilot, "escape")
        await write(pilot, "同事一项的平均分加错了")
        await press(pilot, "escape")
        assert "还没有提交" in text_of(pilot.app)
        await press(pilot, "f9")
        assert f"回执号 {RECEIPT}" in text_of(pilot.app)
        await press(pilot, "f9", "escape")
        await press(pilot, "m")
        assert "○ 等待受理" in text_of(pilot.app)
        await press(pilot, "escape", "escape")
        assert "你对“总分”的异议：等待受理" in text_of(pilot.app)
    (made,) = appeals.own(cadre, FORMER)
    assert (made.criterion, made.text) == ("", "同事一项的平均分加错了")


async def test_a_round_without_appeals_offers_no_key(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        navigation.open_result(pilot.app, FORMER, "q1")
        await settle(pilot)
        await press(pilot, "o")
        assert "异议" not in text_of(pilot.app)


@each_look
async def test_the_appeals_of_a_round_look_like_this(look: Look, open_county: County, organiser: Session) -> None:
    appealed(open_county)
    async with look.open(open_county, organiser) as pilot:
        navigation.open_appeals(pilot.app, FORMER, own=False)
        await settle(pilot)
        await assert_looks(pilot, "appeals", look)


@each_look
async def test_an_answered_appeal_looks_like_this(look: Look, open_county: County, organiser: Session) -> None:
    appealed(open_county)
    appeals.take(supervisor(open_county, organiser), FORMER, RECEIPT, "核对了本人台账和调研报告原件。")
    done = {"choice": "good", "reason": "两篇调研报告", "evidence": ["台账第3页"]}
    corrections.correct(organiser, FORMER, RECEIPT, Purpose.SELF, "plan.overall", done)
    appeals.answer(organiser, FORMER, RECEIPT, Verdict.UPHELD, "自评一项更正为“好”，总分随之重算。")
    async with look.open(open_county, signed_in(open_county, "q1")) as pilot:
        navigation.open_appeal(pilot.app, FORMER, RECEIPT, own=True)
        await settle(pilot)
        await assert_looks(pilot, "appeal", look)


async def test_one_takes_it_and_another_puts_it_right_and_answers(open_county: County, organiser: Session) -> None:
    appealed(open_county)
    other = supervisor(open_county, organiser)
    async with Look().open(open_county, other) as pilot:
        await press(pilot, "end", "enter", "enter")
        assert "调研报告少算了一篇" in text_of(pilot.app)
        assert "a 答复" not in text_of(pilot.app), "nobody has looked into it"
        await press(pilot, "t")
        await write(pilot, "看了原件")
        await press(pilot, "f9")
        assert "◐ 已受理" in text_of(pilot.app)
        assert "t 改核查情况" in text_of(pilot.app)
        assert "已受理，等另一个人答复" in text_of(pilot.app)
        await press(pilot, "t")
        await write(pilot, "，属实")
        await press(pilot, "f9", "a")
        assert "你是受理人，不能自己更正或答复" in text_of(pilot.app), "told before an answer is written"
    async with Look().open(open_county, organiser) as pilot:
        assert "异议 1 条，1 条等待答复" in text_of(pilot.app)
        await press(pilot, "end", "enter", "enter")
        assert "看了原件，属实" in text_of(pilot.app)
        await press(pilot, "c", "enter")
        assert "更正 · 自我检查 · 张建国" in text_of(pilot.app)
        await press(pilot, "f9")
        assert "还没有填要更正的内容" in text_of(pilot.app)
        await press(pilot, "down", "enter", "f9")
        assert "原件保留" in text_of(pilot.app)
        await press(pilot, "a", "down", "enter")
        await write(pilot, "维持原来的结果")
        await press(pilot, "f9")
        assert re.search("● 不成立", text_of(pilot.app))
        assert "维持原来的结果" in text_of(pilot.app)
    (found,) = appeals.appeals(organiser, FORMER)
    assert [each.after.get("choice") for each in found.corrections] == ["fair"]
    assert found.corrections[0].after.get("evidence") == found.corrections[0].before.get("evidence")


@each_look
async def test_putting_an_answer_right_looks_like_this(look: Look, open_county: County, organiser: Session) -> None:
    appealed(open_county)
    appeals.take(supervisor(open_county, organiser), FORMER, RECEIPT, "看了原件")
    async with look.open(open_county, organiser) as pilot:
        navigation.open_appeal(pilot.app, FORMER, RECEIPT, own=False)
        await settle(pilot)
        await press(pilot, "c", "enter", "enter")
        await assert_looks(pilot, "correction", look)


async def test_numbers_are_put_right_in_cells_as_in_a_form(open_county: County, organiser: Session) -> None:
    made = appeals.appeal(signed_in(open_county, "q1"), FORMER, "总分不对")
    appeals.take(supervisor(open_county, organiser), FORMER, made.receipt, "查了")
    choices = appeal_pages.correctable(organiser, FORMER, RECEIPT)
    which = next(each for each in choices if each.criterion.kind == "ratio")
    async with Look().open(open_county, organiser) as pilot:
        ways.open_correction(pilot.app, FORMER, RECEIPT, which)
        await settle(pilot)
        await press(pilot, *"48")
        await press(pilot, "f9")
        assert "完成数和计划数都要填" in text_of(pilot.app)
        await press(pilot, "tab", *"50")
        await press(pilot, "f9")
    found = next(each for each in appeals.appeals(organiser, FORMER) if each.corrections)
    assert {key: found.corrections[0].after[key] for key in ("done", "planned")} == {"done": 48, "planned": 50}


async def test_a_rounds_board_leads_to_its_appeals(open_county: County, organiser: Session) -> None:
    appealed(open_county)
    async with Look().open(open_county, organiser) as pilot:
        navigation.open_round(pilot.app, FORMER)
        await settle(pilot)
        await press(pilot, "y")
        assert "○ 等待受理  张建国" in text_of(pilot.app)
        await press(pilot, "escape", "j")
        assert "没有被举报的留言" in text_of(pilot.app)
