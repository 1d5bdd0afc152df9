"""Handing in: all that was asked of one purpose at once, or one response from a file; and taking it back."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final

from cadre_tui import scoring
from cadre_tui.model.answers.drawer import Change, Drawer, change_of, only_response
from cadre_tui.model.answers.response import Known, Response, State
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.codes.checklists import NOT_AN_OBJECT
from cadre_tui.model.fault import BadInput, Fault, NotPermitted
from cadre_tui.model.filling.asked import Asked, Judged, Left, Sheet
from cadre_tui.model.filling.home import Task
from cadre_tui.model.rounds.round import Phase, Round
from cadre_tui.scoring import validity
from cadre_tui.services import observers
from cadre_tui.services.filling.asked import asked
from cadre_tui.services.filling.drafts import Changes, as_handed_in, going_in, so_far
from cadre_tui.services.filling.forms import left_of
from cadre_tui.services.filling.plugin_checks import must_satisfy_plugins
from cadre_tui.services.filling.sealed import as_read, must_be_readable, seals
from cadre_tui.services.filling.validity import judged, must_be_spread, must_not_be_blank, readable, sheets
from cadre_tui.services.filling.writer import may
from cadre_tui.services.filling.writing import drafts_with, must_be_open, put, renewed
from cadre_tui.services.permission import Act
from cadre_tui.services.rounds import hours, life
from cadre_tui.services.session import Session

TAKEN_BACK: Final = {"state": State.DRAFT, "submitted": None, "late": False}
"""What is other in a response that is a draft again."""


def hand_in(session: Session, round_id: str, purpose: Purpose, changes: Mapping[Task, Changes] | None = None) -> int:
    """Hand in all that this person was asked for of one purpose, with the last ``changes``: one act, one write.

    Answers how many responses have gone in.

    Raises:
        BadInput: something is missing, the deadline has passed, or there is nothing left to hand in.

    What is sealed and whole goes in with the rest. The best grade is shared out among what was answered since: else
    refusals would tell what is sealed.
    """
    county = session.county
    held = life.find(county, round_id)
    may(session, Act.HAND_IN, held)
    must_be_open(held, session, purpose)
    wanted = asked(session, held, purpose)
    drafts = drafts_with(session, held, changes or {})
    late = hours.is_late(held, session.rater, purpose, county.now())

    def submit(drawer: Drawer) -> tuple[Change, ...]:
        complete = drawer.after(drafts(drawer)) if changes else drawer
        left = left_of(held, session, complete, wanted)
        must_not_be_blank(left.judged)
        must_satisfy_plugins(left.judged.sheets, confidential=held.rules.confidential)
        _must_be_complete(left)
        must_be_spread(held, left.judged)
        if not left.waiting:
            raise BadInput("handed-in-already")
        return tuple(going_in(left, as_handed_in(county.now(), late=late)))

    done = put(session, held, Act.HAND_IN, {purpose}, submit)
    observers.response_submitted(county, held, purpose)
    return sum(len(each.of) for each in done)


def take_back(session: Session, round_id: str, purpose: Purpose) -> int:
    """Make what one handed in a draft again, while the round and its deadline allow it; what is sealed stays in.

    Answers how many responses are drafts again.

    Raises:
        BadInput: nothing was handed in, all of it is sealed, or the deadline has passed.
    """
    county = session.county
    held = life.find(county, round_id)
    may(session, Act.TAKE_BACK, held)
    must_be_open(held, session, purpose)

    def reopen(drawer: Drawer) -> tuple[Change, ...]:
        there = {name: each for name, each in drawer.by_name.items() if is_in(each)}
        if not there:
            raise BadInput("nothing-handed-in")
        found = {name: each for name, each in there.items() if not sealed(each)}
        if not found:
            raise BadInput("sealed-stays-in")
        return (Change(found, TAKEN_BACK),)

    def is_in(response: Response) -> bool:
        return response.purpose is purpose and response.state is State.SUBMITTED

    sealed = seals(held, session)
    done = put(session, held, Act.TAKE_BACK, {purpose}, reopen)
    return sum(len(each.of) for each in done)


def respond(
    session: Session, round_id: str, subject_id: str, raw: Mapping[str, Any], *, renew: bool = False
) -> Response:
    """Hand in one response as a file says it, by the same rules as the form; ``renew`` a sealed one.

    Raises:
        BadInput: the file does not fit the checklist, something is missing, it was handed in already; or it is
            sealed, or is not and was to be renewed.
        NotPermitted: this person was not asked about ``subject_id``.
    """
    if not isinstance(raw, Mapping):
        raise BadInput("response-faulty", (Fault(code=NOT_AN_OBJECT),), count=1)
    county = session.county
    held = life.find(county, round_id)
    may(session, Act.HAND_IN, held)
    wanted = _asked(session, held, subject_id, str(raw.get("checklist", "")).split("|")[0])
    purpose = wanted.purpose
    must_be_open(held, session, purpose)
    sheet = _sheet(held, wanted, raw)
    late = hours.is_late(held, session.rater, purpose, county.now())

    def submit(drawer: Drawer) -> tuple[Change, ...]:
        before = so_far(drawer, wanted)
        if renew:
            before = only_response([renewed(session, held, before)])
        elif before.state is State.SUBMITTED:
            raise BadInput("handed-in-already")
        must_be_readable([before], session, held)
        _must_be_whole(held, sheet, before.known)
        must_be_spread(held, _judged_with(sheet, session, held, drawer))
        counted = validity.taken(sheet.checklist, sheet.answers, held.rules.validity.blanks)
        return (change_of(before, {**as_handed_in(county.now(), late=late), "answers": counted}),)

    done = put(session, held, Act.HAND_IN, {purpose}, submit)
    observers.response_submitted(county, held, purpose)
    return as_read(only_response(done), session, held)


def _sheet(held: Round, wanted: Asked, raw: Mapping[str, Any]) -> Sheet:
    """What the file answers, as it may be handed in by itself."""
    sheet = Sheet(*wanted, scoring.read_response(wanted.checklist, raw))
    must_not_be_blank(judged(held, wanted.purpose, (sheet,)))
    _must_be_whole(held, sheet, {})
    must_satisfy_plugins([sheet], confidential=held.rules.confidential)
    return sheet


def _judged_with(sheet: Sheet, session: Session, held: Round, drawer: Drawer) -> Judged:
    """What the round's rules find of the sheet beside what is handed in already, among all who were to be rated."""
    others = readable(held, session, drawer, asked(session, held, sheet.purpose))
    done = [each for each in others if so_far(drawer, each).state is State.SUBMITTED]
    found = judged(held, sheet.purpose, (*sheets(drawer, done), sheet))
    return found._replace(subjects=len({each.subject.id for each in others}))


