"""Whether the grade hangs on a single vote: yes or no, and nothing at all where the answer would tell a vote."""

import pytest

from cadre_tui.model.results.result import Result
from cadre_tui.model.rounds.counting_rules import Rule
from cadre_tui.model.rounds.round_rules import Secrecy
from cadre_tui.services.results import reading
from tests.services.office import BELOW, EQUALS, SUBJECT, in_groups, publish, rate, rules_of
from tests.services.small import GRADES, Small

GOOD, HALF, NIL, MIXED = ("good", "good"), ("half", "half"), ("nil", "nil"), ("good", "half")
FIVE = EQUALS[:5]


@pytest.fixture
def small(bureau: Small) -> Small:
    return bureau


def found(small: Small, marks: dict[str, tuple[str, str]], **changes: object) -> Result:
    small.opened(rules_of(grade=GRADES, **changes))
    rate(small, marks)
    publish(small)
    return reading.result(small.organiser, "r1", SUBJECT)


NAMED = {"secrecy": Secrecy.NAMED, "min_raters": 1}


def test_a_grade_that_one_vote_carries(small: Small) -> None:
    """10, 10, 10, 10, 0 are 8 in the mean: good. Without a ten it is 7.5: pass."""
    assert found(small, dict.fromkeys(FIVE[:4], GOOD) | {FIVE[4]: NIL}, **NAMED).steady == "may-change"


def test_a_grade_that_no_vote_carries(small: Small) -> None:
    assert found(small, dict.fromkeys(FIVE, GOOD), **NAMED).steady == "same"


def test_the_median_hangs_on_no_single_vote_where_the_mean_does(small: Small) -> None:
    """10, 10, 10, 10, 0: whichever is left out, the middle is 10."""
    marks = dict.fromkeys(FIVE[:4], GOOD) | {FIVE[4]: NIL}
    assert found(small, marks, rule=Rule.MEDIAN, **NAMED).steady == "same"


def test_by_votes_a_vote_is_left_out_of_every_criterion(small: Small) -> None:
    marks = dict.fromkeys(FIVE[:4], GOOD) | {FIVE[4]: NIL}
    assert found(small, marks, rule=Rule.VOTES, **NAMED).steady == "may-change"


def test_in_a_group_a_vote_weighs_with_its_group(small: Small) -> None:
    """The six below are 40 %: 10, 10, 10, 10, 10, 0 among them move 8.33 to 8 or 10; the total stays above 5."""
    marks = dict.fromkeys(EQUALS, HALF) | dict.fromkeys(BELOW[:5], GOOD) | {BELOW[5]: NIL}
    small.opened(in_groups(grade=GRADES, **NAMED))
    rate(small, marks)
    publish(small)
    assert reading.result(small.organiser, "r1", SUBJECT).steady == "same"


def test_in_confidence_nothing_is_said_where_the_mark_lies_at_the_mean(small: Small) -> None:
    """At a mean of just 8 “unchanged” would say that nobody gave more than 8, so everybody 8."""
    assert found(small, dict.fromkeys(FIVE[:4], GOOD) | {FIVE[4]: NIL}).steady == "kept-back"


def test_in_confidence_it_is_said_where_no_vote_could_matter(small: Small) -> None:
    """Five times 10: to fall below 8 a vote of 18 would have to be left out, and there is none."""
    marks = dict.fromkeys(FIVE, GOOD)
    assert found(small, marks).steady == "same"


def test_without_a_grade_there_is_nothing_to_say(small: Small) -> None:
    small.opened(rules_of())
    rate(small, dict.fromkeys(FIVE, GOOD))
    publish(small)
    assert reading.result(small.organiser, "r1", SUBJECT).steady is None
