from datetime import timedelta
from pathlib import Path
from threading import Event
from time import process_time
from typing import Any

import pytest

from cadre_tui import locale
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.response import State
from cadre_tui.model.fault import BadInput, StoreFailure
from cadre_tui.model.filling.form import Form
from cadre_tui.services.county import County
from cadre_tui.services.filling import responses
from cadre_tui.services.session import Session
from cadre_tui.tui.colleagues.screen import ColleaguesScreen
from tests.tui import small_county
from tests.tui.colleague_forms import form, forms, mutual, person
from tests.tui.colleague_pilot import opened, row_of, saved, shown, stored
from tests.tui.golden import Look, assert_looks, each_look, press, settle


async def test_it_opens_at_the_first_place_without_a_score(county: County, rater: Session) -> None:
    async with opened(county, rater) as pilot:
        assert "5/8  政治素养" in shown(pilot)
        assert row_of(pilot, "张建国").strip().startswith("▸")
        assert "◐ 4/8 在评" in row_of(pilot, "张建国")


async def test_a_digit_scores_and_goes_to_the_next_person_and_is_saved(county: County, rater: Session) -> None:
    async with opened(county, rater) as pilot:
        await press(pilot, "2", "3")
        assert "较好" in row_of(pilot, "张建国")
        assert "一般" in row_of(pilot, "李敏")
        assert row_of(pilot, "赵雪梅").strip().startswith("▸")
        assert "未保存" in shown(pilot)
        await saved(pilot)
        assert "已保存" in shown(pilot)
    assert stored(rater)["q1"]["literacy.political"].choice == "fair"
    assert stored(rater)["q2"]["literacy.political"].choice == "average"


async def test_after_the_last_person_comes_the_next_criterion(county: County, rater: Session) -> None:
    async with opened(county, rater) as pilot:
        await press(pilot, "1", "1", "1", "1")
        assert "6/8  知识素养" in shown(pilot)
        assert row_of(pilot, "张建国").strip().startswith("▸")


async def test_a_full_width_digit_of_an_input_method_scores(county: County, rater: Session) -> None:
    async with opened(county, rater) as pilot:
        await press(pilot, "２")
        assert "较好" in row_of(pilot, "张建国")


async def test_everything_is_scored_with_one_key_each_and_a_burst_loses_nothing(county: County) -> None:
    session = small_county.signed_in(county, "q1")
    async with opened(county, session) as pilot:
        await pilot.press(*"12345123" * 4)
        await settle(pilot)
        assert "全部评完了" in shown(pilot)
        assert "评完 4/4 人" in shown(pilot)
        await press(pilot, "ctrl+s")
    answers = stored(session)
    assert {person: len(given) for person, given in answers.items()} == dict.fromkeys(("q2", "q3", "q4", "q5"), 8)
    first = next(mutual().criteria()).id
    assert [answers[person][first].choice for person in ("q2", "q3", "q4", "q5")] == [
        "good",
        "fair",
        "average",
        "poor",
    ]


async def test_the_tally_under_the_people_counts_as_one_goes(county: County, rater: Session) -> None:
    async with opened(county, rater) as pilot:
        await press(pilot, "1", "1", "4")
        assert "已评：好 2 · 较好 0 · 一般 0 · 差 1 · 不了解 0" in shown(pilot)
        assert "本项还有 1 人未评" in shown(pilot)


async def test_arrows_and_brackets_move_without_scoring(county: County, rater: Session) -> None:
    async with opened(county, rater) as pilot:
        await press(pilot, "down", "right_square_bracket")
        assert "6/8  知识素养" in shown(pilot)
        assert row_of(pilot, "李敏").strip().startswith("▸")
        await press(pilot, "left", "left", "end")
        assert "4/8  持续学习机制落实" in shown(pilot)
        assert row_of(pilot, "陈刚").strip().startswith("▸")
        await press(pilot, "home")
        assert row_of(pilot, "张建国").strip().startswith("▸")
    assert len(stored(rater)["q1"]) == 4


async def test_n_goes_to_the_next_place_without_a_score(county: County, rater: Session) -> None:
    async with opened(county, rater) as pilot:
        await press(pilot, "left", "left", "n")
        assert "5/8  政治素养" in shown(pilot)
        assert row_of(pilot, "张建国").strip().startswith("▸")


async def test_u_takes_a_score_back_also_in_the_store(county: County, rater: Session) -> None:
    async with opened(county, rater) as pilot:
        await press(pilot, "2", "ctrl+s", "u")
        assert "○ 未评" in row_of(pilot, "张建国")
        await press(pilot, "ctrl+s", "u")
        assert "没有可以撤销的改动" in shown(pilot)
    assert "literacy.political" not in stored(rater)["q1"]


