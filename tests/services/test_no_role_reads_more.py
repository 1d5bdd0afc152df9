"""No sequence of calls lets a role read what its row in the table forbids.

Every answer carries a mark that tells who gave it about whom. Whatever a call gives back or tells in a refusal is
searched for marks: only one's own may be there. Results may come back after the publication alone, to the person
rated, to organisers and supervisors. Votes with names come back of a named round alone, to the person rated and to
organisers, and of a confidential one from its raw material alone, to two people who may open it.

Accounts are issued anew in between. A mark also tells how often its writer's entry had been in an organiser's hand:
what was said of colleagues in a confidential round before the last time comes back to nobody, the writer included.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import Phase as Stage
from hypothesis import strategies as st
from pydantic import BaseModel

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import CadreError
from cadre_tui.model.filling.home import Home, Task
from cadre_tui.model.oversight.remedy import RemedyLine
from cadre_tui.model.people.person import Role
from cadre_tui.model.results.county_result import CountyResult
from cadre_tui.model.results.disclosure import Finding
from cadre_tui.model.results.quality import RaterQuality
from cadre_tui.model.results.result import Comment, Given, Result
from cadre_tui.model.rounds.round import Phase
from cadre_tui.model.rounds.round_rules import Secrecy
from cadre_tui.services import audit
from cadre_tui.services.filling import paper, responses, tasks
from cadre_tui.services.home import home_of
from cadre_tui.services.oversight import bulletin, progress, remedies, remedy_pages, reminders
from cadre_tui.services.people import accounts, ssh
from cadre_tui.services.results import disclosure, raw, reading, votes
from cadre_tui.services.results.county.result import county_result
from cadre_tui.services.results.quality import raters as quality
from cadre_tui.services.results.quality import voiding
from cadre_tui.services.results.rater_codes import rater_code
from cadre_tui.services.rounds import life, reopening
from cadre_tui.services.session import Session
from cadre_tui.store import keys
from tests.services.judging import MARK, Opened, judge_county, judge_remedy, judge_result, judge_votes
from tests.services.small import ORGANISER, PASSWORD, PEOPLE, Clock, Small, make, reopened, rules

CLERK, SUPERVISOR, RATER = "b1", "b2", "x1"
WHO = ("a1", "a2", "a3", CLERK, SUPERVISOR, RATER, ORGANISER)
ROUNDS = ("r1", "r2", "c1", "c2", "c3")
"""Named and published, named and open; confidential and published, in moderation, open."""

STAFF = (*PEOPLE, *((f"a{at}", f"安{at}", "甲单位", "agency-staff") for at in range(5, 9)))
KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFYIhs6wGC6PtjGPLpvSfQpIEGXEhPs9m1hV8kN2vX1Q somebody"
UNITS = ("", "甲单位", "乙单位")
DUE = date(2030, 1, 1)
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


@dataclass
class Entered:
    """What was read by whoever entered with what an organiser had issued."""

    session: Session
    value: Any


Call = Callable[[Small, Session], Any]


def any_task(small: Small, rater: str, purpose: Purpose, position: int, round_id: str, subject: str) -> Task | None:
    """A task as somebody could forge it: that of another rater, about anybody."""
    try:
        real = tasks.todo(small.signed_in(rater), round_id, purpose).tasks
    except CadreError:
        return None
    if not real:
        return None
    chosen = real[position % len(real)]
    person = accounts.who_is(small.county, subject)
    return chosen if person is None or position % 2 else Task.model_validate({**dict(chosen), "subject": person})


def marked(session: Session, task: Task) -> dict[str, Answer | None]:
    mark = f"⟦{session.person} on {task.subject.id}⟧{task.round} {task.purpose.value} {session.hands}"
    if task.checklist == "t.own":
        return {"own.share": Answer(number="0.5", reason=mark, evidence=(mark,)), "own.notes": Answer(text=mark)}
    return {each: Answer(choice="good", reason=mark, evidence=(mark,)) for each in ("pair.one", "pair.two")}


def filled(session: Session, round_id: str, purpose: Purpose) -> Any:
    mine = tasks.todo(session, round_id, purpose).tasks
    return responses.hand_in(session, round_id, purpose, {each: marked(session, each) for each in mine})


def opened_raw(session: Session, second: Session, round_id: str, subject: str, reason: str) -> Opened:
    return Opened(round_id, subject, raw.open_raw(session, second, round_id, subject, reason), second, reason)


def issued_anew(small: Small, who: str, how: int) -> None:
    """The entry of somebody in an organiser's hand: by a code that is used up at once, or by a line for sshd."""
    if how % 2:
        ssh.authorized_line(small.organiser, who, KEY, ["cadre"])
    else:
        code = accounts.issue_activation_codes(small.organiser, [who])[who]
        accounts.activate(small.county, who, code, PASSWORD)


def read_anew(small: Small, who: str, how: int, read: Callable[[Session], Any]) -> Entered:
    issued_anew(small, who, how)
    session = small.signed_in(who)
    return Entered(session, read(session))


