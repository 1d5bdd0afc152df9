"""Small checklists worked out by hand: rules 3 and 4 of "How a score is made", the sections and the total."""

from decimal import Decimal

import pytest

from tests.oracle.both import judged, scores, total
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

# Rule 3


def test_caps_hold_at_the_line_the_criterion_and_the_section():
    lines = [line("x", per=2, cap=8), line("y", per=1)]
    made = checklist(
        base(yes_no("a", 50)),
        bonus(count("b", cap=10, line=lines), yes_no("c", 4), cap=12),
    )
    # 10 x 2 = 20 -> 8; 8 + 5 = 13 -> 10; 10 + 4 = 14 -> 12; 50 + 12 = 62
    found = judged(made, YES_A | {"b": {"lines": {"x": 10, "y": 5}}, "c": {"yes": True}})
    assert scores(found) == {"a": 50.0, "b": 10.0, "c": 4.0}
    assert (scores(found, "sections"), found["total"]) == ({"base": 50.0, "bonus": 12.0}, 62.0)


def test_caps_hold_at_all_three_levels_of_a_penalty():
    lines = [line("x", per=-2, cap=8), line("y", per=-1)]
    made = checklist(
        base(yes_no("a", 50)),
        penalty(count("b", cap=10, line=lines), yes_no("c", -4), cap=12),
    )
    # the same with its minus: -8; -13 -> -10; -14 -> -12; 50 - 12 = 38
    found = judged(made, YES_A | {"b": {"lines": {"x": 10, "y": 5}}, "c": {"yes": True}})
    assert scores(found) == {"a": 50.0, "b": -10.0, "c": -4.0}
    assert (scores(found, "sections")["penalty"], found["total"]) == (-12.0, 38.0)


def test_a_penalty_may_be_of_every_kind_but_deduct():
    tier = [{"at_least": 6, "points": -4}, {"at_least": 3, "points": -1}]
    options = [{"code": "minor", "text": "轻", "points": -2}, {"code": "grave", "text": "重", "points": -6}]
    made = checklist(
        base(yes_no("a", 100)),
        penalty(
            rating("r", -10),
            yes_no("y", -5),
            criterion("c", "choice", option=options),
            count("n", per=Decimal("-0.5")),
            criterion("t", "tiers", tier=tier),
            ratio("q", -8),
        ),
    )
    answers = {
        "r": {"choice": "fair"},  # -8
        "y": {"yes": False},  # 0
        "c": {"choice": "grave"},  # -6
        "n": {"number": 3},  # -1.5
        "t": {"number": 5},  # -1
        "q": {"done": 1, "planned": 4},  # -2
    }
    found = judged(made, YES_A | answers)
    assert scores(found) == {"a": 100.0, "r": -8.0, "y": 0.0, "c": -6.0, "n": -1.5, "t": -1.0, "q": -2.0}
    assert found["total"] == 81.5


def test_a_count_of_credits_without_a_cap_goes_on():
    made = checklist(base(yes_no("a", 10)), bonus(count("b", per=2)))
    assert total(made, YES_A | {"b": {"number": 30}}) == 70.0


def test_a_section_in_which_nothing_has_a_score_has_none_and_keeps_its_points():
    made = checklist(base(rating("a", 40), name="one"), base(yes_no("b", 60), name="two"), total=100)
    found = judged(made, {"a": {"choice": "unknown"}, "b": {"yes": True}})
    assert found["sections"] == [
        {"id": "one", "score": None, "points": 40.0},
        {"id": "two", "score": 60.0, "points": 60.0},
    ]
    assert found["total"] == 100.0


# Rule 4


def test_rescaling_is_over_the_whole_checklist_and_sections_stand_before_it():
    made = checklist(
        base(yes_no("a", 10), yes_no("b", 30, allow_na=True), name="one"), base(ratio("c", 60), name="two")
    )
    # (10 + 30) x 100 / 70 = 57.142857...; section by section it would be 40 + 30 = 70
    found = judged(made, {"a": {"yes": True}, "b": {"na": True}, "c": {"number": 0.5}})
    assert (scores(found, "sections"), found["total"]) == ({"one": 10.0, "two": 30.0}, 57.14)


def test_bonus_and_penalty_are_never_rescaled():
    made = checklist(
        base(yes_no("a", 20), rating("b", 80)), bonus(count("c", per=1, cap=5)), penalty(count("d", per=-1))
    )
    answers = {"a": {"yes": True}, "b": {"choice": "unknown"}, "c": {"number": 3}, "d": {"number": 10}}
    assert total(made, answers) == 93.0  # 20 x 100 / 20 + 3 - 10


def test_a_total_may_go_above_the_points_of_the_base():
    assert total(checklist(base(yes_no("a", 100)), bonus(yes_no("b", 5))), YES_A | {"b": {"yes": True}}) == 105.0


def test_a_total_is_not_below_0_although_its_section_is():
    found = judged(checklist(base(yes_no("a", 3)), penalty(yes_no("b", -10))), YES_A | {"b": {"yes": True}})
    assert (found["total"], scores(found, "sections")) == (0.0, {"base": 3.0, "penalty": -10.0})


