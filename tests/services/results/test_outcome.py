"""A round's outcome: the quota's line, ties and referred cases that people decide, what a publication waits for."""

from decimal import Decimal
from fractions import Fraction

import pytest

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import NotPermitted, NotRight
from cadre_tui.model.people.person import Role
from cadre_tui.model.results.outcome import Cause, Outcome
from cadre_tui.model.rounds.counting_rules import Quota, Referral
from cadre_tui.model.rounds.round_rules import Use
from cadre_tui.services import audit
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.oversight import appeals, corrections
from cadre_tui.services.results import disclosure, reading
from cadre_tui.services.results.outcome.deciding import choices, decide
from cadre_tui.services.results.outcome.working_out import outcome
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session
from cadre_tui.store import keys
from tests.refusing import refused
from tests.services.small import GRADES, LEFT_OUT, Small, fill_peers, pair, rules

PEERS_ALONE = (Use(checklist="t.pair", by=Purpose.PEER, weight=Decimal(1)),)

HALF = Quota(share=Fraction(1, 2))
"""Of the four of the first unit two may be good, of the two of the second one."""

GOOD, MIXED, NIL = ("good", "good"), ("good", "half"), ("nil", "nil")
MARKS = {"a1": GOOD, "a2": MIXED, "a3": MIXED, "a4": NIL}
"""10, 8, 8 and 0 points."""


def closed(small: Small, **changes: object) -> Small:
    small.opened(rules(**{"use": PEERS_ALONE, "grade": GRADES, "quota": HALF, **changes}))
    for rater in MARKS:
        fill_peers(small.signed_in(rater), MARKS)
    life.close_round(small.organiser, "r1", LEFT_OUT)
    disclosure.check(small.organiser, "r1")
    return small


def grades(found: Outcome) -> dict[str, str | None]:
    return {each.subject.id: each.grade.say("zh") if each.grade else None for each in found.standings}


def test_equals_on_the_line_wait_for_people_and_nobody_is_drawn_by_lot(small: Small) -> None:
    found = outcome(closed(small).organiser, "r1")
    line = found.lines[0]
    assert (line.people, line.places, line.reached, line.cut, line.left) == (4, 2, 3, Decimal("8.0"), 1)
    assert line.tied == ("a2", "a3")
    assert [(each.subject.id, each.causes, each.waiting) for each in found.cases] == [
        ("a2", (Cause.TIE,), True),
        ("a3", (Cause.TIE,), True),
    ]
    assert (grades(found)["a1"], grades(found)["a2"], found.waiting) == ("良好", None, 2)


def test_a_publication_waits_for_the_look_and_for_every_decision(small: Small) -> None:
    closed(small)
    with pytest.raises(NotRight) as wanting:
        life.publish(small.organiser, "r1")
    assert [each.code for each in wanting.value.faults] == ["outcome-unread"]
    outcome(small.organiser, "r1")
    with pytest.raises(NotRight) as wanting:
        life.publish(small.organiser, "r1")
    assert [(each.code, each.values["count"]) for each in wanting.value.faults] == [("outcome-waiting", 2)]
    decide(small.organiser, "r1", "a2", "good", "连续两年下乡")
    decide(small.organiser, "r1", "a3", "pass", "名额给了安二")
    life.publish(small.organiser, "r1")
    told = {each.subject.id: each for each in reading.results(small.organiser, "r1")}
    assert [told[each].grade.say("zh") for each in ("a1", "a2", "a3", "a4")] == ["良好", "良好", "合格", "不合格"]  # type: ignore[union-attr]
    codes = [step.code for step in told["a3"].why]
    assert codes[-2:] == ["result-quota", "result-ruled"]
    log = [each for each in audit.entries(small.organiser) if each.code == "outcome-decided"]
    assert [(each.values["of"], each.values["grade"], each.values["reason"]) for each in log] == [
        ("a2", "good", "连续两年下乡"),
        ("a3", "pass", "名额给了安二"),
    ]


def test_no_more_places_are_given_than_are_left(small: Small) -> None:
    closed(small)
    outcome(small.organiser, "r1")
    decide(small.organiser, "r1", "a2", "good", "理由")
    with refused("decide-no-place"):
        decide(small.organiser, "r1", "a3", "good", "理由")
    decide(small.organiser, "r1", "a2", "pass", "改定")
    decide(small.organiser, "r1", "a3", "good", "改定")


def test_what_cannot_be_decided_is_refused(small: Small) -> None:
    closed(small)
    with refused("decide-nothing"):
        decide(small.organiser, "r1", "a2", "good", "还没有看过")
    outcome(small.organiser, "r1")
    with refused("decide-without-reason"):
        decide(small.organiser, "r1", "a2", "good", "  ")
    with refused("decide-nothing"):
        decide(small.organiser, "r1", "a1", "pass", "没有并列")
    with refused("decide-no-such-grade"):
        decide(small.organiser, "r1", "a2", "fail", "并列的只有这一等和下一等")
    with refused("role-may-not", NotPermitted):
        decide(small.signed_in("a1"), "r1", "a2", "good", "我不是组织者")


def test_what_is_handed_in_later_asks_for_another_look(small: Small) -> None:
    closed(small)
    outcome(small.organiser, "r1")
    decide(small.organiser, "r1", "a2", "good", "理由")
    decide(small.organiser, "r1", "a3", "pass", "理由")
    # As if a response had come in since: the digest of what is handed in is another.
    small.county.store.change(keys.outcome("r1"), lambda found: {**(found or {}), "state": "before"})
    with pytest.raises(NotRight) as wanting:
        life.publish(small.organiser, "r1")
    assert [each.code for each in wanting.value.faults] == ["outcome-unread"]
    assert outcome(small.organiser, "r1").waiting == 0, "what was decided about the same totals holds"
    life.publish(small.organiser, "r1")


