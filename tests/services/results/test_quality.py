"""How raters rated is seen under codes, as questions; a decision is logged, and tells nobody's vote."""

import json
from dataclasses import asdict
from pathlib import Path
from shutil import copytree

import pytest

from cadre_tui.demo.deciding import decide
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput
from cadre_tui.model.people.person import Role
from cadre_tui.model.results.analysis import Absent
from cadre_tui.model.results.quality import Count
from cadre_tui.model.rounds.round_rules import Secrecy
from cadre_tui.services import audit
from cadre_tui.services.drawers import read_drawer
from cadre_tui.services.people import accounts
from cadre_tui.services.results import disclosure, reading
from cadre_tui.services.results.outcome.working_out import outcome
from cadre_tui.services.results.parts import summed
from cadre_tui.services.results.quality import voiding
from cadre_tui.services.results.quality.raters import quality
from cadre_tui.services.results.rater_codes import rater_code
from cadre_tui.services.results.reader import Reader
from cadre_tui.services.rounds import life
from cadre_tui.store import keys
from tests.refusing import forbidden
from tests.services.rated_office import SAME, STAFF, rated_office
from tests.services.small import GRADES, Clock, Small, reopened


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> dict[Secrecy, Path]:
    found = {}
    for secrecy in (Secrecy.NAMED, Secrecy.CONFIDENTIAL):
        folder = tmp_path_factory.mktemp(secrecy.value) / "data"
        rated_office(folder, secrecy=secrecy, min_raters=5, min_comments=8, grade=GRADES)
        found[secrecy] = folder
    return found


@pytest.fixture
def confidential(offices: dict[Secrecy, Path], tmp_path: Path) -> Small:
    copytree(offices[Secrecy.CONFIDENTIAL], tmp_path / "data")
    return reopened(tmp_path / "data", Clock())


@pytest.fixture
def named(offices: dict[Secrecy, Path], tmp_path: Path) -> Small:
    copytree(offices[Secrecy.NAMED], tmp_path / "named")
    return reopened(tmp_path / "named", Clock())


def code_of(small: Small, rater: str) -> str:
    return rater_code(small.county, "r1", rater)


def test_a_confidential_round_shows_codes_and_no_number_of_a_single_vote(confidential: Small) -> None:
    found = quality(confidential.organiser, "r1")
    assert [each.code for each in found.raters] == sorted(code_of(confidential, each) for each in STAFF)
    told = json.dumps([asdict(each) for each in found.raters], default=str)
    assert not any(each in told for each in STAFF)
    assert not any(flag.values for each in found.raters for flag in each.flags)
    same = next(each for each in found.raters if each.code == code_of(confidential, SAME))
    assert "same-score" in {flag.code for flag in same.flags}
    assert all(0 < flag.chance <= 1 for flag in same.flags if flag.code == "outlier")
    assert found.ratings == 12 * 11
    assert found.agreement is not None
    assert isinstance(found.agreement.icc["ICC(1,1)"], float)
    (entry,) = [each for each in audit.entries(confidential.organiser) if each.code == "quality-read"]
    assert entry.who == confidential.organiser.person


def test_a_named_round_shows_who_with_the_numbers_behind_each_question(named: Small) -> None:
    found = quality(named.organiser, "r1")
    same = next(each for each in found.raters if each.person and each.person.id == SAME)
    flag = next(each for each in same.flags if each.code == "same-score")
    assert flag.values["spread"] == 0
    assert not isinstance(same.severity, Absent)


def test_nobody_but_an_organiser_looks_and_not_while_people_fill_in(confidential: Small) -> None:
    with forbidden("role-may-not"):
        quality(confidential.signed_in("k01"), "r1")
    with forbidden("role-may-not"):
        voiding.void(confidential.signed_in("k01"), "r1", code_of(confidential, SAME), "why")


def test_void_votes_count_as_void_and_stay_as_they_were(confidential: Small) -> None:
    code = code_of(confidential, SAME)
    before = read_drawer(confidential.county, "r1", SAME).responses
    voiding.void(confidential.organiser, "r1", code, "  当事人 承认没有逐项看 ")
    assert read_drawer(confidential.county, "r1", SAME).responses == before
    found = next(each for each in quality(confidential.organiser, "r1").raters if each.code == code)
    assert found.voided is not None
    assert found.voided.reason == "当事人 承认没有逐项看"
    (entry,) = [each for each in audit.entries(confidential.organiser) if each.code == "votes-voided"]
    assert (entry.values["rater"], entry.values["reason"]) == (code, "当事人 承认没有逐项看")
    assert SAME not in str(entry.values)
    disclosure.check(confidential.organiser, "r1")
    decide(confidential.organiser, "r1")
    life.publish(confidential.organiser, "r1")
    other = next(each for each in STAFF if each != SAME)
    counts = reading.result(confidential.organiser, "r1", other).parts[0].counts
    assert counts is not None
    assert (counts.returned, counts.valid, counts.void) == (11, 10, 1)
    own = reading.result(confidential.organiser, "r1", SAME).parts[0].counts
    assert own is not None
    assert own.void == 0


