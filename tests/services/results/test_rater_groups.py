"""Rater groups in a result: sums worked out by hand, merging, weights, and what is withheld."""

from decimal import Decimal
from fractions import Fraction
from math import sqrt

import pytest

from cadre_tui.model.results.result import Part, Result
from cadre_tui.model.rounds.round_rules import RaterGroup, Relation, Secrecy
from cadre_tui.services.results import reading
from cadre_tui.services.results.outcome.doubts import doubts_of
from cadre_tui.services.results.reader import Reader
from cadre_tui.services.rounds import life
from tests.services.office import BELOW, EQUALS, GROUPS, LEADERS, SUBJECT, differing, in_groups, publish, rate
from tests.services.small import Small, text

GOOD, HALF, NIL = ("good", "good"), ("half", "half"), ("nil", "nil")
MIXED = ("good", "half")


@pytest.fixture
def small(bureau: Small) -> Small:
    return bureau


def peers(found: Result) -> Part:
    (only,) = found.parts
    return only


def named(small: Small, **changes: object) -> Result:
    """Leaders 10 each, equals 5, those below 10, 10, 10, 0, 0, 0."""
    small.opened(in_groups(secrecy=Secrecy.NAMED, min_raters=1, **changes))
    marks = dict.fromkeys(LEADERS, GOOD) | dict.fromkeys(EQUALS, HALF)
    marks |= dict.fromkeys(BELOW[:3], GOOD) | dict.fromkeys(BELOW[3:], NIL)
    rate(small, marks)
    publish(small)
    return reading.result(small.organiser, "r1", SUBJECT)


def test_groups_count_by_their_weights_not_by_their_heads(small: Small) -> None:
    """(30 × 10 + 30 × 5 + 40 × 5) ÷ 100 = 6.5; by heads it would be (30 + 35 + 30) ÷ 16."""
    found = named(small)
    assert (found.total, peers(found).score, peers(found).raters) == (Decimal("6.5"), Decimal("6.5"), 16)
    told = [(each.ids, each.weight, each.raters, each.score) for each in peers(found).groups]
    assert told == [(("a",), 30, 3, 10), (("b",), 30, 7, 5), (("c",), 40, 6, 5)]


def test_each_criterion_has_its_figures_by_group_and_weighs_them_alike(small: Small) -> None:
    one = named(small).criteria[0]
    assert one.groups == (6, 3, 3)
    assert one.peers == Decimal("3.90"), "(30 × 6 + 30 × 3 + 40 × 3) ÷ 100"
    assert one.raters == 16


def test_the_steps_let_the_sum_be_done_again(small: Small) -> None:
    found = named(small)
    groups = [each.values for each in found.why if each.code == "result-group"]
    (last,) = [each.values for each in found.why if each.code == "result-groups"]
    summed = sum(each["weight"] * each["score"] for each in groups)
    assert summed / last["weights"] == last["raw"] == Fraction(13, 2)


def test_a_group_below_its_minimum_goes_where_the_rules_say_with_its_weight(small: Small) -> None:
    """The leaders go to those below: (30 × 5 + 70 × (30 + 30) ÷ 9) ÷ 100 = 6.1667."""
    groups = (GROUPS[0].model_copy(update={"minimum": 4, "merge": "c"}), *GROUPS[1:])
    found = named(small, group=groups)
    told = [(each.ids, each.weight, each.raters) for each in peers(found).groups]
    assert told == [(("b",), 30, 7), (("a", "c"), 70, 9)]
    assert peers(found).score == Decimal("6.2")


def test_a_group_that_nobody_belongs_to_gives_its_weight_to_the_next(small: Small) -> None:
    empty = RaterGroup(id="z", title=text("服务对象"), who=(Relation.SERVED,), weight=Decimal(10))
    found = named(small, group=(empty, *GROUPS))
    told = [(each.ids, each.weight, each.raters) for each in peers(found).groups]
    assert told == [(("z", "a"), 40, 3), (("b",), 30, 7), (("c",), 40, 6)]


def test_where_all_together_are_too_few_nothing_is_shown(small: Small) -> None:
    small.opened(in_groups())
    rate(small, dict.fromkeys(LEADERS, GOOD) | {EQUALS[0]: HALF})
    publish(small)
    found = reading.result(small.organiser, "r1", SUBJECT)
    assert (peers(found).score, peers(found).withheld, peers(found).groups) == (None, "too-few-raters", ())
    assert found.total is None
    assert all(each.peers is None and each.groups == () for each in found.criteria)


def test_in_confidence_a_small_group_and_a_second_one_are_kept_back(small: Small) -> None:
    """The three leaders count by themselves (their minimum is 3) and are shown to nobody, nor are the six below."""
    small.opened(in_groups(group=(GROUPS[0].model_copy(update={"minimum": 3}), *GROUPS[1:])))
    marks = dict.fromkeys(LEADERS, GOOD) | dict.fromkeys(EQUALS, HALF) | dict.fromkeys(BELOW, MIXED)
    rate(small, marks | {EQUALS[0]: ("good", "nil"), BELOW[0]: NIL})
    publish(small)
    found = reading.result(small.organiser, "r1", SUBJECT)
    told = [(each.ids, each.raters, each.withheld) for each in peers(found).groups]
    assert told == [(("a",), None, "kept-back"), (("b",), 7, None), (("c",), None, "kept-back")]
    assert [each.values["score"] is None for each in found.why if each.code == "result-group"] == [True, False, True]
    assert all(each.groups[0] is each.groups[2] is None for each in found.criteria)
    assert peers(found).score is not None


def test_the_error_of_a_total_goes_by_the_groups_weights(small: Small) -> None:
    """Squares 0, 0 and 150 inside of the groups, 13 differences: 150/13 × (0.3² ÷ 3 + 0.3² ÷ 7 + 0.4² ÷ 6)."""
    named(small)
    found = doubts_of(Reader(small.county, life.find(small.county, "r1"))).errors
    expected = 2.160369 * sqrt(150 / 13 * (0.09 / 3 + 0.09 / 7 + 0.16 / 6))
    assert float(found.each[SUBJECT]) == pytest.approx(expected, rel=1e-6)
    assert not found.told, "13 differences would tell how these few differ"


def test_where_a_group_is_kept_back_no_error_tells_how_many_are_in_it(small: Small, monkeypatch) -> None:
    groups = tuple(each.model_copy(update={"minimum": 3 if each.id == "a" else 5}) for each in GROUPS)
    small.opened(in_groups(group=groups))
    rate(small, differing((*LEADERS, *EQUALS, *BELOW)))
    publish(small)
    monkeypatch.setattr("cadre_tui.services.results.outcome.errors.FEWEST_FREE", 1)
    assert any(each.withheld for each in peers(reading.result(small.organiser, "r1", SUBJECT)).groups)
    found = doubts_of(Reader(small.county, life.find(small.county, "r1"))).errors
    assert SUBJECT in found.each
    assert SUBJECT not in found.told