def _must_be_whole(held: Round, sheet: Sheet, known: Mapping[str, Known]) -> None:
    missing = validity.owed(sheet.checklist, sheet.answers, held.rules.validity.blanks, known)
    if missing:
        raise BadInput("response-incomplete", criteria=missing)


def _must_be_complete(left: Left) -> None:
    """Refuse what something is missing from; of what is sealed only that it must be answered anew is told."""
    if left.missing:
        raise BadInput("not-complete", count=left.missing)
    if left.anew:
        raise BadInput("sealed-not-whole", who="、".join(left.anew))


def _asked(session: Session, held: Round, subject_id: str, checklist_id: str) -> Asked:
    """What a file answers.

    Raises:
        NotPermitted: nothing of the kind is asked of this person, or not now.
    """
    purposes = (Purpose.SELF,) if subject_id == session.rater else (Purpose.PEER, Purpose.CHECK)
    for purpose in purposes:
        if any(use.by is purpose for use in held.rules.use) and held.phase is not Phase.SETUP:
            with suppress(BadInput):  # nothing of this purpose is
                for each in asked(session, held, purpose):
                    if (each.subject.id, each.checklist.id) == (subject_id, checklist_id):
                        return each
    may(session, Act.HAND_IN, held)
    raise NotPermitted("not-asked-about", who=subject_id, checklist=checklist_id or "-")
