"""Where figures alone do not decide: adjusted grades that are others, and totals within their error of the line."""

import runpy
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from math import sqrt
from pathlib import Path
from statistics import variance

import pytest

from cadre_tui.cli.rounds.sheet_json import sheet_json
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import NotPermitted, NotRight
from cadre_tui.model.people.person import Role
from cadre_tui.model.results.analysis import Absent
from cadre_tui.model.results.outcome import Cause
from cadre_tui.model.rounds.counting_rules import Quota, Rule
from cadre_tui.model.rounds.round_rules import Secrecy
from cadre_tui.scoring.analysis.analysing import analyse
from cadre_tui.scoring.analysis.distributions import t_quantile
from cadre_tui.scoring.analysis.figure_errors import Column, errors
from cadre_tui.scoring.analysis.ratings import ratings_of
from cadre_tui.services.results import reading
from cadre_tui.services.results.outcome import deciding
from cadre_tui.services.results.outcome.doubts import close_to, doubts_of
from cadre_tui.services.results.outcome.working_out import outcome
from cadre_tui.services.results.quality import voiding
from cadre_tui.services.results.quality.rated_totals import totals_of
from cadre_tui.services.results.reader import Reader
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.board import board_of
from cadre_tui.services.rounds.conditions import UNDECIDED
from tests.services.office import with_role
from tests.services.rated_office import STAFF, rated_office
from tests.services.small import GRADES, LEFT_OUT, Small

recompute = runpy.run_path(str(Path(__file__).parents[3] / "docs" / "organisers" / "recompute.py"))["recompute"]


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Small:
    quota = Quota(share=Fraction(1, 4), within="county")
    folder = tmp_path_factory.mktemp("doubts") / "data"
    return rated_office(folder, secrecy=Secrecy.NAMED, min_raters=1, min_comments=1, grade=GRADES, quota=quota)


def decide_all(small: Small) -> None:
    for each in outcome(small.organiser, "r1").cases:
        code = deciding.choices(small.organiser, "r1", each.subject.id)[0]
        deciding.decide(small.organiser, "r1", each.subject.id, code, "研究决定")


def test_whom_the_adjusted_figure_gives_another_grade_people_decide_about(named: Small) -> None:
    found = outcome(named.organiser, "r1")
    listed = {each.subject.id: each for each in found.cases if Cause.DIFFERENT in each.causes}
    differing = voiding.differences(named.organiser, "r1")
    assert differing
    assert listed.keys() == {each.subject.id for each in differing}
    codes = {each.text: each.code for each in GRADES}
    for each in differing:
        case = listed[each.subject.id]
        assert case.adjusted == each.adjusted
        assert case.waiting
        assert each.adjusted is not None
        allowed = deciding.choices(named.organiser, "r1", each.subject.id)
        assert codes[each.adjusted] in allowed or each.adjusted == GRADES[0].text


def test_whoever_stands_within_the_error_of_the_line_is_listed_and_nothing_waits_for_it(named: Small) -> None:
    found = outcome(named.organiser, "r1")
    close = [each for each in found.cases if Cause.CLOSE in each.causes]
    cut = found.lines[0].cut
    assert cut is not None
    assert {each.total >= cut for each in close if each.total is not None} == {True, False}
    assert not any(each.waiting for each in close if each.causes == (Cause.CLOSE,))


def test_near_is_what_lies_within_the_error_of_the_other_side() -> None:
    reached = {name: Decimal(total) for name, total in (("a", 99), ("b", 95), ("c", 92), ("d", 91), ("e", 85))}
    errors = dict.fromkeys(reached, Fraction(3))
    assert close_to(Decimal(92), reached, errors) == {"c", "d"}
    assert close_to(Decimal(92), reached, dict.fromkeys(reached, Fraction(4))) == {"b", "c", "d"}
    assert close_to(None, reached, errors) == frozenset()
    assert close_to(Decimal(85), reached, errors) == frozenset(), "all are in"


