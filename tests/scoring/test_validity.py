"""How much may stay blank, and who has the best grade: exact."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre_tui import checklists
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.checklists.checklist import Checklist, Grade
from cadre_tui.model.text import Text
from cadre_tui.scoring import missing, validity
from cadre_tui.scoring.sheet import Scorer
from cadre_tui.scoring.validity import Rated
from tests.services.small import PAIR

GRADES = """
[[grade]]
code = "fine"
text = "好"
min = 8
[[grade]]
code = "poor"
text = "差"
min = 0
"""
THREE = """
schema = 1
id = "t.three"
version = "1"
title = "三项"
total = 10
[[scale]]
id = "plain"
option = [{ code = "good", text = "好", score = 100 }, { code = "nil", text = "差", score = 0 }]
[[scale]]
id = "out"
option = [
  { code = "good", text = "好", score = 100 },
  { code = "nil", text = "差", score = 0 },
  { code = "unknown", text = "不了解" },
]
[[section]]
id = "all"
title = "全部"
[[section.criterion]]
id = "must"
kind = "rating"
text = "必答"
scale = "plain"
points = 4
[[section.criterion]]
id = "may"
kind = "rating"
text = "可空"
scale = "out"
points = 2
[[section.criterion]]
id = "said"
kind = "rating"
text = "要写理由"
scale = "out"
points = 3
reason = "required"
[[section.criterion]]
id = "then"
kind = "rating"
text = "不了解才问"
scale = "out"
points = 1
show_when = { criterion = "may", is = "unknown" }
"""
FIRST = Grade(code="first", text=Text("优秀"), min=Decimal("8"))


def pair(more: str = "") -> Checklist:
    return checklists.parse(PAIR + more, "pair.toml")


def rated(*choices: str, weight: str = "1", more: str = "") -> Rated:
    answers = {key: Answer(choice=each) for key, each in zip(("pair.one", "pair.two"), choices, strict=False)}
    return Rated(Scorer(pair(more)), answers, Decimal(weight))


def test_a_blank_is_filled_where_the_scale_has_an_option_without_a_score() -> None:
    checklist = checklists.parse(THREE, "three.toml")
    filled = validity.fill(checklist, {})
    assert filled.blank == ("may", "then")
    assert filled.answers == {"may": Answer(choice="unknown"), "then": Answer(choice="unknown")}
    assert [each.criterion for each in filled.owed] == ["must", "said"]
    assert filled.asked == 4


def test_what_was_written_beside_a_blank_stays() -> None:
    checklist = checklists.parse(THREE, "three.toml")
    filled = validity.fill(checklist, {"said": Answer(reason="没有共过事"), "must": Answer(choice="good")})
    assert filled.answers["said"] == Answer(choice="unknown", reason="没有共过事")
    assert filled.owed == ()


@pytest.mark.parametrize(
    ("share", "answered", "owes"), [("0.5", 1, 0), ("0.5", 0, 2), ("0.49", 1, 1), ("1", 0, 0), ("0", 2, 0)]
)
def test_up_to_the_share_nothing_is_owed_and_beyond_it_all(share: str, answered: int, owes: int) -> None:
    answers = rated(*("good",) * answered).answers
    assert len(validity.owed(pair(), answers, Decimal(share))) == owes


def test_without_the_rule_everything_is_owed() -> None:
    assert validity.owed(pair(), {}, None) == missing(pair(), {})
    assert validity.taken(pair(), {}, None) == {}


@given(st.decimals(0, 1, places=4), st.integers(0, 400))
def test_a_share_is_exact_and_never_rounded_up(share: Decimal, whole: int) -> None:
    most = validity.most(share, whole)
    assert Fraction(most) <= Fraction(share) * whole < most + 1
    assert validity.most_best(share, whole) == max(most, 1)


def test_three_tenths_of_ten_are_three() -> None:
    assert validity.most(Decimal("0.3"), 10) == 3
    assert validity.most_best(Decimal("0.4"), 2) == 1


def test_the_rounds_first_grade_decides_by_the_weighted_total() -> None:
    assert validity.best([rated("good", "half")], FIRST, 1)  # 6 + 2 = 8
    assert not validity.best([rated("half", "good")], FIRST, 1)  # 3 + 4 = 7
    assert not validity.best([rated("good", "good", weight="1"), rated("half", "half", weight="3")], FIRST, 1)
    assert validity.best([rated("good", "good", weight="3"), rated("half", "half", weight="0")], FIRST, 1)
    assert not validity.best([rated("unknown", "unknown")], FIRST, 1)
    assert not validity.best([], FIRST, 1)


def test_the_total_is_rounded_as_the_rounds_totals_are() -> None:
    grade = FIRST.model_copy(update={"min": Decimal("7.5")})
    two = [rated("half", "good", weight="5"), rated("good", "half", weight="4")]  # 7 × 5/9 + 8 × 4/9 = 7.44…
    assert not validity.best(two, grade, 1)
    assert validity.best(two, grade.model_copy(update={"min": Decimal("7.4")}), 1)


def test_without_grades_of_the_round_the_checklists_first_decides() -> None:
    assert validity.best([rated("good", "half", more=GRADES)], None, 1)
    assert not validity.best([rated("half", "good", more=GRADES)], None, 1)


def test_without_any_grade_the_best_option_on_all_that_is_scored_decides() -> None:
    assert validity.best([rated("good", "good")], None, 1)
    assert validity.best([rated("good", "unknown")], None, 1)
    assert not validity.best([rated("good", "half")], None, 1)
    assert not validity.best([rated("unknown", "unknown")], None, 1)
    assert not validity.best([rated("good", "good"), rated("half", "half")], None, 1)
