"""Filling in a form with the keyboard, against a real store."""

from decimal import Decimal

from rich.cells import cell_len

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.services.county import County
from cadre_tui.services.filling import responses
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.form.page import FormPage
from cadre_tui.tui.form.question_row import QuestionRow
from cadre_tui.tui.widgets.writing import Writing
from tests.tui.form_pilot import cursor, opened, saved, screen, shown, stored, task_of
from tests.tui.golden import press, settle


async def test_a_form_opens_where_one_stopped(county: County, cadre: Session) -> None:
    async with opened(county, cadre) as pilot:
        assert cursor(pilot) == "group.bodies"
        assert "组织学习机制健全" in shown(pilot)
        assert isinstance(pilot.app.focused, FormPage)


async def test_a_digit_answers_goes_on_and_is_saved_within_a_second(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "group.equals") as pilot:
        await press(pilot, "2")
        assert cursor(pilot) == "group.support"
        assert "[2 较好]" in shown(pilot)
        assert "未保存" in shown(pilot)
        assert "group.equals" not in stored(cadre)
        await saved(pilot)
        assert stored(cadre)["group.equals"].choice == "fair"
        assert "已保存" in shown(pilot)


async def test_a_full_width_digit_of_an_input_method_answers(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "group.equals") as pilot:
        await press(pilot, "３")
        assert "[3 一般]" in shown(pilot)


async def test_the_last_answer_of_a_section_goes_to_the_next_section(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "plan.hours") as pilot:
        await press(pilot, "down")
        assert cursor(pilot) == "work.problems"
        await press(pilot, "up")
        assert cursor(pilot) == "plan.hours"


async def test_brackets_and_page_keys_change_the_section(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "plan.personal") as pilot:
        await press(pilot, "right_square_bracket")
        assert cursor(pilot) == "work.problems"
        await press(pilot, "pagedown")
        assert cursor(pilot) == "group.sessions"
        await press(pilot, "left_square_bracket", "pageup")
        assert cursor(pilot) == "plan.personal"
        await press(pilot, "pageup")
        assert "已经是第一节" in shown(pilot)


async def test_only_the_rows_of_one_section_are_mounted(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "plan.personal") as pilot:
        assert len(screen(pilot).query(QuestionRow)) == 4
        await press(pilot, "right_square_bracket")
        assert len(screen(pilot).query(QuestionRow)) == 5


async def test_n_goes_to_what_is_not_answered_yet(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "plan.personal") as pilot:
        await press(pilot, "n")
        assert cursor(pilot) == "group.equals"
        await press(pilot, "n")
        assert cursor(pilot) == "group.support"


async def test_u_takes_several_answers_back(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "work.problems") as pilot:
        before = stored(cadre)
        await press(pilot, "4", "4")
        await saved(pilot)
        assert stored(cadre)["work.problems"].choice == "poor"
        await press(pilot, "u", "u")
        assert cursor(pilot) == "work.problems"
        await press(pilot, "u")
        assert "没有可以撤销的了" in shown(pilot)
        await saved(pilot)
        assert stored(cadre) == before


async def test_x_only_where_not_applicable_is_allowed(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "group.bodies") as pilot:
        assert "x 不适用" in shown(pilot).splitlines()[-1]
        await press(pilot, "x")
        assert "[x 不适用]" in shown(pilot)
        assert "x 不适用" not in shown(pilot).splitlines()[-1]
        await press(pilot, "x")
        assert cursor(pilot) == "group.equals"
        assert "必须回答" in shown(pilot)
        await saved(pilot)
        assert stored(cadre)["group.bodies"].na


async def test_an_option_that_is_not_there_is_told(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "group.equals") as pilot:
        await press(pilot, "9")
        assert "只有 1 到 4" in shown(pilot)
        assert cursor(pilot) == "group.equals"


async def test_arrows_choose_the_option_beside_and_stay(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "group.equals") as pilot:
        await press(pilot, "right", "right", "right", "left")
        assert cursor(pilot) == "group.equals"
        assert "[2 较好]" in shown(pilot)


async def test_a_digit_begins_a_number_and_enter_goes_on(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "lasting.skills") as pilot:
        await press(pilot, "1", "2", "backspace", "enter")
        assert cursor(pilot) == "lasting.summary"
        assert "3/4 分" in shown(pilot)
        await saved(pilot)
        assert stored(cadre)["lasting.skills"].number == 1


