"""Each sentence of "How a score is made", with numbers that can be worked out by hand."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_tui import scoring
from tests.examples.writing import answered, rating, read, section, yes_no

GRADES = """
[[grade]]
code = "high"
text = "高"
min = 90
[[grade]]
code = "middle"
text = "中"
min = 60
[[grade]]
code = "low"
text = "低"
min = 0
"""


@pytest.mark.parametrize(
    ("rule", "total", "score"),
    # good 10 of 10 and not applicable 30: rescaled 10/10 × 40 = 40; full 10 + 30; zero 10 + 0
    [("rescale", 40, None), ("full", 40, 30), ("zero", 10, 0)],
)
def test_not_applicable_follows_the_rule(rule: str, total: int, score: int | None) -> None:
    checklist = read(section(rating("a"), yes_no("b", "30", "allow_na = true")), head=f'na_rule = "{rule}"')
    sheet = answered(checklist, {"a": {"choice": "good"}, "b": {"na": True}})
    assert (sheet.total, sheet.criteria[1].score) == (total, score)


def test_full_and_rescale_differ_where_the_rest_is_not_full() -> None:
    # fair is 8 of 10: rescaled 8/10 × 40 = 32; full 8 + 30 = 38
    parts = section(rating("a"), yes_no("b", "30", "allow_na = true"))
    answers = {"a": {"choice": "fair"}, "b": {"na": True}}
    assert answered(read(parts, head='na_rule = "rescale"'), answers).total == 32
    assert answered(read(parts, head='na_rule = "full"'), answers).total == 38


@pytest.mark.parametrize("rule", ["rescale", "full", "zero"])
def test_outside_the_base_not_applicable_adds_nothing_and_has_no_score(rule: str) -> None:
    bonus = section(yes_no("c", "5", "allow_na = true"), head='kind = "bonus"', section_id="more")
    checklist = read(section(rating("a")), bonus, head=f'na_rule = "{rule}"')
    sheet = answered(checklist, {"a": {"choice": "good"}, "c": {"na": True}})
    assert (sheet.total, sheet.criteria[1].score, sheet.sections[1].score) == (10, None, None)


def test_an_option_without_a_score_is_out_whatever_the_rule() -> None:
    checklist = read(section(rating("a"), rating("b", "30")), head='na_rule = "full"')
    sheet = answered(checklist, {"a": {"choice": "fair"}, "b": {"choice": "unknown"}})
    assert (sheet.total, sheet.criteria[1].score) == (32, None)  # 8 ÷ 10 × 40


def test_where_nothing_of_the_base_is_in_only_a_veto_gives_a_grade() -> None:
    veto = yes_no("v", "0", 'veto = { when = true, grade = "low" }')
    checklist = read(section(rating("a", "100")), section(veto, head='kind = "penalty"', section_id="p"), GRADES)
    out = {"a": {"choice": "unknown"}}
    sheet = answered(checklist, {**out, "v": {"yes": False}})
    assert (sheet.total, sheet.grade, sheet.veto) == (None, None, None)
    sheet = answered(checklist, {**out, "v": {"yes": True}})
    assert (sheet.total, sheet.grade, sheet.veto) == (None, "low", "v")


def test_credits_alone_start_from_zero() -> None:
    count = 'id = "c"\nkind = "count"\ntext = "次"\nper = 2'
    checklist = read(section(count, head='kind = "bonus"\ncap = 7'))
    assert checklist.total == 0
    assert answered(checklist, {"c": {"number": 3}}).total == 6
    assert answered(checklist, {"c": {"number": 4}}).total == 7
    assert answered(checklist, {}).total == 0


def test_penalties_take_up_to_their_caps_and_never_below_zero() -> None:
    count = 'id = "c"\nkind = "count"\ntext = "次"\nper = -2\ncap = 5'
    other = yes_no("d", "-4")
    checklist = read(section(rating("a")), section(count, other, head='kind = "penalty"\ncap = 8', section_id="p"))
    best = {"a": {"choice": "good"}}
    # 10 − 2 × 2 = 6; 10 − min(5, 6) = 5; 10 − min(8, 5 + 4) = 2
    assert answered(checklist, {**best, "c": {"number": 2}, "d": {"yes": False}}).total == 6
    assert answered(checklist, {**best, "c": {"number": 3}, "d": {"yes": False}}).total == 5
    sheet = answered(checklist, {**best, "c": {"number": 3}, "d": {"yes": True}})
    assert (sheet.total, sheet.sections[1].score) == (2, -8)
    # 4 − 8 = −4: 0
    assert answered(checklist, {"a": {"choice": "poor"}, "c": {"number": 3}, "d": {"yes": True}}).total == 0


def test_bonus_and_penalty_are_never_rescaled() -> None:
    # base: 10 of 10 in, × 40 ÷ 10 = 40; bonus 5 stays 5
    bonus = section(yes_no("c", "5"), head='kind = "bonus"', section_id="more")
    checklist = read(section(rating("a"), rating("b", "30")), bonus)
    answers = {"a": {"choice": "good"}, "b": {"choice": "unknown"}, "c": {"yes": True}}
    assert answered(checklist, answers).total == 45


def test_a_total_is_rounded_once_half_up() -> None:
    # 5 ÷ 24 × 3 = 0.625 exactly: 0.63 and not 0.62
    checklist = read(section('id = "r"\nkind = "ratio"\ntext = "率"\npoints = 3'), head="rounding = { places = 2 }")
    sheet = answered(checklist, {"r": {"done": 5, "planned": 24}})
    assert sheet.total == Decimal("0.63")
    assert sheet.criteria[0].score == Fraction(5, 8)


def test_vetoes_never_lift_and_the_lowest_holds() -> None:
    vetoes = section(
        yes_no("x", "0", 'veto = { when = true, grade = "middle" }'),
        yes_no("y", "0", 'veto = { when = { is = true }, grade = "low" }'),
        yes_no("z", "0", 'veto = { when = true, grade = "low" }'),
        head='kind = "penalty"', section_id="p",
    )  # fmt: skip
    checklist = read(section(rating("a", "100")), vetoes, GRADES)

    def graded(choice: str, *yes: str) -> tuple[str | None, str | None]:
        sheet = answered(checklist, {"a": {"choice": choice}, **{each: {"yes": each in yes} for each in "xyz"}})
        return sheet.grade, sheet.veto

    assert graded("good") == ("high", None)
    assert graded("good", "x") == ("middle", "x")
    assert graded("good", "x", "z", "y") == ("low", "y")
    assert graded("poor", "x") == ("low", "x")  # 40 is 低 already; the veto is named all the same
    assert graded("poor", "z") == ("low", "z")


def test_hiding_spreads_along_a_chain_in_any_order() -> None:
    checklist = read(
        section(
            yes_no("c", "10", 'show_when = { criterion = "b", is = true }'),
            yes_no("b", "10", 'show_when = { criterion = "a", is = true }'),
            yes_no("a", "10"),
            yes_no("d", "10"),
        )
    )
    everything = {"a": {"yes": True}, "b": {"yes": True}, "c": {"yes": True}, "d": {"yes": False}}
    assert answered(checklist, everything).total == 30
    # a is no: b and c are hidden, their answers kept and ignored: 0 of 20
    hidden = answered(checklist, {**everything, "a": {"yes": False}})
    assert (hidden.total, [each.score for each in hidden.criteria]) == (0, [None, None, 0, 0])
    assert hidden.missing == ()
    # b is not answered: c is hidden; b counts 0: 10 of 30, × 40
    partly = answered(checklist, {"a": {"yes": True}, "c": {"yes": True}, "d": {"yes": False}})
    assert (partly.total, [each.score for each in partly.criteria]) == (Decimal("13.33"), [None, 0, 10, 0])


@pytest.mark.parametrize(
    ("condition", "answer", "holds"),
    [
        ('criterion = "n", at_least = 3, at_most = 5', {"number": 3}, True),
        ('criterion = "n", at_least = 3, at_most = 5', {"number": 6}, False),
        ('criterion = "n", any_of = [1, 2.5]', {"number": 2.5}, True),
        ('criterion = "n", is = -1', {"number": -1}, True),
        ('criterion = "n", is = 1', {"number": 1}, True),
        ('criterion = "d", at_least = 2026-01-01', {"date": "2026-01-01"}, True),
        ('criterion = "d", at_least = 2026-01-02', {"date": "2026-01-01"}, False),
        ('criterion = "d", is = 2026-01-01', {"date": "2026-01-01"}, True),
        ('criterion = "t", any_of = ["是", "有"]', {"text": "有"}, True),
        ('criterion = "g", any_of = ["good", "fair"]', {"choice": "fair"}, True),
        ('criterion = "g", is = "good"', {"na": True}, False),
        ('criterion = "l", line = "one", at_most = 0', {"lines": {"two": 4}}, True),
        ('criterion = "l", line = "one", at_least = 1', {"lines": {"two": 4}}, False),
        ('criterion = "r", at_least = 0.5', {"done": 1, "planned": 2}, True),
        ('criterion = "r", is = 1', {"done": 9, "planned": 8}, True),
    ],
)
def test_conditions_look_at_the_answer(condition: str, answer: dict[str, object], holds: bool) -> None:
    grounds = [
        'id = "n"\nkind = "number"\ntext = "数"\nrequired = false',
        'id = "d"\nkind = "date"\ntext = "日"\nrequired = false',
        'id = "t"\nkind = "text"\ntext = "文"\nrequired = false',
        rating("g", "10", "allow_na = true"),
        'id = "r"\nkind = "ratio"\ntext = "率"\npoints = 10',
        'id = "l"\nkind = "count"\ntext = "次"\npoints = 10\n'
        '[[section.criterion.line]]\nid = "one"\ntext = "一"\nper = 1\n'
        '[[section.criterion.line]]\nid = "two"\ntext = "二"\nper = 1',
    ]
    checklist = read(section(*grounds, yes_no("asked", "10", f"show_when = {{ {condition} }}")))
    ground = condition.split('"')[1]
    sheet = answered(checklist, {ground: answer, "asked": {"yes": True}})
    assert (sheet.criteria[-1].score == 10) is holds


def test_running_is_the_number_of_one_criterion() -> None:
    checklist = read(section(rating("a", "20"), yes_no("b", "5")))
    criterion = checklist.criterion("a")
    assert criterion is not None
    answers = scoring.read_response(checklist, {"checklist": checklist.name, "answers": {"a": {"choice": "fair"}}})
    assert scoring.running(checklist, criterion, answers["a"]).score == 16
    assert scoring.running(checklist, criterion, None).score == 0


@settings(max_examples=200)
@given(st.fractions(), st.integers(0, 4))
def test_rounding_is_never_further_than_half_and_takes_halves_away_from_zero(value: Fraction, places: int) -> None:
    rounded = Fraction(scoring.round_half_up(value, places))
    half = Fraction(1, 2 * 10**places)
    assert abs(rounded - value) <= half
    if abs(rounded - value) == half:
        assert abs(rounded) > abs(value)


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [("82.125", 2, "82.13"), ("0.5", 0, "1"), ("-0.5", 0, "-1"), ("2.5", 0, "3"), ("99.995", 2, "100.00"),
     ("0", 1, "0.0")],
)  # fmt: skip
def test_four_down_five_up(value: str, places: int, rounded: str) -> None:
    assert str(scoring.round_half_up(Fraction(value), places)) == rounded
