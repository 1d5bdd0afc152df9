"""What an appeal has shown to be wrong is put right: the original is kept, what colleagues gave is never opened."""

from collections.abc import Mapping
from typing import Any, Final

from cadre_tui import scoring
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawer import Change, Drawer, change_of, only_response
from cadre_tui.model.answers.response import Response, State
from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.fault import BadInput, NotPermitted
from cadre_tui.model.oversight.appeal import Appeal, Correction
from cadre_tui.model.rounds.round import Round
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.drawers import change_drawer
from cadre_tui.services.oversight import appeal_records
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.assignments import used_checklists
from cadre_tui.services.session import Session

CORRECTED: Final = frozenset({Purpose.SELF, Purpose.CHECK})
"""What can be put right. What colleagues gave is theirs: nobody opens it, nobody changes it."""

BESIDE: Final = ("reason", "evidence")
"""What an answer holds besides its value."""


def correct(
    session: Session,
    round_id: str,
    receipt: str,
    purpose: Purpose,
    criterion: str,
    raw: Mapping[str, Any],
    *,
    rater: str | None = None,
) -> Appeal:
    """Put one answer right that an appeal has shown to be wrong; the original is kept beside it.

    Whoever looked into the appeal has written down what was found; putting it right is for somebody else, as the
    answer is. An appeal about a criterion opens that one alone; one about the sum any of the person's own and of the
    inspectors'. ``raw`` is the answer as a response file writes it; value, reason and evidence that it does not name
    stay. ``rater`` is the inspector whose answer it is, where several inspected.

    Raises:
        BadInput: nobody has looked into the appeal yet, it was answered, it is about another criterion, nothing was
            handed in, or the answer does not fit the criterion.
        NotPermitted: it is a colleague's answer, one's own result, or one handled the appeal first.
    """
    county, held = session.county, life.find(session.county, round_id)
    permit(session, Act.CORRECT, phase=held.phase)
    if purpose not in CORRECTED:
        raise NotPermitted("voters-stay-closed")
    found = _to_be_corrected(session, round_id, receipt, criterion)
    checklist = _asked_checklist(county, held, found, purpose, criterion)
    by = found.person if purpose is Purpose.SELF else rater or next(iter(held.rules.inspectors), "")
    fresh = _read(checklist, criterion, raw)

    def put(drawer: Drawer) -> tuple[Change, ...]:
        permit(session, Act.CORRECT, phase=life.find(county, round_id).phase)
        _to_be_corrected(session, round_id, receipt, criterion)  # it may have been answered meanwhile
        response = _handed_in(drawer.response(found.person, checklist.id, purpose), criterion)
        right = _kept(response.answers.get(criterion), fresh, raw)
        audit.note(session, "result-corrected", round=round_id, of=found.person, criterion=criterion, receipt=receipt)
        return (_corrected(response, {criterion: right}, session, receipt),)

    return _noted(session, found, by, criterion, change_drawer(county, round_id, by, put))


def _to_be_corrected(session: Session, round_id: str, receipt: str, criterion: str) -> Appeal:
    """The appeal as it stands now, if this criterion may be put right for it by who acts."""
    found = appeal_records.find(session.county, round_id, receipt)
    appeal_records.not_own(session.person, found)
    if not found.open:
        raise BadInput("appeal-answered", receipt=receipt)
    appeal_records.second(session.person, found)
    if not found.names(criterion):
        raise BadInput("appeal-other-criterion", criterion=criterion, named=found.criterion)
    return found


def _asked_checklist(county: County, held: Round, found: Appeal, purpose: Purpose, criterion: str) -> Checklist:
    """The checklist that was filled for that purpose about the person, in which the criterion stands."""
    for by, each in used_checklists(county, held):
        if by is purpose and each.criterion(criterion) is not None and found.checklist in ("", each.id):
            return each
    raise BadInput("appeal-no-criterion", criterion=criterion, checklist=found.checklist or "-")


def _read(checklist: Checklist, criterion: str, raw: Mapping[str, Any]) -> Answer:
    """The answer as a response file writes it, if it fits the criterion."""
    whole = {"checklist": checklist.name, "answers": {criterion: dict(raw)}}
    return scoring.read_response(checklist, whole, draft=True)[criterion]


def _handed_in(response: Response | None, criterion: str) -> Response:
    """The response in which an answer is put right.

    Raises:
        BadInput: it was not handed in.
    """
    if response is None or response.state is not State.SUBMITTED:
        raise BadInput("nothing-to-correct", criterion=criterion)
    return response


def _kept(old: Answer | None, fresh: Answer, raw: Mapping[str, Any]) -> Answer:
    """The right answer, with what nobody put right as it was."""
    if old is None:
        return fresh
    if not fresh.given:
        return old.model_copy(update={each: getattr(fresh, each) for each in BESIDE if each in raw})
    return fresh.model_copy(update={each: getattr(old, each) for each in BESIDE if each not in raw})


def _corrected(response: Response, fresh: Mapping[str, Answer], session: Session, receipt: str) -> Change:
    original = response.as_original(receipt, session.person, session.county.now())
    answers = {**response.answers, **fresh}
    return change_of(response, {"answers": answers, "originals": (*response.originals, original)})


def _noted(session: Session, appeal: Appeal, rater: str, criterion: str, changes: tuple[Change, ...]) -> Appeal:
    """The appeal with what was put right for it."""
    ((before,),) = (each.of.values() for each in changes)
    after = only_response(changes)
    old = before.answers.get(criterion)
    done = Correction(
        purpose=after.purpose,
        rater=rater,
        checklist=after.checklist.partition("|")[0],
        criterion=criterion,
        before=scoring.write_answer(old) if old else {},
        after=scoring.write_answer(after.answers[criterion]),
        by=session.person,
        at=session.county.now(),
    )
    return appeal_records.put(
        session.county, appeal, lambda each: each.model_copy(update={"corrections": (*each.corrections, done)})
    )
