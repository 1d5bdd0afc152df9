"""No sequence of calls lets a role read what its row in the table forbids.

Every answer carries a mark that tells who gave it about whom. Whatever a call gives back or tells in a refusal is
searched for marks: only one's own may be there. Results may come back after the publication alone, to the person
rated, to organisers and supervisors. Votes with names come back of a named round alone, to the person rated and to
organisers, and of a confidential one from its raw material alone, to two people who may open it.

Accounts are issued anew in between. A mark also tells how often its writer's entry had been in an organiser's hand:
what was said of colleagues in a confidential round before the last time comes back to nobody, the writer included.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import Phase as Stage
from hypothesis import strategies as st
from pydantic import BaseModel

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import CadreError
from cadre_tui.model.filling.home import Home
from cadre_tui.model.oversight.remedy import RemedyLine
from cadre_tui.model.people.person import Role
from cadre_tui.model.results.county_result import CountyResult
from cadre_tui.model.results.disclosure import Finding
from cadre_tui.model.results.quality import RaterQuality
from cadre_tui.model.results.result import Comment, Given, Result
from cadre_tui.model.rounds.round import Phase
from cadre_tui.model.rounds.round_rules import Secrecy
from cadre_tui.services.filling import responses
from cadre_tui.services.people import accounts
from cadre_tui.services.results import raw, reading, votes
from cadre_tui.services.results.rater_codes import rater_code
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session
from cadre_tui.store import keys
from tests.services.any_call import (
    CLERK,
    RATER,
    ROUNDS,
    SUPERVISOR,
    WHO,
    Call,
    Entered,
    acting,
    calls,
    filled,
    issued_anew,
    people,
)
from tests.services.judging import MARK, Opened, judge_county, judge_remedy, judge_result, judge_votes
from tests.services.small import PASSWORD, PEOPLE, Clock, Small, make, reopened, rules

STAFF = (*PEOPLE, *((f"a{at}", f"安{at}", "甲单位", "agency-staff") for at in range(5, 9)))
IN_CONFIDENCE = re.compile(r"⟦\w+ on \w+⟧c\d peer (\d+)")
"""How often the writer's entry had been in somebody else's hand."""


@dataclass
class Seen:
    """What one call gave back, as text; and the results among it."""

    words: list[str] = field(default_factory=list)
    results: list[Result] = field(default_factory=list)
    opened: list[Opened] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    raters: list[RaterQuality] = field(default_factory=list)
    homes: list[Home] = field(default_factory=list)
    counties: list[CountyResult] = field(default_factory=list)
    remedies: list[RemedyLine] = field(default_factory=list)

    def look(self, value: Any) -> "Seen":
        if isinstance(value, Result):
            self.results.append(value)
        if isinstance(value, Home):
            self.homes.append(value)
        if isinstance(value, CountyResult):
            self.counties.append(value)
        if isinstance(value, RemedyLine):
            self.remedies.append(value)
        if isinstance(value, Finding):
            self.findings.append(value)
        if isinstance(value, RaterQuality):
            self.raters.append(value)
        if isinstance(value, Opened):
            self.opened.append(value)
            return self
        if isinstance(value, Comment | Given):  # looked at with the result that it belongs to
            return self
        if isinstance(value, BaseModel):
            for name in type(value).model_fields:
                self.look(getattr(value, name))
        elif isinstance(value, dict):
            self.look([*value, *value.values()])
        elif isinstance(value, Iterable) and not isinstance(value, str | bytes):
            for each in value:
                self.look(each)
        elif is_dataclass(value) and not isinstance(value, type | Session):
            for each in fields(value):
                self.look(getattr(value, each.name))
        elif not isinstance(value, Session):
            self.words.append(str(value))
        return self


def judge(small: Small, session: Session, seen: Seen) -> None:
    for word in seen.words:
        for rater, _subject in MARK.findall(word):
            assert rater == session.person, "another person's answer"
            assert session.role in (Role.CADRE, Role.RATER), "who acts in an office sees nobody's answers"
        for hands in IN_CONFIDENCE.findall(word):
            assert int(hands) >= session.hands, "what was answered before an organiser could enter"
    for found in seen.results:
        judge_result(session, life.find(small.county, found.round), found)
    for county in seen.counties:
        judge_county(session, life.find(small.county, county.round), county)
    for line in seen.remedies:
        judge_remedy(session, line.remedy)
    for each in seen.opened:
        judge_votes(session, life.find(small.county, each.round), each)
    assert not (seen.findings or seen.raters) or session.role is Role.ORGANISER
    codes = {rater_code(small.county, r, each) for r in ROUNDS if r.startswith("c") for each in WHO}
    for told in seen.raters:
        assert told.person is None or told.code not in codes, "in a confidential round raters are codes"
        assert told.person is not None or not any(flag.values for flag in told.flags)
    for home in seen.homes:
        assert home.person is not None
        assert home.person.id == session.person
        assert all(life.find(small.county, each.round).phase is Phase.PUBLISHED for each in home.results)


def give(small: Small, who: str, role: Role, units: tuple[str, ...] = ()) -> None:
    """Let somebody have a role, and a password."""
    accounts.set_password(small.organiser, who, PASSWORD)
    change = {"roles": [role.value], "units": list(units)}
    small.county.store.change(keys.account(who), lambda found: {**(found or {}), **change})


@pytest.fixture(scope="session")
def five_rounds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Named rounds, one published and one open; confidential ones, published, in moderation and open."""
    folder = tmp_path_factory.mktemp("five") / "data"
    small = make(folder, STAFF)
    give(small, CLERK, Role.CLERK, ("甲单位",))
    give(small, SUPERVISOR, Role.SUPERVISOR)
    give(small, RATER, Role.RATER)
    give(small, "a3", Role.ORGANISER)
    staff = [person for person, _name, unit, _level in STAFF if unit == "甲单位"]
    for round_id in ROUNDS:
        confidential = {"secrecy": Secrecy.CONFIDENTIAL, "min_raters": 3, "min_comments": 7, "units": ("甲单位",)}
        small.opened(rules(round_id, **(confidential if round_id.startswith("c") else {})))
        for person in staff[:2] if round_id == "r2" else staff:
            for each in (Purpose.SELF, Purpose.PEER):
                filled(small.signed_in(person), round_id, each)
    small.published("r1")
    small.published("c1")
    life.close_round(small.organiser, "c2", "没交的不计入")
    return folder


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Stage.explicit, Stage.reuse, Stage.generate],  # to shrink a sequence would take minutes
)
@given(st.lists(st.tuples(people, st.integers(0, 2), calls()), min_size=8, max_size=30))
def test_no_sequence_of_calls_shows_what_is_not_ones_own(
    five_rounds: Path, tmp_path_factory: pytest.TempPathFactory, sequence: list[tuple[str, int, Call]]
) -> None:
    folder = tmp_path_factory.mktemp("sequence") / "data"
    copytree(five_rounds, folder)
    small = reopened(folder, Clock())
    for who, role, call in sequence:
        session = acting(small, who, role)
        seen = Seen()
        try:
            found = call(small, session)
            session = found.session if isinstance(found, Entered) else session
            seen.look(found.value if isinstance(found, Entered) else found)
        except CadreError as refusal:
            seen.look({**refusal.values}).look([each.values for each in refusal.faults])
        judge(small, session, seen)


