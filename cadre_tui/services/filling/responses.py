"""Filling in: open a form (``forms``), save, answer anew; hand in and take back (``handing_in``)."""

from collections.abc import Mapping

from cadre_tui.model.answers.drawer import Change, Drawer, change_of, only_response
from cadre_tui.model.answers.response import Response, State
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.filling.asked import Asked
from cadre_tui.model.filling.form import Form
from cadre_tui.model.filling.home import Task
from cadre_tui.services.drawers import read_drawer
from cadre_tui.services.filling import facts, forms
from cadre_tui.services.filling.drafts import Changes, checklist_of, draft, so_far
from cadre_tui.services.filling.forms import gaps, open_forms
from cadre_tui.services.filling.handing_in import hand_in, respond, take_back
from cadre_tui.services.filling.sealed import as_read
from cadre_tui.services.filling.writer import must_be_theirs
from cadre_tui.services.filling.writing import drafts_with, is_open, must_be_open, put, renewed
from cadre_tui.services.permission import Act
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session

__all__ = [
    "Changes",
    "answer_anew",
    "gaps",
    "hand_in",
    "open_form",
    "open_forms",
    "respond",
    "save",
    "save_many",
    "take_back",
]


def open_form(session: Session, task: Task) -> Form:
    """One form, with what was answered so far. About oneself, what is known is filled in once, with its source.

    Raises:
        NotPermitted: it is not this person's to fill in.
    """
    if task.purpose is Purpose.SELF and session.paper_of is None:
        _propose(session, task)
    return forms.open_form(session, task)


def save(
    session: Session, task: Task, changes: Changes, at: str | None = None, seen: Changes | None = None
) -> Response:
    """Keep what was answered in this draft; other answers stay. ``at`` is where the person stopped.

    ``seen``: what the form showed of each that changed. What was written elsewhere since is kept, too (``both``): the
    response that comes back then holds more than was sent.

    Raises:
        BadInput: an answer does not fit its criterion, the deadline has passed, it was handed in already.
    """
    return save_many(session, {task: changes}, at, {} if seen is None else {task: seen})[0]


def save_many(
    session: Session,
    changes: Mapping[Task, Changes],
    at: str | None = None,
    seen: Mapping[Task, Changes] | None = None,
) -> tuple[Response, ...]:
    """Keep answers about several subjects of one round, in one write."""
    (round_id,) = {task.round for task in changes}
    held = life.find(session.county, round_id)
    purposes = {task.purpose for task in changes}
    done = put(session, held, Act.WRITE_RESPONSE, purposes, drafts_with(session, held, changes, at, seen or {}))
    return tuple(as_read(each, session, held) for change in done for each in change.after.values())


def answer_anew(session: Session, task: Task) -> Response:
    """Begin a sealed response anew, handed in or not: empty; what it was is kept. It is noted that somebody did.

    Raises:
        BadInput: it is not sealed, or the deadline has passed.
        NotPermitted: it is not this person's, or was handed in and a clerk types it.
    """
    held = life.find(session.county, task.round)
    must_be_theirs(session, held, [task], Act.WRITE_RESPONSE)
    must_be_open(held, session, task.purpose)

    def renew(drawer: Drawer) -> tuple[Change, ...]:
        checklist = checklist_of(session.county, held, task.purpose, task.checklist)
        return (renewed(session, held, so_far(drawer, Asked(task.subject, task.purpose, checklist))),)

    done = put(session, held, Act.WRITE_RESPONSE, {task.purpose}, renew)
    return as_read(only_response(done), session, held)


def _propose(session: Session, task: Task) -> None:
    """Put what is known into the draft, where it can be filled in and has not been proposed yet."""
    county = session.county
    held = life.find(county, task.round)
    must_be_theirs(session, held, [task], Act.READ_RESPONSE)
    checklist = checklist_of(county, held, task.purpose, task.checklist)
    before = so_far(read_drawer(county, held.id, session.rater), Asked(task.subject, task.purpose, checklist))
    wanted = facts.wanted(checklist, before)
    if not wanted or before.state is State.SUBMITTED or not is_open(held, session, task.purpose):
        return
    known = facts.known_about(county, held, task.subject.id, frozenset(wanted.values()))
    if not known:
        return

    def propose(drawer: Drawer) -> tuple[Change, ...]:
        now = draft(drawer, task, checklist)
        fresh = facts.proposed(checklist, now, facts.wanted(checklist, now), known)
        return (change_of(fresh.but({"saved": county.now()})),)

    put(session, held, Act.WRITE_RESPONSE, {task.purpose}, propose)
