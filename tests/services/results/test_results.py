"""Results, against sums worked out by hand: who counts, what is kept back, what is compared with what."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.checklists.comparable import Apart, Unlike
from cadre_tui.model.fault import BadInput
from cadre_tui.model.results.result import CriterionResult, Result
from cadre_tui.model.rounding import round_half_up
from cadre_tui.model.rounds.round_rules import Use
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.growth import plans
from cadre_tui.services.home import home_of
from cadre_tui.services.people import roster
from cadre_tui.services.results import reading
from cadre_tui.services.rounds import life
from cadre_tui.words.results.comparing import beside_told
from cadre_tui.words.results.result import criterion_steps
from tests.refusing import forbidden
from tests.services.small import (
    DAY,
    GRADES,
    LEFT_OUT,
    MEANS_ANOTHER,
    PEOPLE,
    Small,
    fill_peers,
    fill_self,
    pair,
    rules,
    second_version,
    task,
    write_roster,
)

SELF, PEER, CHECK = Purpose.SELF, Purpose.PEER, Purpose.CHECK


def rated(small: Small, own: str = "0.333", **changes: object) -> Small:
    """All of 甲单位 hand in; about a1: 10 points, 5 (one answer 不了解) and 2."""
    small.opened(rules(**changes))
    for person in ("a1", "a2", "a3", "a4"):
        fill_self(small.signed_in(person), own, "good", "half")
    marks: Mapping[str, tuple[str, str]]
    for person, marks in (
        ("a1", {}),
        ("a2", {"a1": ("good", "good"), "a4": ("half", "half")}),
        ("a3", {"a1": ("half", "unknown"), "a4": ("half", "half")}),
        ("a4", {"a1": ("nil", "half")}),
    ):
        fill_peers(small.signed_in(person), marks)
    return small


def published(small: Small, own: str = "0.333", **changes: object) -> Small:
    rated(small, own, **changes).published("r1")
    return small


def row(found: Result, criterion: str) -> CriterionResult:
    (only,) = [each for each in found.criteria if each.criterion == criterion]
    return only


def test_a_result_worked_out_by_hand(small: Small) -> None:
    """(1 × 3.33 + 3 × (10 + 5 + 2) ÷ 3) ÷ 4 = 20.33 ÷ 4 = 5.0825."""
    published(small, grade=GRADES)
    found = reading.result(small.signed_in("a1"), "r1", "a1")
    assert (found.total, found.withheld) == (Decimal("5.1"), None)
    assert found.grade is not None
    assert found.grade.say("zh") == "合格"
    assert (found.subject.name, found.unit, found.min_raters) == ("安一", "甲单位", 2)
    told = [(each.checklist, each.by, each.weight, each.score, each.raters) for each in found.parts]
    assert told == [
        ("t.own|1", SELF, 1, Decimal("3.3"), None),
        ("t.pair|1", SELF, 0, Decimal("8.0"), None),
        ("t.pair|1", PEER, 3, Decimal("5.7"), 3),
    ]


def test_each_criterion_has_its_own_mean_number_of_raters_and_gap(small: Small) -> None:
    published(small)
    found = reading.result(small.signed_in("a1"), "r1", "a1")
    one, two, own = (row(found, each) for each in ("pair.one", "pair.two", "own.share"))
    assert (one.own, one.peers, one.raters, one.gap) == (6, 3, 3, 3)
    assert (two.own, two.peers, two.raters, two.gap) == (2, 3, 2, -1), "who answered 不了解 is no rater"
    assert (own.own, own.peers, own.raters, own.gap) == (Decimal("3.33"), None, None, None)
    assert [each.criterion for each in found.criteria] == ["pair.one", "pair.two", "own.share"]


def test_the_own_score_of_a_criterion_can_be_worked_out_again_from_its_steps(small: Small) -> None:
    published(small)
    found = reading.result(small.signed_in("a1"), "r1", "a1")
    (step,) = row(found, "own.share").own_why
    assert step.values["result"] == Fraction(333, 100), "0.333 × 10"
    checklist = found.checklist("t.own|1")
    assert checklist is not None
    assert checklist.criterion("own.share") is not None
    (rating,) = row(found, "pair.one").own_why
    assert (rating.values["option"], rating.values["score"], rating.values["result"]) == ("good", 100, 6)


def test_where_one_handed_nothing_in_there_are_no_steps_and_nobody_elses_are_shown(small: Small) -> None:
    small.opened(rules())
    for person in ("a2", "a3", "a4"):
        fill_peers(small.signed_in(person), {"a1": ("good", "good")})
    small.published("r1")
    found = reading.result(small.signed_in("a1"), "r1", "a1")
    assert row(found, "pair.one").peers == 6
    assert all(each.own_why == () for each in found.criteria)


def test_nothing_is_shown_from_fewer_raters_than_the_round_says(small: Small) -> None:
    published(small, min_raters=3)
    found = reading.result(small.signed_in("a1"), "r1", "a1")
    assert row(found, "pair.one").raters == 3
    two = row(found, "pair.two")
    assert (two.own, two.peers, two.raters, two.gap) == (2, None, None, None)
    of_four = reading.result(small.signed_in("a4"), "r1", "a4")
    peers = of_four.parts[-1]
    assert (peers.score, peers.raters, peers.withheld) == (None, None, "too-few-raters")
    assert (of_four.total, of_four.grade, of_four.withheld) == (None, None, "incomplete")
    assert all(each.peers is each.raters is each.gap is None for each in of_four.criteria)


def test_only_what_was_meant_for_a_persons_level_enters_the_total(small: Small) -> None:
    """a4 fills no t.own: two raters gave 3 + 2 points."""
    published(small)
    found = reading.result(small.signed_in("a4"), "r1", "a4")
    assert [each.checklist for each in found.parts] == ["t.pair|1", "t.pair|1"]
    assert found.total == Decimal("5.0")


@pytest.mark.parametrize(
    ("own", "total", "grade"),
    [
        ("0.079", "4.4", "不合格"),  # 0.79 + 17 = 17.79; ÷ 4 = 4.4475
        ("0.080", "4.5", "不合格"),  # 0.80 + 17 = 17.8; ÷ 4 = 4.45: half up
        ("0.279", "4.9", "不合格"),  # 19.79 ÷ 4 = 4.9475
        ("0.28", "5.0", "合格"),  # 19.8 ÷ 4 = 4.95, and the grade looks at the rounded total
    ],
)
def test_the_total_is_rounded_once_and_half_up(small: Small, own: str, total: str, grade: str) -> None:
    published(small, own, grade=GRADES)
    found = reading.result(small.signed_in("a1"), "r1", "a1")
    assert str(found.total) == total
    assert found.grade is not None
    assert found.grade.say("zh") == grade


def test_the_total_can_be_worked_out_again_from_its_steps(small: Small) -> None:
    published(small)
    found = reading.result(small.signed_in("a1"), "r1", "a1")
    *parts, last = found.why
    assert [each.code for each in found.why] == ["result-part", "result-part", "result-weighted"]
    summed = sum(Fraction(each.values["weight"]) * each.values["score"] for each in parts)
    weights = sum(Fraction(each.values["weight"]) for each in parts)
    assert last.values["raw"] == summed / weights == Fraction(2033, 400)
    assert round_half_up(summed / weights, last.values["places"]) == found.total


def test_only_what_was_handed_in_counts(small: Small) -> None:
    small.opened(rules())
    for person in ("a1", "a2", "a3"):
        fill_self(small.signed_in(person))
        fill_peers(small.signed_in(person), {"a4": ("good", "good"), "a1": ("good", "good")})
    cadre = small.signed_in("a4")
    responses.save(cadre, task(cadre, SELF, "t.pair", "a4"), pair("good", "good"))
    responses.save(cadre, task(cadre, PEER, "t.pair", "a1"), pair("nil", "nil"))
    responses.take_back(small.signed_in("a3"), "r1", PEER)
    small.published("r1")
    of_one = reading.result(small.organiser, "r1", "a1")
    assert (of_one.parts[-1].withheld, of_one.total) == ("too-few-raters", None), "a2 alone handed in about a1"
    of_four = reading.result(small.organiser, "r1", "a4")
    assert (of_four.parts[0].withheld, of_four.parts[0].score) == ("not-handed-in", None)
    assert (of_four.parts[1].score, of_four.parts[1].raters) == (Decimal("10.0"), 2)
    assert of_four.total == Decimal("10.0")


def test_without_ones_own_part_there_is_no_total_and_the_reason_is_told(small: Small) -> None:
    small.opened(rules(grade=GRADES))
    for person in ("a2", "a3"):
        fill_peers(small.signed_in(person), {"a1": ("good", "good")})
    small.published("r1")
    found = reading.result(small.signed_in("a1"), "r1", "a1")
    assert (found.total, found.grade, found.withheld) == (None, None, "incomplete")
    assert [each.withheld for each in found.parts] == ["not-handed-in", "not-handed-in", None]
    assert found.why[-1].code == "result-incomplete"


def test_raters_who_know_nothing_about_somebody_are_no_raters(small: Small) -> None:
    small.opened(rules(min_raters=1))
    for person in ("a2", "a3", "a4"):
        fill_peers(small.signed_in(person), {})
    small.published("r1")
    peers = reading.result(small.organiser, "r1", "a1").parts[-1]
    assert (peers.score, peers.raters, peers.withheld) == (None, None, "too-few-raters")


def test_an_inspection_stands_beside_and_counts_by_its_weight(small: Small) -> None:
    uses = (
        Use(checklist="t.pair", by=SELF, weight=Decimal(1)),
        Use(checklist="t.pair", by=CHECK, weight=Decimal(1)),
    )
    small.opened(rules(use=uses, colleagues="none", inspectors=("b1", "b2")))
    fill_self(small.signed_in("a1"))
    for inspector, marks in (("b1", ("half", "half")), ("b2", ("half", "nil"))):
        session = small.signed_in(inspector)
        about = tasks.todo(session, "r1", CHECK).tasks
        responses.hand_in(session, "r1", CHECK, {each: pair(*marks) for each in about})
    small.published("r1")
    found = reading.result(small.signed_in("a1"), "r1", "a1")
    assert found.total == Decimal("7.0"), "(10 + (5 + 3) ÷ 2) ÷ 2"
    one, two = row(found, "pair.one"), row(found, "pair.two")
    assert (one.inspection, two.inspection, one.peers, one.gap) == (3, 1, None, None)


def test_before_publication_nobody_sees_a_result_not_even_the_organiser(small: Small) -> None:
    rated(small)
    for session in (small.organiser, small.signed_in("a1")):
        with forbidden("not-before-published"):
            reading.result(session, "r1", "a1")
    life.close_round(small.organiser, "r1", LEFT_OUT)
    with forbidden("not-before-published"):
        reading.results(small.organiser, "r1")
    assert home_of(small.signed_in("a1")).results == ()


def test_afterwards_only_the_person_rated_and_the_organiser_do(small: Small) -> None:
    published(small)
    with forbidden("not-yours"):
        reading.result(small.signed_in("a2"), "r1", "a1")
    with forbidden("not-yours"):
        reading.results(small.signed_in("a1"), "r1")
    everybody = reading.results(small.organiser, "r1")
    assert [each.subject.id for each in everybody] == [person for person, *_rest in PEOPLE]
    assert everybody[0] == reading.result(small.signed_in("a1"), "r1", "a1")
    with forbidden("not-in-round", BadInput):
        reading.result(small.organiser, "r1", "nobody")


def test_no_result_names_a_rater(small: Small) -> None:
    published(small)
    told = reading.result(small.signed_in("a1"), "r1", "a1")
    for person, name, *_rest in PEOPLE[1:]:
        assert f"'{person}'" not in str(told)
        assert name not in str(told)


def second_round(small: Small, former: str | None = "r1", **changes: object) -> Small:
    """Half a year later: the peers' marks for a1 rise from 3 and 3 to 6 and 4 points."""
    later = small.again()
    later.clock.now += 180 * DAY
    later.opened(rules("r2", former=former, **changes))
    for person in ("a1", "a2", "a3", "a4"):
        session = later.signed_in(person)
        fill_self(session, "1", round_id="r2")
        fill_peers(session, {"a1": ("good", "good")} if person != "a1" else {}, round_id="r2")
    later.published("r2")
    return later