def begun_anew(session: Session, round_id: str, purpose: Purpose, at: int) -> Any:
    mine = tasks.todo(session, round_id, purpose).tasks
    return responses.answer_anew(session, mine[at % len(mine)]) if mine else None


def typed_for(session: Session, round_id: str, who: str) -> Any:
    clerk = paper.begin(session, round_id, who)
    return filled(clerk, round_id, Purpose.PEER), responses.open_forms(clerk, round_id, Purpose.PEER, "t.pair")


def written(session: Session, round_id: str, subject: str) -> dict[str, Any]:
    mark = f"⟦{session.person} on {subject}⟧{round_id} peer {session.hands}"
    answer = {"choice": "half", "reason": mark}
    return {"checklist": "t.pair|1", "answers": {"pair.one": answer, "pair.two": answer}}


people, chosen_round, purpose = st.sampled_from(WHO), st.sampled_from(ROUNDS), st.sampled_from([*Purpose])


Tasked = Callable[[Callable[[Session, Task], Any]], Call]


def calls_of_raters(r: str, p: Purpose, other: str, at: int, with_task: Tasked) -> list[Call]:
    return [
        lambda small, session: home_of(session),
        lambda small, session: tasks.todo(session, r, p),
        lambda small, session: responses.gaps(session, r, p),
        lambda small, session: filled(session, r, p),
        lambda small, session: filled(session, r, p),
        lambda small, session: responses.take_back(session, r, p),
        lambda small, session: responses.open_forms(session, r, p, "t.pair"),
        lambda small, session: responses.respond(session, r, other, written(session, r, other)),
        lambda small, session: responses.respond(session, r, other, written(session, r, other), renew=True),
        lambda small, session: issued_anew(small, other, at),
        lambda small, session: issued_anew(small, session.person, at),
        *(
            lambda small, session, read=read: read_anew(small, other, at, read)
            for read in (
                lambda session: responses.open_forms(session, r, Purpose.PEER, "t.pair"),
                lambda session: filled(session, r, Purpose.PEER),
                lambda session: responses.take_back(session, r, Purpose.PEER),
                lambda session: begun_anew(session, r, p, at),
            )
        ),
        lambda small, session: reopening.reopen(session, r, other, p, "再看看"),
        lambda small, session: typed_for(session, r, other),
        with_task(responses.answer_anew),
        with_task(responses.open_form),
        with_task(lambda session, task: responses.save(session, task, marked(session, task))),
    ]


def calls_of_readers(r: str, other: str, rater: str, at: int) -> list[Call]:
    return [
        lambda small, session: reading.result(session, r, other),
        lambda small, session: reading.result(session, r, session.person),
        lambda small, session: reading.results(session, r),
        lambda small, session: county_result(session, r),
        lambda small, session: remedies.make(session, r, "补记录", other, DUE, unit=UNITS[at % 3]),
        lambda small, session: remedy_pages.page(session, r),
        lambda small, session: Opened(r, other, votes.votes(session, r, other)),
        lambda small, session: Opened(r, session.person, votes.votes(session, r, session.person)),
        lambda small, session: disclosure.check(session, r),
        lambda small, session: opened_raw(session, acting(small, rater, at), r, other, "核查" * (at % 2)),
        lambda small, session: opened_raw(session, acting(small, SUPERVISOR, 1), r, other, "核查"),
    ]


def calls_of_offices(r: str, other: str) -> list[Call]:
    return [
        lambda small, session: quality.quality(session, r),
        lambda small, session: voiding.differences(session, r),
        lambda small, session: voiding.preview(session, r, rater_code(small.county, r, other)),
        lambda small, session: voiding.void(session, r, rater_code(small.county, r, other), "核查"),
        lambda small, session: life.rounds(session),
        lambda small, session: progress.status(session, r),
        lambda small, session: progress.people(session, r),
        lambda small, session: reminders.missing(session, r),
        lambda small, session: bulletin.bulletin(session, r, issue=True),
        lambda small, session: audit.entries(session),
        lambda small, session: life.open_round(session, r),
        lambda small, session: life.close_round(session, r),
        lambda small, session: life.publish(session, r),
        lambda small, session: accounts.roles(session),
    ]


@st.composite
def calls(draw: st.DrawFn) -> Call:
    """One call of a service, with arguments that need not be the caller's own."""
    r, p, other, rater, at = draw(st.tuples(chosen_round, purpose, people, people, st.integers(0, 7)))

    def with_task(act: Callable[[Session, Task], Any]) -> Call:
        def call(small: Small, session: Session) -> Any:
            found = any_task(small, rater, p, at, r, other)
            return None if found is None else act(session, found)

        return call

    every = [
        *calls_of_raters(r, p, other, at, with_task),
        *calls_of_readers(r, other, rater, at),
        *calls_of_offices(r, other),
    ]
    return draw(st.sampled_from(every))


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


def acting(small: Small, who: str, at: int) -> Session:
    """That person in one of their roles."""
    session = small.signed_in(who)
    roles = accounts.roles(session)
    return accounts.act_as(session, roles[at % len(roles)])


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
