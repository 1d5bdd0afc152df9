"""The reason for every number, worded so that it can be worked out again by hand."""

from fractions import Fraction
from typing import Any

import pytest

from cadre_tui.locale import use
from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.words.figures import figure
from cadre_tui.words.results.steps import SENTENCES, sentence
from tests.examples.writing import answered, rating, read, section, yes_no

LINE = '[[section.criterion.line]]\nid = "one"\ntext = "缺报告"\nper = 6\ncap = 20\n'
COUNT = 'id = "c"\nkind = "count"\ntext = "次"\nper = 1.5\npoints = 30'
DEDUCT = f'id = "d"\nkind = "deduct"\ntext = "扣"\npoints = 20\n{LINE}'
TIERS = 'id = "t"\nkind = "tiers"\ntext = "档"\npoints = 5\ntier = [{ at_least = 80, points = 5 }]'
RATIO = 'id = "r"\nkind = "ratio"\ntext = "率"\npoints = 3'


def why(written: str, answer: dict[str, Any] | None, head: str = "", top: str = "") -> list[str]:
    checklist = read(section(written, head=head), head=top)
    criterion = next(checklist.criteria())
    sheet = answered(checklist, {} if answer is None else {criterion.id: answer})
    return [sentence(step, checklist, "zh") for step in sheet.criteria[0].why]


@pytest.mark.parametrize(
    ("written", "answer", "words"),
    [
        (rating("a", "20"), {"choice": "fair"}, ["较好 80 ÷ 100 × 20 = 16"]),
        (rating("a", "20"), {"choice": "unknown"}, ["选了“不了解”，这个选项没有得分，这一项不计入"]),
        (rating("a", "20"), None, ["没有回答，计 0 分"]),
        (yes_no("a"), {"yes": True}, ["“是”计 10 分"]),
        (yes_no("a"), {"yes": False}, ["“否”计 0 分"]),
        (yes_no("a", "10", "allow_na = true"), {"na": True}, ["不适用，不计入，分值 10 从总分值中减去"]),
        (COUNT, {"number": 21}, ["21 × 1.5 = 31.5，封顶 30，计 30"]),
        (COUNT, {"number": 4}, ["4 × 1.5 = 6"]),
        (DEDUCT, {"lines": {"one": 2}}, ["缺报告 2 × 6 = 12", "20 − 12 = 8"]),
        (DEDUCT, {"lines": {"one": 4}},
         ["缺报告 4 × 6 = 24，封顶 20，计 20", "20 − 20 = 0"]),
        (TIERS, {"number": 90},
         ["填 90，达到 80 这一档，计 5 分"]),
        (TIERS, {"number": 79.5},
         ["79.5 没有达到最低一档 80，计 0 分"]),
        (RATIO, {"done": 5, "planned": 24}, ["5 ÷ 24 × 3 = 0.625"]),
        (RATIO, {"done": 1, "planned": 7}, ["1 ÷ 7 × 3 ≈ 0.4286"]),
        (RATIO, {"done": 9, "planned": 8}, ["完成多于计划，按 1 计：1 × 3 = 3"]),
        (RATIO, {"number": 0.5}, ["0.5 × 3 = 1.5"]),
    ],
)  # fmt: skip
def test_each_number_has_its_sum(written: str, answer: dict[str, Any] | None, words: list[str]) -> None:
    assert why(written, answer) == words


def test_a_deduction_below_zero_says_so() -> None:
    line = '[[section.criterion.line]]\nid = "one"\ntext = "缺报告"\nper = 6\n'
    written = f'id = "d"\nkind = "deduct"\ntext = "扣"\npoints = 20\n{line}'
    assert why(written, {"lines": {"one": 4}}) == ["缺报告 4 × 6 = 24", "20 − 24 = -4，不低于 0"]


def test_the_total_is_told_to_its_last_step() -> None:
    penalty = section(yes_no("p", "-5"), head='kind = "penalty"', section_id="p")
    grades = '\n[[grade]]\ncode = "ok"\ntext = "合格"\nmin = 30\n'
    checklist = read(section(rating("a"), rating("b", "30")), penalty, grades)
    sheet = answered(checklist, {"a": {"choice": "unknown"}, "b": {"choice": "fair"}, "p": {"yes": True}})
    assert [sentence(step, checklist, "zh") for step in sheet.why] == [
        "节：各项合计 24，计入的分值 30",
        "节（罚分）：各项合计 -5",
        "基本分按计入的分值折算：24 ÷ 30 × 40 = 32",
        "加上加分、罚分：32 − 5 = 27",
        "27 没有达到任何一个等次",
    ]


def test_a_step_of_a_kind_from_elsewhere_is_told_by_its_result() -> None:
    checklist = read(section(yes_no("a")))
    assert sentence(Step(code="qinghe.map", values={"result": Fraction(3, 2)}), checklist, "zh") == "计 1.5 分"


def test_english_is_spoken_too() -> None:
    use("en")
    checklist = read(section(yes_no("a")))
    sheet = answered(checklist, {"a": {"yes": True}})
    assert sentence(sheet.criteria[0].why[0], checklist, "en") == "yes: 10"
    assert len({*SENTENCES}) == len(SENTENCES)


@pytest.mark.parametrize(
    ("number", "words"),
    [("16", "16"), ("31/2", "15.5"), ("1/3", "≈0.3333"), ("-2/3", "≈-0.6667"), ("0", "0"),
     ("1/1024", "≈0.001"), ("1/256", "0.00390625")],
)  # fmt: skip
def test_a_figure_says_when_it_is_not_the_whole_number(number: str, words: str) -> None:
    assert figure(Fraction(number)) == words