def test_a_round_without_a_line_lists_nobody_as_near_it(tmp_path: Path) -> None:
    small = rated_office(tmp_path / "data", secrecy=Secrecy.NAMED, min_raters=1, min_comments=1, grade=GRADES)
    causes = {cause for each in outcome(small.organiser, "r1").cases for cause in each.causes}
    assert causes == {Cause.DIFFERENT}


def test_every_round_waits_where_the_adjusted_figure_gives_other_grades(tmp_path: Path) -> None:
    """No quota, nothing referred, nothing adopted: a look, then a decision with its reason about each."""
    small = rated_office(tmp_path / "data", secrecy=Secrecy.NAMED, min_raters=1, min_comments=1, grade=GRADES)
    organiser = small.organiser
    board = board_of(organiser, "r1")
    assert board.outcome
    assert [each.code for each in board.unmet if each.code != UNDECIDED] == ["outcome-unread"]
    found = outcome(organiser, "r1")
    waiting = [each.subject.id for each in found.cases if each.waiting]
    assert waiting
    assert found.waiting == len(waiting)
    for left, person in reversed(list(enumerate(waiting, 1))):
        with pytest.raises(NotRight) as wanting:
            life.publish(organiser, "r1", LEFT_OUT)
        assert [each.values["count"] for each in wanting.value.faults if each.code == "outcome-waiting"] == [left]
        deciding.decide(organiser, "r1", person, deciding.choices(organiser, "r1", person)[0], "研究决定")
    life.publish(organiser, "r1", LEFT_OUT)


def test_too_few_votes_for_an_adjusted_figure_ask_for_no_look(tmp_path: Path) -> None:
    """Three raters, twelve people: 33 ratings − 12 people − 3 raters + 1 piece = 19."""
    changes = {"secrecy": Secrecy.NAMED, "min_raters": 1, "min_comments": 1, "grade": GRADES}
    small = rated_office(tmp_path / "data", raters=STAFF[:3], **changes)
    assert not board_of(small.organiser, "r1").outcome
    life.publish(small.organiser, "r1", LEFT_OUT)


def test_about_an_organiser_a_supervisor_decides_and_about_nobody_else(tmp_path: Path) -> None:
    """Nobody decides about themself; where there is one organiser alone, the round does not stand still."""
    small = rated_office(tmp_path / "data", secrecy=Secrecy.NAMED, min_raters=1, min_comments=1, grade=GRADES)
    one, *_others = [each.subject.id for each in outcome(small.organiser, "r1").cases if each.waiting]
    other = next(each for each in STAFF if each != one)
    own = with_role(small, one, Role.ORGANISER)
    watching = with_role(small, other, Role.SUPERVISOR)
    grade = deciding.choices(own, "r1", one)[0]
    with pytest.raises(NotPermitted, check=lambda told: told.code == "decide-about-oneself"):
        deciding.decide(own, "r1", one, grade, "自己定")
    with pytest.raises(NotPermitted, check=lambda told: told.code == "decide-by-supervisor"):
        deciding.decide(watching, "r1", next(each for each in STAFF if each not in (one, other)), grade, "不归督查")
    settled = deciding.decide(watching, "r1", one, grade, "由督查定")
    assert settled.rulings[one].by == other


def test_where_the_rules_adopt_the_adjusted_figure_totals_reckon_with_it(tmp_path: Path) -> None:
    """The shift is kept when the outcome is worked out; the sheet says plain, shift and what comes of them."""
    changes = {"secrecy": Secrecy.NAMED, "min_raters": 1, "min_comments": 1, "grade": GRADES}
    small = rated_office(tmp_path / "data", adopt="adjusted", **changes)
    with pytest.raises(NotRight) as wanting:
        life.publish(small.organiser, "r1")
    assert "outcome-unread" in {each.code for each in wanting.value.faults}
    decide_all(small)
    life.publish(small.organiser, "r1")
    moved = 0
    for each in reading.results(small.organiser, "r1"):
        for part in each.parts:
            if part.by is Purpose.PEER and part.shift:
                moved += 1
                assert part.worked is not None
                assert part.exact == part.worked.figure + part.shift
        if each.total is not None:
            assert all(one is None or one == printed for _what, printed, one in recompute(sheet_json(each)))
    assert moved