async def test_a_burst_of_keys_is_taken_in_its_order(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "lasting.skills") as pilot:
        await pilot.press("1", "2", "3", "4", "enter", "enter", "小", "结", "x", "1", "escape", "up")
        await saved(pilot)
        assert stored(cadre)["lasting.skills"].number == 1234
        assert stored(cadre)["lasting.summary"].text == "小结x1"
        assert cursor(pilot) == "lasting.skills"


async def test_lines_are_typed_in_a_table_with_the_running_score(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "group.support") as pilot:
        for heading in ("内容", "分值", "评分标准", "得分"):
            assert heading in shown(pilot)
        await press(pilot, "enter", "1", "enter", "0", "down", "1")
        assert "1.5/5 分" in shown(pilot)
        await press(pilot, "enter")
        assert cursor(pilot) == "lasting.review"
        await saved(pilot)
        assert stored(cadre)["group.support"].lines == {"person": 1, "teachers": 0, "funds": 1}


async def test_the_first_key_in_a_cell_replaces_what_stood_there(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "group.support") as pilot:
        await press(pilot, "enter", "1", "escape", "enter", "0")
        await saved(pilot)
        assert stored(cadre)["group.support"].lines == {"person": 0}
        await press(pilot, "backspace")
        await saved(pilot)
        assert "group.support" not in stored(cadre)


async def test_done_and_planned_show_their_share(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "lasting.correction") as pilot:
        await press(pilot, "7", "enter")
        assert cursor(pilot) == "lasting.correction"
        await press(pilot, "8")
        assert "完成率 87.5%" in shown(pilot)
        assert "3.5/4 分" in shown(pilot)
        await press(pilot, "escape")
        await saved(pilot)
        assert stored(cadre)["lasting.correction"] == Answer(done=Decimal(7), planned=Decimal(8))


async def test_a_wrong_number_is_told_kept_and_keeps_nobody(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "group.records") as pilot:
        before = stored(cadre)["group.records"]
        await press(pilot, "enter", "down", "down", "down", "9", "escape")
        assert "! 要么填 0（没有），要么填 0.5 到 2" in shown(pilot)
        await press(pilot, "down")
        assert cursor(pilot) == "group.bodies"
        assert "! 组织学习" in shown(pilot)
        await saved(pilot)
        kept = dict(before.lines or {})
        del kept["archive"]
        assert stored(cadre)["group.records"].lines == kept
        await press(pilot, "escape")
        navigation.open_form(pilot.app, task_of(cadre), "group.records")
        await settle(pilot)
        assert "[9 " in shown(pilot)


async def test_a_wrong_number_is_told_below_and_not_counted(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "lasting.skills") as pilot:
        before = shown(pilot).splitlines()[0].split()[-1]
        await press(pilot, "enter", *"ab-0", "enter")
        assert "没有存：“ab-0”不是数" in shown(pilot)
        assert shown(pilot).splitlines()[0].split()[-1] == before
        await press(pilot, "up")
        assert "没有存" not in shown(pilot)
        await press(pilot, "enter", *"1", "enter")
        assert shown(pilot).splitlines()[0].split()[-1] != before


async def test_a_bracket_in_a_number_changes_the_section(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "group.records") as pilot:
        await press(pilot, "enter", "1", "]")
        assert cursor(pilot) == "lasting.review"
        await press(pilot, "left_square_bracket")
        assert cursor(pilot) == "group.sessions"
        assert "1]]" not in shown(pilot)


async def test_tab_writes_reason_and_evidence(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "work.problems") as pilot:
        await press(pilot, "tab")
        assert isinstance(pilot.app.focused, Writing)
        await press(pilot, *"两条[措施]1条已实施", "tab", *"调研报告", "enter", *"简报")
        await press(pilot, "escape")
        assert isinstance(pilot.app.focused, FormPage)
        assert cursor(pilot) == "work.problems"
        assert "理由  两条[措施]1条已实施" in shown(pilot)
        assert "佐证  调研报告；简报" in shown(pilot)
        await saved(pilot)
        answer = stored(cadre)["work.problems"]
        assert answer.reason.endswith("两条[措施]1条已实施")
        assert answer.evidence[-2:] == ("调研报告", "简报")