async def test_delete_takes_a_score_away(county: County, rater: Session) -> None:
    async with opened(county, rater) as pilot:
        await press(pilot, "left", "delete", "escape")
    assert "lasting.overall" not in stored(rater)["q1"]


async def test_a_digit_that_is_no_option_is_told_and_moves_nothing(county: County, rater: Session) -> None:
    async with opened(county, rater) as pilot:
        await press(pilot, "7")
        assert "这一项没有 7，请按 1 到 5。" in shown(pilot)
        assert row_of(pilot, "张建国").strip().startswith("▸")
        await press(pilot, "x")
        assert "这一项不能填“不适用”。" in shown(pilot)


async def test_who_sees_what_is_said_truly_and_nobody_elses_scores_are_there(county: County) -> None:
    session = small_county.signed_in(county, "q1")
    async with opened(county, session) as pilot:
        assert "记名：组织者和被评人可以看到你的评分。" in shown(pilot).replace("\n ", "")
        rows = [row_of(pilot, name) for name in ("李敏", "王海", "赵雪梅", "陈刚")]
        assert all("○ 0/8 未评" in row for row in rows)
        assert "张建国" not in shown(pilot)


async def test_enter_opens_the_colleagues_form_at_the_same_criterion_and_comes_back(
    county: County, rater: Session
) -> None:
    async with opened(county, rater) as pilot:
        await press(pilot, "down", "enter")
        assert "李敏" in shown(pilot).splitlines()[0]
        assert "政治素养" in shown(pilot)
        await press(pilot, "3", "escape")
        assert isinstance(pilot.app.screen, ColleaguesScreen)
        assert "一般" in row_of(pilot, "李敏")


async def test_s_opens_the_page_where_one_hands_in(county: County, rater: Session) -> None:
    async with opened(county, rater) as pilot:
        await press(pilot, "s")
        assert type(pilot.app.screen).__name__ == "HandInScreen"


async def test_what_is_handed_in_is_read_only(county: County) -> None:
    session = small_county.signed_in(county, "q2")
    async with opened(county, session) as pilot:
        assert "● 8/8 已提交" in row_of(pilot, "张建国")
        await press(pilot, "1")
        assert "已经提交，不能再改" in shown(pilot)
        keys = shown(pilot).splitlines()[-1]
        assert "s 提交情况" in keys
        assert not [told for told in ("评分", "下一未评", "撤销") if told in keys], "keys that would be refused"
        await press(pilot, "delete", "escape")
    assert all(len(answers) == 8 for answers in stored(session).values())


async def test_after_the_deadline_everything_can_only_be_looked_at(county_folder: Path) -> None:
    clock = small_county.Clock(small_county.NOW + timedelta(days=60))
    late = small_county.county_in(county_folder, clock)
    session = small_county.signed_in(late, "q3")
    async with opened(late, session) as pilot:
        assert "只读" in shown(pilot)
        assert "◐ 4/8 在评" in row_of(pilot, "张建国")
        await press(pilot, "1")
        assert "已经截止，不能再改，只能看。" in shown(pilot)


async def test_undo_survives_a_look_at_the_help(county: County, rater: Session) -> None:
    async with opened(county, rater) as pilot:
        await press(pilot, "2", "f1", "escape", "u")
        assert "○ 未评" in row_of(pilot, "张建国")


