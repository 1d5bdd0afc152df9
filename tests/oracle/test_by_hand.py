"""Small checklists worked out by hand: the table of kinds, and rules 1 and 2 of "How a score is made".

Every one is also given to the second scorer (``judged``), so that neither of the two can be wrong alone.
"""

import json
from decimal import Decimal

import pytest

from tests.examples import AGENCY, AGENCY_RESPONSE
from tests.oracle.both import answered, expected, gaps, judged, scores, total
from tests.oracle.written import YES_A, base, bonus, checklist, count, criterion, line, penalty, rating, ratio, yes_no


def test_the_example_of_the_format_page():
    # plan: good of 20 = 20; 21 sessions x 1.5 = 31.5, at most 30; no station asked of this office: 10 points out.
    # work: 40 - 2 x 5 - 3 = 27. (50 + 27) x 100 / 90 = 85.55...; one county article: + 1 = 86.55... -> 86.6
    text, written = AGENCY.read_text(encoding="utf-8"), AGENCY_RESPONSE.read_bytes()
    found = answered(text, written)
    assert found == expected(text, written)
    assert (found["total"], found["grade"], found["veto"], found["missing"]) == (86.6, "pass", None, [])
    assert scores(found, "sections") == {"plan": 50.0, "work": 27.0, "extra": 1.0, "conduct": 0.0}
    assert scores(found)["plan.station"] is None
    answers = json.loads(written)
    answers["answers"]["conduct.fake"] = {"yes": True}
    found = answered(text, json.dumps(answers).encode())
    assert (found["total"], found["grade"], found["veto"]) == (86.6, "fail", "conduct.fake")


# The table of kinds


@pytest.mark.parametrize(("choice", "score"), [("good", 8.0), ("fair", 6.4), ("average", 5.0), ("poor", 3.2)])
def test_a_rating_earns_its_share_of_the_points(choice, score):
    # 8 x 100 %, 8 x 80 %, 8 x 62.5 %, 8 x 40 %
    assert scores(judged(checklist(base(rating("a", 8))), {"a": {"choice": choice}})) == {"a": score}


def test_yes_earns_the_points_and_no_nothing():
    made = checklist(base(yes_no("a", 7), yes_no("b", 3)))
    assert scores(judged(made, {"a": {"yes": True}, "b": {"yes": False}})) == {"a": 7.0, "b": 0.0}


def test_a_choice_earns_the_points_of_its_option():
    options = [{"code": code, "text": code, "points": points} for code, points in (("a", 2), ("b", 5), ("c", 0))]
    made = checklist(base(criterion("q", "choice", 5, option=options)))
    assert [total(made, {"q": {"choice": code}}) for code in "abc"] == [2.0, 5.0, 0.0]


def deducting():
    lines = [
        line("late", per=3),
        line("absent", per=5, cap=20),
        line("weak", between=[2, 8]),
        line("careless", between=[1, 9], cap=4),
    ]
    return checklist(base(criterion("q", "deduct", 40, line=lines)))


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        ({}, 40),  # a line left out counts 0
        ({"late": 2}, 34),  # 40 - 2 x 3
        ({"absent": 6}, 20),  # 6 x 5 = 30, but at most 20
        ({"weak": 2.5, "careless": 0}, 37.5),  # the amounts that the rater picked; 0 is nothing found
        ({"careless": 9}, 36),  # 9, but at most 4
        ({"late": 1, "absent": 4, "weak": 8, "careless": 9}, 5),  # 40 - 3 - 20 - 8 - 4
        ({"late": 7, "absent": 4}, 0),  # 40 - 21 - 20 = -1, never below 0
    ],
)
def test_deduct_starts_full_and_loses_line_by_line(lines, left):
    assert total(deducting(), {"q": {"lines": lines}}) == left


def test_a_count_in_the_base_takes_its_points_as_its_cap():
    made = checklist(base(count("q", 30, per=Decimal("1.5"))))
    assert total(made, {"q": {"number": 19}}) == 28.5
    assert total(made, {"q": {"number": 21}}) == 30.0  # 31.5


def test_a_count_sums_its_lines_each_up_to_its_own_cap():
    lines = [line("county", per=1), line("province", per=3, cap=6)]
    made = checklist(base(count("q", 10, line=lines)))
    assert total(made, {"q": {"lines": {"county": 2, "province": 1}}}) == 5.0  # 2 + 3
    assert total(made, {"q": {"lines": {"county": 2, "province": 5}}}) == 8.0  # 2 + 6 (15)
    assert total(made, {"q": {"lines": {"county": 9, "province": 2}}}) == 10.0  # 9 + 6 = 15, at most 10
    assert total(made, {"q": {"lines": {"province": 1}}}) == 3.0


def test_the_cap_of_a_count_may_stand_below_its_points():
    # at most 8 of 10; the total stays measured against 10
    assert total(checklist(base(count("q", 10, per=1, cap=8))), {"q": {"number": 50}}) == 8.0


@pytest.mark.parametrize(("number", "points"), [(80, 10), (79.99, 6), (60, 6), (59, 1), (12, 1), (11.9, 0), (0, 0)])
def test_the_first_tier_that_is_reached_counts(number, points):
    tier = [{"at_least": limit, "points": earned} for limit, earned in ((80, 10), (60, 6), (12, 1))]
    assert total(checklist(base(criterion("q", "tiers", 10, tier=tier))), {"q": {"number": number}}) == points