async def test_tab_right_after_a_digit_writes_about_what_was_just_rated(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "work.problems") as pilot:
        await press(pilot, "2", "tab")
        assert cursor(pilot) == "work.problems"
        number = next(row.view.number for row in screen(pilot).query(QuestionRow) if row.view.active)
        (title,) = [text for text in shown(pilot).splitlines() if "· 理由" in text]
        assert f"{number} 学习成果转化" in title or f"{number} " in title
        await press(pilot, *"已实施", "escape")
        await saved(pilot)
        assert stored(cadre)["work.problems"].reason.endswith("已实施")
        await press(pilot, "2", "down", "up", "tab")
        assert cursor(pilot) != "work.problems"


async def test_one_step_takes_a_whole_written_reason_back(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "work.problems") as pilot:
        before = stored(cadre)["work.problems"]
        await press(pilot, "tab", *"学用结合", "escape", "u")
        await saved(pilot)
        assert stored(cadre)["work.problems"] == before


async def test_missing_evidence_is_told_in_words(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "plan.hours") as pilot:
        await press(pilot, "tab", "tab", *["backspace"] * 40, "escape")
        assert "! 还缺佐证" in shown(pilot)
        assert "◐ 4/4" in shown(pilot)


async def test_a_long_text_is_written_in_lines(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "lasting.summary") as pilot:
        await press(pilot, "enter", *"上半年", "enter", *"下半年", "escape")
        assert "6 字" in shown(pilot) or "7 字" in shown(pilot)
        await saved(pilot)
        assert stored(cadre)["lasting.summary"].text == "上半年\n下半年"


async def test_next_form_is_one_key_away(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "group.equals") as pilot:
        await press(pilot, "1", "greater_than_sign")
        assert "四项素养" in shown(pilot)
        assert stored(cadre)["group.equals"].choice == "good"
        await press(pilot, "greater_than_sign")
        assert "最后一份" in shown(pilot)
        await press(pilot, "less_than_sign")
        assert cursor(pilot) == "group.support"


async def test_the_next_colleague_is_one_key_away(county: County, cadre: Session) -> None:
    async with opened(county, cadre, purpose=Purpose.PEER) as pilot:
        first = task_of(cadre, 0, Purpose.PEER).subject.name
        second = task_of(cadre, 1, Purpose.PEER).subject.name
        assert first in shown(pilot).splitlines()[0]
        await press(pilot, "1", "greater_than_sign")
        assert second in shown(pilot).splitlines()[0]
        assert stored(cadre, 0, Purpose.PEER)


async def test_f1_tells_the_whole_guidance(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "group.bodies") as pilot:
        criterion = responses.open_form(cadre, task_of(cadre)).checklist.criterion("group.bodies")
        assert criterion is not None
        assert criterion.guidance is not None
        assert criterion.guidance.say("zh") in screen(pilot).guidance()


async def test_f2_jumps_to_a_criterion(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "plan.personal") as pilot:
        await press(pilot, "f2", *"学习小结", "enter")
        await settle(pilot)
        assert cursor(pilot) == "lasting.summary"


async def test_a_resize_keeps_what_is_being_written(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "work.problems") as pilot:
        await press(pilot, "tab", *"新写的")
        for size in ((60, 15), (40, 10), (120, 40), (80, 24)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
        await press(pilot, *"理由", "escape")
        await saved(pilot)
        assert stored(cadre)["work.problems"].reason.endswith("新写的理由")


async def test_another_language_keeps_everything(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "group.equals") as pilot:
        await press(pilot, "1")
        await screen(pilot).action_language()
        await settle(pilot)
        assert cursor(pilot) == "group.support"
        assert "[1 Good]" in shown(pilot)


async def test_an_input_method_is_told_where_a_number_is_typed(county: County, cadre: Session) -> None:
    async with opened(county, cadre, "lasting.correction") as pilot:
        await press(pilot, "1", "enter", "2", "3")
        (row,) = [at for at, text in enumerate(shown(pilot).splitlines()) if "23_" in text]
        left = shown(pilot).splitlines()[row].split("23_")[0]
        assert pilot.app.cursor_position == (cell_len(left) + 2, row)