def test_the_floor_of_the_total_comes_after_all_its_parts():
    # 0 - 10 + 12 = 2, in whatever order the sections stand
    made = checklist(penalty(yes_no("b", -10)), bonus(yes_no("c", 12)), base(yes_no("a", 3)))
    assert total(made, {"a": {"yes": False}, "b": {"yes": True}, "c": {"yes": True}}) == 2.0


@pytest.mark.parametrize(
    ("share", "places", "rounded"),
    [
        ("0.82125", 2, 82.13),  # 82.125; rounding half to even would say 82.12
        ("0.82124", 2, 82.12),  # 82.124
        ("0.01005", 2, 1.01),  # 1.005, which no double holds
        ("0.02675", 2, 2.68),
        ("0.005", 0, 1.0),  # 0.5
        ("0.025", 0, 3.0),  # 2.5
        ("0.6665", 1, 66.7),  # 66.65
        ("0.123456", 4, 12.3456),
        ("0.1234565", 4, 12.3457),  # 12.34565
        ("0.99995", 2, 100.0),  # 99.995
    ],
)
def test_the_total_is_rounded_once_half_up(share, places, rounded):
    assert total(checklist(base(ratio("q", 100)), places=places), {"q": {"number": float(share)}}) == rounded


def test_thirds_and_twenty_fourths_are_exact():
    # 5/24 x 3 = 0.625 -> 0.63
    assert total(checklist(base(ratio("q", 3))), {"q": {"done": 5, "planned": 24}}) == 0.63
    # 1/3 x 1 + 1/6 x 1 = 0.5 -> 1 without places
    made = checklist(base(ratio("p", 1), ratio("q", 1)), places=0)
    assert total(made, {"p": {"done": 1, "planned": 3}, "q": {"done": 1, "planned": 6}}) == 1.0
    # seven sevenths of 10 are 10, and not 9.99
    made = checklist(base(*(ratio(f"q{n}", 10) for n in range(7))), total=70)
    assert total(made, {f"q{n}": {"done": 1, "planned": 7} for n in range(7)}) == 10.0


def test_nothing_is_rounded_before_the_total():
    # 3 x 1.004 = 3.012; rounded piece by piece it would be 3.00
    made = checklist(base(*(count(name, 2, per=Decimal("1.004")) for name in "abc")))
    found = judged(made, {name: {"number": 1} for name in "abc"})
    assert (found["total"], scores(found)["a"]) == (3.01, 1.004)


def test_criterion_and_section_scores_are_the_nearest_doubles():
    found = judged(
        checklist(base(ratio("p", 10), ratio("q", 10))), {name: {"done": 1, "planned": 3} for name in "pq"}
    )
    assert scores(found) == {"p": 3.3333333333333335, "q": 3.3333333333333335}
    assert scores(found, "sections") == {"base": 6.666666666666667}


def test_credits_alone_start_from_0():
    grades = [{"code": "full", "text": "修满", "min": 12}, {"code": "part", "text": "未修满", "min": 0}]
    made = checklist(bonus(count("a", per=3), yes_no("b", 2, required=False)), grades=grades)
    found = judged(made, {"a": {"number": 4}})
    assert (found["total"], found["grade"]) == (12.0, "full")
    assert judged(made, {"a": {"number": 3}, "b": {"yes": True}})["grade"] == "part"  # 9 + 2


def test_penalties_alone_come_to_0():
    assert total(checklist(penalty(yes_no("a", -5))), {"a": {"yes": True}}) == 0.0


def test_a_base_of_information_has_no_points_and_starts_from_0():
    made = checklist(base(criterion("t", "text", required=False)), bonus(yes_no("b", 5)))
    assert total(made, {"b": {"yes": True}}) == 5.0


def all_out(*sections):
    return checklist(base(rating("a", 60), yes_no("b", 40, allow_na=True)), *sections, grades=LADDER)


OUT = {"a": {"choice": "unknown"}, "b": {"na": True}}


def test_with_everything_out_there_is_no_total_and_no_grade():
    found = judged(all_out(bonus(yes_no("c", 5))), OUT | {"c": {"yes": True}})
    assert (found["total"], found["grade"], found["veto"]) == (None, None, None)
    assert scores(found, "sections") == {"base": None, "bonus": 5.0}


def test_with_everything_out_a_veto_still_gives_its_grade():
    made = all_out(penalty(yes_no("v", veto={"when": True, "grade": "fail"})))
    found = judged(made, OUT | {"v": {"yes": True}})
    assert (found["total"], found["grade"], found["veto"]) == (None, "fail", "v")


def test_points_of_0_that_are_in_do_not_make_a_base():
    found = judged(checklist(base(yes_no("a"), rating("b", 10))), {"a": {"yes": True}, "b": {"choice": "unknown"}})
    assert (found["total"], scores(found)) == (None, {"a": 0.0, "b": None})