def test_the_marks_are_found_where_they_may_be(five_rounds: Path) -> None:
    """The watcher is not blind: one's own forms and responses do carry them, and so do votes and comments."""
    small = reopened(five_rounds, Clock())
    session = small.signed_in("a1")
    forms = responses.open_forms(session, "r2", Purpose.PEER, "t.pair")
    marks = set(MARK.findall(" ".join(Seen().look(forms).words)))
    assert {("a1", "a2"), ("a1", "a3"), ("a1", "a4")} <= marks
    assert {rater for rater, _subject in marks} == {"a1"}
    assert Seen().look(reading.results(small.organiser, "r1")).results
    with pytest.raises(AssertionError):
        judge(small, small.signed_in("a2"), Seen().look(forms))


def test_votes_and_comments_come_back_where_the_table_allows_it(five_rounds: Path) -> None:
    small = reopened(five_rounds, Clock())
    own = Opened("r1", "a1", votes.votes(small.signed_in("a1"), "r1", "a1"))
    assert {rater for each in own.votes for rater, _about in MARK.findall(each.reason)} >= {"a2", "a3"}
    judge(small, small.signed_in("a1"), Seen().look(own))
    for who in ("a2", CLERK, SUPERVISOR):
        with pytest.raises(AssertionError):
            judge(small, acting(small, who, 1), Seen().look(own))
    found = reading.result(small.signed_in("a1"), "r1", "a1")
    assert found.comments
    with pytest.raises(AssertionError):
        judge(small, small.organiser, Seen().look(Opened("c1", "a1", own.votes)))
    second = accounts.act_as(small.signed_in(SUPERVISOR), Role.SUPERVISOR)
    opened = Opened("c1", "a1", raw.open_raw(small.organiser, second, "c1", "a1", "核查"), second, "核查")
    assert opened.votes
    judge(small, small.organiser, Seen().look(opened))


def test_what_was_answered_before_an_account_was_issued_anew_comes_back_to_nobody(
    five_rounds: Path, tmp_path: Path
) -> None:
    copytree(five_rounds, tmp_path / "data")
    small = reopened(tmp_path / "data", Clock())
    before = Seen().look(responses.open_forms(small.signed_in("a1"), "c3", Purpose.PEER, "t.pair"))
    assert IN_CONFIDENCE.findall(" ".join(before.words))
    issued_anew(small, "a1", 0)
    session = small.signed_in("a1")
    with pytest.raises(AssertionError):
        judge(small, session, before)
    assert not MARK.findall(" ".join(Seen().look(responses.open_forms(session, "c3", Purpose.PEER, "t.pair")).words))
    named = Seen().look(responses.open_forms(session, "r2", Purpose.PEER, "t.pair"))
    assert MARK.findall(" ".join(named.words))
    judge(small, session, named)
