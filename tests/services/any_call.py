"""Any call of a service, with arguments that need not be the caller's own; whatever it writes carries a mark."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from hypothesis import strategies as st

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import CadreError
from cadre_tui.model.filling.home import Task
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
from tests.services.judging import Opened
from tests.services.small import ORGANISER, PASSWORD, Small

CLERK, SUPERVISOR, RATER = "b1", "b2", "x1"
WHO = ("a1", "a2", "a3", CLERK, SUPERVISOR, RATER, ORGANISER)
ROUNDS = ("r1", "r2", "c1", "c2", "c3")
"""Named and published, named and open; confidential and published, in moderation, open."""
KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFYIhs6wGC6PtjGPLpvSfQpIEGXEhPs9m1hV8kN2vX1Q somebody"
UNITS = ("", "甲单位", "乙单位")
DUE = date(2030, 1, 1)


@dataclass
class Entered:
    """What was read by whoever entered with what an organiser had issued."""

    session: Session
    value: Any


Call = Callable[[Small, Session], Any]


def acting(small: Small, who: str, at: int) -> Session:
    """That person in one of their roles."""
    session = small.signed_in(who)
    roles = accounts.roles(session)
    return accounts.act_as(session, roles[at % len(roles)])


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
