"""Forms as they are read: with what was answered so far, as far as this session may read it; and what is missing."""

from collections.abc import Iterator, Mapping, Sequence

from cadre_tui.checklists.meaning import unchanged
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawer import Drawer, name_of
from cadre_tui.model.answers.response import State
from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.checklists.erratum import in_force
from cadre_tui.model.filling.asked import Asked, Left, Waiting, left
from cadre_tui.model.filling.form import Form, Gap
from cadre_tui.model.filling.home import Task
from cadre_tui.model.rounds.round import Round
from cadre_tui.scoring import validity
from cadre_tui.scoring.missing import missing
from cadre_tui.services.drawers import read_drawer
from cadre_tui.services.filling.asked import asked
from cadre_tui.services.filling.drafts import checklist_of, so_far
from cadre_tui.services.filling.sealed import as_read_of_drawer, is_sealed, may_go_in, seals
from cadre_tui.services.filling.tasks import todo
from cadre_tui.services.filling.validity import bounds, judged, readable, sheets
from cadre_tui.services.filling.writer import may, must_be_free, must_be_theirs, seen
from cadre_tui.services.permission import Act
from cadre_tui.services.rounds import hours, life
from cadre_tui.services.session import Session


def open_form(session: Session, task: Task) -> Form:
    """One form, with what was answered so far.

    Raises:
        NotPermitted: it is not this person's to fill in.
    """
    held = life.find(session.county, task.round)
    must_be_theirs(session, held, [task], Act.READ_RESPONSE)
    return _form(session, held, task, _drawer(session, held, task.purpose))


def open_forms(session: Session, round_id: str, purpose: Purpose, checklist_id: str) -> tuple[Form, ...]:
    """The forms to one checklist about everybody whom this person is asked about: one read."""
    tasks = [each for each in todo(session, round_id, purpose).tasks if each.checklist == checklist_id]
    held = life.find(session.county, round_id)
    may(session, Act.READ_RESPONSE, held)
    drawer = _drawer(session, held, purpose)
    return tuple(_form(session, held, task, drawer) for task in tasks)


def gaps(session: Session, round_id: str, purpose: Purpose) -> tuple[Gap, ...]:
    """What is missing, task by task, before this purpose can be handed in."""
    held = life.find(session.county, round_id)
    may(session, Act.READ_RESPONSE, held)
    drawer = read_drawer(session.county, held.id, session.rater)
    must_be_free(drawer, session, purpose)
    tasks = {(each.subject.id, each.checklist): each for each in todo(session, round_id, purpose).tasks}
    found = left_of(held, session, drawer, asked(session, held, purpose))
    return tuple(
        Gap(task=tasks[each.asked.subject.id, each.asked.checklist.id], missing=each.missing, anew=not each.whole)
        for each in found.waiting
        if each.missing or not each.whole
    )


def left_of(held: Round, session: Session, drawer: Drawer, wanted: Sequence[Asked]) -> Left:
    """Those of ``wanted`` that are not handed in; worked out once for the same drawer and whoever looks."""

    def look() -> Left:
        answered = sheets(drawer, readable(held, session, drawer, wanted))
        return left(_waiting(held, session, drawer, wanted), judged(held, wanted[0].purpose, answered))

    who = session.person, session.hands, session.paper_of
    return session.county.remembered.left.find(look, drawer.by_name, held, wanted, *who)


def _waiting(held: Round, session: Session, drawer: Drawer, wanted: Sequence[Asked]) -> Iterator[Waiting]:
    blanks, sealed = held.rules.validity.blanks, seals(held, session)
    for each in wanted:
        response = so_far(drawer, each)
        if response.state is State.SUBMITTED:
            continue
        taken = validity.taken(each.checklist, response.answers, blanks)
        found = Waiting(each, name_of(response), response, taken)
        if sealed(response):
            yield found._replace(whole=may_go_in(response, session, held))
        else:
            yield found._replace(missing=missing(each.checklist, taken, response.known))


def _form(session: Session, held: Round, task: Task, drawer: Drawer) -> Form:
    checklist = checklist_of(session.county, held, task.purpose, task.checklist)
    response = so_far(drawer, Asked(task.subject, task.purpose, checklist))
    return Form(
        task=task,
        round_title=held.rules.title,
        checklist=checklist,
        response=response,
        deadline=hours.deadline_of(held, session.rater, task.purpose),
        former=_former(session, held, task, checklist),
        min_raters=held.rules.least_raters,
        confidential=held.rules.confidential,
        mock=held.rules.mock,
        sealed=is_sealed(response, session, held),
        amended=next((each.reason for each in reversed(held.amendments) if each.now.digest == checklist.digest), ""),
        errata=in_force(held.errata, checklist.digest),
        bounds=bounds(held, task.purpose, checklist.id),
    )


def _drawer(session: Session, held: Round, purpose: Purpose) -> Drawer:
    """What this session may look at of the rater's drawer."""
    drawer = read_drawer(session.county, held.id, session.rater)
    must_be_free(drawer, session, purpose)
    return as_read_of_drawer(seen(drawer, session), session, held)


def _former(session: Session, held: Round, task: Task, checklist: Checklist) -> Mapping[str, Answer]:
    """The person's own answers in the former round, to criteria that still mean the same."""
    if task.purpose is not Purpose.SELF or held.rules.former is None or session.paper_of:
        return {}
    former = life.find(session.county, held.rules.former)
    drawer = read_drawer(session.county, former.id, session.person)
    response = drawer.response(task.subject.id, task.checklist, Purpose.SELF)
    if response is None or response.state is not State.SUBMITTED:
        return {}
    before = session.county.frozen_checklist(former.id, response.digest)
    same = unchanged(before, checklist)
    return {criterion: answer for criterion, answer in response.answers.items() if criterion in same}
