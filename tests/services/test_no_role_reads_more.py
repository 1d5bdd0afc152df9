"""No sequence of calls lets a role read what its row in the table forbids.

Every answer carries a mark that tells who gave it about whom. Whatever a call gives back or tells in a refusal is
searched for marks: only one's own may be there. Results may come back after the publication alone, to the person
rated and to the organiser.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import Phase as Stage
from hypothesis import strategies as st
from pydantic import BaseModel

from cadre_tui.model.answer import Answer
from cadre_tui.model.checklist import Purpose
from cadre_tui.model.fault import CadreError
from cadre_tui.model.home import Home, Task
from cadre_tui.model.people import Role
from cadre_tui.model.result import Result
from cadre_tui.model.round import Phase
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.home import home_of
from cadre_tui.services.oversight import progress
from cadre_tui.services.people import accounts
from cadre_tui.services.results import reading
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session
from tests.services.small import ORGANISER, Clock, Small, reopened, rules

WHO = ("a1", "a2", "a3", "b1", ORGANISER)
ROUNDS = ("r1", "r2")
MARK = re.compile(r"⟦(\w+) on (\w+)⟧")


@dataclass
class Seen:
    """What one call gave back, as text; and the results among it."""

    words: list[str] = field(default_factory=list)
    results: list[Result] = field(default_factory=list)
    homes: list[Home] = field(default_factory=list)

    def look(self, value: Any) -> "Seen":
        if isinstance(value, Result):
            self.results.append(value)
        if isinstance(value, Home):
            self.homes.append(value)
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
    mark = f"⟦{session.person} on {task.subject.id}⟧"
    if task.checklist == "t.own":
        return {"own.share": Answer(number="0.5", reason=mark, evidence=(mark,)), "own.notes": Answer(text=mark)}
    return {each: Answer(choice="good", reason=mark, evidence=(mark,)) for each in ("pair.one", "pair.two")}


def filled(session: Session, round_id: str, purpose: Purpose) -> Any:
    mine = tasks.todo(session, round_id, purpose).tasks
    return responses.hand_in(session, round_id, purpose, {each: marked(session, each) for each in mine})


def raw(session: Session, subject: str) -> dict[str, Any]:
    mark = f"⟦{session.person} on {subject}⟧"
    answer = {"choice": "half", "reason": mark}
    return {"checklist": "t.pair|1", "answers": {"pair.one": answer, "pair.two": answer}}


people, chosen_round, purpose = st.sampled_from(WHO), st.sampled_from(ROUNDS), st.sampled_from([*Purpose])


@st.composite
def calls(draw: st.DrawFn) -> Call:
    """One call of a service, with arguments that need not be the caller's own."""
    r, p, other, rater, at = draw(st.tuples(chosen_round, purpose, people, people, st.integers(0, 7)))

    def with_task(act: Callable[[Session, Task], Any]) -> Call:
        def call(small: Small, session: Session) -> Any:
            found = any_task(small, rater, p, at, r, other)
            return None if found is None else act(session, found)

        return call

    return draw(
        st.sampled_from(
            [
                lambda small, session: home_of(session),
                lambda small, session: tasks.todo(session, r, p),
                lambda small, session: responses.gaps(session, r, p),
                lambda small, session: filled(session, r, p),
                lambda small, session: filled(session, r, p),
                lambda small, session: responses.take_back(session, r, p),
                lambda small, session: responses.open_forms(session, r, p, "t.pair"),
                lambda small, session: responses.respond(session, r, other, raw(session, other)),
                with_task(responses.open_form),
                with_task(lambda session, task: responses.save(session, task, marked(session, task))),
                lambda small, session: reading.result(session, r, other),
                lambda small, session: reading.result(session, r, session.person),
                lambda small, session: reading.results(session, r),
                lambda small, session: life.rounds(session),
                lambda small, session: progress.status(session, r),
                lambda small, session: life.open_round(session, r),
                lambda small, session: life.close_round(session, r),
                lambda small, session: life.publish(session, r),
                lambda small, session: accounts.roles(session),
            ]
        )
    )


def judge(small: Small, session: Session, seen: Seen) -> None:
    for word in seen.words:
        for rater, _subject in MARK.findall(word):
            assert rater == session.person, "another person's answer"
            assert session.role is Role.CADRE, "an organiser sees nobody's answers"
    for found in seen.results:
        assert life.find(small.county, found.round).phase is Phase.PUBLISHED
        assert session.role is Role.ORGANISER or found.subject.id == session.person
        assert all(part.score is None or part.by is Purpose.SELF or (part.raters or 0) >= 2 for part in found.parts)
        assert all(row.peers is None or (row.raters or 0) >= 2 for row in found.criteria)
    for home in seen.homes:
        assert home.person is not None
        assert home.person.id == session.person
        assert all(life.find(small.county, each.round).phase is Phase.PUBLISHED for each in home.results)


@pytest.fixture(scope="session")
def two_rounds(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One round that is open and has some responses, one that is published and whole."""
    folder = tmp_path_factory.mktemp("two") / "data"
    copytree(made, folder)
    small = reopened(folder, Clock())
    for round_id in ROUNDS:
        small.opened(rules(round_id))
        for person in ("a1", "a2", "a3", "a4") if round_id == "r1" else ("a1", "a2"):
            for each in (Purpose.SELF, Purpose.PEER):
                filled(small.signed_in(person), round_id, each)
    small.published("r1")
    return folder


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Stage.explicit, Stage.reuse, Stage.generate],  # to shrink a sequence would take minutes
)
@given(st.lists(st.tuples(people, st.booleans(), calls()), min_size=8, max_size=30))
def test_no_sequence_of_calls_shows_what_is_not_ones_own(
    two_rounds: Path, tmp_path_factory: pytest.TempPathFactory, sequence: list[tuple[str, bool, Call]]
) -> None:
    folder = tmp_path_factory.mktemp("sequence") / "data"
    copytree(two_rounds, folder)
    small = reopened(folder, Clock())
    for who, as_organiser, call in sequence:
        session = small.signed_in(who)
        if as_organiser and Role.ORGANISER in session.roles:
            session = accounts.act_as(session, Role.ORGANISER)
        seen = Seen()
        try:
            seen.look(call(small, session))
        except CadreError as refusal:
            seen.look({**refusal.values}).look([each.values for each in refusal.faults])
        judge(small, session, seen)


def test_the_marks_are_found_where_they_may_be(two_rounds: Path) -> None:
    """The watcher is not blind: one's own forms and responses do carry them."""
    small = reopened(two_rounds, Clock())
    session = small.signed_in("a1")
    forms = responses.open_forms(session, "r2", Purpose.PEER, "t.pair")
    assert set(MARK.findall(" ".join(Seen().look(forms).words))) == {("a1", "a2"), ("a1", "a3"), ("a1", "a4")}
    assert Seen().look(reading.results(small.organiser, "r1")).results
    with pytest.raises(AssertionError):
        judge(small, small.signed_in("a2"), Seen().look(forms))