def test_the_former_round_stands_beside_this_one(small: Small) -> None:
    published(small)
    later = second_round(small)
    cadre = later.signed_in("a1")
    found = reading.result(cadre, "r2", "a1")
    assert [(each.round, each.total) for each in found.former] == [("r1", Decimal("5.1"))]
    changes = {each.criterion: each.change for each in found.criteria}
    assert changes == {"pair.one": 3, "pair.two": 1, "own.share": Decimal("6.67")}
    for seen in ("r1", "r2"):
        plans.saw(cadre, seen)
    assert [(each.round, each.total) for each in home_of(cadre).results] == [
        ("r2", Decimal("10.0")),
        ("r1", Decimal("5.1")),
    ]
    assert reading.result(cadre, "r1", "a1").former == ()


def test_a_change_is_told_only_where_the_criterion_means_the_same(small: Small) -> None:
    published(small)
    second_version(small, ("第一项", "换了说法的第一项"), MEANS_ANOTHER)
    later = second_round(small)
    found = reading.result(later.signed_in("a1"), "r2", "a1")
    assert (row(found, "pair.one").change, row(found, "pair.two").change) == (3, None)
    assert (row(found, "pair.one").unlike, row(found, "pair.two").unlike) == (
        None,
        Unlike(why=Apart.MEANING, fields=(("allow_na",),)),
    )
    assert beside_told(found) == "和“第一轮”不能比的考评项：第二项（含义变了：能不能填“不适用”）。"
    assert "和上一轮不能比：含义变了：能不能填“不适用”" in criterion_steps(found, row(found, "pair.two"), "zh")