async def test_answers_given_while_everything_is_read_again_stay(
    county: County, rater: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, go_on = responses.open_forms, Event()

    def slow(*arguments: Any) -> Any:
        found = real(*arguments)
        go_on.wait(5)
        return found

    async with opened(county, rater) as pilot:
        monkeypatch.setattr(responses, "open_forms", slow)
        await pilot.press("f5", "3")
        go_on.set()
        await settle(pilot)
        assert "一般" in row_of(pilot, "张建国")
        await settle(pilot)
        assert "一般" in row_of(pilot, "张建国")


async def test_looking_elsewhere_saves(county: County, rater: Session) -> None:
    async with opened(county, rater) as pilot:
        await press(pilot, "5")
        pilot.app.app_focus = False
        await settle(pilot)
        assert stored(rater)["q1"]["literacy.political"].choice == "unknown"


async def test_leaving_saves_at_once(county: County, rater: Session) -> None:
    async with opened(county, rater) as pilot:
        await press(pilot, "1", "escape")
        assert not isinstance(pilot.app.screen, ColleaguesScreen)
        assert stored(rater)["q1"]["literacy.political"].choice == "good"


async def test_several_peoples_scores_are_one_write(
    county: County, rater: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    writes = []
    real = responses.save_many

    def counted(session: Session, changes: Any, *more: Any) -> Any:
        writes.append(len(changes))
        return real(session, changes, *more)

    monkeypatch.setattr(responses, "save_many", counted)
    async with opened(county, rater) as pilot:
        await pilot.press("1", "2", "3")
        await saved(pilot)
    assert writes == [3]


async def test_a_store_that_cannot_be_written_keeps_everything_and_is_tried_again(
    county: County, rater: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: Any) -> Any:
        raise StoreFailure("store-disk-full", folder="/data")

    async with opened(county, rater) as pilot:
        with monkeypatch.context() as patch:
            patch.setattr(responses, "save_many", broken)
            await press(pilot, "2")
            await saved(pilot)
            assert "保存失败" in shown(pilot)
            assert "你填的都还在" in shown(pilot)
            assert "较好" in row_of(pilot, "张建国")
        await press(pilot, "3")
        await saved(pilot)
        assert "已保存" in shown(pilot)
    assert stored(rater)["q1"]["literacy.political"].choice == "fair"
    assert stored(rater)["q2"]["literacy.political"].choice == "average"


async def test_after_the_deadline_nothing_is_lost_from_sight_and_one_may_leave(
    county: County, rater: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(*_arguments: Any) -> Any:
        raise BadInput("deadline-passed", deadline="2026-11-23 23:59")

    monkeypatch.setattr(responses, "save_many", late)
    async with opened(county, rater) as pilot:
        await press(pilot, "2")
        await saved(pilot)
        assert "保存失败" in shown(pilot)
        assert "较好" in row_of(pilot, "张建国")
        await press(pilot, "1")
        assert "○ 未评" in row_of(pilot, "李敏")
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, ColleaguesScreen)


async def test_f1_tells_the_whole_guidance_and_f2_jumps_to_a_person(county: County, rater: Session) -> None:
    async with opened(county, rater, Look(columns=60, lines=15)) as pilot:
        assert "理论学得进" not in shown(pilot)
        await press(pilot, "f1")
        assert "理论学得进" in shown(pilot)
        await press(pilot, "escape", "f2", *"雪梅", "enter")
        assert row_of(pilot, "赵雪梅").strip().startswith("▸")


async def test_a_click_goes_to_the_person_and_the_criterion(county: County, rater: Session) -> None:
    async with opened(county, rater) as pilot:
        rows = shown(pilot).splitlines()
        y = next(number for number, row in enumerate(rows) if "陈刚" in row)
        await pilot.click("#people", offset=(5, y - pilot.app.screen.query_one("#people").region.y))
        await settle(pilot)
        assert row_of(pilot, "陈刚").strip().startswith("▸")


async def test_another_language_keeps_scores_and_place(county: County, rater: Session) -> None:
    async with opened(county, rater) as pilot:
        await press(pilot, "2")
        locale.use("en")
        await pilot.app.screen.recompose()
        pilot.app.screen.fill()  # type: ignore[attr-defined]
        await settle(pilot)
        assert "Political literacy" in shown(pilot)
        assert "Fairly good" in row_of(pilot, "张建国")
        assert row_of(pilot, "李敏").strip().startswith("▸")


async def test_a_unit_of_sixty_is_quick_and_scrolls(
    county: County, rater: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    many: tuple[Form, ...] = tuple(forms(60))
    monkeypatch.setattr(responses, "open_forms", lambda *_arguments: many)
    monkeypatch.setattr(responses, "save_many", lambda *_arguments: ())
    async with opened(county, rater) as pilot:
        before = process_time()
        await pilot.press(*"1" * 50)
        await settle(pilot)
        assert process_time() - before < 10
        assert "▸ " in shown(pilot)
        assert row_of(pilot, "赵雪梅50").strip().startswith("▸")
        assert "姓名" in shown(pilot)


@pytest.fixture
def twelve(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twelve colleagues, of whom five are scored on the first criterion, one has everything and one is handed in."""
    codes = ("good", "fair", "average", "fair", "unknown")
    first, *others = (each.id for each in mutual().criteria())
    whole = {criterion: Answer(choice=codes[at % 4]) for at, criterion in enumerate((first, *others))}
    made = [form(person(at), mutual(), {first: Answer(choice=code)}) for at, code in enumerate(codes)]
    made += [form(person(5), mutual(), whole), form(person(6), mutual(), whole, State.SUBMITTED)]
    made += [form(person(at), mutual()) for at in range(7, 12)]
    monkeypatch.setattr(responses, "open_forms", lambda *_arguments: tuple(made))


@each_look
async def test_the_grid_looks_as_it_should(county: County, rater: Session, twelve: None, look: Look) -> None:
    async with opened(county, rater, look) as pilot:
        await press(pilot, "down", "down")
        await assert_looks(pilot, "colleagues", look)


async def test_the_smallest_window_has_all_that_is_needed(county: County, rater: Session, twelve: None) -> None:
    look = Look(columns=60, lines=15)
    async with opened(county, rater, look) as pilot:
        await assert_looks(pilot, "colleagues", look)
