import pytest

from cadre_tui.services.county import County
from cadre_tui.services.filling import responses
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from tests.tui.colleague_forms import forms, mixed, mutual
from tests.tui.colleague_pilot import opened, row_of, shown, stored, todo
from tests.tui.golden import press, settle


async def test_n_stays_where_nobody_has_scored_yet(county: County, rater: Session) -> None:
    async with opened(county, rater) as pilot:
        await press(pilot, "down", "n")
        assert "5/8  政治素养" in shown(pilot)
        assert row_of(pilot, "李敏").strip().startswith("▸")
        assert "这里还没有评" in shown(pilot)


async def test_digits_never_run_into_what_was_scored_before(county: County, rater: Session) -> None:
    async with opened(county, rater) as pilot:
        await press(pilot, "right_square_bracket", "4", "4")
        await press(pilot, "left_square_bracket", "home", "n", "2", "2", "2", "2", "3")
        await press(pilot, "ctrl+s")
    answers = stored(rater)
    assert [answers[each]["literacy.political"].choice for each in ("q1", "q2", "q4", "q5")] == ["fair"] * 4
    sixth = [each.id for each in mutual().criteria()][5]
    assert [answers[each][sixth].choice for each in ("q1", "q2", "q4")] == ["poor", "poor", "average"]
    assert sixth not in answers["q5"]


async def test_enter_right_after_a_digit_opens_the_one_just_scored(county: County, rater: Session) -> None:
    async with opened(county, rater) as pilot:
        await press(pilot, "3", "enter")
        assert "张建国" in shown(pilot).splitlines()[0]
        await press(pilot, "escape")
        assert row_of(pilot, "李敏").strip().startswith("▸")
        await press(pilot, "3", "down", "enter")
        assert "陈刚" in shown(pilot).splitlines()[0]


async def test_encouragement_right_after_a_digit_goes_to_the_one_just_scored(county: County, rater: Session) -> None:
    async with opened(county, rater) as pilot:
        await press(pilot, "1", "c")
        assert "张建国" in shown(pilot).splitlines()[0]
        await press(pilot, "escape", "c")
        assert "李敏" in shown(pilot).splitlines()[0]


async def test_where_everybody_is_scored_it_is_told_how_to_hand_in(county: County, rater: Session) -> None:
    async with opened(county, rater) as pilot:
        await press(pilot, *"1111" * 4)
        assert "全部评完了。按 s 提交。" in shown(pilot)
        await press(pilot, "escape")
        navigation.open_colleagues(pilot.app, todo(rater))
        await settle(pilot)
        assert "评完 4/4 人" in shown(pilot)
        assert "全部评完了。按 s 提交。" in shown(pilot)
        await press(pilot, "n")
        assert "全部评完了。按 s 提交。" in shown(pilot)


async def test_a_reason_that_is_owed_is_told_and_enter_opens_it(
    county: County, rater: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(responses, "open_forms", lambda *_arguments: tuple(forms(2, mixed())))
    monkeypatch.setattr(responses, "save_many", lambda *_arguments: ())
    async with opened(county, rater) as pilot:
        await press(pilot, "2")
        assert "李敏：缺理由。按 Enter 补写。" in shown(pilot)
        await press(pilot, "2")
        assert "王海：缺理由。按 Enter 补写。" in shown(pilot)