def test_everybody_sees_the_error_of_their_total_pooled_over_the_round(tmp_path: Path) -> None:
    """132 votes about 12 people leave 120 differences, of which the t distribution's 97.5 % lies at 1.980."""
    changes = {"secrecy": Secrecy.NAMED, "min_raters": 1, "min_comments": 1, "grade": GRADES}
    small = rated_office(tmp_path / "data", **changes)
    outcome(small.organiser, "r1")
    by_subject = defaultdict(list)
    reader = Reader(small.county, life.find(small.county, "r1"))
    for each in totals_of(reader).ratings:
        by_subject[each.subject].append(float(each.score))
    spread = sum(variance(votes) * (len(votes) - 1) for votes in by_subject.values())
    free = sum(len(votes) - 1 for votes in by_subject.values())
    assert free == 120
    kept = reader.settled.errors
    assert kept.keys() == by_subject.keys()
    for person, votes in by_subject.items():
        assert float(kept[person]) == pytest.approx(1.97993 * sqrt(spread / free / len(votes)), rel=1e-4)
    decide_all(small)
    life.publish(small.organiser, "r1", LEFT_OUT)
    assert all(each.error == kept[each.subject.id] for each in reading.results(small.organiser, "r1") if each.total)


def test_of_few_votes_no_error_is_told_for_it_would_tell_how_these_few_differ(tmp_path: Path) -> None:
    """Three raters, twelve people: 33 ratings leave 21 differences."""
    changes = {"secrecy": Secrecy.NAMED, "min_raters": 1, "min_comments": 1, "grade": GRADES}
    small = rated_office(tmp_path / "data", raters=STAFF[:3], **changes)
    outcome(small.organiser, "r1")
    life.publish(small.organiser, "r1", LEFT_OUT)
    assert {each.error for each in reading.results(small.organiser, "r1")} == {None}


@pytest.mark.parametrize("rule", [Rule.VOTES, Rule.TRIMMED, Rule.MEDIAN])
def test_the_error_is_that_of_the_round_s_rule(named: Small, rule: Rule) -> None:
    """By votes, where nobody left anything out, the jackknife's pseudo-values are the votes themselves."""
    held = life.find(named.county, "r1")
    rules = held.rules.model_copy(update={"rule": rule})
    reader = Reader(named.county, held.model_copy(update={"rules": rules}))
    votes = defaultdict(list)
    for each in totals_of(reader).ratings:
        votes[each.subject].append(each.score)
    people = {person: (Column(Fraction(1), tuple(own)),) for person, own in votes.items()}
    found = doubts_of(reader).errors
    by_rule = errors(Rule.MEAN if rule is Rule.VOTES else rule, people)
    assert {key: float(each) for key, each in found.each.items()} == {
        key: pytest.approx(each.points, rel=1e-9) for key, each in by_rule.items()
    }
    assert found.told.keys() == found.each.keys()


def test_an_adjusted_total_has_the_adjusted_figure_s_error(named: Small) -> None:
    held = life.find(named.county, "r1")
    rules = held.rules.model_copy(update={"adopt": "adjusted"})
    reader = Reader(named.county, held.model_copy(update={"rules": rules}))
    found = analyse(ratings_of(totals_of(reader).ratings))
    factor = t_quantile(0.975, found.fitted.free)
    told = doubts_of(reader).errors.each
    assert told.keys() == found.subjects.keys()
    for person, error in told.items():
        deviation = found.subjects[person].adjusted_error
        assert not isinstance(deviation, Absent)
        assert float(error) == pytest.approx(factor * deviation, rel=1e-9)
