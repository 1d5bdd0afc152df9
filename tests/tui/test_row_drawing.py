"""What a row of the form says: vetoes, scores so far, the table's columns, the keys below."""

from decimal import Decimal

import pytest

from cadre_tui import checklists
from cadre_tui.model.answers.answer import Answer
from cadre_tui.tui.answers.row_drawing import draw_row
from cadre_tui.tui.drawing.glyphs import UNICODE
from cadre_tui.tui.drawing.parts import plain
from cadre_tui.tui.form.actions import idle_at
from cadre_tui.tui.form.state import FormState
from cadre_tui.tui.form.words import section_title
from tests.tui.forms import every_kind, filling

LONG_LINE = "与岗位、短板结合不紧，没有列出要解决的问题"

VETOING = f"""
schema = 1
id = "t.veto"
version = "1"
title = "一票否决"
total = 16

[[grade]]
code = "good"
text = "好"
min = 10

[[grade]]
code = "poor"
text = "差"
min = 0

[[section]]
id = "one"
title = "学习"
  [[section.criterion]]
  id = "share"
  kind = "ratio"
  text = "集中学习"
  points = 6
  [[section.criterion]]
  id = "deduct"
  kind = "deduct"
  text = "学习计划"
  points = 10
    [[section.criterion.line]]
    id = "thin"
    text = "{LONG_LINE}"
    per = 1
    cap = 10

[[section]]
id = "two"
title = "纪律"
kind = "penalty"
  [[section.criterion]]
  id = "breach"
  kind = "yes_no"
  text = "是否受到处分"
  points = 0
  veto = {{ when = true, grade = "poor" }}
"""


def said(state: FormState, criterion: str, width: int = 80) -> str:
    return "\n".join(plain(each) for each in draw_row(state.view(criterion, "zh"), width, UNICODE))


def vetoing(**answers: Answer) -> FormState:
    state, _ = filling(checklists.parse(VETOING, "veto.toml"), answers=answers)
    return state


def test_only_the_answer_that_vetoes_says_so() -> None:
    text = said(vetoing(), "breach")
    assert "1 是（一票否决）" in text
    assert text.count("一票否决") == 1


def test_a_score_so_far_has_two_decimals_at_most() -> None:
    state = vetoing(share=Answer(done=Decimal(5), planned=Decimal(9)))
    assert "3.33/6 分" in said(state, "share")


@pytest.mark.parametrize("width", [100, 110, 140])
def test_the_contents_have_the_room_that_the_reason_does_not_need(width: int) -> None:
    lines = said(vetoing(), "deduct", width).splitlines()
    assert "扣分原因" in lines[1]
    assert any(LONG_LINE in each for each in lines)


def test_the_bottom_line_leaves_out_what_a_criterion_does_not_take() -> None:
    state, _ = filling(every_kind())
    idle = {each: idle_at(state.criteria[each], state.drawing(each)) for each in ("rating", "yes", "tiers", "text")}
    assert idle == {
        "rating": {"not_applicable", "open"},
        "yes": {"open"},
        "tiers": {"not_applicable", "answer"},
        "text": {"not_applicable", "answer", "notes"},
    }


def test_a_section_of_vetoes_is_not_called_one_of_deductions() -> None:
    state = vetoing()
    state.go("breach")
    assert "扣分项" not in plain(section_title(state, "zh", 60, UNICODE))