def test_without_equals_the_quota_lowers_and_says_so(small: Small) -> None:
    """One place for four: the best one has it, the two with 8 points have the next grade."""
    closed(small, quota=Quota(share=Fraction(1, 4)))
    found = outcome(small.organiser, "r1")
    assert (found.cases, found.waiting) == ((), 0)
    life.publish(small.organiser, "r1")
    two = reading.result(small.signed_in("a2"), "r1", "a2")
    assert two.grade is not None
    assert (two.total, two.grade.say("zh")) == (Decimal("8.0"), "合格")
    (step,) = [each for each in two.why if each.code == "result-quota"]
    assert (step.values["places"], step.values["people"], step.values["inside"]) == (1, 4, False)


def test_the_denominator_and_the_circle_are_rules(small: Small) -> None:
    """In the whole county six take part and four have a total: a half of six is three, of four two."""
    closed(small, quota=Quota(share=Fraction(1, 2), within="county", of="all"))
    (line,) = outcome(small.organiser, "r1").lines
    assert (line.unit, line.people, line.places, line.tied, line.cut) == ("", 6, 3, (), None)


def test_a_referred_case_is_decided_by_people_and_never_by_the_rule(small: Small) -> None:
    rule = Referral(options=("nil",), over=Fraction(1, 3))
    closed(small, quota=None, refer=(rule,))
    found = outcome(small.organiser, "r1")
    (case,) = found.cases
    assert (case.subject.id, case.causes, case.referred, case.waiting) == ("a4", (Cause.REFERRED,), (rule,), True)
    assert choices(small.organiser, "r1", "a4") == ("fail",)
    decide(small.organiser, "r1", "a4", "fail", "谈话核实")
    life.publish(small.organiser, "r1")


def test_a_decision_never_lifts_above_what_the_figures_earned(small: Small) -> None:
    closed(small, quota=None, refer=(Referral(options=("half",), over=Fraction(1, 3)),))
    outcome(small.organiser, "r1")
    assert choices(small.organiser, "r1", "a2") == ("good", "pass", "fail")
    decide(small.organiser, "r1", "a2", "pass", "核实")
    with refused("decide-no-such-grade"):
        decide(small.organiser, "r1", "a2", "excellent", "核实")


def test_an_option_that_no_checklist_has_is_told_before_the_opening(small: Small) -> None:
    life.new(small.organiser, rules(use=PEERS_ALONE, refer=(Referral(options=("great",), under=Fraction(2, 3)),)))
    with pytest.raises(NotRight) as wanting:
        life.open_round(small.organiser, "r1")
    (unmet,) = wanting.value.faults
    assert (unmet.code, unmet.values["options"]) == ("options", ["great"])


def test_after_the_publication_the_line_stands_and_who_is_corrected_goes_to_people(small: Small) -> None:
    """One is corrected exactly to the line that parted two, another one above it; nobody else is moved."""
    asked = Use(checklist="t.pair", by=Purpose.CHECK, weight=Decimal(1))
    small.opened(rules(use=(asked,), inspectors=("b1",), appeal_days=5, grade=GRADES, quota=HALF))
    inspector = small.signed_in("b1")
    about = tasks.todo(inspector, "r1", Purpose.CHECK).tasks
    marks = {**MARKS, "a4": ("nil", "half")}
    responses.hand_in(
        inspector, "r1", Purpose.CHECK, {each: pair(*marks.get(each.subject.id, NIL)) for each in about}
    )
    life.close_round(small.organiser, "r1", LEFT_OUT)
    line = outcome(small.organiser, "r1").lines[0]
    assert line.tied == ("a2", "a3")
    decide(small.organiser, "r1", "a2", "good", "连续两年下乡")
    decide(small.organiser, "r1", "a3", "pass", "名额给了安二")
    life.publish(small.organiser, "r1")
    assert outcome(small.organiser, "r1").waiting == 0

    overseer = Session(small.county, "b2", Role.SUPERVISOR, frozenset({Role.SUPERVISOR}))
    for person, criterion in (("a4", "pair.one"), ("a3", "pair.two")):
        made = appeals.appeal(small.signed_in(person), "r1", "请复核", "t.pair", criterion)
        appeals.take(overseer, "r1", made.receipt, "属实")
        corrections.correct(small.organiser, "r1", made.receipt, Purpose.CHECK, criterion, {"choice": "good"})
    found = outcome(small.organiser, "r1")
    assert found.lines[0] == line
    assert {each.subject.id: (each.causes, each.total, each.waiting) for each in found.cases} == {
        "a2": ((Cause.TIE,), Decimal("8.0"), False),
        "a3": ((Cause.CORRECTED,), Decimal("10.0"), False),
        "a4": ((Cause.CORRECTED, Cause.TIE), Decimal("8.0"), True),
    }
    told = {each: reading.result(small.organiser, "r1", each).grade for each in MARKS}
    assert [each and each.say("zh") for each in told.values()] == ["良好", "良好", "良好", "合格"]
    with refused("not-in-moderation", NotPermitted):
        decide(small.organiser, "r1", "a2", "pass", "名额不够")
    decide(small.organiser, "r1", "a4", "good", "更正以后和安二同分")
    mine = reading.result(small.signed_in("a4"), "r1", "a4")
    assert mine.grade is not None
    assert (mine.grade.say("zh"), mine.why[-1].code) == ("良好", "result-ruled")
    assert outcome(small.organiser, "r1").waiting == 0


def test_a_round_without_quota_or_referrals_asks_for_nothing(small: Small) -> None:
    closed(small, quota=None)
    life.publish(small.organiser, "r1")
    assert outcome(small.organiser, "r1").cases == ()
