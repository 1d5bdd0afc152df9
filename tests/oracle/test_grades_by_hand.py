"""Small checklists worked out by hand: rule 5 of "How a score is made", conditions, and what is missing."""

from datetime import date
from decimal import Decimal

import pytest

from tests.oracle.both import gaps, judged, scores
from tests.oracle.written import (
    LADDER,
    YES_A,
    base,
    bonus,
    checklist,
    count,
    criterion,
    line,
    penalty,
    rating,
    ratio,
    yes_no,
)

# Rule 5


def graded(*vetoes, grades=LADDER):
    marks = [yes_no(f"v{n}", veto={"when": True, "grade": grade}) for n, grade in enumerate(vetoes)]
    return checklist(base(ratio("q", 100)), *([penalty(*marks)] if marks else []), grades=grades, places=1)


@pytest.mark.parametrize(
    ("share", "grade"),
    [
        (0.8995, "excellent"),  # 89.95 -> 90.0
        (0.8994, "pass"),  # 89.94 -> 89.9
        (0.6, "pass"),
        (0.5994, "fail"),  # 59.94 -> 59.9
        (0, "fail"),
    ],
)
def test_the_grade_is_the_first_whose_min_holds_on_the_rounded_total(share, grade):
    assert judged(graded(), {"q": {"number": share}})["grade"] == grade


def test_a_total_below_every_min_has_no_grade():
    found = judged(graded(grades=LADDER[:2]), {"q": {"number": 0.3}})
    assert (found["total"], found["grade"]) == (30.0, None)


def test_a_grade_may_require_more_than_points():
    need = [{"criterion": "n", "at_least": 20}, {"criterion": "y", "is": True}]
    grades = [LADDER[0] | {"require": need}, *LADDER[1:]]
    made = checklist(base(count("n", 90, per=9), yes_no("y", 10)), grades=grades)
    # 10 sessions fill the points already; the condition looks at their number
    assert judged(made, {"n": {"number": 10}, "y": {"yes": True}})["grade"] == "pass"
    assert judged(made, {"n": {"number": 20}, "y": {"yes": True}})["grade"] == "excellent"
    assert judged(made, {"n": {"number": 20}, "y": {"yes": False}})["grade"] == "pass"  # 90, but y is no


def test_two_grades_may_have_the_same_min_where_the_first_requires_more():
    grades = [
        {"code": "model", "text": "示范", "min": 90, "require": [{"criterion": "t", "at_least": 5}]},
        *LADDER,
    ]
    made = checklist(base(yes_no("a", 100), criterion("t", "number")), grades=grades)
    assert judged(made, YES_A | {"t": {"number": 5}})["grade"] == "model"
    assert judged(made, YES_A | {"t": {"number": 4}})["grade"] == "excellent"
    assert judged(made, YES_A)["grade"] == "excellent"  # unanswered: the condition does not hold


def with_vetoes(found_yes, *vetoes, share):
    marks = {f"v{n}": {"yes": n in found_yes} for n in range(len(vetoes))}
    found = judged(graded(*vetoes), {"q": {"number": share}} | marks)
    assert found["total"] == share * 100
    return found["grade"], found["veto"]


def test_a_veto_gives_its_grade_and_leaves_the_total():
    assert with_vetoes({0}, "fail", share=0.95) == ("fail", "v0")
    assert with_vetoes(set(), "fail", share=0.95) == ("excellent", None)


def test_of_several_vetoes_the_lowest_holds_and_the_first_of_its_kind_is_named():
    assert with_vetoes({0, 1, 2}, "pass", "fail", "fail", share=0.95) == ("fail", "v1")
    assert with_vetoes({0, 2}, "pass", "fail", "fail", share=0.95) == ("fail", "v2")
    assert with_vetoes({0, 1}, "fail", "pass", share=0.95) == ("fail", "v0")
    assert with_vetoes({0}, "pass", "fail", "fail", share=0.95) == ("pass", "v0")


def test_a_veto_never_lifts_a_grade_but_is_named():
    assert with_vetoes({0}, "pass", share=0.25) == ("fail", "v0")
    assert with_vetoes({0}, "pass", share=0.75) == ("pass", "v0")


def test_a_veto_gives_its_grade_where_no_other_is_earned():
    found = judged(graded("pass", grades=LADDER[:2]), {"q": {"number": 0.25}, "v0": {"yes": True}})
    assert (found["total"], found["grade"], found["veto"]) == (25.0, "pass", "v0")


def test_a_veto_does_not_hold_on_what_is_hidden_not_applicable_or_unanswered():
    when = {"when": False, "grade": "fail"}
    made = checklist(
        base(ratio("q", 100)),
        bonus(
            yes_no("na", allow_na=True, veto=when),
            yes_no("hidden", show_when={"criterion": "q", "at_least": 1}, veto=when),
            yes_no("unanswered", veto=when),
        ),
        grades=LADDER,
    )
    found = judged(made, {"q": {"number": 0.9}, "na": {"na": True}, "hidden": {"yes": False}})
    assert (found["grade"], found["veto"]) == ("excellent", None)
    assert judged(made, {"q": {"number": 1}, "hidden": {"yes": False}})["veto"] == "hidden"