def test_a_decision_is_taken_back_as_long_as_nobody_has_seen_what_follows(confidential: Small) -> None:
    code = code_of(confidential, SAME)
    voiding.void(confidential.organiser, "r1", code, "核查")
    with forbidden("void-already", BadInput):
        voiding.void(confidential.organiser, "r1", code, "核查")
    voiding.restore(confidential.organiser, "r1", code, "查明不是")
    with forbidden("void-not", BadInput):
        voiding.restore(confidential.organiser, "r1", code, "查明不是")
    disclosure.check(confidential.organiser, "r1")
    for act in (voiding.void, voiding.restore):
        with forbidden("voids-closed"):
            act(confidential.organiser, "r1", code, "再看")
    with forbidden("voids-closed"):
        voiding.preview(confidential.organiser, "r1", code)
    assert not quality(confidential.organiser, "r1").open


def test_the_list_of_differing_grades_closes_decisions_in_a_confidential_round_only(
    confidential: Small, named: Small
) -> None:
    voiding.differences(confidential.organiser, "r1")
    with forbidden("voids-closed"):
        voiding.void(confidential.organiser, "r1", code_of(confidential, SAME), "核查")
    voiding.differences(named.organiser, "r1")
    voiding.void(named.organiser, "r1", code_of(named, SAME), "核查")


def test_a_preview_counts_people_and_names_none(confidential: Small, named: Small) -> None:
    found = voiding.preview(confidential.organiser, "r1", code_of(confidential, SAME).lower())
    exact = voiding.preview(named.organiser, "r1", code_of(named, SAME))
    assert exact.grades.least == exact.grades.most
    assert exact.withheld == found.withheld == Count(0, 0)
    assert found.grades == (Count(1, 2) if exact.grades.most in (1, 2) else exact.grades)
    assert "void-previewed" in {each.code for each in audit.entries(confidential.organiser)}
    totals = {each: total_of(named, each) for each in STAFF}
    voiding.void(named.organiser, "r1", code_of(named, SAME), "核查")
    changed = sum(total_of(named, each) != totals[each] for each in STAFF)
    assert changed >= exact.grades.most


def total_of(small: Small, subject: str) -> object:
    held = life.find(small.county, "r1")
    reader = Reader(small.county, held)
    person = reader.circle.person(subject)
    assert person is not None
    return summed(held.rules, reader.uses, reader.found(person)).total


def test_decisions_want_a_reason_a_known_code_and_somebody_else(confidential: Small) -> None:
    code = code_of(confidential, SAME)
    with forbidden("void-without-reason", BadInput):
        voiding.void(confidential.organiser, "r1", code, "  ")
    with forbidden("void-reason-long", BadInput):
        voiding.void(confidential.organiser, "r1", code, "字" * 501)
    with forbidden("void-no-such-code", BadInput):
        voiding.void(confidential.organiser, "r1", "ABCDEFGH", "核查")


def test_too_few_raters_are_not_told_one_by_one(tmp_path: Path) -> None:
    small = rated_office(tmp_path / "few", STAFF[:4])
    found = quality(small.organiser, "r1")
    assert found.raters == ()
    assert found.ratings == 4 * 11


def test_the_adjusted_figure_differs_only_where_grades_do(named: Small) -> None:
    listed = voiding.differences(named.organiser, "r1")
    assert quality(named.organiser, "r1").differ == Count(len(listed), len(listed))
    for each in listed:
        assert each.plain != each.adjusted


def test_what_an_organiser_rated_themself_is_for_another_to_decide(confidential: Small) -> None:
    confidential.county.store.change(keys.account(SAME), lambda found: {**(found or {}), "roles": ["organiser"]})
    session = accounts.act_as(confidential.signed_in(SAME), Role.ORGANISER)
    assert confidential.county.circle(life.find(confidential.county, "r1")).subjects(SAME, Purpose.PEER)
    with forbidden("void-oneself"):
        voiding.void(session, "r1", code_of(confidential, SAME), "核查")


def test_who_has_seen_the_totals_can_make_no_vote_void_any_more(confidential: Small) -> None:
    code = code_of(confidential, SAME)
    voiding.preview(confidential.organiser, "r1", code)
    outcome(confidential.organiser, "r1")
    with forbidden("voids-closed"):
        voiding.void(confidential.organiser, "r1", code, "核查")
    assert "answers-settled" in {each.code for each in audit.entries(confidential.organiser)}


def test_where_the_rules_adopt_the_adjusted_figure_the_preview_goes_by_it(tmp_path: Path) -> None:
    small = rated_office(
        tmp_path / "data", secrecy=Secrecy.NAMED, min_raters=1, min_comments=1, grade=GRADES, adopt="adjusted"
    )
    code = code_of(small, SAME)
    told = voiding.preview(small.organiser, "r1", code).grades
    before = {each.subject.id: each.earned for each in outcome(small.organiser, "r1").standings}
    voiding.void(small.organiser, "r1", code, "核查")
    after = {each.subject.id: each.earned for each in outcome(small.organiser, "r1").standings}
    changed = sum(before[each] != after[each] for each in STAFF)
    assert told == Count(changed, changed)