def test_criteria_that_are_new_or_gone_are_told_so(small: Small) -> None:
    published(small)
    second_version(small, ('id = "pair.two"', 'id = "pair.new"'))
    later = small.again()
    later.clock.now += 180 * DAY
    later.opened(rules("r2", former="r1"))
    later.published("r2")
    found = reading.result(later.organiser, "r2", "a1")
    assert found.beside is not None
    assert [each.criterion for each in found.beside.gone] == ["pair.two"]
    assert "第二项（这一轮没有这一项）" in beside_told(found)


def test_no_change_is_told_that_would_show_too_few_raters_of_the_former_round(small: Small) -> None:
    published(small, min_raters=3)
    later = second_round(small)
    found = reading.result(later.signed_in("a1"), "r2", "a1")
    assert (row(found, "pair.one").change, row(found, "pair.two").change) == (3, None)


def test_without_a_named_former_round_the_latest_one_is_it(small: Small) -> None:
    published(small)
    later = second_round(small, former=None)
    assert row(reading.result(later.signed_in("a1"), "r2", "a1"), "pair.one").change == 3


def test_the_named_former_round_is_compared_with_also_where_a_later_one_lies_between(small: Small) -> None:
    published(small)
    later = second_round(small)
    later.clock.now += 180 * DAY
    later.opened(rules("r3", former="r1"))
    for person in ("a2", "a3"):
        fill_peers(later.signed_in(person), {"a1": ("half", "half")}, round_id="r3")
    later.published("r3")
    found = reading.result(later.signed_in("a1"), "r3", "a1")
    assert row(found, "pair.one").change == 0, "3 points now, 3 in r1, 6 in r2"
    assert [each.round for each in found.former] == ["r1", "r2"]


def test_a_round_that_one_took_no_part_in_is_no_former_round(small: Small) -> None:
    published(small, units=("甲单位",))
    later = second_round(small)
    found = reading.result(later.organiser, "r2", "b1")
    assert found.former == ()
    assert home_of(later.signed_in("b1")).results[0].round == "r2"
    assert len(home_of(later.signed_in("b1")).results) == 1


def test_the_former_figure_is_that_of_the_level_that_one_had_then(small: Small) -> None:
    """a4 was no agency staff in the first round and filled no t.own then: nothing to compare."""
    published(small)
    people = tuple((*person[:3], "agency-staff") for person in PEOPLE)
    roster.import_roster(small.organiser, write_roster(small.folder.parent / "n.csv", people))
    later = second_round(small)
    found = reading.result(later.signed_in("a4"), "r2", "a4")
    assert row(found, "own.share").own == 10
    assert row(found, "own.share").change is None