@pytest.mark.parametrize(
    ("answer", "score"),
    [
        ({"number": 0.875}, 7.0),
        ({"done": 7, "planned": 8}, 7.0),
        ({"done": 9, "planned": 8}, 8.0),  # more than planned counts as 1
        ({"done": 0, "planned": 5}, 0.0),
        ({"done": 0.5, "planned": 0.8}, 5.0),  # 8 x 5/8
    ],
)
def test_a_ratio_earns_its_share_of_the_points(answer, score):
    assert total(checklist(base(ratio("q", 8))), {"q": answer}) == score


def test_numbers_texts_and_dates_have_no_score_and_no_weight():
    made = checklist(
        base(criterion("n", "number"), criterion("t", "text"), criterion("d", "date"), yes_no("q", 10)), total=10
    )
    answers = {"n": {"number": -5}, "t": {"text": "已学"}, "d": {"date": "2026-11-01"}, "q": {"yes": True}}
    found = judged(made, answers)
    assert scores(found) == {"n": None, "t": None, "d": None, "q": 10.0}
    assert found["total"] == 10.0


# Rule 1


def test_required_and_unanswered_is_0_in_the_denominator_and_named():
    # 60 of 100, not 60 of 60
    found = judged(checklist(base(yes_no("a", 60), criterion("b", "deduct", 40, line=[line("x", per=1)]))), YES_A)
    assert (found["total"], gaps(found)) == (60.0, [("b", "answer")])
    assert scores(found) == {"a": 60.0, "b": 0.0}


def test_optional_and_unanswered_is_out_and_not_named():
    made = checklist(
        base(yes_no("a", 10), criterion("t", "text", required=False)),
        bonus(yes_no("b", 5, required=False), yes_no("c", 5)),
    )
    found = judged(made, YES_A)
    assert scores(found) == {"a": 10.0, "t": None, "b": None, "c": 0.0}
    assert gaps(found) == [("c", "answer")]


def test_required_information_that_is_missing_is_named_but_costs_nothing():
    found = judged(checklist(base(yes_no("a", 10), criterion("t", "text"))), YES_A)
    assert (found["total"], gaps(found)) == (10.0, [("t", "answer")])


# Rule 2


def three(**keys):
    return checklist(base(rating("a", 20, allow_na=True), rating("b", 30), ratio("c", 50)), **keys)


NA_UNKNOWN = {"a": {"na": True}, "b": {"choice": "unknown"}, "c": {"number": 0.8}}


@pytest.mark.parametrize(
    ("rule", "all_in", "first"),
    [
        (None, 80.0, None),  # 40 of 50: rescale is what stands where nothing is written
        ("rescale", 80.0, None),
        ("full", 85.71, 20.0),  # (20 + 40) x 100 / 70: 不了解 is out whatever the rule says
        ("zero", 57.14, 0.0),  # 40 x 100 / 70
    ],
)
def test_not_applicable_goes_by_the_rule_and_no_score_is_always_out(rule, all_in, first):
    found = judged(three(**({"na_rule": rule} if rule else {})), NA_UNKNOWN)
    assert found["total"] == all_in
    assert scores(found) == {"a": first, "b": None, "c": 40.0}


@pytest.mark.parametrize("rule", ["rescale", "full", "zero"])
def test_not_applicable_adds_nothing_outside_the_base(rule):
    made = checklist(
        base(yes_no("a", 10)),
        bonus(yes_no("b", 5, allow_na=True)),
        penalty(yes_no("c", -5, allow_na=True)),
        na_rule=rule,
    )
    found = judged(made, YES_A | {"b": {"na": True}, "c": {"na": True}})
    assert found["total"] == 10.0
    assert scores(found) == {"a": 10.0, "b": None, "c": None}
    assert scores(found, "sections") == {"base": 10.0, "bonus": None, "penalty": None}


def test_a_hidden_criterion_is_out_and_its_answer_ignored():
    asked = {"criterion": "a", "is": True}
    made = checklist(base(yes_no("a", 10), ratio("b", 90, show_when=asked, evidence="required")), total=100)
    shown = judged(made, {"a": {"yes": True}, "b": {"number": 0.5}})
    assert (shown["total"], gaps(shown)) == (55.0, [("b", "evidence")])  # 10 + 45
    hidden = judged(made, {"a": {"yes": False}, "b": {"number": 0.5}})
    assert (hidden["total"], gaps(hidden), scores(hidden)["b"]) == (0.0, [], None)  # 0 of 10
    assert gaps(judged(made, {})) == [("a", "answer")]


def test_what_hangs_on_a_hidden_criterion_is_hidden_too():
    made = checklist(
        base(
            yes_no("a", 10),
            yes_no("b", 20, show_when={"criterion": "a", "is": True}),
            yes_no("c", 30, show_when={"criterion": "b", "is": True}),
            yes_no("d", 40),
        )
    )
    # a says no, so b is hidden although it is answered, so c is hidden: 40 of 50
    every = {name: {"yes": True} for name in "abcd"}
    assert total(made, every) == 100.0
    found = judged(made, every | {"a": {"yes": False}})
    assert (found["total"], scores(found)) == (80.0, {"a": 0.0, "b": None, "c": None, "d": 40.0})
