"""Paper forms: a clerk types what somebody of their units wrote; who did, for whom and how much is noted."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from cadre_tui.model.answers.response import Response, State
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput
from cadre_tui.model.filling.home import Todo
from cadre_tui.model.oversight.paper import PaperLine, PaperList, PaperState
from cadre_tui.model.people.person import Person
from cadre_tui.model.rounds.round import Round
from cadre_tui.services.drawers import read_drawer
from cadre_tui.services.filling import responses
from cadre_tui.services.filling.tasks import todo
from cadre_tui.services.filling.writer import may, must_be_free
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.assignments import assignments_of
from cadre_tui.services.session import Session


def begin(session: Session, round_id: str, rater_id: str) -> Session:
    """The session in which a clerk types one person's paper forms, with the verbs of ``responses`` and ``tasks``.

    Raises:
        NotPermitted: it is nobody of the clerk's units, or nothing is filled in now.
        BadInput: nothing is asked of this person.
    """
    held = life.find(session.county, round_id)
    rater = held.roster.person(rater_id)
    permit(session, Act.ENTER_PAPER, unit=rater.unit if rater else None, phase=held.phase)
    if rater is None or not any(assignments_of(session.county, held, rater_id)):
        raise BadInput("nothing-to-do", round=held.id)
    return replace(session, paper_of=rater)


def open_set(session: Session, round_id: str, purpose: Purpose) -> Todo:
    """The tasks of one purpose that a clerk is about to type.

    Raises:
        BadInput: the rater, or another clerk, has begun or handed in.
    """
    held = life.find(session.county, round_id)
    may(session, Act.WRITE_RESPONSE, held)
    must_be_free(read_drawer(session.county, held.id, session.rater), session, purpose)
    found = todo(session, round_id, purpose)
    if all(task.state is State.SUBMITTED for task in found.tasks):
        raise BadInput("paper-entered", who=session.paper_of.name if session.paper_of else session.rater)
    return found


def enter(session: Session, round_id: str, rater_id: str, subject_id: str, raw: Mapping[str, Any]) -> Response:
    """Hand in one response from a file for somebody of the clerk's units, by the same rules as the form.

    Raises:
        BadInput: the rater has begun or handed in themself, or the file is not right.
        NotPermitted: as in ``begin``, or the rater was not asked about ``subject_id``.
    """
    return responses.respond(begin(session, round_id, rater_id), round_id, subject_id, raw)


def whose(session: Session, round_id: str) -> PaperList:
    """Everybody of the clerk's units of whom something is asked, and whether it is handed in; no answers."""
    held = life.find(session.county, round_id)
    permit(session, Act.ENTER_PAPER, unit=next(iter(session.units), None), phase=held.phase)
    people = (each for each in held.roster.people if each.unit in session.units)
    lines = (line for each in people for line in _lines(session, held, each))
    return PaperList(lines=tuple(lines), confidential=held.rules.confidential)


def _lines(session: Session, held: Round, person: Person) -> Iterator[PaperLine]:
    unit = held.roster.unit(person.unit)
    asked = tuple(assignments_of(session.county, held, person.id))
    drawer = read_drawer(session.county, held.id, person.id)
    for purpose in Purpose:
        wanted = [each for each in asked if each.purpose is purpose]
        found = [drawer.response(each.subject, each.checklist, purpose) for each in wanted]
        begun = [each for each in found if each is not None]
        if wanted:
            yield PaperLine(
                person=person,
                unit=unit.name if unit else "",
                purpose=purpose,
                done=sum(each.state is State.SUBMITTED for each in begun),
                asked=len(wanted),
                state=_state(session, begun, len(wanted)),
            )


def _state(session: Session, begun: Iterable[Response], asked: int) -> PaperState:
    held = [each for each in begun if each.answers or each.state is not State.DRAFT]
    if not held:
        return PaperState.OPEN
    if sum(each.state is State.SUBMITTED for each in held) == asked:
        return PaperState.HANDED_IN
    return PaperState.TYPING if all(each.entered_by == session.person for each in held) else PaperState.BEGUN
