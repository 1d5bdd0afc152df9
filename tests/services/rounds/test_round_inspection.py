"""自查 beside 检查: one checklist scored by oneself and by an inspector, side by side, and the inspection counts."""

from decimal import Decimal

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.rounds.round_rules import Use
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.results import reading
from cadre_tui.services.rounds import life
from tests.services.small import DAY, Small, pair, rules

BOTH = (Use(checklist="t.pair", by=Purpose.SELF), Use(checklist="t.pair", by=Purpose.CHECK, weight=Decimal(100)))


def hand_in(small: Small, person: str, purpose: Purpose, one: str, two: str) -> None:
    session = small.signed_in(person)
    answers = {each: pair(one, two) for each in tasks.todo(session, "r1", purpose).tasks}
    responses.hand_in(session, "r1", purpose, answers)


def test_the_self_score_stands_beside_the_check_score_and_the_check_score_counts(small: Small) -> None:
    small.opened(rules(use=BOTH, colleagues="none", sequence="self-first", inspectors=("b1",), units=("甲单位",)))
    hand_in(small, "a1", Purpose.SELF, "good", "good")
    small.clock.now += DAY
    life.open_round(small.organiser, "r1", "其余不等")
    hand_in(small, "b1", Purpose.CHECK, "half", "good")
    life.close_round(small.organiser, "r1", "其余不等")
    life.publish(small.organiser, "r1", "其余不等")
    found = reading.result(small.organiser, "r1", "a1")
    assert [(each.own, each.inspection) for each in found.criteria] == [(6, 3), (4, 4)]
    assert found.total == Decimal("7.0")
    assert [(each.by, each.weight) for each in found.parts] == [(Purpose.SELF, 0), (Purpose.CHECK, 100)]
    unchecked = reading.result(small.organiser, "r1", "a2")
    assert [(each.own, each.inspection) for each in unchecked.criteria] == [(None, 3), (None, 4)]