def test_a_veto_may_have_the_keys_of_a_condition():
    deductions = criterion(
        "d",
        "deduct",
        100,
        line=[line("x", per=1, cap=5)],
        veto={"when": {"line": "x", "at_least": 8}, "grade": "fail"},
    )
    made = checklist(base(deductions), grades=LADDER)
    # the line takes 5 at most, but the condition looks at the answer
    assert [judged(made, {"d": {"lines": {"x": n}}})["grade"] for n in (7, 8)] == ["excellent", "fail"]
    codes = rating("r", 100, veto={"when": {"any_of": ["poor", "unknown"]}, "grade": "fail"})
    made = checklist(base(codes), grades=LADDER)
    assert judged(made, {"r": {"choice": "average"}})["grade"] == "pass"  # 62.5
    found = judged(made, {"r": {"choice": "unknown"}})
    assert (found["total"], found["grade"], found["veto"]) == (None, "fail", "r")


def test_a_veto_may_look_at_another_criterion_but_not_while_its_own_is_hidden():
    when = {"when": {"criterion": "a", "is": False}, "grade": "fail"}
    made = checklist(
        base(yes_no("a", 10), yes_no("b", 90)),
        penalty(yes_no("v", show_when={"criterion": "b", "is": True}, veto=when)),
        grades=LADDER,
    )
    found = judged(made, {"a": {"yes": False}, "b": {"yes": True}, "v": {"yes": False}})
    assert (found["total"], found["grade"], found["veto"]) == (90.0, "fail", "v")
    assert judged(made, {"a": {"yes": False}, "b": {"yes": False}, "v": {"yes": False}})["veto"] is None


# Conditions


@pytest.mark.parametrize(
    ("asked", "condition", "holding", "failing"),
    [
        (
            ratio("q", 10),
            {"at_least": Decimal("0.875")},
            [{"done": 7, "planned": 8}, {"number": 0.875}, {"done": 9, "planned": 8}],
            [{"number": 0.8749}, {"done": 6, "planned": 7}],
        ),
        (ratio("q", 10), {"is": 1}, [{"done": 9, "planned": 8}, {"number": 1}], [{"number": 0.99}]),
        (
            criterion("q", "date"),
            {"at_least": date(2026, 3, 1), "at_most": date(2026, 3, 31)},
            [{"date": "2026-03-01"}, {"date": "2026-03-31"}],
            [{"date": "2026-02-28"}, {"date": "2026-04-01"}],
        ),
        (criterion("q", "number"), {"at_most": -1}, [{"number": -1}, {"number": -2}], [{"number": 0}]),
        (
            count("q", 10, per=1),
            {"any_of": [2, Decimal("3.5")]},
            [{"number": 2}, {"number": 3.5}],
            [{"number": 3}],
        ),
        (
            criterion("q", "deduct", 10, line=[line("x", per=1), line("y", between=[1, 5])]),
            {"line": "y", "at_most": 2},
            [{"lines": {"x": 3}}, {"lines": {"y": 2}}],  # a line left out counts 0
            [{"lines": {"y": 2.5}}],
        ),
        (rating("q", 10), {"is": "unknown"}, [{"choice": "unknown"}], [{"choice": "good"}]),
    ],
)
def test_conditions_look_at_the_answer(asked, condition, holding, failing):
    made = checklist(base(asked, yes_no("then", 10, show_when={"criterion": "q"} | condition)))
    for answer in holding:
        assert scores(judged(made, {"q": answer, "then": {"yes": True}}))["then"] == 10.0, answer
    for answer in [*failing, None]:
        answers = {"then": {"yes": True}} | ({} if answer is None else {"q": answer})
        assert scores(judged(made, answers))["then"] is None, answer


# What is missing


def test_evidence_and_reasons_are_named_where_they_are_owed_and_touch_no_score():
    made = checklist(
        base(
            rating("best", 10, evidence="extremes", reason="extremes"),
            rating("worst", 10, evidence="extremes"),
            rating("middle", 10, evidence="extremes", reason="extremes"),
            rating("unknown", 10, evidence="extremes", reason="extremes"),
            rating("always", 10, evidence="required", reason="required"),
            yes_no("never", 10, evidence="none", reason="none", allow_na=True),
            yes_no("na", 40, evidence="required", reason="required", allow_na=True),
        )
    )
    answers = {
        "best": {"choice": "good", "reason": "", "evidence": []},
        "worst": {"choice": "poor", "evidence": ["学习记录.docx"]},
        "middle": {"choice": "fair"},
        "unknown": {"choice": "unknown"},
        "always": {"choice": "unknown", "reason": "刚调入，不了解。"},
        "never": {"yes": True},
        "na": {"na": True},
    }
    found = judged(made, answers)
    assert gaps(found) == [("best", "evidence"), ("best", "reason"), ("always", "evidence")]
    assert found["total"] == 80.0  # (10 + 4 + 8 + 10) x 100 / 40
    for answer in answers.values():
        answer |= {"reason": "因为认真。", "evidence": ["学习计划.docx"]}
    found = judged(made, answers)
    assert (gaps(found), found["total"]) == ([], 80.0)


def test_the_extremes_of_a_choice_are_its_most_and_its_fewest_points():
    options = [{"code": code, "text": code, "points": points} for code, points in (("a", 2), ("b", 5), ("c", 0))]
    made = checklist(base(criterion("q", "choice", 5, option=options, reason="extremes")))
    owing = [code for code in "abc" if gaps(judged(made, {"q": {"choice": code}})) == [("q", "reason")]]
    assert owing == ["b", "c"]


def test_what_is_nothing_but_blanks_is_missing():
    made = checklist(base(yes_no("a", 10, evidence="required", reason="required"), criterion("t", "text")))
    found = judged(made, {"a": {"yes": True, "reason": " ", "evidence": [" ", "　"]}, "t": {"text": "\u3000"}})
    assert gaps(found) == [("a", "evidence"), ("a", "reason"), ("t", "answer")]
